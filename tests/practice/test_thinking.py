"""What to think about: one thought for an open noticing and all that was added to it, newest change first."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Direction, Noticing, Observation, Part, Seen, Source
from reattune.practice import feedback, models
from reattune.practice.feedback import Said
from reattune.practice.glimpse import glimpses
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import dump
from reattune.practice.thinking import thoughts

TODAY = date(2026, 6, 30)


def noticing(at, adds_to=None, called=0):
    seen = Seen(Observation(at, at, 4, "did_not_attend", Source("a.csv", "2")), 0.02)
    return Noticing(
        at, Direction.AWAY, 140, (Part("attendance", "dates", 1.0, (seen,)),), adds_to=adds_to, called_ordinary=called
    )


def keep(client, at, adds_to=None, *, still=True, called=0, asked=False):
    row = models.Noticed(client=client, number=1, at=at, direction="away", open=still)
    row.words = {"noticing": dump(noticing(at, adds_to, called)), "asked": asked}
    row.save()
    return row


@pytest.fixture
def heron(new_client):
    return seen(new_client("heron"))


def seen(client, silent=""):
    row = models.Glance(client=client, as_of=TODAY)
    row.words = {"strip": "··×", "silent": silent}
    row.save()
    return client


def shown(today=TODAY):
    return thoughts(glimpses(), kept(), today)


def ago(days):
    return TODAY - timedelta(days=days)


def test_what_was_added_to_an_open_noticing_is_one_thought_told_by_the_newest(heron):
    keep(heron, ago(20))
    newest = keep(heron, ago(3), adds_to=ago(20))
    (one,) = shown()
    assert (one.row, one.at, one.strip) == (newest.pk, ago(3), "··×")
    assert one.adds == "This adds to what came up on 10 Jun 2026."
    assert "did not attend" in one.told.said
    assert one.told.readings
    assert one.told.yours


@pytest.mark.parametrize("place", [0, 1])
def test_a_verdict_on_any_day_of_it_settles_it(heron, place):
    rows = [keep(heron, ago(20)), keep(heron, ago(3), adds_to=ago(20))]
    row = feedback.say(rows[place], Said.TALKED, TODAY)
    assert shown() == ()
    feedback.undo(row)
    assert len(shown()) == 1


def test_the_last_verdict_counts(heron):
    row = keep(heron, ago(3))
    feedback.say(row, Said.TALKED, ago(2))
    feedback.say(row, Said.UNSURE, ago(1))
    assert shown()[0].stands == "You were not sure what to make of it on 29 Jun 2026."


def test_later_comes_back_on_its_day_even_when_it_is_no_longer_open(heron):
    row = keep(heron, ago(3))
    feedback.say(row, Said.LATER, TODAY, TODAY + timedelta(days=5))
    models.Noticed.objects.update(open=False)
    assert shown(TODAY + timedelta(days=4)) == ()
    (one,) = shown(TODAY + timedelta(days=5))
    assert one.stands == "Back, as you asked."
    feedback.say(row, Said.ORDINARY, TODAY + timedelta(days=6))
    assert shown(TODAY + timedelta(days=6)) == ()


def test_what_is_no_longer_open_is_not_among_them(heron):
    keep(heron, ago(200), still=False)
    assert shown() == ()


@pytest.mark.parametrize(("days", "there"), [(20, 1), (55, 1), (56, 0)])
def test_where_the_work_has_ended_it_stays_for_eight_weeks(new_client, days, there):
    keep(seen(new_client("heron", ended=ago(10))), ago(days))
    assert len(shown()) == there


def test_of_a_silent_relationship_nothing_is_told(new_client):
    keep(seen(new_client("heron"), silent="asked for silence"), ago(3))
    assert shown() == ()


def test_the_question_for_supervision_is_asked_where_it_first_arose(heron):
    keep(heron, ago(3), called=3, asked=True)
    assert "A question for supervision?" in shown()[0].told.note
    models.Noticed.objects.all().delete()
    keep(heron, ago(3), called=4)
    assert shown()[0].told.note == ""


def test_newest_change_first_and_the_same_queries_for_many(new_client):
    for number in range(3):
        keep(seen(new_client(f"c{number}")), ago(number))
    glances = glimpses()

    def queries():
        with CaptureQueriesContext(connection) as caught:
            found = thoughts(glances, kept(), TODAY)
        return [one.client.codename for one in found], len([one for one in caught if "clientkey" not in one["sql"]])

    names, few = queries()
    assert names == ["c0", "c1", "c2"]
    for number in range(3, 12):
        keep(seen(new_client(f"c{number}")), ago(number))
        keep(models.Client.objects.get(codename=f"c{number}"), ago(300 + number), still=False)
    glances = glimpses()
    assert queries()[1] == few


def test_one_who_is_to_be_left_in_peace_is_not_thought_about_from_that_moment_on(heron):
    keep(heron, ago(3))
    assert shown()
    models.Client.objects.filter(pk=heron.pk).update(suppress=True)
    assert shown() == ()


def test_what_was_added_on_the_day_of_a_verdict_is_not_settled_by_it(heron):
    earlier = keep(heron, ago(7))
    feedback.say(earlier, Said.TALKED, TODAY)
    assert shown() == ()
    newest = keep(heron, TODAY, adds_to=ago(7))
    (one,) = shown()
    assert (one.row, one.stands) == (newest.pk, "")
    feedback.say(newest, Said.TALKED, TODAY)
    assert shown() == ()
