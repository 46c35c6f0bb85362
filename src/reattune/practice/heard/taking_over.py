"""The transcripts of a folder that is taken over: those of which the folder says who is who."""

from datetime import date
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.model import Script
from reattune.practice import consent, models
from reattune.practice.heard import bringing, figures, speakers
from reattune.practice.scope import THERAPIST
from reattune.reading.gathered import Place
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.sessions import day_of, why_not
from reattune.reading.transcripts.speakers import FILE, Speakers, read_speakers


def take_over(client: models.Client, folder: Path, place: Place) -> int:
    """Take over the transcripts in a relationship's folder of sessions, each known from its session's own day on.

    They count as agreed to from the day of the first; what a person has not said who is who of stays where it is.

    Args:
        client: Whose.
        folder: The folder.
        place: Where reading happens.

    Returns:
        How many were taken over.
    """
    found = [(day, path) for path in sorted(folder.iterdir()) if path.is_file() and (day := day_of(path.name))]
    if not found:
        return 0
    said = read_speakers(folder / FILE, place.name(folder / FILE))
    agreed = consent.is_given(client, consent.Purpose.TRANSCRIPTS)
    done = 0
    for day, path in found:
        script = _script(path)
        if script is None or why_not(script, said):
            continue
        if not agreed:
            consent.write(client, consent.Purpose.TRANSCRIPTS, given=True, by=THERAPIST, day=day)
            agreed = True
        done += _one(client, path, day, said)
    if done:
        figures.renew(client)
    return done


def _script(path: Path) -> Script | None:
    if path.stat().st_size > bringing.LARGEST:
        return None
    try:
        return read_script(path, path.name)
    except ReattuneError:
        return None


def _one(client: models.Client, path: Path, day: date, said: Speakers) -> int:
    try:
        found = bringing.bring(client, path.name, path.read_bytes(), day=day, more={"known_at": ""})
    except ReattuneError:
        return 0
    if found.before:
        return 0
    speakers.confirm(found.heard, said.confirmed(found.script))
    for number, role in said.changed(found.script).items():
        if 0 <= number < len(found.script.cues):
            speakers.correct(found.heard, [number], role)
    return 1
