"""A real browser handed to a client: no way out by going back, reloading, another tab or another address; and back."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from reattune.practice import desk, models
from reattune.practice.voices import own

pytestmark = pytest.mark.system("chromium")

WORDS = "blue kettle moon"
OWN = "I am not ready to say this."


def first_client(place):
    return place.ask(lambda: str(models.Client.objects.order_by("codename").first().pk))


def hand_over(page, client):
    """Hand the device over as a therapist does, from the relationship's page."""
    page.goto(f"/r/{client}/")
    page.goto(f"/r/{client}/hand-over/")
    page.get_by_role("button", name="Hand it over").click()
    page.wait_for_url("**/mine/")


def at_the_clients(page):
    expect(page.get_by_role("heading", level=1)).to_have_text("Good that you are here.")


def choose_words(page):
    page.goto("/mine/own/new/")
    page.get_by_label("The words you choose").fill(WORDS)
    page.get_by_label("Once more").fill(WORDS)
    page.get_by_role("button", name="Choose these").click()
    code = page.get_by_label("Your code").inner_text()
    page.get_by_role("link", name="I have it").click()
    return code


def take_back(place, page):
    page.get_by_role("link", name="I am done").click()
    page.get_by_text("I am the therapist").click()
    page.get_by_label("Passphrase").fill(place.passphrase)
    page.get_by_role("button", name="Back to the desk").click()
    page.wait_for_url(re.compile(r"/r/[^/]+/$"))


def going_back(page):
    """Go back one page and return what is shown; where the browser would have to send a form again, it shows none."""
    with suppress(Error):
        page.go_back(wait_until="load")
    page.wait_for_timeout(200)
    return page.locator("body").inner_text()


def expected(place, *statuses):
    """Take off the ear what it heard because it was refused, as it should be."""
    for ear in place.ears:
        ear.heard = [one for one in ear.heard if not one.startswith(statuses)]


def test_going_back_reloading_and_other_addresses_lead_nowhere(place, page):
    client = first_client(place)
    codename = place.ask(lambda: models.Client.objects.get(pk=client).codename)
    hand_over(page, client)
    at_the_clients(page)
    page.reload()
    at_the_clients(page)
    for _step in range(3):
        assert codename not in going_back(page)
    for path in ("/", f"/r/{client}/", "/relationships/", "/settings/", "/lock/", f"/r/{client}/hand-over/"):
        page.goto(path)
        expect(page.get_by_role("main")).to_contain_text("This page is your therapist’s.")
        expect(page.get_by_role("contentinfo")).to_contain_text("you can turn to")
    page.goto("/unlock/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")


def test_asked_for_by_a_script_nothing_of_the_therapists_comes(place, page):
    client = first_client(place)
    hand_over(page, client)
    ask = "async ([path, method]) => (await fetch(path, {method, redirect: 'manual'})).status"
    for path in ("/relationships/", f"/r/{client}/", "/lock/"):
        for method in ("GET", "POST"):
            assert page.evaluate(ask, [path, method]) == 403
    assert page.evaluate(ask, ["/api/v1/relationships", "GET"]) == 401
    assert place.ask(desk.is_open)
    expected(place, "403", "401")


def test_a_page_of_the_therapist_in_another_tab_goes_at_once_with_what_was_typed_in_it(place, page):
    client = first_client(place)
    other = page.context.new_page()
    other.goto("/capture/")
    other.get_by_role("textbox").first.fill("something that is not for the client")
    hand_over(page, client)
    other.wait_for_url("**/mine/")
    at_the_clients(other)
    other.go_back()
    other.wait_for_load_state()
    expect(other.get_by_role("textbox")).to_have_count(0)
    new = page.context.new_page()
    new.goto("/relationships/")
    expect(new.get_by_role("main")).to_contain_text("This page is your therapist’s.")


def test_the_clients_turn_from_a_note_to_giving_it_back(place, page):
    client = first_client(place)
    hand_over(page, client)
    page.get_by_role("link", name="A note or a moment").click()
    page.get_by_label("Something felt off").check()
    page.get_by_label("In your own words").fill("When you looked at the clock.")
    page.get_by_label("Share now").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("main")).to_contain_text("When you looked at the clock.")
    code = choose_words(page)
    assert re.fullmatch(r"([0-9A-Z]{4}\s*){8}", code)
    page.get_by_label("What you would like to write").fill(OWN)
    page.get_by_role("button", name="Keep it here").click()
    expect(page.get_by_role("main")).to_contain_text(OWN)
    take_back(place, page)
    for _step in range(6):
        assert OWN not in going_back(page)
    assert place.ask(lambda: models.Said.objects.get(client=client).words["text"]) == "When you looked at the clock."
    assert place.ask(lambda: models.Said.every.filter(client=client).count()) == 2


def test_handed_over_once_more_what_is_only_theirs_is_shut_until_their_words(place, page):
    client = first_client(place)
    hand_over(page, client)
    choose_words(page)
    page.get_by_label("What you would like to write").fill(OWN)
    page.get_by_role("button", name="Keep it here").click()
    take_back(place, page)
    hand_over(page, client)
    page.get_by_role("link", name="Your private page").click()
    expect(page.get_by_role("main")).not_to_contain_text(OWN)
    page.get_by_label("Your own words").fill(WORDS)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("main")).to_contain_text(OWN)


def test_a_private_page_left_open_goes_from_the_screen_when_it_shuts(place, page):
    hand_over(page, first_client(place))
    choose_words(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your private page")
    place.ask(own.let_go_of_all)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_url("**/mine/")


def test_locked_meanwhile_what_the_client_wrote_is_still_there_and_can_be_sent_once_more(place, page):
    client = first_client(place)
    hand_over(page, client)
    page.goto("/mine/notes/")
    page.get_by_label("In your own words").fill("When you looked at the clock.")
    page.get_by_label("Share now").check()
    place.ask(desk.lock)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("main")).to_contain_text("What you wrote was not sent.")
    expect(page.get_by_role("main")).to_contain_text("When you looked at the clock.")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="I am the therapist").click()
    other = opened.value
    other.get_by_label("Passphrase").fill(place.passphrase)
    other.get_by_role("button", name="Unlock").click()
    other.wait_for_url(lambda url: "/unlock/" not in url)
    hand_over(other, client)
    page.get_by_role("button", name="Send it once more").click()
    page.wait_for_url("**/mine/")
    assert place.ask(lambda: models.Said.objects.get(client=client).words["text"]) == "When you looked at the clock."
    expected(place, "503", "console: Failed to load resource")


def test_without_scripts_it_is_handed_over_and_back(place):
    page = place.let_in(place.window(java_script_enabled=False))
    other = page.context.new_page()
    other.goto("/relationships/")
    hand_over(page, first_client(place))
    at_the_clients(page)
    other.reload()
    expect(other.get_by_role("main")).to_contain_text("This page is your therapist’s.")
    take_back(place, page)


def test_a_narrow_screen_needs_no_scrolling_to_the_side(place):
    page = place.let_in(place.window(viewport={"width": 320, "height": 640}))
    hand_over(page, first_client(place))
    for path in ("/mine/", "/mine/notes/", "/mine/own/", "/mine/own/new/", "/mine/done/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
