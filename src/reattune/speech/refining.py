"""Words that put an answer better, or something of one's own in its place, instead of only turning it down."""

from reattune.speech.weighing import Ease

REFINES = (
    Ease(
        r"\b(?:it'?s more|more (?:like|of a|about|that)|it(?:'s| was) (?:probably |maybe |actually |"
        r"almost )?(?:more|closer|rather|like)|closer to|not (?:quite|exactly|entirely|so much)|rather than|"
        r"the (?:word|feeling|thing) (?:is|would be|i'd use|that)|i'd (?:say|call it)|kind of|sort of|let me think|"
        r"hm+|not \w+[,;-]+ ?(?:more|maybe|it's)|underneath|deep down|i wonder|now (?:that )?you (?:say|mention)|"
        r"(?:maybe|perhaps|actually) (?:it|i|that|a bit|there|what|more|sad|hurt|scared|lonely))\b",
        0.4,
    ),
    Ease(
        r"\b(?:but (?:i|we) (?:could|can|might|would|do|did|will|guess|think|suppose|wonder|like|want|see|am)|"
        r"i (?:could|might|can|will) (?:\w+ )?(?:try|do|give|start|see|manage|maybe|write|ask|call|have a)|"
        r"what about|how about|instead|maybe (?:we|i|if)|could we (?:try|do|start|maybe)|would (?:it|that) (?:work|"
        r"be ok\w*|be possible)|what (?:would|could|might) (?:work|help)|willing|happy to|let me|i'll (?:try|give|"
        r"think|do|have))\b",
        0.4,
    ),
    Ease(
        r"\b(?:you(?:'re| are) (?:right|probably right|onto)|that's (?:true|fair|a good|right|interesting|helpful)|"
        r"good (?:question|point)|i (?:see|get|know) what you mean|part of me|to be (?:fair|honest with)|"
        r"does that make sense|never thought of|i feel|i felt|makes sense|i(?:'m| was) (?:sad|scared|ashamed|afraid|"
        r"hurt|embarrassed|lonely))\b",
        0.5,
    ),
    Ease(
        r"\b(?:not (?:yet|today|this week|right now)|haven't (?:yet|had)|next (?:week|time)|on (?:mondays?|"
        r"tuesdays?|wednesdays?|thursdays?|fridays?|weekdays?)|didn't (?:call|come|ring|say|go))\b",
        0.75,
    ),
)
