"""Both people's answers side by side, on the therapist's page and in the client's own space."""

import re
from datetime import date

import pytest

from reattune.practice import models

AT = "2026-05-12"


@pytest.fixture
def heron(lived):
    return lived("heron", weeks=20)


@pytest.fixture
def at(heron):
    rows = models.Record.objects.filter(client=heron, kind="rating").order_by("-day")
    return rows.first().day.isoformat()


def text(answer):
    return answer.content.decode()


def test_both_are_shown_with_words_shapes_and_a_table(browser, heron, at):
    page = text(browser.get(f"/r/{heron.pk}/side-by-side/"))
    assert "client: full line, round dots" in page
    assert "you: broken line, open squares" in page
    assert f'href="/r/{heron.pk}/side-by-side/{at}/"' in page
    assert "<caption>" in page
    assert "rt-tap" in page


def test_the_client_sees_the_therapists_only_where_that_was_chosen(browser, handed, heron):
    window = handed(heron)
    page = text(window.get("/mine/ratings/"))
    assert "Only your own answers are here" in page
    assert "rt-therapist" not in page
    browser.post(f"/r/{heron.pk}/side-by-side/", {"show": "yes"})
    assert models.Client.objects.get(pk=heron.pk).show_ratings
    page = text(window.get("/mine/ratings/"))
    assert "rt-therapist" in page
    assert "your therapist: broken line" in page
    browser.post(f"/r/{heron.pk}/side-by-side/", {"show": "no"})
    assert "rt-therapist" not in text(window.get("/mine/ratings/"))


def test_choosing_is_in_the_audit_once(browser, heron):
    for _twice in range(2):
        browser.post(f"/r/{heron.pk}/side-by-side/", {"show": "yes"})
    found = models.AuditEvent.objects.filter(action="changed", what="relationship", client=heron.pk)
    assert found.count() == 1


def test_a_session_is_opened_and_something_to_talk_about_from_it(browser, heron, at):
    page = text(browser.get(f"/r/{heron.pk}/side-by-side/{at}/"))
    assert "To ask each other" in page
    title = re.search(r'name="title" value="([^"]*)"', page)[1]
    answer = browser.post(f"/r/{heron.pk}/talks/", {"title": title, "day": at})
    talk = models.Talk.objects.get()
    assert answer.headers["Location"] == f"/r/{heron.pk}/talk/{talk.pk}/"
    assert (talk.words["title"], talk.shown) == (title, None)


def test_the_client_opens_one_of_theirs(handed, heron, at):
    window = handed(heron)
    page = text(window.get(f"/mine/ratings/{at}/"))
    assert "your therapist</dt>" not in page
    title = re.search(r'name="title" value="([^"]*)"', page)[1]
    window.post("/mine/talks/", {"title": title, "day": at, "share": "now"})
    assert models.Talk.objects.get().by == "client"


@pytest.mark.parametrize("day", ["soon", "2026-13-01"])
def test_what_is_no_day_is_not_there(browser, handed, heron, day):
    assert browser.get(f"/r/{heron.pk}/side-by-side/{day}/").status_code == 404
    assert handed(heron).get(f"/mine/ratings/{day}/").status_code == 404


def test_a_day_without_answers_says_so(browser, handed, heron):
    assert "No answer is recorded" in text(browser.get(f"/r/{heron.pk}/side-by-side/2020-01-01/"))
    assert handed(heron).get("/mine/ratings/2020-01-01/").status_code == 404


def test_without_any_answer_both_pages_say_so(browser, handed, new_client):
    wren = new_client("wren", dates_agreed=date(2026, 6, 30))
    assert "No answers to forms are here yet" in text(browser.get(f"/r/{wren.pk}/side-by-side/"))
    assert "No answers are here yet" in text(handed(wren).get("/mine/ratings/"))


def test_all_of_it_is_shown_when_asked_for(browser, lived):
    heron = lived("heron", weeks=60)
    page = text(browser.get(f"/r/{heron.pk}/side-by-side/"))
    whole = text(browser.get(f"/r/{heron.pk}/side-by-side/?all=1"))
    assert 'href="?all=1"' in page
    assert whole.count("side-by-side/2025-") > page.count("side-by-side/2025-")


def test_each_has_their_own_page(browser, handed, heron):
    assert browser.get("/mine/ratings/").status_code == 403
    assert handed(heron).get(f"/r/{heron.pk}/side-by-side/").status_code == 403
