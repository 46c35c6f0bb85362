"""Giving a rationale: the therapist says what a task, a question or a way of working is for."""

from reattune.language import _
from reattune.speech.frames import THIRD, lately, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_DOUBTS = (
    r"\b(?:(?:got|have|has) (?:anything |something )?to do with|why can'?t (?:we|you|i)|"
    r"can'?t (?:we|you) just|(?:do|does) (?:we|i|it) have to)\b|"
    r"\b(?:why|what'?s (?:that|this|it|the point|the use|it all) ?(?:for|of)?|what is (?:it|"
    r"this|that) (?:for|supposed)|what(?:'s| is) the (?:point|use)|(?:don'?t|can'?t) (?:get|"
    r"see|understand)|(?:how|what) (?:is|does|will|would|would) (?:this|that|it|"
    r"\w+ing) (?:help|do|going to)|supposed to (?:do|help)|do you even|pointless|seems a lot|"
    r"again|what good|is there (?:any|a) point|bother)\b"
)
_WORK = (
    r"\b(?:exercise\w*|diary|homework|worksheet|sheet|breath\w*|forms?|questionnaire\w*|log|"
    r"writ\w+|ask\w*|questions?|session\w*|weekly|record\w*|list|exposure|notic\w+|practis\w+|"
    r"practic\w+|suggest\w*|therapy|we|us|doing|memory|silence|wait|staying|body|brain|"
    r"pattern\w*|numbers?|keep|tell\w*|told|talk\w*|this|it)\b"
)

SIGNS = (
    Sign(
        "why_reason",
        (
            r"\b(?:(?:the|my|one|a big|part of the) reason (?:why )?(?:i|we|for|behind|it|this|that)|"
            r"that'?s (?:the reason|why (?:i|we|it|the)|what (?:they|it|this|that)(?:'s|'re| is|"
            r" are) for)|here'?s why|let me (?:say|explain|tell you) (?:why|what)|i(?:'ve|"
            r" have)? (?:should|ought to|could|never|haven'?t) (?:\w+ )?(?:say|said|explain\w*|"
            r"told you))\b"
        ),
        0.6,
        also=_WORK,
    ),
    Sign(
        "why_point",
        (
            r"\b(?:the|my|our) (?:whole )?(?:idea|thinking|thought|point|purpose|aim|hope|logic|"
            r"rationale|intention|theory|goal) (?:\w+ )?(?:behind|of|with|is|was|here|for|in)\b"
        ),
        0.6,
    ),
    Sign(
        "why_ask",
        (
            r"\bi(?:'m| am|'ve been| was|'d)? (?:\w+ )?(?:ask\w*|suggest\w*|say\w*|bring\w*|propos\w*|"
            r"mention\w*|keep|kept|wait|want\w*|use|do|come back|go back|leave|left|pause)\b"
        ),
        0.55,
        also=(
            r"\b(?:because|so (?:that )?(?:you|we|i|it|your)|in order to|since|so as to|to (?:help|"
            r"get|see|find|give|make|let|catch))\b"
        ),
    ),
    Sign(
        "why_helps",
        (
            r"\b(?:it|this|that|these|they|which|writing|breathing|talking|doing (?:it|this|that)|"
            r"the (?:exercise|diary|form|sheet|log|chart|questionnaire|breathing)|going (?:back|over|"
            r"through)|staying|each time)\b"
        ),
        0.3,
        also=(
            r"\b(?:helps?|help (?:us|you|your)|allows?|lets? (?:us|you|your)|gives? (?:us|you|your)|"
            r"is meant|supposed to|designed|shows? (?:me|us|you)|keeps? (?:the|your|you|it|us)|"
            r"has less|less (?:to|of)|teach\w*|learns?|trains?|"
            r"means (?:that )?(?:we|you)|makes it (?:easier|possible)|the more|in order to|so that|"
            r"gets? (?:filed|easier|smaller|used)|brings? (?:down|out)|builds?|tends? to|"
            r"for (?:catching|seeing|noticing)|how (?:the|your) (?:body|brain|mind))\b"
        ),
        never=r"\bhow (?:does|did|do) ",
    ),
    Sign("why_because", r"(?:^|[.!?,] *|\b)(?:because|in order to|so that|otherwise|the more)\b", 0.3, also=_WORK),
    Sign(
        "why_works",
        (
            r"\b(?:how (?:this|it) works|works? (?:by|because|like)|it'?s (?:a|one|our) way (?:of|to)|"
            r"that'?s how|is how (?:the|your|you|we|it)|research|studies|what (?:we|people) (?:often |"
            r"usually |tend to )?(?:find|know|see)|people (?:often |usually )?(?:find|tend)|"
            r"when (?:we|people|you) (?:avoid|write|stay|keep|name|put))\b"
        ),
        0.45,
    ),
)
_PRACTICAL = (
    r"\bi(?:'m| am|'ve)? (?:\w+ )?(?:late|calling|ringing|moving|away|cancel\w*)|\b(?:holiday|"
    r"traffic|the bus|invoice|heating|window|phone|insur\w+|chair|(?:move|change|changed|"
    r"moved) (?:our|the) (?:session|appointment|time))\b"
)
_STORY = r"\b(?:reason|why|because) (?:that )?(?:he|she|they|your \w+)\b"


_REBUTS = (
    r"^\W*(?:(?:yes|yeah|okay|ok|no|well|right|sure|mm|look)[, ]+)*(?:i (?:do |really |can )?(?:understand|hear you|"
    r"hear that|see|see that|know|get it|get that|appreciate that|take your point)|(?:that|it) may be|"
    r"(?:that'?s )?fair enough|be that as it may)[, ]+(?:but|though|however)\b|^\W*(?:yes|yeah|okay|ok|sure),? but\b"
)
"""An answer that grants and takes back: where it follows an objection, it argues."""


def _rebuts(place: Place) -> bool:
    return holds(_REBUTS, place.text) and strained(place) and not lately(place).rstrip().endswith("?")


def _weigh(met: Met) -> float:
    before = lately(met.place)
    if _rebuts(met.place):
        return 0.0
    if holds(_PRACTICAL, met.sentence) or holds(_STORY, met.sentence):
        return 0.0
    if holds(r"\b(?:exam|essay|quiz|listen to this|it says)\b", before):
        return 0.0
    asks = met.sentence.rstrip().endswith("?")
    doubted = holds(_DOUBTS, before)
    strength = met.sign.strength + (0.25 if doubted else -0.1) - 0.3 * asks - 0.2 * holds(THIRD, met.sentence)
    return clear(strength)


def _reason(place: Place) -> str:
    if holds(_DOUBTS, lately(place)):
        return _("You said what a part of the work is for, just after a doubt about it.")
    return _("You said what a part of the work is for.")


_RULE = strategy(
    "rationale",
    Family.RATIONALE,
    SIGNS,
    looks_at=lambda: _("Whether the therapist says what a task, a question or a way of working is for."),
    benign=lambda: (
        _("Explaining what comes next is a part of most sessions."),
        _("It may be a reason for something else: being late, a change of room, what somebody did."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
