"""Changing a task or a goal: the therapist drops, shrinks or swaps what was planned, for what this person needs."""

from reattune.language import _
from reattune.speech.frames import Frame, frame, lately, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_OFFER = (
    r"(?:let'?s|let us|shall (?:i|we)|(?:can|could|might|may) (?:i|we)|we (?:can|could|might|"
    r"don'?t have to|don'?t need to|needn'?t)|how about|what if|what about|why don'?t we|"
    r"i(?:'d| would) (?:like|suggest|sooner|rather|propose|be happy)|i(?:'ll| will| can|"
    r" could)|perhaps|maybe|would you (?:rather|prefer|like)|i think we|i suggest|"
    r"i'm (?:happy|going) to|okay,? then|then)"
)
_TASK = (
    r"\b(?:exercise\w*|worksheet|sheet|homework|diary|log|form|forms|task|goal|goals|plan|"
    r"planned|agenda|this|it|that|chair|technique|approach|breathing|exposure|list|ladder|"
    r"hierarchy|chart|charts|step|steps|topic|way|work|session|time|things?|words|question\w*|"
    r"memory|size|pace|writing|target|board)\b"
)
_WARY = (
    r"\b(?:dread|no nearer|feel daft|don'?t see myself|i (?:don'?t|can'?t|couldn'?t|won'?t|"
    r"hate|'m not|am not|just go|just can'?t|didn'?t|"
    r"feel like)|i'?m not|too (?:much|hard|big|fast|soon)|not (?:helping|working|getting|"
    r"ready|doing|for me)|pointless|rushed|stupid|who wants me|don'?t even|all over|"
    r"every time you)\b"
)

SIGNS = (
    Sign(
        "alters_frees",
        r"\b(?:(?:needn'?t|don'?t have to|doesn'?t have to|don'?t need to) (?:be|do|go|finish|use|"
        r"talk)|(?:do|try) it your way|what matters (?:more|most)|"
        r"(?:can|could|may) (?:stay|wait|rest) (?:in|out|where|there|here|for)|no (?:chair|cards|"
        r"sheets?|forms?|homework|exercises?|list|charts?) (?:today|then|for))\b",
        0.45,
    ),
    Sign(
        "alters_leaves",
        (
            rf"\b{_OFFER} (?:\w+ ){{0,3}}?(?:leave|drop|skip|park|put|set|stop|pause|scrap|ditch|"
            r"forget|lay|shelve|let go|take a break|cut|rub\w*|throw|not (?:do|go|use|finish))\b"
        ),
        0.55,
        also=rf"{_TASK}|\b(?:them|it all|these|those)\b",
    ),
    Sign(
        "alters_swaps",
        (
            rf"\b{_OFFER} (?:\w+ ){{0,4}}?(?:instead|differently|different|another way|the other way|"
            r"something else|change|switch|swap|shift|turn things|slow\w*|smaller|easier|simpler|"
            r"shorter|gentler|rethink|adjust|rework|start (?:again|over|from)|begin (?:again|with)|"
            r"try (?:it |that |this )?(?:without|another|something|differently))\b"
        ),
        0.55,
    ),
    Sign(
        "alters_rather",
        (
            r"\b(?:what (?:would|might|could) (?:you|be|feel) (?:\w+ ){0,3}?(?:rather|prefer|"
            r"more (?:useful|helpful)|better|worth|useful|helpful|like to (?:do|use|spend|work|talk|"
            r"focus))|would you (?:rather|prefer)|what do you need from (?:me|today|this)|"
            r"where would you like to (?:start|go|put)|i'?d (?:sooner|rather) have you|(?:your|"
            r"you) (?:choose|set the pace|lead)|at your (?:own )?pace)\b"
        ),
        0.45,
    ),
    Sign(
        "alters_wrong",
        (
            r"\b(?:wrong (?:goal|size|task|step|exercise|plan|thing|way|pace|place)|"
            r"not (?:the )?right (?:thing|exercise|task|moment|time|goal|plan|tool|fit)|(?:was|it was|"
            r"that was) my (?:plan|idea|goal|agenda)|i(?:'d| had) (?:planned|meant|wanted|"
            r"had in mind)|doesn'?t have to be (?:this|that)|there(?:'s| are) other ways?|(?:new|"
            r"other|different|own) (?:goal|plan|aim)|what you(?:'d| had)? come for)\b"
        ),
        0.5,
    ),
    Sign(
        "alters_put",
        (
            r"\b(?:(?:leave|put|set|lay) (?:\w+ ){1,3}?(?:away|aside|down|out of it|for (?:now|today|"
            r"another))|cut (?:it|that|this) down|smaller (?:step|piece|bit|one)|(?:do|try) (?:it|"
            r"this|that|things|something) (?:\w+ )?differently|(?:draw|write|walk|move|talk|just talk|"
            r"just sit) (?:it )?instead|let'?s not|stay with the first|we just talk)\b"
        ),
        0.5,
    ),
)
_GOES_ON = (
    r"\b(?:next (?:item|one|question|exercise|page|step|thing)|as (?:we )?planned|carry on|"
    r"more go\b|as usual|still (?:what|the|our)|get on with|"
    r"keep going|go on with|continue|finish (?:the|this)|get it out|how far up|stick (?:with|"
    r"to) (?:the|our))\b"
)
_OTHERS = (
    r"\b(?:with (?:him|her|them|your)|at (?:work|home|school)|(?:tell|ask|drop|leave) (?:him|"
    r"her|them|your)|your (?:boss|husband|wife|partner|mum|dad|job))\b"
)
_ROOM = r"\b(?:sun|light|window|blind|chair|cold|hot|noise|draught|screen|camera|sound|wifi|door)\b"


_OPENING = (
    r"\b(?:where (?:would|do|shall|should|might) (?:you|we) (?:\w+ )?(?:like to |want to )?(?:start|begin)|"
    r"what would you like to (?:\w+ ){1,4}(?:today|first))\b"
)
_PLANNED = r"\b(?:exercise\w*|worksheets?|sheets?|homework|diary|log|forms?|goals?|plan|agenda|chart|breathing|list)\b"


def _opens(met: Met, before: str) -> bool:
    """Return whether an hour is only being opened: nothing had been planned that could be changed."""
    return holds(_OPENING, met.sentence) and not holds(_PLANNED, before) and not holds(_WARY, before)


def _weigh(met: Met) -> float:
    before = lately(met.place)
    if _opens(met, before):
        return 0.0
    wary = holds(_WARY, before) or (strained(met.place) and frame(met.place) is Frame.BETWEEN)
    strength = met.sign.strength + (0.25 if wary else -0.2)
    if holds(_GOES_ON, met.sentence) and not holds(r"\blet'?s not|don'?t have to\b", met.sentence):
        strength -= 0.4
    if holds(_OTHERS, met.sentence):
        strength -= 0.35
    if holds(_ROOM, before) and not holds(r"\b(?:exercise|watched|eyes shut)\b", before):
        strength -= 0.4
    return clear(strength)


def _reason(place: Place) -> str:
    if strained(place):
        return _("You offered to change what was planned, just after a doubt or a no.")
    return _("You offered to do something other than planned.")


_RULE = strategy(
    "changes_task",
    Family.CHANGES_TASK,
    SIGNS,
    looks_at=lambda: _("Whether the therapist drops, shrinks or swaps a task or a goal after a doubt or a no."),
    benign=lambda: (
        _("Moving on to something else is often just the order of the day."),
        _("It may be about the room, or the time that is left."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
