import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError, UnreadableError
from reattune.instruments import DefinitionError, load

GOOD = {
    "id": "mine",
    "version": "1",
    "name": "Mine",
    "licence": "ours",
    "items": {"count": 3, "minimum": 0, "maximum": 4},
}


def test_range_and_step_are_worked_out_from_the_items():
    summed = load(yaml.safe_dump(GOOD))
    assert (summed.minimum, summed.maximum, summed.step) == (0, 12, 1)
    averaged = load(yaml.safe_dump(GOOD | {"scoring": "mean"}))
    assert (averaged.minimum, averaged.maximum) == (0, 4)
    assert averaged.attainable == 13


def test_a_key_without_a_status_counts_as_written_from_memory():
    assert load(yaml.safe_dump(GOOD)).key_status == "from memory"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": None}, "id"),
        ({"licence": ""}, "licence"),
        ({"items": {"count": 3, "minimum": 4, "maximum": 4}}, "items.maximum"),
        ({"items": {"count": 0, "minimum": 0, "maximum": 4}}, "items.count"),
        ({"items": {"count": 3, "minimum": 0, "maximum": float("inf")}}, "items.maximum"),
        ({"items": None}, "score"),
        ({"items": None, "score": {"minimum": 0, "maximum": 10, "step": 3}}, "score.step"),
        ({"score": {"minimum": 0, "maximum": 10, "step": 1}}, "score"),
        ({"reversed": [4]}, "reversed"),
        ({"reversed": [1, 1]}, "reversed"),
        ({"risk_items": [0]}, "risk_items"),
        ({"subscales": {"bond": [9]}}, "subscales.bond"),
        ({"scoring": "median"}, "scoring"),
        ({"purpose": "mood"}, "purpose"),
        ({"higher_is_better": "yes please"}, "higher_is_better"),
        ({"max_missing": 3}, "max_missing"),
        ({"cutoffs": [{"value": 3, "label": "x", "source": "y"}]}, "cutoffs[1].status"),
        ({"cutoffs": [{"value": 3, "label": "x", "status": "verified"}]}, "cutoffs[1].source"),
        ({"questions": ["text"]}, "questions"),
    ],
)
def test_every_mistake_names_its_field(change, field):
    with pytest.raises(DefinitionError) as caught:
        load(yaml.safe_dump(GOOD | change), "mine.yaml")
    assert caught.value.field == field
    assert str(caught.value).startswith(f"mine.yaml, {field}: ")


@pytest.mark.parametrize("text", ["", "- 1", "a: [", "day: 2026-02-31", "[" * 5000])
def test_what_is_no_definition_is_unreadable(text):
    with pytest.raises(UnreadableError, match=r"mine\.yaml"):
        load(text, "mine.yaml")


def test_a_file_that_is_no_text_is_unreadable(tmp_path):
    (tmp_path / "mine.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match=r"mine\.yaml"):
        load(tmp_path / "mine.yaml")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "score", "reversed", "subscales", "cutoffs", "max_missing"]), _VALUES))
def test_anything_written_gives_an_instrument_or_one_of_our_errors(change):
    try:
        instrument = load(yaml.safe_dump(GOOD | change))
    except ReattuneError:
        return
    assert instrument.minimum < instrument.maximum
    assert instrument.attainable >= 2
