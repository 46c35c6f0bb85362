"""Today: the week first, then what to think about, in words, and quick whatever the history."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Initiator, Session, SessionKind, Source
from reattune.practice import feedback, jobs, models, quiet
from reattune.practice.looking import look
from reattune.practice.mapping.codec import dump

TODAY = date(2026, 6, 30)
AGREED = date(2024, 1, 1)


def add_session(client, day, kind=SessionKind.ATTENDED, by=Initiator.UNKNOWN):
    """One row as an import would have kept it."""
    start = datetime.combine(day, time(9), UTC)
    row = models.Record(client=client, kind="session", day=day)
    session = Session(
        start, start, start + timedelta(minutes=50), kind, kind.value, Source("a.csv", str(uuid4())), initiated_by=by
    )
    row.words = dump(session)
    row.save()


def with_change(new_client, name, weeks=40, last=TODAY):
    """A client who came every week, and of whose last sessions several did not take place."""
    client = new_client(name, dates_agreed=AGREED)
    for number in range(weeks):
        day = last - timedelta(weeks=weeks - number - 1, days=1)
        gone = number >= weeks - 4
        add_session(client, day, SessionKind.DID_NOT_ATTEND if gone else SessionKind.ATTENDED)
    return client


@pytest.fixture
def heron(new_client):
    client = with_change(new_client, "heron")
    look()
    return client


def page(browser):
    answer = browser.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_nobody_sees_it_without_unlocking(home, client):
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/unlock/")


@pytest.fixture
def client():
    from django.test import Client

    return Client()


def test_before_anything_is_kept_it_says_how_to_begin(browser):
    shown = page(browser)
    assert "Add a relationship" in shown
    assert "Take in files" in shown


def test_before_the_first_look_it_says_so_and_puts_one_in_line(browser, new_client):
    new_client("heron")
    shown = page(browser)
    assert "Nobody was looked at yet" in shown
    assert models.Job.objects.filter(kind="look", state="waiting").count() == 1
    jobs.run_pending()
    assert "Nobody was looked at yet" not in page(browser)


def test_what_is_open_is_told_in_words_with_its_benign_readings_first_of_all(browser, heron):
    shown = page(browser)
    assert "heron" in shown
    assert "did not attend" in shown
    assert "Based on dates only" in shown
    assert shown.index("did not attend") < shown.index("Talked about it")
    assert 'class="strip"' in shown
    assert "%" not in shown.split('id="think"')[1]


def test_a_list_with_nothing_in_it_says_that_quiet_proves_nothing(browser, new_client):
    for number in range(30):
        add_session(
            new_client("wren") if number == 0 else models.Client.objects.get(), TODAY - timedelta(weeks=number, days=1)
        )
    look()
    assert "That does not mean that all is well" in page(browser)


def test_what_was_settled_is_gone_from_the_list_at_once_and_back_when_undone(browser, heron):
    row = heron.noticed.filter(open=True).last()
    browser.post("/verdict/", {"noticing": str(row.pk), "verdict": "talked"})
    shown = page(browser)
    assert "Talked about. It is put away for heron" in shown
    assert "Open a record" not in shown
    verdict = heron.verdicts.get()
    browser.post(f"/verdict/{verdict.pk}/undo/")
    assert "Open a record" in page(browser)
    jobs.run_pending()
    assert "Open a record" in page(browser)


def test_later_hides_until_its_day_and_not_longer(browser, heron, monkeypatch):
    row = heron.noticed.filter(open=True).last()
    back = TODAY + timedelta(days=14)
    browser.post("/verdict/", {"noticing": str(row.pk), "verdict": "later", "until": back.isoformat()})
    for day, there in (
        (TODAY, False),
        (back - timedelta(days=1), False),
        (back, True),
        (back + timedelta(days=3), True),
    ):
        monkeypatch.setenv("REATTUNE_TODAY", day.isoformat())
        look()
        assert ("Open a record" in page(browser)) is there, day
    assert "Back, as you asked." in page(browser)


def test_what_is_not_sure_stays_and_says_so(browser, heron):
    feedback.say(heron.noticed.filter(open=True).last(), feedback.Said.UNSURE, TODAY)
    look()
    assert "You were not sure what to make of it on 30 Jun 2026" in page(browser)


def test_newest_change_comes_first(browser, new_client):
    with_change(new_client, "alder", last=TODAY - timedelta(days=10))
    with_change(new_client, "birch")
    look()
    shown = page(browser).split('id="think"')[1]
    assert shown.index("birch") < shown.index("alder")


def test_the_week_is_in_time_order_today_first_and_past_days_folded(browser, new_client):
    for name, weekday, hour in (("alder", 1, 15), ("birch", 1, 9), ("cedar", 3, 8), ("dale", 0, 8)):
        one = new_client(name)
        models.Agreement.objects.create(
            client=one, start=date(2026, 1, 1), weekday=weekday, starts_at=time(hour), minutes=50
        )
    look()
    shown = page(browser)
    assert (
        shown.index("birch")
        < shown.index("alder")
        < shown.index("cedar")
        < shown.index("Earlier this week")
        < shown.index("dale")
    )
    assert "Today, Tuesday 30 Jun" in shown
    assert "09:00" in shown


def test_a_held_episode_is_on_its_line_on_its_day_and_keeps_its_words_until_then(browser, new_client, monkeypatch):
    one = new_client("alder")
    models.Agreement.objects.create(client=one, start=date(2026, 1, 1), weekday=1, starts_at=time(15), minutes=50)
    episode = models.Episode(client=one, day=TODAY - timedelta(days=7), hold_until=TODAY + timedelta(days=1))
    episode.words = {"kept_words": "the long bridge", "question": "Whose hurry was it?"}
    episode.save()
    look()
    shown = page(browser)
    assert "the long bridge" not in shown
    assert "resting until 1 Jul" in shown
    monkeypatch.setenv("REATTUNE_TODAY", "2026-07-01")
    look()
    shown = page(browser)
    assert "Back, as you asked" in shown
    assert f"episode/{episode.pk}" in shown
    monkeypatch.setenv("REATTUNE_TODAY", "2026-07-07")
    look()
    shown = page(browser)
    assert "the long bridge" in shown
    assert "Whose hurry was it?" in shown


def test_a_quiet_look_is_said_to_be_drawn_at_random(browser, new_client):
    one = new_client("wren")
    add_session(one, TODAY - timedelta(days=1))
    look()
    models.QuietLook.objects.all().delete()
    offer = models.QuietLook.objects.create(client=one, offered=TODAY)
    assert "drawn at random, not because of anything that was seen" in page(browser)
    browser.post(f"/quiet-look/{offer.pk}/", {"answer": "nothing"})
    offer.refresh_from_db()
    assert (offer.answer, offer.answered) == (quiet.Answer.NOTHING, TODAY)
    shown = page(browser)
    assert "nothing special with wren" in shown
    assert "drawn at random" not in shown


def test_something_in_a_quiet_look_leads_to_where_it_can_be_written(browser, new_client):
    one = new_client("wren")
    offer = models.QuietLook.objects.create(client=one, offered=TODAY)
    answer = browser.post(f"/quiet-look/{offer.pk}/", {"answer": "something"})
    assert answer["Location"] == f"/capture/?client={one.pk}"


@pytest.mark.parametrize("given", ["", "lapsed", "x" * 5000])
def test_any_other_answer_changes_nothing(browser, new_client, given):
    offer = models.QuietLook.objects.create(client=new_client("wren"), offered=TODAY)
    assert browser.post(f"/quiet-look/{offer.pk}/", {"answer": given}).status_code == 302
    offer.refresh_from_db()
    assert offer.answered is None


def test_risk_items_come_first_with_the_safety_text(browser, new_client):
    from reattune.model import Rating, Timing, Voice

    one = new_client("heron")
    rating = Rating(
        TODAY - timedelta(days=2),
        "phq-9",
        Voice.CLIENT,
        Timing.PRE,
        Source("r.csv", "2"),
        items=(0, 0, 0, 0, 0, 0, 0, 0, 2),
    )
    row = models.Record(client=one, kind="rating", day=rating.session_date)
    row.words = dump(rating)
    row.save()
    look()
    shown = page(browser)
    assert shown.index("please read it") < shown.index('id="week"')
    assert "Call 111, or 999 in an emergency." in shown.split('id="week"')[0]


def test_it_says_that_a_look_is_under_way(browser, heron):
    jobs.start("look")
    assert "What you see here is from before" in page(browser)
    jobs.run_pending()
    answer = browser.get("/looking/")
    assert "Looked again just now" in answer.content.decode()


def _queries(browser):
    with CaptureQueriesContext(connection) as caught:
        page(browser)
    return len(caught)


def test_it_asks_the_store_as_often_for_fifty_as_for_five(browser, new_client):
    for number in range(5):
        one = new_client(f"c{number}", dates_agreed=AGREED)
        models.Agreement.objects.create(
            client=one, start=date(2026, 1, 1), weekday=1, starts_at=time(9 + number), minutes=50
        )
        models.Moment.objects.create(client=one, felt="met", day=TODAY)
    with_change(new_client, "heron")
    look()
    few = _queries(browser)
    for number in range(5, 50):
        one = new_client(f"c{number}", dates_agreed=AGREED)
        add_session(one, TODAY - timedelta(days=20))
        for back in range(3):
            models.Verdict.objects.create(
                client=one,
                noticing=TODAY - timedelta(days=400 + back),
                verdict="ordinary",
                on=TODAY - timedelta(days=300),
            )
    look()
    assert _queries(browser) <= few
    assert few < 40


def test_that_it_was_read_stands_in_the_audit(browser, heron):
    page(browser)
    line = models.AuditEvent.objects.last()
    assert (line.action, line.what, line.client) == ("viewed", "today", None)


def test_no_word_of_it_judges_or_frightens(browser, heron):
    shown = page(browser).lower()
    for word in ("alert", "alarm", "warning", "score", "no-show", "patient", "dropout", "failed", "resistant"):
        assert word not in shown


def test_the_week_comes_before_what_was_said_and_after_what_is_to_be_read_first(browser, heron):
    glance = models.Glance.objects.get(client=heron)
    glance.words = {**glance.words, "spoken": [{"day": TODAY.isoformat(), "words": "“I felt rushed.”"}]}
    glance.save()
    shown = page(browser)
    assert shown.index("This week") < shown.index("Said to you") < shown.index("To think about")


def test_with_nothing_open_it_says_where_the_earlier_ones_stand(browser, heron):
    assert "What came up earlier" not in page(browser)
    heron.noticed.update(open=False)
    assert "What came up earlier stands with each relationship" in page(browser)
