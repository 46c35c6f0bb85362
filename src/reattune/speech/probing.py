"""How near the words before a reply came to something that matters: what a reply can move away from."""

from functools import lru_cache
from math import exp

from reattune.speech.asking import Asked
from reattune.speech.expression import Expression, Several
from reattune.speech.leaning.topics import TOPICS
from reattune.speech.place import Line, Place
from reattune.speech.words import feelings, notices, practical, weighty

_CLOSE = (
    r"\b(?:mum|mom|dad|mother|father|mama|papa|brother|sister|wife|husband|partner|son|daughter|child|baby|ex|"
    r"marriage|parents|family|nan|gran|granny|grandad|grandmother|grandfather|girlfriend|boyfriend|stepdad|stepmum|"
    r"getting married|wedding|engaged|close to (?:anyone|anybody|someone)|little (?:girl|boy)|ending|last session|"
    r"trailed off|pulled back|crossed your arms|at the (?:floor|clock)|changed (?:colour|the subject)|shrug\w*|joke\w*|"
    r"lump in|born|proud|afraid to|hope\w*|loved you|in yourself|forgive\w*|about (?:it|that) for you|"
    r"about (?:me|us|you and me)|(?:with|at|by|to|from|towards) me|we'?re doing|between us|i (?:forgot|cancelled|"
    r"missed|upset|hurt|pushed|let you|got (?:that|it) wrong|misunderstood|wasn't|didn't)|i(?:'m| am) (?:so )?sorry|"
    r"your (?:eyes|voice|face|hands|shoulders|jaw|throat|breath\w*|fists?|foot|leg)|filled? up|well(?:ing|ed) up|"
    r"looked away|look away|went (?:quiet|very quiet|still|silent)|gone (?:quiet|very quiet|still|silent)|"
    r"stopped|paused|hesitat\w+|winced|wince|frown\w*|sank|dropped|flat|quiet|silence|sigh\w*|swallowed|flinch\w*|"
    r"blush\w*|trembl\w*|shak\w+|shaking|clench\w*|cough\w* again|"
    r"hard(?:est)? (?:for|to|part|thing|time|about)|so hard|difficult|heavy|tough|struggl\w+|cope|coping|surviv\w*|"
    r"avoid\w*|protect\w*|defend\w*|wall|vulnerable|need\w*|trust\w*|safe|unsafe|care[ds]? about|love|loved|"
    r"disagree\w*|wanted from|didn't (?:get|have|want)|nobody|no one|on your own|by yourself|letter to|what (?:hurts|"
    r"scares|matters)|touch\w* (?:anything|something|you)|"
    r"important|deep\w*|underneath|inside|memor\w+|secret|truth|"
    r"honest\w*|wish\w*|long(?:ing|ed) for|meant to you|mean to you|"
    r"matters? to you)\b"
)
_HARD = (
    r"\b(?:panic\w*|passed over|drink\w*|drunk|drugs?|using again|weed|cocaine|pills|wake up|hurt(?:ing)? yourself|"
    r"harm\w*|violen\w+|harass\w*|racis\w+|stalk\w*|gambl\w*|sober|cravings?|vomit\w*|purg\w+|cutting|burn\w*|"
    r"secret\w*|lies|"
    r"estranged|silent treatment|biopsy|dementia|stroke|care home|ivf|pregnan\w+|abortion|setback|spat|hung up|"
    r"stood you up|"
    r"never been born|hated you|disciplinary|deport\w*|visa|inherit\w*|will reading|ended it|"
    r"kill\w*|(?:not|n't) (?:want|wanting) to (?:live|be here|wake|go on)|end (?:it|things|your life)|"
    r"dark\w*|scan|results?|spread|terminal|chemo\w*|ill(?:ness)?|"
    r"lost (?:the|your|him|her|them|it)|losing|gone|leaving|left you|left (?:when|in)|walk\w* out|hit (?:you|him|"
    r"her)|slammed|threw|shout\w*|scream\w*|row|rows|fight|fought|argument|argued|court|custody|police|debt|affair|"
    r"cheated|lied|lying|threat\w*|bruise\w*|scar|scars|weight|eating|binge\w*|starv\w*|"
    r"miscarriage|clinic|ward|hospice|goodbye|burial|ashes|wardrobe|empty (?:house|chair|room)|birthday|bully|"
    r"bullies|excluded|uninvited|forgot you|ignored|turned (?:you|away)|dumped|dump|separat\w+|custody|adopt\w*|"
    r"in care|foster\w*|nobody (?:was )?com\w+|humiliat\w+|laughed at|"
    r"failed|failure|rejected|redundancy|job loss|let go|blame\w*|mistake|apolog\w*|crisis|worst|awful|terrible|"
    r"horrible|dreadful|attack\w*|nightmares?|sleep\w*|lonel\w+|alone)\b"
)
_LIGHT = (
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|tuesdays|thursdays|fridays|mondays|wednesdays|"
    r"bank holiday|half past|o'clock|quarter|minutes|fortnight|weeks? after next|next week|time slot|slot|diary|"
    r"calendar|rota|night shift|shifts|course|"
    r"class|classes|timetable|meeting|email|app|website|password|login|laptop|computer|phone|form|forms|paperwork|"
    r"questionnaire|sheet|receipt|invoice|ticket|parking|car park|traffic|bus|train|tram|road|roadworks|drive|taxi|"
    r"flight|airport|"
    r"chair|seat|cushion|window|heating|radiator|stuffy|warm enough|cold|draught|fan|blind|blinds|lift|"
    r"stairs|building|office|reception|kettle|tea|coffee|water|biscuits?|cup|cloth|sleeve|tissue|coat|umbrella|"
    r"lunch|dinner|supper|breakfast|restaurant|recipe|cook\w*|bake\w*|cake|pizza|soup|menu|food|shopping|shop|"
    r"supermarket|parcel|delivery|plumber|boiler|dishwasher|washing|paint\w*|sofa|kitchen|garden\w*|moved into|"
    r"clocks? go|"
    r"new (?:flat|house|job|car|sofa|phone)|"
    r"football|match|team|season|league|game|score|gym|run|marathon|swim\w*|bike|choir|band|sang|concert|film|movie|"
    r"series|show|telly|telly's|tv|book|novel|podcast|museum|quiz|crossword|holiday|trip|beach|festival|party|pub|"
    r"weather|rain\w*|snow\w*|sunny|dog|cat|hamster|puppy|haircut|"
    r"breathe|in for (?:four|three)|out for|count(?:ing)? to|exercise|step one|instructions?|homework|plan for|"
    r"agenda|template|essay|exam|lecture|seminar|theory|philosoph\w*|in general|generally|sum up|summari[sz]e|"
    r"learn(?:ed|t)|definition|"
    r"street|fuss|neighbou?rs?|council|bins?|fence|survey|poll|vote|election|budget|refund|warranty|"
    r"congratulations|promotion|won|prize|good to see you|nice to see you|since easter|most days|"
    r"does that make sense|is that (?:clear|all right|alright|okay|ok)|shall we|volume|hear me|see me|screen|camera|"
    r"connection)\b"
)
_STAGED = Expression(
    r"\b(?:would (?:you|he|she|they|it|that \w+|your \w+|the \w+) (?:have said|have answered|have told|say|answer|"
    r"tell|write)|what (?:did|do) you used? to|back (?:then|when)|when you (?:first|started|began)|before (?:we|"
    r"you) (?:started|began|came)|(?:role|part) of|role-?play|"
    r"play (?:him|her|your|the|that)|speak (?:as|from)|as (?:him|her|the critic|your)|if (?:he|she|they) (?:were|"
    r"was) here|the (?:voice|critic|thought)\b|what (?:did|does|do) (?:he|she|they|it|your \w+|the \w+|"
    r"people) (?:say|says|said|tell|call|write)|"
    r"what did you (?:say|tell|write|reply|answer)|what do you (?:tell|say to)|read (?:it|that|me|out)|wrote down|"
    r"written down|first line|lyrics|the exact words|automatic thought|go(?:es)? through your (?:head|mind) when|"
    r"quote|character|imitat\w*|impression)\b"
)
_LISTED = Several(_HARD, _CLOSE, _LIGHT)
FAINT = 0.12
"""A depth below which there was nothing to move away from."""
NEAR = 0.6
"""A depth from which something felt or hard was named."""
_BASE = 0.3
_LISTENS = 2
"""Words of a turn that only says that somebody listens."""
_ALONE = 0.1
"""The depth of a first line, with nothing before it."""
_MUCH = 0.8
"""A depth from which more adds less and less, so that even much can be told from more."""
_KEPT = "depth"
_ASKS = {Asked.FEELING: 0.34, Asked.US: 0.3, Asked.OPEN: 0.12, Asked.NOTHING: 0.0, Asked.CLOSED: -0.06}


@lru_cache(maxsize=4096)
def _weight(text: str) -> float:
    classes = TOPICS.tally(text)
    listed = _LISTED.counts(text)
    hard = max(listed[0] + feelings(text), classes.get("hard", 0)) + (1.5 if weighty(text) else 0)
    close = max(listed[1], classes.get("close", 0))
    light = max(listed[2], classes.get("light", 0))
    towards = 0.04 * min(classes.get("address", 0), 3) - 0.05 * min(classes.get("apart", 0), 3)
    return 0.2 * min(hard, 3) + 0.12 * min(close, 3) - 0.14 * min(light, 3) + towards


def weight(line: Line) -> float:
    """Return how near one line comes to something that matters, about -0.5 (a date, a chair) to 1."""
    noticed = 0.15 if notices(line.text) and not practical(line.text) else 0.0
    about = _weight(line.text)
    # What something light was like is asked as well, and is no question about a feeling.
    light = about < 0 and line.asks is Asked.FEELING and not ("feel" in line.text or "felt" in line.text)
    asks = Asked.OPEN if light else line.asks
    return about + noticed + _ASKS[asks]


def depth(place: Place) -> float:
    """Return from 0 to 1 how much there was to move away from: in the line before, and a little in what came earlier.

    Args:
        place: the place of a reply.

    Returns:
        Near 0 after something practical, about 0.5 after a plain open question, near 1 where something felt or hard,
        or the two of them, had just been named.
    """
    # Several rules ask this of one place; it is kept there as a cached property would be.
    kept = vars(place)
    if _KEPT not in kept:
        kept[_KEPT] = _depth(place)
    return float(kept[_KEPT])


def _depth(place: Place) -> float:
    other = place.other
    if other is None:
        return _ALONE
    only_listens = other.words <= _LISTENS and other.asks is Asked.NOTHING
    total = (_BASE / 2 if only_listens else _BASE) + weight(other)
    earlier = [_weight(line.text) for line in place.before(4) if line is not other]
    if earlier:
        total += 0.5 * max(-0.3, min(0.6, sum(earlier)))
    if staged(other.text):
        total *= 0.4
    return max(0.0, total if total <= _MUCH else 1 - (1 - _MUCH) * exp((_MUCH - total) / (1 - _MUCH)))


@lru_cache(maxsize=4096)
def staged(text: str) -> bool:
    """Return whether words ask for what somebody else, an earlier self or an inner voice would say."""
    return _STAGED.meets(text)
