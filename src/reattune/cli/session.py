"""One transcript looked at: its moments, its figures, its silences, and what is usual for this client."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Quarantined, Script, SpeechFigures, Transcript
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.sessions import day_of, why_not
from reattune.reading.transcripts.silences import Silence, silences
from reattune.reading.transcripts.speakers import Speakers
from reattune.speech.dynamics import Dynamics, dynamics
from reattune.speech.figures import figures
from reattune.speech.moments import Listed, Moment, listed, moments
from reattune.speech.overlooked import overlooked
from reattune.speech.place import Usual, prepare
from reattune.speech.reading import Reading, read
from reattune.speech.rule import Hit
from reattune.speech.telling import Told, told
from reattune.speech.tongue import why_not_read
from reattune.speech.usual import Change, against_usual

EARLIER = 20
"""Earlier sessions in the same folder that are looked at, the latest of them (our own choice)."""
LONGEST = 5_000
"""Turns above which no quiet look is taken: it reads each of them once more."""
AROUND = 2_000
"""Turns around a moment in which is looked for what belongs to it."""


@dataclass(frozen=True)
class Session:
    """One transcript looked at; `why` says why its words were not read, "" where they were."""

    script: Script
    reading: Reading
    day: date | None
    why: str
    wordless: bool
    moments: tuple[Moment, ...]
    listed: Listed
    figures: SpeechFigures
    dynamics: Dynamics
    silences: tuple[Silence, ...]
    changes: tuple[Change, ...]
    aside: tuple[Quarantined, ...]
    overlooked: tuple[Hit, ...]
    """Turns that no rule marked and that lean most."""

    @property
    def transcript(self) -> Transcript:
        """Its turns."""
        return self.reading.transcript

    def around(self, moment: Moment) -> tuple[Reading, tuple[Moment, ...]]:
        """Return what lies around a moment: the marks and the moments, so that a long file stays quick to tell."""
        first, last = moment.first - AROUND, moment.last + AROUND
        hits, found = self.reading.hits, self.moments
        begin = bisect_left(hits, first, key=lambda hit: hit.turn)
        end = bisect_left(hits, last, key=lambda hit: hit.turn)
        start = bisect_left(found, first, key=lambda one: one.first)
        stop = bisect_left(found, last, key=lambda one: one.first)
        return Reading(self.reading.context, hits[begin:end]), found[start:stop]

    def told(self, moment: Moment) -> Told:
        """Return a moment in words."""
        reading, found = self.around(moment)
        return told(reading, moment, found)


def look(
    script: Script,
    speakers: Speakers,
    path: Path,
    day: date | None,
    most: int,
    weak: bool,
    wordless: bool,
    say: Callable[[str], None],
) -> Session:
    """Return a transcript looked at.

    Args:
        script: The file as it stands; everybody in it has been said.
        speakers: Who is who.
        path: Where it lies; earlier sessions beside it say what is usual for this client.
        day: The session's day, where known.
        most: How many moments are listed.
        weak: Whether those that rest on little are listed too.
        wordless: Whether its words are left unread.
        say: Says what is being done.
    """
    # Where no day is known none is told; records have one all the same.
    transcript = speakers.transcript(script, day or date.min)
    count = len(transcript.turns)
    say(plural("Reading {n} turn …", "Reading {n} turns …", count))
    before = tuple(_earlier(path, day, speakers)) if day else ()
    why = _("Its words were not read, as you asked.") if wordless else why_not_read(transcript)
    usual = _usual(before)
    reading = Reading(prepare(transcript, usual), ()) if why else read(transcript, usual)
    say(plural("Looking at {n} turn …", "Looking at {n} turns …", count))
    found = moments(reading)
    now = dynamics(transcript)
    return Session(
        script=script,
        reading=reading,
        day=day,
        why=why,
        wordless=wordless,
        moments=found,
        listed=listed(found, most, weak=weak),
        figures=figures(reading, why=why),
        dynamics=now,
        silences=silences(transcript),
        changes=against_usual(now, [dynamics(one) for one in before]),
        aside=(*script.quarantined, *speakers.quarantined),
        overlooked=() if why or len(transcript.turns) > LONGEST else overlooked(reading),
    )


def _earlier(path: Path, day: date, speakers: Speakers) -> Iterator[Transcript]:
    """Yield the transcripts of earlier days beside a file, in order; those that cannot be read are no part of this."""
    try:
        beside = sorted((on, one) for one in path.parent.iterdir() if (on := day_of(one.name)) and on < day)
    except OSError:
        return
    for on, one in beside[-EARLIER:]:
        try:
            script = read_script(one, one.name)
            if not why_not(script, speakers):
                yield speakers.transcript(script, on)
        except (ReattuneError, OSError):
            continue


def _usual(before: tuple[Transcript, ...]) -> Usual:
    found = Usual()
    for transcript in before:
        found = prepare(transcript, found).usual
    return found
