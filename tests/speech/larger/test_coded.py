"""Codes of turns: what was put in is found on unseen groups; neighbours help where codes come in stretches."""

from dataclasses import replace

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.speech.larger import coded, recipes
from reattune.speech.larger.figures import macro


def sessions(made, many=30, seed=5):
    random = np.random.default_rng(seed)
    for _session in range(many):
        one = made.session(random, random.random(), turns=12)
        kinds = {True: "glad", False: "other"}
        yield (
            one,
            {
                at: "low" if turn.text in made.low else kinds[turn.text in made.glad]
                for at, turn in enumerate(one.turns)
                if turn.label == "C"
            },
        )


@pytest.fixture
def taught(made):
    return coded.lesson(list(sessions(made)), [str(number // 2) for number in range(30)])


def test_codes_are_ordered_by_how_often_they_come(taught):
    assert taught.names[0] == "other"
    counts = np.bincount(taught.codes)
    assert list(counts) == sorted(counts, reverse=True)


def test_what_was_put_in_is_found_on_unseen_groups(taught):
    chosen = coded.unseen(recipes.turn(encoder=False), taught)
    assert macro(taught.codes, chosen, 3) > 0.95
    table = coded.validation(taught)
    values = [row["macro"]["value"] for row in table]
    assert values[-1] > 0.95
    assert max(values[:-1]) < 0.7


def test_neighbours_help_where_codes_come_in_stretches(taught):
    random = np.random.default_rng(9)
    stretches = np.concatenate([np.repeat(random.integers(0, 2, 2), 6) for _session in range(30)])
    scores = np.eye(2)[stretches] + random.normal(0, 1.2, (len(stretches), 2))
    lesson = replace(taught, codes=stretches, names=("one", "two"))
    apart = list(coded.splits(lesson.groups, 4))
    line = coded._second(lesson, scores, apart)
    alone = macro(stretches, scores.argmax(axis=1), 2)
    among = macro(stretches, coded.smoothed(line, scores, lesson.sessions).argmax(axis=1), 2)
    assert among > alone + 0.05


def test_codes_of_those_measured_on_change_nothing_for_them(taught):
    known, other = next(iter(coded.splits(taught.groups, coded.FOLDS)))
    changed = replace(taught, codes=taught.codes.copy())
    changed.codes[other] = 0
    parts = recipes.turn(encoder=False)
    before = coded.teach(parts, taught.at(known)).say(taught.at(other), None)
    np.testing.assert_array_equal(before, coded.teach(parts, changed.at(known)).say(changed.at(other), None))


def test_too_few_are_said(made):
    few = list(sessions(made, 5))
    with pytest.raises(ReattuneError, match="5 groups"):
        coded.lesson(few, list("abcde"))
