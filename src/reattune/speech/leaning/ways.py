"""How far a client's reply leans each way: what it closes, gives up or turns to, less what it opens up."""

from reattune.speech.asking import Asked
from reattune.speech.leaning.topics import TOPICS
from reattune.speech.leaning.turns import CUES
from reattune.speech.place import Place
from reattune.speech.probing import depth
from reattune.speech.words import matters

_SHORT = 12
"""Words up to which a reply may be minimal."""
_SOME = 6
"""Words from which a reply could be a story or a thought."""
_LONG = 30
_CALLS = {Asked.NOTHING: 0.7, Asked.CLOSED: 0.5, Asked.OPEN: 1.0, Asked.FEELING: 1.0, Asked.US: 1.0}
_SHARED = 3
"""Words of the question from which a reply surely speaks of the same."""


def waving(place: Place) -> tuple[float, float]:
    """Return how far a reply waves something away."""
    said = CUES.tally(place.text)
    leaning = 0.55 * said.get("waves", 0) + 0.15 * min(4, said.get("minimises", 0)) + 0.12 * min(4, said.get("no", 0))
    return leaning - 1 - 0.7 * said.get("opens", 0) - _beyond(place), depth(place)


def answering_little(place: Place) -> tuple[float, float]:
    """Return how far a reply answers little."""
    words = place.line.words
    if not 0 < words <= _SHORT:
        return 0.0, 0.0
    said = CUES.tally(place.text)
    leaning = 2.2 * min(1.0, said.get("flat", 0) / words) - 0.25 * words
    hard = TOPICS.tally(place.text).get("hard", 0)
    calls = _CALLS[place.asked] * depth(place)
    return leaning - 1.5 * said.get("opens", 0) - hard, calls


def generalising(place: Place) -> tuple[float, float]:
    """Return how far a reply speaks of people, life and ideas and not of the speaker."""
    if place.line.words < _SOME:
        return 0.0, 0.0
    said = CUES.tally(place.text)
    leaning = 0.5 * min(6, said.get("ideas", 0)) + 0.35 * said.get("folk", 0) + 0.25 * said.get("frames", 0)
    own = 0.45 * said.get("i", 0) + 0.4 * said.get("opens", 0) + 0.5 * said.get("concrete", 0)
    return leaning - own - 1, 0.3 + 0.7 * depth(place)


def telling_of_others(place: Place) -> tuple[float, float]:
    """Return how far a reply tells of others and other things, away from what was said before it."""
    other = place.other
    if place.line.words < _SOME or other is None:
        return 0.0, 0.0
    said = CUES.tally(place.text)
    leaning = 0.25 * min(8, said.get("others", 0)) + 0.25 * min(8, said.get("story", 0))
    own = 0.35 * said.get("i", 0) + 0.6 * said.get("opens", 0) + 0.6 * said.get("answers", 0)
    shared = min(_SHARED, len(matters(other.text) & matters(place.text)))
    return leaning - own - 1 - 0.5 * shared, (0.2 + 0.8 * depth(place)) / (1 + 0.3 * shared)


def yielding(place: Place) -> tuple[float, float]:
    """Return how far a reply gives way to the therapist."""
    said = CUES.tally(place.text)
    leaning = 0.4 * said.get("yields", 0) + 0.45 * said.get("praise", 0) + 0.6 * said.get("sorry", 0)
    own = 0.55 * said.get("views", 0) + 0.35 * said.get("opens", 0)
    return leaning - own - 1.3 + 0.1 * said.get("you", 0) - _beyond(place), 0.3 + 0.7 * depth(place)


def jesting(place: Place) -> tuple[float, float]:
    """Return how far a reply is bright or flat beside something hard."""
    said = CUES.tally(place.text)
    bright = 0.8 * min(2, said.get("laughs", 0)) + 0.4 * min(4, said.get("jests", 0))
    bright += 0.2 * min(3, place.text.count("!"))
    hard = float(min(3, max(said.get("befell", 0), TOPICS.tally(place.text).get("hard", 0))))
    before = [TOPICS.tally(line.text) for line in place.before(3)]
    hard += sum(min(2, topics.get("hard", 0)) - 0.5 * min(2, topics.get("light", 0)) for topics in before)
    if not bright and hard < 1:
        return 0.0, 0.0
    opened = said.get("opens", 0)
    near = 0.5 * depth(place) + 0.5 * max(0.0, min(1.0, 0.3 + 0.15 * hard))
    leaning = bright - 1.4 + 0.4 * max(-2, min(4, hard))
    return leaning - 0.7 * said.get("grieves", 0) - 0.4 * opened, near


def sinking(place: Place) -> tuple[float, float]:
    """Return how far a reply speaks against the speaker or gives up."""
    said = CUES.tally(place.text)
    leaning = 0.5 * said.get("bad", 0) + 0.4 * said.get("ends", 0) + 0.1 * min(4, said.get("no", 0))
    leaning += 0.2 * min(4, said.get("names_self", 0)) + 0.12 * min(4, said.get("absolute", 0))
    own = 0.55 * said.get("explores", 0) + 0.25 * said.get("opens", 0)
    return leaning - own - 1.5 - _beyond(place), 0.35 + 0.65 * depth(place)


def _beyond(place: Place) -> float:
    """Return what is taken off a long reply, in which more is said."""
    return 0.03 * max(0, place.line.words - _LONG)
