"""Who words are aimed at: the one in the room, somebody in a story, or words that were only reported."""

from functools import lru_cache

from reattune.speech.expression import Expression
from reattune.speech.rule import Span

KEPT = 1024
"""Lines whose answers are kept, more than a session has: the rules of several families ask about the same ones."""
_PEOPLE = (
    r"boss|manager|supervisor|colleagues?|coworkers?|mum|mom|mother|dad|father|parents|sister|brother|wife|"
    r"husband|partner|boyfriend|girlfriend|ex|friends?|flatmate|roommate|neighbou?rs?|landlord|landlady|teacher|"
    r"tutor|son|daughter|kids?|children|doctor|gp|nurse|dentist|physio|consultant|trainer|coach|aunt|uncle|gran|"
    r"nan|grandma|grandad|cousin|in-laws|team|client|customers?|bank|council|lawyer|solicitor|vet|builder|"
    r"plumber"
)
ELSEWHERE = (
    rf"(?:he|she|him|his|her|hers|they|them|their|everyone at work|(?:my|the|our|his|her) (?:\w+ )?(?:{_PEOPLE}))"
)
"""People of a story, as they are named in it."""
_ELSEWHERE = Expression(
    rf"\b(?:he|she|him|his|her|hers|everyone at work|(?:my|the|our|his|her) (?:\w+ )?(?:{_PEOPLE}))\b"
)
_SPOKE = (
    r"(?:said|says|say|goes,|went,|told|tells|kept saying|keeps saying|keeps telling|shouted|yelled|screamed|"
    r"snapped)"
)
_REPORTED = Expression(
    rf"\b(?:{ELSEWHERE}|i) (?:just |always |actually |even |then )?(?:{_SPOKE}|was like|were like|is like|texted|"
    r"wrote)(?:\W|$)|\b(?:he|she|they)'s (?:like|always saying|always telling)\b|\bi'm like\b|\b(?:tell|telling|"
    r"said to|say to|saying to|shout at|shouting at|yell at|yelling at|scream at|screaming at|asked|texted|"
    rf"wrote to) {ELSEWHERE}\b"
)
_TO_YOU = Expression(
    r"\b(?:told|tell|telling|said to|say to) you\b|\b(?:like|as) i(?:'ve)? (?:said|told)\b|\bi(?:'ve)? (?:just |"
    r"already )?said\b"
)
_REHEARSED = Expression(
    r"\b(?:picture (?:your|him|her|them|the)|imagine (?:your|him|her|them|the|he|she|they|saying)|pretend|"
    r"as (?:if|though) i (?:were|was)|if i (?:were|was) (?:your|him|her|the)|i'll be (?:your|him|her|the)|"
    r"i'm (?:your|him|her) (?:\w+ )?now|in (?:that|the|the empty|this) chair|empty chair|role ?-?play\w*|"
    r"rehears\w*|practi[sc]e (?:it|that|saying|on)|try it (?:out )?(?:on|with) me|say (?:it|that) (?:to|as if)|"
    r"speak to (?:him|her|them|your|the)|talk to (?:him|her|them|your|the)|(?:if|when) (?:he|she|they|your \w+|"
    r"the \w+) (?:was|were|is|are|walked|came|said|asked|rang|opened|turned|answered|picked|got|stood|sat|told|"
    r"started|saw|looked)|(?:what|how) (?:would|did|do|might|could|will|have) (?:you|he|she|"
    r"they) (?:\w+ ){0,4}(?:say|said|tell|told|write|wrote|text|shout|reply|answer|put it)|what(?:'s| is|"
    r" was) (?:he|she|it|that|your \w+) (?:voice )?(?:like to say|saying|say\w*)|(?:the|that) voice|the critic|"
    r"part of you say\w*|read (?:it|me|that|out|the)|the (?:letter|email|text|message|note) (?:you|he|she|they|"
    r"say\w*)|what (?:went|goes) through (?:his|her|your)|what (?:does|did) (?:he|she|they|your \w+|"
    r"the \w+) (?:say|shout|tell|write|reply|text|come back))\b"
)
_PARTING = Expression(
    r"\b(?:enjoy (?:the|your)|see you|take care|have a (?:good|lovely|nice|great)|goodbye|happy (?:christmas|"
    r"birthday|new year)|merry christmas|safe (?:trip|journey)|good luck)\b"
)
_PLAYED = Expression(
    r"\b(?:(?:you|can you|could you|will you)(?: \w+)? (?:be|play|do|pretend) (?:my|her|him|the|his|them|mrs|mr|"
    r"ms|miss|dr|to be|like|it as)|do (?:her|his|the) (?:voice|bit|line)|go on,? (?:say|be|do|guess)|"
    r"role ?-?play|as (?:if|though) you (?:were|was)|pretend|in (?:her|his) voice|what (?:would|did|does|"
    r"do) (?:he|she|they|my \w+|the \w+|a \w+) (?:\w+ )?(?:say|tell|shout|write)|say it like|read (?:it|that|me|"
    r"out)|you won't believe|guess what|rehears\w*|what'?s the rule|what does it say|remind me|what (?:is|"
    r"are) (?:a |the )?\w+\?)"
)
_OTHER = Expression(
    rf"\b(?:(?:your|his|her|their|the|a|an) (?:\w+ )?(?:{_PEOPLE}|lad|girl|boy|baby|niece|nephew|date|dog|class|"
    r"school|course|college|lecturer|uni\w*|gym|tablets?|pills?|meds|medication|hospital|flat|house|builders?|"
    r"council|garage|car|train|bus|flight|hotel|holiday|wedding|party|pub|choir|club|church|match|band|lessons?|"
    r"diet|interview|meeting|office|shop|census|court|mortgage|delivery|phone company|broadband|gas|post|"
    r"envelope|parcel|job|company|agency|film|book|game|team|exam|lecture|rehearsal|allotment|garden|kitchen|"
    r"boiler)s?|work|job|school|gym|tablets|physio|team|meeting|tutor|landlord|gp|doctor|you lay|that night|"
    r"at night|in bed|the night|lay there|woke|dream|at home|on the phone|on the train|rang|phoned)\b"
)
_BETWEEN = Expression(
    r"\b(?:i (?:said|asked|wonder\w*|noticed?|think|thought|was|wanted|want|can|could|see|saw|hear|might|may|"
    r"don't|haven't|have)|i'm|i've|i'd|me|my (?:being|holiday|leave|question|suggestion|words|away|asking)|we|"
    r"we're|we've|we'd|us|our|between us|here|in here|sessions?|therapy|counselling|today|last (?:time|week)|"
    r"coming (?:here|back|in)|so far|the (?:form|fee|invoice|recorder|recording|questionnaire|break|homework|"
    r"diary|exercise|worksheet|thought record|room|door|screen|link)|sit here|been coming|hesitated|quiet|"
    r"homework|diary|exercise)\b"
)
_HERE = Expression(
    r"\b(?:between us|us\b|here|in the room|therapy|counselling|counseling|sessions?|our (?:work|time|first|"
    r"last|talk\w*)|work(?:ing)? together|with me|coming (?:back|in)|been coming|i (?:said|asked|suggested|"
    r"wanted|hurt|upset|missed|cancelled|got|seem)|what i|when i (?:said|asked|was)|my (?:being|holiday|leave|"
    r"question|suggestion|words|away|asking)|the (?:form|fee|invoice|recorder|recording|questionnaire|break|"
    r"room|link|screen)|homework|diary|exercise|worksheet|thought record|role-?play|imagery|half ?way|"
    r"from today|looking back|walking plan|over the year|by video|on your mind|you hesitated|somewhere else|"
    r"where would you like to|how are you(?: doing)? (?:today|feeling today)|come in|letter)\b"
)
_ENDS = ".!?\n"
_OPENED = Expression(r"(?:^|[\s(,:])['\"]\w")
_CLOSED = Expression(r"[\w.,!?]['\"](?:\s|$)")


def sentence(text: str, span: Span) -> Span:
    """Return the sentence around a span: what is shown of it reads as it was said.

    Args:
        text: the text of a turn.
        span: a span of characters in it.

    Returns:
        A span that holds it, from the first letter to the last mark of its sentence.
    """
    start = max((text.rfind(mark, 0, span[0]) for mark in _ENDS), default=-1) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, max(span[0], span[1] - 1))) >= 0]
    end = min(ends) + 1 if ends else len(text)
    while start < span[0] and text[start].isspace():
        start += 1
    while end > span[1] and text[end - 1].isspace():
        end -= 1
    return start, max(end, span[1])


def elsewhere(text: str) -> bool:
    """Return whether folded words name people of a story rather than the two in the room."""
    return _ELSEWHERE.meets(text)


def speaks(text: str) -> bool:
    """Return whether folded words hold any speaking of a story, or a quotation: where not, nothing is reported."""
    return _OPENED.meets(text) or _REPORTED.meets(text)


def reported(text: str, span: Span) -> bool:
    """Return whether words stand in somebody's mouth within a story: "I told him you never listen".

    Args:
        text: the folded text of a turn.
        span: the words in question.

    Returns:
        True where a verb of speaking to or by somebody else leads up to them, or an opened quotation holds them.
    """
    lead = text[max(0, span[0] - 70) : span[0]]
    told = _last(_REPORTED, lead)
    if told >= 0 and not _TO_YOU.meets(lead) and lead.count(".", told) == 0:
        return True
    last_opened, last_closed = (_last(quote, text[: span[0] + 2]) for quote in (_OPENED, _CLOSED))
    return last_opened > last_closed and last_opened >= span[0] - 120


def _last(expression: Expression, text: str) -> int:
    """Return where the last place that meets an expression ends, or -1."""
    return max((end for _start, end in expression.spans(text)), default=-1)


@lru_cache(maxsize=KEPT)
def aim(said: str) -> float:
    """Return how likely a client's words are meant for the therapist, from what the therapist said before.

    Args:
        said: the folded text of the line before.

    Returns:
        More than 1 where that was about the two of them; little where words for somebody else were asked for.
    """
    if _REHEARSED.meets(said):
        return 0.2
    if _PARTING.meets(said):
        return 0.5
    other, between = _OTHER.meets(said), _BETWEEN.meets(said)
    if between:
        return 0.85 if other else 1.12
    return 0.5 if other else 0.9


@lru_cache(maxsize=KEPT)
def played(said: str) -> bool:
    """Return whether a client asked the therapist to speak as somebody else, or asked for a fact or a joke."""
    return _PLAYED.meets(said)


@lru_cache(maxsize=KEPT)
def here(said: str) -> bool:
    """Return whether the line before was plainly about the two of them, or about what they do here."""
    return _HERE.meets(said)
