"""The audit: lines only ever added, each chained to the one before, so that whatever is changed is found."""

import os
import threading
import uuid

import pytest
from django.db import DatabaseError, connection, transaction

from reattune.practice import auditing, models
from reattune.practice.auditing import FIRST, Action, record, record_each, tail, verify

TABLE = "practice_auditevent"
ON_SERVER = os.environ.get("REATTUNE_TESTED_ON", "").startswith("postgresql")
IN_FILE = {"practice_audit_no_update", "practice_audit_no_delete", "practice_audit_no_replace"}
TRIGGERS = {"practice_audit_no_change", "practice_audit_no_truncate"} if ON_SERVER else IN_FILE
LISTED = "SELECT tgname FROM pg_trigger" if ON_SERVER else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
PUT_OVER = (
    f"INSERT INTO {TABLE} SELECT * FROM {TABLE} ON CONFLICT (seq) DO UPDATE SET what = 'else'"
    if ON_SERVER
    else f"INSERT OR REPLACE INTO {TABLE} SELECT seq, at, who, action, client, 'else', purpose, previous, digest FROM {TABLE}"
)


@pytest.fixture
def lines(store):
    """Five lines after that of unlocking."""
    return [record(Action.WROTE, uuid.uuid4(), f"thing {number}", "therapy") for number in range(5)]


@pytest.fixture
def unguarded(lines):
    """The same, with the triggers taken away as only somebody could who has the key."""
    with connection.cursor() as cursor:
        for name in TRIGGERS:
            cursor.execute(f"DROP TRIGGER {name} ON {TABLE}" if ON_SERVER else f"DROP TRIGGER {name}")
    return lines


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_line_says_who_did_what_about_whom_when_and_for_what(store):
    about = uuid.uuid4()
    line = record(Action.EXPORTED, about, "sheet", "supervision")
    found = models.AuditEvent.objects.get(pk=line.pk)
    assert (found.who, found.action, found.client) == ("therapist", "exported", about)
    assert (found.what, found.purpose) == ("sheet", "supervision")
    assert found.at == line.at


def test_the_first_line_follows_nothing_and_each_later_one_the_one_before(lines):
    every = list(models.AuditEvent.objects.order_by("seq"))
    assert every[0].previous == FIRST
    assert [one.previous for one in every[1:]] == [one.digest for one in every[:-1]]
    assert list(verify()) == []
    assert list(verify(tail())) == []


@pytest.mark.parametrize("field", ["at", "who", "action", "client", "what", "purpose", "previous"])
def test_the_digest_is_of_everything_that_a_line_says(lines, field):
    line = models.AuditEvent.objects.last()
    before = auditing.digest(line)
    other = {"client": uuid.uuid4(), "at": line.at.replace(year=2020)}.get(field, "else")
    setattr(line, field, other)
    assert auditing.digest(line) != before


def test_a_line_about_nobody_differs_from_one_about_somebody_called_none(store):
    line = record(Action.WROTE, None, "None")
    other = models.AuditEvent(
        at=line.at, who=line.who, action=line.action, what="", purpose="None", previous=line.previous
    )
    assert auditing.digest(line) != auditing.digest(other)


def test_of_several_clients_each_has_a_line_that_follows_the_one_before(store):
    clients = [uuid.uuid4() for _number in range(3)]
    lines = record_each(Action.VIEWED, clients, "noticings", "program", "program:notebook")
    assert [one.client for one in lines] == clients
    assert [one.previous for one in lines[1:]] == [one.digest for one in lines[:-1]]
    assert list(models.AuditEvent.objects.order_by("seq"))[-3:] == lines
    assert record_each(Action.VIEWED, []) == []
    assert list(verify(tail())) == []


def test_the_guards_are_there(store):
    with connection.cursor() as cursor:
        cursor.execute(LISTED)
        assert {name for (name,) in cursor.fetchall()} >= TRIGGERS


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {TABLE} SET what = 'else'",
        f"UPDATE {TABLE} SET what = what WHERE seq = 2",
        f"DELETE FROM {TABLE} WHERE seq = 3",
        f"DELETE FROM {TABLE}",
        PUT_OVER,
    ],
)
def test_the_store_itself_refuses_to_change_or_delete_a_line(lines, statement):
    with pytest.raises(DatabaseError, match="never changed and never deleted"), transaction.atomic():
        run(statement)
    assert list(verify(tail())) == []
    assert models.AuditEvent.objects.filter(what="else").count() == 0


def test_a_line_cannot_be_changed_by_way_of_the_model(lines):
    line = lines[0]
    line.what = "else"
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        line.save()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        models.AuditEvent.objects.all().delete()


def test_a_changed_line_is_found(unguarded):
    run(f"UPDATE {TABLE} SET what = 'else' WHERE seq = %s", unguarded[2].seq)
    (found,) = verify()
    assert f"Line {unguarded[2].seq} of the audit was changed" in found


def test_a_line_changed_together_with_its_digest_is_found_by_the_next(unguarded):
    line = unguarded[2]
    line.what = "else"
    run(f"UPDATE {TABLE} SET what = 'else', digest = %s WHERE seq = %s", auditing.digest(line), line.seq)
    (found,) = verify()
    assert f"Line {unguarded[3].seq} of the audit does not follow" in found


@pytest.mark.parametrize("number", [0, 2])
def test_a_line_taken_out_is_found(unguarded, number):
    run(f"DELETE FROM {TABLE} WHERE seq = %s", unguarded[number].seq)
    (found,) = verify()
    assert f"Line {unguarded[number + 1].seq} of the audit does not follow" in found


def test_two_lines_that_changed_places_are_found(unguarded):
    first, second = unguarded[1].seq, unguarded[2].seq
    for before, after in ((first, 1000), (second, first), (1000, second)):
        run(f"UPDATE {TABLE} SET seq = %s WHERE seq = %s", after, before)
    assert len(list(verify())) >= 2


def test_a_line_put_in_is_found(unguarded):
    run(f"UPDATE {TABLE} SET seq = seq + 1000 WHERE seq > %s", unguarded[1].seq)
    line = models.AuditEvent(
        seq=unguarded[1].seq + 1, at=unguarded[1].at, who="therapist", action="viewed", previous=unguarded[1].digest
    )
    line.digest = auditing.digest(line)
    line.save(force_insert=True)
    (found,) = verify()
    assert "does not follow the line before it" in found


def test_an_end_that_was_cut_off_is_found_by_what_was_noted_outside(unguarded):
    noted = tail()
    run(f"DELETE FROM {TABLE} WHERE seq >= %s", unguarded[3].seq)
    assert list(verify()) == []
    (found,) = verify(noted)
    assert f"ends before line {noted[0]}" in found
    assert f"({models.AuditEvent.objects.count()} lines are there)" in found


def test_a_chain_written_anew_is_found_by_what_was_noted_outside(unguarded):
    noted = tail()
    previous = FIRST
    for line in models.AuditEvent.objects.order_by("seq"):
        line.what, line.previous = "else", previous
        line.digest = previous = auditing.digest(line)
        line.save()
    assert list(verify()) == []
    assert len(list(verify(noted))) == 1


def test_what_was_noted_holds_while_lines_are_added(lines):
    noted = tail()
    record(Action.VIEWED)
    assert list(verify(noted)) == []


def test_a_line_goes_with_what_it_tells_about(lines):
    count = models.AuditEvent.objects.count()
    with transaction.atomic():
        record(Action.WROTE, what="thing")
        transaction.set_rollback(True)
    assert models.AuditEvent.objects.count() == count
    record(Action.WROTE)
    assert list(verify()) == []


def test_an_empty_audit_has_no_end(unguarded):
    run(f"DELETE FROM {TABLE}")
    assert tail() is None
    assert list(verify()) == []


def test_lines_written_at_the_same_time_follow_each_other(store):
    together = threading.Barrier(4)

    def write():
        together.wait()
        for _number in range(15):
            record(Action.VIEWED)
        connection.close()

    threads = [threading.Thread(target=write) for _number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert models.AuditEvent.objects.filter(action="viewed").count() == 60
    assert list(verify()) == []
