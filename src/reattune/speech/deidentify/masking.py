"""A transcript with placeholders in place of what was found: one person or place, one placeholder all through."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Transcript
from reattune.speech.deidentify.finding import Found
from reattune.speech.deidentify.known import Known, expression
from reattune.speech.deidentify.piece import Kind, Piece, placeholder

LONGEST = 60
"""Characters of what a person puts in place of something."""
AROUND = 45
"""Characters shown before and after a piece."""


@dataclass(frozen=True, slots=True)
class Context:
    """A piece with the words around it, each a stretch of the stored turn."""

    before: str
    text: str
    after: str
    turn: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, place, date or number that was found, wherever it stands and however it is written."""

    key: str
    kind: Kind
    forms: tuple[str, ...]
    contexts: tuple[Context, ...]
    replacement: str


@dataclass(frozen=True, slots=True)
class Line:
    """One turn as it may leave: whose it is by role, and its words; every second part is a placeholder."""

    who: str
    role: Role
    parts: tuple[str, ...]
    start: float | None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.parts)


@dataclass(frozen=True, slots=True)
class Masked:
    """A transcript as it may leave, and how many pieces of each kind were replaced; no day, file or label is in it."""

    lines: tuple[Line, ...]
    replaced: Mapping[Kind, int]


def replacements(found: Found, changed: Mapping[str, str]) -> dict[str, str]:
    """Return what stands in place of each key, numbered in the order in which they first come.

    Args:
        found: What was found.
        changed: Other words that a person chose, by key.

    Raises:
        ReattuneError: Other words are too long, or hold something that is to be taken out.
    """
    counts: Counter[Kind] = Counter()
    made: dict[str, str] = {}
    for piece in found.pieces:
        if piece.key in made:
            continue
        role = _role_of(piece.key, found.known)
        if role is not None:
            made[piece.key] = role
        else:
            counts[piece.kind] += 1
            made[piece.key] = placeholder(piece.kind, counts[piece.kind])
    chosen = {key: words.strip() for key, words in changed.items() if key in made and words.strip()}
    _check(found, chosen.values())
    return made | chosen


def entries(transcript: Transcript, found: Found, changed: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return what was found, one entry for everything that has one placeholder, kind by kind in the order of a list.

    Args:
        transcript: Turns with roles.
        found: What was found in it.
        changed: Other words that a person chose, by key.
    """
    stands = replacements(found, changed)
    by_key: dict[str, list[Piece]] = {}
    for piece in found.pieces:
        by_key.setdefault(piece.key, []).append(piece)
    made = [
        Entry(
            key,
            pieces[0].kind,
            tuple(dict.fromkeys(one.text for one in pieces)),
            tuple(_context(transcript, one) for one in pieces),
            stands[key],
        )
        for key, pieces in by_key.items()
    ]
    order = list(reversed(Kind))
    return tuple(sorted(made, key=lambda one: order.index(one.kind)))


def masked(transcript: Transcript, found: Found, changed: Mapping[str, str]) -> Masked:
    """Return a transcript with placeholders in place of what was found.

    Args:
        transcript: Turns with roles.
        found: What was found in it.
        changed: Other words that a person chose, by key.

    Raises:
        ReattuneError: As `replacements`.
    """
    stands = replacements(found, changed)
    by_turn = {turn: list(pieces) for turn, pieces in groupby(found.pieces, key=lambda one: one.turn)}
    names = speakers(transcript)
    lines = tuple(
        Line(names[turn.role, turn.label], turn.role, tuple(_parts(turn.text, by_turn.get(at, ()), stands)), turn.start)
        for at, turn in enumerate(transcript.turns)
    )
    return Masked(lines, Counter(piece.kind for piece in found.pieces))


def speakers(transcript: Transcript) -> dict[tuple[Role, str], str]:
    """Return what each speaker is called where no name may stand: by role, numbered where a role has several."""
    pairs = dict.fromkeys((turn.role, turn.label) for turn in transcript.turns)
    found: dict[tuple[Role, str], str] = {}
    for role in Role:
        mine = [pair for pair in pairs if pair[0] is role]
        for number, pair in enumerate(mine, start=1):
            word = _role_words(role)
            found[pair] = word if len(mine) == 1 else _("{who} {n}").format(who=word, n=number)
    return found


def _role_words(role: Role) -> str:
    return {Role.THERAPIST: _("Therapist"), Role.CLIENT: _("Client"), Role.OTHER: _("Somebody else")}[role]


def _role_of(key: str, known: Sequence[Known]) -> str | None:
    """Return the placeholder of somebody who speaks, None for anybody else."""
    roles = dict.fromkeys((one.role, one.key) for one in known if one.role is not None)
    mine = next((role for role, whose in roles if whose == key), None)
    if mine is None:
        return None
    same = [whose for role, whose in roles if role is mine]
    word = {Role.THERAPIST: _("[therapist]"), Role.CLIENT: _("[client]"), Role.OTHER: _("[somebody else]")}[mine]
    return word if len(same) == 1 else f"{word[:-1]} {same.index(key) + 1}]"


def _check(found: Found, chosen: Iterable[str]) -> None:
    forms = {piece.text for piece in found.pieces}
    for words in chosen:
        if len(words) > LONGEST:
            message = _("“{words}…” is longer than {n} characters; shorten it.")
            raise ReattuneError(message.format(words=words[:20], n=LONGEST))
        inside = next((form for form in forms if expression(form).search(words)), None)
        if inside is not None:
            message = _("“{words}” has “{form}” in it, which is to be taken out; choose other words, or keep it.")
            raise ReattuneError(message.format(words=words, form=inside))


def _parts(text: str, pieces: Iterable[Piece], stands: Mapping[str, str]) -> Iterator[str]:
    at = 0
    for piece in pieces:
        yield text[at : piece.start]
        yield stands[piece.key]
        at = piece.end
    yield text[at:]


def _context(transcript: Transcript, piece: Piece) -> Context:
    text = transcript.turns[piece.turn].text
    return Context(
        text[max(0, piece.start - AROUND) : piece.start], piece.text, text[piece.end : piece.end + AROUND], piece.turn
    )
