"""A client's first page: their own words with who reads each, and nothing of anybody else's or of theirs alone."""

import re
from datetime import date

import pytest

from reattune.model import Share
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TODAY = date(2026, 6, 30)
WORDS = "blue kettle moon"


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def window(handed, heron):
    return handed(heron)


@pytest.fixture
def opened(window, heron):
    """The client's browser with their own key open."""
    own.make(heron, WORDS, cost=CHEAP)
    window.post("/mine/own/", {"words": WORDS})
    return window


def page(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def note(client, text, share=Share.NOW):
    return saying.say(client, Kind.NOTE, {"text": text}, share, TODAY)


def test_it_greets_without_a_name_and_says_where_to_turn(window):
    words = page(window.get("/mine/"))
    assert "Good that you are here." in words
    assert "heron" not in words
    assert "The register of therapists." in words
    assert "Call 111" in words


def test_there_is_a_way_to_everything_one_can_do(window):
    html = window.get("/mine/").content.decode()
    for path in ("/mine/notes/", "/mine/private/", "/mine/own/", "/mine/done/"):
        assert f'href="{path}"' in html


def test_their_own_words_stand_there_newest_first_with_who_reads_each(opened, heron):
    saying.say(heron, Kind.NOTE, {"text": "the older one"}, Share.NOW, date(2026, 6, 1))
    note(heron, "the newer one", Share.ONLY_ME)
    words = page(opened.get("/mine/"))
    assert words.index("the newer one") < words.index("the older one")
    assert "Only you can read this." in words
    assert "Your therapist can read this." in words


def test_nobody_elses_words_stand_there(window, new_client):
    note(new_client("wren"), "what wren said")
    assert "what wren said" not in page(window.get("/mine/"))


@pytest.mark.parametrize("share", [Share.ONLY_ME, Share.AFTER_ENDING])
def test_while_their_key_is_shut_whoever_looks_sees_the_same_with_and_without_what_is_only_theirs(window, heron, share):
    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    before = token.sub("", window.get("/mine/").content.decode())
    own.make(heron, WORDS, cost=CHEAP)
    note(heron, "not for them", share)
    assert token.sub("", window.get("/mine/").content.decode()) == before


def test_who_reads_it_can_be_changed_and_changed_back(opened, heron):
    row = note(heron, "you looked at the clock", Share.ONLY_ME)
    assert not models.Said.objects.exists()
    opened.post(f"/mine/said/{row.pk}/", {"share": "raise_for_me"})
    assert models.Said.objects.get().words == {"text": "you looked at the clock"}
    assert "is asked to raise it" in page(opened.get("/mine/"))
    opened.post(f"/mine/said/{row.pk}/", {"share": "only_me"})
    assert not models.Said.objects.exists()
    assert "you looked at the clock" in page(opened.get("/mine/"))


def test_taken_back_while_the_key_is_shut_it_stays_for_those_who_have_one(window, heron):
    key, _code = own.make(heron, WORDS, cost=CHEAP)
    row = note(heron, "you looked at the clock")
    window.post(f"/mine/said/{row.pk}/", {"share": "only_me"})
    assert "you looked at the clock" not in page(window.get("/mine/"))
    assert saying.words_for_author(models.Said.every.get(), key) == {"text": "you looked at the clock"}


def test_taken_back_without_a_key_it_is_deleted_and_the_page_answers_in_the_same_words(
    window, heron, new_client, handed
):
    wren = new_client("wren")
    own.make(wren, WORDS, cost=CHEAP)
    said = []
    for client, one in ((heron, window), (wren, handed(wren))):
        row = note(client, "you looked at the clock")
        one.post(f"/mine/said/{row.pk}/", {"share": "only_me"})
        said.append(re.search(r'role="status"><p>(.*?)</p>', one.get("/mine/").content.decode())[1])
    assert said[0] == said[1] == "Your therapist cannot read it any more."
    assert not models.Said.every.filter(client=heron).exists()


@pytest.mark.parametrize("share", ["", "everybody", "now; drop"])
def test_a_reader_that_is_none_changes_nothing(window, heron, share):
    row = note(heron, "you looked at the clock")
    assert window.post(f"/mine/said/{row.pk}/", {"share": share})["Location"] == "/mine/"
    assert models.Said.objects.get().share == "now"
    assert "nothing was changed" in page(window.get("/mine/"))


def test_choosing_what_is_already_so_leaves_no_line(window, heron):
    row = note(heron, "you looked at the clock")
    before = models.AuditEvent.objects.count()
    window.post(f"/mine/said/{row.pk}/", {"share": "now"})
    assert models.AuditEvent.objects.count() == before


def test_it_can_be_deleted_for_good(window, heron):
    row = note(heron, "you looked at the clock")
    assert window.get(f"/mine/said/{row.pk}/away/").status_code == 405
    window.post(f"/mine/said/{row.pk}/away/")
    assert not models.Said.every.exists()
    assert "It is deleted." in page(window.get("/mine/"))


@pytest.mark.parametrize("what", ["", "away/"])
def test_nothing_is_done_to_what_cannot_be_read_just_now(window, heron, new_client, what):
    own.make(heron, WORDS, cost=CHEAP)
    only, other = note(heron, "only mine", Share.ONLY_ME), note(new_client("wren"), "what wren said")
    for row in (only, other):
        assert window.post(f"/mine/said/{row.pk}/{what}", {"share": "now"}).status_code == 404
    assert models.Said.every.count() == 2
    assert {one.share for one in models.Said.every.all()} == {"only_me", "now"}


def test_it_goes_back_to_a_page_of_this_desk_alone(window, heron):
    for wanted, back in (("/mine/private/", "/mine/private/"), ("https://elsewhere.example/", "/mine/")):
        row = note(heron, "you looked at the clock")
        assert window.post(f"/mine/said/{row.pk}/away/", {"next": wanted})["Location"] == back


def test_of_many_the_latest_are_shown_and_the_others_on_asking(window, heron):
    for number in range(20):
        saying.say(heron, Kind.NOTE, {"text": f"note {number:02}"}, Share.NOW, date(2026, 6, 1 + number))
    words = page(window.get("/mine/"))
    assert "note 19" in words
    assert "note 07" not in words
    assert "8 earlier ones" in words
    assert "note 00" in page(window.get("/mine/?all=1"))


def test_many_words_ask_no_more_of_the_store_than_few(window, heron, asked_for):
    note(heron, "first")
    few = asked_for(window)
    for number in range(30):
        note(heron, f"note {number}")
    assert asked_for(window) <= few


@pytest.fixture
def asked_for():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(window):
        with CaptureQueriesContext(connection) as queries:
            window.get("/mine/?all=1")
        return len(queries)

    return count


def test_what_the_therapist_answered_stands_with_what_was_said(window, browser, heron):
    row = note(heron, "it went fast")
    browser.post(f"/r/{heron.pk}/check-ins/{row.pk}/reply/", {"text": "Thank you; I saw it, too."})
    assert "Your therapist answered on 30 Jun 2026: Thank you; I saw it, too." in page(window.get("/mine/"))
    assert f'href="/mine/?all=1#said-{row.pk}"' in window.get("/mine/shared/").content.decode()


def test_recordings_that_are_kept_are_said_with_their_day(window, heron):
    assert "Recordings of sessions" not in page(window.get("/mine/"))
    about = {"client": heron, "size": 1, "delete_on": date(2026, 9, 1)}
    models.Recording.objects.create(day=date(2026, 6, 2), state="here", **about)
    models.Recording.objects.create(day=date(2026, 5, 2), state="deleted", **about)
    said = page(window.get("/mine/"))
    assert "Kept encrypted on your therapist’s desk, and deleted on 1 Sep 2026." in said
    assert "The recording was deleted; numbers and times from it are kept." in said
