"""How much each class of words speaks for each way of repair: our own choice, checked on invented pairs."""

from collections.abc import Mapping

from reattune.speech.leaning.mending import Leaning, Leanings
from reattune.speech.place import Place
from reattune.speech.rule import Family

_BETWEEN = {
    "you": 0.8,
    "idiom": -0.7,
    "here": 0.9,
    "strain": 0.5,
    "third": -0.8,
    "things": -1.0,
    "social": -1.7,
    "me": 0.3,
}
"""Of a client's words before: what is between the two, and not elsewhere."""


def _of(words: Mapping[str, float], before: Mapping[str, float] | None = None) -> Leaning:
    placed = dict(_BETWEEN)
    for name, weight in (before or {}).items():
        placed[name] = placed.get(name, 0.0) + weight
    return Leaning(words, placed)


_REPAIR = Leanings(
    {
        Family.CLARIFIES: _of(
            {"meant": 2.0, "not": 1.0, "me": 0.7, "own": 0.5, "ends": -0.8, "presses": -0.7, "follows": -0.3}
        ),
        Family.CHANGES_TASK: _of(
            {"offers": 2.2, "us": 0.4, "not": 0.4, "presses": -1.2, "third": -0.8, "because": -0.2},
            {"task": 0.8, "balks": 1.0, "you": -0.5, "here": -0.3},
        ),
        Family.RATIONALE: _of(
            {"because": 2.2, "ends": -1.2, "presses": -1.0, "third": -0.6, "us": 0.3, "asks": -0.3},
            {"doubts": 1.0, "task": 0.7, "you": -0.4},
        ),
        Family.INVITES: _of(
            {"aimed": 1.6, "us": 1.1, "probes": 1.0, "asks": 0.7, "me": 0.9, "third": -1.4, "own": 0.4, "away": -0.3}
        ),
        Family.OWNS_PART: _of({"fault": 2.2, "me": 0.8, "own": 1.2, "ends": -0.8, "asks": -0.4, "third": -0.7}),
        Family.DISCLOSES: _of(
            {"felt": 1.9, "now": 0.9, "away": -0.8, "me": 0.9, "own": 1.2, "ends": -0.6, "third": -0.7, "presses": -0.3}
        ),
        Family.LINKS_HERE: _of({"again": 1.8, "us": 1.1, "aimed": 0.8, "me": 0.8, "third": -0.8, "asks": -0.2}),
        Family.LINKS_OUTSIDE: _of(
            {"likens": 1.8, "third": 0.6, "aimed": 1.2, "me": 0.6, "us": 0.5, "asks": 0.2, "presses": -0.4}
        ),
        Family.VALIDATES: _of(
            {"honours": 2.4, "keeps": 0.5, "solves": -1.3, "ends": -0.8, "asks": -0.3, "third": -0.3, "presses": -0.4},
            {"guards": 1.2, "you": -0.3, "here": -0.2},
        ),
        Family.REFOCUSES: _of(
            {"leads": 1.8, "echo": -1.2, "earlier": 1.0, "follows": -1.2, "me": 0.3},
            {
                "you": -0.8,
                "here": -1.1,
                "strain": -0.3,
                "third": 1.0,
                "things": 1.4,
                "social": 0.2,
                "drifts": 1.0,
                "returns": -1.5,
            },
        ),
    },
    client=False,
)
_REACHED = Leanings(
    {
        Family.MET: Leaning(
            {"lands": 1.5, "opens": 1.9, "passes": -1.8, "ends": -0.2, "echo": 0.3},
            {"sees": 1.5, "plain": -1.6, "you": 0.6, "asks": -0.5},
        )
    },
    client=True,
)


def leant(family: Family, place: Place) -> float:
    """Return how far a turn leans towards a family; 0 says nothing either way.

    Args:
        family: being met, for a client's turn, or a way of repair, for a therapist's.
        place: the turn in its place.
    """
    return (_REACHED if family is Family.MET else _REPAIR).points(place)[family]
