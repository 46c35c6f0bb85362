"""Something said against the therapist: as a person, in what they do, or in how they are here."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.place import Place
from reattune.speech.reproach import ADV, ANOTHER, AT_YOU, DOUBT, FELT, HEED, ILL, JUST, NOT, WELL
from reattune.speech.rule import Family
from reattune.speech.weighing import Ease, Sign, Signs


def _person() -> str:
    return _("Something critical is said to the therapist directly, about how they are or what they do.")


def _heed() -> str:
    return _("The client says that the therapist does not hear, understand, remember or care.")


def _felt() -> str:
    return _("The client says how they felt with the therapist, and it was not good.")


def _doubts() -> str:
    return _("The client doubts that the therapist can know or help.")


_SIGNS = (
    Sign("heed", rf"\byou(?: {ADV})? {NOT}(?: {ADV}){{0,2}} {HEED}\b", 0.62, _heed, aimed=True),
    Sign(
        "not-sure-you",
        r"\b(?:don'?t (?:think|feel|believe|reckon)|not (?:sure|convinced)|doubt|doesn'?t (?:feel|seem|"
        r"look)(?: like| as if| as though)?|didn'?t (?:feel|seem|think)(?: like)?|wonder(?:ing)? (?:if|whether)|"
        r"feel like)(?: like| that| if| as though| as if| whether)? you(?:'re| are| were|'ve| have| even| really|"
        r" actually| ever)* (?:\w+ ){0,2}" + HEED + r"\b",
        0.6,
        _heed,
        aimed=True,
    ),
    Sign(
        "do-you-even",
        r"\b(?:do|did|are|have|were|can|would|could) you (?:even|ever|actually|really|"
        rf"honestly)(?: {ADV})? (?:{HEED}|{ILL}|{WELL}|read\w*|been|had|want\w*|thought|met|done|worked|lost|"
        r"mean\w*)\b",
        0.45,
        _heed,
        aimed=True,
    ),
    Sign(
        "ill",
        r"\byou(?:'re| are|'ve been| have been| were| seem(?:ed)?| look(?:ed)?| sound(?:ed)?| come across|"
        rf" came across| can be| act(?:ed)?| get| got)(?: {ADV}){{0,3}}(?: as| like| to be| of)?(?: {ADV})? {ILL}\b",
        0.55,
        _person,
        aimed=True,
    ),
    Sign(
        "not-ill",
        rf"\byou(?:'re| are| were) (?:{ADV} )?(?:not|n't)(?: {ADV}){{0,2}} (?:{ILL}|{WELL})\b|\byou (?:aren'?t|"
        rf"weren'?t|haven'?t been)(?: {ADV}){{0,2}} (?:{ILL}|{WELL})\b|\b(?:don'?t|never|didn'?t) (?:really |"
        r"actually |quite )?(?:feel|think|believe) (?:like |that )?you(?:'re| are|'ve been|"
        rf" were)(?: {ADV})? (?:{ILL}|{WELL})\b",
        0.55,
        _heed,
        aimed=True,
    ),
    Sign(
        "keep",
        rf"\b(?:you (?:just|always|only|keep(?: on)?|kept|constantly|literally|basically|simply)(?: {ADV})?|"
        r"all you(?:'ve)?(?: ever)? (?:do|did|done)(?: is| was)?(?: just)?|every time i \w+(?: \w+){0,5} you|"
        rf"you're (?:always|just|constantly|only|forever|still)) {JUST}\b",
        0.5,
        _person,
        aimed=True,
    ),
    Sign(
        "ones-like-you",
        r"\b(?:(?:some(?:one|body)|people|person) like you|you (?:people|lot|therapists|shrinks|counsell?ors|"
        r"professionals|experts|guys)|your (?:kind|type|sort|lot)|call yourself|what kind of (?:therapist|"
        r"counsell?or|professional)|(?:supposed|meant) to be (?:a |the |an )?(?:therapist|counsell?or|professional|"
        r"expert|qualified|trained|helping|listening|on my side|good at))\b",
        0.6,
        _person,
        aimed=True,
    ),
    Sign("what-do-you-know", DOUBT, 0.6, _doubts, aimed=True),
    Sign(
        "by-the-book",
        r"\b(?:(?:straight |right )?(?:out of|from|off|reading) (?:a|the|your|some) (?:text ?book|book|script|"
        r"leaflet|manual|website|training|card)|text ?book|(?:from|off|like) a script|scripted|rehearsed|(?:is that|"
        r"did (?:they|you)) (?:what they )?(?:teach|taught|learn(?:ed|t)?) (?:you|that|this)|therapy ?speak|"
        r"psycho ?babble|your (?:little |clever |so-called |fancy )(?:notes?|notebook|theor\w+|pen|questions?|pad|"
        r"book|techniques?|chart|degree)|stock (?:phrase|answer|response)s?)\b",
        0.45,
        _person,
        aimed=True,
    ),
    Sign(
        "slip",
        r"\byou(?:'d|'ve| had| have|'ve gone and| went and)? (?:\w+ )?(?:mixed up|mixed|muddled|forgot\w*|"
        r"lost (?:my|the)|missed|skipped|cut (?:me|it|that)|got (?:it|that|me|him|her|my|the) (?:\w+ )?(?:wrong|"
        r"mixed|muddled)|called (?:me|him|her) (?:\w+)|rushed|yawned|sighed|laughed at|smirked|tutted|rolled your|"
        r"looked at (?:your|the) (?:watch|clock|phone)|went (?:quiet|cold|silent|blank|stiff|all)|"
        r"changed the subject|talked over|brushed|glossed|didn'?t (?:even|ring|call|text|write|reply|ask|once|say|"
        r"look|notice|mention)|left (?:me|it)|dropped (?:me|it)|moved on|cancelled|never (?:once|even|asked|said|"
        r"rang|called|wrote|replied|mentioned))\b",
        0.42,
        _person,
        aimed=True,
    ),
    Sign(
        "said-and-it-was",
        r"\byou (?:said|say|did|asked|put|made|told|gave|had|wrote|looked|laughed|smiled|go|"
        r"went)(?: [\w']+){0,10}[,.]? (?:and|but|which|it|that|i)(?: [\w']+){0,4} (?:cold|harsh|hurt\w*|stung|rude|"
        r"unkind|off|wrong|mean|cruel|horrible|awful|blunt|clumsy|unfair|patroni[sz]ing|dismiss\w*|judg\w*|annoy\w*|"
        r"angry|upset|small|stupid|embarrass\w*|humiliat\w*|out of order|insensitive|flippant|smug|glib|bother\w*|"
        r"winds?|wound|awkward|weird|not (?:ok|okay|on|nice|fair|kind|great|right))\b",
        0.55,
        _felt,
        aimed=True,
    ),
    Sign(
        "same-as",
        r"\b(?:same as (?:the|my|all|every) (?:last|other|others|rest|one|ones|mum|dad|ex)|you all (?:are|do|say|"
        r"think)|you(?:'re| are) all (?:the same|alike)|all of you|just like (?:the|my|all|every\w*) (?:last|other|"
        r"others|rest|ones?|mum|mother|dad|father|ex)?|(?:did|do) they (?:teach|train|tell|send|give) you|on (?:the|"
        r"your|that) course|you and your|on (?:his|her|their) side|your (?:face|tone|voice|look)|that (?:look|face|"
        r"voice|tone|smile|nod|pause|pen|head tilt)(?: you| of yours)|that thing you do|the way you)\b",
        0.42,
        _person,
        aimed=True,
    ),
    Sign(
        "to-you",
        r"\b(?:(?:matter|mean|meant|mattered)(?: \w+){0,2} to you|(?:hard|difficult|impossible|can'?t|struggle|"
        r"tough) to (?:trust|believe|like|talk to|please|read) you|you say one thing|(?:not|never|"
        r"don'?t) trust(?:ing)? you|nothing to you|funny to you|boring you|wasting your time)\b",
        0.5,
        _person,
        aimed=True,
    ),
    Sign(
        "bit-annoyed",
        r"\b(?:bit|really|pretty|quite|so|still|i'?m|i was|felt|feel|little|kind of|sort of) (?:annoyed|cross|angry|"
        r"hurt|let down|put out|stung|narked|miffed|pissed off|irritated|disappointed|offended|fobbed off|"
        r"brushed off|told off|judged|dropped|forgotten|ignored|dismissed|unheard|patroni[sz]ed)\b",
        0.26,
        _felt,
        faint=True,
    ),
    Sign(
        "back-then",
        r"\byou(?:'d| had|'ve| have)? (?:just |only |then |even |actually |never )?(?:[a-z]{3,}ed|said|told|went|"
        r"gave|got|made|took|left|kept|came|sat|let|put|saw|cut|broke|wrote|began|chose|had|stood|spoke|threw|shut|"
        r"did)\b",
        0.3,
        _person,
        aimed=True,
        faint=True,
    ),
    Sign(
        "to-me",
        r"\byou (?:\w+ ){1,3}(?:me|my|myself|nothing|how i|what i|when i)\b|\byou (?:end up|sit there|"
        r"give (?:me )?nothing|stick up|side|go straight|come out with|turn it|make it|talk to me|talk about|treat|"
        r"stare|expect)\b|\bstick(?:ing)? up for (?:him|her|them)\b|\b(?:talking|"
        r"like talking) to (?:a (?:brick )?wall|a machine|a robot|myself|the wall)\b|\bi saw you\b|\bi(?:'m|"
        r" am) (?:just )?(?:a|another|one) (?:number|case|file|job|hour|slot|entry|ten o'?clock|appointment)\b",
        0.3,
        _person,
        aimed=True,
        faint=True,
    ),
    Sign(
        "at-you",
        AT_YOU,
        0.6,
        _person,
        aimed=True,
    ),
    Sign(
        "felt-here",
        r"\bi (?:really |just |kind of |sort of |always |often |still |sometimes )?(?:feel|felt|leave feeling|"
        r"left feeling|came away feeling|was left feeling|went home feeling|"
        rf"end up feeling)(?: {ADV}){{0,3}} {FELT}(?: \w+){{0,4}} (?:by you|you|in here|here|with you|last (?:week|"
        r"time|session)|when you|after (?:last|our|these|the) \w+)\b",
        0.65,
        _felt,
        aimed=True,
    ),
    Sign("feel-you-are", rf"\b(?:makes?|made|making) me feel(?: {ADV}){{0,2}} {FELT}\b", 0.3, _felt),
    Sign(
        "unheard-here",
        r"\bi (?:don'?t|didn'?t|never|do not|haven'?t|can'?t) (?:really |actually |always |ever |even )?(?:feel|"
        r"felt|feel like i'm|think i'm) (?:\w+ ){0,2}(?:heard|listened to|understood|safe|seen|supported|helped|"
        r"believed|taken seriously|comfortable)(?: \w+){0,3} (?:here|in here|by you|with you|you)\b",
        0.65,
        _felt,
        aimed=True,
    ),
    Sign(
        "what-you-said",
        r"\b(?:(?:what|something|the thing|a thing|things|comment|remark|question|how|"
        r"the way) (?:that )?you (?:said|did|put|asked|told|talk\w*|look\w*|react\w*|speak|spoke|phrased|made|say|"
        r"handle\w*|dealt|respond\w*)(?: \w+){0,6} (?:hurt|upset|annoy\w*|stung|bother\w*|wrong|harsh|cold|off|"
        r"weird|unfair|rude|winds? me up|wound me up|got (?:to|under)|stuck|out of order|insensitive|awful|horrible|"
        r"cruel|hurtful|dismissive|patroni[sz]ing|judg\w*|angry|put me off|rubbed|irritat\w*))\b",
        0.6,
        _felt,
        aimed=True,
    ),
    Sign(
        "someone-else",
        ANOTHER,
        0.5,
        _doubts,
        aimed=True,
    ),
    Sign(
        "thanks-for-nothing",
        r"\b(?:thanks for nothing|great help you|(?:a )?(?:fat )?lot of (?:good|help|use) (?:you|that|this)|"
        r"is that (?:really )?(?:it|all|the best)(?: \w+)? you(?:'ve)?|best you can do|big help|how (?:helpful|"
        r"insightful|original|clever|convenient|very)|you(?:'re| are) (?:supposed to be )?the (?:expert|"
        r"professional|therapist|one with)|genius|brilliant insight|wow,? (?:thanks|great|really|what|you|did|"
        r"that))\b",
        0.45,
        _person,
        aimed=True,
    ),
)


_EASES = (
    Ease(
        r"\b(?:i (?:do )?(?:feel|think|know) (?:like |that )?you(?:'re| are) (?:on my side|listening|here|with me|"
        r"trying|helping)|that'?s rare|you (?:let|helped|help|noticed|remembered|got me|heard|asked me and|stayed|"
        r"listened|understood|get me|believed|kept me|make me feel (?:safe|better|heard)|made me (?:laugh|think|"
        r"feel (?:safe|better|heard)))|i noticed|(?:really|so) (?:true|helpful|kind|useful)|right about|were right|"
        r"told me (?:that|to|about)|asked me to|(?:and|which) (?:it )?(?:helped|worked|stuck|was (?:right|true|kind|"
        r"good|nice|lovely))|a relief|glad)\b",
        0.4,
    ),
    Ease(
        r"\b(?:thank you|thanks for|i (?:really )?appreciate|(?:that|it|this|you)(?:'s| is| was|"
        r"'ve been)? (?:really |so |actually )?(?:helped|helps|helpful|kind|great|good of|glad)|grateful|"
        r"i (?:really )?(?:like|liked|love) (?:that|how|it|the way) you|good to (?:hear|know))\b",
        0.45,
    ),
    Ease(
        r"\b(?:used to (?:think|feel|worry|believe)|at first|in the beginning|(?:but|and) now|not any ?more|"
        r"i know you do|i know you(?:'re| are| don't mean| care)|turns out|i was wrong|i thought you(?:'d| would|"
        r" might| were going to))\b",
        0.45,
    ),
    Ease(
        r"\b(?:unlike|not like|nothing like|instead of|you(?:'re| are) (?:not like|different|the (?:first|only)))\b",
        0.5,
    ),
    Ease(
        r"\b(?:(?:like|as) you said|you (?:said|mentioned|asked me why)|have you got|do you mean|so you don'?t|"
        r"so does that)\b",
        0.6,
    ),
    Ease(
        r"\b(?:you know (?:when|how|what it's like)|when you(?:'re| are) (?:a |in |on |with |tired|alone|depressed|"
        r"young|little|\w+ing)|you know,)",
        0.7,
    ),
    Ease(
        r"\b(?:are you (?:ok|okay|all right|alright|well)|hope you|look after yourself|not your fault|don't worry)\b",
        0.35,
    ),
)


def _place(place: Place) -> float:
    return 1.0 if place.asked is Asked.NOTHING else 1.1


RULES = (
    Signs(
        "complaint_therapist",
        Family.THERAPIST,
        Role.CLIENT,
        lambda: _("What is said critically to the therapist, or about them, not about somebody in a story."),
        lambda: (
            _("Saying to somebody what was wrong takes trust; it may be the most open moment of the session."),
            _("It may be half a joke, or meant for somebody else it reminds of."),
        ),
        _SIGNS,
        _EASES,
        place=_place,
        leant=lambda place: tempered(Family.THERAPIST, place),
    ).rule(),
    leans(Family.THERAPIST),
)
