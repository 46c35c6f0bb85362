"""Linking to a pattern between the two: the therapist says that it has gone like this here before."""

from reattune.language import _
from reattune.speech.expression import compiled
from reattune.speech.frames import PERSONS, THIRD, Frame, frame, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_BOTH_OF = r"\b(?:you|your|we|us|both|me|one (?:\w+,? )?(?:the|and the) other)\b"
_AGAIN = (
    r"\b(?:pattern|last (?:few|couple of|two|three)|often|again|every time|whenever|each time|"
    r"other times?|(?:two|three|four|a few|several|many) times|before|last (?:week|month|time|"
    r"session|summer|year|spring|autumn)|weeks? ago|fortnight|similar\w*|same|reminds? me|"
    r"like (?:when|the time|with|what happened|last)|happen(?:s|ed|ing)|tend\w* to|usually|"
    r"as well|too\b|another|familiar|recurr\w*|keeps? (?:on )?(?:happening|coming|doing)|"
    r"somehow|we do this|do this|round (?:here|this)|in (?:january|february|march|april|may|"
    r"june|july|august|september|october|november|december|the (?:summer|spring|autumn|"
    r"winter)|our (?:first|last|early))|when (?:i|we|you)|a (?:kind|sort) of (?:dance|loop|"
    r"cycle|game|habit)|dance|loop|cycle|to and fro|seesaw|once more|so far|there have been|"
    r"since (?:we|you) (?:started|began))\b"
)
_PLACE = (
    r"\b(?:live here|come here by|get here|parking|appointment|meet(?:ing)?|"
    r"see(?:ing)? you again|next (?:time|week|semester)|check.in|screening|before (?:we|i|"
    r"you) (?:get|go|start|do|leave|'re)|parking|drive|train|bus|in town|this city|"
    r"this country|move here|work here|the weather)\b"
)

_ASIDE = compiled(
    r"\b(?:i (?:wonder\w*|think|guess|notice|noticed|hear|imagine|suppose|see|mean|know|"
    r"understand|want|would|'d|don'?t)|i'm (?:wondering|curious|hearing)|"
    r"(?:tell|told|telling|help|let|give|excuse|show|remind) (?:me|us)|to me|let's)\b"
)

SIGNS = (
    Sign(
        "pattern_word",
        (
            r"\b(?:pattern|dance|loop|cycle|to and fro|seesaw|habit|the same (?:thing|place|point|"
            r"way)|(?:been|gone|go) round (?:here|this|that|in)|we(?:'ve| have) been here|familiar)\b"
        ),
        0.5,
    ),
    Sign(
        "pattern_each",
        (
            r"\b(?:every time|each time|whenever|any time|the (?:moment|minute|second)|as soon as|"
            r"when(?:ever)?) (?:i|we|you|it gets?|things? get|one of us)\b"
        ),
        0.35,
    ),
    Sign(
        "pattern_before",
        (
            r"\b(?:again|before|(?:the )?last (?:few|couple of|two|"
            r"three) (?:times|weeks|sessions)|(?:two|three|four|a few|several|many) times|"
            r"last (?:week|month|time|session|summer|year|spring|autumn)|weeks? ago|fortnight ago|"
            r"like (?:when|the time|what happened|last|with)|as well|too[.,?!]|once more|in (?:january|"
            r"february|march|april|june|july|august|september|october|november|december|the (?:summer|"
            r"spring|autumn|winter)))\b"
        ),
        0.3,
    ),
    Sign(
        "pattern_we",
        (
            r"\b(?:we (?:do|did|seem to|tend to|keep|both|often|always|get|got|go|end up|"
            r"find ourselves)|(?:happens?|happened|happening|comes? up|goes on|going on|something|"
            r"this|it is|gets played out|play\w* out) (?:\w+ ){0,2}?(?:between us|between you and me|"
            r"with us|with me|in here|in this room|here with me|among us)|you and (?:i|me)\b|"
            r"(?:the )?two of us|here (?:with me )?(?:too|as well|again)|reminds? me of (?:when|how|"
            r"what|the time|last) (?:\w+ )?(?:we|you|i|happened))\b"
        ),
        0.45,
        also=_AGAIN,
    ),
    Sign(
        "pattern_seq",
        (
            r"\bi (?:go|went|get|got|come|came|ask|asked|say|said|push\w*|jump\w*|start\w*|turn\w*|"
            r"explain\w*|reassur\w*|step\w*|move\w*)(?: \w+){0,5},? (?:and |then |and then |"
            r"so )?you(?:'ve|'re)? (?:\w+ )?(?:go|went|get|got|pull\w*|turn\w*|say|said|drop\w*|"
            r"back\w*|clos\w*|shut\w*|change\w*|agree\w*|apologi\w*|laugh\w*|disappear\w*|com\w*|"
            r"step\w*|look\w*|start\w*|stop\w*)\b"
        ),
        0.65,
    ),
)


def _weigh(met: Met) -> float:
    text, where = met.place.text, frame(met.place)
    if not holds(_AGAIN, text) or not holds(_BOTH_OF, text) or holds(_PLACE, met.sentence):
        return 0.0
    named = holds(
        (
            r"\b(?:between us|you and (?:me|i)|with me|from me|on me|of us|we(?:'ve)? (?:had (?:this|"
            r"that)|been here|done this|do this|did this|"
            r"both|keep|get stuck|come back|end up|seem to)|i (?:went|go|ask|came|get|got|jump\w*|"
            r"push\w*|cancel\w*|say)|i've been|look after me|for me\b|in here|in this room|"
            r"my (?:holiday|break|question\w*))"
        ),
        text,
    )
    owned = holds(r"\b(?:i|me|us|we|my|our)\b", _ASIDE.sub("-", text))
    strength = (
        met.sign.strength
        + 0.05 * owned
        + 0.15 * named
        + 0.1 * (where is Frame.BETWEEN)
        - 0.25 * (where is Frame.ELSEWHERE)
    )
    if met.sign.name in {"pattern_before", "pattern_each"} and not (named and strained(met.place)):
        strength -= 0.15
    if not named and where is not Frame.BETWEEN:
        strength -= 0.1 if owned else 0.3
    if holds(rf"\b{PERSONS}\b", met.sentence):
        strength -= 0.1 if named else 0.3
    elif holds(THIRD, met.sentence) and not named:
        strength -= 0.2
    if holds(r"\b(?:you said|tell me|told me|remember\w*|mentioned)\b", met.sentence) and not holds(_BOTH, text):
        strength -= 0.2
    return clear(strength)


_BOTH = r"\b(?:between us|you and (?:me|i)|we|us|with me|i (?:go|went|get|got|ask|push))\b"


def _reason(place: Place) -> str:
    if frame(place) is Frame.BETWEEN:
        return _(
            "You said that it has gone like this between you before, just after they had spoken of you or the work."
        )
    return _("You said that it has gone like this between you before.")


_RULE = strategy(
    "links_here",
    Family.LINKS_HERE,
    SIGNS,
    looks_at=lambda: _("Whether the therapist says that what happens now has happened between the two before."),
    benign=lambda: (
        _("Coming back to an earlier session is often only keeping the thread."),
        _("It may be about a pattern outside, not one between the two."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
