"""What clients said and shared, as it stands on Today: at once, once, and before the session where it is asked for."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from reattune.model import Session, SessionKind, Share, Source
from reattune.practice import jobs, models
from reattune.practice.looking import identity, look
from reattune.practice.mapping.codec import dump
from reattune.practice.voices import correcting, saying
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    client = new_client("heron", dates_agreed=date(2024, 1, 1))
    start = datetime.combine(TODAY + timedelta(days=1), time(9), UTC)
    session = Session(start, start, start + timedelta(minutes=50), SessionKind.SCHEDULED, "", Source("a.csv", "2"))
    row = models.Record(client=client, kind="session", day=start.date())
    row.words = dump(session)
    row.save()
    look()
    return client


def page(browser):
    answer = browser.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def told(client, share=Share.NOW, text="It went fast.", day=TODAY):
    words = {"question": "felt_off", "when": "after", "choice": "yes", "text": text}
    return saying.say(client, Kind.ANSWER, words, share, day, saying.Place(sitting=uuid4()))


def test_what_was_shared_is_there_at_once_and_once_before_and_after_the_look(browser, heron):
    told(heron)
    told(heron, Share.AFTER_ENDING, "Not yet.")
    for _time in range(2):
        shown = page(browser)
        assert shown.count("It went fast.") == 1
        assert "Not yet." not in shown
        jobs.run_pending()


def test_please_raise_this_stands_before_the_line_of_the_next_session(browser, heron):
    told(heron, Share.RAISE_FOR_ME, "Please ask about the silence.")
    shown = page(browser)
    assert shown.count("Please ask about the silence.") == 1
    week, rest = shown.split('id="think"')[0], shown.split('id="think"')[1]
    assert week.index("Please ask about the silence.") < week.index('<li class="line session-line">')
    assert "Please ask" not in rest


def test_please_raise_this_without_a_session_in_sight_is_said_all_the_same(browser, new_client):
    told(new_client("wren"), Share.RAISE_FOR_ME, "Please ask about the silence.")
    assert "Please ask about the silence." in page(browser).split("Said to you")[1]


def test_a_shared_risk_item_is_to_be_read_first_at_once(browser, heron):
    words = {"instrument": "phq-9", "timing": "post", "items": [0] * 8 + [1], "score": 1, "risk": [9]}
    saying.say(heron, Kind.RATING, words, Share.AFTER_ENDING, TODAY)
    assert "Please read first" not in page(browser)
    saying.say(heron, Kind.RATING, words, Share.NOW, TODAY)
    for _time in range(2):
        assert page(browser).count("Item 9 of the PHQ-9") == 1
        jobs.run_pending()


@pytest.mark.parametrize(("suppress", "told_once"), [(True, 1), (False, 0)])
def test_what_is_said_is_told_with_prompts_off_and_not_where_records_say_that_somebody_died(
    browser, heron, suppress, told_once
):
    told(heron)
    models.Client.objects.update(suppress=suppress)
    glance = models.Glance.objects.get(client=heron)
    glance.words = {**glance.words, "silent": "The records say so."}
    glance.save()
    assert page(browser).count("It went fast.") == told_once


def test_what_was_said_of_something_that_came_up_leads_to_where_it_is_looked_at_together(browser, heron):
    at = date(2026, 6, 16)
    correcting.line(heron, at, "The trains were off.", (TODAY, False))
    together = f"/r/{heron.pk}/noticing/{identity(heron, at)}/together/"
    assert page(browser).count(f'href="{together}"') == 1
    assert "The trains were off." in browser.get(together).content.decode()
    told(heron)
    assert page(browser).count("/together/") == 1
