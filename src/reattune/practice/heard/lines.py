"""The conversation as it is read, a stretch of turns at a time: who, when, the words with their marks, the silences."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reattune.language import _
from reattune.model import Direction, Role, Transcript, Turn
from reattune.practice.heard.gaps import Gap, clock, gaps
from reattune.practice.heard.noted import Note, Noted
from reattune.practice.heard.pieces import Mark, Piece, pieces
from reattune.practice.heard.transcript import entries_of
from reattune.speech.moments import Moment
from reattune.speech.reading import Reading
from reattune.speech.telling import Quoted, benign, seen, title

TURNS = 400
"""Turns of one page."""
ENTRIES = 150
"""Entries of one turn that are put right on one page."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A moment beside its words that is not listed by itself: what else it may be, and why it is marked."""

    title: str
    benign: tuple[str, ...]
    seen: tuple[Quoted, ...]
    after: tuple[int, ...] = ()
    """The listed moments it came after, where it may have been an attempt to reach each other."""


@dataclass(frozen=True, slots=True)
class Line:
    """One turn: its number from 0, whose it is, when it began, its words in pieces, and what stands beside it."""

    number: int
    role: Role
    who: str
    at: str
    words: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    beside: tuple[Beside, ...]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a turn, to be put right by itself."""

    number: int
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A turn that is being put right: its entries, how many it has, and from which one on the next are shown."""

    turn: int
    role: Role
    entries: tuple[Entry, ...]
    count: int
    onward: int | None


def page_of(turn: int) -> int:
    """Return which page a turn is on, from 1."""
    return turn // TURNS + 1


def pages(transcript: Transcript) -> int:
    """Return how many pages a transcript has, one at least."""
    return max(1, -(-len(transcript.turns) // TURNS))


def lines(reading: Reading, noted: Noted, number: int, client: str, *, everything: bool = False) -> list[Line]:
    """Return the turns of one page.

    Args:
        reading: The transcript read.
        noted: Its moments.
        number: The page, from 1.
        client: What the client is called.
        everything: Whether moments that are not listed are marked too.
    """
    turns, silent = reading.transcript.turns, gaps(reading.transcript)
    start = (number - 1) * TURNS
    marks, notes, beside = _marks(noted, everything=everything), _notes(noted), defaultdict[int, list[Beside]](list)
    for moment in _not_listed(noted, everything=everything):
        if start <= moment.first < start + TURNS:
            beside[moment.first].append(_beside(reading, moment, noted))
    return [
        Line(
            at,
            turn.role,
            who(turn, client),
            clock(turn.start),
            len(turn.text.split()),
            pieces(turn.text, marks[at], silent[at].inside),
            tuple(notes[at]),
            tuple(beside[at]),
            silent[at].after,
        )
        for at, turn in enumerate(turns[start : start + TURNS], start)
    ]


def who(turn: Turn, client: str) -> str:
    """Return whose a turn is, as the page calls them."""
    match turn.role:
        case Role.THERAPIST:
            return _("You")
        case Role.CLIENT:
            return client
        case _other:
            return turn.label or _("Somebody else")


def opened(transcript: Transcript, texts: Sequence[str], turn: int, first: int = 0) -> Opened | None:
    """Return a turn with its entries, to say that it, or some of it, is somebody else's; None where there is none.

    Args:
        transcript: Turns with roles.
        texts: The words of each entry.
        turn: Its number, from 0.
        first: The first of its entries to show, from 0.
    """
    if not 0 <= turn < len(transcript.turns):
        return None
    numbers = entries_of(transcript)[turn]
    shown = numbers[first : first + ENTRIES] or numbers[:ENTRIES]
    entries = tuple(Entry(number, texts[number], len(texts[number].split())) for number in shown)
    onward = shown[-1] + 1 - numbers[0] if shown and shown[-1] < numbers[-1] else None
    return Opened(turn, transcript.turns[turn].role, entries, len(numbers), onward)


def turn_with(transcript: Transcript, entry: int) -> int:
    """Return which turn an entry is in."""
    return next((at for at, numbers in enumerate(entries_of(transcript)) if entry in numbers), 0)


def way(direction: Direction | None) -> str:
    """Return how a mark is drawn."""
    return "reach" if direction is None else direction.value


def _not_listed(noted: Noted, *, everything: bool) -> list[Moment]:
    listed = {note.moment.id for note in noted.notes}
    return [one for one in noted.found if one.id not in listed and (everything or one.id in noted.attempts)]


def _marks(noted: Noted, *, everything: bool) -> defaultdict[int, list[Mark]]:
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    numbered = [(note.moment, 0 if note.is_ordinary else note.number) for note in noted.notes]
    numbered += [(moment, 0) for moment in _not_listed(noted, everything=everything)]
    for moment, number in numbered:
        for hit in moment.hits:
            found[hit.turn].append(Mark(hit.start, hit.end, moment.id, number, way(moment.direction)))
    return found


def _notes(noted: Noted) -> defaultdict[int, list[Note]]:
    found: defaultdict[int, list[Note]] = defaultdict(list)
    for note in noted.notes:
        found[note.moment.first].append(note)
    return found


def _beside(reading: Reading, moment: Moment, noted: Noted) -> Beside:
    return Beside(title(moment), benign(moment), seen(reading, moment), noted.attempts.get(moment.id, ()))
