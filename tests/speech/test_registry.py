"""Rules come in by one door: each checked, each id once, those of other packages beside our own."""

from collections.abc import Iterable, Iterator

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.speech import registry
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Pattern, Rule


def _find(place: Place, matches: Matches) -> Iterable[Hit]:
    return [Hit("own.tree", Family.DENIAL, place.at, *matches["tree"][0], 0.5, "A tree.")]


TREE = Rule(
    "own.tree",
    Family.DENIAL,
    Role.CLIENT,
    lambda: "Trees.",
    lambda: ("A tree.",),
    _find,
    (Pattern("tree", r"\btree\b"),),
)


class Point:
    """An entry point that loads what it was given."""

    name, value = "own", "own:RULES"

    def __init__(self, loaded: object) -> None:
        self.loaded = loaded

    def load(self) -> object:
        return self.loaded


@pytest.fixture
def fresh() -> Iterator[None]:
    registry.every.cache_clear()
    registry.of.cache_clear()
    yield
    registry.every.cache_clear()
    registry.of.cache_clear()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("offered", [TREE, (TREE,)])
def test_an_installed_package_adds_rules(monkeypatch: pytest.MonkeyPatch, offered: object) -> None:
    monkeypatch.setattr(registry, "entry_points", lambda group: [Point(offered)] if group == registry.GROUP else [])
    assert TREE in registry.every()
    assert TREE in registry.of(Role.CLIENT).rules
    assert TREE not in registry.of(Role.THERAPIST).rules


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("offered", ["text", 7, (TREE, TREE)])
def test_what_is_no_rule_or_there_twice_is_named(monkeypatch: pytest.MonkeyPatch, offered: object) -> None:
    monkeypatch.setattr(registry, "entry_points", lambda **_named: [Point(offered)])
    with pytest.raises(ReattuneError, match="remove"):
        registry.every()


def test_rules_stand_in_order_of_their_ids() -> None:
    ids = [rule.id for rule in registry.every()]
    assert ids == sorted(set(ids))
