"""Every rule by its id: the ones that come with Reattune and those of plugins come in by the same door.

A plugin is a sequence of `Rule` that an installed package names under the entry point group `reattune.speech`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import entry_points

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role
from reattune.speech.matching import Matched, Matcher
from reattune.speech.place import Place
from reattune.speech.rule import Hit, Matches, Pattern, Rule
from reattune.speech.rules import BUILT_IN

GROUP = "reattune.speech"
_NONE: Matches = {}


@dataclass(frozen=True)
class Rules:
    """Rules for one role, and their patterns as one matcher."""

    rules: tuple[Rule, ...]

    @cached_property
    def _numbered(self) -> tuple[tuple[int, Pattern], ...]:
        return tuple((index, pattern) for index, rule in enumerate(self.rules) for pattern in rule.patterns)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher([pattern for _index, pattern in self._numbered])

    def hits(self, place: Place) -> list[Hit]:
        """Return what the rules find at one place, in the order of the words."""
        return sorted(self.read([place]), key=order)

    def read(self, places: Sequence[Place]) -> list[Hit]:
        """Return what the rules find at several places, rule by rule: what a rule asks stays near the processor."""
        found: list[Hit] = []
        for rule, met in zip(self.rules, self._matched(places), strict=True):
            found += _read(rule, places, met)
        return found

    def _matched(self, places: Sequence[Place]) -> list[dict[int, Matched]]:
        """Return, for each rule, which of its patterns each place meets."""
        found: list[dict[int, Matched]] = [{} for _rule in self.rules]
        for at, numbers in enumerate(self._matcher.met_each([place.text for place in places])):
            for number in numbers:
                index, pattern = self._numbered[number]
                here = found[index].get(at)
                if here is None:
                    here = found[index][at] = Matched(self._matcher, places[at].text)
                here.add(pattern.name, number)
        return found


def _read(rule: Rule, places: Sequence[Place], met: Mapping[int, Matches]) -> Iterator[Hit]:
    if rule.shape is None:
        for at, matches in met.items():
            yield from rule.find(places[at], matches)
        return
    for at, place in enumerate(places):
        if at in met or rule.shape(place):
            yield from rule.find(place, met.get(at, _NONE))


def order(hit: Hit) -> tuple[int, int, int, str]:
    """Return what orders hits as the words stand."""
    return hit.turn, hit.start, hit.end, hit.rule


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


@cache
def of(role: Role, *, leaning: bool = False) -> Rules:
    """Return the rules that read one role's words; with `leaning`, those that only read how its turns lean."""
    return Rules(tuple(rule for rule in every() if rule.role is role and rule.leaning is leaning))


def _offered() -> Sequence[object]:
    found: list[object] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        loaded = entry.load()
        found += loaded if isinstance(loaded, Sequence) and not isinstance(loaded, str) else [loaded]
    return found
