"""Inviting thoughts and feelings about the therapist or the therapy: an open door for what may be hard to say."""

from reattune.language import _
from reattune.speech.frames import THIRD, Frame, frame, strained
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_ABOUT_US = (
    r"\b(?:with me|between us|you and me|you and i|the two of us|from me|at me|of me|about me|"
    r"towards? me|by me|told me|telling me|(?:talk\w*|say\w*|come|coming|open up|"
    r"listen\w*) (?:\w+ )?to me|"
    r"our (?:work|sessions?|time|relationship|conversations?|therapy|meetings?|way of)|"
    r"work(?:ing)? (?:together|with me)|"
    r"(?:coming|being|sitting|talking|opening up) (?:up )?(?:in )?here|in here|"
    r"this (?:therapy|session|work|way of working|room)|these sessions|"
    r"today's session|(?:how|way) we work|what i(?:'ve| have| had)? (?:just )?(?:said|did|"
    r"asked|suggested|say|do|make)|"
    r"my (?:question|questions|comment|suggestion|saying|silence|holiday|asking|being|"
    r"reaction|response|tone|cancelling|words)|"
    r"me (?:saying|asking|being|going|suggesting|cancelling|moving|bringing)|(?:that|when|"
    r"the way|something|anything) i(?:'ve|'m|'d| have| am| was)?(?: just)? "
    r"(?:say|said|do|did|done|doing|brought|bring|talked|mention\w*|suggested|asked|"
    r"came across|come across|sounded|sound|put|handled|got|missed|missing|pushed|react\w*))\b"
)
_OPENS = (
    r"\b(?:feel\w*|felt|like (?:for you|to (?:hear|be|talk|tell|say)|hear\w*|being|having)|"
    r"think of|thoughts? about|is going|landed|lands?|came across|bother\w*|"
    r"upset\w*|hurt\w*|annoy\w*|irritat\w*|wrong|off\b|missed|missing|uncomfortable|helpful|"
    r"useful|unhelpful|difficult|hard for|pushed|pushing|disappoint\w*|"
    r"angry|cross|let down|heard|understood|safe|trust|comfortable|reaction|judged|judging|"
    r"criticis\w*|keen|reluctant|wary|"
    r"hoped for|make of|doubts?|reservations?|fits?|suit\w*|too much|working for you|"
    r"affect\w*|(?:be|do|have|done|want\w*|like) (?:\w+ )?different\w*)\b"
)
_ASKS = (
    r"\?|\b(?:i'?d (?:\w+ )?(?:like|welcome|love) (?:the|that|your)|i wonder|wondering|"
    r"curious|interested|i'?d (?:\w+ )?(?:like|love|want|be glad|"
    r"rather) (?:\w+ )?(?:to )?(?:know|hear|understand)|tell me|let me know|"
    r"say (?:a bit )?more|"
    r"you(?:'d| would)? (?:can|could|be allowed|are allowed|may)|please (?:say|tell)|how|what)\b"
)
_PRACTICAL = (
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|o'?clock|half past|next week|"
    r"invoice|parking|park|book\w*|reschedul\w*|payment|pay|"
    r"address|diary with|bring (?:the|your)|journey|drive|traffic|bus|train|your (?:last|"
    r"previous|other|old) (?:therapist|counsell?or))\b"
)
_STILL_FELT = r"\b(?:feel\w*|felt|like for you|hard|difficult|annoy\w*|upset|disappoint\w*|angry|wrong)\b"

SIGNS = (
    Sign(
        "asks_where_i",
        r"\b(?:where|when|if|whether|that) i (?:\w+ )?(?:got (?:it|that|you)|went|was too|bored|"
        r"hurt|lost|missed|pushed|upset|let you|wasn'?t|didn'?t)\b",
        0.6,
        never=r"\b(?:i'?m sorry|i wonder if i (?:can|could))\b",
    ),
    Sign(
        "asks_welcome",
        r"\bi(?:'d| would) (?:\w+ )?(?:like|love|welcome|want|be glad of|rather have|"
        r"be interested in) (?:the|that|your|it if|any|whatever|to (?:know|hear))\b",
        0.4,
    ),
    Sign("asks_us", _ABOUT_US, 0.65, also=_OPENS),
    Sign(
        "asks_fault",
        (
            r"\b(?:(?:did|have|do|was|am|could|might|is it|was it) (?:there )?(?:something|anything|"
            r"i)|something i|anything i)\b"
        ),
        0.75,
        also=(
            r"\b(?:i (?:\w+ )?(?:say|said|do|did|done|miss\w*|get (?:it|that|you|something)|got|"
            r"push\w*|hurt|upset|offend\w*|rush\w*|press\w*|overstep\w*|misread|misunderst\w*|"
            r"too (?:fast|much|quick)|let you down|made?|make|going too|put|lose|lost)|in (?:my|"
            r"what i))\b"
        ),
        never=(
            r"\b(?:that right|anything else|give you|send|sent|tell you (?:about|that)|mention|form|"
            r"invoice)\b"
        ),
    ),
    Sign(
        "asks_at_me",
        (
            r"\b(?:(?:annoyed|angry|cross|upset|irritated|disappointed|frustrated|fed up|furious|"
            r"unhappy|uncomfortable|comfortable|honest|open|safe|wary) (?:with|at|about|by|in) (?:me|"
            r"us|this|how i|what i)|what (?:i|you) (?:make|made) of (?:you|me)|what you (?:make|made|"
            r"think|thought) of me|hear(?:ing)? (?:that|it|this) from me|let(?:ting)? me down|"
            r"let you down)\b"
        ),
        0.75,
        never=r"\byou(?:'re| are)? (?:\w+ )?annoyed with me\.$",
    ),
    Sign(
        "asks_permission",
        (
            r"\b(?:(?:tell|let) me (?:know )?(?:if|when|whenever) (?:i(?:'m|'ve)?|something i|"
            r"anything i|this (?:is|feels|gets)|that (?:is|feels))|(?:you can|you could|please|do|"
            r"feel free to) (?:\w+ )?(?:disagree|object|stop me|correct me|say no)|you could tell me|"
            r"(?:okay|ok|fine|all right|alright|welcome|allowed) (?:for you )?to (?:\w+ )?(?:disagree|"
            r"be (?:cross|angry|annoyed|disappointed|upset)|say (?:no|so|that)|tell me|not like)|"
            r"i'?d (?:really |want |much )?(?:like|want|love|rather|sooner) (?:you )?(?:to )?(?:know|"
            r"hear))\b"
        ),
        0.5,
        never=r"\b(?:plan is|if i'?m too (?:loud|quiet)|name|address|date)\b",
    ),
    Sign("asks_told", r"\bwhat (?:is|was|'s|did) (?:it|that)(?: like| feel like)?\b", 0.45, also=r"\?", never=THIRD),
    Sign(
        "asks_how_this",
        (
            r"\b(?:how(?:'s| is| are| was| has) (?:this|it|we|our|therapy|the work|that)|"
            r"how do you (?:find|feel about|see|experience) (?:this|it|our|the|coming|being|talking|"
            r"what)|is (?:this|it) (?:the kind|what you|working|helping|any help|useful|helpful)|"
            r"what (?:would|could|might|should) (?:you|i|we|have) (?:\w+ ){0,3}?(?:different\w*|"
            r"better|liked?|wanted?|needed?|more of|less of)|what (?:got|gets|'s been|is) (?:left out|"
            r"missing)|what(?:'s| is| would be| was) (?:not )?(?:helpful|useful|unhelpful|missing|"
            r"difficult))\b"
        ),
        0.5,
        also=(
            r"\b(?:here|with me|this|these|our|we|us|therapy|sessions?|been|different|work\w*|"
            r"left out|missing|more|less|helpful|useful)\b"
        ),
        never=_PRACTICAL,
    ),
    Sign(
        "asks_part",
        (
            r"\b(?:cross|angry|annoyed|hurt|disappointed|doubtful|other|quiet|unsure|fed.up|grumpy|"
            r"hidden) (?:bit|part|side|voice)\b"
        ),
        0.4,
        also=_ASKS,
    ),
)


_NAMELESS = frozenset({"asks_told", "asks_how_this", "asks_part", "asks_permission", "asks_welcome"})


def _weigh(met: Met) -> float:
    if not holds(_ASKS, met.sentence) or (holds(_PRACTICAL, met.sentence) and not holds(_STILL_FELT, met.sentence)):
        return 0.0
    where = frame(met.place)
    strength = met.sign.strength
    if met.sign.name in _NAMELESS:
        # These words name nobody: what was just said tells whom they are about.
        strength += (0.3, 0.0, -0.3)[1 - where] + 0.15 * holds(r"\b(?:from|with|by|at|of) me\b", met.place.text)
        return clear(strength)
    if holds(r"\btell me\b", met.place.text[met.bounds[0] : met.span[1]]) and not holds(
        r"\b(?:told|tell|telling) me (?:that|this|if|about us|so)\b", met.sentence
    ):
        strength -= 0.4
    if holds(r"\?|\bi'?d\b|wonder|curious", met.sentence):
        strength += 0.1
    strength += 0.1 * (where is Frame.BETWEEN) * strained(met.place)
    return clear(strength - 0.2 * holds(THIRD, met.sentence))


def _reason(place: Place) -> str:
    if strained(place):
        return _("You asked how it is with you, or with the work, just after words that may have been strained.")
    return _("You asked how it is to be here with you, or how the work feels.")


_RULE = strategy(
    "invites",
    Family.INVITES,
    SIGNS,
    looks_at=lambda: _("Whether the therapist asks what this person thinks or feels about them or the work together."),
    benign=lambda: (
        _("Such a question is often routine at the end of a session, or part of a form."),
        _("It may be asked out of interest, with no strain before it."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
