"""Cells to values."""

import contextlib
import math
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.reading.fields import FieldError, is_two_ways, to_date, to_datetime, to_decimal, to_float, to_yes_no

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026/04/03", date(2026, 4, 3)),
        ("20260403", date(2026, 4, 3)),
        ("31/01/2026", date(2026, 1, 31)),
        ("01/31/2026", date(2026, 1, 31)),
        ("05.05.2026", date(2026, 5, 5)),
        ("3-Apr-2026", date(2026, 4, 3)),
        ("03-Mar-26", date(2026, 3, 3)),
        ("Tuesday, March 3, 2026", date(2026, 3, 3)),
        ("3. März 2026", date(2026, 3, 3)),
        ("12 juin 2026", date(2026, 6, 12)),
        ("2026-03-03 00:00:00", date(2026, 3, 3)),
        ("2026-03-04T17:00:00+01:00", date(2026, 3, 4)),
    ],
)
def test_reads_a_date_that_can_be_meant_one_way(text, expected):
    assert to_date(text) == expected


def test_never_guesses_the_order_of_day_and_month():
    with pytest.raises(FieldError, match="set day_first"):
        to_date("03/04/2026")
    assert to_date("03/04/2026", day_first=True) == date(2026, 4, 3)
    assert to_date("03/04/2026", day_first=False) == date(2026, 3, 4)
    with pytest.raises(FieldError):
        to_date("03/03/26")
    assert to_date("03/04/26", day_first=True) == date(2026, 4, 3)
    with pytest.raises(FieldError):
        to_date("01/31/2026", day_first=True)


def test_says_what_to_do_about_a_day_that_does_not_exist():
    with pytest.raises(FieldError) as error:
        to_date("31.02.2026")
    assert error.value.why == "31.02.2026 is not a date; give year-month-day or set day_first"


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "1899-12-31", "2200-01-01", "0000-00-00"])
def test_years_outside_1900_to_2199_are_set_aside(text):
    with pytest.raises(FieldError, match="1900 to 2199"):
        to_date(text)


@pytest.mark.parametrize(
    "text", ["", "45000", "soon", "2026-13-01", "99/99/2026", "12 jui 2026", "2026-3", "٢٠٢٦-٠٣-٠٤"]
)
def test_what_is_no_date_is_said_to_be_none(text):
    with pytest.raises(FieldError):
        to_date(text)


@given(st.text())
def test_any_text_is_a_date_in_range_or_a_field_error(text):
    for day_first in (None, True, False):
        try:
            found = to_date(text, day_first=day_first)
        except FieldError:
            continue
        assert 1900 <= found.year <= 2199


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_written_date_comes_back(day):
    assert to_date(day.isoformat()) == day
    assert to_date(f"{day:%d/%m/%Y}", day_first=True) == day
    assert to_date(f"{day:%m/%d/%Y}", day_first=False) == day
    assert to_date(f"{day:%d.%m.%Y}", day_first=True) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-07-04 17:00", "2026-07-04T17:00:00+01:00"),
        ("2026-07-04T17:00:00Z", "2026-07-04T18:00:00+01:00"),
        ("2026-07-04T17:00:00.123+02:00", "2026-07-04T16:00:00+01:00"),
        ("20260704T170000Z", "2026-07-04T18:00:00+01:00"),
        ("31/01/2026 5:00 PM", "2026-01-31T17:00:00+00:00"),
        ("31/01/2026 12:05 a.m.", "2026-01-31T00:05:00+00:00"),
        ("2026-03-29 01:30", "2026-03-29T02:30:00+01:00"),  # clocks skip this
        ("2026-10-25 01:30", "2026-10-25T01:30:00+01:00"),  # comes twice; the first is meant
    ],
)
def test_reads_a_moment_in_the_practice_zone(text, expected):
    found = to_datetime(text, LONDON)
    assert found.isoformat() == expected
    assert found.tzinfo is LONDON


def test_a_day_alone_is_midnight_only_where_that_is_enough():
    with pytest.raises(FieldError, match="time of day"):
        to_datetime("2026-07-04", LONDON)
    assert to_datetime("2026-07-04", LONDON, day_is_enough=True) == datetime(2026, 7, 4, tzinfo=LONDON)


@pytest.mark.parametrize(
    "text", ["2026-07-04 25:00", "2026-07-04 13:00 pm", "2026-07-04 10:00 +99:99", "2026-07-04 17:00 BST"]
)
def test_what_is_no_time_is_said_to_be_none(text):
    with pytest.raises(FieldError):
        to_datetime(text, LONDON)


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?( ?[ap]m)?(Z|[+-]\d\d:\d\d)?", fullmatch=True))
def test_any_text_is_a_moment_or_a_field_error(text):
    try:
        found = to_datetime(text, LONDON, day_is_enough=True)
    except FieldError:
        return
    assert found.tzinfo is LONDON


@given(st.datetimes(datetime.fromisoformat("1970-01-02"), datetime.fromisoformat("2199-12-30"), timezones=st.just(UTC)))
def test_an_offset_is_honoured(moment):
    moment = moment.replace(microsecond=0)
    assert to_datetime(moment.isoformat(), LONDON).astimezone(UTC) == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *[("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("1,234", "1234"), ("1.234", "1.234"), ("12,5", "12.5")],
        *[("0,123", "0.123"), ("1.234.567", "1234567"), ("£80", "80"), ("-£80.00", "-80"), ("£-80", "-80")],
        *[("(80.00)", "-80"), ("80-", "-80"), ("\u221280", "-80"), ("80 EUR", "80"), ("CHF 1'234.50", "1234.50")],
        *[("$1,000", "1000"), ("kr 80", "80"), ("1\u00a0234,50 €", "1234.50")],
    ],
)
def test_reads_an_amount(text, expected):
    assert to_decimal(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "-", "abc", "EUR", "1e5", "nan", "80 or 90", "9" * 50])
def test_what_is_no_amount_is_said_to_be_none(text):
    with pytest.raises(FieldError, match="not an amount"):
        to_decimal(text)


@given(st.text())
def test_any_text_is_a_number_or_a_field_error(text):
    for convert in (to_decimal, to_float, to_yes_no):
        with contextlib.suppress(FieldError):
            assert math.isfinite(convert(text) or 0)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_an_amount_comes_back_in_either_spelling(amount):
    assert to_decimal(str(amount)) == amount
    assert to_decimal(f"{amount:,}") == amount
    assert to_decimal(f"{amount:,}".translate(str.maketrans(",.", ".,"))) == amount


def test_reads_numbers_and_yes_and_no():
    assert to_float("3,5") == 3.5
    assert to_float("-2") == -2
    assert [to_yes_no(word) for word in ("Yes", "no", "TRUE", "0", "")] == [True, False, True, False, None]
    for text in ("nan", "inf", "1e400", "", "x"):
        with pytest.raises(FieldError):
            to_float(text)
    with pytest.raises(FieldError, match="neither yes nor no"):
        to_yes_no("maybe")


def test_a_long_cell_is_not_repeated_whole():
    with pytest.raises(FieldError) as error:
        to_date("x" * 10_000)
    assert len(error.value.why) < 150


def test_a_day_that_can_be_meant_in_two_ways_is_told_from_one_that_is_none():
    with pytest.raises(FieldError) as two:
        to_date("03/04/2026")
    with pytest.raises(FieldError) as none:
        to_date("32/13/2026")
    assert is_two_ways(two.value.why)
    assert not is_two_ways(none.value.why)
