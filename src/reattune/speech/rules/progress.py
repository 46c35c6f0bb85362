"""Discontent about where therapy has got to: nothing is changing, it does not help, it gets worse."""

from collections.abc import Iterable
from dataclasses import replace

from reattune.language import _
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.expression import Expression
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.place import Place
from reattune.speech.reproach import GRUMBLE, TAG
from reattune.speech.rule import Family, Hit, Matches, Span
from reattune.speech.weighing import Ease, Sign, Signs, before

_PERIOD = (
    r"(?:weeks|months|sessions|times|years?|a year|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"several|\d+) (?:weeks|months|sessions|times)|a month|half a year)"
)
THEME = (
    r"\b(?:therapy|counsell?ing|treatment|sessions?|coming here|coming|come here|been here|in here|all this|"
    r"we(?:'re|'ve)? (?:\w+ )?(?:do|doing|done|go|going|went|say|said|talk\w*|been|keep|sit|get|getting|"
    r"achiev\w*|work\w*|start\w*|seem|don'?t)|doing this|how are things|how have (?:things|you) been|"
    rf"how's it (?:been )?going|to (?:start|begin)|on your mind|{_PERIOD} (?:now|in|of|on|later)|(?:after|since|"
    rf"for|it'?s been) (?:\w+ ){{0,3}}{_PERIOD}|since (?:i|we) (?:started|began|first)|when (?:i|we) (?:started|"
    r"began|first)|by now|all (?:of )?this (?:time|talking|work)|the first (?:day|session)|started (?:coming|"
    r"seeing|this)|progress|first came|our (?:work|goals?)|all these (?:weeks|months|sessions|years)|"
    r"look(?:ing)? back|to the start|it'?s not working|any of (?:it|this)|(?:since|in|last) (?:the )?(?:autumn|"
    r"spring|summer|winter|january|february|march|april|june|july|september|october|november|easter|christmas)|"
    r"\w+ sessions|from today|half ?way|by this point|panic attacks|you tell me|to be back|hoping for|"
    r"next few weeks|the therapy|getting out of (?:this|it|here)|by (?:christmas|easter|summer)|(?:is|"
    r"are) (?:it|things|this) going|you (?:sighed|shrugged|look\w*|seem)|physio|tablets)\b"
)


def _same() -> str:
    return _("The client says that nothing has changed since therapy began.")


def _help() -> str:
    return _("The client says that therapy does not help, or makes it worse.")


def _when() -> str:
    return _("The client asks how long it will take, or what it is for.")


_ANY = (
    r"(?: (?:really|actually|any|even|honestly|exactly|just|a bit|much|still|basically|completely|all|getting|"
    r"feel|feeling|making|seem to be|quite|that|very|so|a single|one|the slightest|no))*"
)
_SIGNS = (
    Sign(
        "not-better",
        r"\b(?:not|n'?t|never|hardly|barely|no)(?: (?:feel|feeling|felt|think|getting|get|got|seem|seeing|see|"
        r"noticed|noticing|notice|really|any|i'm|i am|we're|we are|it's|this is|that|like|going|gone|making|made|"
        r"make|much|been|changed|moved|a|all that|come|even|one bit|a bit|an inch|actually|having|had))* (?:better|"
        r"different|anywhere|progress|improvement|improv\w+|further(?: forward)?|closer|forward|any change|changes?|"
        r"changed|changing|difference|headway|wiser|happier|past (?:this|it|first)|results?|far)\b",
        0.5,
        _same,
        bound=True,
    ),
    Sign(
        "nothing-changes",
        r"\b(?:nothing(?:'s| is| has| ever| really| much| seems to| ever really| actually)*(?: ever| really|"
        r" actually| been)? (?:chang\w*|different|work\w*|help\w*|better|improv\w*|shift\w*|mov\w*|happen\w*|"
        r"sticks)|(?:exactly |just |still |pretty much |feel )?(?:the )?(?:exact )?same (?:place|spot|person|mess|"
        r"as (?:when|before|i was|i did|ever|day|the)|as i|problems?|things?|stuff|old|way)|exactly (?:where|as|how|"
        r"like) (?:i|we) (?:was|were|started|am)|where (?:i|we) (?:started|began|were|was)|(?:back (?:to|at|in)|"
        r"still at) (?:square one|the (?:start|beginning)|where|zero)|(?:round|around)(?: and (?:round|"
        r"around))? in circles|in circles|round and round|going nowhere|getting nowhere|gone nowhere|got nowhere|"
        r"got me nowhere|no nearer|treading water|stuck (?:in the same|where|as)|still (?:\w+ )?(?:can'?t|not|"
        r"don'?t|wake|cry|crying|panic|panicking|anxious|depressed|miserable|drinking|having|feel|get|stuck|awake|"
        r"the same|just as|hate|waking|awful|here))\b",
        0.5,
        _same,
        bound=True,
    ),
    Sign(
        "not-helping",
        r"\b(?:(?:this|therapy|counsell?ing|it|coming here|talking|treatment|the sessions?|these sessions|"
        r"any of (?:this|it)|what we(?:'re| are)? (?:do|doing)|seeing you)(?: \w+){0,3} (?:is|are|was|has|have|do|"
        r"does|did|ca|wo)?(?:n'?t| not| never)(?: \w+){0,4} (?:help\w*|work\w*|do(?:ing)? (?:anything|much|any|"
        r"a thing)|for me|get(?:ting)?|going anywhere|worth|make|making|made|any (?:good|use))|(?:not|"
        r"n'?t) (?:\w+ ){0,3}(?:this|therapy|it|coming)(?:'s| is) (?:\w+ )?(?:help\w*|work\w*|do(?:ing)?|for me|"
        r"worth)|(?:if|whether) (?:any of )?(?:this|therapy|it|coming here|talking|these sessions)(?:'s| is|"
        r" are)? (?:\w+ ){0,3}(?:help\w*|work\w*|do(?:ing)?|worth|for me|any (?:good|use)|point)|(?:complete |"
        r"total )?waste of (?:time|money|my|your|everyone)|wasting (?:my|your|our) (?:time|money)|what have (?:i|"
        r"we) (?:actually |really |even )?(?:got|achieved|done|gained)|what(?:'ve| have) i got to show|"
        r"nothing to show|not worth|(?:doing|done|does) (?:nothing|me no good|more harm)|no (?:good|use)(?: to me)?|"
        r"given up on (?:this|therapy|it))\b",
        0.6,
        _help,
    ),
    Sign(
        "worse",
        r"\b(?:(?:getting|feel|feeling|felt|got|am|making|makes?|made|doing|gone|am actually|end up|leave|go home|"
        r"been)(?: me| it| things| everything)?(?: (?:feel|actually|even|just|much|a lot|way|so much|far|feeling|"
        r"any))* worse|worse (?:than|since|after|off|now|every|each)|going (?:backwards|downhill)|more (?:anxious|"
        r"depressed|confused|upset|miserable|stuck|tired) (?:than|since|after|now))\b",
        0.5,
        _help,
        bound=True,
    ),
    Sign(
        "how-long",
        r"\b(?:how (?:long|much longer|many more|many)(?: \w+){0,8}|when (?:am|is|will|does|do|are) (?:i|it|this|"
        r"things|we|any)(?: \w+){0,3} (?:get|feel|start|work|going|gonna|supposed|change|stop|see|better|end|kick)|"
        r"(?:should|shouldn'?t|ought|thought|expected|hoped|supposed|meant)(?: \w+){0,5} (?:better|fixed|over (?:it|"
        r"this)|different|changed|cured|results?|sorted|finished|happier|done|something)(?: \w+){0,2} by now|by now|"
        r"what(?:'s| is| was| even is) the (?:point|use)|what (?:are|is|am) (?:we|i|this|it) (?:even |actually |"
        r"really )?(?:doing|achieving|getting|for|supposed|here)|is (?:this|it|any of this) (?:ever |actually |"
        r"really |even )?(?:going|gonna|meant|supposed|working|helping|worth|it|leading|doing)|why (?:am|do|are|"
        r"should) (?:i|we) (?:\w+ )?(?:keep|bother|come|coming|still|here|doing))\b",
        0.42,
        _when,
        bound=True,
    ),
    Sign(
        "all-this-time",
        r"\b(?:(?:after|all|for|it'?s been|been (?:coming|here|doing this|at this|seeing you|"
        rf"in therapy))(?: \w+){{0,5}} {_PERIOD}(?: \w+){{0,6}} (?:still|nothing|same|no |not |and (?:i|what|nothing|"
        rf"we)|what)|{_PERIOD}(?: \w+){{0,4}},? (?:and (?:i(?:'m| am)? (?:still|no|not|just)|nothing|what|we(?:'re)?|"
        r"it'?s (?:still|all|the same)|for what)|for what|i(?:'m| am)? (?:still|no)))\b",
        0.6,
        _same,
    ),
    Sign(
        "grumble",
        r"\b(?:can'?t (?:see|say|feel|tell|point)(?: \w+){0,2} (?:any|a|the|much|what) (?:\w+ )?(?:difference|"
        r"change|improvement|point|better|changed)|(?:should|shouldn'?t|ought|would|"
        r"thought)(?: \w+){0,4} (?:kicked in|worked|be|been|feel|felt|have|started|changed|"
        r"shifted) (?:\w+ ){0,3}(?:by now|yet|sooner|more|something|better)?|kicked in|(?:was|were|got) (?:sorted|"
        r"fixed|fine|done|cured|better|right as rain)(?: in| after| by|[.,]| and)|and (?:i'?m|i am) (?:on|still|no|"
        r"not|what|just)|you tell me|(?:not|n'?t)(?: \w+)? (?:shifted|budged|moved|landed|sinking|sticking|gone in|"
        r"got anywhere|get anywhere|get any further|gets? any)|(?:we|i) (?:just |only |keep |always )?(?:say|said|"
        r"saying|go|going|talk|talking|come|do|sit) (?:\w+ )?(?:the same|over (?:it|the same)|round|back|here and|"
        r"out the same)|same (?:things|thing|conversation|old|stuff|chat|story|as (?:last|ever|always|before))|"
        r"going through the motions|groundhog day|broken record|all talk|(?:exactly|just) (?:as|like|how|"
        r"what) (?:it|i|things) (?:was|were)|here we are|(?:can'?t|couldn'?t) point to|same ground|"
        r"isn'?t (?:really )?going|getting (?:\w+ )?(?:anything )?out of (?:this|it)|by (?:christmas|easter|"
        r"summer) i'?d|i'?d be able|still (?:in|on|at|here|crying|the|a)|what i'?m (?:getting|paying|doing)|"
        r"talk(?:ing)? and talk(?:ing)?|no (?:nearer|different|further|happier|better|change)|what(?:'ve|"
        r" have)? (?:we|i) (?:actually |really )?(?:got|done|changed|learned|learnt)|anything(?:'s| has| is|"
        r" to show)|starting to (?:wonder|think|doubt)|beginning to (?:wonder|think|doubt)|wonder (?:if|whether|"
        r"what|why) (?:there'?s|this|it|i|we|any)|lost (?:faith|hope)|running out of|honestly,? (?:no|not|nothing|"
        r"i don'?t)|not a lot|not much|nothing(?:,| really| much|\.)|(?:a )?plateau|flat|stalled|on hold|wading|"
        r"dragging)\b",
        0.36,
        _same,
        bound=True,
        faint=True,
    ),
    Sign(
        "not-getting-out",
        r"\b(?:not (?:sure|really|convinced|certain)(?: \w+){0,4} (?:getting (?:anything|much|what|out)|"
        r"get(?:ting)? (?:anything|much) out|this is (?:for me|working|helping|right|worth|doing|going)|what (?:i'm|"
        r"we're|i am|this)|it'?s (?:helping|working|worth|for me|doing))|(?:don'?t|can'?t|not|"
        r"never)(?: \w+){0,4} (?:get(?:ting)? (?:anything|much|a lot|enough) (?:out|from)|"
        r"see(?:ing)? (?:where (?:this|we|it)|how (?:this|it|talking)|any (?:difference|change|point)|the point)|"
        r"feel like we(?:'re| are)|know what we(?:'re| are)|know (?:if|whether|why|what) (?:this is|i come|"
        r"i'm coming|we(?:'re| are))|think (?:this|therapy|it|we)|point in|point of)|thinking (?:of|about|"
        r"that maybe i should) (?:stopping|quitting|leaving|giving (?:it|this) up|stop)|maybe (?:i|"
        r"we) should (?:just )?(?:stop|leave it|call it|quit|give up|take a break)|no point (?:in |to )?(?:coming|"
        r"this|talking|carrying|being|any|it|continuing))\b",
        0.5,
        _help,
    ),
    Sign("hung-question", TAG, 0.2, _same, bound=True, faint=True),
    Sign("grumbles", GRUMBLE, 0.22, _same, bound=True, faint=True),
)

_EASES = (
    Ease(
        r"\b(?:but|although|though|and then|until|actually|except)(?: \w+){0,8} (?:helped|helps|better|noticed|"
        r"changed|different|easier|realised|realized|slept|managed|lighter|progress|worth|small|proud|first time)\b",
        0.35,
    ),
    Ease(
        r"\b(?:it(?:'s| is| has|'s really|'s been|'s actually)(?: \w+)? (?:helped|helping|working|useful|good)|"
        r"(?:much|a lot|a bit|little|so much|feel(?:ing)?|getting) (?:better|easier|lighter|happier|calmer)|"
        r"slow(?:ly)? but|i know it takes|takes time|baby steps|one step|hopeful|looking forward|i(?:'m|"
        r" am) (?:glad|proud|grateful)|worth it|something(?:'s| has) (?:shifted|changed))\b",
        0.45,
    ),
    Ease(
        r"\b(?:(?:my|the|his|her|our) (?:job|work|boss|marriage|relationship|physio|knee|back|shoulder|leg|diet|gym|"
        r"course|degree|dissertation|project|band|house|divorce|case|company|career|car|team|manager|meds?|"
        r"medication|tablets|language|driving|guitar|piano|teacher|doctor|gp|garden|flat|kitchen|application)|"
        r"at (?:work|school|uni|home)|the (?:pills?|cream|diet|builders?|council|weather|traffic|app)|physio\w*|"
        r"spanish|french)\b",
        0.3,
    ),
    Ease(
        r"\b(?:used to (?:think|feel)|i worried|i was worried|at first|last year|back then|(?:the|"
        r"my) last therapist|before (?:i )?(?:came|you))\b",
        0.5,
    ),
)


def _place(place: Place) -> float:
    said = before(place)
    about = place.asked is Asked.US or any(
        word in said
        for word in (
            "therapy",
            "session",
            "progress",
            "together",
            "our work",
            "coming here",
            "these weeks",
            "so far",
            "helping",
            "goal",
        )
    )
    return 1.15 if about else 0.9


_THING = Expression(
    r"\b(?:dishwasher|washing machine|tumble dryer|boiler|kettle|fridge|freezer|oven|cooker|toaster|microwave|hoover|"
    r"vacuum|iron|printer|laptop|computer|tablet|phone|charger|router|telly|tv|radio|radiator|heater|heating|shower|tap|"
    r"toilet|lamp|alarm|doorbell|lift|car|van|bike|engine|battery|machine|plug|lock|camera|console|drill|mower|zip)\b"
)
_OF_THERAPY = Expression(
    r"\b(?:therapy|counsell?ing|sessions?|coming here|in here|sheets?|worksheets?|exercises?|homework|diary|breathing|"
    r"technique|what you (?:said|told|suggested)|we (?:do|did|tried|talked)|feel\w*|better|sleep\w*|panic|anxi\w+|"
    r"medication|tablets|pills)\b"
)
_IT = Expression(r"\b(?:it|that|this|they|the thing)\b")
_AROUND = 12


def of_a_thing(place: Place, span: Span) -> bool:
    """Return whether what did not work is a thing of the house that was just spoken of, and nothing done in therapy.

    Args:
        place: the turn.
        span: the words in it that say that something did not work.
    """
    own = place.own.text if place.own is not None else ""
    said = before(place)
    if _OF_THERAPY.meets(place.text) or _OF_THERAPY.meets(said):
        return False
    start = max(0, span[0] - _AROUND)
    return _IT.meets(place.text[start : span[1]]) and _THING.meets(f"{own} {said} {place.text}")


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    kept = {
        name: spans
        for name, found in matches.items()
        if (spans := tuple(span for span in found if not of_a_thing(place, span)))
    }
    return _PROGRESS.find(place, kept) if kept else ()


_PROGRESS = Signs(
    "progress",
    Family.PROGRESS,
    Role.CLIENT,
    lambda: _("What is said about where therapy has got to, and not about something else that does not move."),
    lambda: (
        _("It may be a fair account: little has changed yet, and saying so is a way to look at it together."),
        _("A bad week often makes the whole way look short."),
    ),
    _SIGNS,
    _EASES,
    THEME,
    story=0.6,
    told=0.6,
    place=_place,
    leant=lambda place: tempered(Family.PROGRESS, place),
)

RULES = (
    replace(_PROGRESS.rule(), find=_find),
    leans(Family.PROGRESS),
)
