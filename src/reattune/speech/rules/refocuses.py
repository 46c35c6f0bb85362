"""Turning back to what was dropped: the therapist stops a drift, kindly, and says where to."""

from reattune.language import _
from reattune.speech.frames import lately
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_MAY = (
    r"(?:let'?s|let us|(?:can|could|may|shall|might) (?:we|i|you)|i(?:'d|"
    r" would) (?:\w+ )?(?:like|want|rather|love|prefer)(?: for)?(?: us)?(?: to)?|"
    r"i want (?:us )?to|i wonder if we (?:could|can|might)|would it be (?:ok|okay|all right|"
    r"alright) (?:if|to)|i'm going to|if we could|how about we|what if we|before we|"
    r"before you|let me|i'?ll|we(?:'d| could| might| can))"
)

SIGNS = (
    Sign(
        "back_let",
        (
            rf"\b{_MAY} (?:\w+ ){{0,4}}?(?:come back|go back|get back|turn back|bring (?:us|you|it|"
            r"this|that)|take (?:us|you|it) back|steer|circle back|head back|return|stay|stick|"
            r"slow (?:down|us|you|it)|pause|refocus|focus|hold (?:on|you|that|it)|linger|rewind|"
            r"stop (?:you|us|there|here|for)|look at (?:that|what)|pick (?:that|it|up))\b"
        ),
        0.55,
    ),
    Sign(
        "back_to",
        (
            r"\b(?:(?:go|come|coming|going|get|getting|bring\w*|take|taking|turn\w*|steer\w*|"
            r"circl\w*) (?:\w+ ){0,2}?back (?:to|in there|there|for)|back to (?:what|that|those|"
            r"the (?:question|moment|point|bit|night|day|thing|feeling)|how|where)|stay (?:there|"
            r"with (?:that|this|what|the|it)))\b"
        ),
        0.4,
    ),
    Sign(
        "back_drift",
        (
            r"\b(?:(?:we|you)(?:'ve| have|'re| are)?(?: both)?(?: just| rather| suddenly)? (?:moved|"
            r"drifted|wandered|strayed|changed|switched|skipped|jumped|slid|slipped|steered|veered|"
            r"sped|raced)(?: \w+){0,2}? (?:away|off|past|subject|topic|over (?:it|that)|somewhere|"
            r"quickly|the subject|onto)|we(?:'ve| have)? (?:got|gotten|gone|come|"
            r"ended up)(?: \w+){0,2}? (?:away from|off|onto|on to|far from|sidetracked)|long way from|"
            r"off the (?:point|track|subject)|lost (?:the thread|sight of|what)|getting away from|"
            r"gets? our hour|sidetracked|on a tangent)\b"
        ),
        0.55,
    ),
    Sign(
        "back_said",
        (
            r"\b(?:(?:a (?:moment|minute|while) ago|earlier|before (?:that|the \w+|\w+day)|"
            r"just (?:now|before)|at the (?:start|beginning)),? (?:\w+ )?you|you(?:'d| had|"
            r"'ve)? (?:were |just |been )?(?:started|began|begun|saying|telling|talking|about to say|"
            r"mentioned|said|touched on)(?: \w+){0,6}?,? (?:before|earlier|a (?:moment|minute) ago|"
            r"just now|and then)|you were (?:just )?(?:saying|telling|talking|about to|going to)|"
            r"you'?d been (?:saying|telling|talking))\b"
        ),
        0.4,
    ),
    Sign(
        "back_question",
        (
            r"\b(?:the question was|my question was|i asked (?:about )?(?:you|what|how)|we(?:'d|"
            r" had)? (?:said|agreed|planned|wanted)(?: \w+){0,2}? (?:today|this hour|to)|"
            r"what (?:about|is it|was it) (?:you|like for you)|that'?s for another (?:day|time)|"
            r"i'?d rather hear|sorry to (?:stop|interrupt|cut)|(?:be|being) (?:a nuisance|rude|"
            r"a pain)|butt in|the clock|i'm going to (?:stop|interrupt)|(?:let|"
            r"can) me (?:stop|hold|interrupt|slow)|bring it in|in closer|not (?:him|her|them|"
            r"the \w+)\.)"
        ),
        0.45,
        never=r"\bget that right\b",
    ),
)
_LATER = (
    r"\b(?:another (?:session)|next (?:week|time|session)|at the end|in a (?:minute|moment|"
    r"bit)|later (?:on|today)?|come back (?:next|on|in|to see)|back (?:home|to work|to school|"
    r"to sleep|to the (?:waiting|office|shop|doctor))|stay over)\b"
)
_BREAK = (
    r"\b(?:sorry,? i had to|phone|take that|the loo|toilet|door ?bell|where were we|i'?m back|"
    r"got cut off|can you hear|froze|connection)\b"
)
_DRIFT = (
    r"\b(?:anyway|and then|traffic|boiler|weather|trains?|article|my point|honestly|"
    r"i could write|always the same|and i'?m like|football|telly|series|dug up|carpet|car|"
    r"bins|builders?|by the way|funny (?:thing|story)|did you (?:see|hear))\b"
)
_LONG = 14
_FAR = 150


def _weigh(met: Met) -> float:
    before, other = lately(met.place), met.place.other
    if holds(_LATER, met.sentence) and not holds(r"\bfor another day\b", met.sentence):
        return 0.0
    if holds(_BREAK, before):
        return 0.0
    strength = met.sign.strength
    if other is None:
        return 0.0
    strength += 0.15 * (other.words >= _LONG or holds(_DRIFT, before))
    text = met.place.text[max(0, met.span[0] - _FAR) : met.span[1] + _FAR]
    both = holds(
        (
            r"\b(?:(?:go|come|get|going|coming|bring\w*|take|turn\w*) (?:\w+ )?back|back (?:to|in|"
            r"there)|stay (?:with|there)|closer|rather (?:hear|stay|talk|come)|hold you|stop you|"
            r"to stop|shall we|refocus|slow (?:down|us|you))\b"
        ),
        text,
    ) and holds(
        r"\b(?:you(?:'d| had|'ve)? (?:said|been|were|started|mentioned|put|came)|question|dropped|"
        r"we'?d said|earlier|a moment ago|before|just now)\b",
        text,
    )
    return clear(strength + 0.15 * both - 0.15 * (not both))


def _reason(_place: Place) -> str:
    return _("You turned back to something that had been dropped or passed over.")


_RULE = strategy(
    "refocuses",
    Family.REFOCUSES,
    SIGNS,
    looks_at=lambda: _("Whether the therapist stops a drift and turns back to what had been dropped."),
    benign=lambda: (
        _("Going back to a thread is ordinary after an interruption, or when there is more to ask."),
        _("It may be the therapist who was lost, and nothing was avoided."),
    ),
    reason=_reason,
    weigh=_weigh,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
