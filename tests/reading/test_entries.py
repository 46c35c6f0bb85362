from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Quarantined
from reattune.reading.entries import Entry, as_object, whole_text
from reattune.reading.fields import FieldError
from reattune.reading.gathered import Place

AUCKLAND = ZoneInfo("Pacific/Auckland")


@pytest.fixture
def entry(tmp_path):
    return lambda **values: Entry("export.json", "#3", values, Place(tmp_path, AUCKLAND))


def test_only_texts_and_numbers_are_text():
    assert [whole_text(value) for value in (" a ", 12, 1.5, True, None, ["a"], {})] == [
        "a",
        "12",
        "1.5",
        "",
        "",
        "",
        "",
    ]
    assert whole_text("half \ud83d") == "half ?"


def test_a_day_is_the_one_lived_in_the_practices_time_zone(entry):
    late = entry(at="2026-01-06T20:00:00Z", plain="2026-01-06", none="")
    assert late.moment("at") == datetime(2026, 1, 7, 9, tzinfo=AUCKLAND)
    assert (late.day("at"), late.day("plain")) == (date(2026, 1, 7), date(2026, 1, 6))
    assert (late.day("none"), late.day("gone")) == (None, None)


def test_an_unreadable_moment_names_its_field_and_sets_the_object_aside_by_its_row(entry):
    odd = entry(starts_at="soon")
    with pytest.raises(FieldError) as raised:
        odd.moment("starts_at")
    assert odd.quarantined(raised.value) == Quarantined("export.json", "#3", "starts_at", raised.value.why)


def test_the_id_at_the_end_of_a_link(entry):
    address = "https://example.test/v1/patients/12"
    for values in (address, f"{address}/"):
        assert entry(patient={"links": {"self": values}}).linked("patient") == "12"
    for broken in ({}, {"links": []}, {"links": {"self": 12}}, "12", None):
        assert entry(patient=broken).linked("patient") == ""


def test_what_is_no_object_is_an_empty_one(entry):
    assert as_object({"a": 1}) == {"a": 1}
    assert [as_object(value) for value in ([], "a", None)] == [{}, {}, {}]
    assert [entry(gone=value).is_true("gone") for value in (True, "true", False, "yes", None)] == [True, True] + [
        False
    ] * 3
