"""Moments that may be worth listening to again: every rule by its id, and which moments of a session are listed.

A plugin is a sequence of `scene.Rule` that an installed package names under the entry point group `reattune.moments`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import entry_points

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Way
from reattune.nonverbal.listened import Moment
from reattune.nonverbal.moment_rules import BUILT_IN
from reattune.nonverbal.scene import Rule, Scene

GROUP = "reattune.moments"
MOST = 8
"""Moments of one session that are listed (our own choice)."""
TOLD = (Way.TRANSCRIPT, Way.CHANNELS, Way.SEEDED)
"""The ways that say who spoke well enough for a moment to be about somebody."""


def moments(scene: Scene, rules: Sequence[Rule] | None = None, most: int = MOST) -> tuple[Moment, ...]:
    """Return the moments of a session, the most unusual for it, in time order; there may be none.

    Args:
        scene: the session.
        rules: the rules to ask; all where not given.
        most: how many are listed at most.
    """
    asked = every() if rules is None else rules
    known = scene.way in TOLD
    found = [one for rule in asked if known or not rule.roles for one in rule.find(scene)]
    ranked = _once(sorted(found, key=lambda one: (-one.weight, one.start, one.rule)))
    return tuple(sorted(ranked[:most], key=lambda one: (one.start, one.end, one.rule)))


def _once(ranked: Sequence[Moment]) -> list[Moment]:
    """Return moments without a second one of just the same stretch: the most unusual is told."""
    kept: dict[tuple[float, float], Moment] = {}
    for one in ranked:
        kept.setdefault((one.start, one.end), one)
    return list(kept.values())


def register(rules: Iterable[object]) -> tuple[Rule, ...]:
    """Return rules in order of their ids, each checked.

    Args:
        rules: the candidates.

    Raises:
        ReattuneError: one is no `Rule`, has no id, or two have the same.
    """
    found: dict[str, Rule] = {}
    for one in rules:
        if not isinstance(one, Rule) or not one.id:
            message = _("A package offers {what} as a rule, which is none; remove the package or write to its author.")
            raise ReattuneError(message.format(what=repr(one)))
        if one.id in found:
            raise ReattuneError(_("Two packages offer a rule called {name}; remove one of them.").format(name=one.id))
        found[one.id] = one
    return tuple(found[key] for key in sorted(found))


@cache
def every() -> tuple[Rule, ...]:
    """Return every rule: our own and those that installed packages offer."""
    return register((*BUILT_IN, *_offered()))


def _offered() -> Sequence[object]:
    found: list[object] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        loaded = entry.load()
        found += loaded if isinstance(loaded, Sequence) and not isinstance(loaded, str) else [loaded]
    return found
