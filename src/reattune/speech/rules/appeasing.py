"""Deferential and appeasing: agreeing, apologising or handing over where something of one's own could be said."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import yielding
from reattune.speech.place import Place
from reattune.speech.probing import FAINT, depth
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import inward, reported, turned

_NAME = "appeasing.gives_way"
_SO = r"(?:(?:so|such|very|really|just|being|a|always|too|all|terribly|awfully|been|only)\W+){0,3}"
_NAMED = {
    "hands_over": (
        0.8,
        (
            r"\b(?:(?:whatever|whichever|anything|wherever|however|as) you (?:think|say|want|like|prefer|feel|suggest|"
            r"decide|need|tell me|recommend|reckon|wish)(?: is best)?|whatever (?:works|suits|helps|is easiest|is best|"
            r"'s best|'s easiest)(?: (?:for|is best for) you)?|you(?:'re| are) the (?:expert|professional|therapist|"
            r"doctor|boss|one (?:with|who)|specialist|psychologist|counsell?or)|you (?:would |will |must |"
            r"do )?know (?:best|better|more|what you're doing|what's best|these things|about these)|"
            r"i(?:'ll| will|'d| would|'m happy to|'m going to) (?:just |happily |gladly )?(?:do|go with|go along with|"
            r"try|take|follow|accept|agree with|be happy with) (?:whatever|anything you|everything you|exactly (?:what|"
            r"as)|what you|it how|it however)|(?:if|since|because) you (?:say|think|believe) (?:so|it|that's|it's|"
            r"i should|it'll|it will|that|this)|who am i to|you(?:'re| are) (?:the one|trained|qualified)|up to you|"
            r"your call|you (?:decide|choose|pick|tell me)(?:[.,!]|$)|i trust you (?:completely|totally|with)|i(?:'m|"
            r" am) (?:in your hands|happy with (?:anything|whatever|either))|(?:just )?tell me what (?:to do|you want|"
            r"i should|you'd like)|i don'?t mind,? (?:either|whatever|honestly|really|you)|easy either way|"
            r"happy either way|i'll do it if)\b"
        ),
    ),
    "of_course_right": (
        0.6,
        (
            r"\b(?:(?:you(?:'re| are)|you're probably|i'm sure you(?:'re| are)|you must be|i know you(?:'re| are)|"
            r"of course you(?:'re| are)) (?:so |absolutely |completely |totally |quite |probably |always |definitely |"
            r"right,? |of course |perfectly |100% |very )*(?:right|correct|wise|clever|smart)|of course,? (?:of course|"
            r"yes|you|no|i|that|whatever)|yes,? (?:yes,? (?:yes|of|you|i|absolutely|that)|of course|absolutely|"
            r"definitely)|no,? no,? (?:no|you|it|that|i|please|not|of course|everything)|absolutely,? (?:yes|you|"
            r"whatever|i'll|absolutely)|that(?:'s| is| makes) (?:so |absolutely |completely |totally |perfect |a |"
            r"such a )*(?:right|brilliant|wonderful|perfect|great (?:idea|point)|good (?:idea|point)|sense),? (?:yes|"
            r"of course|thank|you|i'll|i will|i'm sure)|sounds (?:great|good|perfect|lovely|fine),? (?:whatever|thank|"
            r"yes|i'll|i'm|you)|fair enough,? you|i (?:completely|totally|absolutely|fully) agree|"
            r"i agree with (?:everything|whatever|you)|couldn't agree more|anything you say)\b"
        ),
    ),
    "spares": (
        0.55,
        (
            r"\b(?:(?:please )?(?:don'?t|no need to|you don't (?:have|need) to|not to) (?:you )?(?:worry(?: about| at|"
            r" on|[.,!]|$)|apologi[sz]e|be sorry|feel bad|be silly|go to any)|you(?:'ve| have)? (?:got |"
            r"have )?(?:so much|a lot|enough|loads|so many|other|plenty|a million|more important)(?: \w+){0,2} (?:on|"
            r"to (?:do|think|deal)|people|clients|patients|else|already|things)|you must be (?:so |very |"
            r"really )?(?:busy|tired|exhausted)|you're (?:so |very |really )?busy|you're only (?:human|trying|doing)|"
            r"(?:it's|it was|that was|that's|it is) (?:just |only |all |probably |honestly |totally |really )*(?:me\b|"
            r"on me|down to me|my fault)|i (?:should|ought to)(?:'ve|a|"
            r" have) (?:said|told you|known|reminded|mentioned|"
            r"checked|explained|rung|been clearer|been more)|i (?:really |just |do )?(?:don't|wouldn't|didn't|"
            r"never) (?:want|like|mean) to (?:make a (?:fuss|thing|scene)|be a (?:bother|pain|burden|nuisance)|put you|"
            r"cause|trouble|bother|keep you|upset you|go on|moan)|no (?:bother|trouble) at all|not at all|i(?:'m|"
            r" am) not (?:complaining|criticising|criticizing|having a go|blaming you)|happens to (?:everyone|the best|"
            r"all of us)|it's (?:fine|okay|ok|alright|no problem|all right),? (?:really|honestly|please|you|i)|"
            r"i'm fine with (?:it|that|anything|whatever|either)|i know i should|i(?:'ll| will) get it done|"
            r"leave it with me|consider it done)\b"
        ),
    ),
    "spot_on": (
        0.45,
        (
            r"\b(?:spot on|(?:hit the|on the) (?:nail|head|money)|you've (?:studied|trained|seen|done|got the|"
            r"been doing)|i haven't (?:got a clue|studied|trained)|you(?:'re| are) (?:never|not) wrong|"
            r"nothing but (?:respect|praise|good|gratitude)|(?:won't|never) happen again|keeping you waiting|"
            r"set two alarms|feel (?:awful|terrible|so bad|dreadful) (?:for|about|that)|go along with|"
            r"not want(?:ing)? to be (?:awkward|difficult)|don't want to be (?:awkward|difficult|trouble|any trouble|"
            r"a pain|a bother|that person)|(?:annoyed|angry|cross|upset|"
            r"irritated)\? (?:with you|no|never|god|oh|at you|"
            r"me)|with you\? (?:no|never|god|not))(?:\b|[.,?!])"
        ),
    ),
    "sorry": (
        0.65,
        (
            rf"\b(?:(?:i'?m|i am)\W+{_SO}sorry|sorry(?: again)?(?: for| if| i| about| to|,? i'm|,? sorry|,? that|,? my|"
            rf",? it)|i apologi[sz]e|my apologies|forgive me|(?:it's|it is|it was|that's|that was|entirely|all|"
            rf"completely) (?:all |totally |completely |entirely |"
            rf"probably |just )?my (?:own )?fault|my (?:bad|mistake)|"
            rf"i(?:'m| am)? (?:probably |just )?(?:being|been) (?:silly|"
            rf"stupid|difficult|too sensitive|ungrateful|unfair|"
            rf"rude|awkward|a pain|oversensitive|ridiculous|a nuisance|a bad client)|i(?:'m| am) (?:probably |just |"
            rf"such a |a )+(?:pain|bother|nuisance|burden|difficult|bad client|terrible client)|"
            r"i (?:shouldn'?t|should not|should(?: have|'ve)|ought to have|had no right|didn't mean|never meant|"
            r"don't mean|wouldn'?t want|would never want|don't want|didn't want|hate) (?:to |have )?(?:said (?:that|it|"
            r"anything)|brought it up|listened|be (?:rude|difficult|ungrateful|a |any )|sound (?:rude|ungrateful|like)|"
            r"seem |make (?:a |you)|complain\w*|moan\w*|mention\w*|be rude|rude|ungrateful|upset\w* you|offend\w*|"
            r"hurt your|waste your|take up|bother\w*|trouble|criticis\w*|"
            r"criticiz\w*|cause|put you|disappoint\w*|let you|"
            r"difficult|taking up|wasting|argue|contradict|impose|annoy\w* you)\w*|(?:don'?t|please don'?t|"
            r"hope you(?:'re| are)? (?:not|don'?t)|hope i (?:haven't|didn't|'m not)) (?:be )?(?:angry|cross|mad|upset|"
            r"mind|think (?:i'm|i am) (?:ungrateful|rude|stupid|awful|mad|difficult|complaining|lazy|horrible|silly)|"
            r"think badly|offended|annoyed|take it (?:badly|personally|"
            r"the wrong way)|offend\w*|upset)|forget i (?:said|"
            r"mentioned)|ignore me|don'?t (?:mind|listen to|worry about) me|take no notice)\b"
        ),
    ),
    "pleasing": (
        0.7,
        (
            r"\b(?:i(?:'ll| will| promise| swear)(?: i'll| to| i will)? (?:just |really |definitely |promise to |"
            r"have to )?(?:try (?:harder|my best|to be better)|do (?:better|more|all|my best|it all|as you|as i'm told|"
            r"the homework)|be (?:better|good|a better)|make sure|work harder|not do it again|behave)|is that (?:right|"
            r"ok|okay|what you|the right|alright|good enough|wrong)|(?:was|is) that the (?:right|correct) (?:answer|"
            r"thing|one)|did i (?:do|get|say) (?:it|that)? ?(?:right|wrong|okay|ok)|am i (?:doing (?:it|this|that|okay|"
            r"ok|well)|allowed|right)|i hope (?:that's|that is|it's|"
            r"this is|i'm|i am|it was|that was) (?:ok|okay|alright|"
            r"all right|right|what you|not|doing|enough|good|making)|"
            r"what (?:do|did|would) you (?:want|like|need) me to|"
            r"what you wanted (?:to hear|me)|i (?:want|wanted|just want|don't want) (?:to (?:please|be a good|do (?:it|"
            r"this|things) right|get (?:it|this) right|make you|"
            r"disappoint|let you down)|you to (?:be happy|think|like))|"
            r"i'll be (?:good|fine with whatever)|if that's (?:ok|okay|alright|all right|what you)(?: with| by|"
            r" want)?(?: you)?|i wouldn't dream of|i(?:'d| would) never (?:say|complain|be|question|doubt)|"
            r"far be it from me|i(?:'ll| will) stop (?:complaining|moaning|talking))\b"
        ),
    ),
    "praise": (
        0.55,
        (
            r"\b(?:you(?:'ve been|'ve done|'ve got| have been|'re| are| did| were| always do|'ve always been) (?:been |"
            r"always |so |just |really |absolutely |such a |a |the |very |only |doing |done |being )*(?:amazing|"
            r"wonderful|great|brilliant|perfect|lovely|fantastic|kind|helpful|the best|marvellous|incredible|"
            r"nothing wrong|everything right|best|good (?:to me|job)|great job|trying to help|right thing|your best|"
            r"your job)|(?:everything|it|it's all|this|all of it|"
            r"therapy)(?:'s| is| has been|'s been) (?:going )?(?:all |"
            r"just |really |absolutely |so )*(?:great|perfect|wonderful|"
            r"brilliant|lovely|amazing|fine|good) (?:with you|"
            r"here|between us|as it is|how it is)|(?:no|not|any) (?:complaints?|criticisms?|problems? with you|"
            r"issues? with you)|nothing (?:you|wrong with (?:you|what|how)|at all,? you)|it's (?:not you|nothing you|"
            r"never you|me,? not you|not your fault)|it isn'?t (?:you|"
            r"your fault|anything you)|i (?:could never|couldn't|"
            r"can't) (?:be (?:angry|mad|cross|upset)|complain|ask for)|"
            r"wouldn'?t change (?:a thing|anything)|i'm (?:so |"
            r"very |really |just |always |only )*(?:grateful|thankful|lucky)|don'?t know what i'd do without you|"
            r"i always enjoy|i (?:really |just |do |absolutely )?(?:love|loved|like|liked) (?:the (?:sheet|form|way|"
            r"exercise|book|idea|homework|app|handout|session)|how you|what you|the way you|coming|it here|our)|"
            r"(?:really|very|so|super|incredibly|extremely) (?:helpful|kind of you|patient with me)|best (?:part|bit|"
            r"hour) of my week|you always know|you're always right|how you'd set|(?:i'm sure|i bet) (?:it'll|it will|"
            r"it would|it's|that'll) (?:help|work|good|right|useful|be (?:good|great|helpful|fine))|you'd know|"
            r"you would know|what (?:do you think i|should i|"
            r"would you) (?:should |like me to )?(?:say|do|feel|think))\b"
        ),
    ),
}
_LONG = 45
"""Words from which more is likely said than giving way."""
_STORY = Expression(
    r"\b(?:to|with|at|by|from|that) (?:him|her|them|my|the|everyone|everybody|people|friends)|\b(?:he|she|they|"
    r"my (?:mum|mom|dad|mother|father|boss|wife|husband|partner|sister|brother|friend|manager|ex))\b"
)
_OWN = Expression(
    r"\b(?:and (?:i|it|that|what|also|actually|then|the|now)|but (?:i|it|what|the|not|maybe|can|could|if)|although|"
    r"though|actually|because|so i|it's more|for me|i'd (?:rather|prefer|like)|i want(?:ed)? to|i(?:'m)? notic\w+|"
    r"i (?:do|did) (?:feel|wonder|think|find|mind)|"
    r"i (?:was|felt|feel|tried|thought|found|realised|realized|wonder|disagree)|part of me|not sure|what i|could we|"
    r"can we|like (?:when|last|how|with|yesterday|on)|same (?:with|thing)|to be honest|if i'm honest|it's (?:true|"
    r"funny) (?:that|how|because))\b"
)
_DID = Expression(
    r"\b(?:i did|i tried|i managed|i got as far|i wrote|i went|i've (?:done|tried|started)|i hated|i didn't like|"
    r"i struggled|pretty|i could do|i've got)\b"
)
_HELD = Expression(
    r"\b(?:disagree\w*|did(?:n't| not) (?:fit|land|like)|(?:annoyed|angry|frustrated|cross|disappointed|upset|hurt|"
    r"irritated|let down) (?:with|at|by) (?:me|us|this|here|something i|what i)|what i (?:said|suggested|did)|"
    r"how (?:does|do|did|is|are|was) (?:that|this|we|it|our|the)|(?:wonder|suggest|think|thought|propose|recommend|"
    r"could try|might try|maybe|perhaps|idea|try|would you|homework|exercise|diary|worksheet|feedback|late|missed|"
    r"cancel\w*|mistake|got that wrong|misunderst\w+|pushing|pushed|too much|too fast|go(?:ing)? too))\b"
)


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    other = place.other
    near = depth(place)
    held = other is not None and _HELD.meets(other.text)
    if other is None or (near < FAINT and not held):
        return ()
    text = place.text
    clear, pattern, span = clearest(_NAMED, matches)
    strength = clear + 0.12 * (len(matches) - 1)
    strength *= 0.35 + 0.65 * min(1.0, near + (0.25 if held else 0.0))
    strength /= 1 + 0.3 * _OWN.count(text) + 0.2 * inward(text) + 0.4 * _DID.count(text)
    strength /= 1 + 0.35 * min(3, _STORY.count(text))
    if reported(text, span[0]):
        strength *= 0.4
    if turned(text, span[1]):
        strength *= 0.5
    if place.line.words > _LONG:
        strength *= 0.7
    return hit(place, _NAME, Family.APPEASING, span, strength, _reason(pattern))


def _reason(pattern: str) -> str:
    if pattern == "hands_over":
        return _("The choice is handed to you; nothing of their own view is added.")
    if pattern == "sorry":
        return _("An apology stands where a view or a wish of their own could have been said.")
    if pattern == "praise":
        return _("Thanks or praise stands where something less easy could have been said.")
    return _("Agreement to you, with nothing of their own added to it.")


def _looks_at() -> str:
    return _("Agreeing, apologising, praising or handing over to the therapist, with nothing of one's own added.")


def _benign() -> tuple[str, ...]:
    return (
        _("It may be plain agreement, good manners, or real gratitude."),
        _("An apology can belong to the way somebody speaks, or to where they come from."),
    )


RULES: tuple[Rule, ...] = (
    faintly("appeasing.faint", Family.APPEASING, yielding, _benign),
    Rule(_NAME, Family.APPEASING, Role.CLIENT, _looks_at, _benign, _find, patterns(_NAMED)),
)
