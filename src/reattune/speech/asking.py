"""What a turn asks of the other: nothing, a yes or no, something open, about feelings, or about the two of them."""

from enum import StrEnum

from reattune.speech.expression import Expression


class Asked(StrEnum):
    """What the last words of a turn ask."""

    NOTHING = "nothing"
    CLOSED = "closed"
    """A yes or no, or one fact: how many, what time, which of two."""
    OPEN = "open"
    FEELING = "feeling"
    """Open, and about what is felt."""
    US = "us"
    """About the two of them, or the therapy: how this is, what was just said, anything that felt off."""


_LAST = 240
"""Characters: what is asked stands at the end of a turn."""
_US = Expression(
    r"\b(?:between us|(?:you and|with|towards?|at|by) me|what i(?:'ve| have)? (?:just )?(?:said|did|suggested)"
    r"|how (?:i|we|it) (?:came across|are doing|is going)|how (?:are we|am i|did i)|(?:me|my) (?:saying|asking)"
    r"|(?:with|to|about|in|from) (?:our work|this work|these sessions|here|therapy|our sessions|our time)"
    r"|(?:today|this|today's|our|last|these) (?:sessions?|conversation)|talking (?:about this )?(?:here|with me|to me)"
    r"|something (?:i|we) (?:said|did)|working together|did i|have i|am i|was i|could i have)\b"
)
_FEELING = Expression(
    r"\b(?:feel\w*|felt|emotion\w*|go(?:es|ing) on (?:inside|for you|in you)|c(?:om(?:es?|ing)|ame) up|for you|"
    r"hurts?|inside"
    r"|(?:like|happens|happening|happened) (?:for|in) you|(?:was|is) (?:that|it|this) like|do to you|did to you|"
    r"hit you|affect\w*"
    r"|hardest|in your body|sit with you|(?:do|does) (?:that|this|any of (?:that|this|it)|it) (?:touch|resonate|ring|"
    r"connect|land|speak|hit|stir)|land\w* (?:for|with) you|touche[sd] you|mean\w* to you)\b"
)
_INVITATION = (
    r"tell me|say (?:a bit |some |a little )?more|describe|"
    r"help me understand|i wonder|i'm wondering|i'm (?:more |really |just |also )?curious"
    r"|i'd (?:really |just |so )?(?:like|love|want) to (?:hear|know|understand)|i want to (?:hear|understand)|"
    r"walk me through|talk (?:me through|about)|put (?:that |it |this )?into words|stay with that"
)
_INVITES = Expression(rf"\b(?:{_INVITATION})\b")
_OPEN = Expression(rf"\b(?:what|how|why|where|when|who|which|{_INVITATION})\b")
_FACT = Expression(
    r"\b(?:how (?:many|much (?:time|money|sleep|did you (?:drink|pay|sleep))|old|long|often|far|tall|soon|late)"
    r"|what (?:time|day|date|year|month|number|age|colou?r)|what(?:'s| is| was) (?:your|his|her|their|the) (?:name|"
    r"address|number|email|date)"
    r"|where (?:do|did|does) (?:you|he|she|they) (?:live|work|park|sit)|which (?:one|day|of|time|chair|week)|"
    r"when(?:'s| is| was| did| do| does)|who else)\b"
)
_CLOSED = Expression(
    r"^\W*(?:(?:so|and|but|ok|okay|well|um|uh|er|then|now|right|yeah|mm|sorry|just|or)\W+){0,3}"
    r"(?:is|are|was|were|do|does|did|has|have|had|shall|should|will|would|can|could|isn't|aren't|don't|didn't|"
    r"doesn't|wasn't"
    r"|haven't|won't|wouldn't|couldn't|can't|may|might) (?:i|we|you|he|she|it|they|that|this|there|the|your|his|her|"
    r"any|some|someone|anyone)\b"
)
_SAYS = Expression(
    r"^\W*(?:(?:so|and|but|ok|okay|well|um|uh|er|then|now|right|yeah|yes|mm|sorry|just|or|because|'cause)\W+){0,3}"
    r"(?:you|it|that|this|he|she|they|we|there|i)(?:'\w+)?\W+\w+"
)
"""A statement with a question mark: it asks whether that is so."""
_LATE = Expression(r"[,;:-]\W*(?:(?:and|so|but|or|then|like)\W+)*(?:what|how|why|where|who|which)\b")
_SENSE = Expression(
    r"\b(?:(?:do|does) (?:that|this|any of (?:that|this|it)|it) (?:touch|resonate|ring|connect|land|fit|speak|hit|"
    r"stir|sound (?:right|familiar|true|like))|any idea|(?:a|any|some) sense|a word|words for|(?:can|could|"
    r"would) you (?:say|tell|describe|explain|put|help|walk|talk)"
    rf"|{_INVITATION})\b"
)
_TAG = Expression(
    r",?\s*\b(?:right|yeah|ok|okay|isn't it|wasn't it|don't you|didn't you|aren't you|do you know what i mean|"
    r"you know)\s*$"
)


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
        return _kind(end) if _INVITES.meets(end) else Asked.NOTHING
    begin = max(end.rfind(mark, 0, at) for mark in (".", "!", "?"))
    question = end[begin + 1 : at]
    kind = _kind(question)
    return kind if kind is not Asked.NOTHING else Asked.CLOSED


def _kind(question: str) -> Asked:
    if _US.meets(question):
        return Asked.US
    if not _OPEN.meets(question) and not _SENSE.meets(question):
        return Asked.NOTHING
    if _FACT.meets(question) or _is_closed(question):
        return Asked.CLOSED
    return Asked.FEELING if _FEELING.meets(question) else Asked.OPEN


def _is_closed(question: str) -> bool:
    if _SENSE.meets(question):
        return False
    if _TAG.meets(question) or _CLOSED.meets(question):
        return True
    return _SAYS.meets(question) and not _LATE.meets(question)
