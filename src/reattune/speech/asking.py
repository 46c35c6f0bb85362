"""What a turn asks of the other: nothing, a yes or no, something open, about feelings, or about the two of them."""

from enum import StrEnum

import re2


class Asked(StrEnum):
    """What the last words of a turn ask."""

    NOTHING = "nothing"
    CLOSED = "closed"
    OPEN = "open"
    FEELING = "feeling"
    """Open, and about what is felt."""
    US = "us"
    """About the two of them, or the therapy: how this is, what was just said, anything that felt off."""


_LAST = 240
"""Characters: what is asked stands at the end of a turn."""
_US = re2.compile(
    r"\b(?:between us|(?:you and|with) me|what i (?:just )?(?:said|did)"
    r"|how (?:i|we|it) (?:came across|are doing|is going)"
    r"|(?:with|to|about|in) (?:our work|this work|these sessions|here|therapy|our sessions)"
    r"|(?:today|this) (?:session|conversation)"
    r"|something (?:i|we) (?:said|did)|working together|did i|have i|am i|was i|could i have)\b"
)
_FEELING = re2.compile(
    r"\b(?:feel\w*|felt|emotion\w*|go(?:es|ing) on (?:inside|for you|in you)|comes? up for you|hurts?|inside)\b"
)
_INVITATION = (
    r"tell me|say (?:a bit |some |a little )?more|describe|help me understand|i wonder|i'm wondering|i'm curious"
    r"|i'd like to hear"
)
_INVITES = re2.compile(rf"\b(?:{_INVITATION})\b")
_OPEN = re2.compile(rf"\b(?:what|how|why|where|when|who|which|could you say|can you say|{_INVITATION})\b")


def asked(text: str) -> Asked:
    """Return what a turn asks, from the folded text of its end.

    Args:
        text: the folded text of one turn.

    Returns:
        What is asked last; `NOTHING` where it holds neither a question mark nor an invitation to say more.
    """
    end = text[-_LAST:]
    at = end.rfind("?")
    if at < 0:
        return _kind(end) if _INVITES.search(end) else Asked.NOTHING
    begin = max(end.rfind(mark, 0, at) for mark in (".", "!", "?"))
    question = end[begin + 1 : at]
    kind = _kind(question)
    return kind if kind is not Asked.NOTHING else Asked.CLOSED


def _kind(question: str) -> Asked:
    if _US.search(question):
        return Asked.US
    is_open = bool(_OPEN.search(question))
    if is_open and _FEELING.search(question):
        return Asked.FEELING
    return Asked.OPEN if is_open else Asked.NOTHING
