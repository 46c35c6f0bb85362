"""Being met: the client feels understood, goes on with what was said, is relieved, or says what was never said."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.frames import lately
from reattune.speech.leaning.leaned import leaned
from reattune.speech.place import Place
from reattune.speech.rule import Family, Rule
from reattune.speech.strategies import Met, Sign, clear, holds, strategy

_NEGATED = (
    r"\b(?:don'?t|doesn'?t|didn'?t|isn'?t|wasn'?t|aren'?t|weren'?t|never|not|no|hardly|barely|"
    r"without|wish|want(?:ed)? to|need to|if|would|might|hard to|used to|can'?t|couldn'?t)\b"
)
_PRACTICAL = (
    r"\b(?:o'?clock|half past|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"appointment|address|flat|number|second on|street|postcode|milk|"
    r"sugar|coffee|tea|water|tissues?|form|forms|fit note|invoice|receipt|letter|insur\w+|"
    r"parking|car park|website|email|reschedul\w*|calendar|bank|dose|"
    r"tablets?|prescription|leaflet|link|password|bus|train|window|blind|chair|spell\w*)\b"
)
_OWN = (
    r"\b(?:i|i'm|i've|i'd|me|my|because|cos|cause|like|when|it's|that's why|and (?:that|then|"
    r"it|i|nobody|no one|they|he|she)|so i)\b"
)
_BUT = (
    r"\b(?:i mean,? no|not really|anything much|nothing much|but|though|suppose|i guess|"
    r"someone might|people do|whatever|if you say so|"
    r"see how someone|say that a lot|i already said|like i said|what i(?:'ve|"
    r" have)? (?:been )?(?:said|saying|told|telling))\b"
)
_SPOKE = r"\b(?:that's what (?:she|he|they) said|(?:he|she|they) (?:\w+ )?(?:said|goes|went|was like))\b"

SIGNS = (
    Sign(
        "met_body",
        r"\b(?:(?:shoulders?|chest|breath\w*|jaw|stomach|whole body|weight|"
        r"knot)(?: \w+){0,3}? (?:drop\w*|loosen\w*|eas\w*|soft\w*|lift\w*|open\w*|gone|going)|"
        r"(?:can |could )?feel (?:it|that|my \w+|something|myself) (?:drop|lift|loosen|eas|soften|"
        r"shift|relax)\w*|a bit taller|warm(?:er)? inside|goosebumps|"
        r"(?:tearing|welling) up|(?:made|making|makes) me (?:want to )?(?:cry|well up)|going to cry)\b",
        0.55,
    ),
    Sign(
        "met_needed",
        r"\bi(?:'ve)? (?:really |so |did |think i )?need(?:ed)? (?:that|to hear|someone to|"
        r"somebody to)\b|\b(?:it'?s|that'?s|it is|that is) (?:really |so |very )?"
        r"(?:nice|good|lovely|kind|comforting|touching) (?:that|of|to) (?:you|it|hear|know|be)\b",
        0.5,
    ),
    Sign(
        "met_new",
        r"\b(?:i(?:'ve| have|'d| had)? (?:not|never|n'?t)|haven'?t|hadn'?t) (?:really |"
        r"ever )?(?:thought|seen|looked|heard)(?: \w+){0,2}? (?:of|at|about|it|like|as)\b",
        0.35,
    ),
    Sign(
        "met_exactly",
        (
            r"\b(?:exactly|precisely|spot on|bang on|that(?:'s| is)(?: just| really| so| exactly|"
            r" totally)? (?:it|right|true|how (?:it|i)|what (?:it|i) (?:is|feels?|was|mean\w*|need\w*|"
            r"do|want\w*)|the (?:word|thing|way|feeling|bit|one)|me\b)|you(?:'ve|"
            r" have)? (?:just )?(?:got it|hit (?:it|the nail)|nailed it|put (?:it|that) (?:so |"
            r"really |exactly |perfectly |better|into)|summed|said (?:it|that) (?:so|better|exactly))|"
            r"took the words|couldn'?t have (?:said|put) it|hit(?:s)? (?:the nail|home)|yes,? yes|"
            r"god,? yes|god\. yeah|oh,? (?:god|wow|my god)|totally|absolutely|a hundred per ?cent)\b"
        ),
        0.45,
    ),
    Sign(
        "met_understood",
        (
            r"\b(?:i (?:\w+ )?(?:feel|felt)|(?:feels?|felt) (?:like|as if|so|really|good|nice)|"
            r"makes me feel|it'?s (?:like|as if)) (?:\w+ ){0,4}?(?:heard|understood|seen|listened to|"
            r"met|less (?:alone|mad|crazy|lonely|scared|ashamed|stuck|heavy|weird)|lighter|relieved|"
            r"calmer|accepted|taken seriously|believed|safe(?:r)?|not judged|you (?:get|got|"
            r"understand|understood|hear|heard|see|saw|care|listen\w*|know)|someone (?:gets|got|"
            r"understands|hears|heard|sees))\b"
        ),
        0.7,
        never=r"\b(?:by (?:him|her|them|my)|at (?:work|home))\b",
    ),
    Sign(
        "met_you",
        (
            r"\b(?:you|it)(?:'ve| have|'re| are)? (?:really |actually |always |just |do |did |"
            r"seem to |totally )?(?:got it|got (?:what|that|me)|get (?:it|me|that|what|how|this)|"
            r"understand (?:me|what|how)|understood|saw (?:me|that|it|what|how)|"
            r"see me|heard (?:me|that|what)|listen(?:ed)?|remembered|noticed|"
            r"stayed (?:put|with)|believed me|believe me|didn'?t (?:judge|laugh|flinch|look away|run|"
            r"try to fix|push|rush|tell me)|took (?:me|it|that) seriously|said (?:it|"
            r"that) like (?:it was|i was|you)|cared?)\b"
        ),
        0.55,
        never=(
            r"\b(?:you know|do you|did you|would you|if you|don'?t you|have you|when you get|"
            r"you never|n'?t (?:get|understand|see|listen|hear)|easy)\b"
        ),
    ),
    Sign(
        "met_first",
        (
            r"\b(?:(?:nobody|no ?one|not one person|no-one)(?:'s|'d| has| had)? (?:\w+ )?(?:ever |"
            r"else )?(?:\w+ )?(?:said|says|asked|asks|put|noticed|told|seen|saw|listened|understood|"
            r"got|gets|believed|thought)|(?:you're |that's |it's |you are )?(?:the )?first (?:person|"
            r"time|one|place) (?:\w+ ){0,5}?(?:told|said|asked|felt|listen\w*|understood|heard|"
            r"talk\w*|spoken|admitted|cried|believed|breathe\w*|out loud|noticed|put|got|gets)|"
            r"i(?:'ve| have)? (?:\w+ )?never (?:really |actually |ever )?(?:told|said|admitted|put|"
            r"talked|spoken|shared|cried|thought (?:of|about) (?:it|that)|seen it|looked at it|"
            r"let (?:myself|anyone))(?: \w+){0,4}? ?(?:anyone|anybody|a soul|out loud|before|"
            r"like that|that way|into words|in front of)|i(?:'ve| have) never\.\.|"
            r"i hadn'?t (?:thought|seen|put|looked|realis\w+|realiz\w+|noticed)|never (?:thought|seen|"
            r"looked|left my mouth)(?: \w+){0,4} (?:before|like that|that way))\b"
        ),
        0.6,
    ),
    Sign(
        "met_helps",
        (
            r"\b(?:(?:that|this|talking|saying (?:it|that|this)|hearing (?:that|you|it)|"
            r"what you(?:'ve)? (?:just )?said|being (?:here|heard|able to)|to hear (?:that|you|"
            r"it))(?:'s| is| was| has)?(?: really| actually| so| been| such| a| quite| kind of|"
            r" already| just| honestly){0,3} (?:help(?:s|ed|ful|ing)|(?:a )?relief|relieving|mak(?:es|"
            r"e|ing) (?:so much |a lot of |total |complete |perfect )?sense|made (?:so much |"
            r"a lot of |total )?sense|good to hear|nice to hear|comforting|reassuring|lands|landed|"
            r"mean(?:s|t) (?:a lot|so much|the world|everything|something)|touch\w*|feels? (?:good|"
            r"better|right|lighter|true|different|nice)|(?:takes|took|lifts|lifted) (?:a )?(?:weight|"
            r"load)|(?:really |so |very )kind|exactly what i need\w*)|it (?:really |"
            r"actually )?(?:helps?|helped) (?:to (?:talk|hear|say|be)|that you|when you))\b"
        ),
        0.5,
        never=(
            r"\b(?:doesn'?t|didn'?t|isn'?t|wasn'?t|not|never|would|might|could|if|hasn'?t|help(?:s|"
            r"ed)? (?:him|her|them)|no (?:help|sense))\b"
        ),
    ),
    Sign(
        "met_thanks",
        (
            r"\b(?:thank you|thanks|(?:i )?(?:really )?appreciate|grateful|(?:i'm|i am) (?:so |"
            r"really )?glad)\b"
        ),
        0.55,
        also=(
            r"\b(?:for|that|because|you)\b(?: \w+){0,3}? (?:asking|saying|noticing|listening|"
            r"not (?:\w+ing|judging)|remembering|being (?:so |honest|patient|here|straight|kind|"
            r"there)|staying|understanding|hearing|telling|seeing|taking (?:it|that|me)|bearing|"
            r"putting up|believing|checking|sticking|letting me|giving me (?:space|time|room)|"
            r"going (?:slowly|slow|there)|honesty|patience|kindness|asked|said|noticed|stayed|"
            r"remembered|listened|told me|didn'?t|came|told you)\b"
        ),
        never=(
            r"\b(?:see you|bye|have a (?:good|nice|lovely)|next week|squeez\w*|fitting me|seeing me|"
            r"seeing me (?:at|today)|no thanks|no,? thank|coming in)\b"
        ),
    ),
    Sign(
        "met_relief",
        (
            r"\b(?:phew|what a relief|such a relief|(?:i'?m|i am|i feel|feeling) (?:so |really |"
            r"a bit |kind of |quite |much |already )*(?:relieved|lighter|calmer|less (?:alone|mad|"
            r"crazy|ashamed|scared|lonely|stuck))|weight off|like i was allowed|i can breathe|"
            r"breathes out|good weird)\b"
        ),
        0.5,
        never=(
            r"\b(?:relieved (?:that )?(?:he|she|they|when|the|i'm|it)|pregnant|exam|boiler|"
            r"test results)\b"
        ),
    ),
    Sign(
        "met_safe",
        (
            r"\b(?:i (?:\w+ )?(?:feel|felt|trust) (?:\w+ )?(?:close|closer|safe|safer|comfortable|"
            r"at ease|you|connected|at home)(?: \w+){0,2}? (?:with you|here|in here|to you|now|enough|"
            r"more)|i (?:do |really |can )*(?:trust|like talking to) you|glad i (?:said|told|came|"
            r"came back|can tell))\b"
        ),
        0.6,
    ),
    Sign(
        "met_builds",
        (
            r"(?:^|[.!?] +|\.\.\.)(?:yeah|yes|mm|huh|right|hm+|true|wow|oh),? +(?:\w+ )?(?:because|"
            r"cos|and (?:that|it|then|i|so|when)|like when|that's why|so (?:when|that's|i))\b"
        ),
        0.3,
    ),
)
_EMPHATIC = frozenset({"met_exactly", "met_builds"})
_OPEN = (
    r"\b(?:like|maybe|sounds?|as if|wasn'?t|it'?s|you(?:'ve|'re|'d)?|part of you|so|must|"
    r"feel\w*|felt|wanted|needed)\b"
)
_AIMED = r"\b(?:you|your|here|this|talking)\b"
_LONG = 7
_FEW = 3
_FILLER = (
    r"^(?:\W|\b(?:yes|yeah|yep|yup|oh|god|mm+|um|uh|ah|well|and|so|i mean|right|ok|okay|huh|hm+|i think|i guess|"
    r"crying|sighs|quiet\w*|laughs|you know|wow|my|actually|really|company)\b)*$"
)


_TELLING = r"\b(?:feel\w*|felt|like|for you|say about|today|think of|how was|between|wonder)\b"
_GRAVE = r"\b(?:feel\w*|felt|hurt|alone|inquest|funeral|died|death)\b"
_SURE = r"\b(?:exactly|that(?:'s| is) it|spot on|got it|nailed|precisely)\b"
_TURNED = r"\[(?:looks at|checks|glances)[^\]]*\]|\bstop\."
_UNNEGATED = frozenset({"met_first", "met_builds", "met_new"})
_LEAD = 30
_POLITE = 8


def _understanding(before: str) -> bool:
    """Return whether the words before offered an understanding: no question of fact, and more than a nod."""
    return holds(_OPEN, before) and len(before) > 4 * _LONG and not (before.endswith("?") and holds(_FACT, before))


def _felt(before: str) -> bool:
    return holds(
        (
            r"\b(?:feel\w*|felt|alone|hurt\w*|scared|afraid|anger|asham\w*|angry|sad|lonely|nobody|"
            r"no one|lost|tired|needed|wanted)\b"
        ),
        before,
    )


_FACT = (
    r"\b(?:how (?:many|much|long|often|old)|when did|what time|do you (?:drink|smoke|take|"
    r"use)|does that make sense)\b"
)


def _weigh(met: Met) -> float:
    text, before, name = met.place.text, lately(met.place), met.sign.name
    lead = text[met.bounds[0] : met.span[0]]
    if holds(_PRACTICAL, met.sentence) or (holds(_PRACTICAL, before) and not holds(_GRAVE, before)):
        return 0.0
    if name not in _UNNEGATED and holds(_NEGATED, lead[-_LEAD:]):
        return 0.0
    if name == "met_helps" and met.sentence.rstrip().endswith("?"):
        return 0.0
    strength = _agreed(met, before, lead) if name in _EMPHATIC else met.sign.strength
    strength -= 0.2 * (name == "met_you" and text.startswith("it ", met.span[0]))
    strength -= 0.2 * (name == "met_thanks" and met.place.line.words <= _POLITE)
    strength -= 0.25 * (before.endswith("?") and not holds(_TELLING, before))
    strength -= 0.3 * holds(_SPOKE, text) + 0.3 * holds(_TURNED, text)
    return clear(strength - 0.35 * holds(_BUT, text[max(0, met.span[0] - 20) :]))


def _agreed(met: Met, before: str, lead: str) -> float:
    """Return how clear an agreement is: it counts where an understanding was offered and something is added to it."""
    place, builds = met.place, met.sign.name == "met_builds"
    understood = _understanding(before)
    if not holds(_FILLER, lead) or (builds and not understood):
        return 0.0
    added = holds(_OWN, place.text[met.span[1] :]) and place.line.words >= _LONG
    sure, felt = not builds and holds(_SURE, met.sentence), _felt(before)
    strength = met.sign.strength + 0.15 * added + 0.1 * (sure and understood) + 0.15 * (felt and builds)
    strength -= 0.2 * (not added and not felt) + 0.25 * (not understood) + 0.1 * (not sure and not felt)
    return min(strength, 0.4) if place.line.words <= _FEW else strength


def _reason(place: Place) -> str:
    if holds(_AIMED, place.text):
        return _("Words of being understood, or of something that reached them, said to you or about being here.")
    return _("An agreement that adds something of their own to what you had said.")


_RULE = strategy(
    "met",
    Family.MET,
    SIGNS,
    looks_at=lambda: _(
        "Whether the client says that something reached them, or takes up what was said and goes on with it."
    ),
    benign=lambda: (
        _("Thanks and “exactly” are often only polite, or a way of keeping the talk going."),
        _("It may be about something practical that was sorted out."),
    ),
    reason=_reason,
    weigh=_weigh,
    role=Role.CLIENT,
)
RULES: tuple[Rule, ...] = leaned(_RULE)
