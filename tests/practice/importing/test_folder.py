"""One folder is looked at: what is all known is kept at once, what is not waits."""

import os
import time

import pytest

from reattune.errors import ReattuneError
from reattune.practice import importing, jobs, models, scope
from reattune.practice.importing import folder


@pytest.fixture
def dropped(tmp_path):
    """Put a file into a folder, as one that has been lying there for a while."""
    place = tmp_path / "dropped"
    place.mkdir()

    def put(name, content, age=60):
        path = place / name
        path.write_bytes(content)
        os.utime(path, (time.time() - age, time.time() - age))
        return path

    put.folder = place
    return put


TABLE = b"client,id,start,status\nheron,1,2026-01-05 10:00,attended\n"


def test_what_is_known_is_kept_and_what_is_not_waits(store, new_client, dropped, two_people):
    heron = new_client("heron")
    dropped("appointments.csv", TABLE)
    dropped("calendar.ics", two_people)
    folder.watch(str(dropped.folder))
    assert folder.look() == 1
    assert heron.records.count() == 1
    assert models.Import.objects.filter(state="previewed").count() == 1
    assert folder.news() == "1 file was taken in."


def test_a_file_that_breaks_a_reader_stops_neither_the_others_nor_the_jobs(store, new_client, dropped, monkeypatch):
    new_client("heron")
    dropped("a.csv", TABLE)
    dropped("b.csv", TABLE.replace(b"attended", b"cancelled"))
    real = folder.taking.receive

    def broken(name, content):
        if name == "a.csv":
            raise KeyError("heron")
        return real(name, content)

    monkeypatch.setattr(folder.taking, "receive", broken)
    folder.watch(str(dropped.folder))
    folder.look()
    assert models.Import.objects.count() == 1
    trouble = folder.watched()["trouble"]
    assert trouble.startswith("a.csv could not be opened")
    assert "heron" not in trouble


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large(store, dropped, monkeypatch):
    monkeypatch.setattr(folder.taking, "LARGEST", 10)
    dropped("huge.csv", b"x" * 1000)
    folder.watch(str(dropped.folder))
    assert folder.look() == 0
    assert "larger" in folder.watched()["trouble"]


def test_the_same_files_are_taken_once_and_changed_ones_again(store, new_client, dropped):
    heron = new_client("heron")
    dropped("appointments.csv", TABLE)
    folder.watch(str(dropped.folder))
    assert folder.look() == 1
    assert folder.look() == 0
    dropped("appointments.csv", TABLE + b"heron,2,2026-01-12 10:00,attended\n", age=30)
    assert folder.look() == 1
    assert heron.records.count() == 3
    assert models.Import.objects.count() == 2


def test_an_unknown_word_or_a_new_calendar_waits(store, new_client, dropped, two_people):
    new_client("heron")
    dropped("appointments.csv", TABLE.replace(b"attended", b"zoomed"))
    folder.watch(str(dropped.folder))
    assert folder.look() == 0
    assert models.Import.objects.get().state == "previewed"


def test_a_file_still_being_written_is_left_for_the_next_look(store, dropped):
    dropped("appointments.csv", TABLE, age=0)
    folder.watch(str(dropped.folder))
    folder.look()
    assert not models.Import.objects.exists()


def test_a_broken_file_costs_only_itself_and_is_named(store, new_client, dropped):
    new_client("heron")
    dropped("a.ics", b"no calendar")
    dropped("b.csv", TABLE)
    folder.watch(str(dropped.folder))
    assert folder.look() == 1
    assert "a.ics" in folder.watched()["trouble"]


def test_a_file_whose_days_can_be_meant_in_two_ways_waits_to_be_asked_about(store, new_client, dropped):
    new_client("heron")
    dropped("appointments.csv", b"client,start,status\nheron,13/03/2026 10:00,attended\nheron,02/03/2026,attended\n")
    folder.watch(str(dropped.folder))
    assert folder.look() == 0
    assert models.Import.objects.get().words["two_ways"] == 1


def test_hidden_and_other_files_are_none_of_our_business(store, dropped):
    for name in (".hidden.csv", "~$x.xlsx", "notes.docx", "_x.csv"):
        dropped(name, TABLE)
    folder.watch(str(dropped.folder))
    folder.look()
    assert not models.Import.objects.exists()


def test_a_folder_that_is_gone_is_said_and_nothing_breaks(store, dropped):
    folder.watch(str(dropped.folder))
    dropped.folder.rmdir()
    assert folder.look() == 0
    assert "could not be opened" in folder.watched()["trouble"]


@pytest.mark.parametrize("where", ["", "relative/path", "/nowhere/at/all"])
def test_only_a_folder_that_is_there_is_looked_at(store, where):
    with pytest.raises(ReattuneError, match="whole path"):
        folder.watch(where)
    assert folder.watched() is None
    assert folder.news() == ""


def test_it_is_stopped_and_what_was_taken_in_stays(store, new_client, dropped):
    heron = new_client("heron")
    dropped("appointments.csv", TABLE)
    folder.watch(str(dropped.folder))
    folder.look()
    folder.stop()
    assert folder.look() == 0
    assert heron.records.count() == 1


def test_the_worker_looks_at_the_beginning_and_again_each_minute(store, new_client, dropped, monkeypatch):
    new_client("heron")
    folder.watch(str(dropped.folder))
    worker = jobs.Worker()
    worker._do_regular()
    dropped("appointments.csv", TABLE)
    worker._do_regular()
    assert not models.Import.objects.exists()
    now = time.monotonic() + folder.EVERY_SECONDS
    monkeypatch.setattr(time, "monotonic", lambda: now)
    worker._do_regular()
    assert models.Import.objects.get().state == "kept"


def test_a_calendar_known_from_before_is_kept_by_itself(store, new_client, dropped, two_people):
    importing.link("H. S.", new_client("heron"))
    importing.link("W. B.", new_client("wren"))
    importing.keep(importing.take("calendar@2026-06-01.ics", two_people))
    dropped("calendar.ics", two_people.replace(b"T110000", b"T113000"))
    folder.watch(str(dropped.folder))
    assert folder.look() == 1
    assert models.Feed.objects.filter(kind="files").count() == 1


def test_beginning_and_ending_to_look_stand_in_the_audit(store, tmp_path):
    folder.stop()
    folder.watch(str(tmp_path))
    folder.stop()
    said = models.AuditEvent.objects.filter(action="settings").values_list("what", flat=True)
    assert list(said) == ["watched folder", "watched folder let go"]
    assert folder.watched() is None


def test_a_shared_practice_looks_at_no_folder_of_its_server(store, tmp_path):
    scope.shared_practice(shared=True)
    try:
        with pytest.raises(ReattuneError, match="looks at no folder"):
            folder.watch(str(tmp_path))
    finally:
        scope.shared_practice(shared=False)
