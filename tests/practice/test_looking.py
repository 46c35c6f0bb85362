"""Looking again at what changed gives what looking at everybody would, and does not look at more than it must."""

import gc
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection

from reattune import language
from reattune.caseload import prepare
from reattune.model import Noticing, Session, SessionKind, Source
from reattune.practice import clients, desk, feedback, jobs, keys, looking, memory, models
from reattune.practice.keeping import keep, kept
from reattune.practice.looking import look
from reattune.practice.mapping.codec import dump, load
from reattune.practice.mapping.practices import practice

TODAY = date(2026, 6, 30)
PASSPHRASE = "seven quiet herons at dusk"


def add(client, day, kind=SessionKind.ATTENDED, row=""):
    start = datetime.combine(day, time(9), UTC)
    record = models.Record(client=client, kind="session", day=day)
    record.words = dump(
        Session(start, start, start + timedelta(minutes=50), kind, kind.value, Source("a.csv", row or day.isoformat()))
    )
    record.save()


@pytest.fixture
def caseload(new_client):
    """Seven clients, begun one after the other, so that the later ones' priors rest on the earlier ones' rows."""
    made = []
    for number in range(7):
        client = new_client(f"c{number}", dates_agreed=date(2024, 1, 1))
        for week in range(30 - 3 * number):
            day = TODAY - timedelta(weeks=week, days=number + 1)
            late = week < 5 and number % 2 == 0
            add(client, day, SessionKind.DID_NOT_ATTEND if late else SessionKind.ATTENDED)
        made.append(client)
    return made


def state():
    """All that was kept of what came up, without when it was worked out."""
    noticed = [
        (str(one.pk), one.client_id, one.at, one.direction, one.open, one.number, one.words)
        for one in models.Noticed.objects.order_by("client", "number")
    ]
    glances = [
        (one.client_id, one.as_of, one.last_session, one.current, one.words)
        for one in models.Glance.objects.order_by("client")
    ]
    return noticed, glances


def from_scratch():
    """The same, worked out with nothing in memory and nothing kept."""
    memory.memory().relationships.clear()
    memory.memory().streams.clear()
    models.Noticed.objects.all().delete()
    models.Glance.objects.all().delete()
    look()
    return state()


def counted(monkeypatch):
    """Which clients noticing was run for."""
    seen = []
    plain = looking.Prepared.look

    def looked(self, name):
        seen.append(name)
        return plain(self, name)

    monkeypatch.setattr(looking.Prepared, "look", looked)
    return seen


def test_what_is_kept_is_what_the_library_finds(caseload):
    assert look() == 7
    prepared = prepare(practice(TODAY), TODAY)
    for client in caseload:
        found = prepared.look(client.codename)
        rows = list(client.noticed.all())
        assert [load(Noticing, one.words["noticing"], kept().zone) for one in rows] == list(found.noticings)
        heads = {one.at for one in rows if one.open and one.words["noticing"]["adds_to"] is None}
        assert heads == set(found.open)
    assert any(client.noticed.exists() for client in caseload)
    assert not models.Client.objects.filter(stale=True).exists()


def test_with_nothing_changed_nobody_is_looked_at_again(caseload, monkeypatch):
    look()
    seen = counted(monkeypatch)
    assert look() == 0
    assert seen == []


def change_now(made):
    add(made[2], TODAY, SessionKind.DID_NOT_ATTEND)
    clients.changed(made[2])


def change_the_past(made):
    add(made[0], TODAY - timedelta(weeks=29), SessionKind.DID_NOT_ATTEND, row="extra")
    clients.changed(made[0])


def take_rows_away(made):
    made[0].records.filter(day__lt=TODAY - timedelta(weeks=20)).delete()
    clients.changed(made[0])


def one_less(made):
    made[1].delete()


def one_more(made):
    other = clients.add("zander", dates_agreed=date(2024, 1, 1))
    for week in range(40):
        add(other, TODAY - timedelta(weeks=week, days=2))


def another_budget(_made):
    keep(budget=6.0)


def no_dates(made):
    models.Client.objects.filter(pk=made[3].pk).update(dates_agreed=None)
    clients.changed(made[3])


def ordinary(made):
    noticed = models.Noticed.objects.first()
    feedback.say(noticed, feedback.Said.ORDINARY, TODAY - timedelta(days=3))


@pytest.mark.parametrize(
    "change", [change_now, change_the_past, take_rows_away, one_less, one_more, another_budget, no_dates, ordinary]
)
@pytest.mark.parametrize("cold", [False, True])
def test_looking_again_at_what_changed_equals_looking_at_everybody(caseload, change, cold):
    look()
    change(caseload)
    if cold:
        connection.close()
        desk.lock()
        desk.unlock(PASSPHRASE)
    look()
    assert state() == from_scratch()


def test_a_new_day_equals_looking_at_everybody_and_runs_noticing_only_where_something_is_new(caseload, monkeypatch):
    look()
    monkeypatch.setenv("REATTUNE_TODAY", "2026-07-01")
    seen = counted(monkeypatch)
    assert look() == 7
    assert len(seen) < 7
    assert state() == from_scratch()


def test_a_change_of_today_runs_noticing_for_that_client_alone(caseload, monkeypatch):
    look()
    change_now(caseload)
    seen = counted(monkeypatch)
    assert look() == 1
    assert seen == ["c2"]


def test_only_those_that_changed_are_read_again(caseload, monkeypatch):
    look()
    read = []
    plain = looking.relationship
    monkeypatch.setattr(
        looking, "relationship", lambda client, zone: read.append(client.codename) or plain(client, zone)
    )
    change_now(caseload)
    look()
    assert read == ["c2"]


def test_cut_off_between_taking_a_change_up_and_keeping_it_the_next_look_does_it(caseload, monkeypatch):
    look()
    change_now(caseload)

    def cut_off(*_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(looking, "_look_at", cut_off)
    with pytest.raises(KeyboardInterrupt):
        look()
    monkeypatch.undo()
    monkeypatch.setenv("REATTUNE_TODAY", TODAY.isoformat())
    assert look() == 1
    assert state() == from_scratch()


def test_what_changes_while_looking_is_looked_at_again(caseload):
    def meanwhile(name, _done, _total):
        if name == "c0":
            add(caseload[0], TODAY, SessionKind.DID_NOT_ATTEND)
            clients.changed(caseload[0])

    look(meanwhile)
    caseload[0].refresh_from_db()
    assert caseload[0].stale
    assert look() == 1
    assert state() == from_scratch()


def test_those_that_changed_come_first(caseload, monkeypatch):
    look()
    monkeypatch.setenv("REATTUNE_TODAY", "2026-07-01")
    clients.changed(caseload[6])
    order = []
    look(lambda name, done, total: order.append((name, done, total)))
    assert order[0] == ("c6", 1, 7)
    assert [one[0] for one in order[1:]] == ["c0", "c1", "c2", "c3", "c4", "c5"]


def test_an_erased_client_in_the_middle_is_passed_over(caseload):
    def meanwhile(name, _done, _total):
        if name == "c0":
            models.Client.objects.filter(pk=caseload[1].pk).delete()

    look(meanwhile)
    assert not models.Glance.objects.filter(client_id=caseload[1].pk).exists()


def test_ids_of_noticings_stay_the_same(caseload):
    look()
    before = set(models.Noticed.objects.values_list("pk", flat=True))
    from_scratch()
    assert before == set(models.Noticed.objects.values_list("pk", flat=True))


def test_a_silent_client_has_no_noticings(caseload):
    look()
    loud = models.Noticed.objects.first().client
    loud.suppress = True
    loud.save()
    clients.changed(loud)
    look()
    assert not loud.noticed.exists()
    assert models.Glance.objects.get(client=loud).words["silent"]


def test_the_job_says_how_far_it_is(caseload):
    jobs.start("look")
    assert jobs.run_pending() == 1
    job = models.Job.objects.get()
    assert (job.state, job.done, job.total) == ("done", 7, 7)


def test_locking_forgets_what_was_read(caseload):
    look()
    held = memory.memory()
    assert len(held.relationships) == 7
    vault = keys.vault()
    del held, vault
    desk.lock()
    gc.collect()
    assert not list(memory._held.values())


def test_in_another_language_or_zone_everybody_is_told_of_anew(caseload):
    look()
    assert look() == 0
    keep(time_zone="Pacific/Auckland")
    assert look() == len(caseload)
    assert look() == 0
    with language.use("de"):
        assert look() == len(caseload)
