"""An ending: kept with how and by whom, taken back, what remained open, and what may be read only from then on."""

from datetime import date, timedelta

import pytest

from reattune.errors import ReattuneError
from reattune.learning.endings import Kind as Opened
from reattune.model import Share
from reattune.practice import endings, episodes, models
from reattune.practice.voices import saying, talks
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY, started=date(2024, 1, 9))


def kept(client, day, **more):
    endings.keep(client, {"ended": day.isoformat(), **more})


def test_it_is_kept_with_how_and_by_whom_and_the_beginning_stays(heron):
    kept(heron, YESTERDAY, ended_how="without_last_session", ended_by="client")
    heron.refresh_from_db()
    assert (heron.started, heron.ended, heron.ended_how, heron.ended_by) == (
        date(2024, 1, 9),
        YESTERDAY,
        "without_last_session",
        "client",
    )
    told = "The last day was 29 Jun 2026: without a last session, the client decided."
    assert endings.standing(heron, TODAY) == told
    assert models.AuditEvent.objects.filter(what="beginning and end").count() == 1
    endings.reopen(heron)
    assert endings.standing(heron, TODAY) == "The work goes on; no last day is set."
    assert heron.ended_by == ""
    with pytest.raises(ReattuneError, match="No last day"):
        endings.reopen(heron)


@pytest.mark.parametrize("bad", [{"ended": ""}, {"ended": "soon"}, {"ended": "2020-01-01"}, {"ended": "9999-99-99"}])
def test_what_cannot_be_meant_changes_nothing(heron, bad):
    with pytest.raises(ReattuneError):
        endings.keep(heron, bad)
    heron.refresh_from_db()
    assert heron.ended is None


def waited(client, weeks=2):
    models.Client.objects.filter(pk=client.pk).update(ended_written=TODAY - timedelta(weeks=weeks))
    client.refresh_from_db()


def test_words_kept_for_after_the_end_are_read_two_weeks_after_it_was_written_down(heron):
    saying.say(heron, Kind.NOTE, {"text": "It was a good time"}, Share.AFTER_ENDING, TODAY)
    assert endings.told_after(heron, TODAY) == ()
    kept(heron, YESTERDAY)
    assert endings.told_after(heron, TODAY) == ()
    assert heron.opens == TODAY + timedelta(weeks=2)
    waited(heron)
    ((day, told),) = endings.told_after(heron, TODAY)
    assert (day, told.text) == (TODAY, "It was a good time")


def test_a_day_long_past_set_only_to_read_opens_nothing_and_taken_back_everything_is_shut(heron):
    saying.say(heron, Kind.NOTE, {"text": "It was a good time"}, Share.AFTER_ENDING, TODAY)
    kept(heron, date(2025, 1, 1))
    assert not models.Said.objects.exists()
    waited(heron)
    assert models.Said.objects.exists()
    endings.reopen(heron)
    heron.refresh_from_db()
    assert heron.ended_written is None
    assert not models.Said.objects.exists()
    kept(heron, date(2025, 1, 1))
    assert not models.Said.objects.exists()


def test_another_last_day_begins_the_two_weeks_anew_and_how_it_ended_does_not(heron):
    kept(heron, date(2026, 6, 1))
    waited(heron)
    kept(heron, date(2026, 6, 1), ended_how="planned")
    assert heron.has_opened(TODAY)
    kept(heron, date(2026, 6, 2))
    assert heron.opens == TODAY + timedelta(weeks=2)


def test_the_client_is_told_of_the_day_before_and_after_it(heron):
    assert endings.said_to_client(heron, TODAY) == ""
    kept(heron, TODAY)
    assert "from 14 Jul 2026 on, and not before" in endings.said_to_client(heron, TODAY)
    kept(heron, YESTERDAY)
    waited(heron)
    assert "can be read by your therapist now" in endings.said_to_client(heron, TODAY)


def test_what_remained_open_is_listed_and_what_was_put_away_is_not(heron):
    assert endings.open_still(heron) == ()
    saying.say(heron, Kind.NOTE, {"text": "the money"}, Share.RAISE_FOR_ME, TODAY)
    talk = talks.begin_by_therapist(heron, "The clock", TODAY, shown=True)
    record = episodes.begin(heron, episodes.with_words(episodes.blank(YESTERDAY), "a silence"))
    found = endings.open_still(heron)
    assert [kind for kind, _ones in found] == [Opened.ASKED, Opened.TALK, Opened.RECORD]
    assert [ones[0].title for _kind, ones in found] == ["the money", "The clock", "a silence"]
    models.Said.objects.update(taken_up=TODAY)
    models.Talk.every.filter(pk=talk.pk).update(closed=TODAY)
    models.Episode.objects.filter(pk=record.pk).update(closed=TODAY)
    assert endings.open_still(heron) == ()


def test_what_a_client_keeps_is_not_among_what_is_open(heron):
    models.Talk.every.create(client=heron, by="client", day=TODAY, own=b"sealed")
    models.Said.every.create(client=heron, kind="note", share="only_me", day=TODAY, own=b"sealed")
    assert endings.open_still(heron) == ()
