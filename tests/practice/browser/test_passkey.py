"""Passkeys in a real browser, with a device that is pretended: made at the first sign-in, and asked for at the next."""

import os
import queue
import re
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from playwright.sync_api import expect, sync_playwright

from reattune.practice import desk, models, people, scope
from reattune.practice.serving import serve

pytestmark = pytest.mark.system("chromium")

PASSPHRASE = "seven quiet herons at dusk"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def elsewhere(work):
    """Return what work gives in a thread of its own: the store is never asked where the browser's loop runs."""

    def run():
        try:
            with scope.use(scope.EVERYONE):
                return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@pytest.fixture
def address(made_practice, tmp_path):
    """A shared practice that is served; passkeys belong to a name, so by the name of this computer."""
    home = tmp_path / "practice"
    shutil.copytree(made_practice, home)
    stop, lines = threading.Event(), queue.Queue()
    words = {"open_browser": False, "stop": stop, "said": lines.put}
    thread = threading.Thread(target=serve, args=(home,), kwargs=words)
    thread.start()
    port = re.search(r"http://[\d.]+:(\d+)/", lines.get(timeout=30))[1]
    elsewhere(lambda: desk.unlock(PASSPHRASE))
    scope.shared_practice(shared=True)
    yield f"http://localhost:{port}"
    scope.shared_practice(shared=False)
    stop.set()
    thread.join(timeout=30)
    elsewhere(desk.lock)


@pytest.fixture(scope="module")
def chromium(made_practice):  # made first: the store is never asked where the browser's loop runs
    """A browser that finds nothing but this computer."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    with sync_playwright() as player:
        words = {**os.environ, "LANGUAGE": "en_GB", "LANG": "en_GB.UTF-8"}
        browser = player.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu", rules], env=words)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium, address):
    """A page with a device of its own that knows who holds it; complaints of the page end the test."""
    heard = []
    context = chromium.new_context(base_url=address, locale="en-GB", viewport={"width": 390, "height": 800})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda one: heard.append(one.text) if "Content Security Policy" in one.text else None)
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.device, page.number = device, made["authenticatorId"]
    yield page
    context.close()
    assert heard == []


@pytest.fixture
def link(address):
    """Somebody's link for their first sign-in."""

    def made():
        return people.link(people.add("keeper", models.Person.Role.MANAGER))

    return f"/sign-in/first/{elsewhere(made)}/"


def make(window, link):
    window.goto(link)
    window.get_by_label("What you call this device").fill("my phone")
    window.get_by_role("button", name="Make a passkey on this device").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("The practice’s frame")


def test_a_passkey_is_made_and_lets_in_again(window, link):
    make(window, link)
    kept = elsewhere(lambda: models.Passkey.objects.select_related("person").get())
    assert (kept.name, kept.person.name, kept.person.password) == ("my phone", "keeper", "")
    window.get_by_role("button", name="Sign out").click()
    window.goto("/practice/frame/")
    expect(window).to_have_url(re.compile("/sign-in/"))
    window.get_by_role("button", name="Sign in with a passkey").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("The practice’s frame")
    assert elsewhere(lambda: models.Passkey.objects.get().used) is not None


def test_a_device_that_does_not_know_who_holds_it_lets_nobody_in(window, link):
    make(window, link)
    window.get_by_role("button", name="Sign out").click()
    words = {"authenticatorId": window.number, "isUserVerified": False}
    window.device.send("WebAuthn.setUserVerified", words)
    window.get_by_role("button", name="Sign in with a passkey").click()
    expect(window.get_by_role("status")).to_contain_text("Nothing was done")
    expect(window.get_by_label("Password")).to_be_visible()


def test_a_passkey_of_somebody_stopped_lets_nobody_in(window, link):
    make(window, link)
    elsewhere(lambda: people.stop(models.Person.objects.get()))
    window.reload()
    expect(window).to_have_url(re.compile("/sign-in/"))
    window.get_by_role("button", name="Sign in with a passkey").click()
    expect(window.get_by_role("alert")).to_contain_text("does not let in here")


def test_an_answer_is_taken_once(window, link):
    make(window, link)
    window.get_by_role("button", name="Sign out").click()
    window.evaluate(
        "() => { HTMLFormElement.prototype.submit = function () { window.caught = new FormData(this).get('answer'); }; }"
    )
    window.get_by_role("button", name="Sign in with a passkey").click()
    window.wait_for_function("window.caught")
    answer = window.evaluate("window.caught")
    send = """async (answer) => {
        const form = new URLSearchParams({answer, csrfmiddlewaretoken: document.querySelector('[name=csrfmiddlewaretoken]').value});
        return (await fetch('/sign-in/passkey/', {method: 'POST', body: form})).url;
    }"""
    # A page of its own asks anew, so what was answered before is an answer to nothing.
    window.goto("/sign-in/")
    assert "/sign-in/" in window.evaluate(send, answer)
    window.goto("/practice/frame/")
    expect(window).to_have_url(re.compile("/sign-in/"))


def test_another_one_is_added_and_one_is_taken_away(window, link):
    make(window, link)
    window.goto("/my-sign-in/")
    words = {"options": {**DEVICE, "transport": "usb"}}
    window.device.send("WebAuthn.addVirtualAuthenticator", words)
    window.device.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": window.number})
    window.get_by_label("What you call this device").fill("a key")
    window.get_by_role("button", name="Add a passkey on this device").click()
    expect(window.get_by_role("listitem")).to_have_count(2)
    window.get_by_role("button", name="Take it away (my phone)").click()
    expect(window.get_by_role("listitem")).to_have_count(1)
    expect(window.get_by_role("main")).to_contain_text("a key")
