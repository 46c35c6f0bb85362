"""Avoidant storytelling and changing the topic: away from what was just asked, to other people and other things."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import telling_of_others
from reattune.speech.place import OPENERS, Place
from reattune.speech.probing import FAINT, NEAR, depth
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import feelings, inward, matters, reported, sentence

_SHIFT = "storytelling.shift"
_STORY = "storytelling.others"
_ELSEWHERE = "storytelling.elsewhere"
_FAR = 0.9
_NAMED = {
    "asks_to_leave": (
        0.65,
        (
            r"\b(?:(?:can|could|shall|may) (?:we|i) (?:\w+ )?(?:talk|speak|chat) about (?:(?:something|anything) else|"
            r"(?:\w+ ){1,4}instead)|(?:can|could) i (?:just )?(?:tell|ask|show) you (?:about )?(?:something|a|my|the|"
            r"this)|change the subject|changing the subject|change of (?:subject|topic)|on (?:another|a different|"
            r"a separate|a lighter) (?:note|subject|topic)|different (?:topic|subject)|"
            r"(?:something|this is|on something) (?:totally|completely|entirely) (?:else|different|unrelated|random)|"
            r"let's talk about (?:something|the|my|what)|(?:can|could) we (?:go back to|move on to|come back to that|"
            r"do that later)|enough (?:about|of) (?:that|me|him|her|it)|anyway,? (?:moving on|enough|what)|moving on|"
            r"not to change the subject|unrelated)\b"
        ),
    ),
    "marker": (
        0.6,
        (
            r"\b(?:(?:^|[.!?,-]\W*)(?:(?:oh|so|but|well|and|ah|hey|yeah|"
            r"right|ok|okay)\W+){0,2}(?:anyway|anyways|anyhow)\b|speaking of(?: which)?|talking of|"
            r"that reminds me|reminds me,|by the way|btw|before i forget|(?:did|have) i (?:ever )?(?:tell|told|mention|"
            r"mentioned|say)|i (?:must|have to|should|need to|forgot to|"
            r"meant to|wanted to|was going to|keep meaning to|"
            r"gotta|'ve got to) (?:just )?(?:tell|ask|mention|show|say to) you|"
            r"you(?:'ll| will) never (?:guess|believe)|you won't believe|"
            r"guess (?:what|who)|(?:did|have) you (?:see|seen|"
            r"hear|heard|watch|watched|read|know|ever (?:been|seen|tried|had))|you should (?:have )?(?:see|seen|heard|"
            r"try|watch)|you'd (?:love|have laughed|never)|"
            r"i (?:just )?(?:saw|read|watched|heard) (?:this|the|a|that|on)|"
            r"which reminds|funny (?:thing|story|enough)|funnily enough|"
            r"oh,? (?:and|did|guess|funny|you know what|you know who|i meant|i must|i forgot|i never told|my god)\b|"
            r"(?:the )?other (?:thing|news)|in other news|random but|just remembered|just thought of|"
            r"i've just remembered|where did you (?:get|buy)|is that (?:a )?new|i (?:like|love) your|nice (?:plant|"
            r"picture|painting|shoes|rug)|what(?:'s| is) that (?:on|in|"
            r"over)|more importantly|the (?:main|important|real|"
            r"big) (?:thing|news) (?:is|this week))\b"
        ),
    ),
    "story": (
        0.45,
        (
            r"\b(?:(?:my|our|the|this|a|her|his) (?:\w+ )?(?:neighbou?rs?|colleagues?|cousin|cousins|boss|manager|"
            r"flatmate|roommate|landlord|aunt|auntie|uncle|mate|co-?worker|friend|friend's|hairdresser|dentist|plumber|"
            r"builder|nephew|niece|brother-in-law|sister-in-law|"
            r"mother-in-law|in-laws|teacher|dog|cat|car|boiler|kitchen|"
            r"garden|guy|bloke|woman|lady|man|girl|couple|team|football|"
            r"match|game|show|series|film|movie|telly|concert|"
            r"wedding|flight|traffic|job|office|council|school|church|choir|gym|band|house|dishwasher|phone|laptop|"
            r"restaurant|shop|bus|train)\W+(?:\w+\W+){0,3}?(?:is|was|has|"
            r"had|have|just|got|gets|went|goes|bought|decided|"
            r"said|says|told|did|does|came|comes|started|keeps|kept|who|called|rang|won|lost|broke|moved|thinks|wants|"
            r"wanted|took|made|put|turned|left)|"
            r"there was (?:this|a|one|that)|there's this|this one time|once (?:i|we|my)|(?:last|this|on|one) (?:week|"
            r"weekend|night|morning|tuesday|monday|wednesday|thursday|"
            r"friday|saturday|sunday|summer|christmas|year|day)|"
            r"yesterday|so (?:then )?(?:he|she|they) (?:goes|said|says|was like|went|turns?)|and (?:then )?(?:he|she|"
            r"they) (?:goes|said|says|was like|went|turns?|came|comes))\b"
        ),
    ),
}
_ANSWERS = Expression(
    r"\b(?:back to (?:your|the|what) (?:question|you)|to answer your|which is (?:what|why|how|exactly)|that's (?:how|"
    r"what|why|when|where) i|(?:it|that|which|he|she|they) (?:really |just )?(?:made|makes|left|leaves) me|"
    r"i (?:really |just |suddenly |still |always |sort of |kind of )?(?:felt|feel|realised|realized|noticed|cried|"
    r"froze|panicked|wanted|couldn't)|same (?:thing|feeling)|and i think|and i (?:was|thought)|"
    r"that was (?:when|how|the moment)|exactly (?:like|how)|like (?:that|when|with)|it's (?:the )?same|"
    r"just like (?:that|my|with)|as if i|for example|for instance|an example)\b"
)
_INVITED = Expression(
    r"\b(?:what else|anything else|something else|move on|where (?:would|do|shall) (?:you|we)|what would you like|"
    r"how (?:was|is|are|have|has|did) (?:your|the|things|it)|what happened|and then|what did (?:he|she|they)|"
    r"what's (?:been|new|happening|on)|what (?:have|has) (?:you|been)|tell me about (?:your|the|him|her|them|that)|"
    r"tell me more about (?:your|him|her|them|the)|on your mind|bring|catch me up|news|who (?:is|was|are|did)|"
    r"what (?:is|was) (?:he|she|your|the)|how do you (?:know|get)|example|what did you do|when (?:did|was)|"
    r"what do you do|story)\b"
)
_OTHERS = Expression(
    r"\b(?:he|she|they|him|her|them|his|their|we had|we got|we went|we started|had this|had these|got this|got these|"
    r"there's this|there was|some (?:guy|bloke|woman|man|lady|lad|kid)|"
    r"my (?:uncle|aunt|auntie|cousin|neighbou?r|boss|mate|friend|sister|brother|colleague|landlord|nan|gran|grandad|"
    r"nephew|niece)|neighbou?rs?|landlord|landlady|manager|guy|bloke|council|dog|cat|car|match|game|film|series)\b"
)
_SELF = Expression(r"\b(?:i|i'm|i've|i'd|me|myself)\b")
_CAPITAL = Expression(r"[a-z,;] ([A-HJ-Z][a-zA-Z]+)\b")
"""Names within a sentence."""
_SHE, _HE = Expression(r"\b(?:she|her)\b"), Expression(r"\b(?:he|him|his)\b")
_HER = Expression(r"\b(?:she|her|mum|mom|mother|sister|wife|daughter|girlfriend|nan|gran|grandmother|aunt)\b")
_HIM = Expression(r"\b(?:he|him|his|dad|father|brother|husband|son|boyfriend|grandad|grandfather|uncle)\b")
_PEOPLE = 2
_FLOOR = 0.12
_LEAST = 10
_BEGINNING = 60
"""Characters: a change of topic stands near the beginning of a reply."""


def _away(place: Place) -> float:
    """How far a reply is from what was asked: 1 where it shares nothing with it, 0 where it answers."""
    other = place.other
    if other is None:
        return 0.0
    text = place.text
    about = matters(other.text) | (matters(place.own.text) if place.own is not None else frozenset())
    shared = len(about & matters(text)) + (1 if _same_person(other.text, text) else 0)
    far = 1 / (1 + 0.7 * shared)
    far /= 1 + 0.5 * _ANSWERS.count(text) + 0.3 * inward(text) + 0.25 * feelings(text)
    if _INVITED.meets(other.text) and place.asked is not Asked.FEELING and not feelings(other.text):
        far *= 0.3
    return far


def _same_person(asked: str, text: str) -> bool:
    return (_HER.meets(asked) and _SHE.meets(text)) or (_HIM.meets(asked) and _HE.meets(text))


def _shifted(place: Place, matches: Matches) -> Iterable[Hit]:
    near = depth(place)
    if near < FAINT or place.other is None:
        return ()
    clear, pattern, span = clearest(_NAMED, matches)
    if pattern != "story" and reported(place.text, span[0]):
        return ()
    if pattern == "story" and (place.line.words < _LEAST or not _asked(place)):
        return ()
    strength = clear * near * (0.35 + 0.65 * _away(place)) + 0.1 * (sum(map(len, matches.values())) - 1) * near
    if pattern != "asks_to_leave" and span[0] > _BEGINNING and "story" not in matches:
        strength *= 0.7
    if not _asked(place):
        strength *= 0.6
    strength *= _answered(place)
    if strength < _FLOOR:
        return ()
    begin, end = sentence(place.text, span[0])
    reason = _("After something close was asked or named, these words begin something else.")
    return hit(place, _SHIFT, Family.STORYTELLING, (begin, max(end, span[1])), strength, reason)


def _answered(place: Place) -> float:
    return 1 / (1 + 0.6 * _ANSWERS.count(place.text) + 0.35 * inward(place.text))


def _asked(place: Place) -> bool:
    return place.asked in OPENERS or depth(place) >= NEAR


def _is_elsewhere(place: Place) -> bool:
    line = place.line
    if line.words < _LEAST or "?" not in line.text[:-1] or _SELF.meets(line.text):
        return False
    return depth(place) >= NEAR and not feelings(line.text) and _away(place) >= _FAR


def _elsewhere(place: Place, _matches: Matches) -> Iterable[Hit]:
    if not _is_elsewhere(place):
        return ()
    reason = _("Something felt was named; the reply asks about something else.")
    return hit(place, _ELSEWHERE, Family.STORYTELLING, sentence(place.text), 0.3, reason)


def _looks_elsewhere() -> str:
    return _("A question about something else, without an “I”, after something felt was named.")


def _is_story(place: Place) -> bool:
    return place.line.words >= _LEAST + 2 and _others(place) >= _PEOPLE and depth(place) >= NEAR


def _others(place: Place) -> float:
    """How much a reply is about others: people and names in it, less what it says of the speaker."""
    own = _SELF.count(place.text)
    return _OTHERS.count(place.text) + _CAPITAL.count(place.line.turn.text) - 0.8 * own


def _story(place: Place, _matches: Matches) -> Iterable[Hit]:
    if not _is_story(place):
        return ()
    strength = 0.6 * depth(place) * _away(place) * _answered(place)
    reason = _("Something felt was asked about; the reply tells of other people or things and shares no word with it.")
    return hit(place, _STORY, Family.STORYTELLING, sentence(place.text), strength, reason)


def _looks_shift() -> str:
    return _("Words that begin a new topic or a story just after something close was asked or named.")


def _looks_story() -> str:
    return _("A reply about other people, without a word of the question, where a feeling was asked about.")


def _benign() -> tuple[str, ...]:
    return (
        _("A story is often the answer: it may arrive at what was asked by its own way."),
        _("Something may simply have come to mind, or matter more today."),
    )


RULES: tuple[Rule, ...] = (
    faintly("storytelling.faint", Family.STORYTELLING, telling_of_others, _benign),
    Rule(_ELSEWHERE, Family.STORYTELLING, Role.CLIENT, _looks_elsewhere, _benign, _elsewhere, shape=_is_elsewhere),
    Rule(_SHIFT, Family.STORYTELLING, Role.CLIENT, _looks_shift, _benign, _shifted, patterns(_NAMED)),
    Rule(_STORY, Family.STORYTELLING, Role.CLIENT, _looks_story, _benign, _story, shape=_is_story),
)
