"""What a person can say about columns, and what is remembered of it."""

import pytest

from reattune.errors import ReattuneError
from reattune.model import PaymentKind, SessionKind
from reattune.practice import models
from reattune.practice.importing import columns
from reattune.practice.importing.held import Held
from reattune.reading import appointments, payments

TABLE = Held.of(
    "visits.csv", b"Visit;status;Words\n2026-01-02 10:00;Came;a long sentence that somebody said to somebody\n"
)


def test_a_column_shows_short_cells_and_no_words():
    found = columns.columns(TABLE, "appointments", {})
    assert [(one.header, one.samples, one.field) for one in found] == [
        ("Visit", ("2026-01-02 10:00",), ""),
        ("status", ("Came",), "status"),
        ("Words", (), ""),
    ]


def test_what_was_said_before_is_shown_again():
    found = columns.columns(TABLE, "appointments", {"start": "Visit", "by": "=client"})
    assert found[0].field == "start"
    assert found[1].field == ""


def test_everything_offered_is_something_the_readers_know():
    assert set(columns.fields("appointments")) <= appointments.FIELDS
    assert set(columns.fields("payments")) <= payments.FIELDS
    assert set(columns.meanings("appointments")) <= set(SessionKind)
    assert set(columns.meanings("payments")) <= set(PaymentKind)
    assert columns.meanings("ratings") == {}
    assert all(columns.fields(kind) for kind in columns.kinds())


def test_a_preset_is_kept_once_for_the_same_columns(store):
    columns.save(TABLE, "appointments", "Mine", {"columns": {"start": "Visit"}})
    columns.save(TABLE, "appointments", "Mine, better", {"columns": {"start": "Visit", "status": "status"}})
    preset = models.Preset.objects.get()
    assert preset.name == "Mine, better"
    assert preset.words["columns"]["status"] == "status"
    assert b"Visit" not in bytes(preset.sealed)


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_preset_needs_a_name(store, name):
    with pytest.raises(ReattuneError, match="name"):
        columns.save(TABLE, "appointments", name, {})


def test_what_is_missing_is_named_and_what_bears_our_name_is_there():
    table = Held.of("x.csv", b"Day;by;Total\n2026-01-02;client;3\n")
    assert columns.missing(table, "ratings", {"session_date": "Day", "timing": "=post"}) == ["Which questionnaire"]
    assert columns.missing(table, "appointments", {"status": "by"}) == ["Start: day and time or Day"]
    assert columns.missing(table, "ratings", {"client": "by"})[-2] == "By whom"


def test_other_programs_names_are_offered_and_never_above_our_own():
    table = Held.of("x.csv", b"Date;Total;session_date\n2026-01-02;3;2026-01-02\n")
    assert [one.field for one in columns.columns(table, "ratings", {})] == ["", "score", "session_date"]
