"""Published criteria for alliance ruptures on series of scores, side by side, each with how far its source was checked.

None of them is a standard; there is none.
"""

from collections.abc import Mapping

from numpy.typing import ArrayLike

from reattune.criteria import breaks, cusum, ewma, named, reliable, sudden, xmr
from reattune.criteria.live import first_alarm, statistics
from reattune.criteria.marked import Bools, Criterion, Marked, Scale, State, Status
from reattune.criteria.named import UNKNOWN, Unknown
from reattune.criteria.registry import lacking, offered, register
from reattune.errors import ReattuneError
from reattune.language import _

CRITERIA: tuple[Criterion, ...] = register(
    (
        *named.CRITERIA,
        *sudden.CRITERIA,
        reliable.CRITERION,
        *xmr.CRITERIA,
        ewma.CRITERION,
        cusum.CRITERION,
        breaks.CRITERION,
    )
)
"""The criteria that come with Reattune."""

__all__ = [
    "CRITERIA",
    "UNKNOWN",
    "Criterion",
    "Marked",
    "Scale",
    "State",
    "Status",
    "Unknown",
    "every",
    "find",
    "first_alarm",
    "lacking",
    "side_by_side",
    "statistics",
]


def every() -> tuple[Criterion, ...]:
    """Return the criteria that come with Reattune and those of installed packages.

    Returns:
        The criteria, our own first.

    Raises:
        ReattuneError: an installed package offers a criterion that is none, or one with a name that is taken.
    """
    return register((*CRITERIA, *offered()))


def find(name: str) -> Criterion:
    """Return a criterion by its name.

    Args:
        name: as in `Criterion.name`.

    Returns:
        The criterion.

    Raises:
        ReattuneError: there is none of that name, or none that can be run.
    """
    known = every()
    for one in known:
        if one.name == name:
            return one
    for other in UNKNOWN:
        if other.name == name:
            message = _("The criterion {name} cannot be run: what it sets to what is not known. Choose another.")
            raise ReattuneError(message.format(name=name))
    message = _("There is no criterion called {name}; choose one of: {names}.")
    raise ReattuneError(message.format(name=name, names=", ".join(one.name for one in known)))


def side_by_side(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Mapping[str, Marked]:
    """Return what every criterion says of the same series.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks by name. Criteria that need to know more of the scale than it says are left out; `lacking` says what.

    Raises:
        ReattuneError: a score or the scale is wrong.
    """
    return {one.name: one.mark(scores, scale, ended) for one in every() if not lacking(one, scale)}
