"""One session's figures against this client's own earlier sessions, in words; never against anybody else's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from reattune.language import _, decimal, plural
from reattune.speech.dynamics import Dynamics

LEAST_EARLIER = 3
"""Earlier sessions needed before anything is said of what is usual (our own choice)."""
LEAST_TURNS = 10
"""Client turns of a session that counts."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that lies outside everything this client's earlier sessions had.

    `usual` is the median of the earlier ones, `lowest` and `highest` their range, `sessions` how many they were.
    `says` is the sentence, `benign` what it often is.
    """

    figure: str
    now: float
    usual: float
    lowest: float
    highest: float
    sessions: int
    says: str
    benign: str


@dataclass(frozen=True, slots=True)
class _Figure:
    name: str
    of: Callable[[Dynamics], float | None]
    least: float
    """A smaller difference from the usual is not worth words."""
    fewer: Callable[[], str]
    more: Callable[[], str]
    benign: Callable[[], str]


def against_usual(now: Dynamics, earlier: Sequence[Dynamics]) -> tuple[Change, ...]:
    """Return what lies outside everything that this client's earlier sessions had.

    Args:
        now: the session.
        earlier: the same client's earlier sessions; those typed are held against typed ones only.

    Returns:
        Changes in a fixed order; none where fewer than three earlier sessions can be held beside it. With `n` earlier
        sessions and nothing changed, each figure is the lowest or highest in 2 of n + 1 sessions by itself.
    """
    alike = [one for one in earlier if one.client_turns >= LEAST_TURNS and one.typed == now.typed]
    if now.client_turns < LEAST_TURNS or len(alike) < LEAST_EARLIER:
        return ()
    found = (_change(figure, now, alike) for figure in _figures())
    return tuple(one for one in found if one is not None)


def _change(figure: _Figure, now: Dynamics, alike: Sequence[Dynamics]) -> Change | None:
    value = figure.of(now)
    known = [before for before in map(figure.of, alike) if before is not None]
    if value is None or len(known) < LEAST_EARLIER:
        return None
    lowest, highest, usual = min(known), max(known), median(known)
    if lowest <= value <= highest or abs(value - usual) < figure.least:
        return None
    text = (figure.fewer if value < lowest else figure.more)()
    count = plural("in {n} session before", "in {n} sessions before", len(known))
    says = _("{what}: {now} here, {usual} as a rule ({lowest} to {highest} {count}).").format(
        what=text, now=_shown(value), usual=_shown(usual), lowest=_shown(lowest), highest=_shown(highest), count=count
    )
    return Change(figure.name, value, usual, lowest, highest, len(known), says, figure.benign())


def _shown(value: float) -> str:
    return decimal(f"{value:.1f}") if abs(value) < 10 and value != int(value) else f"{value:.0f}"  # noqa: PLR2004


def _figures() -> tuple[_Figure, ...]:
    return (
        _Figure(
            "client_length",
            lambda one: one.client_length,
            2.0,
            lambda: _("The client’s turns were shorter, in words"),
            lambda: _("The client’s turns were longer, in words"),
            lambda: _("Often the topic, tiredness, or a day with more to tell or to plan."),
        ),
        _Figure(
            "client_share",
            lambda one: 100 * one.client_share,
            5.0,
            lambda: _("The client had less of the words, in a hundred"),
            lambda: _("The client had more of the words, in a hundred"),
            lambda: _("Often what was done in the session: explaining, an exercise, a story."),
        ),
        _Figure(
            "minimal_share",
            lambda one: 100 * one.minimal_share,
            5.0,
            lambda: _("Fewer of the client’s turns were of at most three words, in a hundred"),
            lambda: _("More of the client’s turns were of at most three words, in a hundred"),
            lambda: _("Often plain agreeing and listening, or many short questions."),
        ),
        _Figure(
            "longest_run",
            lambda one: float(one.longest_run),
            2.0,
            lambda: _("The longest run of such short turns was shorter"),
            lambda: _("The longest run of such short turns was longer"),
            lambda: _("Often a stretch in which the therapist explained or read something out."),
        ),
        _Figure(
            "client_latency",
            lambda one: one.client_latency,
            0.5,
            lambda: _("The client began to answer sooner, in seconds"),
            lambda: _("The client took longer to begin to answer, in seconds"),
            lambda: _("Often thinking, a slow connection, or a topic that needs time."),
        ),
        _Figure(
            "late_third",
            lambda one: one.late_third,
            4.0,
            lambda: _("In the last third the client’s turns became shorter than they usually do, in words"),
            lambda: _("In the last third the client’s turns became longer than they usually do, in words"),
            lambda: _("Often the end being planned, or the main thing having been said."),
        ),
    )
