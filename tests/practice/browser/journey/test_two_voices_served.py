"""One whole rupture, from "something felt off" to carried outside, by two people in two browsers at once.

The same journey at the therapist's own desk, on a device handed over, and in a shared practice on PostgreSQL, where both
sign in. After each step everything that each can reach is read: pages, interface, exports, the printed sheet, the audit.
"""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from reattune.practice import clock

pytestmark = pytest.mark.system("chromium")

OWN_WORDS = "a heron in the reeds"
NEXT = date(2026, 7, 7)
NOT_ON_PAPER = ("never", "off", "their_side", "later_kept", "later_told", "outside", "to_try", "how_it_went")


def choose(page, label):
    page.get_by_label(label, exact=True).locator("visible=true").first.check()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()
    page.wait_for_load_state()


def unfold(page, words):
    page.locator("summary", has_text=words).first.click()


def write_for_oneself(journey):
    page = journey.own.page
    page.goto("/mine/own/new/")
    page.get_by_label("The words you choose").fill(OWN_WORDS)
    page.get_by_label("Once more").fill(OWN_WORDS)
    press(page, "Choose these")
    expect(page.get_by_role("heading", name="Your code")).to_be_visible()
    before = journey.audit()
    page.goto("/mine/notes/")
    page.get_by_label("In your own words, if you like").fill(journey.say("never", "own"))
    choose(page, "Only for me")
    press(page, "Keep it")
    expect(page.get_by_text("Only you can read this").first).to_be_visible()
    assert journey.audit() == before, "what is only theirs leaves no line"
    journey.look("a note for nobody else")


def something_felt_off(journey):
    page = journey.own.page
    page.goto("/mine/check-in/")
    press(page, "Begin")
    page.get_by_role("radio", name="Yes").locator("visible=true").check()
    page.locator("textarea:visible").fill(journey.say("off", "own", "desk"))
    choose(page, "Share now")
    press(page, "Next")
    for _number in range(3):
        press(page, "Leave this out")
    press(page, "Send")
    expect(page.get_by_role("heading", name=re.compile("Thank you"))).to_be_visible()
    journey.look("something felt off, shared in a check-in")


def therapist_answers_first(journey):
    page = journey.desk.page
    page.goto(f"/r/{journey.heron}/talks/")
    page.get_by_role("link", name=re.compile("off quetzal")).first.click()
    page.get_by_label("What happened", exact=True).first.fill(journey.say("my_side", "desk"))
    choose_part(page, "My client may read it")
    press(page, "Save my side")
    journey.talk = page.url
    journey.look("the therapist's side waits for the client's answer")


def choose_part(page, label):
    page.get_by_label(re.compile(f"^{label}")).locator("visible=true").first.check()


def client_writes_and_then_shows(journey):
    page = journey.own.page
    page.goto("/mine/talks/")
    page.get_by_role("link", name=re.compile("off quetzal")).first.click()
    before = journey.audit()
    page.get_by_label("What happened", exact=True).first.fill(journey.say("their_side", "own"))
    choose(page, "Only me, for now")
    press(page, "Save my side")
    journey.share("my_side", by="own")
    assert journey.audit() == before
    journey.look("the client wrote for themselves, and reads the therapist's side")
    choose(page, "My therapist may read it now")
    press(page, "Save my side")
    journey.share("their_side")
    journey.look("both sides beside each other")
    journey.own_talk = page.url


def say_how_it_is_now(journey):
    page = journey.own.page
    for name, shared in (("later_kept", False), ("later_told", True)):
        page.goto(journey.own_talk)
        unfold(page, "Say how it is now")
        form = page.locator("form").filter(has=page.get_by_role("button", name="Keep it with today’s day"))
        form.get_by_label("In a few words, if you like").fill(journey.say(name, "own", *(("desk",) if shared else ())))
        if shared:
            form.get_by_label("For me this is mended.").check()
            form.get_by_label("My therapist may read this").check()
        form.get_by_role("button", name="Keep it with today’s day").click()
        page.wait_for_load_state()
        journey.look(f"how it is now: {name}")


def a_moment_like_it(journey):
    page = journey.own.page
    page.goto(f"{journey.own_talk}similar/")
    unfold(page, "Like a moment with somebody else")
    page.get_by_label("With whom?").first.select_option(index=1)
    page.get_by_label("What happened", exact=True).fill(journey.say("outside", "own"))
    choose(page, "Only me")
    press(page, "Keep it")
    journey.look("a moment like it, for oneself")
    press(page, "Show it")
    journey.share("outside")
    journey.look("a moment like it, shown")


def carried_outside(journey):
    page = journey.own.page
    page.goto("/mine/carry/")
    unfold(page, "Something to try elsewhere")
    page.locator("#try-text").fill(journey.say("to_try", "own", "desk"))
    page.locator("#try-talk").select_option(index=1)
    choose(page, "Share now")
    press(page, "Keep it")
    journey.look("something to try, shared")
    unfold(page, "Say how it went")
    page.locator("textarea:visible").fill(journey.say("how_it_went", "own"))
    choose(page, "Only for me")
    press(page, "Keep it")
    journey.look("how it went, for oneself")
    page.goto("/mine/?all=1")
    row = page.locator("li").filter(has_text=journey.words["how_it_went"])
    row.locator("summary").first.click()
    row.get_by_label("Share now").check()
    row.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    journey.share("how_it_went")
    journey.look("how it went, shared")


def bring(journey, name, *taken, to=""):
    """Bring the talk to supervision; return where it stands."""
    page = journey.desk.page
    page.goto(f"{journey.talk}bring/")
    page.get_by_label("What would you like to think about?").fill(journey.say(name, "desk"))
    for one in taken:
        page.get_by_role("checkbox", name=re.compile(journey.words[one])).check()
    if to:
        page.get_by_label("How it gets there").select_option(label=f"{to} reads it here")
    press(page, "See what would leave")
    said = page.locator("main").inner_text()
    assert journey.words[name] in said
    press(page, "Bring it")
    page.wait_for_url("**/consultation/**" if "consultation" in page.url else re.compile(r"supervision|consultation"))
    return page.url


def sheet(journey, where, read_pdf):
    answer = journey.desk.get(f"{where}paper/")
    assert answer.headers["content-type"] == "application/pdf"
    return read_pdf(answer.body())


def on_paper(journey, said):
    return {name for name, words in journey.words.items() if words.replace(" ", "") in said.replace(" ", "")}


def supervision(journey, read_pdf, to=""):
    first = bring(journey, "question")
    assert on_paper(journey, sheet(journey, first, read_pdf)) <= {"question", "my_side"}
    journey.look("brought without the client's words")
    page = journey.own.page
    page.goto("/mine/consent/")
    section = page.get_by_role("region", name=re.compile("supervision", re.IGNORECASE))
    section.locator("summary", has_text="Change this").click()
    section.get_by_role("button", name="Agreed to").click()
    page.wait_for_load_state()
    again = bring(journey, "asked_again", "their_side", to=to)
    found = on_paper(journey, sheet(journey, again, read_pdf))
    assert {"asked_again", "their_side"} <= found
    assert found.isdisjoint({"never", "later_kept"})
    journey.look("brought with what the client agreed to")
    return again


def nothing_for_others(journey, again):
    """Another therapist reaches nothing of it, and a supervisor the sheet that was brought to them."""
    ben, sue = journey.others["ben"], journey.others["sue"]
    for where in (
        journey.talk,
        f"/r/{journey.heron}/",
        f"/r/{journey.heron}/export/",
        f"/r/{journey.heron}/seen/",
        again,
    ):
        for page in (ben, sue):
            answer = page.context.request.get(where)
            assert answer.status in {403, 404}, (where, answer.status)
            assert not [one for one in journey.words.values() if one in answer.text()]
    for where in ("/", "/relationships/", "/supervision/", "/learning/"):
        assert "quetzal" not in ben.context.request.get(where).text()
    sue.goto("/brought/")
    sue.get_by_role("link", name=re.compile("asked again quetzal")).click()
    said = sue.locator("main").inner_text()
    readable = {name for name, words in journey.words.items() if words in said}
    assert {"asked_again", "their_side"} <= readable <= {"asked_again", "their_side", "my_side", "off"}


def taken_back(journey, again, read_pdf):
    """The client takes their side back: it is gone from the desk, and from what was brought."""
    page = journey.own.page
    page.goto(journey.own_talk)
    press(page, "Take my side back")
    journey.take_back("their_side")
    journey.look("their side, taken back")
    assert "their_side" not in on_paper(journey, sheet(journey, again, read_pdf))


def whole(journey, monkeypatch, read_pdf, to=""):
    """Go through all of it; return where the last thing that was brought stands."""
    write_for_oneself(journey)
    something_felt_off(journey)
    therapist_answers_first(journey)
    client_writes_and_then_shows(journey)
    say_how_it_is_now(journey)
    monkeypatch.setenv(clock.DAY, NEXT.isoformat())
    a_moment_like_it(journey)
    carried_outside(journey)
    return supervision(journey, read_pdf, to)


def test_at_ones_own_desk_and_on_a_device_handed_over(at_own_desk, monkeypatch, read_pdf):
    again = whole(at_own_desk, monkeypatch, read_pdf)
    taken_back(at_own_desk, again, read_pdf)


@pytest.mark.system("postgresql")
def test_in_a_shared_practice_both_signed_in(signed_in, monkeypatch, read_pdf):
    again = whole(signed_in, monkeypatch, read_pdf, to="sue")
    nothing_for_others(signed_in, again)
    taken_back(signed_in, again, read_pdf)
