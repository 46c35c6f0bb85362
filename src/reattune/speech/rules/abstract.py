"""Abstract communication: general, intellectual talk where something personal was asked."""

from collections.abc import Iterable

from reattune.language import _
from reattune.model import Role
from reattune.speech.asking import Asked
from reattune.speech.expression import Expression
from reattune.speech.finding import clearest, hit, patterns
from reattune.speech.leaning.faint import faintly
from reattune.speech.leaning.ways import generalising
from reattune.speech.place import OPENERS, Place
from reattune.speech.probing import FAINT, NEAR, depth
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import inward, reported, sentence

_NAME = "abstract.general"
_NOBODY = "abstract.nobody"
_LEAST = 9
"""Words of a reply that could have an “I” in it."""
_FOLK = (
    r"(?:people|everyone|everybody|anyone|anybody|someone|humans?|human beings|men|women|society|humanity|mankind|"
    r"most of us|we all|we as (?:a )?\w+|"
    r"individuals|couples|families|children|parents|mothers|fathers|kids|siblings|adults|relationships|marriages?|"
    r"one|community|the world|the system|the modern \w+|human nature|the (?:mind|brain|psyche|ego|unconscious|self|"
    r"individual|average person)|a person|any (?:person|human|relationship|couple|family)|our (?:culture|generation|"
    r"society|brains?|species)|the human (?:mind|brain|condition|heart|being))"
)
_IDEA = (
    r"(?:anger|grief|loss|sadness|love|trust|fear|anxiety|guilt|shame|attachment|loneliness|intimacy|conflict|stress|"
    r"happiness|emotions?|feelings?|"
    r"change|death|life|forgiveness|jealousy|vulnerability|identity|suffering|pain|time|success|failure|"
    r"disappointment|closeness|rejection|separation|"
    r"communication|endings?|mourning|depression|trauma|mortality|existence|meaning|freedom|family|marriage|"
    r"parenthood|motherhood|ageing|aging|boundaries|abandonment|dependency|dependence|resilience|truth)"
)
_NAMED = {
    "folk": (
        0.5,
        (
            rf"\b{_FOLK}(?:'s|'re|'ll|'ve)?\W+(?:(?:just|always|often|usually|tend|generally|all|naturally|never|"
            rf"sometimes|simply|inevitably|probably|really|these days|nowadays)\W+){{0,2}}"
            r"(?:to|are|is|do|does|don'?t|doesn'?t|have|has|can|can't|"
            r"need|needs|want|wants|get|gets|go|goes|feel|feels|"
            r"react|reacts|respond|responds|carry|carries|grieve|grieves|process|processes|deal|deals|"
            r"live|lives|seek|seeks|change|changes|grow|grows|adapt|adapts|learn|learns|experience|experiences|repeat|"
            r"repeats|look|looks|struggle|struggles|expect|expects|attach|"
            r"detach|avoid|avoids|tell|say|think|thinks|fear|"
            r"hurt|would|will|should|must|might|may|construct|constructs|"
            r"project|projects|express|expresses|evolved|end|"
            r"ends|fail|fails|drift|drifts|on|so|too|obsessed|atomised|"
            r"been|become|becomes|break|breaks|broken|collapsed|"
            r"wired|programmed|conditioned|supposed|afraid|different|always)\b"
        ),
    ),
    "idea": (
        0.6,
        (
            rf"\b{_IDEA}\W+(?:(?:itself|just|always|often|usually|in general|of course|as such|really|after all|"
            rf"i suppose|i think|i guess|i would say)\W+){{0,2}}"
            r"(?:is|are|can be|tends?|comes?|has|have|does|doesn't|"
            r"serves?|functions?|becomes?|works?|takes?|seems to be|"
            r"means|changes|involves?|requires?|exists?|moves|teaches|remains?|shapes?)\b"
        ),
    ),
    "the_idea_of": (
        0.6,
        (
            r"\b(?:the|this|that|a|some|certain|whole) (?:\w+ )?(?:concept|notion|idea|question|nature|dynamics?|"
            r"phenomenon|phenomena|paradox|construct|constructs|mechanisms?|process(?:es)?|theory|theories|structure|"
            r"aspects?|dimensions?|meaning|essence|dialectic|cycle|spectrum|framework|paradigm|narratives?|perspective|"
            r"archetype|function) (?:of|is|that|are|behind|around|between|in)\b"
        ),
    ),
    "frame": (
        0.55,
        (
            r"\b(?:in general|generally(?: speaking)?|in theory|theoretically|philosophically|psychologically|"
            r"statistically|historically|objectively|intellectually|rationally|logically|conceptually|culturally|"
            r"biologically|evolutionarily|neurologically|existentially|fundamentally|hypothetically|in principle|"
            r"in the abstract|on a (?:philosophical|theoretical|societal|cultural|broader|deeper|certain|meta|macro|"
            r"cognitive) level|"
            r"broadly|by and large|in the grand scheme|the bigger picture|big picture|from (?:a|"
            r"an) (?:\w+ )?(?:point of view|perspective|standpoint)|one (?:could|might|can|would|has to|must|never|"
            r"always|should|wonders|is)|you could (?:say|argue)|it could be argued|it can be argued|"
            r"it depends (?:on )?(?:how|what) (?:you|one)|define|"
            r"definition|what (?:even )?is (?:\w+ )?(?:really|anyway|"
            r"anyhow|normal|happiness|love|truth|a feeling)|"
            r"it raises the question|it's a question of|it's a matter of)\b"
        ),
    ),
    "learned": (
        0.6,
        (
            r"\b(?:studies (?:show|say|suggest|have)|research (?:shows|says|suggests|has|on)|(?:i(?:'ve)? (?:just |"
            r"recently )?read|i was reading|there's|there is|i saw|i heard|i listened to) (?:\w+ )?(?:a |an |this |"
            r"about |that )?(?:\w+ )?(?:book|article|paper|study|podcast|"
            r"theory|literature|documentary|essay)|literature|"
            r"freud\w*|jung\w*|nietzsche|buddhis\w+|stoic\w*|darwin\w*|existentialis\w*|attachment (?:theory|style|"
            r"styles|system)|cognitive (?:dissonance|distortions?|bias\w*)|"
            r"defen[cs]e mechanisms?|stages of grief|five stages|nervous system|fight or flight|cortisol|dopamine|"
            r"amygdala|neuro\w+|evolutionary|atomi[sz]ed|individualis\w+|consumeris\w+|materialis\w+|late-?stage|"
            r"post-?modern\w*|the (?:media|internet|algorithm)|inner child|projection|transference|intergenerational|"
            r"socio\w+|capitalis\w*|patriarch\w*|evolution\w*|societal|social media|modern (?:life|society|world)|"
            r"schemas?|coping (?:strategy|strategies|mechanisms?)|psycholog\w+)\b"
        ),
    ),
    "human": (
        0.5,
        (
            r"\b(?:human nature|(?:only|part of being|just|it's so) human|"
            r"part of (?:life|growing up|the human|existence|"
            r"any relationship|getting older)|nature of (?:things|life|"
            r"the beast)|how (?:life|people|the world|families|"
            r"relationships|these things|humans|society) (?:is|are|works?|goes?|go|operates?)|the way (?:of the world|"
            r"life|the world|things|people|families|humans) (?:is|are|works?|goes?|go)|such is life|"
            r"that's (?:just )?life|ebb and flow|swings and roundabouts|"
            r"ups and downs|nature of (?:the|it|relationships|"
            r"grief|work)|it's (?:a )?universal|universal\w*|"
            r"a fact of life|the human (?:condition|experience)|two sides|"
            r"all relative|everything (?:is|changes|ends|passes|happens)|cycle of life|c'est la vie|complex (?:thing|"
            r"issue|topic|phenomenon)|it's (?:very |quite |a |"
            r"all )?(?:complex|complicated|multi\w+|subjective|relative|"
            r"ambivalent|nuanced))\b"
        ),
    ),
    "asks_back": (
        0.5,
        (
            r"\b(?:what (?:is|does it mean to be|does|do we mean by|"
            r"even is) \w+(?: \w+)?,? (?:though|really|anyway|mean|"
            r"exactly|even)|(?:can|could|does|do|did|is|would) (?:anyone|anybody|we|one|any of us|people|"
            r"anything) (?:\w+ ){0,2}(?:ever|really|truly|actually|know|choose|change|control)|who(?:'s| is) to say|"
            r"who can say|where do you draw the line|isn't (?:that|it) (?:always|just|what|true of)|aren't we all|"
            r"don't we all|many factors|number of (?:factors|reasons|things)|(?:all )?sorts of reasons|various reasons|"
            r"degree of|these (?:things|situations) (?:are|tend|happen))\b"
        ),
    ),
    "terms": (
        0.35,
        (
            r"\b(?:dynamics?|patterns?|process(?:es)?|systemic|global|complex|boundar(?:y|ies)|balance|meanings?|"
            r"meaningful|emotions?|emotional (?:\w+)|schemas?|attachment|"
            r"abandonment|invalidation|validation|regulation|"
            r"dysregulation|activat\w+|triggers?|triggered|trauma|material|context\w*|perception|reality|identity|ego|"
            r"defen[cs]es?|autonomy|agency|resilience|vulnerability|"
            r"intimacy|narratives?|construct\w*|concepts?|notion|"
            r"phenomen\w+|paradox\w*|dichotomy|ambivalence|acceptance|"
            r"closure|transition\w*|adjustment|response|responses|mechanisms?|structures?|hierarch\w*|systems?|culture|"
            r"cultural|generational|expectations|norms|values|ideals?|principles?|factors?|variables|aspects?|"
            r"dimensions?|components?|continuum|spectrum|"
            r"impermanence|transience|mortality|temporality|subjectiv\w+|objectiv\w+|rational\w*|irrational\w*|"
            r"cognitive\w*|relational|interpersonal|existential|evolutionary|dualit\w+|symbol\w*|metaphor\w*|"
            r"\w{4,}(?:ivity|ological|ologically|isation|ization|istic|icity|ality|ation|ability|ism|hood))\b"
        ),
    ),
    "you_one": (
        0.35,
        (
            r"\b(?:you (?:just |always |never |sort of |kind of |"
            r"basically )?(?:have to|get used to|get on with|learn to|"
            r"carry on|deal with|move on|can't expect|can't help|cope|do what|accept|know how it|grow up|adapt|"
            r"never really|end up|win some|take the|tend to|go through|realise that|realize that|make your|"
            r"can't (?:really )?(?:know|say|choose|change))|one's|oneself)\b"
        ),
    ),
}
_FEW = 2
"""Fewer learned words than this are just words."""
_SELF = Expression(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself)\b")
_FILLER = Expression(
    r"\bi (?:suppose|guess|think|mean|would say|'d say|don'?t know|believe|find|read|was reading|just read|saw|"
    r"heard)\b"
)
_CONCRETE = Expression(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last (?:night|week|month|year|time|"
    r"summer|christmas)|this morning|tonight|the other (?:day|night|week)|one (?:day|night|morning|time)|when i was|"
    r"he|she|her|his|him|kitchen|car|bed|bathroom|sofa|phone|door|coat|bus|station|shop|table|floor|letter|text|"
    r"stairs|chest|stomach|throat|hands|sat|stood|cried|said|rang|called me|told me|o'clock|shut it|screamed|drove)\b"
)
_GENERAL = Expression(
    r"\b(?:what do you think (?:about|of)|sum up|sum it up|in a sentence|learned|learnt|summari[sz]e|message|"
    r"takeaway|in general|generally|theory|in your view|your opinion|the (?:book|article|lecture|essay|course|paper|"
    r"chapter|seminar|exam|thesis)|people (?:do|in)|"
    r"why (?:do|does|would) (?:people|anyone|someone|it)|what does (?:the|it|that) mean|philosoph\w*|teach\w*|"
    r"stud(?:y|ies|ied|ying)|read(?:ing)?|research|at (?:work|uni\w*|school)|explain\w*|other people|for people|"
    r"for most|do you believe)\b"
)


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    other = place.other
    if other is None or (_GENERAL.meets(other.text) and place.asked is not Asked.FEELING):
        return ()
    text = place.text
    near = depth(place)
    if near < FAINT:
        return ()
    clear, _pattern, span = clearest(_NAMED, matches)
    count = sum(len(spans) for spans in matches.values())
    own = max(0, _SELF.count(text) - _FILLER.count(text))
    concrete = _CONCRETE.count(text)
    if set(matches) <= {"terms", "you_one"} and count < _FEW:
        return ()
    general = count / (count + 0.8 * own + 0.7 * concrete)
    strength = (clear + 0.12 * (count - 1)) * general * near
    strength *= 1 / (1 + 0.35 * inward(_FILLER.sub(" ", text)))
    if reported(text, span[0]):
        strength *= 0.6
    return hit(place, _NAME, Family.ABSTRACT, span, strength, _reason(own))


def _reason(own: int) -> str:
    if own == 0:
        return _("Something personal was asked; the reply speaks of people or life in general and not of the speaker.")
    return _("Something personal was asked; the reply speaks mostly of people or life in general.")


def _looks_at() -> str:
    return _("Talk of people, life or ideas in general, with little “I” in it, after something personal was asked.")


def _benign() -> tuple[str, ...]:
    return (
        _("Thinking aloud in general terms is often how somebody comes near to something of their own."),
        _("Some people, and some ways of speaking, prefer “one” or “you” to “I”."),
    )


def _is_nobody(place: Place) -> bool:
    line = place.line
    if line.words < _LEAST or place.asked not in OPENERS or _SELF.meets(_FILLER.sub(" ", line.text)):
        return False
    return depth(place) >= NEAR and not _CONCRETE.meets(line.text) and not inward(line.text)


def _nobody(place: Place, _matches: Matches) -> Iterable[Hit]:
    other = place.other
    if other is None or _GENERAL.meets(other.text) or not _is_nobody(place):
        return ()
    return hit(place, _NOBODY, Family.ABSTRACT, sentence(place.text), 0.22, _reason(0))


def _looks_nobody() -> str:
    return _("A reply to something personal without an “I” and without anybody or anything particular in it.")


RULES: tuple[Rule, ...] = (
    faintly("abstract.faint", Family.ABSTRACT, generalising, _benign),
    Rule(_NOBODY, Family.ABSTRACT, Role.CLIENT, _looks_nobody, _benign, _nobody, shape=_is_nobody),
    Rule(_NAME, Family.ABSTRACT, Role.CLIENT, _looks_at, _benign, _find, patterns(_NAMED)),
)
