"""What an episode is about: offered from the last things, kept in words, and let go of again."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Direction, Noticing, Observation, Part, Seen, Session, SessionKind, Source
from reattune.practice import attaching, capturing, episodes, jobs, models
from reattune.practice.attaching import MOMENT, NOTICING, ROW, SESSION
from reattune.practice.mapping.codec import dump

TODAY = date(2026, 6, 30)
START = datetime(2026, 6, 23, 10, tzinfo=ZoneInfo("Europe/London"))


def noticed(client, at, number=1):
    seen = Observation(at, at, 0, "cancelled", Source("appointments.csv", "7"))
    one = Noticing(at, Direction.AWAY, 100, (Part("attendance", "dates", 1.0, (Seen(seen, 0.1),)),))
    row = models.Noticed(client=client, number=number, at=at, direction="away", open=True)
    row.words = {"noticing": dump(one)}
    row.save()
    return row


@pytest.fixture
def heron(new_client):
    client = new_client("heron", dates_agreed=TODAY)
    one = Session(START, START, START + timedelta(minutes=50), SessionKind.ATTENDED, "came", Source("a.csv", "2"))
    row = models.Record(client=client, kind=models.Record.Kind.SESSION, day=START.date())
    row.words = dump(one)
    row.save()
    jobs.start("look")
    jobs.run_pending()
    noticed(client, date(2026, 6, 20))
    capturing.catch(client, {"felt": "off", "note": "a hush"}, TODAY)
    return client


@pytest.fixture
def episode(heron):
    return episodes.begin(heron, episodes.blank(TODAY))


def refs(things):
    return {one.kind: one.ref for one in things}


def test_the_last_of_each_kind_is_offered_in_words(heron):
    said = {one.kind: (one.day, one.said) for one in attaching.offered(heron, TODAY)}
    assert said[SESSION] == (START.date(), "10:00, attended")
    assert said[MOMENT] == (TODAY, "something off: “a hush”")
    assert said[NOTICING][0] == date(2026, 6, 20)
    assert "cancelled" in said[ROW][1]


def test_only_the_last_ones_and_those_asked_for(heron):
    for number in range(2, 12):
        noticed(heron, date(2026, 6, 20) - timedelta(days=number), number)
    old = attaching.noticing_ref(date(2026, 6, 9), "away")
    found = [one.ref for one in attaching.offered(heron, TODAY, [old]) if one.kind == NOTICING]
    assert len(found) == attaching.MOST[NOTICING] + 1
    assert old in found


def test_what_is_ticked_is_kept_in_words(heron, episode):
    things = attaching.offered(heron, TODAY)
    every = [one.ref for one in things]
    attaching.sync(episode, every, every, things)
    assert {one.ref for one in attaching.attached(episode)} == set(every)
    assert models.Moment.objects.get().episode == episode
    attaching.sync(episode, every, every, things)
    assert models.Attached.objects.count() == len(every) - 1


def test_it_stays_in_words_after_a_new_look(heron, episode):
    things = attaching.offered(heron, TODAY)
    ref = refs(things)[NOTICING]
    attaching.sync(episode, [ref], [], things)
    models.Noticed.objects.all().delete()
    assert [one.said for one in attaching.attached(episode)] == [one.said for one in things if one.ref == ref]


def test_unticking_lets_go_of_what_was_shown_and_of_nothing_else(heron, episode):
    things = attaching.offered(heron, TODAY)
    found = refs(things)
    attaching.sync(episode, list(found.values()), [], things)
    attaching.sync(episode, [], [found[SESSION], found[MOMENT]], things)
    assert {one.kind for one in attaching.attached(episode)} == {NOTICING, ROW}
    assert models.Moment.objects.get().episode is None


def test_what_was_not_offered_is_not_attached(heron, episode, new_client):
    others = capturing.catch(new_client("wren"), {"felt": "met"}, TODAY)
    ticked = ["session:made up", "moment:x", attaching.moment_ref(others)]
    attaching.sync(episode, ticked, ["moment:x", attaching.moment_ref(others)], attaching.offered(heron, TODAY, ticked))
    assert attaching.attached(episode) == ()


def test_long_words_are_shortened_on_a_line(heron):
    capturing.catch(heron, {"felt": "met", "note": "word " * 100}, TODAY)
    said = [one.said for one in attaching.offered(heron, TODAY) if one.kind == MOMENT]
    assert max(map(len, said)) < attaching.LONGEST_WORDS + 40
    assert attaching.label(attaching.Thing(MOMENT, "r", TODAY, "a look")) == "30 Jun 2026: a look"
    assert len({attaching.kind_words(one) for one in attaching.MOST}) == len(attaching.MOST)
