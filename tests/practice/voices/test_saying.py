"""Who may read what a client says: nobody they did not choose, and of what is not shared there is no trace."""

from datetime import date, timedelta

import pytest

from reattune.model import Share
from reattune.practice import models
from reattune.practice.store import gathering
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TODAY = date(2026, 6, 30)
SHARED = (Share.NOW, Share.RAISE_FOR_ME)
NOT_SHARED = (Share.ONLY_ME, Share.AFTER_ENDING)
WORDS = {"text": "you looked at the clock"}


@pytest.fixture
def heron(new_client):
    client = new_client("heron")
    models.Client.objects.filter(pk=client.pk).update(stale=False)
    return client


@pytest.fixture
def key(heron):
    found, _code = own.make(heron, "blue kettle moon", cost=CHEAP)
    return found


def traces(client):
    """What the therapist could find that something was said."""
    return (
        list(models.Said.objects.values_list("pk", "day")),
        list(models.AuditEvent.objects.values_list("what", "who")),
        list(models.Job.objects.values_list("pk")),
        models.Client.objects.get(pk=client.pk).stale,
    )


@pytest.mark.parametrize("share", NOT_SHARED)
def test_what_is_not_shared_leaves_no_trace(heron, key, share):
    before = traces(heron)
    row = saying.say(heron, Kind.NOTE, WORDS, share, TODAY)
    assert traces(heron) == before
    assert saying.words_for_author(row, None) is None
    assert saying.words_for_author(row, key) == WORDS
    saying.take_away(row)
    assert traces(heron) == before


@pytest.mark.parametrize("share", SHARED)
def test_what_is_shared_is_read_by_both_and_stands_in_the_audit(heron, key, share):
    row = saying.say(heron, Kind.MOMENT, WORDS, share, TODAY)
    assert models.Said.objects.get().words == WORDS
    assert saying.words_for_author(row, None) == WORDS
    assert row.shared_on == TODAY
    line = models.AuditEvent.objects.get(what="said: moment")
    assert (line.who, line.purpose, line.action) == ("client", "sharing", "wrote")
    assert models.Client.objects.get(pk=heron.pk).stale


def test_only_for_me_is_sealed_for_the_client_and_for_nothing_else(heron, key):
    row = saying.say(heron, Kind.NOTE, WORDS, Share.ONLY_ME, TODAY)
    kept = models.Said.every.get(pk=row.pk)
    assert kept.sealed is None
    assert kept.words == {}


def test_without_a_key_only_for_me_is_not_kept(heron):
    assert saying.say(heron, Kind.NOTE, WORDS, Share.ONLY_ME, TODAY) is None
    assert not models.Said.every.exists()


def test_after_the_end_it_is_read_by_both_and_not_before(heron):
    row = saying.say(heron, Kind.NOTE, WORDS, Share.AFTER_ENDING, TODAY)
    for days, heard in ((13, False), (14, True)):
        ended, written = TODAY - timedelta(days=1), TODAY - timedelta(days=days)
        models.Client.objects.filter(pk=heron.pk).update(ended=ended, ended_written=written)
        assert models.Said.objects.filter(pk=row.pk).exists() is heard
        found = saying.words_for_author(models.Said.every.get(pk=row.pk), None)
        assert found == (WORDS if heard else None)


@pytest.mark.parametrize("share", NOT_SHARED)
def test_withdrawn_it_is_gone_for_the_therapist_at_once(heron, key, share):
    row = saying.say(heron, Kind.NOTE, WORDS, Share.NOW, TODAY)
    saying.share(row, WORDS, share, TODAY)
    assert not models.Said.objects.exists()
    kept = models.Said.every.get()
    assert kept.shared_on is None
    assert saying.words_for_author(kept, key) == WORDS
    assert models.AuditEvent.objects.filter(what="said: note", action="undid", who="client").count() == 1


def test_shared_later_it_can_be_read_from_that_day_on(heron, key):
    row = saying.say(heron, Kind.NOTE, WORDS, Share.ONLY_ME, TODAY)
    saying.share(row, WORDS, Share.RAISE_FOR_ME, TODAY + timedelta(days=3))
    kept = models.Said.objects.get()
    assert (kept.words, kept.shared_on) == (WORDS, TODAY + timedelta(days=3))


def test_said_before_there_was_a_key_it_can_still_be_kept_for_them_alone(heron):
    row = saying.say(heron, Kind.NOTE, WORDS, Share.NOW, TODAY)
    found, _code = own.make(heron, "blue kettle moon", cost=CHEAP)
    saying.share(row, WORDS, Share.ONLY_ME, TODAY)
    assert saying.words_for_author(models.Said.every.get(), found) == WORDS


def test_taken_back_by_somebody_without_a_key_it_is_deleted_and_never_left_behind_unreadable(heron):
    row = saying.say(heron, Kind.NOTE, WORDS, Share.NOW, TODAY)
    saying.share(row, WORDS, Share.ONLY_ME, TODAY)
    assert not models.Said.every.exists()


def test_what_was_shared_is_taken_away_with_a_line_in_the_audit(heron):
    saying.take_away(saying.say(heron, Kind.NOTE, WORDS, Share.NOW, TODAY))
    assert not models.Said.every.exists()
    assert models.AuditEvent.objects.filter(what="said: note", action="undid").count() == 1


def test_it_stands_where_it_belongs(heron):
    first = saying.say(heron, Kind.TRY, WORDS, Share.NOW, TODAY)
    later = saying.say(heron, Kind.WENT, WORDS, Share.NOW, TODAY, saying.Place(sitting=first.pk, about=first.pk))
    assert (later.sitting, later.about_said_id, later.talk_id) == (first.pk, first.pk, None)


def test_once_it_is_taken_back_what_hangs_on_it_does_not_tell_whether_there_is_a_key(new_client):
    left = []
    for name, has_key in (("heron", True), ("wren", False)):
        client = new_client(name)
        if has_key:
            own.make(client, "blue kettle moon", cost=CHEAP)
        row = saying.say(client, Kind.NOTE, WORDS, Share.NOW, TODAY)
        reply = models.Reply(client=client, said=row, day=TODAY)
        reply.words = {"text": "thank you for that"}
        reply.save(force_insert=True)
        models.Use.objects.create(client=client, said=row, use="applied_now", day=TODAY)
        assert gathering.everything(client)["reply"]
        saying.share(row, WORDS, Share.ONLY_ME, TODAY)
        found = gathering.everything(client)
        left.append((found["reply"], found["use"], found["said"]))
    assert left == [([], [], []), ([], [], [])]
    assert models.Reply.every.count() == 1
