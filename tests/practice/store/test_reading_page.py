"""The page of an export: days and words, rows as lines, nothing of the program's own."""

import pytest

from reattune.practice.store.gathering import everything
from reattune.practice.store.reading_page import page


@pytest.fixture
def found(written):
    return {**everything(written[0]), "what_came_up": []}


def test_each_row_is_a_line_with_its_day(found):
    words = {"start": "2026-06-01T17:00:00Z", "kind": "attended", "original_word": "attended", "note": "came early"}
    found["record"] = [{"kind": "session", "day": "2026-06-01", "made": "2026-06-02T08:00:00+00:00", "words": words}]
    text = page("heron", found)
    assert "<td>2026-06-01</td><td>session</td><td>2026-06-01 17:00, attended, came early</td>" in text


def test_rows_stand_in_the_order_of_their_days(found):
    found["record"] = [
        {"kind": "payment", "day": day, "made": "", "words": {"due": day, "amount": "90.00", "currency": "GBP"}}
        for day in ("2026-06-02", None, "2026-06-01")
    ]
    text = page("heron", found)
    assert text.index("due: 2026-06-01, 90.00, GBP") < text.index("due: 2026-06-02")


def test_what_came_up_begins_with_what_else_it_could_be(found):
    one = {"day": "2026-06-01", "what_else_it_could_be": ["Holidays."], "what_was_seen": "Seen.", "how_often": "Once."}
    row = {"day": "2026-05-25", "seen": "came late", "usual": "rare here"}
    text = page("heron", {**found, "what_came_up": [{**one, "rows": [row]}]})
    assert text.index("Holidays.") < text.index("Seen.")
    assert "<td>2026-05-25</td><td>came late</td><td>rare here</td>" in text
    assert "mean your therapist" in text


def test_moments_and_the_audit_are_told_with_days_and_words(found):
    text = page("heron", found)
    assert "zugzwang said so" in text
    assert "<td>looked at</td><td>relationship</td><td>therapy</td>" in text
    assert "T00:" not in text


def test_headings_are_in_order_and_there_is_one_of_the_first(found):
    text = page("heron", found)
    assert text.count("<h1") == 1
    assert text.index("<h1") < text.index("<h2")
