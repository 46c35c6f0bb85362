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



import importlib.util
from axe_playwright_python.sync_playwright import Axe

def test_axe(page, address):
    spec = importlib.util.spec_from_file_location("allp", "/work/main/tests/practice/browser/test_all_pages.py")
    allp = importlib.util.module_from_spec(spec); spec.loader.exec_module(allp)
    page.goto(address)
    page.locator(".note").first.get_by_role("button", name="No, ordinary").click()
    page.wait_for_timeout(500)
    page.locator(".note").nth(1).get_by_role("button", name="Yes, that").click()
    page.wait_for_timeout(500)
    wrong = []
    for q in ("", "?turn=3", "?marks=all"):
        page.goto(address + q)
        wrong += [f"{q}: {w}" for w in allp.faults(page, Axe())]
    page.screenshot(path="/tmp/g2-all.png", full_page=True)
    assert wrong == [], "\n".join(wrong)
