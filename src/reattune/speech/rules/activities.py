"""Doubt or discontent about what is done in therapy: exercises, homework, techniques, the talking itself."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.reproach import GRUMBLE, TAG
from reattune.speech.rule import Family
from reattune.speech.weighing import Ease, Sign, Signs

THEME = (
    r"\b(?:play-?acting|the \w+ plan|\w+ plan's|chat about|homework|exercises?|worksheets?|work ?sheets?|"
    r"diar(?:y|ies)|thought records?|mood (?:log|chart|diary|tracker)|logs?|logging|charts?|journal\w*|"
    r"record(?:s|ing)? (?:my|the|every)|breath\w*|mindful\w*|meditat\w*|relaxation|body scan|grounding|"
    r"visuali[sz]\w*|imagery|imagin\w+|role ?-?play\w*|rehears\w*|empty chair|two chairs?|(?:talk\w* to|"
    r"the) (?:an |a |the )?(?:empty )?chair|exposure|hierarchy|ladder|experiments?|affirmations?|letters?|"
    r"techniques?|tools?|activity (?:schedule|plan\w*)|schedul\w*|goals? (?:sheet|list|setting)|goal-setting|"
    r"smart goals?|rating (?:my|everything|things|it)|scales?|one to ten|out of ten|drawings?|draw\w*|cards?|"
    r"tapping|emdr|eye movements?|inner child|writing (?:it|things|down|everything|my|stuff|letters|lists)|"
    r"write (?:it|things|down|everything|my|stuff|lists)|lists?|the app|(?:this|the|that|an?) app|recordings?|"
    r"the (?:talking|tapes?|questions|sheets?|task|tasks|work)|(?:these|those|your|all (?:these|the|your)|"
    r"the same) (?:questions|exercises|things|tasks|sheets|techniques|tools|feelings)|(?:talking|talk|going|"
    r"digging|raking|keep(?:ing)?|dragging|dwelling)(?: \w+){0,3} (?:about|over|through|into|up|back|on) (?:my |"
    r"the |all |everything|it |this |that )?(?:\w+ )?(?:past|childhood|feelings?|mum|mother|mom|dad|father|"
    r"parents|dreams?|it all|everything|stuff|old|same)|just (?:talking|chatting)|talking about (?:when|what|my|"
    r"how|him|her|everything)|talking about (?:it|how i feel|feelings|this|things)|my (?:childhood|feelings|"
    r"dreams|past)|challenging (?:my )?thoughts|thinking errors|reframing|positive thinking|positives?|"
    r"gratitude|self-compassion|naming|noticing (?:my|the)|sitting with)\b"
)


def _pointless() -> str:
    return _("Something that is done in therapy is called no use.")


def _dislike() -> str:
    return _("The client says that they dislike something that is done in therapy.")


def _why() -> str:
    return _("The client asks what something done in therapy is for.")


def _undone() -> str:
    return _(
        "The client says that they did not do, or will not do, what was planned, and that they see no point in it."
    )


_VERY = (
    r"(?: (?:just|really|so|completely|totally|complete|a bit|actually|honestly|kind of|sort of|pretty|frankly|"
    r"such|all|very|quite|a|an|bit|little|kinda|rather|literally|absolutely|like|too|more|feels?|felt|been|"
    r"being|quite))*"
)
_SIGNS = (
    Sign(
        "no-use",
        r"\b(?:is|are|was|were|'s|'re|feels?|felt|seems?|seemed|sounds?|find|found|it|them|being|so|just|bit|think|"
        rf"thought)(?: it| them| this| that| all| all this)?{_VERY} (?:stupid|silly|pointless|useless|childish|"
        r"patroni[sz]ing|ridiculous|boring|tedious|dumb|daft|mechanical|artificial|fake|forced|contrived|"
        r"like (?:being (?:back )?(?:at|in) )?school|like homework|like a (?:chore|test|game|kid)|a chore|a waste|"
        r"waste of \w+|a joke|a gimmick|gimmick\w*|not for me|not my thing|no use|no help|a load of \w+|nonsense|"
        r"rubbish|bollocks|crap|torture|too (?:much|simple|basic|simplistic|clinical|babyish|complicated|easy)|"
        r"babyish|for (?:kids|children)|weird|embarrassing|awkward|simplistic|meaningless|unhelpful|not (?:helpful|"
        r"useful|working|helping|doing|going|gonna|really helping|really helpful)|hippy|woo|airy[- ]fairy|"
        r"box[- ]ticking|repetitive|busywork|annoying|irritating|tick\w*)\b",
        0.6,
        _pointless,
        bound=True,
    ),
    Sign(
        "no-good",
        r"\b(?:(?:doesn'?t|don'?t|didn'?t|isn'?t|aren'?t|wasn'?t|won'?t|never|not|hasn'?t|haven'?t|can'?t see|"
        r"don'?t see|don'?t think|hardly|barely)(?: \w+){0,4} (?:do(?:es|ing)? (?:anything|a thing|much|nothing|any|"
        r"me)|work\w*|help\w*|make (?:any|a|me)|made (?:any|a)|change anything|changed anything|the point|any point|"
        r"get (?:it|the point|anything|why|how|me)|useful|helpful|point (?:of|in)|achiev\w*|solv\w*|fix\w*|"
        r"going to (?:help|change|fix|make|bring)|gonna (?:help|change|fix|make)|for me|suit|see (?:why|how|what))|"
        r"do(?:es)? nothing|did nothing|no point|no difference|makes? (?:it|me|things) (?:feel )?(?:worse|more)|"
        r"made (?:it|me|things) (?:feel )?(?:worse|more)|feel(?:s|ing)? worse|felt worse|(?:a )?(?:complete |"
        r"total )?waste of|what(?:'s| is| was) the (?:point|use)|what good|no use)\b",
        0.55,
        _pointless,
        bound=True,
    ),
    Sign(
        "dislike",
        r"\b(?:hate\w*|can'?t stand|cannot stand|loathe|sick of|tired of|fed up (?:with|of)|bored (?:of|with)|"
        r"dread\w*|don'?t (?:really |actually )?(?:like|enjoy|want to (?:do|keep|talk|go|write|fill)|see myself|"
        r"believe in|feel comfortable)|never (?:liked|been (?:one|good|into))|not (?:into|comfortable|keen|doing|"
        r"going to do|gonna do|interested in|one for)|feel (?:stupid|silly|ridiculous|like (?:an idiot|a (?:child|"
        r"kid|idiot|fool))|daft|self-conscious|like i'm (?:back|in|at))|felt (?:stupid|silly|ridiculous|"
        r"like (?:an idiot|a (?:child|kid|fool)|a \w+)|daft)|(?:do|did) (?:we|i) (?:really |always )?(?:have|"
        r"need) to|(?:can|could) we (?:\w+ )?(?:not|stop|skip|do something|leave|please|drop|move)|rather (?:not|"
        r"just|we)|enough of|another (?:one|bloody|worksheet|exercise|sheet|list|form|technique|breathing)|"
        r"yet another|always (?:with )?the|i(?:'d| would) rather|drives? me (?:mad|crazy|nuts|up)|winds? me up)\b",
        0.5,
        _dislike,
        bound=True,
    ),
    Sign(
        "why",
        r"\b(?:why (?:do|are|did|would|should|am|is|does|must)(?: (?:we|i|you|it))?(?: \w+){0,4}|how(?:'s| is| are|"
        r" does| do| would| will| on earth| can| could)(?: \w+){0,7} (?:help\w*|work|change|fix|supposed|going to|"
        r"meant|make|solve|do anything)|what(?:'s| is| does| do| are| am| good)(?: \w+){0,5} (?:point|for|supposed|"
        r"achieve|do|help|got|to do|use|meant|get)|i don'?t (?:understand|get|know|see) (?:why|what|how|the)|"
        r"shouldn'?t we|aren'?t we supposed|when (?:do|are|will) we)\b",
        0.4,
        _why,
        bound=True,
    ),
    Sign(
        "undone",
        r"\b(?:didn'?t (?:bother|do|fill|write|even|see)|couldn'?t (?:be (?:bothered|arsed)|see|face)|"
        r"can'?t be (?:bothered|arsed)|gave up|stopped (?:doing|after)|threw it|binned|not (?:doing|going to do|"
        r"gonna do|filling|writing)|(?:won'?t|refuse to) (?:do|fill|write|be)|forget it|never (?:do|did) (?:it|"
        r"them))\b",
        0.4,
        _undone,
        bound=True,
    ),
    Sign(
        "for-the-sake",
        r"\b(?:for the sake of|going through the motions|(?:just|only) (?:words|boxes|numbers|paper|acting|"
        r"pretending|talk|filling|ticking|writing)|tick(?:ing)? boxes|nobody (?:does|reads|looks)|what (?:does|"
        r"would|will) (?:it|that) (?:do|prove|change|give)|not (?:going to|gonna) (?:help|change|fix|bring|make)|"
        r"as if (?:that|a|breathing|writing)|like (?:that|it)(?:'s| is) going|how(?:'s| is)? (?:a|some|an) \w+|"
        r"didn'?t do it|i don'?t want to again|never again|won'?t be doing|(?:bit|all) (?:daft|silly|much|fake|"
        r"forced|pointless|babyish|airy-fairy|childish|stupid|simple|basic)|acting|talking to (?:a chair|myself|"
        r"furniture|the wall)|felt (?:like )?(?:a )?(?:fake|fool|idiot|prat|lemon|mug|forced|stupid|silly|daft)|"
        r"getting me (?:any )?(?:closer|nearer|further|anywhere)|not sure (?:talking|going|writing|it|this|that|"
        r"these|what|how)|numbers,|on a scale|some (?:bloke|woman|man|voice)|(?:bloke|woman|voice) (?:whispering|"
        r"telling|droning)|another (?:worksheet|sheet|exercise|list)|back (?:at|in) school|in the real world|"
        r"real (?:life|problem)|more than (?:that|this)|can'?t see (?:what|how|the|it|me)|bothered|"
        r"rather (?:just )?(?:talk|not|have)|no offence)\b",
        0.36,
        _pointless,
        bound=True,
        faint=True,
    ),
    Sign(
        "how-meant",
        r"\bhow(?:'s| is| are| does| will| would) (?:this|that|it|any of (?:this|that|it)|all (?:this|that)|talking|"
        r"writing|breathing|drawing|going|raking|digging)(?: \w+){0,6} (?:meant|supposed|going|gonna|help|helps|"
        r"helping|change|fix|stop|do anything|make)\b|\bwhat(?:'s| has| does) (?:this|that|it|all this|all that|"
        r"my childhood|any of (?:this|that|it))(?: \w+){0,3} (?:to do with|got to do|for|supposed|meant|"
        r"going to do)\b",
        0.5,
        _why,
    ),
    Sign(
        "only-talk",
        r"\b(?:(?:all|only thing) we (?:ever )?do (?:here )?(?:is|here is) (?:just )?(?:talk|sit|chat|go)|"
        r"we (?:just|only|always|never|keep|don'?t) (?:ever |actually |really )?(?:talk\w*|sit|go(?:ing)? (?:over|"
        r"round)|chat\w*|do(?:ing)? (?:the same|anything|these)|fill\w*|rak\w*|rehash\w*|get to|work on|dig\w*)|"
        r"i (?:need|want(?:ed)?|thought|expected|came (?:here )?for) (?:\w+ ){0,3}(?:practical|concrete|real|actual|"
        r"proper|tools|strategies|advice|answers|something (?:that|more|i can)|techniques|more than)|"
        r"just (?:talking|chatting|sitting here)(?: \w+){0,4} (?:isn'?t|doesn'?t|won'?t|about|help|not|never)|"
        r"(?:talking|dwelling|going over|digging|raking)(?: \w+){0,6} (?:isn'?t|doesn'?t|won'?t|never|only makes|"
        r"just makes|makes))\b",
        0.5,
        _why,
    ),
    Sign("hung-question", TAG, 0.2, _dislike, bound=True, faint=True),
    Sign("grumbles", GRUMBLE, 0.22, _dislike, bound=True, faint=True),
)

_EASES = (
    Ease(
        r"\b(?:but|though|although|still|and then|actually)(?: \w+){0,6} (?:helped|helps|useful|worked|works|good|"
        r"calm\w*|easier|glad|better|liked|noticed|interesting|worth|surpris\w*|did it|try|carry on|keep)\b",
        0.35,
    ),
    Ease(
        r"\b(?:helped|really (?:useful|helpful)|was (?:useful|helpful|good|interesting)|glad i|surprised|"
        r"surprisingly|found it (?:useful|helpful|calming)|it worked|worked (?:well|for|really)|starting to|"
        r"got easier|i noticed|i realised|i realized|i managed|i like|liked|enjoy\w*)\b",
        0.45,
    ),
    Ease(
        r"\b(?:forgot|didn't get (?:round|around|time|a chance|to it)|no time|ran out of time|been (?:ill|busy|away|"
        r"poorly|mad|so busy)|can (?:you|we) (?:go over|explain|show|try)|could you (?:explain|show|go)|show me|"
        r"remind me|next week|i'll (?:do|try))\b",
        0.45,
    ),
    Ease(
        r"\b(?:(?:my|his|her|our|the) (?:son|daughter|kid|kids|boy|girl|child|children|teacher|boss|gym|physio|"
        r"trainer|school|class|course|doctor|manager|gp|coach)|(?:son|daughter|kid|kids|boss|school|teacher|manager|"
        r"physio|mum|dad|sister|brother|husband|wife|partner|friend)'s|at (?:work|school|the gym|uni|college)|maths|"
        r"gym|yoga class|(?:she|he|they) (?:hates?|gets?|has|had|thinks?|says?))\b",
        0.3,
    ),
)

RULES = (
    Signs(
        "activities",
        Family.ACTIVITIES,
        Role.CLIENT,
        lambda: _("What is said about what is done in therapy: exercises, homework, techniques, the talking itself."),
        lambda: (
            _("It may not suit this client, or not now; that is worth knowing."),
            _("What is hard or dull is not yet unwanted; some say so and do it all the same."),
        ),
        _SIGNS,
        _EASES,
        THEME,
        leant=lambda place: tempered(Family.ACTIVITIES, place),
    ).rule(),
    leans(Family.ACTIVITIES),
)
