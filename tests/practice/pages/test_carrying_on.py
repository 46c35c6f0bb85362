"""Carried outside: kept in the client's own space, read by the therapist as far as it is shared."""

from datetime import date

import pytest
from tests.practice.conftest import CHEAP

from reattune.practice import models
from reattune.practice.voices import own, talks

PAGE, WORDS = "/mine/carry/", "a heron in the reeds"


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def talk(heron):
    return talks.begin_by_client(heron, "The quiet half hour", date(2026, 6, 23), shown=True)


def text(answer):
    return answer.content.decode()


def test_the_whole_way_from_what_was_different_to_how_it_went(browser, handed, heron, talk):
    window = handed(heron)
    window.post(PAGE, {"do": "different", "text": "I said it", "talk": str(talk.pk), "share": "now"})
    window.post(PAGE, {"do": "try", "text": "say it at home", "role": "partner", "share": "now"})
    row = models.Said.objects.get(kind="try")
    window.post(PAGE, {"do": "went", "text": "awkward, and fine", "about": str(row.pk), "share": "now"})
    page = text(browser.get(f"/r/{heron.pk}/carry/"))
    for words in ("I said it", "The quiet half hour", "say it at home", "with a partner", "awkward, and fine"):
        assert words in page
    mine = text(window.get(PAGE))
    assert mine.index("say it at home") < mine.index("awkward, and fine")
    assert "because" not in page.lower() + mine.lower()


def test_only_for_them_needs_their_words_and_nobody_else_sees_it(browser, handed, heron):
    own.make(heron, WORDS, cost=CHEAP)
    window = handed(heron)
    typed = {"do": "try", "text": "call her", "share": "only_me"}
    answer = window.post(PAGE, typed)
    assert answer.status_code == 400
    assert "call her" in text(answer)
    window.post(PAGE, {**typed, "words": WORDS})
    assert "call her" in text(window.get(PAGE))
    assert "call her" not in text(browser.get(f"/r/{heron.pk}/carry/"))
    own.let_go_of_all()
    assert "call her" not in text(window.get(PAGE))


def test_a_talk_is_chosen_beforehand_by_its_address(handed, heron, talk):
    assert f'value="{talk.pk}" selected' in text(handed(heron).get(f"{PAGE}?talk={talk.pk}"))


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"do": "try", "text": "x"},
        {"do": "try", "text": " ", "share": "now"},
        {"do": "try", "text": "a" * 2001, "share": "now"},
        {"do": "went", "text": "x", "share": "now"},
        {"do": "went", "text": "x", "share": "now", "about": "x"},
        {"do": "other", "text": "x", "share": "now"},
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_kept(handed, heron, typed):
    assert handed(heron).post(PAGE, typed).status_code == 400
    assert not models.Said.every.exists()


def test_a_talk_of_somebody_elses_is_not_linked(handed, heron, new_client):
    other = talks.begin_by_client(new_client("wren"), "theirs", date(2026, 6, 23), shown=True)
    handed(heron).post(PAGE, {"do": "different", "text": "x", "talk": str(other.pk), "share": "now"})
    assert models.Said.objects.get().talk_id is None


def test_empty_pages_ask_for_nothing(browser, handed, heron):
    assert "no need for it" in text(browser.get(f"/r/{heron.pk}/carry/"))
    assert handed(heron).get(PAGE).status_code == 200


def test_each_has_their_own_page(browser, handed, heron):
    assert browser.get(PAGE).status_code == 403
    assert handed(heron).get(f"/r/{heron.pk}/carry/").status_code == 403
