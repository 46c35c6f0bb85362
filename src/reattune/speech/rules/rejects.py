"""A view, a question or a suggestion of the therapist turned down, without anything of one's own put in its place."""

from collections.abc import Iterable
from dataclasses import replace

from reattune.language import _
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.expression import Expression
from reattune.speech.leaning.score import leans, tempered
from reattune.speech.moves import advises, asks_fact, correctable, interprets
from reattune.speech.place import Place
from reattune.speech.refining import REFINES
from reattune.speech.rule import Family, Hit, Matches
from reattune.speech.rules.progress import of_a_thing
from reattune.speech.weighing import Sign, Signs, before

_BAD = (
    r"(?:ridiculous|rubbish|nonsense|stupid|absurd|bollocks|bull\w*|crap|a stretch|psycho ?babble|textbook|"
    r"silly|wrong|garbage|laughable|insulting|offensive|daft|crazy|mad|insane|pathetic|a joke|a load of \w+|"
    r"such a \w+|not (?:it|true|right|what|how|the point|the issue|the problem|relevant|important|helpful|"
    r"going to|gonna|happening|me|my|even|for me|an option|possible|realistic|fair|why|useful|really|at all|"
    r"what's)|irrelevant|pointless|useless|no use|no good|too simple|simplistic|way off|a bit much|over the top|"
    r"out of the question|beside the point|never going to|never gonna|just not|far-?fetched|a cliche|cheesy|"
    r"patroni[sz]ing|obvious|dumb|weird|easy to say|easier said)"
)


def _no() -> str:
    return _("What the therapist offered is turned down, and nothing is put in its place.")


def _relevance() -> str:
    return _("The client questions why this is asked, or what it has to do with them.")


def _tried() -> str:
    return _("A suggestion is answered with why it cannot work.")


def _shut() -> str:
    return _("The client does not want to go where the therapist's words lead.")


_SIGNS = (
    Sign(
        "no-start",
        r"^(?:(?:um|uh|er|well|oh|look|sorry|hm+|i mean|but|okay|ok|right|yeah)[,. ]+)*(?:no+|nope|nah|not really|"
        r"absolutely not|of course not|definitely not|course not|god no|hardly|not at all|no way|"
        r"no chance)\b(?:\W+(?:no+|nope|way|chance|thanks|thank you)\b)*",
        0.12,
        _no,
        faint=True,
    ),
    Sign(
        "bare-no",
        r"^\W*(?:um+|uh|er|well|oh)?\W*(?:no|nah|nope|no way|not really|no thanks?|no thank you|absolutely not|"
        r"definitely not|i don'?t think so|i doubt it|hardly|no,? (?:i don'?t think so|thanks|not really|no|"
        r"it isn'?t|it'?s not))\W*$",
        0.32,
        _no,
    ),
    Sign(
        "that-is-bad",
        r"\b(?:that|it|this|which)(?:'s| is| sounds| seems| just sounds|'s just| really is| was)(?: (?:just|really|"
        r"so|completely|totally|complete|absolute|a bit|actually|honestly|kind of|pretty|frankly|such|all|total|"
        rf"utter|utterly|simply|clearly|a|very|quite))* {_BAD}\b",
        0.55,
        _no,
    ),
    Sign(
        "isnt",
        r"\b(?:that|it) (?:isn'?t|wasn'?t|doesn'?t|makes no|made no|makes zero)(?: \w+)? (?:it|true|right|what|"
        r"how i|why|the (?:point|issue|problem|case|reason)|relevant|helpful|me|sense|apply|fit|help|about (?:that|"
        r"my|him|her|them)|anything to do|like that|mean anything)\b",
        0.45,
        _no,
    ),
    Sign(
        "bare-bad",
        r"^(?:\W*(?:oh|well|um|look|come on|please|what a|complete|total|absolute|such|utter|what)\W+)*(?:rubbish|"
        r"nonsense|bollocks|bull\w*|ridiculous|whatever|as if|yeah,? right|oh please|please|forget it|pass|next|"
        r"wrong|hardly|psycho ?babble|crap|so what|and\?)\b",
        0.6,
        _no,
    ),
    Sign(
        "disagree",
        r"\b(?:i (?:don'?t|do not|can'?t|really don'?t|just don'?t|honestly don'?t) (?:really |actually |even |"
        r"honestly |at all )?(?:agree|buy|accept|believe|see (?:it|that|how|why|what|the)|get (?:how|why|what)|"
        r"think (?:so|that's|it's (?:that|about|because|fair|true)|you)|feel (?:that|like that)|understand (?:why|"
        r"what|how))|i disagree|i(?:'d| would) (?:disagree|not say|never say)|i wouldn'?t (?:say|call|go that far|"
        r"put it)|don'?t (?:agree|buy (?:it|that|into)|see (?:the point|how)))\b",
        0.42,
        _no,
    ),
    Sign(
        "you-are-wrong",
        r"\byou(?:'re| are|'ve| have)?(?: (?:just|really|totally|completely|always|way|so|got|getting|reading|going|"
        r"being|now))* (?:wrong|way off|off base|off the mark|off track|far too much into|too much into|"
        r"over-?analy\w+|overthinking|barking|making (?:stuff|things|that|it) up|making (?:too much|a big|something|"
        r"a mountain)|read(?:ing)? (?:too much|into|things)|putting words|jumping to|clutching|guessing|miles off|"
        r"miles out|twisting|got it wrong|obsessed|fishing|assuming|it (?:all )?wrong|the wrong end)\b",
        0.65,
        _no,
        aimed=True,
    ),
    Sign(
        "nothing-to-do",
        r"\b(?:nothing (?:at all )?to do with|what(?:'s| has| does| have| on earth has| the hell has)? (?:that|this|"
        r"it|my (?:\w+)|any of (?:that|this)|one)(?: got| even| have| got to)* (?:to do|got to do|matter)|(?:that|"
        r"this|it) (?:hasn'?t|has not|doesn'?t have|has) (?:got )?(?:anything|nothing) to do|not everything|"
        r"sometimes a \w+ is just|it(?:'s| is) not (?:that|all|always|about|because of|some|like that|really about|"
        r"everything) ?(?:deep|complicated|about|my|him|her|some|big)?|isn'?t (?:always |all )?about (?:my|him|"
        r"her))\b",
        0.6,
        _relevance,
    ),
    Sign(
        "why-ask",
        r"\b(?:why (?:does|do|would|are|is|should|did|must|do we|do you) (?:that|it|you|we|i|this|everything|"
        r"therapists)(?: (?:even|always|keep|have to|need to|want to|want|wanna|need|all|have|ever))* (?:matter|"
        r"ask\w*|talk\w*|go\w*|bring\w*|know|relevant|keep|back|care|come|important|dig\w*|drag\w*|focus\w*|tell|"
        r"answer|think|say\w*|obsess\w*|assume|make)|what (?:kind|sort) of (?:a )?question|(?:stupid|weird|silly|"
        r"odd|strange|ridiculous|dumb|daft|pointless) (?:question|thing to (?:ask|say)|idea|suggestion)|"
        r"where (?:are|is) (?:you|this|we) (?:even )?(?:going|heading)|what(?:'s| is) the (?:point|relevance|use)|"
        r"what are you (?:getting at|trying to|on about|talking about|suggesting)|is (?:this|that) (?:really |"
        r"even )?(?:relevant|necessary|important)|how is (?:that|this|it) (?:\w+ )?(?:relevant|important|helpful|"
        r"any|going|gonna|supposed|meant|useful)|what difference (?:does|would|will|is))\b",
        0.6,
        _relevance,
    ),
    Sign(
        "how-would",
        r"\b(?:how(?:'s| is| would| will| does| could| on earth| the hell)+ (?:that|this|it|talking|"
        r"\w+ing)(?: \w+){0,4} (?:help|work|change|fix|do anything|solve|make)|what good (?:would|will|does|is)|"
        r"what would (?:that|be) (?:do|the point|achieve|change)|as if (?:that|it)(?:'d| would|'ll| will|'s)|"
        r"like that(?:'s| is|'ll| will| would) (?:going|gonna|ever|help|work|change))\b",
        0.6,
        _tried,
    ),
    Sign(
        "wont-work",
        r"\b(?:(?:that|it|this|they|none of (?:that|this|it)|those|these)(?:'ll| will|'d| would| just|"
        r" really)*(?:n'?t| not| never| won'?t)+(?: \w+)? (?:work|help|happen|change|do (?:anything|any|me)|"
        r"make (?:any|a)|fix|solve|be any|matter)|(?:that|it|this|they|those|these) (?:won'?t|wouldn'?t|doesn'?t|"
        r"don'?t|didn'?t|isn'?t going to|isn'?t gonna|can'?t|couldn'?t|never|aren'?t going to)(?: \w+)? (?:work\w*|"
        r"help\w*|happen\w*|change\w*|do (?:anything|any|me)|make (?:any|a)|fix|solve|be any)|(?:there(?:'s| is)|"
        r"i see) no (?:point|way|use)|no point|not gonna (?:work|help|happen|do)|not going to (?:work|help|happen|"
        r"do|fix|change)|never (?:works|worked|helps|helped|going to|gonna))\b",
        0.55,
        _tried,
    ),
    Sign(
        "tried",
        r"\b(?:(?:i(?:'ve| have)?|i'?ve already|we(?:'ve)?) (?:already )?(?:tried|done|heard|read|"
        r"thought of) (?:all )?(?:that|it|this|those|them|all|everything|the)|tried that|been there|heard (?:it|"
        r"that) (?:all )?before|(?:everyone|everybody|people) (?:already |always |all )?(?:says?|"
        r"tells?) (?:me )?that)\b",
        0.4,
        _tried,
    ),
    Sign(
        "yes-but",
        r"^(?:(?:well|um|oh|i mean|okay|ok|right)[,. ]+)*(?:yeah|yes|sure|maybe|fine|i know|i guess|i suppose|okay|"
        r"right|possibly|in theory|that's all very well|that's easy)[,. ]+(?:\w+[,. ]+){0,3}but\b",
        0.3,
        _tried,
        faint=True,
    ),
    Sign(
        "not-doing",
        r"\b(?:i(?:'m| am) (?:just |really |definitely |so |absolutely )?not (?:doing (?:that|it|this|any)|"
        r"going there|gonna do (?:that|it)|going to do (?:that|it|this)|saying|answering|writing|talking|playing|"
        r"interested|having|ready|telling|getting into|bothered|comfortable|in the mood|your|some|one of)|"
        r"i (?:refuse|will not|won'?t (?:do|be|go|talk|write)|don'?t want to (?:talk|go (?:there|into)|do (?:that|"
        r"this|it)|discuss|answer|think about|get into|look at|try|hear|be (?:told|analy\w+))|don'?t wanna (?:talk|"
        r"go|do)|don'?t need (?:to|your|a|that|any)|can'?t be bothered|couldn'?t be bothered|would rather not|"
        r"'d rather not|'d rather you|don'?t see (?:the|any) (?:point|need))|rather not|forget (?:it|that|about)|"
        r"no thanks?|not (?:interested|going there|happening|for me|doing|my thing|a chance)|count me out|"
        r"leave it(?: out)?|drop it|(?:can|could|shall) we (?:not|just (?:not|move|drop|leave|skip|talk|stop)|"
        r"move on|leave|skip|drop|talk about something|change|please (?:not|move|stop|leave))|let'?s (?:not|move on|"
        r"just (?:not|leave|move|drop)|leave|skip|drop)|don'?t (?:start|go there|give me|make (?:this|it|me)|"
        r"turn (?:this|it)|bring|psychoanaly\w+|analy\w+|tell me|try to|put|use))\b",
        0.5,
        _shut,
    ),
    Sign(
        "your-idea",
        r"\b(?:(?:that's|it's|those are|that was|that is) (?:just |only )?your (?:theory|opinion|view|idea|words?|"
        r"take|interpretation|thing|job|phrase|way|reading|word)|your words?,? not mine|(?:that's|"
        r"it's) what you (?:think|say|reckon|want)|you(?:'d| would) say that|says who|says you|if you say so|"
        r"whatever you (?:say|think|want|reckon)|(?:you can|you could) (?:think|call it|believe|say) (?:what|that)|"
        r"i never said|i didn'?t say|who said|you(?:'re| are) the one (?:who|that)|not me|you said (?:that|"
        r"it),? not|you always (?:say|think|go|bring|ask)|you keep (?:saying|going|bringing|asking|on)|"
        r"not that again|this again|here we go|oh,? (?:come on|please|not)|come on|seriously\?|with respect|i(?:'ve|"
        r" have) (?:already )?(?:told you|answered))\b",
        0.45,
        _no,
        aimed=True,
    ),
    Sign(
        "tried-list",
        r"(?:^|[.,;] ?)(?:i(?:'ve)? |yeah,? |and |well,? )*tried (?:\w+[ ,.]+){1,6}",
        0.3,
        _tried,
        faint=True,
    ),
    Sign(
        "not-going-to",
        r"\b(?:isn'?t|aren'?t|not|won'?t|wouldn'?t) (?:going to |gonna )?(?:bring (?:him|her|it|them|my|back)|"
        r"change (?:it|him|her|anything|a thing|the)|pay (?:the|my)|fix|solve|stop (?:him|her|it|them)|undo|"
        r"make (?:it|him|her|them|me))\b",
        0.42,
        _tried,
        aimed=True,
    ),
    Sign(
        "does-nothing",
        r"\b(?:isn'?t (?:going to|gonna)|aren'?t (?:going to|gonna)|not (?:going to|gonna)) (?:bring|change|fix|"
        r"help|make|pay|solve|stop|work)\b|\b(?:doesn'?t|didn'?t|don'?t|won'?t|wouldn'?t|"
        r"never)(?: [a-z]+)? (?:do anything|do a thing|do much|work|help|make any|make a|touch it|last|stick|solve|"
        r"change)\b",
        0.35,
        _tried,
        faint=True,
    ),
    Sign(
        "real-question",
        r"\b(?:is that a (?:real|serious|trick|proper)|is that (?:supposed|meant) to|are you (?:serious|joking|"
        r"kidding|having a laugh)|you(?:'re| are) (?:joking|kidding|having a laugh)|i(?:'m| am) not (?:five|six|ten|"
        r"a child|a kid|stupid|an idiot|one of your)|how old do you think|what(?:'s| is) that (?:supposed|meant) to|"
        r"(?:don'?t|do not|doesn'?t) (?:talk|speak|work) like that|it(?:'s| is) (?:just )?(?:a|an) \w+\. it doesn|"
        r"sounds? like (?:a |something (?:off|out of|from) )?(?:a )?(?:self-?help|fridge|greetings? card|poster|mug|"
        r"textbook|podcast|magazine|horoscope)|off the (?:internet|telly)|therapist(?:'s)? (?:answer|question|thing|"
        r"talk)|very (?:freud\w*|deep|neat|clever)|(?:bit|too) (?:neat|tidy|easy|pat|convenient|deep)|spare me|"
        r"do me a favour|give over|get away|pull the other|therapy talk|you people|that'?s a good one|very funny|"
        r"some hope|fat chance|how do you think (?:it|that|i)|no use (?:asking|in|to)|"
        r"you don'?t have (?:\w+ )?(?:kids|children)|don'?t give me|therapy-?speak|end of[.,!]|not a (?:fan|"
        r"believer)|don'?t do feelings)\b",
        0.5,
        _relevance,
    ),
    Sign(
        "dont-like-question",
        r"\b(?:(?:don'?t|do not|can'?t|hate|sick of|tired of|not) (?:really )?(?:like|answer\w*|understand|get|see|"
        r"want|think (?:about|in)) (?:that|this|the|these|those|your|all (?:these|your))(?: \w+)? (?:question|"
        r"questions|idea|suggestion|word|way|point|comparison|stuff|thing)s?|that (?:question|idea|suggestion|"
        r"comparison) (?:is|makes|doesn'?t|won'?t|annoys))\b",
        0.5,
        _no,
    ),
)


_SHORT, _LONG = 4, 45
_NEGATED = Expression(r"\b(?:not|never|no)\b|n't\b")
"""A short no to words with a no in them agrees."""


def _place(place: Place) -> float:
    said = before(place)
    if not said:
        return 0.4
    part = 1.0 if advises(said) or interprets(said) else 0.75
    short = place.line.words <= _SHORT
    if (place.asked is Asked.CLOSED and (part < 1 or short)) or (short and _NEGATED.meets(said)):
        part = 0.35
    if correctable(said) or asks_fact(said):
        part *= 0.55
    return part * (0.8 if place.line.words > _LONG else 1.0)


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    spans = [span for found in matches.values() for span in found]
    return () if all(of_a_thing(place, span) for span in spans) else _REJECTS.find(place, matches)


_REJECTS = Signs(
    "rejects",
    Family.REJECTS,
    Role.CLIENT,
    lambda: _("How the client answers a question, a suggestion or a reading of the therapist's."),
    lambda: (
        _("The therapist may simply have been wrong, and being put right is help."),
        _("A no to a question of fact is an answer."),
    ),
    _SIGNS,
    REFINES,
    story=0.6,
    place=_place,
    leant=lambda place: tempered(Family.REJECTS, place),
)

RULES = (
    replace(_REJECTS.rule(), find=_find),
    leans(Family.REJECTS),
)
