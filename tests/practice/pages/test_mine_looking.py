"""Looking at it in the client's own space: only what the therapist lets them open, and what they say about it."""

import re
from datetime import date

import pytest

from reattune.practice import looking_at, models

DAY = "2026-06-16"


@pytest.fixture
def heron(lived):
    return lived("heron")


@pytest.fixture
def at(heron):
    return models.Noticed.objects.filter(client=heron).latest("at").at


@pytest.fixture
def window(heron, at, handed):
    looking_at.let_open(heron, at)
    return handed(heron)


def text(answer):
    return answer.content.decode()


def page(at):
    return f"/mine/look/{at.isoformat()}/"


def test_a_day_is_there_only_where_the_therapist_chose_so(handed, heron, at):
    window = handed(heron)
    assert window.get(page(at)).status_code == 404
    assert "nothing to look at" in text(window.get("/mine/look/"))
    looking_at.let_open(heron, at)
    assert window.get(page(at)).status_code == 200
    assert page(at) in text(window.get("/mine/look/"))
    looking_at.shut(heron, at)
    assert window.get(page(at)).status_code == 404


@pytest.mark.parametrize("day", ["2026-01-01", "yesterday", "0000"])
def test_another_day_or_none_is_not_there(window, day):
    assert window.get(f"/mine/look/{day}/").status_code == 404
    assert window.post(f"/mine/look/{day}/", {"do": "line", "text": "x"}).status_code == 404


def test_one_client_does_not_open_another_ones(lived, handed, at, window):
    assert handed(lived("wren")).get(page(at)).status_code == 404


def test_it_names_nobody_and_counts_nothing(window, at):
    said = text(window.get(page(at)))
    assert "heron" not in said
    article = said.split("<article")[1].split("</article>")[0]
    without_days = re.sub(r"\d{1,2} [A-Z][a-z]{2} \d{4}", "", re.sub(r"<[^>]*>", "", article))
    assert not re.search(r"\d|%", without_days)
    assert not re.search("rupture|withdrawal|noticing|episode", said)


def test_the_client_puts_a_day_right_and_takes_it_back(window, heron, at):
    key = re.search(r'name="row" value="(\w+)"', text(window.get(page(at))))[1]
    answer = window.post(page(at), {"do": "correct", "row": key, "text": "that was my mother’s operation"})
    assert answer.headers["Location"] == page(at)
    row = models.Said.objects.get()
    assert (row.kind, row.share, row.left_out.count()) == ("correction", "now", 1)
    said = text(window.get(page(at)))
    assert "that was my mother’s operation" in said
    assert "counts for nothing from now on" in said
    window.post(f"/mine/look/said/{row.pk}/away/", {"next": page(at)})
    assert not models.Said.every.exists()
    assert not models.LeftOut.objects.exists()


def test_as_always_needs_no_words(window, at):
    window.post(page(at), {"do": "ordinary"})
    assert models.Verdict.objects.get().by == "client"
    assert "As always, for me." in text(window.get(page(at)))


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"do": "correct"},
        {"do": "correct", "row": "no such row"},
        {"do": "line"},
        {"do": "line", "text": "a" * 2001},
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_kept(window, at, typed):
    answer = window.post(page(at), typed)
    assert answer.status_code == 400
    assert not models.Said.every.exists()


def test_what_was_typed_stays(window, at):
    said = text(window.post(page(at), {"do": "correct", "text": "my mother’s operation"}))
    assert "Choose which of the days is meant" in said
    assert "my mother’s operation" in said


def test_something_else_they_said_is_not_taken_back_here(window, heron):
    row = models.Said(client=heron, kind="note", share="now", day=date(2026, 6, 30))
    row.words = {"text": "x"}
    row.save()
    assert window.post(f"/mine/look/said/{row.pk}/away/").status_code == 404
    assert window.get(f"/mine/look/said/{row.pk}/away/").status_code == 405


def test_a_therapist_is_not_let_in(browser, window, at):
    assert browser.get(page(at)).status_code == 403
    assert browser.get("/mine/look/").status_code == 403


def test_where_to_turn_stands_there(window, at):
    assert "The register of therapists." in text(window.get(page(at)))
