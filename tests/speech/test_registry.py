"""Rules come in by one door: each checked, each id once, those of other packages beside our own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech import registry
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules, order
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


def said(*texts: str) -> list[Place]:
    turns = tuple(Turn(Role.CLIENT, "client", text, str(at)) for at, text in enumerate(texts))
    transcript = Transcript(date(2026, 1, 1), Source("invented", ""), turns, Times.NONE)
    return list(prepare(transcript).places)


def test_many_places_are_read_as_one_by_one() -> None:
    rules = Rules((TREE,))
    places = said(*["A tree, and a tree.", "Nothing.", "No tree"] * 20)
    found = rules.read(places)
    assert [(hit.turn, hit.start, hit.end) for hit in found if hit.turn < 3] == [(0, 2, 6), (2, 3, 7)]
    assert sorted(found, key=order) == [hit for place in places for hit in rules.hits(place)]


def test_a_shape_is_asked_only_where_no_pattern_was_met() -> None:
    asked: list[int] = []

    def shape(place: Place) -> bool:
        asked.append(place.at)
        return place.at == 1

    def find(place: Place, matches: Matches) -> Iterable[Hit]:
        return [Hit("own.tree", Family.DENIAL, place.at, 0, 1, 0.5, ", ".join(matches))]

    rules = Rules((replace(TREE, find=find, shape=shape),))
    assert [(hit.turn, hit.reason) for hit in rules.read(said("A tree.", "Well.", "Nothing."))] == [
        (0, "tree"),
        (1, ""),
    ]
    assert asked == [1, 2]
