"""Who is who in a transcript: said by a person, corrected for one entry or for all, and taken back again."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Script
from reattune.practice import auditing, keys, models
from reattune.practice.heard import figures
from reattune.practice.heard.transcript import (
    corrections_in,
    entries_of,
    roles_in,
    script_in,
    transcript_of,
    with_script,
)
from reattune.practice.heard.wordless import without_names
from reattune.reading.transcripts.labels import is_numbered

WHAT = "who is who"
SWAPPED = {Role.CLIENT: Role.THERAPIST, Role.THERAPIST: Role.CLIENT, Role.OTHER: Role.OTHER}
FORMER, MARKS = "former", "marks"
"""What was said before the last change; and what each name is known by in the next file, without being it."""


@transaction.atomic
def confirm(heard: models.Heard, roles: Mapping[str, Role]) -> None:
    """Keep whose each label is, as a person has said it; what was said before can be put back.

    Args:
        heard: The transcript.
        roles: Of every label in it; others are passed over.

    Raises:
        ReattuneError: A label is missing.
    """
    words = _alone(heard)
    script = script_in(words)
    missing = [label for label in script.labels if label not in roles]
    if missing:
        raise ReattuneError(_("Say of each of them who it is: therapist, client or somebody else."))
    said = {label: roles[label] for label in script.labels}
    if MARKS not in words:
        marks = {label: _mark(heard.client_id, label) for label in script.labels if not is_numbered(label)}
        if heard.wordless:
            script, numbers = without_names(script)
            said = {numbers[label]: role for label, role in said.items()}
            marks = {numbers[label]: mark for label, mark in marks.items()}
            words = with_script(words, script)
        words = {**words, MARKS: marks}
    _keep(heard, words, said, corrections_in(words))


@transaction.atomic
def swap(heard: models.Heard) -> None:
    """Take the therapist for the client and the client for the therapist, throughout; done twice, all is as before.

    Raises:
        ReattuneError: Nobody has said yet who is who.
    """
    words = _said(heard)
    roles = {label: SWAPPED[role] for label, role in roles_in(words).items()}
    _keep(heard, words, roles, {number: SWAPPED[role] for number, role in corrections_in(words).items()})


@transaction.atomic
def correct(heard: models.Heard, entries: Iterable[int], role: Role) -> None:
    """Say that single entries are somebody else's after all.

    Args:
        heard: The transcript.
        entries: Their numbers, from 0.
        role: Whose they are.

    Raises:
        ReattuneError: There is no such entry, or nobody has said yet who is who.
    """
    words = _said(heard)
    script, roles = script_in(words), roles_in(words)
    found = corrections_in(words)
    for number in entries:
        if not 0 <= number < len(script.cues):
            raise ReattuneError(_("There is no such entry in this transcript; open it again."))
        if roles[script.cues[number].label] is role:
            found.pop(number, None)
        else:
            found[number] = role
    _keep(heard, words, roles, found)


@transaction.atomic
def correct_turn(heard: models.Heard, turn: int, role: Role) -> None:
    """Say that one turn, by its number from 0 in the transcript as it is shown, is somebody else's after all.

    Raises:
        ReattuneError: There is no such turn, or nobody has said yet who is who.
    """
    entries = entries_of(transcript_of(heard, _said(heard)))
    if not 0 <= turn < len(entries):
        raise ReattuneError(_("There is no such entry in this transcript; open it again."))
    correct(heard, entries[turn], role)


@transaction.atomic
def take_back(heard: models.Heard) -> bool:
    """Put back what was said of who is who before the last change; say whether there was anything to put back."""
    words = _alone(heard)
    former = words.get(FORMER)
    if former is None:
        return False
    roles = {label: Role(role) for label, role in former["roles"].items()}
    changed = {int(number): Role(role) for number, role in former["corrections"].items()}
    _keep(heard, words, roles, changed, former=False)
    return True


def as_last_time(client: models.Client, script: Script, besides: models.Heard | None = None) -> dict[str, Role]:
    """Return the roles that were confirmed for the same labels of this client before, the latest first.

    A label that a program numbers anew in each file is never among them.

    Args:
        client: Whose.
        script: The transcript that is asked about.
        besides: Its own row, which is not looked at.
    """
    wanted = {_mark(client.pk, label): label for label in script.labels if not is_numbered(label)}
    found: dict[str, Role] = {}
    rows = client.heard.exclude(confirmed=None).defer("body").order_by("-confirmed")
    for row in rows if besides is None else rows.exclude(pk=besides.pk):
        words = row.words
        roles = roles_in(words)
        for label, mark in words.get(MARKS, {}).items():
            if mark in wanted:
                found.setdefault(wanted[mark], roles[label])
        if len(found) == len(wanted):
            break
    return found


def _mark(client: Any, label: str) -> str:
    return keys.vault().digest("speaker", f"{client}|{label}")


def _said(heard: models.Heard) -> dict[str, Any]:
    words = _alone(heard)
    if heard.confirmed is None:
        raise ReattuneError(_("Say first who is who; a single entry can be corrected afterwards."))
    return words


def _alone(heard: models.Heard) -> dict[str, Any]:
    """Return the words as they are kept just now, to be changed by nobody else until this is done."""
    fresh = models.Heard.objects.select_for_update().defer("body").filter(pk=heard.pk).first()
    if fresh is None:
        raise ReattuneError(_("The transcript was taken out meanwhile."))
    heard.sealed, heard.confirmed = fresh.sealed, fresh.confirmed
    return heard.words


def _keep(
    heard: models.Heard,
    words: Mapping[str, Any],
    roles: Mapping[str, Role],
    corrections: Mapping[int, Role],
    *,
    former: bool = True,
) -> None:
    rest = {name: value for name, value in words.items() if name not in figures.WORKED_OUT and name != FORMER}
    if former:
        rest[FORMER] = {name: words.get(name, {}) for name in ("roles", "corrections")}
    heard.words = {
        **rest,
        "roles": {label: role.value for label, role in roles.items()},
        "corrections": {str(number): role.value for number, role in sorted(corrections.items())},
        figures.VERSION: words.get(figures.VERSION, 0) + 1,
    }
    heard.confirmed = datetime.now(UTC) if roles else None
    with transaction.atomic():
        heard.save(update_fields=["sealed", "confirmed"])
        auditing.record(auditing.Action.CHANGED, heard.client_id, WHAT, "therapy")
        figures.changed(heard.client)
