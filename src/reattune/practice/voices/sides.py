"""Who reads which side, and when: a table of states that both change by their own acts, and no row, page or clock.

A side is written alone. What its author chose of showing it is known to the author only; the other learns of it by
reading the side, at the moment at which the rules say so, and in no other way.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from reattune.model import Voice


class Wants(StrEnum):
    """What an author chose of showing their side."""

    KEEP = ""
    SHOW = "show"
    TOGETHER = "together"
    """At one moment, when the other has chosen to show theirs too."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one side stands."""

    saved: bool = False
    passed: bool = False
    """Whether its author said that they would rather not write."""
    wants: Wants = Wants.KEEP
    shown: bool = False
    """Whether the other may read it; it stays so until its author takes it back."""


@dataclass(frozen=True, slots=True)
class Both:
    """How both sides stand."""

    client: Standing = Standing()
    therapist: Standing = Standing()

    def of(self, voice: Voice) -> Standing:
        """Return one side's standing."""
        return self.client if voice is Voice.CLIENT else self.therapist


class Act(StrEnum):
    """What an author does with their own side."""

    KEEP = "keep"
    SHOW = "show"
    TOGETHER = "together"
    DECLINE = "decline"
    TAKE_BACK = "take back"


WANTED = {Act.KEEP: Wants.KEEP, Act.SHOW: Wants.SHOW, Act.TOGETHER: Wants.TOGETHER}
"""The three ways of saving."""


def other_of(voice: Voice) -> Voice:
    """Return the other of the two."""
    return Voice.THERAPIST if voice is Voice.CLIENT else Voice.CLIENT


def after(both: Both, voice: Voice, act: Act) -> Both:
    """Return how both sides stand after one of the two has done something with their own.

    Args:
        both: How they stood.
        voice: Who acts.
        act: What they do; saving comes with a choice of showing.

    Returns:
        How they stand; an act changes the actor's own saving, passing and choosing, and only `settled` what is shown.
    """
    mine = both.of(voice)
    match act:
        case Act.KEEP | Act.SHOW | Act.TOGETHER:
            wants = WANTED[act]
            changed = Standing(saved=True, wants=wants, shown=mine.shown and wants is not Wants.KEEP)
        case Act.DECLINE:
            changed = replace(mine, passed=True, wants=Wants.KEEP, shown=False)
        case Act.TAKE_BACK:
            changed = replace(mine, wants=Wants.KEEP, shown=False)
        case other:
            assert_never(other)
    return settled(replace(both, client=changed) if voice is Voice.CLIENT else replace(both, therapist=changed))


def settled(both: Both) -> Both:
    """Return both sides with what is to be shown by now.

    Args:
        both: How they stand.

    Returns:
        The same, where the client's side is shown once they want it so, or both want it together; the therapist's once
        they want it so and the client has saved or passed, or both want it together. What is shown stays shown.
    """
    client, therapist = both.client, both.therapist
    agreed = _offers(client) and _offers(therapist)
    client_shown = client.shown or (client.saved and (client.wants is Wants.SHOW or agreed))
    answered = client.saved or client.passed
    ready = agreed or (therapist.wants is Wants.SHOW and answered)
    therapist_shown = therapist.shown or (therapist.saved and ready)
    return Both(replace(client, shown=client_shown), replace(therapist, shown=therapist_shown))


def _offers(one: Standing) -> bool:
    return one.saved and one.wants is not Wants.KEEP


class Cell(StrEnum):
    """Who of the two noticed something at the time."""

    CLIENT = "client"
    THERAPIST = "therapist"
    BOTH = "both"
    NEITHER = "neither"


THEN, NOT_THEN = "then", "not_then"
"""What each can say of themselves alone: I noticed it at the time, or I did not."""


def cell(client: str, therapist: str) -> Cell | None:
    """Return which of the four cells two people are in; None unless both have said it of themselves.

    Args:
        client: THEN, NOT_THEN or "", from what the client has shown.
        therapist: The same, from what the therapist has shown.
    """
    if not {client, therapist} <= {THEN, NOT_THEN}:
        return None
    if client == therapist:
        return Cell.BOTH if client == THEN else Cell.NEITHER
    return Cell.CLIENT if client == THEN else Cell.THERAPIST
