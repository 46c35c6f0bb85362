"""Validating a defence: the therapist honours that this person keeps back, keeps away or pushes back."""

from reattune.language import _
from reattune.speech.frames import THIRD, Frame, frame, lately
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_GUARD = (
    r"\b(?:keep\w*|kept|hold\w*|held|stay\w* (?:away|quiet|clear|out|safe|back|vague)|pull\w*|"
    r"draw\w*|drew|step\w* back|shut\w*|clos\w*|guard\w*|wary|careful|cautious|quiet|silent|"
    r"not (?:want\w*|say\w*|tell\w*|talk\w*|trust\w*|go\w*|answer\w*|open\w*|let\w*|feel\w*|"
    r"believe)|(?:wouldn'?t|don'?t|didn'?t|couldn'?t|can'?t|won'?t) (?:want|say|tell|trust|go|"
    r"talk|answer|open|let|feel|believe|show|risk)|"
    r"why would you|trust|hesita\w*|reluct\w*|protect\w*|distan\w*|back off|holding back|hide|"
    r"hid|hiding|wall\w*|armou?r|shield|defen\w*|angry|anger|cross|annoyed|frustrat\w*|"
    r"irritat\w*|"
    r"furious|mad (?:at|with)|scepti\w*|skepti\w*|doubt\w*|test\w*|suspic\w*|avoid\w*|jok\w*|"
    r"laugh\w*|chang\w* the subject|leave it|skip|numb\w*|blank|switch\w* off|"
    r"walk\w* away|to yourself|cancel\w*|unsure|safe\w*|surviv\w*|get by|got you through|"
    r"looked after you|let you down|stung|burnt?|bitten|that arm|vague|fed up|pushing back|"
    r"push\w* (?:me|back)|"
    r"disagree\w*|no to|slow\w*|take your time|lied|secret)\b"
)
_SENSE = (
    r"(?:ma(?:kes?|de|king) (?:\w+ ){0,3}?sense|no wonder|of course (?:you|it|that|there|"
    r"part)|(?:^|\b)course you|understandabl[ey]|i (?:can |do |totally |completely |really |"
    r"fully )*(?:understand|see|get|respect|imagine) "
    r"(?:why|that you|how come|you not|how you)|(?:it'?s|it is|that'?s|that is|it feels|"
    r"that seems) (?:only |very |quite |perfectly |so |completely |totally |absolutely |"
    r"entirely )*(?:natural|normal|human|fair|fair enough|okay|ok|reasonable|sensible|wise|"
    r"all right|alright|"
    r"allowed|good)|every (?:right|reason)|you(?:'ve| have|'d| had)? (?:got )?(?:a |very |"
    r"pretty |every )*(?:good )reasons?|anyone would|anybody would|who wouldn'?t|"
    r"i'?d (?:probably )?(?:feel (?:the same|that|like)|do the same|keep|be (?:careful|wary|"
    r"angry|cautious|cross))|don'?t blame you|you don'?t (?:have|need) to|you needn'?t|"
    r"you'?re (?:right|wise|entitled|allowed)|why (?:would|should) you|thank goodness|"
    r"it can stay|no rush|in your (?:own )?time|take your time|i respect)"
)

SIGNS = (
    Sign("honours_sense", rf"\b{_SENSE}\b", 0.55, also=_GUARD),
    Sign(
        "honours_did",
        (
            r"\b(?:(?:kept|keeps|keep|keeping) you (?:safe|going|alive|in one piece|afloat|together|"
            r"sane)|looked after you|got you (?:through|this far)|(?:served|protected|saved|helped|"
            r"worked for|looked out for) you|served you well|(?:a|it'?s been a|was a) (?:way|good way|"
            r"clever way) (?:to|of) (?:protect\w*|keep\w*|surviv\w*|get\w* (?:by|through)|"
            r"stay\w* safe|cop\w*|manag\w*)|how to keep (?:\w+ ){0,4}?safe|(?:done|did|doing|"
            r"does) (?:you )?a good job|there'?s a (?:good )?reason (?:you|for|it|that)|(?:protect\w*|"
            r"guard\w*|look\w* after|keep\w* safe|shield\w*) (?:you|yourself|something|a part|"
            r"that part)|worked for a (?:good |long )?while|learn\w* (?:\w+ )?(?:to (?:hide|keep|"
            r"be careful|stay|shut|say nothing|hold|protect)|not to (?:trust|say|show|cry|tell)))\b"
        ),
        0.55,
    ),
    Sign(
        "honours_let_be",
        rf"\b{_SENSE}\b",
        0.35,
        never=_GUARD + r"|\b(?:tired|hungry|exam|weather|bus|train|what time)\b",
    ),
    Sign(
        "honours_known",
        (
            r"\byou(?:'ve| have) (?:only )?(?:known|been (?:hurt|stung|let down|burnt|burned)|had to|"
            r"learn\w*)\b"
        ),
        0.4,
        also=(
            r"\b(?:me|trust|here|before|people|let you down|weeks?|safe|hurt|stung|careful|yourself|"
            r"alone)\b"
        ),
    ),
    Sign(
        "honours_pace",
        (
            r"\b(?:i'?ll wait|(?:it|that) can (?:stay|wait)|(?:you can|keep it|"
            r"stay) (?:\w+ ){0,4}?(?:as long as|until you|till you)|i(?:'d|"
            r" would) (?:\w+ )?(?:keep|hold|be careful|do the same|stay|guard)|i came too (?:near|"
            r"close)|on my account)\b"
        ),
        0.5,
    ),
)
_WITHDREW = (
    r"\b(?:(?:don'?t|didn'?t|can'?t|couldn'?t|won'?t|wouldn'?t|not|rather not|"
    r"never) (?:\w+ ){0,2}?(?:want|know|say|tell|trust|talk|go|feel|believe|like|told|"
    r"told you|sure|ready|here)|back off|switch(?:ed)? off|when i'?m ready|in front of you|"
    r"leave (?:me|it)|joke|blank|lied|stuff|whatever|"
    r"it'?s fine|nothing|forget it|hid|hide|quiet|numb|kind of|why should i|none of your|"
    r"sorry|don'?t push|stop)\b"
)
_NOT = (
    r"\b(?:(?:does|did|do|would) (?:that|this|it|any of (?:that|"
    r"this)) (?:\w+ )?make (?:any )?sense|make sense (?:to (?:take|bring|book|go|start|try|"
    r"have|ask|do|look|meet|write|him|them)|of)|doesn'?t make sense|reason not to|no good|"
    r"good (?:question|morning|point)|makes? no sense|(?:could|can|try) you (?:\w+ )?try|"
    r"try it without|i can'?t (?:\w+ )?(?:see|understand)|the (?:train|bus|car|motorway|"
    r"weather))\b"
)


def _weigh(met: Met) -> float:
    before, where = lately(met.place), frame(met.place)
    if holds(_NOT, met.sentence):
        return 0.0
    strength = met.sign.strength
    withdrew = holds(_WITHDREW, before)
    about_us = where is Frame.BETWEEN or holds(r"\b(?:me|here|us|with me)\b", met.sentence)
    if met.sign.name == "honours_let_be" and not (withdrew and about_us):
        return 0.0
    strength += 0.15 * withdrew + 0.1 * about_us
    if not about_us:
        strength -= 0.15 + 0.2 * (holds(THIRD, met.sentence) or where is Frame.ELSEWHERE)
    if holds(r"\b(?:car|motorway|route|road|drive|party|weekend away|ticket\w*)\b", before):
        strength -= 0.2
    return clear(strength)


def _reason(place: Place) -> str:
    if holds(_WITHDREW, lately(place)):
        return _("You said that keeping back, or pushing back, made sense, just after it happened.")
    return _("You said that keeping back, or pushing back, made sense.")


_RULE = strategy(
    "validates",
    Family.VALIDATES,
    SIGNS,
    looks_at=lambda: _("Whether the therapist honours it that this person keeps back, keeps away or pushes back."),
    benign=lambda: (
        _("“That makes sense” is often only a way of saying that one is listening."),
        _("It may be about something outside, with nothing held back here."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
