"""Two people at once: each writes their own side in a browser of their own, and sees only what the other has shown."""

import re

import pytest
from playwright.sync_api import expect

from reattune.practice import models

pytestmark = pytest.mark.system("chromium")

OWN_WORDS = "a heron in the reeds"


@pytest.fixture
def heron(place):
    """Where heron's pages are; the practice must be open."""
    return lambda: place.ask(lambda: str(models.Client.objects.get(codename="heron").pk))


@pytest.fixture
def two(place, heron):
    """Two browsers: the therapist's, let in, and one that was handed to heron, with words of their own chosen."""
    theirs = place.let_in(place.window(viewport={"width": 390, "height": 844}))
    key = heron()
    theirs.goto(f"/r/{key}/hand-over/")
    theirs.get_by_role("button", name="Hand it over").click()
    theirs.goto("/mine/own/new/")
    theirs.get_by_label("The words you choose").fill(OWN_WORDS)
    theirs.get_by_label("Once more").fill(OWN_WORDS)
    theirs.get_by_role("button", name="Choose these").click()
    expect(theirs.get_by_role("heading", name="Your code")).to_be_visible()
    return place.let_in(place.window(), f"/r/{key}/talks/"), theirs


def main_of(page):
    """Return all that the main part of a page says, and what its form holds besides."""
    said = page.locator("main").inner_html()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", said)


def save(page, **boxes):
    for label, text in boxes.items():
        page.get_by_label(label.replace("_", " "), exact=True).first.fill(text)
    page.get_by_role("button", name="Save my side").click()
    page.wait_for_load_state()


def fits(page):
    """Return whether nothing is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def beside_each_other(desk, theirs):
    """Both sides in columns of their own on a desk, one below the other on a phone, and on one sheet of paper."""
    client, therapist = (
        desk.get_by_role("region", name="The client’s side"),
        desk.get_by_role("region", name="The therapist’s side"),
    )
    expect(client).to_contain_text("You looked away.")
    expect(therapist).to_contain_text("I looked at the clock.")
    expect(client).not_to_contain_text("I looked at the clock.")
    assert client.bounding_box()["y"] == therapist.bounding_box()["y"]
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", desk.pdf(format="A4"))) == 1
    desk.set_viewport_size({"width": 320, "height": 700})
    assert client.bounding_box()["y"] < therapist.bounding_box()["y"]
    assert fits(desk)
    theirs.set_viewport_size({"width": 320, "height": 700})
    assert fits(theirs)
    desk.set_viewport_size({"width": 1280, "height": 900})


def mended_when_both_say_so(desk, theirs):
    """Gold comes with the second of the two, and not before."""
    room = desk.url
    desk.goto(room.replace("room/", ""))
    desk.get_by_text("How it is now", exact=True).first.click()
    desk.get_by_label("For me this is mended.").first.check()
    save(desk)
    desk.goto(room)
    expect(desk.locator(".gold-mend")).to_have_count(0)
    theirs.get_by_text("Say how it is now").click()
    later = theirs.locator("form").filter(has=theirs.get_by_role("button", name="Keep it with today’s day"))
    later.get_by_label("For me this is mended.").check()
    later.get_by_label("My therapist may read this").check()
    later.get_by_role("button", name="Keep it with today’s day").click()
    desk.reload()
    expect(desk.locator(".gold-mend")).to_have_count(1)


def test_two_sides_from_something_felt_off_to_a_mend_that_both_name(place, two, heron):
    desk, theirs = two
    key = heron()
    begin = f"/r/{key}/talks/"
    before = main_of(desk)

    # Begun for oneself alone: nothing at the desk is otherwise.
    theirs.goto("/mine/talks/")
    theirs.get_by_label("In a few words").fill("The clock")
    theirs.get_by_label("Only me, for now").check()
    theirs.get_by_role("button", name="Begin").click()
    expect(theirs.get_by_role("heading", name="The clock")).to_be_visible()
    desk.goto(begin)
    assert main_of(desk) == before

    # Shown: its title is there, and no side.
    theirs.get_by_text("Only you see that this is here").click()
    theirs.get_by_role("button", name="Let them see that it is here").click()
    desk.goto(begin)
    desk.get_by_role("link", name="The clock").click()
    expect(desk.get_by_text("Nothing that they have chosen to show")).to_be_visible()

    # The therapist's side waits until the client has answered for themselves.
    desk.get_by_label("My client may read it, once they have answered").check()
    save(desk, What_happened="I looked at the clock.")
    theirs.reload()
    expect(theirs.get_by_text("I looked at the clock.")).to_have_count(0)
    desk.reload()
    waiting = main_of(desk)
    theirs.get_by_label("Only me, for now").check()
    save(theirs, What_happened="You looked away.", What_it_felt_like="small")
    expect(theirs.get_by_text("I looked at the clock.")).to_be_visible()
    desk.reload()
    assert main_of(desk) == waiting, "nobody is told that the other has written"

    # Shown by its author: both beside each other, on a desk, a phone and one sheet of paper.
    theirs.get_by_label("My therapist may read it now").check()
    save(theirs)
    desk.get_by_role("link", name="Both sides").click()
    beside_each_other(desk, theirs)
    mended_when_both_say_so(desk, theirs)

    # Taken back, it is gone at once; the author keeps it.
    theirs.get_by_role("button", name="Take my side back").click()
    desk.reload()
    expect(desk.get_by_text("You looked away.")).to_have_count(0)
    expect(desk.locator(".gold-mend")).to_have_count(0)
    expect(theirs.get_by_label("What happened").first).to_have_value("You looked away.")


def test_both_at_one_moment_and_two_windows_of_one_author(place, two, heron):
    desk, theirs = two
    desk.get_by_label("In a few words").fill("The joke")
    desk.get_by_label("Let my client see that it is here").check()
    desk.get_by_role("button", name="Begin").click()
    expect(desk.get_by_role("heading", name="The joke")).to_be_visible()
    theirs.goto("/mine/talks/")
    theirs.get_by_role("link", name="The joke").click()
    together = "Both at one moment, when we have both chosen to show"
    theirs.get_by_label(together).check()
    save(theirs, What_happened="It stung.")
    expect(theirs.get_by_role("status")).to_contain_text("when both of you have chosen")
    desk.reload()
    expect(desk.get_by_text("It stung.")).to_have_count(0)
    second = desk.context.new_page()
    second.goto(desk.url)
    desk.get_by_label(together).check()
    save(desk, What_happened="I wanted to be funny.")
    expect(desk.get_by_text("It stung.")).to_be_visible()
    theirs.reload()
    expect(theirs.get_by_role("region", name="The therapist’s side")).to_contain_text("I wanted to be funny.")

    # The other window of the therapist saves over nothing.
    save(second, What_happened="I was tired.")
    expect(second.get_by_role("alert")).to_contain_text("Nothing is lost")
    expect(second.get_by_text("I wanted to be funny.")).to_be_visible()
    second.get_by_label("keep both, one after the other").first.check()
    second.get_by_label("I keep it for now").check()
    save(second)
    expect(second.get_by_label("What happened").first).to_have_value("I wanted to be funny.\n\nI was tired.")
    theirs.reload()
    expect(theirs.get_by_text("I was tired.")).to_have_count(0)


def test_whoever_holds_the_device_when_the_client_is_done_sees_nothing_unshared(two):
    _desk, theirs = two
    theirs.goto("/mine/talks/")
    theirs.get_by_label("In a few words").fill("Only mine")
    theirs.get_by_label("Only me, for now").check()
    theirs.get_by_role("button", name="Begin").click()
    address = theirs.url
    theirs.get_by_role("link", name="I am done").click()
    theirs.goto(address)
    expect(theirs.get_by_text("Only mine")).to_have_count(0)
    theirs.goto("/mine/talks/")
    expect(theirs.get_by_text("Only mine")).to_have_count(0)
