"""What passes between the two: who takes up whose words, and what a question gets for an answer."""

from reattune.language import _
from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.markers.sign import Sign, words
from reattune.speech.place import Place

_LONG = 5
"""Letters of a word that carries content, at least (our own rough measure)."""
_SHORT = 3
_FULL = 20
_OPEN = Expression(words(r"what|how|which|who|when|where|why|tell me|describe|share") + r"[^.!?]*\?")
"""The table was estimated with this plain look at what is asked; it does not follow the rules' finer one."""


def _was_asked(place: Place) -> bool:
    return place.other is not None and "?" in place.other.text


def _was_asked_openly(place: Place) -> bool:
    return place.other is not None and _OPEN.meets(place.other.text)


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in text.split() if len(word) >= _LONG)


def _takes_up(place: Place) -> float:
    other = place.other
    if other is None:
        return 0.0
    own = _content(place.text)
    return len(own & _content(other.text)) / len(own) if own else 0.0


def _question_for_question(place: Place) -> float:
    return float("?" in place.text and _was_asked(place))


def _short_to_open(place: Place) -> float:
    return float(place.line.words <= _SHORT and _was_asked_openly(place))


def _full_to_open(place: Place) -> float:
    return float(place.line.words >= _FULL and _was_asked_openly(place))


def _unasked(place: Place) -> float:
    return float(place.line.words >= _FULL and not _was_asked(place))


def _long(place: Place) -> float:
    other = place.other
    return float(other is not None and place.line.words > 2 * other.words and place.line.words >= _FULL)


SIGNS = (
    Sign(
        "taken_up",
        Role.CLIENT,
        lambda: _("How much of the client’s words were the therapist’s just before."),
        seen=_takes_up,
    ),
    Sign(
        "taking_up",
        Role.THERAPIST,
        lambda: _("How much of the therapist’s words were the client’s just before."),
        seen=_takes_up,
    ),
    Sign(
        "asks_back",
        Role.CLIENT,
        lambda: _("The client answers a question with a question."),
        seen=_question_for_question,
    ),
    Sign(
        "short_to_open",
        Role.CLIENT,
        lambda: _("The client answers something open in at most three words."),
        seen=_short_to_open,
    ),
    Sign("full_to_open", Role.CLIENT, lambda: _("The client answers something open at length."), seen=_full_to_open),
    Sign("unasked", Role.CLIENT, lambda: _("The client says more without being asked."), seen=_unasked),
    Sign(
        "outweighs",
        Role.THERAPIST,
        lambda: _("The therapist says more than twice as much as the client just did."),
        seen=_long,
    ),
    Sign(
        "asks_after_question",
        Role.THERAPIST,
        lambda: _("The therapist answers a question with a question."),
        seen=_question_for_question,
    ),
)
