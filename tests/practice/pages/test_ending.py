"""The end of the work, at the desk: said to both beforehand, nothing closed by it, words for afterwards only then."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.learning.endings import Kind as Opened
from reattune.model import Share
from reattune.practice import endings, feedback, models
from reattune.practice.voices import saying, talks
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
YESTERDAY = TODAY - timedelta(days=1)
WORDS = "It was a good time"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": ?"[^"]*"')


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


def text(answer):
    return answer.content.decode()


def plain(answer):
    return TOKEN.sub("", text(answer))


def at(client):
    return f"/r/{client.pk}/ending/"


def test_nothing_is_shown_without_unlocking(home):
    assert Browser().get(f"/r/{uuid4()}/ending/").headers["Location"].startswith("/unlock/")


def test_the_page_is_the_same_whether_or_not_something_waits_for_the_end(browser, heron):
    before = plain(browser.get(at(heron)))
    saying.say(heron, Kind.NOTE, {"text": WORDS}, Share.AFTER_ENDING, TODAY)
    assert plain(browser.get(at(heron))) == before
    assert "can be read by you when the last day is over and two weeks have passed since you set it" in before


def test_an_end_is_set_and_the_words_for_afterwards_are_read_two_weeks_later(browser, heron):
    saying.say(heron, Kind.NOTE, {"text": WORDS}, Share.AFTER_ENDING, TODAY)
    browser.post(at(heron), {"ended": TODAY.isoformat(), "ended_how": "planned", "ended_by": "both"})
    page = text(browser.get(at(heron)))
    assert "The last day is 30 Jun 2026: as planned, you decided together." in page
    assert WORDS not in page
    browser.post(at(heron), {"ended": YESTERDAY.isoformat(), "ended_how": "without_last_session"})
    page = text(browser.get(at(heron)))
    assert WORDS not in page
    assert "it can be read here from 14 Jul 2026 on" in page
    assert "without a last session" in page
    models.Client.objects.update(ended_written=TODAY - timedelta(weeks=2))
    assert WORDS in text(browser.get(at(heron)))
    browser.post(at(heron), {"do": "reopen"})
    assert WORDS not in text(browser.get(at(heron)))


def test_while_it_waits_the_page_is_the_same_whether_or_not_something_does(browser, heron):
    browser.post(at(heron), {"ended": YESTERDAY.isoformat()}, follow=True)
    before = plain(browser.get(at(heron)))
    saying.say(heron, Kind.NOTE, {"text": WORDS}, Share.AFTER_ENDING, TODAY)
    assert plain(browser.get(at(heron))) == before


def test_the_client_reads_the_day_in_their_own_space(browser, heron, handed):
    browser.post(at(heron), {"ended": TODAY.isoformat()})
    page = text(handed(heron).get("/mine/"))
    assert "set down as 30 Jun 2026" in page
    assert "from 14 Jul 2026 on, and not before" in page


def test_that_an_end_was_set_and_taken_back_is_the_clients_to_know(browser, heron, handed):
    browser.post(at(heron), {"ended": YESTERDAY.isoformat()})
    browser.post(at(heron), {"do": "reopen"})
    heron.refresh_from_db()
    assert heron.ended is None
    assert text(handed(heron).get("/mine/reads/")).count("beginning and end") == 2


@pytest.mark.parametrize("bad", [{"ended": ""}, {"ended": "x"}, {"ended": "2026-06-30", "ended_by": "fate"}])
def test_what_cannot_be_meant_comes_back_and_changes_nothing(browser, heron, bad):
    answer = browser.post(at(heron), bad)
    assert answer.status_code == 400
    assert "Nothing was changed." in text(answer)
    heron.refresh_from_db()
    assert heron.ended is None


def test_taking_back_what_is_not_set_is_said(browser, heron):
    assert browser.post(at(heron), {"do": "reopen"}).status_code == 400


def test_what_is_open_is_listed_and_nothing_is_closed(browser, heron):
    talk = talks.begin_by_therapist(heron, "The clock", YESTERDAY, shown=True)
    assert "The clock" in text(browser.get(at(heron)))
    browser.post(at(heron), {"ended": TODAY.isoformat()})
    talk.refresh_from_db()
    assert talk.closed is None
    assert "Nothing here has to be closed." in text(browser.get(at(heron)))


def test_the_frame_and_the_relationship_lead_here(browser, heron):
    browser.post(at(heron), {"ended": YESTERDAY.isoformat()})
    for page in (f"/r/{heron.pk}/frame/", f"/r/{heron.pk}/"):
        assert f'href="{at(heron)}"' in text(browser.get(page))
    assert models.Client.objects.get().ended == YESTERDAY


def test_what_came_up_is_open_until_something_was_made_of_it(lived):
    client = lived("heron")
    ones = dict(endings.open_still(client))[Opened.NOTICING]
    assert ones
    for row in client.noticed.filter(open=True):
        feedback.say(row, feedback.Said.ORDINARY, TODAY)
    assert Opened.NOTICING not in dict(endings.open_still(client))
