"""How much was said, by whom and how soon: figures of a session that need no word to be kept."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from math import log1p
from statistics import fmean, median

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Times, Transcript, Turn

SHORT = 3
"""Words of a minimal reply, at most."""
FEATURES = (
    "turns",
    "client_words",
    "therapist_words",
    "client_share",
    "client_length",
    "therapist_length",
    "minimal_share",
    "client_latency",
    "therapist_latency",
    "longest_latency",
    "client_messages",
    "therapist_messages",
    "late_length",
    "asking_share",
)
"""The names of the 14 features, in the order in which `features` gives them."""


@dataclass(frozen=True, slots=True)
class Dynamics:
    """One session without its words.

    Lengths are words in a turn (the median), latencies seconds from the end of the other's turn to the beginning of
    this one (None where a file does not say both). `typed` says that a latency is typing time: it is never compared
    with one of speech. `late_quarter` and `late_third` are the mean words of a client's turn in the last quarter less
    those of all, and in the last third less those before it.
    """

    turns: int
    client_turns: int
    therapist_turns: int
    client_words: int
    therapist_words: int
    client_length: float
    therapist_length: float
    minimal: int
    """Client turns of at most three words."""
    longest_run: int
    """The most such turns after one another."""
    client_messages: int
    therapist_messages: int
    asking: int
    """Therapist turns with a question mark."""
    late_quarter: float
    late_third: float
    client_latency: float | None = None
    therapist_latency: float | None = None
    longest_latency: float | None = None
    typed: bool = False

    @property
    def client_share(self) -> float:
        """The client's share of all words, from 0 to 1; 0 where nothing was said."""
        return self.client_words / max(1, self.client_words + self.therapist_words)

    @property
    def minimal_share(self) -> float:
        """The share of the client's turns that are minimal replies."""
        return self.minimal / max(1, self.client_turns)


def dynamics(transcript: Transcript) -> Dynamics:
    """Return a session's figures without its words.

    Args:
        transcript: turns with roles; somebody else's (`Role.OTHER`) only count as turns.

    Returns:
        The figures; latencies only where the transcript says when turns began and ended.
    """
    return measured(transcript.turns, times=transcript.times, typed=transcript.written)


def measured(turns: Sequence[Turn], *, times: Times, typed: bool = False) -> Dynamics:
    """Return the figures of a stretch of turns, such as a window; see `dynamics`."""
    client = [turn for turn in turns if turn.role is Role.CLIENT]
    therapist = [turn for turn in turns if turn.role is Role.THERAPIST]
    lengths = [len(turn.text.split()) for turn in client]
    spoken = [len(turn.text.split()) for turn in therapist]
    waited = _latencies(turns, Role.CLIENT) if times is Times.BOTH else []
    answered = _latencies(turns, Role.THERAPIST) if times is Times.BOTH else []
    quarter, third = max(1, len(lengths) // 4), max(1, len(lengths) // 3)
    return Dynamics(
        turns=len(turns),
        client_turns=len(client),
        therapist_turns=len(therapist),
        client_words=sum(lengths),
        therapist_words=sum(spoken),
        client_length=median(lengths or [0]),
        therapist_length=median(spoken or [0]),
        minimal=sum(length <= SHORT for length in lengths),
        longest_run=_longest_run(lengths),
        client_messages=sum(turn.messages for turn in client),
        therapist_messages=sum(turn.messages for turn in therapist),
        asking=sum("?" in turn.text for turn in therapist),
        late_quarter=_mean(lengths[-quarter:]) - _mean(lengths),
        late_third=_mean(lengths[-third:]) - _mean(lengths[:-third] or lengths),
        client_latency=median(waited) if waited else None,
        therapist_latency=median(answered) if answered else None,
        longest_latency=max(waited) if waited else None,
        typed=typed,
    )


def features(one: Dynamics) -> tuple[float | None, ...]:
    """Return the 14 features in the order of `FEATURES`; a latency that is not known, or was spoken, is None."""
    latencies = (one.client_latency, one.therapist_latency, one.longest_latency) if one.typed else (None,) * 3
    return (
        float(one.turns),
        log1p(one.client_words),
        log1p(one.therapist_words),
        one.client_share,
        one.client_length,
        one.therapist_length,
        one.minimal_share,
        *(None if seconds is None else log1p(seconds) for seconds in latencies),
        one.client_messages / max(1, one.client_turns),
        one.therapist_messages / max(1, one.therapist_turns),
        one.late_quarter,
        one.asking / max(1, one.therapist_turns),
    )


def row(one: Dynamics) -> dict[str, int | float | bool | None]:
    """Return the figures as a plain mapping, to be kept where no words are."""
    return asdict(one)


def from_row(kept: Mapping[str, object]) -> Dynamics:
    """Return figures that were kept.

    Args:
        kept: what `row` gave.

    Returns:
        The same figures.

    Raises:
        ReattuneError: a figure is missing, or is no number.
    """
    optional = ("client_latency", "therapist_latency", "longest_latency")
    found: dict[str, object] = {}
    for field in fields(Dynamics):
        value = kept.get(field.name)
        if not isinstance(value, int | float) and not (value is None and field.name in optional):
            message = _("The figures kept of a session have no usable “{name}”; read its transcript again.")
            raise ReattuneError(message.format(name=field.name))
        found[field.name] = value
    return Dynamics(**found)  # type: ignore[arg-type]  # each was checked above


def _latencies(turns: Sequence[Turn], role: Role) -> list[float]:
    """Seconds before each turn of a role that follows somebody else's; overlapping speech counts as none."""
    found = []
    for before, turn in pairwise(turns):
        if turn.role is role and before.role is not role and turn.start is not None and before.end is not None:
            found.append(max(0.0, turn.start - before.end))
    return found


def _longest_run(lengths: Sequence[int]) -> int:
    longest = run = 0
    for length in lengths:
        run = run + 1 if length <= SHORT else 0
        longest = max(longest, run)
    return longest


def _mean(lengths: Sequence[int]) -> float:
    return fmean(lengths) if lengths else 0.0
