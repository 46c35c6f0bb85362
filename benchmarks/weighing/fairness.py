"""Whether ordinary hardship brings more noticings: people with a life circumstance beside people without, in caseloads.

The whole way is gone: an invented practice is made as records, its streams are observed, and `reattune.notice` looks at
it, reasons and all. Nobody in it has withdrawn.
"""

from reattune.caseload import notice
from reattune.synthetic import Kind, Life, caseload

PEOPLE, MONTHS = 12, 18
HALF = 0.5


def fairness(life: str, seed: int) -> dict:
    """Return noticings away and sessions of those with a circumstance and of the others, in one invented practice."""
    cases = caseload(seed, people=PEOPLE, months=MONTHS, mix={Life(life): HALF})
    found = notice(cases.practice, cases.as_of)
    counted = {"with": [0, 0], "without": [0, 0]}
    for name, noticed in found.noticed.items():
        truth = cases.truths[name]
        assert truth.kind is Kind.NOTHING
        own = counted["without" if truth.life is Life.NONE else "with"]
        own[0] += sum(one.direction.value in ("away", "against") for one in noticed.noticings)
        own[1] += noticed.ticks
    return {"life": life, "seed": seed, **counted}


def circumstances() -> list[str]:
    """Return every circumstance that is compared."""
    return [life.value for life in Life if life is not Life.NONE]
