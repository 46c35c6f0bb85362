"""Several at the same moment: nothing is lost, nothing done twice, and the chain of the audit holds."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.practice import auditing, backing, jobs, models, scope
from reattune.practice.keeping import keep, kept
from reattune.practice.scope import EVERYONE, Reach, Scope

MANY = 8


def at_once(work, count=MANY):
    """Do something in many threads that begin at one moment; return what each gave, or its trouble."""
    begin, found = threading.Barrier(count), []

    def one(number):
        begin.wait()
        try:
            with scope.use(EVERYONE):
                found.append(work(number))
        except Exception as error:  # noqa: BLE001  (it is looked at afterwards)
            found.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return found


def test_the_chain_of_the_audit_holds(shared):
    found = at_once(lambda n: [auditing.record(auditing.Action.SETTINGS, what=f"turn {n}") for _turn in range(5)])
    assert all(isinstance(one, list) for one in found), found
    assert list(auditing.verify()) == []
    with scope.use(EVERYONE):
        assert models.AuditEvent.objects.filter(what__startswith="turn").count() == 5 * MANY


def test_of_two_settings_changed_at_once_neither_is_lost(shared):
    names = ("safety", "turn_to", "read_when", "currency")
    found = at_once(lambda n: keep(**{names[n % 4]: f"of {n % 4}"}), 4)
    assert not [one for one in found if isinstance(one, Exception)]
    with scope.use(EVERYONE):
        assert [getattr(kept(), name) for name in names] == [f"of {n}" for n in range(4)]


def test_each_job_is_done_once(shared, monkeypatch):
    done = []
    monkeypatch.setitem(jobs.KINDS, "count", lambda job: done.append(job.words["number"]))
    with scope.use(EVERYONE):
        for number in range(MANY):
            jobs.start("count", {"number": number})
    assert sum(at_once(lambda _n: jobs.run_pending(), 4)) == MANY
    assert sorted(done) == list(range(MANY))


def test_a_link_is_used_once(person, client_of):
    heron = client_of(person("ada"), "heron")
    with scope.use(EVERYONE):
        soon = datetime.now(UTC) + timedelta(days=1)
        link = models.Invitation.objects.create(client=heron, digest="d", expires=soon)
    used = at_once(lambda _n: models.Invitation.objects.filter(pk=link.pk, used=None).update(used=datetime.now(UTC)))
    assert sorted(used) == [0] * (MANY - 1) + [1]


def test_who_waits_in_line_comes_after_who_was_before(shared):
    from django.db import transaction

    inside, most = [], []

    def work(_n):
        with transaction.atomic():
            backing.queue("here")
            inside.append(1)
            most.append(len(inside))
            threading.Event().wait(0.02)
            inside.pop()

    assert at_once(work) == [None] * MANY
    assert max(most) == 1


def test_one_waits_only_within_a_transaction(shared):
    with pytest.raises(ReattuneError, match="within a transaction"):
        backing.queue("here")


def test_each_thread_sees_its_own_scope(person, client_of):
    ada, ben = person("ada"), person("ben")
    theirs = {ada.pk: client_of(ada, "heron").pk, ben.pk: client_of(ben, "heron").pk}

    def work(number):
        me = (ada, ben)[number % 2].pk
        for _turn in range(20):
            with scope.use(Scope(Reach.OWN_CLIENTS, me)), connection.cursor() as cursor:
                cursor.execute("SELECT id FROM practice_client")
                assert {row[0] for row in cursor.fetchall()} == {theirs[me]}
        return "right"

    assert at_once(work) == ["right"] * MANY


def test_work_is_done_as_whoever_it_is_for(person, client_of, monkeypatch):
    ada, ben = person("ada"), person("ben")
    heron, wren = client_of(ada, "heron"), client_of(ben, "wren")
    seen = []
    monkeypatch.setitem(
        jobs.KINDS, "who", lambda _job: seen.append(set(models.Client.objects.values_list("pk", flat=True)))
    )
    with scope.use(Scope(Reach.OWN_CLIENTS, ada.pk)):
        jobs.start("who")
        assert models.Job.objects.get(kind="who").therapist_id == ada.pk
    # A client's own word begins work of their therapist, and they do not see it.
    with scope.use(Scope(Reach.ONE_CLIENT, client=wren.pk)):
        jobs.start("who")
        assert not models.Job.objects.exists()
    with scope.use(EVERYONE):
        jobs.run_pending()
    assert {heron.pk} in seen
    assert {wren.pk} in seen


def test_two_therapists_may_have_the_same_codename_and_each_is_looked_at(person, client_of):
    ada, ben = person("ada"), person("ben")
    one, other = client_of(ada, "heron"), client_of(ben, "heron")
    for client in (one, other):
        with scope.use(Scope(Reach.OWN_CLIENTS, client.therapist_id)):
            models.Agreement.objects.create(client=client, start=date(2026, 1, 1))
            jobs.start("look")
    with scope.use(EVERYONE):
        jobs.run_pending()
        assert set(models.Glance.objects.values_list("client_id", flat=True)) == {one.pk, other.pk}
        assert {whose.person for whose in jobs.scopes()} == {ada.pk, ben.pk}
