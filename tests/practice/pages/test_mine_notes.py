"""What a client writes down: for whom they chose and nobody else, and no word lost on the way."""

import re

import pytest

from reattune.model import Share
from reattune.practice import models
from reattune.practice.keeping import keep
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "blue kettle moon"
TEXT = "You looked at the clock, and I thought <you> wanted me gone."


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def window(handed, heron):
    return handed(heron)


@pytest.fixture
def key(heron):
    found, _code = own.make(heron, WORDS, cost=CHEAP)
    return found


@pytest.fixture
def opened(window, key):
    window.post("/mine/own/", {"words": WORDS})
    return window


def page(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def typed_in(answer):
    return re.search(r"<textarea[^>]*>(.*?)</textarea>", answer.content.decode(), re.DOTALL)[1]


def test_who_may_read_it_and_when_is_said_before_a_word_is_typed(window):
    keep(read_when="Tuesday and Friday mornings")
    words = page(window.get("/mine/notes/"))
    assert "What you share is read: Tuesday and Friday mornings." in words
    for choice in ("Only for me", "Share now", "Please raise this for me", "Tell them after we have ended"):
        assert choice in words


def test_nobody_is_chosen_for_them(window):
    html = window.get("/mine/notes/").content.decode()
    assert not re.search(r'name="share"[^>]*checked', html)


@pytest.mark.parametrize(("felt", "kind"), [("", "note"), ("met", "moment"), ("off", "moment"), ("unsure", "moment")])
def test_a_note_or_a_moment_is_kept_for_whom_they_chose(window, felt, kind):
    assert window.post("/mine/notes/", {"felt": felt, "text": TEXT, "share": "now"})["Location"] == "/mine/"
    row = models.Said.objects.get()
    assert row.kind == kind
    assert row.words == {"text": TEXT, **({"felt": felt} if felt else {})}
    assert "Your therapist can read this." in page(window.get("/mine/"))


def test_a_moment_needs_no_words(window):
    window.post("/mine/notes/", {"felt": "met", "share": "raise_for_me"})
    assert models.Said.objects.get().words == {"text": "", "felt": "met"}


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": TEXT}, "Choose who may read it"),
        ({"text": TEXT, "share": "everybody"}, "Choose who may read it"),
        ({"text": "  ", "share": "now"}, "Write a few words"),
        ({"felt": "something else", "share": "now"}, "Write a few words"),
        ({"text": "x" * 20_001, "share": "now"}, "longer than 20000 characters"),
        ({"text": TEXT, "share": "only_me"}, "type your own words below"),
        ({"text": TEXT, "share": "only_me", "words": "something else"}, "open nothing here"),
    ],
)
def test_what_cannot_be_kept_is_said_and_not_a_word_is_lost(window, sent, said):
    answer = window.post("/mine/notes/", sent)
    assert answer.status_code == 400
    assert said in page(answer)
    assert typed_in(answer).replace("&lt;", "<").replace("&gt;", ">") == sent.get("text", "")
    assert not models.Said.every.exists()


def test_only_for_me_is_kept_at_once_when_the_own_words_are_typed_beside_it(window, key):
    window.post("/mine/notes/", {"text": TEXT, "share": "only_me", "words": WORDS})
    row = models.Said.every.get()
    assert row.sealed is None
    assert saying.words_for_author(row, key) == {"text": TEXT}
    assert "Only you can read this." in page(window.get("/mine/"))


def test_asked_for_the_own_words_whoever_looks_on_sees_the_same_with_and_without_a_key(window, heron):
    def answer():
        found = window.post("/mine/notes/", {"text": TEXT, "share": "only_me"}).content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", found)

    before = answer()
    own.make(heron, WORDS, cost=CHEAP)
    assert answer() == before


def test_words_chosen_in_another_window_keep_what_was_written_here(window):
    wanted = {"felt": "", "text": TEXT, "share": "only_me"}
    asked = window.post("/mine/notes/", wanted)
    assert re.search(r'href="/mine/own/new/"[^>]* target="_blank"', asked.content.decode())
    assert window.post("/mine/own/new/", {"words": WORDS, "again": WORDS}).status_code == 200
    assert window.post("/mine/notes/", wanted | {"words": ""})["Location"] == "/mine/"
    assert TEXT.replace("<", "&lt;").replace(">", "&gt;") in window.get("/mine/").content.decode()


def test_with_the_key_open_only_for_me_asks_nothing(opened):
    assert opened.post("/mine/notes/", {"text": TEXT, "share": "only_me"}).status_code == 302
    assert models.Said.every.get().share == "only_me"
    assert not models.Said.objects.exists()


def test_what_was_kept_can_be_undone_from_the_next_page(window):
    window.post("/mine/notes/", {"text": TEXT, "share": "now"})
    undo = re.search(r'action="(/mine/said/[^"]+/away/)"', window.get("/mine/").content.decode())[1]
    window.post(undo, {"next": "/mine/"})
    assert not models.Said.every.exists()


def test_kept_for_after_the_end_nobody_who_holds_the_device_next_sees_it(window, key):
    window.post("/mine/notes/", {"text": TEXT, "share": "after_ending"})
    assert "looked at the clock" not in page(window.get("/mine/"))
    assert models.Said.every.get().share == "after_ending"
    assert not models.Said.objects.exists()


def test_the_private_page_opens_with_the_own_words_alone(window, key):
    assert window.get("/mine/private/")["Location"] == "/mine/own/?next=%2Fmine%2Fprivate%2F"
    assert window.post("/mine/own/", {"words": WORDS, "next": "/mine/private/"})["Location"] == "/mine/private/"
    assert "Your therapist cannot open this." in page(window.get("/mine/private/"))


def test_what_is_added_to_the_private_page_stands_there_and_nowhere_else(opened, key):
    opened.post("/mine/private/", {"text": "first\r\nsecond"})
    assert "first second" in page(opened.get("/mine/private/"))
    assert "first" not in page(opened.get("/mine/"))
    row = models.Said.every.get()
    assert (row.sealed, row.share) == (None, Share.ONLY_ME.value)
    assert saying.words_for_author(row, key)["text"] == "first\nsecond"
    assert not models.AuditEvent.objects.filter(who="client").exists()


def test_notes_only_for_me_do_not_stand_on_the_private_page(opened):
    opened.post("/mine/notes/", {"text": "a note of mine", "share": "only_me"})
    assert "a note of mine" not in page(opened.get("/mine/private/"))


def test_shut_meanwhile_the_private_page_loses_no_word(opened, key):
    own.let_go_of_all()
    answer = opened.post("/mine/private/", {"text": "only mine"})
    assert answer.status_code == 400
    assert typed_in(answer) == "only mine"
    assert 'name="words"' in answer.content.decode()
    assert not models.Said.every.exists()
    assert opened.post("/mine/private/", {"text": "only mine", "words": WORDS}).status_code == 302
    assert "only mine" in page(opened.get("/mine/private/"))


@pytest.mark.parametrize(("text", "said"), [("", "nothing written yet"), ("x" * 20_001, "longer than")])
def test_what_the_private_page_cannot_keep_is_said(opened, text, said):
    answer = opened.post("/mine/private/", {"text": text})
    assert (answer.status_code, said in page(answer)) == (400, True)
    assert not models.Said.every.exists()


def test_an_entry_of_the_private_page_can_be_deleted(opened):
    opened.post("/mine/private/", {"text": "only mine"})
    row = models.Said.every.get()
    assert opened.post(f"/mine/said/{row.pk}/away/", {"next": "/mine/private/"})["Location"] == "/mine/private/"
    assert not models.Said.every.exists()


def test_the_therapist_finds_nothing_of_the_private_page(opened, browser, heron):
    pages = ("/", f"/r/{heron.pk}/", f"/r/{heron.pk}/seen/")
    token = re.compile(r'(name="csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+"')

    def seen():
        return [token.sub("", browser.get(path).content.decode()) for path in pages]

    seen()
    before = seen()[:2]
    opened.post("/mine/private/", {"text": "only mine"})
    opened.post("/mine/notes/", {"text": "also mine", "share": "only_me"})
    opened.post("/mine/notes/", {"text": "later", "share": "after_ending"})
    assert seen()[:2] == before
    assert not models.AuditEvent.objects.filter(what__startswith="said").exists()
