"""A file is kept wholly or not at all, row by row with each client's key, and the same file changes nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import reattune
from reattune.errors import ReattuneError
from reattune.model import Source
from reattune.practice import importing, keys, models
from reattune.practice.importing import storing, taking
from reattune.practice.keeping import keep as settings
from reattune.practice.mapping.practices import practice
from reattune.practice.mapping.relationships import relationship
from reattune.practice.vault import ErasedError

EXAMPLES = Path(__file__).parents[3] / "examples" / "practice"
TODAY = date(2026, 6, 30)
ZONE = ZoneInfo("Europe/London")
PRESETS = {
    "visits.csv": {
        "columns": {
            "start": "Visit",
            "status": "What happened",
            "changed_at": "Changed on",
            "initiated_by": "Who",
            "reason": "Why",
            "note": "Notes",
        },
        "status": {
            "Came": "attended",
            "Came late": "attended_late",
            "Cancelled": "cancelled",
            "Late cancel": "cancelled_short_notice",
            "DNA": "did_not_attend",
            "I cancelled": "therapist_unavailable",
            "Moved": "rescheduled",
            "Moved late": "rescheduled_short_notice",
        },
        "day_first": True,
    },
    "appointment-status-report.csv": {"day_first": False},
}
KINDS = {"visits.csv": "appointments", "appointment-status-report.csv": ""}


def plain(records):
    """Records without where they came from, in an order of their own."""
    return sorted((repr(_bare(one)) for one in records), key=str)


def _bare(one):
    return replace(one, source=Source("", ""))


@pytest.mark.parametrize(
    "name", ["heron", "siskin", "curlew", "dunlin", "merlin", "kestrel", "plover", "bunting", "fulmar", "wren"]
)
def test_files_taken_in_give_what_the_folder_gives(store, new_client, name):
    settings(currency="GBP")
    client = new_client(name)
    for file in sorted((EXAMPLES / name).iterdir()):
        if file.suffix in {".csv", ".ics", ".json"} and file.stat().st_size:
            imported = importing.take(file.name, file.read_bytes(), client)
            if file.name in PRESETS:
                taking.understand_as(imported, KINDS[file.name], PRESETS[file.name])
            importing.keep(imported)
    there = next(one for one in reattune.read_folder(EXAMPLES, as_of=TODAY).relationships if one.codename == name)
    here = practice(TODAY, [client]).relationships[0]
    ahead = max(one.slot for one in there.sessions)
    assert plain(one for one in here.sessions if one.slot <= ahead) == plain(there.sessions)
    assert plain(here.payments) == plain(there.payments)
    assert plain(here.ratings) == plain(there.ratings)
    assert plain(here.check_ins) == plain(there.check_ins)
    assert there.sessions


def test_time_away_is_everybodys(store, new_client, two_people):
    heron, wren = new_client("heron"), new_client("wren")
    importing.link("H. S.", heron)
    importing.keep(importing.take("calendar.ics", two_people))
    assert [one.start for one in relationship(heron, ZONE)[0].frame.breaks] == [date(2026, 4, 3)]
    assert [one.start for one in relationship(wren, ZONE)[0].frame.breaks] == [date(2026, 4, 3)]
    assert len(relationship(heron, ZONE)[0].sessions) == 4
    assert relationship(wren, ZONE)[0].sessions == ()


def test_who_is_linked_later_has_the_time_away_too(store, new_client, two_people):
    importing.keep(importing.take("calendar.ics", two_people))
    wren = new_client("wren")
    importing.link("W. B.", wren)
    found = relationship(wren, ZONE)[0]
    assert len(found.sessions) == 4
    assert [one.start for one in found.frame.breaks] == [date(2026, 4, 3)]


def test_being_killed_in_between_loses_nothing_and_doubles_nothing(store, new_client, monkeypatch):
    monkeypatch.setattr(storing, "CHUNK", 10)
    heron = new_client("heron")
    imported = importing.take("appointments.csv", (EXAMPLES / "heron" / "appointments.csv").read_bytes(), heron)

    class Killed(BaseException):
        pass

    def cut_off(done, total):
        if done >= 30:
            raise Killed

    for _attempt in range(3):
        with pytest.raises(Killed):
            importing.keep(imported, cut_off)
        assert relationship(heron, ZONE)[0].sessions == ()
    assert heron.records.count() == 30
    importing.keep(imported)
    count = heron.records.count()
    assert count == len(relationship(heron, ZONE)[0].sessions) > 30
    importing.keep(imported)
    assert heron.records.count() == count


def test_a_later_table_with_the_same_rows_doubles_nothing_and_wins(store, new_client):
    heron = new_client("heron", payment_agreed=TODAY)
    first = (
        b"id,session_date,due,paid,amount,status\n1,2026-01-05,2026-01-12,,70,due\n2,2026-01-12,2026-01-19,,70,due\n"
    )
    later = b"id,session_date,due,paid,amount,status\n2,2026-01-12,2026-01-19,2026-01-20,70,paid\n3,2026-01-19,2026-01-26,,70,due\n"
    for content in (first, later):
        importing.keep(importing.take("payments.csv", content, heron))
    found = relationship(heron, ZONE)[0].payments
    assert [(one.id, one.kind.value) for one in found] == [("1", "due"), ("2", "paid"), ("3", "due")]
    assert len({row.words["source"]["file"] for row in heron.records.all()}) == 2


def test_check_ins_that_overlap_count_once_and_twice_where_one_file_says_so(store, new_client):
    heron = new_client("heron")
    head = b"date,by,felt_off,words,share\n"
    row, other = b"2026-01-05,client,no,Fine.,now\n", b"2026-01-12,client,no,Fine.,now\n"
    importing.keep(importing.take("check_ins.csv", head + row + row, heron))
    importing.keep(importing.take("check_ins.csv", head + row + row + other, heron))
    assert len(relationship(heron, ZONE)[0].check_ins) == 3


def test_exports_of_one_calendar_are_compared(store, new_client, made_calendar):
    heron = new_client("heron")
    first = made_calendar(
        ("a", "H.", "20260601T100000"), ("b", "H.", "20260608T100000"), ("c", "H.", "20260622T100000")
    )
    later = made_calendar(("a", "H.", "20260601T100000"), ("b", "H.", "20260609T160000"))
    importing.keep(importing.take("calendar@2026-05-01.ics", first, heron))
    importing.keep(importing.take("calendar@2026-06-05.ics", later, heron))
    assert models.Feed.objects.count() == 1
    found = {one.slot.date(): one for one in relationship(heron, ZONE)[0].sessions}
    assert found[date(2026, 6, 8)].start.date() == date(2026, 6, 9)
    assert found[date(2026, 6, 22)].kind == "no_longer_listed"


def test_exports_taken_in_the_wrong_order_say_the_same(store, new_client, made_calendar):
    heron = new_client("heron")
    first = made_calendar(("a", "H.", "20260601T100000"), ("w", "H.", "20260108T100000", "RRULE:FREQ=WEEKLY\r\n"))
    later = first.replace(b"UID:a", b"UID:a2")
    importing.keep(importing.take("calendar@2026-06-05.ics", later, heron))
    importing.keep(importing.take("calendar@2026-05-01.ics", first, heron))
    gone = [one for one in relationship(heron, ZONE)[0].sessions if one.kind == "no_longer_listed"]
    assert gone == []


def test_an_export_in_which_nothing_changed_is_noted_and_not_kept_twice(store, new_client, made_calendar):
    heron = new_client("heron")
    content = made_calendar(("a", "H.", "20260601T100000", "RRULE:FREQ=WEEKLY\r\n"))
    importing.keep(importing.take("calendar@2026-05-01.ics", content, heron))
    count = heron.records.count()
    stamped = content.replace(b"BEGIN:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\nX-STAMP:1\r\n")
    later = importing.keep(importing.take("calendar@2026-06-01.ics", stamped, heron))
    assert later.words["same"] == "2026-05-01"
    assert heron.records.count() == count
    much_later = content.replace(b"BEGIN:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\nX-STAMP:2\r\n")
    importing.keep(importing.take("calendar@2026-12-01.ics", much_later, heron))
    assert heron.records.count() > count


def test_a_client_who_has_died_is_not_shown_and_undoing_says_so_no_more(store, new_client):
    heron = new_client("heron")
    content = b"id,start,status,reason\n1,2026-01-05 10:00,cancelled,deceased\n"
    imported = importing.keep(importing.take("appointments.csv", content, heron))
    assert models.Client.objects.get().suppress
    importing.undo(imported)
    assert not models.Client.objects.get().suppress


def test_every_client_in_a_file_is_noted_in_the_audit_and_looked_at_again(store, new_client, two_people):
    heron = new_client("heron")
    models.Client.objects.update(stale=False)
    importing.link("H. S.", heron)
    importing.keep(importing.take("calendar.ics", two_people))
    assert models.AuditEvent.objects.filter(action="imported", client=heron.pk).exists()
    assert models.Client.objects.get(pk=heron.pk).stale
    assert models.Job.objects.filter(kind="look").exists()


def test_what_was_undone_or_has_no_columns_is_not_kept(store):
    imported = importing.take("x.csv", b"Wann,Wer\n1,2\n")
    with pytest.raises(ReattuneError, match="columns"):
        importing.keep(imported)


def test_rows_are_sealed_with_the_clients_own_key(store, new_client, two_people):
    heron = new_client("heron")
    importing.link("H. S.", heron)
    importing.keep(importing.take("calendar.ics", two_people))
    models.ClientKey.objects.filter(client=heron).delete()
    keys.forget(heron.pk)
    with pytest.raises(ErasedError):
        _ = heron.records.first().words


def test_a_file_about_the_whole_practice_gives_what_the_folder_gives(store, new_client):
    settings(currency="GBP")
    folder = Path(__file__).parents[2] / "reading" / "practice_small"
    wren = new_client("wren", payment_agreed=TODAY)
    importing.link("W.R.", wren)
    file = folder / "payments-2026.csv"
    imported = importing.keep(importing.take(file.name, file.read_bytes()))
    there = next(one for one in reattune.read_folder(folder, as_of=TODAY).relationships if one.codename == "wren")
    assert plain(relationship(wren, ZONE)[0].payments) == plain(there.payments)
    assert list(imported.words["waiting"]) == ["Nobody"]


def cut_off_after(imported, rows):
    """Keep a file and be killed after so many rows."""

    class Killed(BaseException):
        pass

    def killed(done, total):
        if done >= rows:
            raise Killed

    with pytest.raises(Killed):
        importing.keep(imported, killed)


def test_saying_anew_whose_it_is_after_being_cut_off_leaves_nothing_with_the_other(
    store, new_client, two_people, monkeypatch
):
    monkeypatch.setattr(storing, "CHUNK", 2)
    heron, wren = new_client("heron"), new_client("wren")
    imported = importing.take("calendar.ics", two_people, heron)
    cut_off_after(imported, 4)
    taking.settle(imported, wren, None, None)
    importing.keep(imported)
    assert heron.records.count() == 0
    assert wren.records.count() == 9


def test_linking_anew_after_being_cut_off_leaves_nothing_with_the_other(store, new_client, two_people, monkeypatch):
    monkeypatch.setattr(storing, "CHUNK", 2)
    heron, wren = new_client("heron"), new_client("wren")
    imported = importing.take("calendar.ics", two_people)
    importing.link("H. S.", heron, imported)
    cut_off_after(imported, 4)
    importing.link("H. S.", wren, imported)
    importing.keep(imported)
    assert heron.records.filter(kind="listed").count() == 0
    assert wren.records.filter(kind="listed").count() == 4


def test_what_is_let_go_in_another_window_while_it_is_kept_stays_away(store, new_client, two_people, monkeypatch):
    monkeypatch.setattr(storing, "CHUNK", 2)
    heron = new_client("heron")
    imported = importing.take("calendar.ics", two_people, heron)

    def let_go(done, total):
        models.Import.objects.filter(pk=imported.pk).delete()

    with pytest.raises(ReattuneError, match="another window"):
        importing.keep(imported, let_go)
    assert not models.Import.objects.exists()
    assert heron.records.count() == 0


def test_rows_that_name_nobody_are_set_aside_and_a_file_of_them_alone_is_asked_about(store, new_client):
    heron = new_client("heron")
    alone = importing.take("a.csv", b"client,start,status\n,2026-01-05 10:00,attended\n")
    with pytest.raises(ReattuneError, match="whose it is"):
        importing.keep(alone)
    some = b"client,start,status\n,2026-01-05 10:00,attended\nheron,2026-01-12 10:00,attended\n"
    kept = importing.keep(importing.take("b.csv", some))
    assert heron.records.count() == 1
    assert kept.words["aside"] == [["", "", "1 row names nobody"]]
    assert kept.words["waiting"] == {}
