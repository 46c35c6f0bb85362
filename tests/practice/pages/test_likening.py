"""Similar moments, on the therapist's page and in the client's own space."""

from datetime import date

import pytest
from tests.practice.conftest import CHEAP

from reattune.practice import models
from reattune.practice.voices import own, talks

WORDS = "a heron in the reeds"


@pytest.fixture
def heron(lived):
    return lived("heron", weeks=20)


@pytest.fixture
def two(heron):
    return [
        talks.begin_by_therapist(heron, name, date(2026, 6, day), shown=True) for name, day in (("one", 2), ("two", 9))
    ]


def text(answer):
    return answer.content.decode()


def theirs(talk):
    return f"/r/{talk.client_id}/talk/{talk.pk}/similar/"


def mine(talk):
    return f"/mine/talk/{talk.pk}/similar/"


def test_a_therapist_links_two_and_shows_it(browser, handed, heron, two):
    one, other = two
    typed = {"do": "link", "other": str(other.pk), "same_wish": "yes", "otherwise": "we laughed"}
    assert browser.post(theirs(one), typed).headers["Location"] == theirs(one)
    page = text(browser.get(theirs(one)))
    assert page.index("Times it went otherwise") < page.index("The same wish")
    assert "we laughed" in page
    assert "we laughed" not in text(handed(heron).get(mine(one)))
    browser.post(theirs(one), {"do": "show", "like": str(models.Likeness.objects.get().pk)})
    page = text(handed(heron).get(mine(one)))
    assert "we laughed" in page
    assert "Seen by your therapist." in page


def test_before_the_next_session_nothing_is_offered(browser, handed, heron):
    talk = talks.begin_by_therapist(heron, "today", date(2026, 6, 30), shown=True)
    page = text(browser.get(theirs(talk)))
    assert "Offered from the next session on" in page
    assert 'name="do" value="link"' not in page
    answer = browser.post(theirs(talk), {"do": "outside", "role": "parent", "text": "x"})
    assert answer.status_code == 400
    assert "from your next session on" in text(handed(heron).get(mine(talk)))
    assert not models.Likeness.every.exists()


def test_a_client_tells_of_a_moment_outside_and_shares_it(browser, handed, heron, two):
    typed = {"do": "outside", "role": "parent", "text": "she hung up", "same_response": "yes", "share": "now"}
    handed(heron).post(mine(two[0]), typed)
    page = text(browser.get(theirs(two[0])))
    assert "A moment with a parent" in page
    assert "she hung up" in page
    assert "Seen by your client." in page


def test_only_for_them_needs_their_words_and_leaves_no_trace(browser, handed, heron, two):
    own.make(heron, WORDS, cost=CHEAP)
    window, before = handed(heron), models.AuditEvent.objects.count()
    typed = {"do": "outside", "role": "friend", "text": "he left", "share": "only_me"}
    answer = window.post(mine(two[0]), typed)
    assert answer.status_code == 400
    assert 'name="words"' in text(answer)
    assert "he left" in text(answer)
    window.post(mine(two[0]), {**typed, "words": WORDS})
    assert "he left" in text(window.get(mine(two[0])))
    assert models.AuditEvent.objects.filter(what="likeness").count() == 0
    assert models.AuditEvent.objects.count() == before
    assert "he left" not in text(browser.get(theirs(two[0])))
    own.let_go_of_all()
    assert "he left" not in text(window.get(mine(two[0])))


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"do": "link", "share": "now"},
        {"do": "link", "share": "now", "other": "x"},
        {"do": "outside", "share": "now", "role": "Mary", "text": "x"},
        {"do": "outside", "role": "parent", "text": "x"},
        {"do": "outside", "share": "now", "role": "parent"},
        {"do": "outside", "share": "now", "role": "parent", "text": "a" * 2001},
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_kept(handed, heron, two, typed):
    assert handed(heron).post(mine(two[0]), typed).status_code == 400
    assert not models.Likeness.every.exists()
    assert not models.Said.every.exists()


@pytest.mark.parametrize("act", ["show", "hide", "away"])
def test_nobody_changes_what_the_other_saw(browser, handed, heron, two, act):
    browser.post(theirs(two[0]), {"do": "link", "other": str(two[1].pk), "shown": "yes"})
    row = models.Likeness.objects.get()
    assert handed(heron).post(mine(two[0]), {"do": act, "like": str(row.pk)}).status_code == 404
    assert models.Likeness.objects.get().shown


def test_ones_own_is_taken_back_and_deleted(browser, two):
    browser.post(theirs(two[0]), {"do": "link", "other": str(two[1].pk), "shown": "yes"})
    row = models.Likeness.objects.get()
    browser.post(theirs(two[0]), {"do": "hide", "like": str(row.pk)})
    assert models.Likeness.objects.get().shown is None
    browser.post(theirs(two[0]), {"do": "away", "like": str(row.pk)})
    assert not models.Likeness.every.exists()


def test_a_talk_that_one_does_not_see_has_no_page(browser, handed, heron):
    hidden = talks.begin_by_therapist(heron, "mine", date(2026, 6, 2), shown=False)
    assert handed(heron).get(mine(hidden)).status_code == 404
    assert browser.get(mine(hidden)).status_code == 403
    assert handed(heron).get(theirs(hidden)).status_code == 403
