"""What rules for moments are shown of a session, and what a rule is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from reattune.model import Role, Silence, Span, Way
from reattune.nonverbal.listened import Moment, Taken
from reattune.nonverbal.turns import Exchange, exchanges, replies


@dataclass(frozen=True, slots=True)
class Reply:
    """What the client said until the therapist had the floor again: `seconds` of it are speech."""

    start: float
    end: float
    seconds: float


@dataclass(frozen=True)
class Scene:
    """One session as rules for moments see it.

    Args:
        seconds: how long it is.
        way: how it is known who spoke; a rule about a person is not asked where it is not known.
        bleeds: whether overlap cannot be told.
        taken: turns.
        quiet: silences between two things said.
    """

    seconds: float
    way: Way
    bleeds: bool
    taken: Sequence[Taken]
    quiet: Sequence[Silence]

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """Where the floor goes from one to the other."""
        return exchanges(self.taken)

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """What the client said each time, until the therapist had the floor."""
        return tuple(Reply(one[0].start, one[-1].end, sum(turn.seconds for turn in one)) for one in replies(self.taken))


@dataclass(frozen=True, slots=True)
class Words:
    """A moment in words: ordinary readings come first wherever it is shown.

    Args:
        sentence: what was heard, with its numbers.
        ordinary: what it may well be, likeliest first.
        part: the therapist's own part in it.
    """

    sentence: str
    ordinary: tuple[str, ...]
    part: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule for moments.

    Args:
        id: a name that stays.
        find: looks for moments in a session.
        words: says one of them in words.
        roles: whether it needs to know who spoke.
    """

    id: str
    find: Callable[[Scene], Iterable[Moment]]
    words: Callable[[Moment], Words]
    roles: bool = True


def moment(
    rule: str, rests: Sequence[Span], chance: float, role: Role | None = None, /, **figures: float | None
) -> Moment:
    """Return a moment whose id hangs on its rule and its seconds alone.

    Args:
        rule: the rule's id.
        rests: the seconds it rests on, at least one stretch.
        chance: how often it would come up by chance in this session, above 0; the smaller, the further up it is listed.
        role: whose doing it is about.
        **figures: its numbers; those that are None are left out.
    """
    spans = tuple(sorted(rests, key=lambda span: (span.start, span.end)))
    start, end = spans[0].start, max(span.end for span in spans)
    name = sha256(f"{rule} {start:.1f} {end:.1f}".encode()).hexdigest()[:16]
    kept = tuple((key, float(value)) for key, value in figures.items() if value is not None)
    return Moment(name, start, end, rule, spans, kept, role, 1 / chance)
