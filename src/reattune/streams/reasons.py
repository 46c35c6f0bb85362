"""Reasons lower evidence, they never raise it: how much a stated or foreseen reason leaves of it.

A stated reason is kept as stated, never as fact (Blanchard & Farber 2016, field notes 7), and nothing here doubts one:
a recognised word only makes the evidence weaker. The figures are Reattune's own defaults (NOTICING, "Evidence").
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reattune.language import _
from reattune.model import Observation, Source

FULL = 1.0
HALF = 0.5
NOTHING = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind of reason: what it leaves of the evidence, and the words and codes it is known by."""

    name: str
    leaves: float
    pattern: str
    codes: frozenset[str]
    source: str


_OWN = "Reattune's own default"
_FHIR = "HL7 appointment cancellation reasons (an example value set)"
_CLINIKO = "Cliniko cancellation reasons"

REASONS: tuple[Reason, ...] = (
    Reason(
        "bereavement",
        NOTHING,
        r"bereave\w*|funeral|died|death|passed away|mourning|trauerfall|beerdigung|deuil|décès|obsèques",
        frozenset(),
        _OWN,
    ),
    Reason(
        "hospital",
        NOTHING,
        r"hospitali[sz]ed|hospital|surgery|emergency room|a ?& ?e|krankenhaus|operiert|hôpital|hospitalisé\w*",
        frozenset({"prov-hosp"}),
        f"{_OWN}; {_FHIR}",
    ),
    Reason("birth", NOTHING, r"birth|childbirth|in labou?r|newborn|geburt|accouchement|naissance", frozenset(), _OWN),
    Reason(
        "long illness",
        NOTHING,
        r"(?:long|chronic|serious|severe)[ -](?:term[ -])?(?:illness|sickness|disease)|chemo\w*|cancer treatment",
        frozenset(),
        _OWN,
    ),
    Reason(
        "clerical error",
        NOTHING,
        r"(?:booking|clerical|scheduling|calendar) (?:error|mistake)|double[ -]booked",
        frozenset({"oth-err", "oth-oerr", "oth-swie", "pat-swl"}),
        f"{_OWN}; {_FHIR}",
    ),
    Reason(
        "illness",
        HALF,
        r"ill|illness|sick|sickness|unwell|poorly|flu|covid(?:[ -]?19)?|fever|migraine|a cold|infection|injur\w+"
        r"|doctor|dentist|gp|medical|pregnan\w+|child ?care|krank\w*|arzttermin|malade|maladie|médecin",
        frozenset({"10", "20", "30", "31", "feeling better", "condition worse", "pat-fb", "pat-preg"}),
        f"{_OWN}; {_FHIR}; {_CLINIKO}",
    ),
    Reason(
        "work",
        HALF,
        r"work|works|working|shift|overtime|deadline|business|job interview|arbeit|dienst|dienstreise|travail|réunion",
        frozenset({"60"}),
        f"{_OWN}; {_CLINIKO}",
    ),
    Reason(
        "travel",
        HALF,
        r"travel\w*|trip|away|holidays?|vacation|abroad|flight|train|traffic|car broke\w*|transport\w*|weather|snow"
        r"|storm|strike|moving house|urlaub|reise|bahn|voyage|vacances|grève",
        frozenset({"40", "pat-lt", "pat-mv", "oth-weath"}),
        f"{_OWN}; {_FHIR}; {_CLINIKO}",
    ),
    Reason(
        "money or cover",
        HALF,
        r"insurance|funding|coverage",
        frozenset({"oth-cms", "oth-fin", "pat-mt"}),
        f"{_OWN} (lateness may be poverty); {_FHIR}",
    ),
)
"""Every reason that is recognised; words anywhere in a stated reason, codes only as the whole of it."""

_PATTERNS = tuple((re.compile(rf"(?<!\w)(?:{reason.pattern})(?!\w)"), reason) for reason in REASONS)


@dataclass(frozen=True, slots=True)
class Weight:
    """What is left of one observation's evidence, whether that was settled beforehand, and why, in words."""

    weight: float = FULL
    foreseen: bool = False
    reason: str = ""

    def observation(self, day: date, known: date, code: int, value: str, source: Source) -> Observation:
        """Return what was seen at the tick of `day`, known on day `known`, with this weight."""
        return Observation(
            at=day,
            known_at=known,
            code=code,
            value=value,
            source=source,
            weight=self.weight,
            foreseen=self.foreseen,
            reason=self.reason,
        )


@lru_cache(maxsize=1024)
def leaves(stated: str) -> float:
    """Return what a stated reason leaves of the evidence: 1 where it is not recognised."""
    said = " ".join(stated.casefold().split())
    known = (reason.leaves for pattern, reason in _PATTERNS if said in reason.codes or pattern.search(said))
    return min(known, default=FULL)


def weigh(
    sources: Iterable[Source],
    left_out: Mapping[Source, float],
    *,
    day: date | None = None,
    holidays: Mapping[date, str] | None = None,
    stated: str | None = None,
    asked_by_unknown: bool = False,
    unconfirmed: bool = False,
) -> Weight:
    """Return what all reasons together leave of one observation: the least of them.

    Args:
        sources: the rows it rests on.
        left_out: what the therapist set rows to; lowers, never raises.
        day: the day of the slot, where a public holiday matters.
        holidays: public holidays by day.
        stated: the reason given, as it was given.
        asked_by_unknown: a cancellation or move of which the source does not say who asked.
        unconfirmed: the status may be a default that nobody has looked at.

    Returns:
        The weight; `foreseen` only where the whole of it was settled before the outcome.
    """
    after: list[tuple[float, str]] = []
    if stated:
        after.append((leaves(stated), stated))
    if asked_by_unknown:
        after.append((HALF, _("who asked is not recorded")))
    if unconfirmed:
        after.append((HALF, _("the status may be a default nobody has confirmed")))
    left = min((left_out.get(source, FULL) for source in sources), default=FULL)
    if left < FULL:
        after.append((max(left, NOTHING), _("known to you, and left out")))
    holiday = (holidays or {}).get(day) if day is not None else None
    words = [word for _leaves, word in after]
    least = min((left for left, _word in after), default=FULL)
    if holiday is None:
        return Weight(least, reason="; ".join(words))
    # A reason stated afterwards may only lower what the holiday has already left.
    return Weight(min(least, HALF), foreseen=least >= FULL, reason="; ".join([holiday, *words]))
