"""Discontent about the frame: time, money, how often, the room, the screen, recording, forms, breaks, the end."""

from collections.abc import Iterable
from dataclasses import replace

from reattune.language import _
from reattune.model import Role
from reattune.speech.aims import elsewhere, sentence
from reattune.speech.expression import Expression
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.place import Place
from reattune.speech.reproach import GRUMBLE, TAG
from reattune.speech.rule import Family, Hit, Matches, Span
from reattune.speech.weighing import Ease, Sign, Signs, before

_MONEY = (
    r"fees?|pay\w*|paid|money|price|prices|cost\w*|quid|pounds?|dollars|\d+ (?:quid|pounds|dollars|bucks)|bucks|"
    r"charg\w*|invoices?|bill(?:ed|s|ing)?|afford|expensive|insurance|co-?pay|cancellation (?:policy|fee)|"
    r"(?:the|your) policy|session rate"
)
_TIME = (
    r"fifty minutes|50 minutes|forty-five minutes|45 minutes|an hour|the hour|half an hour|time'?s up|"
    r"out of time|run out of time|the clock|finish on time|the (?:dot|minute|bell)|start(?:ed|ing)? late|(?:ten|"
    r"five|fifteen|twenty|\d+) minutes late|once a (?:week|fortnight|month)|every (?:week|two weeks|fortnight|"
    r"other week)|twice a week|weekly|fortnightly|a whole week|between sessions|(?:six|eight|ten|twelve|sixteen|"
    r"twenty|\d+|a few|only) (?:more )?sessions|sessions (?:are|left|limit)|waiting (?:list|room|time|area)|"
    r"appointment\w*|slots?|reschedul\w*|mov\w+ (?:my|the|our) (?:session|appointment|time)|chang\w+ (?:my|the|"
    r"our) (?:session|appointment|time|day)|(?:this|that|early|morning|evening|our|the|my) (?:time slot|slot|"
    r"times?|hour)"
)
_PLACE = (
    r"(?:the|this|your|that|these|those) (?:\w+ )?(?:rooms?|offices?|chairs?|sofa|couch|building|door|walls?|"
    r"lights?|window|receptionist|reception|screen|link|connection|camera|platform|plant|tissues|noise|parking|"
    r"stairs)|zoom|online|remote|remotely|by (?:video|phone|zoom)|video|video call\w*|on (?:a |the )?(?:screen|"
    r"phone|video)|over (?:the )?(?:phone|video|zoom)|in person|face to face|teams"
)
_FORMS = (
    r"forms?|questionnaires?|measures|surveys?|paperwork|tick(?:ing)? (?:boxes|box)|box-ticking|consent|"
    r"record(?:ed|ing|er)s?|tap(?:e|ed|ing)s?|cameras?|microphone|notes|supervis\w*|students?|trainee|"
    r"confidential\w*|who (?:sees|reads|hears|listens)"
)
_BREAKS = (
    r"(?:your |a |the |this )?(?:holidays?|vacation|leave|break)|going away|you(?:'re| are|'ll be|"
    r" will be) (?:away|off|gone|on leave)|time off|cancel\w*|discharge\w*|(?:the|an|our) end(?:ing)?|email\w*|"
    r"text(?:s|ed|ing)? (?:you|back)|call(?:ed)? you|ring you|contact|get hold of you|the rules?|boundar\w+|"
    r"policy|policies"
)
THEME = (
    r"\b(?:this place|be away|be off|usual (?:scale|sheet|questions)|same questions|out there|waiting room|"
    rf"leaflet|car park|lift|corridor|buzzer|{_MONEY}|{_TIME}|{_PLACE}|{_FORMS}|{_BREAKS})\b"
)


def _money() -> str:
    return _("Something is said against what therapy costs, or how it is paid.")


def _time() -> str:
    return _("Something is said against how long, how often or until when the two meet.")


def _frame() -> str:
    return _("Something is said against how therapy is set up: the room, the screen, forms, recording, rules.")


_SIGNS = (
    Sign(
        "too",
        r"\b(?:(?:far |way |just |a bit |so |much |really )?too (?:short|long|expensive|much|early|late|cold|hot|"
        r"small|noisy|little|few|often|bright|formal|clinical|far|soon|quick|stuffy|loud|rigid|strict)|"
        r"not (?:\w+ )?(?:long|often|enough|nearly enough|private|right|fair|on|the same|ideal|good enough|"
        r"comfortable)|(?:isn'?t|is not|wasn'?t|aren'?t|doesn'?t|never|hardly|barely)(?: \w+){0,3} (?:enough|long|"
        r"often|fair|right|private|comfortable|on|the same|feel (?:right|private|real)|work (?:for me|like)|helpful|"
        r"worth)|nowhere near)\b",
        0.55,
        _time,
        bound=True,
    ),
    Sign(
        "bad",
        r"\b(?:ridiculous|rip[- ]?off|unfair|outrageous|a joke|daylight robbery|robbery|extortion\w*|unreasonable|"
        r"steep|a lot (?:of money|to pay|for)|so much (?:money|for)|mad|crazy|insane|stupid|annoying|rubbish|"
        r"terrible|awful|horrible|useless|pointless|impersonal|cold|weird|creepy|off-?putting|depressing|grim|"
        r"inconvenient|nightmare|a pain|frustrating|a waste|waste|intrusive|invasive|inflexible|harsh|out of order|"
        r"not on|bloody|same again|never (?:works|ending)|uncomfortable|sterile|distracting|noisy|freezing|boiling|"
        r"tiny|wrong)\b",
        0.45,
        _frame,
        bound=True,
    ),
    Sign(
        "dislike",
        r"\b(?:hate\w*|can'?t stand|sick of|tired of|fed up (?:with|of)|dread|resent\w*|don'?t (?:really |actually |"
        r"even )?(?:like|want|see (?:why|the point|how)|get why|understand why|think it'?s|feel (?:comfortable|"
        r"right|ok|okay|safe)|trust|appreciate|agree)|didn'?t (?:agree|sign up|ask|like|want|expect)|not (?:happy|"
        r"comfortable|keen|ok|okay|impressed|thrilled|convinced|sure (?:i'm|about))|bother\w* me|annoy\w* me|"
        r"(?:makes?|made|making) (?:me|it) (?:uncomfortable|nervous|feel|anxious|self-conscious|so|hard|impossible|"
        r"worse|difficult)|freaks? me out|(?:can'?t|couldn'?t|hard to|difficult to|impossible to) (?:relax|"
        r"concentrate|open up|talk|hear|think|say|be honest|feel|even|really|afford|keep|justify|get hold)|put(?:s|"
        r"ting)? me off|winds? me up|angry|upset|piss\w*|feel(?:s)? (?:like (?:a|an|i|you|i'm|being)|weird|wrong|"
        r"exposed|watched|rushed|cut|abandoned|dumped|let down|punish\w*|cold|unfair|fake|distant))\b",
        0.5,
        _frame,
        bound=True,
    ),
    Sign(
        "why",
        r"\b(?:why (?:do|am|are|should|is|does|can'?t|would|did|on earth|the hell)(?: \w+){0,3}|how (?:come|"
        r"is (?:that|it) fair|am i (?:supposed|meant)|can (?:you|anyone|i)|do you expect|many more|much longer)|"
        r"what(?:'s| is) the (?:point|use)|is (?:that|this|it) (?:really |even )?(?:fair|necessary|it|all)|do (?:we|"
        r"i) (?:really |still |always )?(?:have|need) to|(?:another|more|yet another|these|all these|"
        r"the same) (?:bloody |damn |stupid )?(?:forms?|questionnaires?|surveys?|bills?|invoices?|breaks?|"
        r"holidays?)|who(?:'s| is| else)(?: \w+){0,3} (?:listening|watching|reading|sees|going to)|what (?:happens|"
        r"am i supposed)(?: \w+){0,5} (?:when you|if something|in the meantime|while you|until|for)|"
        r"so i'?m (?:just |supposed |meant |expected )?)\b",
        0.4,
        _frame,
        bound=True,
    ),
    Sign(
        "cut-off",
        r"\b(?:(?:just|always|right|only) (?:when|as) (?:i|we)(?:'m| am|'re| are| get| got| start\w*|"
        r"'ve)?(?: \w+){0,6}|cut\w* (?:me|us) off|kick\w* (?:me|us)? ?out|throw\w* me out|shov\w* me|that'?s it\?|"
        r"is that it|already\?|so that'?s it|(?:it|the (?:hour|session|time))(?:'s| is) (?:over|up|gone|"
        r"done) (?:before|just|and|already)|(?:barely|hardly|just|only just) (?:get|got|started|begun|sat|begin)|"
        r"watch(?:ing)? the clock|look(?:ing)? at the clock|next (?:person|client|one) (?:in|waiting)|conveyor belt|"
        r"left (?:me )?hanging|on my own (?:for|until|with)|leav(?:e|ing) me|abandon\w*|can'?t wait (?:a|until|"
        r"that)|wait (?:a whole|another|until|all)|(?:kept|made me|had to|have to) wait\w*|every single|each time)\b",
        0.4,
        _time,
        bound=True,
    ),
    Sign(
        "grumble",
        r"\b(?:another one of (?:these|those)|(?:these|those|this) again|not (?:great|ideal|private|the same|easy|"
        r"nice|right|much fun|what i)|every (?:single )?(?:time|week) (?:it|i|they|there|whether|,)|(?:every time|"
        r"each time),|whether i|(?:gone|going|goes|went|put(?:ting)? it|put them|putting them) up|(?:does|do|"
        r"did) any(?:one|body) even|(?:do|does) (?:they|you|it) even|i don'?t (?:say half|say (?:what|any|as)|"
        r"like (?:it|this|that|being|the)|see why|see the|get why|want (?:it|that|them|someone|anyone))|i(?:'d|"
        r" would) rather|half of what|no idea who|(?:i'?m|i am|i was) (?:just )?(?:sat|left|stuck|supposed|meant|"
        r"expected|watching|talking to)|sat (?:out|there|in|here)|why (?:they|you|we|i|it|does|do|can'?t)|"
        r"you can'?t|can'?t (?:do|say|even|just)|shouldn'?t|on my own|course (?:we|you|it|they) (?:are|do|is|have)|"
        r"just (?:as|when) i|hardly|barely|only (?:just|get|got|had)|tick,|what (?:if|am i|about me|happens)|"
        r"the walls|through the wall|nobody (?:asked|told|said|reads)|no one (?:asked|told|said|reads)|"
        r"can'?t be right|having a laugh|(?:you(?:'re| are)|they(?:'re| are)) charging|for (?:having|being|missing|"
        r"not)|hold my breath|(?:with|got) nobody|who gets better|process(?:ed|ing)|same (?:old )?questions|any old|"
        r"out comes|always do that|you go off|(?:\w+ ){1,2}is nothing|'s nothing|without (?:asking|telling|a word)|"
        r"(?:last|short) (?:minute|notice)|all right for|nice for (?:you|some)|must be nice|people (?:can|"
        r"could) hear|(?:can|could) hear (?:every|them|you|people|us|me)|freez\w*|box|lag\w*|drops? out|"
        r"cuts? (?:out|off)|clock|minute hand|meter|taxi|parking)\b",
        0.34,
        _frame,
        bound=True,
        faint=True,
    ),
    Sign(
        "cost",
        r"\b(?:can'?t (?:really |even |actually )?(?:afford|justify|keep paying)|(?:cost|costs|costing|charg\w*|"
        r"pay\w*|paid)(?: \w+){0,6} (?:for (?:this|nothing|sitting|an hour|that|what|a session|someone|you|talking|"
        r"missed|being)|to (?:sit|talk|be|listen|cry)|a fortune|even (?:if|when|though)|when (?:i|you)|because|"
        r"anyway|arm and)|(?:money|paying) (?:for|down)|fortune|for (?:that|this) (?:money|price|much)|"
        r"all that money|what (?:am i|i'm) paying|worth (?:the|that|it|all)|only (?:care|cares|interested|here|"
        r"in it)(?: \w+){0,4} (?:money|pay|paid))\b",
        0.5,
        _money,
        bound=True,
    ),
    Sign("hung-question", TAG, 0.2, _frame, bound=True, faint=True),
    Sign("grumbles", GRUMBLE, 0.22, _frame, bound=True, faint=True),
)

_EASES = (
    Ease(
        r"\b(?:(?:would|could|can|is|was|will) (?:it|we|you|i|that)(?: \w+){0,3} (?:possible|ok|okay|move|change|"
        r"swap|switch|do|come|have|help|alright|all right|make|still|check|pay|send)|just (?:wanted to (?:check|"
        r"ask)|checking|wondering)|i was wondering|do you (?:have|take|mind)|what time|when (?:is|are|do) (?:we|our|"
        r"the))\b",
        0.55,
    ),
    Ease(
        r"\b(?:that'?s fine|it'?s fine|no problem|don'?t mind|fair enough|makes sense|i understand|worth (?:it|"
        r"every)|used to it|got used|glad|helps?|flew by|went (?:so )?(?:fast|quick\w*)|thank you|thanks|i like|"
        r"nice|looking forward|good for|works (?:for me|well))\b",
        0.45,
    ),
    Ease(
        r"\b(?:at work|at school|(?:my|the|his|her) (?:boss|school|landlord|rent|gym|manager|dentist|doctor|gp|"
        r"physio|kids?|son|daughter|mum|dad|ex|bank|train|car|flat|house|solicitor|lawyer|job|office|wedding|garage|"
        r"university|course|hospital|company|council|nursery|colleagues?|team)|rent|mortgage|membership|tax|"
        r"benefits|meetings?|our manager|nursery|childcare|flights?|hotel)\b",
        0.3,
    ),
)

_THEMED = Expression(THEME)
_CHOSEN = Expression(
    r"\b(?:just|only) when(?:ever)? i (?:\w+ )?(?:feel|felt|want|like|need|can|choose|fancy|have time)\b"
)
"""When something is done by one's own choice: nobody cuts anything off."""


def _about(place: Place, span: Span) -> bool:
    """Return whether words may be about the frame: not about one's own choice, nor about people of a story."""
    text = place.text
    start, end = sentence(text, span)
    if _CHOSEN.meets(text[start:end]):
        return False
    if _THEMED.meets(text[start:end]) or _THEMED.meets(before(place)):
        return True
    named = [sentence(text, found) for found in _THEMED.spans(text)]
    return not named or not all(elsewhere(text[begin:stop]) for begin, stop in named)


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    kept = {
        name: spans
        for name, found in matches.items()
        if (spans := tuple(span for span in found if _about(place, span)))
    }
    return _PARAMETERS.find(place, kept) if kept else ()


_PARAMETERS = Signs(
    "parameters",
    Family.PARAMETERS,
    Role.CLIENT,
    lambda: _("What is said about time, money, how often, the room or screen, recording, forms, breaks and the end."),
    lambda: (
        _("It may be just that: money is short, the room is cold, the form is long."),
        _("Asking about the frame is part of using it."),
    ),
    _SIGNS,
    _EASES,
    THEME,
    told=0.5,
    leant=lambda place: tempered(Family.PARAMETERS, place),
)

RULES = (
    replace(_PARAMETERS.rule(), find=_find),
    leans(Family.PARAMETERS),
)
