"""How much each class of words and kind of place speaks for a family: our own choice, checked on invented pairs."""

from collections.abc import Mapping
from dataclasses import dataclass

from reattune.speech.rule import Family

Weights = Mapping[str, float]

AGAINST: Weights = {
    "no": 0.9,
    "starts_no": 0.3,
    "scorn": 0.9,
    "waste": 0.5,
    "irony": 0.8,
    "oath": 0.4,
    "declines": 0.8,
    "futile": 0.8,
    "certain": 0.3,
    "retort": 0.4,
    "asks": 0.2,
    "cries": 0.3,
    "tag": 0.3,
    "third": -0.2,
    "good": -1.1,
    "turns": -0.7,
    "may": -0.6,
    "feels": -0.7,
    "mild": -0.8,
    "did": -0.6,
    "you_good": -0.7,
    "sour": 0.7,
    "shut": 0.5,
    "sweet": -0.9,
    "curious": -0.8,
}
"""Of a client's words, whatever they are about."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What speaks for one family: in the words, in what stands before them, and how much there has to be."""

    words: Weights
    inside: float
    settings: Weights
    least: float


def _of(least: float, own: Weights, inside: float, settings: Weights | None = None) -> Leaning:
    words = dict(AGAINST)
    for name, weight in own.items():
        words[name] = words.get(name, 0.0) + weight
    return Leaning(words, inside, settings or {}, least)


CLIENT: Mapping[Family, Leaning] = {
    Family.REJECTS: _of(
        2.0,
        {"starts_no": 0.7, "declines": 0.5, "futile": 0.3, "you_bad": 0.4, "retort": 0.3, "feels": -0.3, "turns": -0.4},
        0.9,
        {"reads": 0.6, "work": 0.2},
    ),
    Family.ACTIVITIES: _of(
        1.9, {"task": 0.7, "scorn": 0.3, "waste": 0.4, "retort": 0.2, "did": -0.2}, 0.9, {"work": 0.8}
    ),
    Family.PARAMETERS: _of(2.05, {"frame": 0.9, "gripe": 1.0, "good": -0.2}, 0.9, {"between": 0.3}),
    Family.PROGRESS: _of(2.15, {"way": 1.2, "futile": 0.3, "good": -0.4}, 0.9, {"between": 0.4, "work": 0.4}),
    Family.THERAPIST: _of(
        2.15,
        {"you_bad": 1.3, "you": 0.5, "unmet": 0.8, "irony": 0.2, "third": -0.1, "me": -0.1, "no": -0.4},
        0.9,
        {"now": 0.4, "between": 0.3},
    ),
    Family.DEFENDS: _of(
        2.85,
        {"blame": 1.0, "owned": -1.2, "me": 0.3, "retort": 0.5, "you_bad": 0.3, "third": 0.2},
        0.5,
        {"account": 1.0, "reads": 0.3},
    ),
    Family.PRESSURE: _of(
        2.65,
        {"orders": 1.2, "closer": 0.8, "you": 0.4, "mild": -0.4, "may": -0.3, "you_bad": 0.3, "no": -0.3, "feels": 0.2},
        1.1,
        {"between": 0.5},
    ),
}
AWAY = Leaning(
    {
        "soothes": 0.9,
        "switches": 1.0,
        "lectures": 0.8,
        "own": 0.6,
        "stays": -1.4,
        "echo": -0.8,
    },
    0.0,
    {"hard": 1.6, "us": 0.5, "light": -1.3},
    1.8,
)
PRESSES = Leaning(
    {"presses": 1.3, "bites": 0.5, "soft": -1.3, "own": 0.1, "soothes": -0.2, "stays": -0.6},
    0.0,
    {"hard": 0.4, "us": 0.7, "no": 0.8, "light": -1.4},
    2.4,
)
THERAPIST: Mapping[Family, Leaning] = {Family.THERAPIST_AWAY: AWAY, Family.THERAPIST_AGAINST: PRESSES}
