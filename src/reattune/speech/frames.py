"""Whom the talk is about just now: the two in the room, or somebody elsewhere; and whether it seems strained."""

from enum import IntEnum
from functools import lru_cache

from reattune.model import Role
from reattune.speech.expression import Expression
from reattune.speech.place import Line, Place

PERSONS = (
    r"(?:mother|father|mum|mom|mam|mummy|dad|daddy|parents?|step\w+|brothers?|sisters?|"
    r"husband|wife|partner|boyfriend|girlfriend"
    r"|ex|boss|manager|supervisor|colleagues?|friends?|teachers?|family|son|daughter|sons|"
    r"daughters|kids|children|uncle|aunt"
    r"|auntie|gran|nan|grandma|grandad|grandmother|grandfather|cousin|coach|flatmates?|"
    r"housemates?|roommates?|neighbou?rs?)"
)
"""People elsewhere, by what they are to somebody."""
THIRD = rf"\b(?:he|she|him|her|his|hers|they|them|their|he'?[sd]|she'?[sd]|{PERSONS})\b"
_YOU = Expression(r"\b(?:you|your|yours|yourself)\b")
_IDIOM = Expression(
    r"\b(?:you know(?: what i mean| what)?|thank you|see you|don'?t you\?|you see|"
    r"you can'?t (?:have|really)|you just get|you have to|"
    r"you've got to|you never know|you get used|when you're|if you like|"
    r"did you see|have you seen)\b"
)
_WORK = Expression(
    r"\b(?:here|in here|this room|therapy|sessions?|me and you|you and me|us two|between us|"
    r"these (?:forms|charts?|exercises|questions)|"
    r"this (?:exercise|breathing|diary|thing we|chart|sheet|again)|, this\b|exercises?|"
    r"homework|worksheet|(?:cancell?ed|come|coming|came) today|the diary|write down|last week)\b"
)
_THIRD = Expression(THIRD)
_STRAIN = Expression(
    r"\b(?:doesn'?t|don'?t (?:see|know|get|want|think|like|trust|feel|understand|believe)|didn'?t|"
    r"can'?t|couldn'?t|won'?t|wouldn'?t|isn'?t|not|no|never|"
    r"nothing|hate|pointless|point|waste|stupid|useless|wrong|whatever|fine|sorry|lied|forget|"
    r"leave it|back off|stop|anyway|blank|"
    r"annoy\w*|angry|cross|hurt|upset|flat|stuck|judg\w*|push\w*|rush\w*|watched|mad|"
    r"disgust\w*|too much|awful|late|mistake|"
    r"should(?:n'?t)?|supposed|even|why|again|i guess|like a|"
    r"felt like|as if|do what you like|"
    r"whatever you think|easier|test)\b"
)
_SHORT = 3


class Frame(IntEnum):
    """What the talk just now is about."""

    ELSEWHERE = -1
    OPEN = 0
    BETWEEN = 1
    """The two in the room, or their work together."""


def frame(place: Place) -> Frame:
    """Return what the other's last words are about, with their answer where it is short ("From you, you mean?")."""
    text = _around(place)
    if between(text):
        return Frame.BETWEEN
    return Frame.ELSEWHERE if _THIRD.meets(text) else Frame.OPEN


@lru_cache(maxsize=4096)
def between(text: str) -> bool:
    """Return whether a client's folded words speak to the therapist, or of the work together."""
    plain = _IDIOM.sub("-", text)
    return _YOU.meets(plain) or _WORK.meets(plain)


def strained(place: Place) -> bool:
    """Return whether the other's last words may be strained: a no, a doubt, a few words only, something that hurt."""
    line = place.other
    return line is not None and (line.words <= _SHORT or _strain(line.text))


@lru_cache(maxsize=4096)
def _strain(text: str) -> bool:
    return _STRAIN.meets(text)


def lately(place: Place) -> str:
    """Return the other's last words, folded; nothing at the beginning."""
    return "" if place.other is None else place.other.text


def _around(place: Place) -> str:
    return " ".join([lately(place), *(line.text for line in place.after(1) if _answer(line))])


def _answer(line: Line) -> bool:
    return line.turn.role is Role.CLIENT and line.words <= 4 * _SHORT
