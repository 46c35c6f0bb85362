"""Words that several families of marks share: feelings, weighty matters, looking inward, things said about a room."""

import re
from functools import lru_cache

from reattune.speech.expression import Expression

ADVERBS = (
    r"(?:(?:really|honestly|actually|totally|absolutely|completely|perfectly|just|quite|pretty|so|very|all|that|too|"
    r"particularly|especially|even|kind of|sort of|a bit|like|genuinely|truly|exactly|only|still|always|well|"
    r"fully|entirely|simply|basically|obviously|clearly|probably|much|at all|never|ever|being|such|"
    r"feeling|doing|gonna|going to be|gonna be)\W+){0,3}"
)
"""Up to three words that may stand before what matters, each followed by its space."""
AM = r"(?:i'?m|i am|i was|i feel|i've been|i'll be|i will be|i'd be|i seem)"
AM_NOT = (
    r"(?:i'?m not|i am not|i was not|i wasn'?t|i don'?t feel|i didn'?t feel|i never felt|i'?m never|i haven'?t been)"
)
IT = r"(?:it|that|this|any of (?:it|that|this)|all of (?:it|that|this)|he|she|they|what (?:he|she|they) (?:said|did))"
IT_IS = r"(?:it|that|this|they|those|he|she)(?:'?s|'?re| is| was| are| were)"
IT_IS_NOT = (
    r"(?:(?:it|that|this|they|those)(?:'?s|'?re| is| was| are| were) not|(?:they|those) (?:aren'?t|weren'?t)|(?:it|"
    r"that|this) (?:isn'?t|wasn'?t|ain'?t)|it's hardly|it was hardly)"
)

FEELINGS = (
    r"(?:angry|anger|furious|mad|rage|upset\w*|hurts?|hurting|hurtful|sad|sadness|sadder|grief|griev\w+|scared|scary|"
    r"afraid|fear\w*|"
    r"frighten\w*|terrif\w+|anxi\w+|panic\w*|worried|worry|ashamed|shame\w*|humiliat\w+|embarrass\w+|guilt\w*|lonely|"
    r"loneliness|alone|abandon\w+|reject\w+|disappoint\w+|frustrat\w+|annoy\w+|irritat\w+|resent\w*|jealous\w*|envious|"
    r"bitter|betray\w+|numb|empty|emptiness|hopeless\w*|despair\w*|desperate|depress\w+|low|down|miserable|"
    r"overwhelm\w*|"
    r"stress\w*|tense|tension|uneasy|uncomfortable|awkward|nervous|shaky|tear\w*|cry|crying|cried|weep\w*|sob\w*|"
    r"miss(?:ed|ing)? (?:him|her|them)|heartbr\w+|devastat\w+|crush\w+|wounded|pain|painful|ache|aching|distress\w*|"
    r"unsettl\w+|shaken|hate[ds]?|disgust\w*|dread\w*|exhausted|trapped|small|invisible|unseen|unheard|unloved|"
    r"relie[fv]\w*)"
)
_FEELING = Expression(rf"\b{FEELINGS}\b")

HEAVY = (
    r"(?:died|dies|die|dying|death|dead|funeral|buried|"
    r"passed away|cancer|tumou?r|miscarr\w+|stillb\w+|suicid\w*|kill\w* "
    r"(?:myself|himself|herself)|overdos\w+|self-harm\w*|cut myself|abus\w+|assault\w*|raped?|beaten|beat (?:me|him|"
    r"her)|"
    r"hit me|hits me|slapped|belt|punched|bullied|bullying|divorc\w+|split up|broke up|break-?up|breaking up|left me|"
    r"walked out|leaving me|"
    r"cheat\w+|affair|fired|sacked|laid off|redundan\w+|made redundant|evict\w+|homeless|bankrupt\w*|accident|"
    r"crash\w*|hospital|"
    r"intensive care|ambulance|surgery|operation|diagnos\w+|lost (?:my|the|our|his|her) (?:\w+ )?(?:job|house|home|"
    r"baby|child|son|daughter|"
    r"mum|mom|dad|father|mother|brother|sister|wife|husband|partner|best friend|dog|cat)|never (?:loved|wanted) me|"
    r"screamed at|shouted at|yell\w* at|locked me|kicked me out|threw me out|relaps\w+|cut me off|"
    r"stopped speaking to me|"
    r"(?:haven't|hadn't|not|barely) (?:slept|eaten)|couldn't breathe|broke down|fell apart|in tears|in pieces|"
    r"anniversary|grave|widow\w*|orphan\w*|prison|arrest\w*|refugee|war|nightmare\w*|flashback\w*|trauma\w*)"
)
_HEAVY = Expression(rf"\b{HEAVY}\b")

_NOTICES = Expression(
    r"\b(?:i(?:'m| am)? notic\w+|i (?:can )?(?:see|saw|heard|hear|sense|sensed|wonder|wondered|imagine|get the sense|"
    r"get a sense|get the feeling)|i(?:'m| am) (?:wondering|sensing|struck|curious|hearing|aware)|"
    r"(?:it |that |this )?(?:sounds|seems|looks|feels) (?:like|as if|as though)|sounded like|you (?:seem|seemed|look|"
    r"looked|sound|"
    r"sounded|went|got|said|mentioned|paused|stopped|hesitated|sighed)|your (?:voice|face|eyes|shoulders|hands|"
    r"whole body|jaw)|"
    r"that must|must (?:have been|be|have)|that sounds|maybe (?:part of you|there's|there is|it)|part of you|"
    r"stay with (?:that|this|it)|(?:let's|can we) (?:stay|go back|pause|slow))\b"
)
_PRACTICAL = Expression(
    r"\b(?:water|tea|coffee|tissues?|windows?|chair|cushion|temperature|warm|cold|chilly|hot|heating|heater|radiator|"
    r"light|lights|lamp|"
    r"blinds?|curtains?|parking|park|traffic|bus|train|tube|drive|journey|trip here|way here|get here|find (?:us|the|"
    r"a)|weather|rain\w*|snow\w*|"
    r"schedul\w+|reschedul\w+|appointments?|next (?:week|time|session|month)|same time|tuesday|wednesday|thursday|"
    r"monday|friday|"
    r"invoice|bill|payment|receipt|forms?|screen|camera|mic|microphone|audio|volume|connection|wifi|zoom|link|"
    r"seat|coat|draught|draft|lift|stairs|toilet|loo|bathroom|holidays?|lunch|breakfast|dinner|knee|ankle|wrist|"
    r"headache|cough|flu|weekend|door|noise|record\w*|hear me|see me|room|minutes|time is|dose|tablets?)\b"
)
_INWARD = Expression(
    r"\b(?:i(?: can|'m| am| just| have|'ve)? (?:notic\w+|reali[sz]\w+|wonder\w*)|part of me|a part of me|"
    r"(?:makes?|made|making) me|because|it's (?:like|as if|as though|more)|underneath|deep down|"
    r"if i'?m (?:being )?honest|to be honest,? (?:i|it)|i (?:think|guess|suppose) (?:it's|it was|it is|that's|maybe|"
    r"i(?:'m|'ve|'d)?|what|the|there's|part|"
    r"because)|i (?:really |just |still |also |actually |do |did |kind of |sort of )?(?:feel|felt|cried|cry|hate|"
    r"hated|miss|missed|"
    r"love|loved|wish|wished|want|wanted|need|needed|ached|remember)|when (?:i|he|she|they|you|that|it)|"
    r"in my (?:chest|stomach|throat|body|gut|head)|"
    r"my (?:chest|stomach|throat|heart)|what (?:gets|hurts|bothers|scares|upsets|helps)|i've been thinking|i (?:was|"
    r"am|'m) (?:trying|surprised|"
    r"ashamed|scared|afraid|sad|angry|hurt|lonely|upset|jealous|embarrassed|worried)|i'm (?:ashamed|scared|afraid|"
    r"sad|angry|hurt|lonely|upset|jealous|embarrassed|worried)|maybe (?:i|it's|that's|because)|"
    r"reminds me of (?:how|when|being|my)|same feeling|that feeling|there's something)\b"
)
_SAYING = Expression(
    r"\b(?:said|say|says|saying|told|tell|tells|telling|goes|went|texted|wrote|answer(?:ed)?|repl(?:y|ied)|"
    r"pretend(?:ed|ing)?|"
    r"act(?:ed|ing)? like|was like|were like|kept|heard|voice|thought|think that|believe(?:d)?|convinced|as if|"
    r"used to|whether|if)"
    r"(?:\W+\w+){0,4}\W*$"
)
_TURNS = Expression(
    r"\b(?:but|although|though|except|only that|at least i thought|that's what i (?:say|said|tell|told)|until|at first|"
    r"not true|that isn't true|that's not true|not really true)\b"
)
_WORD = re.compile(r"[a-z][a-z']+")
_LEAST = 4
_STEM = 5
"""Letters by which two words are taken for the same: enough to let `leaving` meet `leaves`."""
_COMMON_WORDS = (
    "about after again also been before being came come could does doing done down even ever feel feeling felt "
    "from gets "
    "going gone have having here into just know like look looks made make maybe mean might more most much never now "
    "okay only other over quite really right said same say says seem should some something sort still such take "
    "tell than that "
    "that's their them then there there's these they they're thing things think this those though time told very "
    "want was well went were "
    "what what's when where which while will with would yeah your you're yours don't didn't doesn't isn't wasn't "
    "can't couldn't it's "
    "i'm i've i'll i'd he's she's kind anything nothing everything because people hear notice noticed wonder "
    "wondering sounds today"
)
_COMMON = frozenset(_COMMON_WORDS.split())


@lru_cache(maxsize=4096)
def feelings(text: str) -> int:
    """Return how many words for feelings a folded text has."""
    return _FEELING.count(text)


@lru_cache(maxsize=4096)
def weighty(text: str) -> bool:
    """Return whether a folded text speaks of something hard: loss, harm, an ending, illness."""
    return _HEAVY.meets(text)


@lru_cache(maxsize=4096)
def notices(text: str) -> bool:
    """Return whether a folded text names what somebody seems to feel, or stays with it."""
    return _NOTICES.meets(text)


@lru_cache(maxsize=4096)
def practical(text: str) -> bool:
    """Return whether a folded text is about the room, a date or the like, and about nothing felt or hard."""
    return _PRACTICAL.meets(text) and not feelings(text) and not weighty(text) and not notices(text)


@lru_cache(maxsize=4096)
def inward(text: str) -> int:
    """Return how many signs of looking inward a folded text has: feeling, wondering, because, something noticed."""
    return _INWARD.count(text)


def reported(text: str, start: int) -> bool:
    """Return whether the words at `start` are told as said or thought by somebody, not said here."""
    return _SAYING.meets(text[max(0, start - 48) : start].rpartition(".")[2])


def turned(text: str, end: int) -> bool:
    """Return whether what follows `end` takes the words back: but, until, except."""
    return _TURNS.meets(text[end:])


@lru_cache(maxsize=4096)
def matters(text: str) -> frozenset[str]:
    """Return the beginnings of a folded text's words that carry its matter."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text) if len(word) >= _LEAST and word not in _COMMON)


def sentence(text: str, start: int = 0) -> tuple[int, int]:
    """Return the span of the sentence that begins at or after `start`, without white space around it."""
    while start < len(text) and text[start].isspace():
        start += 1
    ends = [at for mark in (". ", "? ", "! ", "\n") if (at := text.find(mark, start)) >= 0]
    end = min(ends) + 1 if ends else len(text)
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
