"""Ways of responding that therapists have described, in our own words: an offer, in any order, none of them better.

The list follows the strategies of the Rupture Resolution Rating System (3RS) as remembered, not as published there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from reattune.language import _
from reattune.repair.timing import is_later, next_session


class Kind(StrEnum):
    """Whether a strategy turns to the work at hand, or to what happens between the two."""

    IMMEDIATE = "immediate"
    EXPLORATORY = "exploratory"


class Strategy(StrEnum):
    """One way of responding; the values are the words that `tried` holds in episodes.toml."""

    CLARIFY = "clarify a misunderstanding"
    CHANGE = "change tasks or goals"
    RATIONALE = "give a rationale"
    REFOCUS = "redirect or refocus"
    INVITE = "invite thoughts and feelings"
    ACKNOWLEDGE = "acknowledge own contribution"
    DISCLOSE = "disclose own experience"
    VALIDATE = "validate the protection"
    LINK_BETWEEN = "link to patterns between us"
    LINK_OUTSIDE = "link to other relationships"


LATER = frozenset({Strategy.LINK_BETWEEN, Strategy.LINK_OUTSIDE})
"""Offered from the next session on."""


@dataclass(frozen=True, slots=True)
class Held:
    """A strategy that is not offered yet: why, and the day from which it is, where that is known."""

    strategy: Strategy
    reason: str
    from_day: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered today, and what is held back for later, each in the order of the strategies."""

    strategies: tuple[Strategy, ...]
    held: tuple[Held, ...]


def offered(today: date, episode_day: date, sessions: Iterable[date]) -> Offer:
    """Return the strategies to offer, those that link to patterns only from the next session on.

    Args:
        today: The day of asking.
        episode_day: The day it happened.
        sessions: Days of sessions. Leave out sessions that did not take place; planned ones may be in.

    Returns:
        The offer; together its two parts hold every strategy once.
    """
    days = tuple(sessions)
    if is_later(today, episode_day, days):
        return Offer(tuple(Strategy), ())
    first = next_session(episode_day, days)
    reason = _(
        "Offered from the next session on: therapists who were asked found this less helpful in the moment itself, and "
        "helpful later."
    )
    return Offer(
        tuple(each for each in Strategy if each not in LATER),
        tuple(Held(each, reason, first) for each in Strategy if each in LATER),
    )


def kind(strategy: Strategy) -> Kind:
    """Return which kind a strategy is."""
    match strategy:
        case Strategy.CLARIFY | Strategy.CHANGE | Strategy.RATIONALE | Strategy.REFOCUS:
            return Kind.IMMEDIATE
        case (
            Strategy.INVITE
            | Strategy.ACKNOWLEDGE
            | Strategy.DISCLOSE
            | Strategy.VALIDATE
            | Strategy.LINK_BETWEEN
            | Strategy.LINK_OUTSIDE
        ):
            return Kind.EXPLORATORY
        case other:
            assert_never(other)


def kind_words(one: Kind) -> str:
    """Return how a kind is named."""
    match one:
        case Kind.IMMEDIATE:
            return _("Turning to the work at hand")
        case Kind.EXPLORATORY:
            return _("Turning to what happens between you")
        case other:
            assert_never(other)


def words(strategy: Strategy) -> str:  # noqa: PLR0911 - one return per member
    """Return how a strategy is named."""
    match strategy:
        case Strategy.CLARIFY:
            return _("Clear up a misunderstanding")
        case Strategy.CHANGE:
            return _("Change what you do or aim for")
        case Strategy.RATIONALE:
            return _("Say why you do what you do")
        case Strategy.REFOCUS:
            return _("Come back to what matters now")
        case Strategy.INVITE:
            return _("Invite thoughts and feelings about you or the work")
        case Strategy.ACKNOWLEDGE:
            return _("Acknowledge your own part")
        case Strategy.DISCLOSE:
            return _("Say how it was for you")
        case Strategy.VALIDATE:
            return _("See the sense in the protection")
        case Strategy.LINK_BETWEEN:
            return _("Link it to what happens between you at other times")
        case Strategy.LINK_OUTSIDE:
            return _("Link it to other relationships")
        case other:
            assert_never(other)


def hint(strategy: Strategy) -> str:  # noqa: PLR0911 - one return per member
    """Return one plain sentence about what a strategy may look like."""
    match strategy:
        case Strategy.CLARIFY:
            return _("Say what you meant, and ask how it was heard, without deciding who was right.")
        case Strategy.CHANGE:
            return _("Ask whether this is still what you both want to work on, and in this way.")
        case Strategy.RATIONALE:
            return _("Explain what the exercise or the question is for, and ask whether that makes sense.")
        case Strategy.REFOCUS:
            return _("Where you have both drifted, ask whether to go back to what was being talked about.")
        case Strategy.INVITE:
            return _("Ask openly how it is to be here with you just now, and make room for any answer.")
        case Strategy.ACKNOWLEDGE:
            return _("Name what you did or left out, plainly, without asking to be let off.")
        case Strategy.DISCLOSE:
            return _("Say, as your own and not as the truth, what you noticed in yourself at that moment.")
        case Strategy.VALIDATE:
            return _("Say that stepping back or pushing may have been a good way to look after oneself.")
        case Strategy.LINK_BETWEEN:
            return _("Wonder together whether this has a likeness to other moments between you.")
        case Strategy.LINK_OUTSIDE:
            return _(
                "Wonder together whether something like this is known from elsewhere, and where it went otherwise."
            )
        case other:
            assert_never(other)
