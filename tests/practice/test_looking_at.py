"""One thing that came up, looked at by two: found by its day, and opened by an explicit act."""

from datetime import date
from uuid import uuid4

import pytest
from tests.practice.pages.conftest import fill

from reattune.errors import ReattuneError
from reattune.practice import jobs, looking_at, models, together
from reattune.practice.looking import identity
from reattune.practice.voices import saying

TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    client = new_client("heron", dates_agreed=TODAY, started=date(2023, 1, 1))
    fill(client, 60)
    jobs.start("look")
    jobs.run_pending()
    return client


@pytest.fixture
def at(heron):
    return models.Noticed.objects.filter(client=heron).latest("at").at


def test_what_came_up_is_found_by_its_day_and_its_identity(heron, at):
    assert looking_at.at(heron, at).told.seen
    assert looking_at.day_of(heron, identity(heron, at)) == at
    assert looking_at.day_of(heron, uuid4()) is None
    assert looking_at.at(heron, date(2020, 1, 1)) is None


def test_the_rows_to_choose_from_are_those_not_as_planned_each_once(heron, at):
    rows = looking_at.at(heron, at).rows
    assert len({one.key for one in rows}) == len(rows) > 0
    assert [one.at for one in rows] == sorted(one.at for one in rows)
    assert all("csv" not in one.key and one.said for one in rows)
    assert isinstance(rows[0], together.Row)


def test_opening_is_an_act_of_its_own_done_once(heron, at):
    assert looking_at.opened(heron, at) is None
    looking_at.let_open(heron, at)
    looking_at.let_open(heron, at)
    assert models.Talk.objects.count() == 1
    assert looking_at.days_opened(heron) == [at]
    looking_at.shut(heron, at)
    assert looking_at.days_opened(heron) == []


def test_a_talk_begun_from_what_came_up_and_kept_to_oneself_opens_nothing(heron, at):
    from reattune.practice.voices import talks

    talks.begin_by_therapist(heron, "those days", at, shown=False, noticing=at)
    assert looking_at.opened(heron, at) is None


def test_what_it_does_is_said(heron, at):
    found = looking_at.at(heron, at)
    said = looking_at.say(heron, found, {"do": "ordinary"}, (TODAY, True))
    assert "count less" in said
    with pytest.raises(ReattuneError):
        looking_at.say(heron, found, {"do": "doubt"}, (TODAY, True))


def test_a_row_that_was_put_right_is_not_offered_again_until_that_is_taken_back(heron, at):
    every = looking_at.at(heron, at)
    first = every.rows[0]
    looking_at.say(heron, every, {"do": "correct", "row": first.key, "text": ""}, (TODAY, True))
    found = looking_at.at(heron, at)
    assert first.source not in {one.source for one in found.rows}
    assert found.waits
    with pytest.raises(ReattuneError, match="Choose which"):
        looking_at.say(heron, found, {"do": "correct", "row": first.key}, (TODAY, True))
    saying.take_away(models.Said.objects.get())
    jobs.run_pending()
    heron.refresh_from_db()
    found = looking_at.at(heron, at)
    assert found.rows == every.rows
    assert not found.waits
