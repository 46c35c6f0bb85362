"""Every criterion by its name: the ones that come with Reattune and those of plugins come in by the same door.

A plugin is a `Criterion` that an installed package names under the entry point group `reattune.criteria`.
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import entry_points

from reattune.criteria.marked import Criterion, Scale
from reattune.errors import ReattuneError
from reattune.language import _

GROUP = "reattune.criteria"


def register(criteria: Iterable[object]) -> tuple[Criterion, ...]:
    """Return criteria, each checked.

    Args:
        criteria: the candidates.

    Returns:
        The criteria, in the order given.

    Raises:
        ReattuneError: one is no `Criterion`, has no name, or two have the same.
    """
    found: dict[str, Criterion] = {}
    for one in criteria:
        if not isinstance(one, Criterion) or not one.name:
            message = _(
                "A package offers {what} as a criterion, which is none; remove the package or write to its author."
            )
            raise ReattuneError(message.format(what=repr(one)))
        if one.name in found:
            message = _("Two packages offer a criterion called {name}; remove one of them.")
            raise ReattuneError(message.format(name=one.name))
        found[one.name] = one
    return tuple(found.values())


@cache
def offered() -> tuple[object, ...]:
    """Return what installed packages offer as criteria, in order of their names."""
    return tuple(entry.load() for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)))


def lacking(criterion: Criterion, scale: Scale) -> tuple[str, ...]:
    """Return what a criterion needs to know of a scale that the scale does not say.

    Args:
        criterion: the criterion.
        scale: the instrument's.

    Returns:
        Names of fields of `Scale`; empty if the criterion can be run.
    """
    return tuple(field for field in criterion.needs if getattr(scale, field) is None)
