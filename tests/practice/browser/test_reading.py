"""A transcript read in a real browser: by keyboard from moment to moment, answered, on a phone, and without script."""

from datetime import date
from itertools import pairwise

import pytest

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard import bringing, speakers

pytestmark = pytest.mark.system("chromium")

DAY = date(2026, 6, 16)
ROLES = {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT}
SAID = (
    (0, 6, "Anna", "Come in. Where would you like to begin today?"),
    (9, 24, "Kestrel", "The rota again. They changed it without a word, and I went round asking people to swap."),
    (25, 30, "Anna", "That sounds tiring. And last time, when we stopped at your sister: how was that for you?"),
    (42, 43, "Kestrel", "Fine."),
    (47, 52, "Anna", "What did you feel when the hour was over?"),
    (61, 62, "Kestrel", "Nothing really."),
    (66, 76, "Anna", "I think I went too fast there, and I am sorry. I changed the subject when you had just begun."),
    (84, 99, "Kestrel", "A bit, yes. I was glad you asked, though. I thought about her all week, on the bus mostly."),
    (101, 107, "Anna", "Thank you for telling me. Shall we stay with her for a while?"),
    (109, 121, "Kestrel", "Yes. That helps, when you put it like that. I feel you understand what it was like."),
    (122, 127, "Anna", "What would you want her to know?"),
    (150, 163, "Kestrel", "You always ask me that. I have told you I don't know, and it is no help to be asked again."),
    (166, 175, "Anna", "You are right, I did ask that before. What would be of more use to you now?"),
    (
        180,
        196,
        "Kestrel",
        "Maybe if we made the list together, as we did with the rota. I could start with the photographs.",
    ),
)


def clock(seconds):
    return f"00:{seconds // 60:02}:{seconds % 60:02}.000"


def vtt():
    cues = [f"{clock(start)} --> {clock(end)}\n{who}: {text}\n" for start, end, who, text in SAID]
    return "\n".join(["WEBVTT\n", *cues]).encode()


@pytest.fixture
def address(place, page):
    """A transcript of heron's, read; the address of its page."""

    def made():
        heron = models.Client.objects.get(codename="heron")
        consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
        row = bringing.bring(heron, f"{DAY}.vtt", vtt()).heard
        speakers.confirm(row, ROLES)
        return f"/r/{heron.pk}/heard/{row.pk}/"

    return place.ask(made)


def test_by_keyboard(place, page, address):
    page.goto(address)
    notes = page.locator("[data-moment]")
    assert notes.count() > 1
    first, second = (notes.nth(at).get_attribute("id") for at in (0, 1))
    for key, wanted in (("j", first), ("j", second), ("k", first)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == wanted
    with page.expect_navigation():
        page.keyboard.press("n")
    assert page.url.endswith(f"#{first}")
    assert "You said: no, ordinary." in page.locator(f"#{first}").inner_text()
    assert place.ask(lambda: models.Answer.objects.get().answer) == "no"
    page.locator(f"#{first}").get_by_role("button", name="Take that back").click()
    page.wait_for_url(f"**{address}?page=1#{first}")
    assert place.ask(lambda: models.Answer.objects.filter(undone=None).count()) == 0


def test_on_a_phone_nothing_is_wider_than_the_screen(page, address):
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    note = page.locator("[data-moment]").first.bounding_box()
    assert note["width"] <= 320


def test_notes_stand_beside_and_never_over_each_other(page, address):
    page.goto(address)
    boxes = [
        page.locator("[data-moment]").nth(at).bounding_box() for at in range(page.locator("[data-moment]").count())
    ]
    words = page.locator(".spoken").first.bounding_box()
    assert all(box["x"] > words["x"] + 200 for box in boxes)
    for one, two in pairwise(boxes):
        assert two["y"] >= one["y"] + one["height"]


def test_without_script(place, address):
    window = place.let_in(place.window(java_script_enabled=False))
    window.goto(address)
    note = window.locator("[data-moment]").first
    note.get_by_role("button", name="Yes, that").click()
    assert "You said: yes, that." in window.locator("[data-moment]").first.inner_text()
    window.locator("[data-moment]").first.locator("summary", has_text="Into a record").click()
    window.locator("[data-moment]").first.get_by_role("button", name="Open a record with this").click()
    assert "/episode/" in window.url
