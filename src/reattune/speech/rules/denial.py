"""Denial: an evident feeling, or the weight of something that happened, is waved away."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import waving
from reattune.speech.place import Place
from reattune.speech.probing import FAINT, NEAR, depth
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import (
    ADVERBS,
    AM,
    AM_NOT,
    IT,
    IT_IS,
    IT_IS_NOT,
    inward,
    reported,
    sentence,
    turned,
    weighty,
)

_NAME = "denial.waved_away"
_FLAT = "denial.flat_no"
_NO = Expression(
    r"^\W*(?:(?:oh|no|well|honestly|god|nah|um|er)\W+)*(?:no|nah|nope|not|hardly|never|nothing|i'?m not|i wasn'?t|"
    r"i didn'?t|i don'?t|it didn'?t|it doesn'?t|it wasn'?t)\b"
)
_FEW = 5
_WEAK = 0.16
_FELT = (
    r"(?:upset|angry|hurt|bothered|sad|annoyed|mad|offended|worried|scared|anxious|nervous|jealous|disappointed|lonely|"
    r"stressed|emotional|fussed|concerned|frightened|afraid|affected|crying|tearful|depressed|ashamed|embarrassed|"
    r"cross|"
    r"frustrated|irritated|guilty|devastated|heartbroken|traumati[sz]ed|the (?:crying|emotional|angry|jealous|type)|"
    r"one to|"
    r"that (?:kind|sort|type)|in pain|grieving|resentful|bitter|tense|shaken|down|in any way)"
)
_WELL = (
    r"(?:fine|ok|okay|alright|all right|good|great|over (?:it|that|him|her|them|all that)|past (?:it|that|all that)|"
    r"used to (?:it|that)|"
    r"cool with|not bothered|grand|happy as|over and done)"
)
_THING = r"(?:deal|thing|issue|problem|drama|tragedy|loss|surprise|matter|story|fuss)"
_NAMED = {
    "well": (0.45, rf"\b(?:{AM}|honestly|i said i'm|no)\W+{ADVERBS}{_WELL}\b"),
    "it_is_fine": (
        0.45,
        (rf"\b{IT_IS}\W+{ADVERBS}(?:fine|ok|okay|alright|all right|all good|cool|no bother|no problem|whatever)\b"),
    ),
    "all_good": (
        0.45,
        (
            r"\b(?:all good|all fine|everything's (?:fine|good|great|okay|ok)|everything is (?:fine|good|great|"
            r"okay|ok)|"
            r"no worries|not a problem|no problem)\b"
        ),
    ),
    "moves_on": (
        0.3,
        (
            r"(?:^|[.!?,]\W*)(?:anyway\b|anyhow\b|so,? (?:what(?:'s| is| are we| do we| did you)|where (?:were|was)|"
            r"shall|how are you)|let's (?:get|move|talk)|shall we|what's next|are we|how long have we)"
        ),
    ),
    "did_i": (
        0.35,
        (
            r"^\W*(?:oh,? |huh,? |um,? |er,? )?(?:was|am|did|do|does|were|have|had|is|has) (?:i|it|he|she|that|"
            r"there)\?|"
            r"\b(?:news to me|hadn'?t noticed|didn'?t notice|you've lost me|imagining (?:it|things)|"
            r"not that i(?:'m| am|"
            r"'ve)? (?:know|aware|notic\w+))\b"
        ),
    ),
    "only_a": (
        0.5,
        (
            r"\b(?:(?:it|that|they|he|she|this|there)(?:'?s|'?re| is| was| were)|was|is|were) (?:only|just|"
            r"merely) (?:ever )?(?:a|an|another|one|some|words|money|work|stuff|how|the|my|that|things|stairs|talk|"
            r"banter|jokes?|life|kids|boys|him|her|them)\b"
        ),
    ),
    "saying": (
        0.55,
        (
            r"\b(?:one of those things|part and parcel|"
            r"(?:all )?part of (?:the job|life|it)|comes with the (?:territory|"
            r"job)|storm in a tea\s?cup|no harm done|no skin off|"
            r"thick skin\w*|tough as|big (?:girl|boy)|stronger stuff|"
            r"keep me (?:up|awake)|sleep(?:ing)? like a (?:baby|log)|write home about|"
            r"give (?:it|that|him|her|them) (?:a|another|much|any|"
            r"a second) (?:second )?(?:thought|mind)|gave (?:it|that|"
            r"him|her|them) (?:a|another|much|any) (?:second )?thought|think twice|second thought|not fussed|"
            r"wasn'?t fussed|no fuss|what(?:'s)? (?:all )?the fuss|i'm easy|happy enough|happy as larry|right as rain|"
            r"fit as a fiddle|never better|been better|"
            r"(?:that's|it's) (?:just )?(?:him|her|them|mum|dad|how (?:he|she|it|they|we|things)(?:'s| is| are| was|"
            r" were| goes| go| work\w*)?)\b|boys will be boys|you get used to|get on with it|got on with it|"
            r"getting on with it|crack on|soldier on|chin up|no tears|"
            r"dry eyed|shrugged it off|shake it off|laugh it off|"
            r"forget about it|leave it (?:at that|there)|let's not (?:go|get|make|dwell|talk|do)|rather not make|"
            r"sooner not|not make (?:a|it)|nothing (?:there|much|big|dramatic|more|bad|new|to it|like that|deep|heavy)|"
            r"no dramas?|no tragedy)\b"
        ),
    ),
    "nothing": (
        0.65,
        (
            rf"\b(?:{IT_IS}\W+{ADVERBS}(?:nothing\b|no big \w+|(?:not a|not even a|hardly a|hardly|no|not|"
            rf"not much of an?|not such a)\W+(?:(?:big|huge|real|massive|great|such|major)\W+)?{_THING})|"
            rf"{IT_IS_NOT}\W+{ADVERBS}"
            rf"(?:a\W+)?(?:big|huge|bad|serious|important|deep|hard|interesting|a {_THING}|{_THING}|like that|worth|"
            rf"anything)\b|no big (?:{_THING}|whoop)|"
            rf"nothing(?:'s| is| was)? (?:wrong|happened|the matter|"
            rf"going on|to (?:tell|say|talk|feel|it|cry|worry|get)|"
            rf"really|special|like that|major)|there's nothing|"
            rf"there(?:'s| is| was)(?: really| just)? (?:nothing|not much|not a lot|no (?:feeling|story|issue|problem|"
            rf"point|need))|hardly worth)"
        ),
    ),
    "not_bothered": (
        0.75,
        (
            rf"\b(?:(?:{IT}|i)\W+{ADVERBS})?(?:(?:do|did|does|would|could|can|"
            rf"have|has)(?:n'?t| not|nt)|never|won't|wouldn't|"
            rf"hardly|barely|couldn't)\W+{ADVERBS}(?:(?:think|reckon|suppose|believe) (?:i|it|he|she|"
            rf"that)\W+{ADVERBS})?"
            r"(?:bother\w*|affect\w*|hurts?|upset|matter|get to me|got to me|mind|care|faze|touch\w* me|worry|"
            r"mean (?:anything|a thing|much|that much)|"
            r"make (?:a|any) difference|think (?:about|of) (?:it|him|her|them|that)|thought (?:about|of) (?:it|him|her|"
            r"them|that)|feel (?:anything|a thing|much|bad|sad|it|strongly)|"
            r"notice\w*|cry|get (?:angry|upset|sad|mad|jealous|lonely|emotional|worked up|attached)|do (?:angry|sad|"
            r"anger|feelings|emotions|crying)|"
            r"have (?:any |strong |much |a lot of |that much |many |big )?(?:feelings?|opinions?|emotions?|reactions?)|"
            r"register|care less|need (?:to|anyone|anybody)|let it|lose (?:any )?sleep|even (?:cry|think))\b"
        ),
    ),
    "not_felt": (0.75, rf"\b(?:{AM_NOT}|not)\W+{ADVERBS}{_FELT}\b"),
    "drama": (
        0.5,
        (
            r"\b(?:(?:being|was|am|i'm|getting) (?:a bit |so |too |just |all )?(?:dramatic|silly|soft|daft|"
            r"over-?sensitive|emotional|hormonal)|(?:nothing|no need) (?:really )?(?:to|for) (?:discuss|go over|worry|"
            r"sort|fix|that|tears|fuss)|sorted it|all sorted|water off|good for (?:them|him|her)|(?:do|say|think|"
            r"have) what (?:he|she|they) likes?|(?:his|her|their) (?:problem|loss|business)|each to their own|"
            r"live and let live|is what it is|not (?:my|a) (?:problem|concern))\b"
        ),
    ),
    "no_feeling": (
        0.75,
        (
            r"\b(?:no feelings?|not (?:a )?(?:feelings?|reaction|tear)|no emotions?|no (?:hard feelings|big reaction)|"
            r"feel nothing|felt nothing|nothing to feel|makes? no difference|made no difference|"
            r"what feelings?|why would (?:i|it|that)(?: be| feel)? (?:upset|angry|sad|hurt|bother|mind|matter|care|"
            r"affect|be)|couldn't care less|could care less|not the (?:least|slightest) bit|water off)\b"
        ),
    ),
    "over": (
        0.65,
        (
            r"\b(?:(?:all|it's|it is|that's|is|are|was|leave it|stays|belongs) (?:all )?in the past|"
            r"water under the bridge|ancient history|over and done|done and dusted|(?:got|gotten|been|moved|am|i'm|was|"
            r"get|well|long) (?:over it|past it|over that|on from (?:it|that))|"
            r"moved on|i've moved on|(?:it|that|this|they)(?:'s| is| was| were) (?:all |only |just |so |such |"
            r"over )*(?:\w+ )?(?:years|ages|so long|long|time|months|weeks|decades) ago|old news|forgotten all about|"
            r"forgot all about|it's done(?:[.,;!]|$)|that's (?:done|that|life|all there)|"
            r"put it behind me|behind me|life goes on|no use crying|no point (?:in )?(?:crying|dwelling|going over|"
            r"talking|thinking|getting|being)|don't (?:like to )?dwell|(?:not going to|won't|why|no need to) dwell|"
            r"leave it at that)\b"
        ),
    ),
    "shrug": (
        0.55,
        (
            r"\b(?:it is what it is|these things happen|things happen|(?:stuff|shit|that|it) happens(?:[.,;!]|$)|"
            r"(?:people|others|other people|lots of people|some people|plenty of people|everyone|everybody|"
            r"loads of people) "
            r"(?:\w+ )?(?:have it|had it|have got it|has it|go through|goes through|gets|get|loses?|deals? with|"
            r"have been through)|could (?:be|have been) (?:a lot |much |so much )?worse|there are worse|worse things|"
            r"never mind|doesn't matter|does it matter|didn't matter|"
            r"who cares|whatever(?:[.,;!]|$)|par for the course)\b"
        ),
    ),
    "not_so_bad": (
        0.7,
        (
            rf"\b(?:(?:was|is|wasn't|isn't|'s not|was not|not)\W+{ADVERBS}(?:that|so|as) (?:bad|big|deep|serious|"
            rf"dramatic|hard|important)|(?:mak\w+|read\w*|blow\w*|turn\w*) (?:\w+ )?(?:too much|a big deal|something|"
            rf"it into|a thing|more) (?:\w+ )?(?:of|into|out of|up|it|than)|"
            r"(?:over ?think\w*|over ?analy\w+|exaggerat\w+|read(?:ing)? too much|dramati[sz]ing|making it sound|"
            r"making a thing|(?:no|not|not a|not such a|hardly a|never a|isn't a|wasn't a) (?:very |really |"
            r"that )?big deal))\b"
        ),
    ),
    "other_cause": (
        0.55,
        (
            r"\b(?:just (?:tired|a bit tired|hungry|hay ?fever|allerg\w+|the (?:light|heat|weather|air|dust|cold)|"
            r"hormones|my (?:allergies|contact lens\w*|eyes|sinuses)|how (?:i|my face)|my face|a (?:bad night|long day|"
            r"cold))|"
            r"something in my eye|(?:it's|it is|only|must be) (?:the )?(?:hay ?fever|allergies|allergy|hormones)|"
            r"didn't sleep (?:well|much)|bad night's sleep|my face (?:just )?(?:does|looks))\b"
        ),
    ),
}
_PEACE = (
    "talked it through",
    "talked about it",
    "made peace",
    "made my peace",
    "came to terms",
    "cried",
    "it took",
    "apologised",
    "apologized",
    "worked through",
    "back then",
    "at the time",
    "in the end",
    "sorted it out",
    "thanks to",
    "grieved",
)
"""Words by which something is over because it was gone through."""
_FLOOR = 0.18
_LOUD = 24
"""Words from which a reply may well be more than waving away."""


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    text = place.text
    clear, _pattern, span = clearest(_NAMED, matches)
    near = depth(place)
    if near < FAINT:
        return ()
    strength = (clear + 0.1 * (len(matches) - 1)) * near
    if reported(text, span[0]):
        strength *= 0.35
    if turned(text, span[1]):
        strength *= 0.5
    strength *= 1 / (1 + 0.45 * inward(text))
    strength *= 0.5 ** sum(word in text for word in _PEACE)
    if place.line.words > _LOUD:
        strength *= 0.8
    if weighty(text) and not inward(text):
        strength += 0.1
    if strength < _FLOOR:
        return ()
    return hit(place, _NAME, Family.DENIAL, span, strength, _reason(near))


def _reason(near: float) -> str:
    if near >= NEAR:
        return _("These words wave something away just after a feeling or something hard was named.")
    return _("These words wave something away; what came before was open, but named no feeling.")


def _looks_at() -> str:
    return _("Words that say something is nothing or does not matter, after a feeling or something hard was named.")


def _benign() -> tuple[str, ...]:
    return (
        _("It may simply be true: something can be over, or never have weighed much."),
        _("Some people say this first and come back to it in their own time."),
    )


def _is_flat(place: Place) -> bool:
    line = place.line
    if not _FEW <= line.words <= _LOUD or not _NO.meets(line.text):
        return False
    return depth(place) >= NEAR and not inward(line.text) and not turned(line.text, 0)


def _flat(place: Place, _matches: Matches) -> Iterable[Hit]:
    if not _is_flat(place):
        return ()
    reason = _("A feeling or something hard was named; the reply says no to it, with nothing felt in it.")
    return hit(place, _FLAT, Family.DENIAL, sentence(place.text), _WEAK, reason)


def _looks_flat() -> str:
    return _("A short no, with nothing felt in it, after a feeling or something hard was named.")


RULES: tuple[Rule, ...] = (
    faintly("denial.faint", Family.DENIAL, waving, _benign),
    Rule(_FLAT, Family.DENIAL, Role.CLIENT, _looks_flat, _benign, _flat, shape=_is_flat),
    Rule(_NAME, Family.DENIAL, Role.CLIENT, _looks_at, _benign, _find, patterns(_NAMED)),
)
