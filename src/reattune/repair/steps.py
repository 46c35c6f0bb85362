"""The steps of working something through: a checklist in any order, never a way that must be walked."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import assert_never

from reattune.language import _


class Step(StrEnum):
    """Something that may be done with a moment, today, again, or never."""

    RECOGNISE = "recognise"
    CAPTURE = "capture"
    ACKNOWLEDGE = "acknowledge"
    HOLD_OPEN = "hold_open"
    EXPLORE = "explore"
    ARTICULATE = "articulate"
    REFLECT = "reflect_together"
    WORK_THROUGH = "work_through"
    LEARN = "learn"
    CARRY = "carry_outside"


ORDER = {step: place for place, step in enumerate(Step)}
"""The place of each step on the path."""


def tidy(steps: Mapping[Step, tuple[date, ...]]) -> dict[Step, tuple[date, ...]]:
    """Return a checklist in the order of the steps, each day once and oldest first, untouched steps left out."""
    touched = [step for step in steps if steps[step]]
    return {step: tuple(sorted(set(steps[step]))) for step in sorted(touched, key=ORDER.__getitem__)}


def words(step: Step) -> str:  # noqa: PLR0911 - one return per member
    """Return how a step is named, in the therapist's words."""
    match step:
        case Step.RECOGNISE:
            return _("Notice it")
        case Step.CAPTURE:
            return _("Put it down")
        case Step.ACKNOWLEDGE:
            return _("Acknowledge it")
        case Step.HOLD_OPEN:
            return _("Hold it open")
        case Step.EXPLORE:
            return _("Explore it")
        case Step.ARTICULATE:
            return _("Find words for it")
        case Step.REFLECT:
            return _("Think about it together")
        case Step.WORK_THROUGH:
            return _("Work it through")
        case Step.LEARN:
            return _("Learn from it")
        case Step.CARRY:
            return _("Carry it outside")
        case other:
            assert_never(other)


def hint(step: Step) -> str:  # noqa: PLR0911 - one return per member
    """Return one plain sentence about what a step may be."""
    match step:
        case Step.RECOGNISE:
            return _("Something seemed different, for you or for both of you; it may turn out to be nothing.")
        case Step.CAPTURE:
            return _("A few words while they are fresh, even if they are only that there are none yet.")
        case Step.ACKNOWLEDGE:
            return _("Let the other person know that you saw it, and your own part in it.")
        case Step.HOLD_OPEN:
            return _("Leave it as it is for a while, on purpose, and say when you would like to come back to it.")
        case Step.EXPLORE:
            return _("Be curious, together, about what it was like for each of you.")
        case Step.ARTICULATE:
            return _("Put into words what was hoped for, what was feared, and what came.")
        case Step.REFLECT:
            return _("Look at what happened between you from a little further away, side by side.")
        case Step.WORK_THROUGH:
            return _("Stay with it as long as it needs; it may come back more than once.")
        case Step.LEARN:
            return _("Note what you would keep, and what you might do differently.")
        case Step.CARRY:
            return _("From a later session on: what was different this time, and whether it was met elsewhere.")
        case other:
            assert_never(other)
