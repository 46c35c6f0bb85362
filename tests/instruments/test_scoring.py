import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.instruments import load, on_lattice, score, shipped, subscale_scores
from reattune.instruments.scoring import reverse

PRORATED = load(
    """
id: four
version: "1"
name: Four
items: {count: 4, minimum: 0, maximum: 3}
reversed: [4]
max_missing: 1
licence: ours
"""
)


@pytest.mark.parametrize(
    ("instrument", "items", "expected"),
    [
        ("phq-9", (1, 2, 0, 3, 1, 0, 2, 1, 1), 11),
        ("gad-7", (3, 3, 3, 3, 3, 3, 3), 21),
        ("wai-sr", (5, 4, 3, 2, 1, 5, 4, 3, 2, 1, 5, 4), 39),
        # Items 4 and 10 turned round: 8 - 1 and 8 - 7; the ten others are 4.
        ("wai-s", (4, 4, 4, 1, 4, 4, 4, 4, 4, 7, 4, 4), 48),
        # Item 3 turned round makes 6: 28 in five items.
        ("arm-5", (6, 7, 2, 5, 4), 5.6),
        ("sai", (0, 1, 2, 3, 4, 5), 15),
        # Fourteen items of 6 and five of 1, which turn round into 6.
        ("haq-ii", tuple(1 if n in {4, 8, 11, 16, 19} else 6 for n in range(1, 20)), 6),
    ],
)
def test_scores_worked_out_by_hand(instrument, items, expected):
    assert score(shipped()[instrument], items).score == expected


def test_one_missing_item_is_replaced_by_the_mean_of_the_others_and_two_are_not():
    # 1 + 2 + (3 - 0) = 6 over three items: the fourth counts as 2.
    assert score(PRORATED, (1, 2, None, 0)).score == 8
    assert score(PRORATED, (1, 1, None, 3)).score == 3  # 2 / 3 of an item more, to the nearest whole
    two = score(PRORATED, (1, None, None, 0))
    assert two.score is None
    assert "2 of 4 items" in two.why


def test_an_item_out_of_range_is_named():
    scored = score(shipped()["phq-9"], (0, 0, 0, 0, 4, 0, 0, 0, 0))
    assert scored.score is None
    assert scored.item == 5
    assert "from 0 to 3" in scored.why


@pytest.mark.parametrize(("instrument", "items"), [("phq-9", (1, 1)), ("srs", (9, 9, 9, 9))])
def test_wrong_number_of_items_and_totals_only(instrument, items):
    assert score(shipped()[instrument], items).score is None


def test_subscales_of_both_short_forms_differ():
    items = (1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2)
    revised = {name: each.score for name, each in subscale_scores(shipped()["wai-sr"], items).items()}
    assert revised == {"goal": 4 + 1 + 3 + 1, "task": 1 + 2 + 5 + 2, "bond": 3 + 5 + 2 + 4}
    short = {name: each.score for name, each in subscale_scores(shipped()["wai-s"], items).items()}
    assert short == {"task": 1 + 2 + 3 + 2, "bond": 3 + 5 + 2 + 4, "goal": (8 - 4) + 1 + (8 - 5) + 1}


def test_a_subscale_with_a_missing_item_has_no_score():
    items = (None, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2)
    found = subscale_scores(shipped()["wai-sr"], items)
    assert found["task"].score is None
    assert found["bond"].score == 14


@pytest.mark.parametrize(
    ("instrument", "value", "expected"),
    [
        ("phq-9", 11, 11),
        ("phq-9", 3.5, None),
        ("phq-9", 28, None),
        ("srs", 36.4, 36.4),
        ("srs", 36.44, None),
        ("arm-5", 5.6, 5.6),
        ("arm-5", 5.7, None),
        ("haq-ii", 5.13, None),
        ("haq-ii", 5.11, 1 + 78 / 19),
    ],
)
def test_only_attainable_scores_are_taken(instrument, value, expected):
    found = on_lattice(shipped()[instrument], value)
    assert found == (expected if expected is None else pytest.approx(expected))


@given(st.data())
def test_every_score_is_attainable_and_reversing_twice_changes_nothing(data):
    instrument = data.draw(st.sampled_from([each for each in shipped().values() if each.item_count] + [PRORATED]))
    low, high = int(instrument.item_minimum), int(instrument.item_maximum)
    answer = st.integers(low, high) if not instrument.max_missing else st.none() | st.integers(low, high)
    items = data.draw(st.lists(answer, min_size=instrument.item_count, max_size=instrument.item_count))
    scored = score(instrument, items)
    if scored.score is None:
        assert items.count(None) > instrument.max_missing
    else:
        assert instrument.minimum <= scored.score <= instrument.maximum
        assert on_lattice(instrument, scored.score) == scored.score
    assert all(reverse(instrument, reverse(instrument, item)) == item for item in items if item is not None)
