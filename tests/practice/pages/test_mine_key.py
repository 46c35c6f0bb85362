"""Words of one's own: chosen, typed, changed and shut, and nobody else learns that there are any."""

import re

import pytest

from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import own
from reattune.practice.voices.tries import Tries

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS, OTHER = "blue kettle moon", "red gate winter"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """A key that is quickly worked on, and no tries of another test."""
    monkeypatch.setattr(own, "_tries", Tries())
    monkeypatch.setattr(own.make, "__kwdefaults__", {"cost": CHEAP})
    monkeypatch.setattr(own.change, "__kwdefaults__", {"cost": CHEAP})
    monkeypatch.setattr(own, "USUAL", CHEAP)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def window(handed, heron):
    return handed(heron)


def page(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def is_open(window):
    return own.is_held(window.session.session_key)


def make(window):
    return window.post("/mine/own/new/", {"words": WORDS, "again": WORDS})


def code_in(answer):
    return "-".join(re.findall(r"<span>([0-9A-Z]+)</span>", answer.content.decode()))


def test_chosen_it_is_open_and_the_code_is_shown_once(window):
    answer = make(window)
    code = code_in(answer)
    assert is_open(window)
    assert "Nobody can open it for you" in page(answer)
    for path in ("/mine/", "/mine/own/", "/mine/private/"):
        assert code not in window.get(path).content.decode()
    window.post("/mine/own/shut/")
    window.post("/mine/own/", {"words": code})
    assert is_open(window)


@pytest.mark.parametrize(
    ("wanted", "after"),
    [("/mine/check-in/?when=after", "/mine/check-in/?when=after"), ("//elsewhere", "/mine/private/")],
)
def test_whoever_was_on_their_way_goes_on_from_the_code(window, wanted, after):
    from_there = re.search(
        r'href="(/mine/own/new/\?next=[^"]+)"', window.get("/mine/own/", {"next": wanted}).content.decode()
    )
    answer = window.post(from_there[1], {"words": WORDS, "again": WORDS})
    assert f'href="{after}">I have it' in answer.content.decode()


def test_the_code_is_kept_nowhere_in_the_store(window):
    code = code_in(make(window))
    assert code not in str(dict(window.session.items()))
    assert WORDS not in str(dict(window.session.items()))


def test_two_that_differ_or_are_short_make_no_key(window, heron):
    for words, again, said in (
        (WORDS, OTHER, "not the same"),
        ("short", "short", "at least 10 characters"),
        ("", "", "at least 10"),
    ):
        answer = window.post("/mine/own/new/", {"words": words, "again": again})
        assert answer.status_code == 400
        assert said in page(answer)
    assert not own.has(heron)


def test_a_second_key_is_refused_and_the_first_still_opens(window):
    make(window)
    assert window.post("/mine/own/new/", {"words": OTHER, "again": OTHER}).status_code == 400
    window.post("/mine/own/shut/")
    window.post("/mine/own/", {"words": WORDS})
    assert is_open(window)


def test_opened_one_goes_on_to_where_one_wanted(window):
    make(window)
    window.post("/mine/own/shut/")
    for wanted, to in (("/mine/private/", "/mine/private/"), ("//elsewhere.example/", "/mine/"), ("", "/mine/")):
        assert window.post("/mine/own/", {"words": WORDS, "next": wanted})["Location"] == to


def test_the_page_and_its_refusal_are_the_same_with_and_without_a_key(window, heron):
    def seen():
        answers = (
            window.get("/mine/own/"),
            window.get("/mine/own/new/"),
            window.post("/mine/own/", {"words": "something"}),
        )
        return [re.sub(r'value="[^"]+"', "", one.content.decode()) for one in answers]

    before = seen()
    own.make(heron, WORDS)
    assert seen() == before


def test_no_line_of_the_audit_tells_of_a_key(window, heron):
    before = models.AuditEvent.objects.count()
    make(window)
    window.post("/mine/own/shut/")
    window.post("/mine/own/", {"words": WORDS})
    window.post("/mine/own/other/", {"present": WORDS, "words": OTHER, "again": OTHER})
    assert models.AuditEvent.objects.count() == before
    assert not models.Client.objects.get(pk=heron.pk).stale or models.Job.objects.count() == 0


def test_wrong_words_are_slowed(window):
    make(window)
    window.post("/mine/own/shut/")
    answers = [window.post("/mine/own/", {"words": "something"}) for _try in range(6)]
    assert {one.status_code for one in answers} == {400}
    assert "Wait" in page(answers[-1])
    assert "Wait" in page(window.post("/mine/own/", {"words": WORDS}))
    assert not is_open(window)


def test_other_words_need_the_present_ones(window):
    make(window)
    refused = window.post("/mine/own/other/", {"present": "something", "words": OTHER, "again": OTHER})
    assert refused.status_code == 400
    assert window.post("/mine/own/other/", {"present": WORDS, "words": OTHER, "again": WORDS}).status_code == 400
    assert window.post("/mine/own/other/", {"present": WORDS, "words": OTHER, "again": OTHER})["Location"] == "/mine/"
    window.post("/mine/own/shut/")
    window.post("/mine/own/", {"words": WORDS})
    assert not is_open(window)
    window.post("/mine/own/", {"words": OTHER})
    assert is_open(window)


def test_other_words_are_only_chosen_while_it_is_open(window):
    assert window.get("/mine/own/other/")["Location"] == "/mine/own/"
    make(window)
    assert window.get("/mine/own/other/").status_code == 200


def test_shut_nothing_of_theirs_alone_opens(window):
    make(window)
    window.post("/mine/private/", {"text": "only mine"})
    assert window.get("/mine/own/shut/").status_code == 405
    window.post("/mine/own/shut/")
    assert not is_open(window)
    assert "only mine" not in page(window.get("/mine/"))


def test_another_browser_of_the_same_client_opens_for_itself(window, handed, heron):
    make(window)
    assert not is_open(handed(heron))
    assert handed(heron).get("/mine/private/").status_code == 302


def test_sent_twice_the_code_that_is_seen_last_is_the_one_that_opens_it(window, heron):
    first, second = code_in(make(window)), code_in(make(window))
    assert first != second
    with pytest.raises(own.OwnKeyError):
        own.opened(heron, first)
    assert own.opened(heron, second).raw() == own.opened(heron, WORDS).raw()


def test_other_words_make_no_second_key_and_change_no_code(window, heron):
    code = code_in(make(window))
    answer = window.post("/mine/own/new/", {"words": OTHER, "again": OTHER})
    assert answer.status_code == 400
    assert "already" in page(answer)
    own._tries.clear(heron.pk)
    assert own.opened(heron, code).raw() == own.opened(heron, WORDS).raw()
    assert models.OwnKey.objects.count() == 1
