"""The door: who may do what and why not, what opening a page leaves in the audit, and what counts as use."""

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client as Browser
from django.test import RequestFactory

from reattune.errors import ReattuneError
from reattune.practice import desk, door, models
from reattune.practice.door import DoorMiddleware, May, Who, is_program, who
from reattune.practice.keeping import keep
from reattune.practice.scope import Reach
from reattune.practice.sqlcipher.keyed import LockedError
from reattune.practice.vault.attempts import since_start

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def own_pages(monkeypatch):
    """Pages registered in a test do not stay."""
    monkeypatch.setattr(door, "PAGES", [])
    return door.page


@pytest.fixture
def asked(store):
    """A request of the browser that was let in; with other words, of another one."""

    def made(path="/help/", method="get", **session):
        request = getattr(RequestFactory(), method)(path)
        request.session = {"opening": desk.opening(), **session}
        return request

    return made


def test_whoever_unlocked_is_the_therapist(asked):
    assert who(asked()) is Who.THERAPIST


@pytest.mark.parametrize("session", [{"opening": ""}, {"opening": None}, {"opening": "another"}, {"second_step": True}])
def test_anybody_else_is_nobody(asked, session):
    assert who(asked(**session)) is Who.NOBODY


def test_a_browser_that_was_handed_over_is_the_clients_and_sees_them_alone(asked, new_client):
    heron = new_client("heron")
    found = door.present(asked(handed=str(heron.pk)))
    assert found.who is Who.CLIENT
    assert (found.scope.reach, found.scope.client, found.scope.actor) == (Reach.ONE_CLIENT, heron.pk, "client")


def test_locked_meanwhile_a_browser_that_was_handed_over_is_nobodys(asked, new_client):
    request = asked(handed=str(new_client("heron").pk))
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert who(request) is Who.NOBODY


@pytest.mark.parametrize(("method", "said"), [("post", "What you wrote was not sent"), ("get", "Give the device back")])
def test_locked_meanwhile_what_a_client_wrote_stays_with_them(handed_request, method, said):
    answer = getattr(handed_request, method)(
        "/mine/notes/", {"text": "you looked at the clock", "words": "secret words"}
    )
    assert answer.status_code == 503
    assert said in answer.content.decode()
    assert ("you looked at the clock" in answer.content.decode()) is (method == "post")
    assert "secret words" not in answer.content.decode()


@pytest.fixture
def handed_request(browser, new_client):
    """A browser that was handed over, in a practice that locked itself since."""
    browser.post(f"/r/{new_client('heron').pk}/hand-over/")
    connection.close()
    desk.lock()
    return browser


def test_what_is_not_the_clients_is_refused_with_the_reason_and_a_way_back(browser, new_client):
    browser.post(f"/r/{new_client('heron').pk}/hand-over/")
    answer = browser.get("/relationships/")
    assert answer.status_code == 403
    assert "This page is your therapist’s." in answer.content.decode()
    assert 'href="/mine/"' in answer.content.decode()


def test_while_it_is_locked_everybody_is_nobody(asked):
    request = asked()
    desk.lock()
    assert who(request) is Who.NOBODY
    request.session["opening"] = desk.opening()
    assert who(request) is Who.NOBODY


def test_a_page_that_does_not_say_who_may_see_it_is_seen_by_nobody(asked):
    middleware = DoorMiddleware(lambda _request: HttpResponse())
    answer = middleware.process_view(asked(), lambda _request: HttpResponse("secret"), (), {})
    assert answer.status_code == 403
    assert b"nobody may" in answer.content


def test_a_page_knows_what_it_was_registered_for(own_pages):
    @own_pages("somewhere/", "somewhere", May.WRITE, seen="thing")
    def view(_request):
        return HttpResponse()

    (one,) = door.PAGES
    assert (one.route, one.name, one.may, one.seen) == ("somewhere/", "somewhere", May.WRITE, "thing")
    assert view.may is May.WRITE


@pytest.mark.parametrize(
    ("method", "status", "lines"), [("get", 200, 1), ("post", 200, 0), ("get", 404, 0), ("get", 302, 0)]
)
def test_what_was_seen_stands_in_the_audit(own_pages, asked, new_client, method, status, lines):
    heron = new_client("heron")

    @own_pages("r/<uuid:client>/", "somebody", May.SEE, seen="thing")
    def view(_request, client):
        return HttpResponse(str(client), status=status)

    view(asked(method=method), client=heron.pk)
    found = models.AuditEvent.objects.filter(action="viewed", what="thing", client=heron.pk, purpose="therapy")
    assert found.count() == lines


def test_after_unlocking_one_comes_back_to_a_page_but_not_to_a_sending(store):
    assert Browser().get("/help/?a=1&b=2")["Location"] == "/unlock/?next=%2Fhelp%2F%3Fa%3D1%26b%3D2"
    assert Browser().post("/help/")["Location"] == "/unlock/"


def test_before_the_first_questions_were_answered_only_these_are_asked(browser):
    keep(set_up=False)
    desk.remember_settings()
    assert browser.get("/help/")["Location"] == "/begin/practice/"
    assert browser.get("/begin/practice/").status_code == 200
    assert browser.post("/lock/")["Location"] == "/unlock/"


@pytest.fixture
def after(monkeypatch):
    """Let time pass: so many minutes since the test began; it locks after fifteen."""
    began = since_start()
    return lambda minutes: monkeypatch.setattr(desk, "since_start", lambda: began + minutes * 60)


def test_using_it_keeps_it_open(browser, after):
    after(10)
    browser.get("/help/")
    after(20)
    assert not desk.lock_if_idle()


def test_a_page_that_only_waits_does_not(browser, after):
    after(10)
    assert browser.get("/help/", headers={"X-Waiting": "1"}).status_code == 200
    after(20)
    assert desk.lock_if_idle()


@pytest.mark.parametrize(("headers", "locks"), [({}, False), ({"X-Waiting": "1"}, True)])
def test_typing_keeps_it_open_and_looking_whether_it_is_does_not(browser, after, headers, locks):
    after(10)
    assert browser.get("/awake/", headers=headers).status_code == 204
    after(20)
    assert desk.lock_if_idle() is locks


def test_a_browser_that_was_not_let_in_does_not(store, after):
    after(10)
    Browser().get("/unlock/")
    Browser().get("/help/")
    after(20)
    assert desk.lock_if_idle()


@pytest.mark.parametrize("headers", [{}, {"X-Waiting": "1"}])
def test_the_first_request_after_a_long_sleep_finds_it_locked(browser, after, headers):
    after(20)
    assert browser.get("/help/", headers=headers)["Location"] == "/unlock/?next=%2Fhelp%2F"
    assert not desk.is_open()


def test_locked_in_the_middle_of_an_answer_the_passphrase_is_asked_for(asked):
    middleware = DoorMiddleware(lambda _request: HttpResponse())
    connection.close()
    desk.lock()
    for error in (LockedError("locked"), OperationalError("closed")):
        assert middleware.process_exception(asked(), error)["Location"] == "/unlock/?next=%2Fhelp%2F"
        assert middleware.process_exception(asked("/api/v1/episodes"), error).status_code == 503
    assert middleware.process_exception(asked(), ValueError("a slip")) is None


def test_locked_and_opened_again_in_the_middle_of_an_answer_the_passphrase_is_asked_for(asked):
    answer = DoorMiddleware(lambda _request: HttpResponse()).process_exception(asked(), LockedError("locked"))
    assert answer["Location"] == "/unlock/?next=%2Fhelp%2F"


def test_what_goes_wrong_while_it_is_open_is_not_hidden(asked):
    middleware = DoorMiddleware(lambda _request: HttpResponse())
    assert middleware.process_exception(asked(), ValueError("a slip")) is None
    assert middleware.process_exception(asked(), ReattuneError("a slip")) is None


def test_a_full_disk_is_said_in_words_to_people_and_programs(asked):
    middleware = DoorMiddleware(lambda _request: HttpResponse())
    answer = middleware.process_exception(asked("/api/v1/episodes"), OperationalError("database or disk is full"))
    assert answer.status_code == 503
    assert "no space left" in answer.content.decode()


def test_answers_are_in_the_language_of_the_practice(browser):
    keep(language="de")
    desk.remember_settings()
    assert '<html lang="de"' in browser.get("/help/").content.decode()


@pytest.mark.parametrize(
    ("wanted", "answered"), [("xx, de-AT;q=0.8, en", "de"), ("en-GB", "en"), ("xx", "en"), ("", "en")]
)
def test_before_unlocking_answers_are_in_the_language_of_the_browser(home, monkeypatch, wanted, answered):
    monkeypatch.setattr("reattune.language.languages", lambda: ("en", "de"))
    assert desk.language(RequestFactory().get("/unlock/", headers={"Accept-Language": wanted})) == answered


@pytest.mark.parametrize(
    ("path", "answer"), [("/api/v1/episodes", True), ("/api/", True), ("/apiary/", False), ("/", False)]
)
def test_addresses_for_programs_are_told_apart(path, answer):
    assert is_program(RequestFactory().get(path)) is answer
