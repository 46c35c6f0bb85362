"""Invented data with its truth: relationships, whole caseloads, and plain arrays, the same for the same seed.

Nothing here comes from anybody's life. What is planted and how large it is are assumptions; every one of them stands in
`rates` and in docs/synthetic.md, with its source and how far that was checked. An example:

    from reattune.synthetic import Kind, Plan, relationship

    lived = relationship("egret", seed=7, sessions=40, plan=Plan(Kind.LASTING, onset=20))
    assert lived.truth.onset == lived.truth.days[20]
    assert len(lived.relationship.sessions) == 40
"""

from reattune.synthetic.caseload import Cases, caseload
from reattune.synthetic.changes import Shape, planted
from reattune.synthetic.conduct import (
    ATTENDANCE,
    AWAY,
    COMING,
    MOVING,
    RESCHEDULING,
    WITHDRAWING,
    Odds,
    attendance,
    rescheduling,
    wandering,
)
from reattune.synthetic.mix import DEFAULT_MIX
from reattune.synthetic.paying import LAST_DAYS, PAYING, Paid, Paying, payment
from reattune.synthetic.plans import STREAMS, Kind, Life, Plan
from reattune.synthetic.relationship import Lived, relationship
from reattune.synthetic.series import Drawn, Ratings, draw
from reattune.synthetic.setting import Setting
from reattune.synthetic.talk import Talked, Words, talk
from reattune.synthetic.truth import Truth
from reattune.synthetic.usual import Usual, ratings_of

__all__ = [
    "ATTENDANCE",
    "AWAY",
    "COMING",
    "DEFAULT_MIX",
    "LAST_DAYS",
    "MOVING",
    "PAYING",
    "RESCHEDULING",
    "STREAMS",
    "WITHDRAWING",
    "Cases",
    "Drawn",
    "Kind",
    "Life",
    "Lived",
    "Odds",
    "Paid",
    "Paying",
    "Plan",
    "Ratings",
    "Setting",
    "Shape",
    "Talked",
    "Truth",
    "Usual",
    "Words",
    "attendance",
    "caseload",
    "draw",
    "payment",
    "planted",
    "ratings_of",
    "relationship",
    "rescheduling",
    "talk",
    "wandering",
]
