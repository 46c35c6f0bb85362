"""Every figure says where it comes from, and the page says the same."""

from pathlib import Path

import pytest

from reattune.synthetic import Kind, rates
from reattune.synthetic.rates import Rate, Status

PAGE = (Path(__file__).parents[2] / "docs" / "synthetic.md").read_text("utf-8")
ROWS = {cells[1].strip(" `"): cells for line in PAGE.splitlines() if len(cells := line.split("|")) > 5}


def test_every_capital_name_is_a_figure_with_a_source():
    names = [name for name in vars(rates) if name.isupper() and not name.startswith("_")]
    assert names == list(rates.every())
    assert all(one.what and one.source and isinstance(one.status, Status) for one in rates.every().values())


@pytest.mark.parametrize(("name", "one"), rates.every().items())
def test_the_page_lists_it_with_value_source_and_status(name, one: Rate):
    assert name in ROWS
    _, _, value, what, source, status, _ = ROWS[name]
    assert float(value) == one.value
    assert (what.strip(), source.strip(), status.strip()) == (one.what, one.source, one.status.value)


def test_the_page_lists_nothing_else():
    assert {name for name in ROWS if name.isupper()} == set(rates.every())


def test_shares_that_belong_together_sum_to_one():
    for start in (
        " ".join(f"SHARE_{kind.name}" for kind in Kind if f"SHARE_{kind.name}" in rates.every()),
        "ATTENDED LATE CANCELLED SHORT_NOTICE ABSENT",
        "MOVED_EARLY MOVED_DAYS MOVED_SHORT",
        "REASON_ILLNESS REASON_WORK REASON_TRAVEL",
    ):
        assert sum(rates.every()[name].value for name in start.split()) == pytest.approx(1.0)


def test_nothing_chosen_is_called_published():
    published = {name for name, one in rates.every().items() if one.status is not Status.OWN_CHOICE}
    assert published == {"STRONG_FALL", "WEAK_FALL", "WITH_CHANGE", "DROPOUT"}
