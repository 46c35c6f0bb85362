"""The therapist told what to do, pressed, met with hostility, or drawn closer than the frame allows."""

from collections.abc import Iterable
from dataclasses import replace

from reattune.language import _
from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches
from reattune.speech.weighing import Ease, Sign, Signs


def _told() -> str:
    return _("The client tells the therapist what to do.")


def _pressed() -> str:
    return _("The client puts pressure on the therapist: with what they pay, or what they will do otherwise.")


def _closer() -> str:
    return _("The client moves closer to the therapist than the agreed frame.")


_DO = (
    r"(?:tell|answer|fix|say|give|stop|write|listen|sort|explain|help|do|make|call|ring|email|sign|get|cut|"
    r"admit|be honest|be straight|talk|shut|change|help|prescribe|put|let|choose|decide|pick|look|agree|phone|"
    r"contact|back|take my|stay|see|read|move|cancel|guarantee|promise)"
)
_SIGNS = (
    Sign(
        "tell-me",
        r"\b(?:(?:just|so|please|come on|well|can you|can'?t you|will you|would you|could you|why (?:can'?t|won'?t|"
        r"don'?t) you)[, ]+(?:please )?(?:just |simply |actually |for once )*(?:tell me (?:what|how|whether|if|the|"
        r"straight|why)|answer (?:me|the|my)|fix (?:it|me|this|her|him)|give me (?:an answer|a straight|the|some|"
        r"something|your|a)|sort it|say (?:it|something|yes|what)|do (?:something|your)|make it stop|get (?:on with|"
        r"to the)|give it)|tell me what (?:to do|i should|you)|answer (?:the|my) question|^answer me)",
        0.5,
        _told,
        aimed=True,
    ),
    Sign(
        "imperative",
        r"(?:^|[.!?,;-] ?)(?:(?:and|so|now|no|then|just|look|right|well|okay|please|but|come on|"
        r"oh)[, ]+)*(?:just )?(?:answer|fix|stop|write (?:me|that|it|this|down|to)|shut|listen to me|be quiet|"
        r"get on|get to the|do your|do something|say something|sort it|make (?:it|him|her|them|me) |put (?:that|the|"
        r"your|down)|give me|tell me|call (?:her|him|my|them)|ring (?:some\w+|your|the)|ring (?:her|him|my|them)|"
        r"sign (?:it|this|the|that)|admit (?:it|that)|prove it|leave (?:it|me|that)|don'?t (?:you |even |just |"
        r"ever )?(?:ask|tell|give|start|look|dare|analy\w+|write|interrupt|talk|say|change|sit|touch|push|mention|"
        r"bring|use|patroni\w+|call|nod|lecture|do that|you))\b",
        0.5,
        _told,
        aimed=True,
    ),
    Sign(
        "must",
        r"\b(?:you(?:'re going to| are going to|'ll| will)? (?:just |really |actually |simply )?(?:need to|have to|"
        r"have got to|'ve got to|got to|gotta|must|better|had better|'d better|should be|should just|ought to|"
        r"are supposed to|are meant to|can'?t just|need to start)|you'?d better|(?:i|we) (?:\w+ )?(?:want|need|"
        r"expect|insist|demand|require)(?: that)? you (?:to )?|i(?:'m| am) (?:telling|asking|ordering|"
        rf"warning) you)(?: (?:just|actually|now|to|really|stop|start|do|sit there and|go and|please))* (?:{_DO}|"
        r"ask\w*|telling|giving|doing|being|on my side|helping|there|out|more|less|able|available)\b",
        0.55,
        _told,
        aimed=True,
    ),
    Sign(
        "stop-it",
        r"\b(?:stop (?:asking|looking|saying|pushing|nodding|staring|interrupting|trying|doing (?:that|this)|"
        r"telling|writing|treating|being so|with (?:the|all|your)|going on|analy\w+|changing|turning|judging|"
        r"talking|it|that|bringing|smiling|acting|twisting|hiding|avoiding|wasting)|shut up|shut it|back off|"
        r"leave me alone|get lost|piss off|fuck (?:off|you)|screw you|go to hell|mind your own|"
        r"none of your business|who do you think you are|don'?t you dare|how dare you|i don'?t care what you|"
        r"be quiet|zip it)\b",
        0.6,
        _told,
        aimed=True,
    ),
    Sign(
        "your-job",
        r"\b(?:(?:isn'?t|is not|aren'?t|is|that'?s|it'?s|thought that was|surely)(?: that| it|"
        r" you)? (?:what )?(?:your|supposed to be your|you(?:'re| are)?) (?:job|supposed|meant|here for|paid|for)|"
        r"do your (?:bloody |damn |fucking )?job|(?:that'?s )?what (?:do )?i (?:pay|am paying|"
        r"'m paying) (?:you )?(?:for|you)|i(?:'m| am)? pay(?:ing)? (?:you|good money|for this|your|\w+ (?:quid|"
        r"pounds|dollars|an hour))|you(?:'re| are) (?:paid|supposed|meant|the (?:expert|professional|therapist|"
        r"one who)) to|you work for me|i(?:'m| am) the (?:client|customer|one (?:paying|who pays))|you owe me|"
        r"earn your|it'?s your job to)\b",
        0.55,
        _pressed,
        aimed=True,
    ),
    Sign(
        "or-else",
        r"\b(?:i(?:'ll| will|'m going to| am going to|'m gonna|'d| would| can| could| might| may)(?: (?:just|"
        r"have to|go and|be|always|well|start|seriously|simply|get up and))* (?:report(?:ing)?|complain\w*|sue|"
        r"suing|walk(?:ing)? (?:out|right)|leav(?:e|ing) (?:now|right now|then|here)|find(?:ing)? (?:someone|"
        r"somebody|another|a)|stop (?:coming|paying)|not (?:come|be coming|pay|be back)|go(?:ing)? (?:elsewhere|"
        r"to (?:your|someone|another|the|somebody)|over your)|write a review|tell (?:your|everyone|the)|make sure|"
        r"speak(?:ing)? to your|talk(?:ing)? to your|contact(?:ing)? your|post|put (?:in|it)|hold you)|"
        r"if you (?:don'?t|won'?t|can'?t|keep|ever|aren'?t|really (?:cared|wanted))(?: \w+){0,10},? (?:i(?:'ll|'m|"
        r" will| am|'d)|then i|you(?:'d|'ll))|unless you|or (?:else|i (?:walk|stop|leave|go)\b|i(?:'m|'ll| am|"
        r" will) (?:off|leav\w+|report\w*|complain\w*|find\w*|sue|suing|tell\w*|gone|out|walk(?:ing)? (?:out|away))|"
        r"this is|we(?:'re| are) done|that'?s it)|(?:last|final) (?:chance|warning)|it'?ll be (?:on|your)|(?:on|"
        r"be) your (?:head|conscience|fault)|your (?:manager|supervisor|boss|professional body|licen[sc]e|"
        r"registration)|(?:either )?you (?:tell|give|fix|help|do|write|sign|agree)(?: \w+){0,6} or|i(?:'m|"
        r" am) (?:not )?(?:leaving|walking|done|going) (?:here|anywhere|now|until|unless|out|right|with)|"
        r"not leaving)\b",
        0.55,
        _pressed,
    ),
    Sign(
        "orders",
        r"(?:(?:^|[.!?,] ?)(?:no, |so |right, |well, |and )?(?:you (?:start|talk|go first|tell me|decide|choose|"
        r"answer|explain|fix|sort|do it|work it out)|go on[.,!]|ask me (?:about|something)|come on,|smile|hurry up|"
        r"look at me|try again|write (?:it|that|this) down|sit down|ring (?:him|her|them|my)|keep (?:going|it)|"
        r"next question|get (?:him|her|them|me|it|on))|\b(?:we(?:'re| are) not (?:doing|talking|going|having|"
        r"discussing)|you(?:'re| are) not (?:to|going to|bringing|writing|telling|allowed)|you don'?t (?:bring|"
        r"get to|talk to|ask|touch|mention|tell me|speak|write|move)|i(?:'m| am) not asking|(?:going|go|take (?:it|"
        r"this)) higher|i said[.!]|i(?:'m| am) (?:sitting|staying|not moving)|what i(?:'m| am) here for|i(?:'ve|"
        r" have) got all day|i(?:'ll| will) (?:say|tell you) when|i want (?:\w+ )?(?:it|that|this|them|a|an|my|the|"
        r"you|him|her) (?:\w+ ){0,3}(?:today|now|done|gone|off|signed|in writing|by|back|changed|written|sorted|"
        r"fixed)|by (?:friday|monday|tomorrow|the end of|next week|tonight)|if it isn'?t|if (?:that|this|it|he|"
        r"she)(?:'s| is)? not|or i(?:'m|'ll| will| am)|end of[.!]|non-?negotiable|no (?:ifs|excuses|arguments?)|"
        r"you(?:'d| had) better|see that you|just do (?:it|as)|do as|don'?t (?:you )?(?:bother|give me that|start|"
        r"write|put|ask|look|go|tell|say|bring|make me|push|mention|pretend)|i(?:'ll| will) be (?:writing|speaking|"
        r"talking|in touch)|my (?:solicitor|lawyer)|the (?:papers|ombudsman|regulator)|one star|"
        r"how about (?:a drink|you and|we|dinner|lunch|coffee)|(?:you and me|just us|the two of us)))",
        0.45,
        _told,
        aimed=True,
        faint=True,
    ),
    Sign(
        "my-way",
        r"\b(?:we(?:'ll| will|'re going to| are going to|'re)(?: \w+)? (?:do(?:ing)? (?:it|this) my way|"
        r"talk about what i|not talk\w* about)|(?:it'?s )?my (?:way|rules|session|time|money|hour|"
        r"decision)(?:,? (?:so|and|i))|i(?:'ll| will)? (?:decide|choose|ask|say|tell you) (?:what|when|the|how|"
        r"where|who)|i(?:'m| am) (?:in charge|asking the|talking|speaking|the one)|let'?s talk about you|i(?:'d|"
        r" would) rather talk about you|what about you|(?:now )?(?:it'?s )?your turn|why don'?t you (?:tell|talk|"
        r"go first|answer|start|ever)|you (?:first|go first|tell me|answer)|(?:are|"
        r"were) (?:you )?going to (?:answer|help|tell|say|do|just sit|sit)|well\?|i(?:'m| am) waiting|i(?:'ll|"
        r" will) wait|(?:yes|yeah) or no|straight answer|get to the point|hurry up|get on with it|spit it out|"
        r"say something|i(?:'ve| have) (?:already )?(?:told|asked) you|i (?:want|need|expect|demand) (?:an answer|"
        r"answers|it (?:now|today|fixed|sorted|done|by)|results|this (?:fixed|sorted|done)|a (?:letter|diagnosis|"
        r"prescription|straight|solution|plan|proper)|you|your)|i(?:'m| am) not (?:leaving|going|answering|saying|"
        r"doing|telling)(?: \w+){0,5} until|you (?:can|could|may) (?:start|begin) by)\b",
        0.45,
        _told,
        faint=True,
    ),
    Sign(
        "closer",
        r"\b(?:(?:can|could|may|might) i (?:\w+ )?(?:have|get|take) your (?:\w+ )?(?:number|mobile|phone|address|"
        r"instagram|email|whatsapp)|(?:get|grab|go for|have|buy you|take you (?:out|for|to)|meet (?:up )?for) (?:a |"
        r"some |out |to )?(?:coffee|drink|dinner|lunch|date|drinks|walk)|(?:are|so are) you (?:\w+ )?(?:single|"
        r"married|seeing (?:any|some)|attached|attracted|in a relationship|on (?:facebook|instagram|tinder))|"
        r"do you (?:\w+ )?(?:fancy|have a (?:boyfriend|girlfriend|partner|husband|wife)|find me|love me|"
        r"think about me|think i'm (?:attractive|pretty|hot|good)|live (?:near|around|alone|with))|(?:you look|"
        r"you're looking|you're|you are|looking)(?: (?:so|very|really|quite|rather|pretty|too))? (?:nice|gorgeous|"
        r"hot|lovely|beautiful|sexy|pretty|handsome|good|stunning|cute)\b|you should wear|(?:love|darling|"
        r"sweetheart|babe|honey|sweetie|gorgeous|my dear)[,.?!]|(?:i|we) (?:think about|dream\w* (?:about|of)|love|"
        r"fancy|want|could be|should be|looked you up|found your|saw your|followed|drove past|googled) (?:you\b|"
        r"friends|more than|together|house|profile|facebook|instagram|a couple)|outside (?:of )?(?:here|this room|"
        r"therapy|sessions|work)|where do you live|what(?:'s| is) your (?:first name|address|star sign|type|"
        r"instagram)|(?:give|send) (?:me|us) your|who'?s going to know|nobody (?:would|will|needs to) know|"
        r"be my (?:friend|girlfriend|boyfriend|mum)|a hug|hug me|hold me|just this once|our (?:little )?secret|"
        r"between (?:you and me|us)|special (?:to|for) (?:you|me)|favou?rite (?:client|patient)|come (?:over|round|"
        r"to my|to the)|you could (?:come|make an exception|stay|give me|bend)|make an exception|bend the rules)\b",
        0.5,
        _closer,
    ),
)

_EASES = (
    Ease(
        r"\b(?:(?:could|can|would) you (?:start|tell|help|say|give|explain|ask|maybe|perhaps|possibly|just)|"
        r"(?:it'?d|that'?d|it would|that would) (?:help|be (?:good|great|nice|helpful))|(?:would|is) (?:it|"
        r"that) (?:be )?(?:ok|okay|all right|alright|possible)|if (?:that'?s|it'?s|you don'?t mind|that's) ?(?:ok|"
        r"okay|all right|alright|possible)?|i was wondering|would you mind|if possible|could we|can we (?:talk|go|"
        r"try|slow|maybe)|maybe we|i(?:'d| would) (?:like|appreciate|love|prefer|find it)|i wonder if|"
        r"do you think (?:you|we|i)|when you (?:get|have) (?:a )?(?:chance|moment)|sorry to ask|only if|whenever|"
        r"what do you think)\b",
        0.4,
    ),
    Ease(
        r"\b(?:i wish (?:some|you|they|he|she|i)|part of me (?:just )?wants?|it would be easier if|"
        r"i know you can'?t|i know (?:it'?s|that'?s) not|sometimes i (?:just )?(?:want|wish)|i keep (?:wanting|"
        r"hoping|wishing)|i feel like|i notice|i guess|kind of|sort of|half joking|just joking|only joking|kidding|"
        r"haha)\b",
        0.45,
    ),
    Ease(
        r"\b(?:you should (?:have )?(?:see|seen|hear|heard|try)|you have to (?:laugh|be|see|keep|wait|do|pay|fill)|"
        r"you(?:'ve)? got to (?:laugh|see|be)|i want you to know|i need you to know|tell me about it|"
        r"don'?t (?:get me wrong|worry|know)|let me tell you|stop (?:crying|drinking|smoking|eating|worrying|"
        r"thinking|myself)|thank you|thanks|i appreciate|that helped|you helped)\b",
        0.4,
    ),
)

_OWN = Expression(
    r"(?:\b(?:i|we|he|she|they|people|nobody|everyone|it)(?:'d|'ll)?(?: (?:do|don'?t|did|didn'?t|can|can'?t|could|"
    r"couldn'?t|will|won'?t|would|wouldn'?t|might|may|should|must|never|always|just|even|really|ever|only|finally|"
    r"then)){0,3}|\bi (?:\w+ )?(?:thought|was thinking|kept thinking|keep thinking|think to myself|(?:tell|told|"
    r"say to|said to) myself|was like)[,:]+ ?(?:(?:and|oh|no|so|right|well|okay|come on|just|please)[, ]*)*)[ ,]*$"
)
"""What leads up to words of somebody's own story: "as soon as I stop it", "I thought, just say yes"."""
_ORDERS = {"tell-me", "imperative", "must", "stop-it", "orders"}
_LEAD = 80


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    text = place.text
    kept = {
        name: spans
        for name, found in matches.items()
        if (spans := tuple(span for span in found if name not in _ORDERS or not _told_of(text, span[0])))
    }
    return _PRESSURE.find(place, kept) if kept else ()


def _told_of(text: str, start: int) -> bool:
    return _OWN.meets(text[max(0, start - _LEAD) : start])


_PRESSURE = Signs(
    "pressure",
    Family.PRESSURE,
    Role.CLIENT,
    lambda: _("Whether the therapist is told what to do, pressed, met with hostility or drawn out of their role."),
    lambda: (
        _("Asking plainly for what is needed is often a step forward."),
        _("Somebody in great need asks with force."),
    ),
    _SIGNS,
    _EASES,
    leant=lambda place: tempered(Family.PRESSURE, place),
)

RULES = (
    replace(_PRESSURE.rule(), find=_find),
    leans(Family.PRESSURE),
)
