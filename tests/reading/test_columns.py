from reattune.reading.columns import Columns
from reattune.reading.gathered import ColumnMapping


def mapped(columns=None, status=None):
    return Columns(ColumnMapping("*", "check_ins", columns or {}, status or {}))


def test_without_a_mapping_cells_keep_their_names_and_are_stripped():
    assert Columns(None).ours({"date": " 2026-03-10 ", "by": ""}) == {"date": "2026-03-10", "by": ""}


def test_a_column_taken_for_one_of_ours_is_not_seen_under_its_old_name():
    assert mapped({"words": "What was said"}).ours({"what_was_said": "a", "other": "b"}) == {"words": "a", "other": "b"}


def test_two_columns_may_change_places():
    swapped = mapped({"words": "note", "note": "words"})
    assert swapped.ours({"words": "1", "note": "2"}) == {"words": "2", "note": "1"}


def test_a_word_given_for_every_row_stands_above_what_the_row_says():
    assert mapped({"by": "= client "}).ours({"by": "therapist", "date": "x"}) == {"by": "client", "date": "x"}


def test_a_mapped_word_is_known_whatever_its_case_and_others_are_put_plainly():
    columns = mapped(status={" Ja ": "yes"})
    assert [columns.word(text) for text in ("JA", "Raise for me", "only-me", "")] == [
        "yes",
        "raise_for_me",
        "only_me",
        "",
    ]
