"""What a file is, by its content before its name; and what people say to each other is read as nothing else."""

from pathlib import Path

import pytest

from reattune.errors import UnreadableError
from reattune.practice.importing import columns
from reattune.practice.importing.held import Held
from reattune.practice.importing.recognising import columns_of, head_of, way_of
from reattune.reading.layout import FileKind

EXAMPLES = Path(__file__).parents[3] / "examples" / "practice"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("heron/calendar@2026-03-01.ics", FileKind.CALENDAR),
        ("heron/appointments.csv", FileKind.APPOINTMENTS),
        ("heron/payments.csv", FileKind.PAYMENTS),
        ("heron/ratings.csv", FileKind.RATINGS),
        ("heron/check_ins.csv", FileKind.CHECK_INS),
        ("kestrel/cliniko_appointments.json", FileKind.KNOWN),
        ("plover/openemr_appointments.csv", FileKind.KNOWN),
        ("curlew/appointment-status-report.csv", FileKind.KNOWN),
        ("merlin/stripe_payments.csv", FileKind.KNOWN),
        ("dunlin/gocardless_payments.csv", FileKind.KNOWN),
        ("wren/episodes.toml", FileKind.EPISODES),
        ("dunlin/visits.csv", None),
    ],
)
def test_every_kind_in_the_examples_is_known(store, file, kind):
    path = EXAMPLES / file
    assert way_of(Held.of(path.name, path.read_bytes())).kind is kind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (b"session_date,instrument,by,timing,score", FileKind.RATINGS),
        (b"id;start;status", FileKind.APPOINTMENTS),
        (b"date,by,felt_off,words,share", FileKind.CHECK_INS),
        (b"due,paid,amount", FileKind.PAYMENTS),
        (b"Datum,Betrag", None),
    ],
)
def test_a_table_is_known_by_its_columns_whatever_it_is_called(store, header, kind):
    assert way_of(Held.of("export.csv", header + b"\n1,2,3\n")).kind is kind


def test_a_calendar_is_known_by_its_beginning(store):
    assert way_of(Held.of("export.txt", b"BEGIN:VCALENDAR\r\n")).kind is FileKind.CALENDAR


def test_a_table_with_the_right_name_and_other_columns_is_asked_about(store):
    assert way_of(Held.of("payments.csv", b"Wann,Wer\n1,2\n")).kind is None


def test_a_preset_is_known_again_by_the_columns_in_any_order(store):
    columns.save(Held.of("a.csv", b"Wann,Wer\n1,2\n"), "payments", "Bank", {"columns": {"paid": "Wann"}, "status": {}})
    way = way_of(Held.of("b.csv", b"Wer,Wann\n3,4\n"))
    assert way.kind is FileKind.PAYMENTS
    assert way.mapping is not None
    assert way.mapping.columns == {"paid": "Wann"}


def test_a_preset_never_makes_check_ins_anything_else(store):
    content = b"Wann,Wer\n1,2\n"
    columns.save(Held.of("a.csv", content), "payments", "Bank", {"columns": {"paid": "Wann"}, "status": {}})
    way = way_of(Held.of("check_ins.csv", content))
    assert way.kind is FileKind.CHECK_INS
    assert way.mapping is None


def test_lines_about_the_account_do_not_hide_the_columns():
    content = b"Account,12345\nFrom,2026-01-01\nDate,Reference,Amount\n2026-01-02,HERON,70.00\n"
    assert columns_of(Held.of("bank.csv", content)) == {"date", "reference", "amount"}
    assert head_of(Held.of("bank.csv", content)).rows[0][1][1] == "HERON"


def test_a_long_table_is_looked_at_no_further_than_its_beginning():
    content = b"a,b\n" + b"1,2\n" * 200_000
    assert len(head_of(Held.of("long.csv", content)).rows) < 100_000


def test_what_is_no_table_has_no_columns():
    assert columns_of(Held.of("x.json", b"{}")) == frozenset()
    with pytest.raises(UnreadableError):
        columns_of(Held.of("x.csv", bytes(2000)))
