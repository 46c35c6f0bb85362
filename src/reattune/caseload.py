"""A whole caseload, from records to what came up: streams, then noticing. The library's main door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reattune.model import Noticed, Practice, Streams


@dataclass(frozen=True, slots=True)
class Caseload:
    """What came up in a practice up to `as_of`, and all that is needed to say why.

    `streams` and `noticed` are by codename; only those in `practice.asked` are to be shown (all when empty).
    """

    practice: Practice
    as_of: date
    budget_per_month: float
    spend_per_tick: float
    prior: str
    streams: Mapping[str, Streams]
    noticed: Mapping[str, Noticed]
