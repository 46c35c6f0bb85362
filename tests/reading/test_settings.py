from datetime import date

import pytest

from reattune.errors import NothingToReadError
from reattune.model import Threshold
from reattune.reading.fields import FieldError
from reattune.reading.settings import holiday_dates, read_settings


@pytest.fixture
def read(tmp_path):
    def _read(text):
        (tmp_path / "practice.toml").write_text(text, encoding="utf-8")
        return read_settings(tmp_path)

    return _read


def test_without_a_file_times_are_utc_and_that_is_said(tmp_path):
    found = read_settings(tmp_path)
    assert (found.zone.key, found.has_settings, found.budget_per_month) == ("UTC", False, 2.0)
    assert "UTC" in found.remarks[0]


def test_everything(read):
    found = read(
        'schema = "reattune.practice/1"\ntime_zone = "Europe/Berlin"\ncurrency = "EUR"\nholidays = "DE-BE"\n'
        'budget_per_month = 0.5\n[links]\nheron = ["M.K.", "cus_1"]\nwren = "x@y"\n'
        '[[mapping]]\nfile = "*/v.csv"\nkind = "payments"\nday_first = true\ncolumns = { due = "Due" }\n'
    )
    assert (found.zone.key, found.currency, found.holidays, found.budget_per_month) == (
        "Europe/Berlin",
        "EUR",
        "DE-BE",
        0.5,
    )
    assert found.links == {"M.K.": "heron", "cus_1": "heron", "x@y": "wren"}
    assert found.mappings[0].columns == {"due": "Due"}
    assert (found.quarantined, found.remarks) == ((), ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('schema = "reattune.practice/2"', "reattune.practice/2"),
        ('time_zone = "Middle/Earth"', "Middle/Earth"),
        ('time_zone = "../etc/passwd"', "time_zone"),
        ("time_zone = ", "not TOML"),
    ],
)
def test_what_would_make_every_time_doubtful_ends_the_reading(read, text, says):
    with pytest.raises(NothingToReadError, match=says):
        read(text)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("budget_per_month = -1", "budget_per_month"),
        ("budget_per_month = nan", "budget_per_month"),
        ('holidays = "XX"', "holidays"),
        ('holidays = "GB-NOWHERE"', "holidays"),
        ("currency = [1]", "currency"),
        ('threshold = "simulate"', "threshold"),
        ("threshold = 3", "threshold"),
        ("threshold = []", "threshold"),
        ('[[mapping]]\nkind = "payments"', "mapping 1"),
        ('[[mapping]]\nfile = "x"\nkind = "moods"', "mapping 1"),
        ("mapping = 3", "mapping"),
        ('[links]\nheron = ["A"]\nwren = ["A"]', "links"),
        ("[links]\nheron = 3", "links.heron"),
    ],
)
def test_a_field_that_cannot_be_meant_is_set_aside_alone(read, text, field):
    found = read('time_zone = "UTC"\n' + text)
    assert [each.field for each in found.quarantined] == [field]
    assert found.zone.key == "UTC"
    assert found.links == {}


def test_the_threshold_is_guaranteed_unless_it_says_simulated(read):
    assert read('time_zone = "UTC"').threshold is Threshold.GUARANTEED
    assert read('time_zone = "UTC"\nthreshold = "simulated"').threshold is Threshold.SIMULATED
    misspelt = read('time_zone = "UTC"\nthreshold = "simulate"')
    assert misspelt.threshold is Threshold.GUARANTEED
    assert misspelt.quarantined[0].why == '"simulate" is not one of: guaranteed, simulated; guaranteed was taken'


def test_holidays_by_day():
    assert date(2026, 12, 25) in holiday_dates("GB-ENG", [2026])
    assert len({day.year for day in holiday_dates("GB", range(1, 2027))}) == 60
    assert holiday_dates("", [2026]) == {}
    with pytest.raises(FieldError):
        holiday_dates("GB-NOWHERE", [2026])
    with pytest.raises(FieldError, match="MAY"):
        holiday_dates("MAY", [2026])
