"""The thread of a relationship: few rows, few queries, and what rests keeps its words until its day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.practice import models
from reattune.practice.thread import FEW, back_lately, thread, threads
from reattune.repair.holding import State

TODAY = date(2026, 6, 30)


def episode(client, ago=10, **fields):
    words = {name: fields.pop(name) for name in ("kept_words", "question") if name in fields}
    row = models.Episode(client=client, day=TODAY - timedelta(days=ago), **fields)
    row.words = words
    row.save()
    return row


def moment(client, felt="met", ago=1, words="", kept=False):
    row = models.Moment(client=client, felt=felt, day=TODAY - timedelta(days=ago), kept=kept)
    row.words = {"words": words}
    row.save()
    return row


def test_with_nothing_there_is_nothing(new_client):
    found = thread(new_client("heron"), TODAY)
    assert (found.held, found.kept_words, found.met, found.question) == ((), "", None, "")
    assert found.in_view is None
    assert found.resting is None


def test_what_rests_says_only_until_when(new_client):
    heron = new_client("heron")
    episode(heron, hold_until=TODAY + timedelta(days=1), kept_words="the bridge", question="Whose hurry?")
    found = thread(heron, TODAY)
    assert (found.kept_words, found.question) == ("", "")
    assert found.resting.back == TODAY + timedelta(days=1)
    assert found.in_view is None
    found = thread(heron, TODAY + timedelta(days=1))
    assert (found.kept_words, found.question) == ("the bridge", "Whose hurry?")
    assert found.in_view.state is State.BACK_TODAY


def test_one_that_is_back_goes_before_a_newer_open_one(new_client):
    heron = new_client("heron")
    episode(heron, ago=2)
    back = episode(heron, ago=30, hold_until=TODAY)
    assert thread(heron, TODAY).in_view.episode == back.pk


def test_what_was_put_away_is_gone(new_client):
    heron = new_client("heron")
    episode(heron, closed=TODAY, kept_words="the bridge")
    assert thread(heron, TODAY).held == ()


def test_kept_words_come_from_an_open_episode_and_else_from_a_moment(new_client):
    heron = new_client("heron")
    moment(heron, "off", words="older", kept=True, ago=9)
    moment(heron, "off", words="newer", kept=True, ago=3)
    moment(heron, "off", words="not kept", ago=1)
    assert thread(heron, TODAY).kept_words == "newer"
    episode(heron, kept_words="the bridge")
    assert thread(heron, TODAY).kept_words == "the bridge"


def test_a_moment_of_being_met_may_have_no_words(new_client):
    heron = new_client("heron")
    moment(heron, words="laughed", ago=9)
    moment(heron, ago=2)
    moment(heron, "off", words="cold", ago=1)
    found = thread(heron, TODAY)
    assert (found.met, found.met_on) == ("", TODAY - timedelta(days=2))


def test_a_moment_of_a_day_to_come_is_not_told_yet(new_client):
    heron = new_client("heron")
    moment(heron, ago=-1)
    assert thread(heron, TODAY).met is None


def test_threads_of_many_take_three_queries_and_few_rows_of_each(new_client):
    clients = [new_client(f"c{number}") for number in range(6)]
    for one in clients:
        for number in range(8):
            episode(one, ago=number)
            moment(one, ago=number)
    with CaptureQueriesContext(connection) as caught:
        found = threads([one.pk for one in clients], TODAY)
    assert len([one for one in caught if "client_key" not in one["sql"] and "clientkey" not in one["sql"]]) == 3
    assert {len(one.held) for one in found.values()} == {FEW}


def test_back_lately_lists_today_and_a_week_untouched(new_client):
    heron = new_client("heron")
    today = episode(heron, hold_until=TODAY)
    untouched = episode(heron, hold_until=TODAY - timedelta(days=3))
    touched = episode(heron, hold_until=TODAY - timedelta(days=3))
    episode(heron, hold_until=TODAY - timedelta(days=8))
    episode(heron, hold_until=TODAY - timedelta(days=1), not_yet_until=TODAY + timedelta(days=1))
    episode(heron, hold_until=TODAY, closed=TODAY)
    before = datetime(2026, 6, 1, tzinfo=UTC)
    models.Episode.objects.update(changed=before)
    models.Episode.objects.filter(pk=touched.pk).update(changed=datetime(2026, 6, 28, tzinfo=UTC))
    assert [held.episode for _client, held in back_lately(TODAY)] == [today.pk, untouched.pk]


def test_what_is_back_today_is_in_view_however_many_newer_ones_there_are(new_client):
    heron = new_client("heron")
    back = episode(heron, ago=90, hold_until=TODAY)
    newest = [episode(heron, ago=number) for number in range(1, FEW + 2)]
    assert thread(heron, TODAY).in_view.episode == back.pk
    assert thread(heron, TODAY + timedelta(days=1)).in_view.episode == newest[0].pk


def test_what_rests_does_not_hide_what_is_open(new_client):
    heron = new_client("heron")
    still = episode(heron, ago=90)
    for number in range(1, FEW + 2):
        episode(heron, ago=number, hold_until=TODAY + timedelta(days=number))
    assert thread(heron, TODAY).in_view.episode == still.pk


def test_the_day_of_a_change_is_told_where_the_practice_is(new_client):
    heron = new_client("heron")
    row = episode(heron, hold_until=TODAY)
    # Eight in the morning of the day itself in Auckland is the evening before in Greenwich.
    models.Episode.objects.update(changed=datetime(2026, 6, 29, 20, tzinfo=UTC))
    tomorrow = TODAY + timedelta(days=1)
    assert back_lately(tomorrow, ZoneInfo("Pacific/Auckland")) == []
    assert [held.episode for _client, held in back_lately(tomorrow, ZoneInfo("Europe/London"))] == [row.pk]
