"""Handing the device over and back: no way out but the passphrase, and nothing of either left for the other."""

import re

import pytest
from django.test import Client as Browser

from reattune.practice import desk, handing, keys, letting_in, models, second_step
from reattune.practice.door import PAGES, May
from reattune.practice.vault import Cost, VaultError
from reattune.practice.voices import own

PASSPHRASE = "seven quiet herons at dusk"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SECRET = "a wren at the window"


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def over(browser, heron):
    """The therapist's browser, handed to heron as a person does it."""
    answer = browser.post(f"/r/{heron.pk}/hand-over/")
    assert answer["Location"] == "/mine/"
    assert answer["Clear-Site-Data"] == '"cache"'
    return browser


def text(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def is_therapist(window):
    return window.get("/relationships/").status_code == 200


def test_it_says_what_it_means_before_anything_happens(browser, heron):
    answer = browser.get(f"/r/{heron.pk}/hand-over/")
    assert "Nothing of yours opens in it until you are back" in text(answer)
    assert "Other programs on the computer stay as they are" in text(answer)
    assert is_therapist(browser)


def test_a_client_who_is_not_there_is_not_handed_anything(browser):
    assert browser.post("/r/00000000-0000-0000-0000-000000000000/hand-over/").status_code == 404
    assert is_therapist(browser)


def test_where_it_cannot_be_noted_the_desk_stays_the_therapists(browser, heron, monkeypatch):
    def refuse(*_words):
        raise VaultError("There is no space left.")

    monkeypatch.setattr(handing, "write_private", refuse)
    answer = browser.post(f"/r/{heron.pk}/hand-over/")
    assert (answer.status_code, "There is no space left." in text(answer)) == (503, True)
    assert is_therapist(browser)


def test_the_first_page_of_the_client_opens_and_no_page_of_the_therapist(over, heron):
    assert over.get("/mine/").status_code == 200
    for path in (
        "/",
        "/relationships/",
        f"/r/{heron.pk}/",
        "/settings/",
        "/help/",
        "/lock/",
        "/settings/passphrase/",
        "/awake/",
    ):
        assert over.get(path).status_code == 403, path
        assert over.post(path).status_code == 403, path


def test_nothing_that_the_therapist_was_about_to_be_told_is_told_to_the_client(browser, heron):
    session = browser.session
    session["said"] = [{"words": SECRET, "undo": ""}]
    session["carried"] = {"to": "/capture/", "fields": [["note", SECRET]]}
    session.save()
    browser.post(f"/r/{heron.pk}/hand-over/")
    assert SECRET not in browser.get("/mine/").content.decode()
    assert set(browser.session.keys()) <= {"opening", "handed"}


@pytest.mark.parametrize("typed", ["", "wrong words", "blue kettle moon"])
def test_unlocking_while_it_is_out_leads_to_the_end_of_the_clients_turn(over, typed):
    for answer in (over.get("/unlock/"), over.post("/unlock/", {"passphrase": typed})):
        assert answer["Location"] == "/mine/done/"
    assert not is_therapist(over)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/unlock/", {"by": "keyring"}),
        ("/unlock/?next=/relationships/", {"by": "keyring"}),
        ("/unlock/second-step/", {"code": "000000"}),
        ("/recover/", {"code": "84B3-NTWJ-0V8K-PWE0"}),
        ("/begin/", {"passphrase": "nine loud wrens at noon", "again": "nine loud wrens at noon"}),
        ("/demo/something/", {}),
        ("/lock/", {}),
        ("/carried/", {}),
        ("/mine/done/", {}),
        ("/mine/done/", {"passphrase": "wrong words"}),
        ("/mine/done/", {"passphrase": "wrong words", "next": "/relationships/"}),
    ],
)
def test_no_way_out_without_the_passphrase(over, path, words):
    for answer in (over.get(path), over.post(path, words)):
        assert answer.status_code in {200, 302, 403, 404}
        assert not is_therapist(over)
    assert desk.is_open()


def test_programs_get_in_with_no_cookie(over):
    for path in ("/api/v1/relationships", "/api/v1/noticings", "/api/v1/episodes"):
        assert over.get(path).status_code == 401
        assert over.post(path).status_code in {401, 405}


def test_every_page_that_is_not_a_clients_refuses_them(over, heron):
    """Whatever page there is, found by looking at all of them."""
    other = "00000000-0000-0000-0000-000000000000"
    for one in PAGES:
        if one.may in {May.OWN, May.HAND_BACK, May.LINK, May.ENTER}:
            continue
        path = re.sub(r"<uuid:client>", str(heron.pk), one.route)
        path = "/" + re.sub(r"<int:[^>]+>|<path:[^>]+>|<str:[^>]+>", "1", re.sub(r"<uuid:[^>]+>", other, path))
        for answer in (over.get(path), over.post(path)):
            assert answer.status_code in {403, 404}, path
            assert answer.status_code == 403 or "<" in one.route, path


def test_the_demonstrations_address_lets_no_client_out(over):
    assert over.get(letting_in.offer()).status_code == 403
    assert not is_therapist(over)


def test_the_keyring_is_neither_offered_nor_taken_in_any_browser_while_it_is_out(over, monkeypatch):
    monkeypatch.setattr(desk, "is_remembered", lambda: True)
    monkeypatch.setattr(desk, "unlock_remembered", lambda: pytest.fail("the keyring was asked"))
    for window in (Browser(), Browser()):
        assert "keyring" not in window.get("/unlock/").content.decode()
        answer = window.post("/unlock/", {"by": "keyring"})
        assert (answer.status_code, "handed over" in text(answer)) == (403, True)
        assert not is_therapist(window)


def test_locked_while_it_is_out_the_keyring_stays_shut_until_the_passphrase(over, monkeypatch):
    monkeypatch.setattr(desk, "is_remembered", lambda: True)
    monkeypatch.setattr(desk, "unlock_remembered", lambda: pytest.fail("the keyring was asked"))
    desk.lock()
    assert "keyring" not in over.get("/unlock/").content.decode()
    assert over.post("/unlock/", {"by": "keyring"}).status_code == 403
    assert not desk.is_open()
    over.post("/unlock/", {"passphrase": PASSPHRASE})
    assert is_therapist(over)
    assert not handing.is_out()


def test_other_browsers_of_the_therapist_must_unlock_again(store, heron):
    first, second = Browser(), Browser()
    for window in (first, second):
        window.post("/unlock/", {"passphrase": PASSPHRASE})
    first.post(f"/r/{heron.pk}/hand-over/")
    assert second.get("/relationships/")["Location"].startswith("/unlock/")


def test_the_clients_turn_ends_with_thanks_and_the_passphrase_brings_the_therapist_back(over, heron):
    assert "Thank you." in text(over.get("/mine/done/"))
    answer = over.post("/mine/done/", {"passphrase": PASSPHRASE})
    assert answer["Location"] == f"/r/{heron.pk}/"
    assert answer["Clear-Site-Data"] == '"cache"'
    assert is_therapist(over)
    assert over.get("/mine/").status_code == 403


def test_a_wrong_passphrase_is_counted_and_said(over):
    answers = [over.post("/mine/done/", {"passphrase": "wrong words"}) for _try in range(7)]
    assert {one.status_code for one in answers} == {403}
    assert "does not open the practice" in text(answers[0])
    assert "ait" in text(answers[-1])
    assert not is_therapist(over)


def test_with_a_second_step_the_passphrase_alone_is_not_enough(over, monkeypatch):
    monkeypatch.setattr(second_step, "is_set", lambda: True)
    assert over.post("/mine/done/", {"passphrase": PASSPHRASE})["Location"] == "/unlock/second-step/"
    assert not is_therapist(over)
    assert over.get("/mine/").status_code == 503
    monkeypatch.setattr(second_step, "check", lambda _code: None)
    over.post("/unlock/second-step/", {"code": "123456"})
    assert is_therapist(over)


def test_the_recovery_sheet_brings_the_therapist_back_and_ends_the_clients_turn(over):
    code = keys.vault().new_recovery_code()
    assert over.post("/recover/", {"code": code})["Location"] == "/settings/passphrase/"
    assert "handed" not in over.session
    assert not handing.is_out()
    assert is_therapist(over)


def test_saying_that_one_is_done_shuts_what_is_only_theirs(over, heron):
    own.make(heron, "blue kettle moon", cost=CHEAP)
    over.post("/mine/own/", {"words": "blue kettle moon"})
    assert own.is_held(over.session.session_key)
    over.get("/mine/done/")
    assert not own.is_held(over.session.session_key)
    assert over.get("/mine/private/")["Location"].startswith("/mine/own/")


def test_a_therapist_is_not_led_to_the_clients_pages(browser):
    for path in ("/mine/", "/mine/done/", "/mine/own/", "/mine/private/", "/mine/notes/"):
        assert browser.get(path).status_code == 403


def test_in_a_shared_practice_the_end_of_the_turn_signs_out(over, monkeypatch):
    monkeypatch.setattr("reattune.practice.pages.handing.is_shared", lambda: True)
    monkeypatch.setattr("reattune.practice.pages.handing.entrance", lambda: "/unlock/")
    page = over.get("/mine/done/").content.decode()
    assert "Sign out" in page
    assert 'name="passphrase"' not in page
    assert over.post("/mine/done/")["Location"] == "/unlock/"
    assert over.get("/mine/").status_code == 503


def test_pages_left_open_learn_who_is_at_the_browser(browser, heron):
    assert browser.get("/whose/").content == b"therapist"
    browser.post(f"/r/{heron.pk}/hand-over/")
    assert browser.get("/whose/").content == b"client"
    own.make(heron, "blue kettle moon", cost=CHEAP)
    browser.post("/mine/own/", {"words": "blue kettle moon"})
    assert browser.get("/whose/").content == b"client open"
    assert Browser().get("/whose/").content == b"nobody"
    desk.lock()
    assert browser.get("/whose/").content == b"nobody"
    assert browser.post("/whose/").status_code == 405


@pytest.mark.parametrize(("headers", "counts"), [({"X-Waiting": "1"}, False), ({}, True)])
def test_looking_who_is_here_is_no_use_of_the_key_and_writing_is(over, heron, monkeypatch, headers, counts):
    key, _code = own.make(heron, "blue kettle moon", cost=CHEAP)
    now = [own.since_start()]
    monkeypatch.setattr(own, "since_start", lambda: now[0])
    own.hold(over.session.session_key, key)
    now[0] += 6 * 60
    over.get("/whose/", headers=headers)
    now[0] += 6 * 60
    assert own.is_held(over.session.session_key) is counts


def test_handing_over_is_a_post_and_needs_the_forms_token(store, heron):
    window = Browser(enforce_csrf_checks=True)
    window.get("/unlock/")
    token = window.cookies["reattune-form"].value
    window.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE, "csrfmiddlewaretoken": token})
    assert window.post(f"/r/{heron.pk}/hand-over/").status_code == 403
    assert is_therapist(window)


def test_the_audit_says_who_handed_it_to_whom(over, heron):
    assert models.AuditEvent.objects.get(what="hand-over").client == heron.pk
