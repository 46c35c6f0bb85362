"""Self-criticism and hopelessness: self-attack or giving up that leaves no way in for anybody else."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import sinking
from reattune.speech.place import Place
from reattune.speech.probing import FAINT, depth
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import ADVERBS, inward, reported, turned

_NAME = "hopeless.gives_up"
_BAD = (
    r"(?:useless|stupid|pathetic|worthless|broken|damaged|hopeless|rubbish|an? idiot|an? failure|failure|idiot|loser|"
    r"a loser|a mess|a disaster|a burden|burden|a lost cause|lost cause|a waste|waste of|"
    r"beyond (?:help|repair|hope|fixing)|past (?:help|helping|saving)|unfixable|unlovable|too (?:far gone|broken|"
    r"damaged|messed up|stupid|old to change|much)|no good|good for nothing|not good enough|never good enough|weak|"
    r"defective|a bad person|a terrible (?:\w+)|a horrible (?:\w+)|a bad (?:\w+)|not worth|no use|unworthy|a coward|"
    r"crap|shit|a fraud|a joke|thick|dumb|lazy|hateful|disgusting|incapable|wrong with me|the problem|to blame|"
    r"ridiculous|a nobody|poison\w*|toxic|cursed|rotten|evil|horrible|awful|useless at everything|a monster|trash|"
    r"garbage|inadequate|selfish|"
    r"doomed|a hopeless case|an? \w+ (?:failure|mess|idiot|disaster|loser))"
)
_NAMED = {
    "self": (
        0.6,
        (
            rf"\b(?:i'?m|i am|i must be|i'm obviously|i've always been|i'll always be|i just am|"
            rf"i really am)\W+{ADVERBS}(?:(?:a|an|such|complete|total|the|one|basically)\W+){{0,3}}{_BAD}"
        ),
    ),
    "ended": (
        0.65,
        (
            r"\b(?:too far gone|(?:it's|i'm|that's|it is|i am|it's been|i've been|all|we're) (?:all |just |already |"
            r"been |basically )*(?:finished|over for me|over now|done for|"
            r"ruined|dead inside|wrecked)|(?:stopped|gave up|"
            r"given up|give up|lost) (?:all )?(?:hop\w+|trying|expecting|caring|believing|on (?:me|myself|it all))|"
            r"people like me|(?:someone|somebody|anyone) like me|no future|don't have a future|can't see (?:a|any|the|"
            r"it) (?:future|way|changing|getting|ending|working)|"
            r"story of my life|(?:that's|it's) my lot|in my (?:genes|"
            r"blood|dna|nature)|way i'm (?:made|built|wired)|"
            r"nothing(?:'s| is) (?:ever |really |actually )?(?:going to|gonna|ever going to) \w+|"
            r"nothing (?:left )?to (?:give|offer|contribute|live for|look forward|save|fix|work with)|don'?t waste|"
            r"waste(?:d)? on me|save (?:it|your|that) for|give (?:it|my (?:place|slot|hour)) to|(?:i'm|"
            r"i am) not worth (?:it|the|your|any)|i'?d only|i'?ll only|i(?:'ll| will|'d| would) just (?:mess|ruin|fail|"
            r"end|let|screw|go back|disappoint|cry|make it)|wasn't (?:meant|made|built)|never (?:been any|any) good|"
            r"no good at (?:this|anything|life|being)|i can't even do (?:this|that|one)|i can'?t do (?:it|this|"
            r"anything)(?:[.,!]|$)|what do you expect|doesn'?t work (?:on|for|with) me|won'?t work (?:on|for|with) me|"
            r"it won'?t (?:help|work|make|do|change|matter|last)|you can'?t (?:help|fix|save|change) me|no one can|"
            r"nobody can|i'm not (?:worth|fixable|going to (?:get|be|change)|someone who|a person who)|"
            r"i was never (?:any|going|meant|good|worth)|leave it(?:[.,!]|$))"
        ),
    ),
    "nobody": (
        0.55,
        (
            r"\b(?:waste of a|haven't got it in me|not got it in me|(?:don't|won't|never) deserve to|"
            r"forget it(?:[.,!]|$)|never going to be any|never be any|not (?:a|the (?:kind|sort|"
            r"type) of) person (?:anyone|"
            r"anybody|who|that|people)|(?:anyone|anybody|nobody|no one) (?:could|would|can|will|'d|"
            r"'ll) (?:ever )?(?:love|want|help|miss|care|like|stay)|"
            r"you can't (?:mend|fix|help|save|cure) (?:it|this|me|"
            r"that)|(?:so|please) don't try|(?:me,? )?i went wrong|"
            r"there (?:isn't|is no|'s no) (?:another|other|way|hope|"
            r"help|point))\b"
        ),
    ),
    "never_was": (
        0.55,
        (
            r"\b(?:born (?:miserable|wrong|broken|unlucky|bad|this way|"
            r"like this)|i(?:'ll| will) die (?:miserable|alone|"
            r"like this|this way)|blown it|blew it|like i always do|as (?:always|usual),? me|end of(?: story)?(?:[.,!]|"
            r"$)|(?:i've|i have) tried everything|real problems|"
            r"worse problems|(?:somebody|someone|anyone|anybody) else|"
            r"better off (?:with|without)|why i (?:bother|come|keep coming|even try|try)|don't (?:bother|"
            r"waste your) (?:with )?(?:me|time)|why (?:would|do|"
            r"should) (?:you|anyone|anybody|they) (?:bother|care|want|"
            r"love|like|stay))\b"
        ),
    ),
    "no_point": (
        0.7,
        (
            r"\b(?:what'?s the (?:point|use)|what is the (?:point|use)|what(?:'d| would) be the point|"
            r"what point is there|(?:there's|there is|i see|i don't see|i can't see|see) (?:no|any|the|really no|"
            r"just no) (?:point|use|hope|way out|future)|no point|pointless|why (?:even )?(?:bother|try)|"
            r"not worth (?:trying|bothering|saving|your time)|what does it matter|what good (?:is|would|does|will)|"
            r"what difference (?:does|would|will)|it's (?:all )?(?:no use|useless|hopeless|pointless|over for me)|"
            r"it'?s too late for|it is (?:hopeless|useless|pointless)|"
            r"no use|waste of (?:your |my |everyone's )?(?:time|"
            r"space|money|effort)|wasting your time)\b"
        ),
    ),
    "nothing_helps": (
        0.75,
        (
            r"\b(?:(?:nothing|no one|nobody|none of (?:it|this|that)|not even you|no therapy|"
            r"no amount of \w+) (?:(?:ever|will|can|could|is going to|"
            r"'s going to|would|i do|you do|we do|you say|i try|"
            r"is ever going to|'s ever going to|in the world|you or anyone)\W+(?:\w+\W+){0,3}?)?(?:help\w*|work\w*|"
            r"change\w*|chang\w+|fix\w*|make\w* (?:a|any) difference|"
            r"get\w* better|improve\w*|matters?|good|save me|cure|"
            r"be different)|"
            r"(?:it|this|that|things|i)(?:'s| is| are|'re|'m| am)? ?(?:won'?t|can'?t|cannot|never|not|will never|"
            r"'ll never|will not|'ll not|isn'?t|aren'?t|doesn'?t|"
            r"don'?t)(?: (?:going to|gonna|be|ever|always|just|really|"
            r"get|actually|be able to)){0,4} (?:change\w*|get better|get any better|get well|be (?:okay|happy|normal|"
            r"different|better|fixed|enough|loved)|fixed|better|happy|normal|enough|work (?:for me|out|on me)|recover|"
            r"improve|move on|cope|find anyone|amount to (?:anything|much)|make it|learn)|"
            r"i(?:'ll| will|'m going to|'m gonna|'m always going to|'ll always|will always|always|"
            r"'m just going to)(?: (?:always|just|only|be|end up|ever|"
            r"still)){0,3} (?:alone|like this|this way|on my own|"
            r"a mess|a failure|the same|ruin\w* (?:it|everything)|"
            r"mess (?:it|this|everything|things) up|screw (?:it|this|"
            r"everything|things) up)|"
            r"(?:can'?t|cannot|couldn'?t) (?:be (?:helped|fixed|saved|cured)|help me|fix me|do anything right)|no hope|"
            r"beyond hope|i(?:'ve| have)? (?:just )?(?:give|given|giving|gave) up|i'm giving up|i want to give up|"
            r"i'm done trying|lost cause|there's no (?:helping|fixing|saving|hope for) me|same old (?:me|story)|(?:i'm|"
            r"i am) (?:just )?(?:not )?(?:meant|destined|made|built|cut out|capable))\b"
        ),
    ),
    "always_mine": (
        0.6,
        (
            r"\b(?:i(?:'ve| have)? (?:(?:always|just|only|keep|never|can'?t|couldn'?t|even|manage to|seem to|get|do|"
            r"have to|go and|"
            r"ever|end up|don'?t|didn'?t|will|did) ){0,4}(?:ruin\w*|"
            r"mess(?:ing)? (?:it|things|everything|this|that)? ?up|"
            r"mess(?:ed)? up|screw\w* (?:it|things|everything|this|that)? ?up|wreck\w*|spoil\w*|fail\w* (?:at|"
            r"everyone|everything|everybody|again|you)|destroy\w*|"
            r"get (?:it|everything|things) (?:wrong|right)|do (?:anything|it|things|a single thing|one thing|"
            r"something) (?:right|wrong|properly)|let (?:everyone|people|everybody|you) down|disappoint\w* (?:everyone|"
            r"you|people)|push (?:everyone|people) away|make everything worse|anything right)|(?:it's|it is|that's|"
            r"it was|everything's|everything is) (?:all |always |just |probably |entirely |"
            r"completely )*(?:my (?:own )?fault|because of me|down to me)|"
            r"it's (?:all|always) me|no,? it'?s (?:just )?me|"
            r"i (?:only have|have only|'ve only got) myself to blame|"
            r"i(?:'ve)? only got myself|i deserve (?:it|this|that|"
            r"all|to|everything|nothing)|i don'?t deserve|i brought (?:it|"
            r"this) on myself|serves me right|everyone(?:'s|"
            r" is| would be| will be) better off|better off without me|i hate myself|i can't stand myself|"
            r"i'm sick of myself|(?:that's|it's) just (?:who|how|the way|what) i am|(?:that's|it's) (?:who|how|"
            r"the way) i am|i was born|what'?s wrong with me|something(?:'s| is)? wrong with me|how (?:stupid|pathetic|"
            r"useless|dumb|weak) (?:am i|i am|is that|of me)|typical me|stupid(?:,| of)? (?:stupid|me)|even (?:you|"
            r"a therapist)|you (?:must|should|probably|will|'ll|might as well|can|ought to) (?:be (?:so |really |"
            r"totally |getting )?(?:sick|tired|fed up|bored)|think i'?m|have (?:better|other|people)|give up|"
            r"see (?:someone|people|somebody)|help (?:someone|people|somebody)|hate)|(?:someone|somebody|"
            r"people) who (?:deserves?|can be helped|actually|needs?|really|can actually))\b"
        ),
    ),
}
_LONG = 50
"""Words from which more is likely said than giving up."""
_SKILL = Expression(
    r"\b(?:useless|rubbish|hopeless|stupid|terrible|bad|crap|no good|lazy|idiot|dumb|thick)\W+(?:at|with|"
    r"when it comes to|about|for)\W+(?:\w+\W+){0,2}?(?:maths?|cooking|names?|directions|numbers?|computers?|phones?|"
    r"technology|tech|spelling|emails?|"
    r"sports?|football|dancing|singing|drawing|parking|driving|money|games?|faces|dates|plants|diy|ironing|mornings|"
    r"paperwork|forms|texting|languages?|french|spanish|baking|gardening|remembering|time)\b"
)
_EXPLORES = Expression(
    r"\b(?:i (?:felt|used to (?:think|feel|believe|say)|notice\w*|can hear|hear|wonder|realise\w*|realize\w*|"
    r"was thinking|know (?:it's|that's|it isn't|that isn't) (?:not|the)|don't (?:really |actually )?(?:believe|"
    r"think that)|catch myself|caught myself|started)|(?:makes?|made|left|leaves) me (?:feel|think|wonder)|"
    r"part of me|a voice|that voice|the voice|critic|old (?:story|thought|feeling|voice|pattern)|comes from|"
    r"goes back|"
    r"where (?:that|it) (?:comes|came)|my (?:dad|father|mum|mom|mother|teacher|boss|brother|sister|ex)\b|sometimes|"
    r"for a (?:moment|minute|second|while|bit)|in that moment|at the time|when (?:i|he|she|they|it|that|we)|but (?:i|"
    r"then|maybe|when|it|today|this|now|actually)|and (?:it|that|then) (?:hurts?|makes|made|scares?|feels|felt)|"
    r"i'm (?:scared|afraid|ashamed|sad)|maybe|i think (?:it|that|maybe|because)|because|yesterday|on (?:monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)|last (?:week|night|year|time)|like i(?:'m| am|'ve)|as if|"
    r"as though|feels? like|i'd like|i want to|i try)\b"
)


_WORK = Expression(
    r"^\W*(?:(?:of|in|to|with|for|doing|filling|writing|going|coming|these|those|this|that|the|all|any|your|my|more|"
    r"another|to do|out|through)\W+){1,5}(?:\w+ )?(?:sheets?|exercises?|worksheets?|homework|diar(?:y|ies)|forms?|"
    r"questionnaires?|logs?|charts?|records?|breathing|techniques?|tasks?|tools?|lists?|meditations?|mindfulness|"
    r"sessions?|therapy|counselling|counseling|appointments?|role ?-?plays?|here)\b"
)
"""What a point is denied of: something done in therapy, or therapy, is another family's matter."""


def _of_life(text: str, matches: Matches) -> Matches:
    spans = tuple(span for span in matches.get("no_point", ()) if not _WORK.meets(text[span[1] :]))
    kept = {name: found for name, found in matches.items() if name != "no_point"}
    return {**kept, "no_point": spans} if spans else kept


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    text = place.text
    matches = _of_life(text, matches)
    if not matches:
        return ()
    near = depth(place)
    if _SKILL.meets(text) or near <= FAINT / 2:
        return ()
    clear, pattern, span = clearest(_NAMED, matches)
    strength = clear + 0.13 * (len(matches) - 1) + 0.05 * (sum(map(len, matches.values())) - len(matches))
    strength *= 0.45 + 0.55 * near
    strength /= 1 + 0.3 * _EXPLORES.count(text) + 0.15 * inward(text)
    if reported(text, span[0]):
        strength *= 0.4
    if turned(text, span[1]):
        strength *= 0.75
    if place.line.words > _LONG:
        strength *= 0.8
    return hit(place, _NAME, Family.HOPELESS, span, strength, _reason(pattern))


def _reason(pattern: str) -> str:
    if pattern in ("self", "always_mine"):
        return _("Hard words about themselves, said as settled and without going on to what it is like.")
    return _("Words of giving up, which leave little way in.")


def _looks_at() -> str:
    return _("Hard words about oneself, or of giving up, said as settled rather than looked at.")


def _benign() -> tuple[str, ...]:
    return (
        _("It may be the very thing they came to speak about, and saying it may be a step."),
        _("A bad day, or a way of speaking, can sound like this."),
    )


RULES: tuple[Rule, ...] = (
    faintly("hopeless.faint", Family.HOPELESS, sinking, _benign),
    Rule(_NAME, Family.HOPELESS, Role.CLIENT, _looks_at, _benign, _find, patterns(_NAMED)),
)
