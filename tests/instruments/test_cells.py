import pytest

from reattune.instruments.cells import Cells, DefinitionError


def cells(**content):
    return Cells(content, "mine.yaml")


def test_a_mistake_deep_in_a_definition_is_named_by_its_whole_path():
    definition = cells(items={"count": "three"}, score={"cutoffs": [{"label": "one"}, {"label": ""}]})
    with pytest.raises(DefinitionError, match=r"^mine\.yaml, items\.count: must be a whole number from 1 to 9\.$"):
        definition.table("items").whole("count", low=1, high=9)
    with pytest.raises(DefinitionError) as raised:
        definition.table("score").tables("cutoffs")[1].text("label", required=True)
    assert (raised.value.file, raised.value.field) == ("mine.yaml", "score.cutoffs[2].label")


def test_a_text_may_be_written_as_a_number_and_runs_of_space_are_one():
    definition = cells(version=1.5, name=" Two \n words ", none=None, flag=True)
    assert [definition.text(field) for field in ("version", "name", "none", "gone")] == ["1.5", "Two words", "", ""]
    with pytest.raises(DefinitionError):
        definition.text("flag")


def test_true_is_no_number():
    definition = cells(step=True, items=[True, 2])
    for read in (
        lambda: definition.number("step"),
        lambda: definition.whole("step", low=0, high=9),
        lambda: definition.numbers_of_items("items", 5),
    ):
        with pytest.raises(DefinitionError):
            read()


@pytest.mark.parametrize("value", [10**400, float("nan"), float("-inf")])
def test_a_number_that_no_score_could_have_is_an_error_of_ours(value):
    with pytest.raises(DefinitionError, match="can be written out"):
        cells(maximum=value).number("maximum")


def test_item_numbers_come_sorted_and_each_once_within_the_count():
    assert cells(reversed=[3, 1]).numbers_of_items("reversed", 3) == (1, 3)
    assert cells().numbers_of_items("reversed", 3) == ()
    for wrong in ([1, 1], [0], [4], 2, ["1"]):
        with pytest.raises(DefinitionError, match="from 1 to 3, each once"):
            cells(reversed=wrong).numbers_of_items("reversed", 3)
