"""What Today is made of: the week's days in order, what is to be read first, and when one can look later."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from reattune.model import RiskAnswer, SessionKind, Source, Voice
from reattune.practice import auditing, models, today
from reattune.practice.agenda import Slot
from reattune.practice.check_in.reaching import Reached
from reattune.practice.glimpse import glimpses
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import dump

TODAY = date(2026, 6, 30)
ZONE = ZoneInfo("Europe/London")


def glance(client, days=(), risk=(), spoken=()):
    planned = [datetime(one.year, one.month, one.day, 9, tzinfo=ZONE) for one in days]
    row = models.Glance(client=client, as_of=TODAY)
    row.words = {
        "planned": [Slot(one, one, None, SessionKind.SCHEDULED).as_dict() for one in planned],
        "risk": [dump(one) for one in risk],
        "spoken": list(spoken),
    }
    row.save()
    return row


def week(day=TODAY):
    found = today.week(glimpses(), kept(), day)
    return [one.day for one in found.ahead], [one.day for one in found.past]


def test_today_is_first_even_without_a_session_then_the_days_to_come(new_client):
    glance(new_client("heron"), [TODAY - timedelta(days=1), TODAY + timedelta(days=2), TODAY + timedelta(days=6)])
    assert week() == ([TODAY, date(2026, 7, 2)], [date(2026, 6, 29)])


def test_at_the_end_of_a_week_the_next_two_days_are_there_too(new_client):
    glance(new_client("heron"), [date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 8)])
    assert week(date(2026, 7, 5)) == ([date(2026, 7, 5), date(2026, 7, 6), date(2026, 7, 7)], [])


def test_after_the_end_of_the_work_there_is_no_session(new_client):
    glance(new_client("heron", ended=date(2026, 7, 1)), [TODAY, date(2026, 7, 2)])
    assert week() == ([TODAY], [])


def answer(day, item=9):
    return RiskAnswer(day, "phq-9", item, 2, Voice.CLIENT, Source("r.csv", "2"))


def test_a_risk_item_stands_once_as_last_answered_newest_first(new_client):
    glance(new_client("alder"), risk=[answer(TODAY - timedelta(days=9)), answer(TODAY - timedelta(days=20))])
    glance(new_client("birch"), risk=[answer(TODAY - timedelta(days=2))])
    found = today.answered(glimpses(), kept())
    assert [(one.client.codename, one.day) for one in found] == [
        ("birch", TODAY - timedelta(days=2)),
        ("alder", TODAY - timedelta(days=9)),
    ]
    assert "Item 9 of the PHQ-9" in found[0].words


def test_what_was_said_is_told_in_its_own_words(new_client):
    glance(new_client("heron"), spoken=[{"day": "2026-06-28", "words": "“I felt rushed.”"}])
    (one,) = today.heard(glimpses())
    assert (one.words, one.day) == ("“I felt rushed.”", date(2026, 6, 28))


def test_what_was_said_here_is_told_once_and_not_again_from_the_last_look(new_client):
    said = [{"day": "2026-06-28", "words": "“Here.”", "source": {"file": "check-in", "row": "1"}}]
    said.append({"day": "2026-06-28", "words": "“In a file.”", "source": {"file": "check_ins.csv", "row": "2"}})
    glance(new_client("heron"), spoken=said)
    assert [one.words for one in today.heard(glimpses())] == ["“In a file.”"]


def test_a_risk_item_shared_here_does_not_wait_for_a_look_and_stands_once(new_client):
    heron = new_client("heron")
    glance(heron, risk=[answer(TODAY - timedelta(days=9))])
    assert [one.day for one in today.answered(glimpses(), kept(), [(heron, answer(TODAY))])] == [TODAY]
    assert len(today.answered([], kept(), [(heron, answer(TODAY)), (heron, answer(TODAY, item=8))])) == 2


def test_what_is_to_be_raised_stands_before_the_next_session_alone(new_client):
    heron = new_client("heron")
    days = [TODAY - timedelta(days=1), TODAY + timedelta(days=1), TODAY + timedelta(days=3)]
    glance(heron, days)
    raised, told = (Reached(heron, TODAY, is_raised, uuid4(), ()) for is_raised in (True, False))
    found = today.week(glimpses(), kept(), TODAY, [raised, told])
    lines = [(line.slot.day, line.raised) for each in (*found.past, *found.ahead) for line in each.lines]
    assert lines == [(days[0], ()), (days[1], (raised,)), (days[2], ())]


def test_files_are_counted_since_the_opening_before_this(store):
    models.Import.objects.create(kind="ratings", state="kept")
    models.Import.objects.create(kind="ratings", state="undone")
    assert today.taken_in() == 1
    auditing.record(auditing.Action.UNLOCKED)
    assert today.taken_in() == 1
    auditing.record(auditing.Action.UNLOCKED)
    assert today.taken_in() == 0


def test_what_is_running_is_said_before_what_waits(store):
    assert today.under_way() is None
    models.Job.objects.create(kind="look", state="done")
    assert today.under_way() is None
    models.Job.objects.create(kind="look", state="waiting")
    running = models.Job.objects.create(kind="import", state="running")
    assert today.under_way() == running


def test_later_is_after_the_next_session_where_one_is_known():
    assert [value for value, _words in today.laters(TODAY, date(2026, 7, 3))] == [
        "2026-07-04",
        "2026-07-07",
        "2026-07-14",
    ]
    assert len(today.laters(TODAY)) == 2
