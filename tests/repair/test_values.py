"""JSON values to fields: blank where missing, a sentence with the field's name where they do not fit."""

from datetime import UTC, date, datetime

import pytest

from reattune.errors import ReattuneError
from reattune.repair import values
from reattune.repair.movement import Felt

BLANKS = ({}, {"x": None}, {"x": ""})


@pytest.mark.parametrize("given", BLANKS)
def test_what_is_missing_is_blank(given):
    assert values.text(given, "x") == ""
    assert values.texts(given, "x") == ()
    assert values.day(given, "x") is None
    assert values.slider(given, "x") is None
    assert values.whole(given, "x", 4) is None
    assert values.yes_no(given, "x") is False
    assert values.one_of(given, "x", Felt) is None
    assert values.some_of(given, "x", Felt) == ()
    assert values.days_by(given, "x", Felt) == {}


@pytest.mark.parametrize("given", BLANKS)
@pytest.mark.parametrize("read", [values.required_text, values.required_day])
def test_what_is_needed_is_asked_for(given, read):
    with pytest.raises(ReattuneError, match="the field x is missing"):
        read(given, "x")


def test_what_fits_is_taken():
    assert values.slider({"x": -1}, "x") == -1
    assert values.whole({"x": 4.0}, "x", 4) == 4
    assert values.yes_no({"x": True}, "x") is True
    assert values.day({"x": date(2026, 3, 4)}, "x") == values.day({"x": "2026-03-04"}, "x") == date(2026, 3, 4)
    assert values.some_of({"x": ["off", "met", "off"]}, "x", Felt) == (Felt.OFF, Felt.MET)
    assert values.days_by({"x": {"met": ["2026-03-04"]}}, "x", Felt) == {Felt.MET: (date(2026, 3, 4),)}


@pytest.mark.parametrize(
    ("read", "value", "said"),
    [
        (values.text, 3, "not a text"),
        (values.texts, "one", "not a list"),
        (values.texts, [1], "not a text"),
        (values.day, "4.3.2026", "year-month-day"),
        (values.day, "2026-W10-3", "year-month-day"),
        (values.day, "20260304", "year-month-day"),
        (values.day, datetime(2026, 3, 4, tzinfo=UTC), "year-month-day"),
        (values.day, 20260304, "year-month-day"),
        (values.slider, 1.01, "from -1 to 1"),
        (values.slider, "0", "not a number"),
        (values.slider, True, "not a number"),
        (values.slider, float("nan"), "not a number"),
        (values.yes_no, 1, "neither true nor false"),
        (lambda given, name: values.whole(given, name, 4), 2.5, "from 0 to 4"),
        (lambda given, name: values.whole(given, name, 4), 5, "from 0 to 4"),
        (lambda given, name: values.one_of(given, name, Felt), "good", "met, off, unsure"),
        (lambda given, name: values.one_of(given, name, Felt), ["met"], "met, off, unsure"),
        (lambda given, name: values.some_of(given, name, Felt), "met", "not a list"),
        (lambda given, name: values.days_by(given, name, Felt), ["met"], "not a table"),
        (lambda given, name: values.days_by(given, name, Felt), {"met": "2026-03-04"}, "not a list"),
        (lambda given, name: values.days_by(given, name, Felt), {"odd": []}, "met, off, unsure"),
    ],
)
def test_what_does_not_fit_is_named_with_its_field(read, value, said):
    with pytest.raises(ReattuneError, match=f"the field x .*{said}"):
        read({"x": value}, "x")
