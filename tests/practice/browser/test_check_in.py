"""A check-in on a client's own phone, at a person's pace, and through a network that goes away."""

import re
import time
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from reattune.practice import demo, models
from reattune.practice.check_in import inviting
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import keep

pytestmark = pytest.mark.system("chromium")
PHONE = {"viewport": {"width": 390, "height": 800}}
SMALL = {"viewport": {"width": 320, "height": 640}}
MOST = 60.0
READING, A_TAP, A_SIGN = 2.0, 0.8, 0.15
"""A tired person's pace, in seconds: to read a question, to find and tap something, to write one sign."""


def rows(place):
    """What came through a link; what the examples say is of days before."""

    def found():
        today = models.Said.objects.filter(client__codename="heron", day=demo.DAY)
        return sorted((row.share, row.words.get("text", "")) for row in today)

    return place.ask(found)


@pytest.fixture
def address(place):
    """A link for heron, made while the desk is open."""
    place.let_in(place.window())

    def make():
        keep(read_when="On working days, by six.", safety="Call 111, or 999 in an emergency.")
        return inviting.make(models.Client.objects.get(codename="heron"), When.AFTER, timedelta(hours=1))

    inviting.GUESSES.clear()
    return f"/k/{place.ask(make)}/"


class Person:
    """Somebody who reads, taps and writes at a human pace; the pace is reckoned, and what the program takes measured."""

    def __init__(self, page):
        self.page, self.taken, self.began = page, 0.0, time.monotonic()

    def tap(self, name, role="radio", reads=False):
        self.taken += A_TAP + (READING if reads else 0)
        found = self.page.get_by_role(role, name=name, exact=True).locator("visible=true").first
        found.check() if role == "radio" else found.click()

    def write(self, words):
        self.taken += A_TAP + A_SIGN * len(words)
        self.page.locator("textarea:visible").fill(words)

    @property
    def seconds(self):
        return self.taken + time.monotonic() - self.began


def test_all_four_answers_with_words_take_less_than_a_minute(place, address):
    page = place.window(**PHONE)
    page.goto(address)
    expect(page.get_by_text("On working days, by six.").first).to_be_visible()
    expect(page.get_by_text("999 in an emergency").first).to_be_visible()
    expect(page.get_by_role("radio").locator("visible=true")).to_have_count(0)
    someone = Person(page)
    someone.taken += 20  # who reads it, and when: some eighty words
    someone.tap("Begin", "button")
    for choice, share in (("Yes", "Please raise this for me"), ("Partly", "Share now"), ("No", "Share now")):
        someone.tap(choice, reads=True)
        if choice == "Yes":
            someone.write("It went too fast for me.")
        someone.tap(share)
        someone.tap("Next", "button")
    someone.tap("Leave this out", "button", reads=True)
    expect(page.get_by_role("heading", name="That was all")).to_be_focused()
    someone.tap("Send", "button", reads=True)
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    assert someone.seconds < MOST, someone.seconds
    assert rows(place) == [("now", ""), ("now", ""), ("raise_for_me", "It went too fast for me.")]


def answer(page, words="Words that must not be lost."):
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("radio", name="Yes").locator("visible=true").check()
    page.locator("textarea:visible").fill(words)
    page.get_by_role("radio", name="Share now").locator("visible=true").check()
    for _number in range(4):
        page.get_by_role("button", name="Next").locator("visible=true").click()


def test_without_a_network_it_is_said_that_nothing_was_sent_and_sent_when_there_is_one(place, address):
    page = place.window(**PHONE)
    page.goto(address)
    answer(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status")).to_contain_text("Not sent yet. Your words are still here")
    assert rows(place) == []
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    assert rows(place) == [("now", "Words that must not be lost.")]
    assert page.evaluate("sessionStorage.length") == 0
    # What the browser says of a network that is not there is no fault of the page.
    for ear in place.ears:
        ear.heard = [one for one in ear.heard if "ERR_INTERNET_DISCONNECTED" not in one]


def test_an_answer_that_was_lost_on_its_way_back_is_kept_once(place, address):
    page = place.window(**PHONE)
    page.goto(address)
    answer(page)
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    page.route("**/k/**", lose)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    assert lost
    assert rows(place) == [("now", "Words that must not be lost.")]
    for ear in place.ears:
        ear.heard = [one for one in ear.heard if "ERR_FAILED" not in one]


def test_on_ones_own_phone_words_survive_a_reload_until_they_are_sent(place, address):
    page = place.window(**PHONE)
    page.goto(address)
    answer(page, "Half a thought")
    page.reload()
    expect(page.get_by_role("heading", name="That was all")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    assert rows(place) == [("now", "Half a thought")]
    assert page.evaluate("sessionStorage.length") == 0


def test_nobody_is_taken_on_without_saying_who_may_read(place, address):
    page = place.window(**PHONE)
    page.goto(address)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("radio", name="Yes").locator("visible=true").check()
    page.get_by_role("button", name="Next").locator("visible=true").click()
    expect(
        page.get_by_text("Choose who may read this answer, or leave it out.").locator("visible=true")
    ).to_be_visible()
    page.get_by_role("button", name="Leave this out").locator("visible=true").click()
    expect(page.get_by_role("heading", name="Did we work on what matters to you?")).to_be_focused()


def test_without_script_all_questions_are_on_one_page(place, address):
    page = place.window(java_script_enabled=False, **SMALL)
    page.goto(address)
    first = page.get_by_role("group", name="Did anything feel off between us?").first
    first.get_by_role("radio", name="Yes").check()
    page.locator("#text-felt_off").fill("Written without a script.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Choose who may read this answer; nothing was sent yet.")).to_be_visible()
    expect(page.locator("#text-felt_off")).to_have_value("Written without a script.")
    page.locator("input[name=share-felt_off][value=now]").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    assert rows(place) == [("now", "Written without a script.")]


def test_at_the_smallest_width_nothing_runs_over(place, address):
    page = place.window(**SMALL)
    page.goto(address)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("radio", name=re.compile("can’t put it into words")).locator("visible=true").check()
    expect(page.get_by_text("How near were we?").locator("visible=true")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


LOOKS = [(theme, {"width": width, "height": 800}) for theme in ("light", "dark") for width in (320, 1100)]


def faults(page, axe):
    """Yield what axe-core finds fault with, in both themes, small and wide."""
    for theme, size in LOOKS:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (page.url, size)
        for one in axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]:
            yield f"{page.url} {theme} {size['width']}: {one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}"


def test_no_screen_of_it_is_at_fault(place, address):
    page, axe, wrong = place.window(**PHONE), Axe(), []
    page.goto(address)
    wrong += faults(page, axe)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("radio", name=re.compile("can’t put it into words")).locator("visible=true").check()
    page.get_by_role("button", name="Next").locator("visible=true").click()
    wrong += faults(page, axe)
    page.get_by_role("radio", name="Share now").locator("visible=true").check()
    for _number in range(4):
        page.get_by_role("button", name="Next").locator("visible=true").click()
    wrong += faults(page, axe)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you for saying so")).to_be_visible()
    wrong += faults(page, axe)
    desk = place.let_in(place.window())
    for where in ("/", f"/r/{place.ask(lambda: models.Said.objects.get(day=demo.DAY).client_id)}/check-ins/"):
        desk.goto(where)
        wrong += faults(desk, axe)
    assert wrong == [], "\n".join(wrong)


def test_a_device_that_was_handed_over_keeps_nothing_and_says_that_it_can_be_later(place):
    page = place.let_in(place.window())
    place.ask(lambda: keep(read_when="On working days, by six.", safety="Call 111."))
    heron = place.ask(lambda: models.Client.objects.get(codename="heron").pk)
    page.goto(f"/r/{heron}/hand-over/")
    page.locator("main form button").last.click()
    page.wait_for_url("**/mine/**")
    page.goto("/mine/check-in/")
    expect(page.get_by_role("link", name="Not now: give the device back")).to_be_visible()
    answer(page, "Said in the room.")
    stored = page.evaluate("JSON.stringify([sessionStorage, localStorage])")
    assert "felt_off" not in stored
    assert "Said" not in stored
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("link", name="Give the device back")).to_be_visible()
    assert rows(place) == [("now", "Said in the room.")]
