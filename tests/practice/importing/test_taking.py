"""A file is looked at before anything is kept, and whatever comes, it is either understood or refused in a sentence."""

import io
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.practice import importing, models
from reattune.practice.importing import taking


def test_a_preview_keeps_no_row_and_says_what_it_understood(store, two_people):
    imported = importing.take("calendar@2026-06-01.ics", two_people)
    words = imported.words
    assert imported.state == "previewed"
    assert imported.day == date(2026, 6, 1)
    assert imported.first_day == date(2026, 3, 2)
    assert words["found"] == {"listed": 8, "leave": 1}
    assert {one["label"] for one in words["labels"]} == {"H. S.", "W. B."}
    assert not models.Record.objects.exists()


def test_the_very_same_file_is_the_same_import(store, new_client, two_people):
    heron = new_client("heron")
    first = importing.take("calendar.ics", two_people, heron)
    assert importing.take("other.ics", two_people, heron).pk == first.pk
    assert importing.take("calendar.ics", two_people).pk != first.pk


def test_two_files_of_one_name_are_told_apart(store):
    names = []
    for number in range(3):
        imported = importing.take("payments.csv", b"due,paid,amount\n2026-01-0%d,,70\n" % (number + 1))
        names.append(imported.words["file"])
    assert names == ["payments.csv", "payments (2).csv", "payments (3).csv"]


def test_the_file_itself_is_sealed_while_it_waits(store, two_people):
    imported = importing.take("calendar.ics", two_people)
    assert b"VCALENDAR" not in bytes(models.Import.objects.get().body)
    assert taking.held(imported).content == two_people


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "empty"), (b"PK\x03\x04no", "workbook"), (b"\x00\x01\x02" * 50, "no text")]
)
def test_what_cannot_be_read_is_refused_in_a_sentence(store, content, said):
    with pytest.raises(ReattuneError, match=said):
        importing.take("x.xlsx" if content[:2] == b"PK" else "payments.csv", content)
    assert not models.Import.objects.exists()


def test_a_file_that_is_too_large_is_refused(store, monkeypatch):
    monkeypatch.setattr(taking, "LARGEST", 10)
    with pytest.raises(ReattuneError, match="200 MB"):
        importing.take("payments.csv", b"x" * 11)


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(store, monkeypatch):
    from reattune.reading import workbooks

    monkeypatch.setattr(workbooks, "_MAX_UNPACKED", 1_000_000)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 5_000_000)
    with pytest.raises(ReattuneError, match="unpacks"):
        importing.take("payments.xlsx", bomb.getvalue())


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        ["calendar.ics", "payments.csv", "appointments.csv", "check_ins.csv", "x.xlsx", "x.json", "x", "episodes.toml"]
    ),
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
def test_noise_is_understood_or_refused_and_never_breaks(store, name, content):
    with suppress(ReattuneError):
        imported = importing.take(name, content)
        assert imported.kind
        importing.undo(imported)
    assert not models.Import.objects.exists()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet='0123456789-/: aä"\n,=@', max_size=30), max_size=6))
def test_one_bad_row_costs_only_itself(store, rows):
    # No semicolon among the noise: where most rows are cut by one, the table is another.
    good = "2026-01-02 10:00,attended"
    body = "\n".join(["start,status", *(row.replace("\n", " ").replace('"', "") for row in rows), good])
    imported = importing.take("appointments.csv", body.encode())
    assert imported.words["found"].get("session", 0) >= 1
    importing.undo(imported)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_people_have(store, encoding):
    content = "client;start;status\nJürgen Ä.;2026-01-02 10:00;attended\n".encode(encoding)
    assert [one["label"] for one in importing.take("appointments.csv", content).words["labels"]] == ["Jürgen Ä."]


def test_saying_whose_it_is_looks_again(store, new_client, two_people):
    heron = new_client("heron")
    imported = importing.take("calendar.ics", two_people)
    taking.settle(imported, heron, date(2026, 5, 1), "")
    imported.refresh_from_db()
    assert imported.client == heron
    assert imported.day == date(2026, 5, 1)
    assert [one["label"] for one in imported.words["labels"]] == [""]


def test_what_is_kept_is_not_held_any_more(store, new_client, two_people):
    imported = importing.keep(importing.take("calendar.ics", two_people, new_client("heron")))
    with pytest.raises(ReattuneError, match="take it in again"):
        taking.held(imported)
