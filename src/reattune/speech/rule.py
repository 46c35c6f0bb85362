"""What a rule is: whose words it reads, what it looks for, what else it could be; and what it found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reattune.model import Direction, Role

if TYPE_CHECKING:
    from reattune.speech.place import Place


class Family(StrEnum):
    """What a mark can be about: the markers of 3RS (names: field notes 2 and 3), being met, and ways of repair."""

    DENIAL = "denial"
    MINIMAL = "minimal_response"
    ABSTRACT = "abstract_communication"
    STORYTELLING = "avoidant_storytelling"
    APPEASING = "deferential_appeasing"
    SPLIT = "content_affect_split"
    HOPELESS = "self_criticism_hopelessness"

    THERAPIST = "complaint_therapist"
    REJECTS = "rejects_intervention"
    ACTIVITIES = "complaint_activities"
    PARAMETERS = "complaint_parameters"
    PROGRESS = "complaint_progress"
    DEFENDS = "defends_self"
    PRESSURE = "control_pressure"

    THERAPIST_AWAY = "therapist_away"
    THERAPIST_AGAINST = "therapist_against"

    MET = "being_met"

    CLARIFIES = "clarifies_misunderstanding"
    CHANGES_TASK = "changes_task_or_goal"
    RATIONALE = "gives_rationale"
    INVITES = "invites_thoughts_about_us"
    OWNS_PART = "acknowledges_own_part"
    DISCLOSES = "discloses_own_experience"
    LINKS_HERE = "links_to_pattern_here"
    LINKS_OUTSIDE = "links_to_other_relationships"
    VALIDATES = "validates_defence"
    REFOCUSES = "redirects_refocuses"


AWAY = frozenset(
    {
        Family.DENIAL,
        Family.MINIMAL,
        Family.ABSTRACT,
        Family.STORYTELLING,
        Family.APPEASING,
        Family.SPLIT,
        Family.HOPELESS,
        Family.THERAPIST_AWAY,
    }
)
AGAINST = frozenset(
    {
        Family.THERAPIST,
        Family.REJECTS,
        Family.ACTIVITIES,
        Family.PARAMETERS,
        Family.PROGRESS,
        Family.DEFENDS,
        Family.PRESSURE,
        Family.THERAPIST_AGAINST,
    }
)
REPAIR = frozenset(
    {
        Family.CLARIFIES,
        Family.CHANGES_TASK,
        Family.RATIONALE,
        Family.INVITES,
        Family.OWNS_PART,
        Family.DISCLOSES,
        Family.LINKS_HERE,
        Family.LINKS_OUTSIDE,
        Family.VALIDATES,
        Family.REFOCUSES,
    }
)
"""Attempts to reach each other: they have no direction of their own."""


def direction(family: Family) -> Direction | None:
    """Return which way a family points, or None for an attempt at repair."""
    if family in AWAY:
        return Direction.AWAY
    if family in AGAINST:
        return Direction.AGAINST
    return Direction.ATTUNED if family is Family.MET else None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One thing that words can look like: a name of its own and an expression in RE2's language, on folded text."""

    name: str
    expression: str


Span = tuple[int, int]
Matches = Mapping[str, tuple[Span, ...]]
"""Where each pattern was met in a turn: by the pattern's name, spans of characters in the order of the text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One rule met one turn: the exact words (`start` to `end` of the turn's text), how clearly, and why in a sentence.

    `strength` is from 0 to 1 and only orders marks; it is no probability of anything.
    """

    rule: str
    family: Family
    turn: int
    start: int
    end: int
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of evidence.

    `find` is called for turns of `role` in which any of `patterns` was met or for which `shape` holds (what can be seen
    without words: length, what was asked before), with the place and the matches; it yields hits or none.
    `looks_at` says in a sentence what the rule looks at, `benign` what else such words often are, likeliest first.
    """

    id: str
    family: Family
    role: Role
    looks_at: Callable[[], str]
    benign: Callable[[], tuple[str, ...]]
    find: Callable[["Place", Matches], Iterable[Hit]]
    patterns: tuple[Pattern, ...] = ()
    shape: Callable[["Place"], bool] | None = None
    leaning: bool = False
    """Whether it marks nearly every turn, faintly: it tells apart what nothing else does, and is read on request."""
