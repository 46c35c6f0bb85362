"""What a practice's own answers make of a rule: "yes, that", "no, ordinary" and "not sure", a moment at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reattune.speech.moments import Moment

KNOWN = 20.0
"""So many answers "yes" are taken as given before the first, so that a few answers change little (our own choice)."""
UNSURE = 0.5
"""What "not sure" counts, in favour: it never counts against a rule."""


class Said(StrEnum):
    """What a person said to a moment."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one moment, with the rules it rested on (so that it holds when the rules have changed)."""

    moment: str
    rules: tuple[str, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class Count:
    """How often each answer was given to moments of one rule."""

    yes: int = 0
    no: int = 0
    unsure: int = 0

    @property
    def trust(self) -> float:
        """How far the rule is trusted: 1 before any answer, less with each "no", never less through "not sure"."""
        favour = KNOWN + self.yes + UNSURE * self.unsure
        return favour / (favour + self.no)


def answer(moment: Moment, said: Said) -> Answer:
    """Return an answer to a moment, ready to be kept."""
    return Answer(moment.id, moment.rules, said)


def counts(answers: Iterable[Answer]) -> dict[str, Count]:
    """Return how often each was said, by rule, in the order of the rules' ids.

    Args:
        answers: a practice's answers, at most one a moment and person.

    Returns:
        The counts; an answer counts once for each rule that its moment rested on.
    """
    found: dict[str, list[Said]] = {}
    for one in answers:
        for rule in dict.fromkeys(one.rules):
            found.setdefault(rule, []).append(one.said)
    return {
        rule: Count(said.count(Said.YES), said.count(Said.NO), said.count(Said.UNSURE))
        for rule, said in sorted(found.items())
    }


def trust(counted: Mapping[str, Count]) -> dict[str, float]:
    """Return how far each rule is trusted; a rule without answers is not in it and is trusted in full."""
    return {rule: count.trust for rule, count in counted.items()}
