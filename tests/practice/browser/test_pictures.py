"""Pictures of the main pages for the documentation; with REATTUNE_PICTURES=1 they are put into docs/pictures."""

import os
import struct
from datetime import date
from pathlib import Path

import pytest

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard import allowed, bringing, speakers

pytestmark = pytest.mark.system("chromium")

ROOT = Path(__file__).resolve().parents[3]
SIZE = {"width": 1100, "height": 800}
PHONE = {"width": 390, "height": 844}
LARGEST = 250 * 1024
CALENDAR = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a1
SUMMARY:M. (Tuesdays)
DTSTART;TZID=Europe/London:20260303T110000
DTEND;TZID=Europe/London:20260303T115000
RRULE:FREQ=WEEKLY;COUNT=14
END:VEVENT
BEGIN:VEVENT
UID:b1
SUMMARY:J. B.
DTSTART;TZID=Europe/London:20260304T100000
DTEND;TZID=Europe/London:20260304T105000
RRULE:FREQ=WEEKLY;COUNT=12
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")


@pytest.fixture
def folder(tmp_path):
    """Where pictures go: beside the documentation where that was asked for, else nowhere that stays."""
    found = ROOT / "docs" / "pictures" if os.environ.get("REATTUNE_PICTURES") == "1" else tmp_path / "pictures"
    found.mkdir(exist_ok=True)
    return found


def picture(page, folder, name, *, tall=0):
    """Take a picture of what is in sight, or of as much as is asked for, and see that it shows something."""
    size = page.viewport_size
    if tall:
        page.set_viewport_size({"width": size["width"], "height": tall})
    page.evaluate("document.fonts.ready")
    path = folder / f"{name}.png"
    page.screenshot(path=path, animations="disabled", caret="hide")
    if tall:
        page.set_viewport_size(size)
    taken = path.read_bytes()
    assert struct.unpack(">I", taken[16:20])[0] == size["width"]
    assert 5_000 < len(taken) < LARGEST, f"{name}: {len(taken)} bytes"


def looked(place, page):
    """Wait until what is kept was looked at, so that Today says nothing of it, and show Today anew."""
    for _second in range(60):
        if not place.ask(lambda: models.Job.objects.filter(state__in=("waiting", "running")).exists()):
            break
        page.wait_for_timeout(1000)
    page.goto("/")


def test_the_main_pages(place, folder):
    page = place.window(viewport=SIZE, device_scale_factor=1, color_scheme="light")
    page.goto("/unlock/")
    picture(page, folder, "unlock")
    place.let_in(page)
    looked(place, page)
    picture(page, folder, "today", tall=1720)
    page.emulate_media(color_scheme="dark")
    picture(page, folder, "today-dark", tall=1300)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    picture(page, folder, "today-phone")
    page.set_viewport_size(SIZE)
    heron = place.ask(lambda: models.Client.objects.get(codename="heron"))
    noticed = place.ask(lambda: models.Noticed.objects.filter(client=heron, open=True).last() or heron.noticed.last())
    episode = place.ask(heron.episodes.first)
    for name, address, tall in (
        ("relationship", f"/r/{heron.pk}/?span=whole", 1300),
        ("why", f"/r/{heron.pk}/noticing/{noticed.pk}/", 1100),
        ("together", f"/r/{heron.pk}/noticing/{noticed.pk}/together/", 1100),
        ("player", f"/r/{heron.pk}/recordings/{place.ask(lambda: heron.recordings.get().pk)}/", 1180),
        ("episode", f"/r/{heron.pk}/episode/{episode.pk}/", 1300),
        ("register", "/week/", 900),
        ("agreement-paragraph", f"/r/{heron.pk}/agreement/paragraph/", 1200),
    ):
        page.goto(address)
        picture(page, folder, name, tall=tall)
    page.goto("/imports/")
    calendar = {"name": "calendar.ics", "mimeType": "text/calendar", "buffer": CALENDAR}
    page.get_by_label("Calendars, appointments, payments").set_input_files([calendar])
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("heading", name="calendar.ics").wait_for()
    picture(page, folder, "import-preview", tall=900)
    page.goto(f"/r/{heron.pk}/")
    page.keyboard.press("c")
    page.get_by_role("dialog").wait_for()
    picture(page, folder, "capture")


def test_both_voices(place, folder):
    page = place.window(viewport=SIZE, device_scale_factor=1, color_scheme="light")
    place.let_in(page)
    looked(place, page)
    siskin = place.ask(lambda: models.Client.objects.get(codename="siskin"))
    heron = place.ask(lambda: models.Client.objects.get(codename="heron"))
    talk = place.ask(lambda: siskin.talks.filter(by="therapist").first())
    episode = place.ask(siskin.episodes.first)
    for name, address, tall in (
        ("two-sides", f"/r/{siskin.pk}/talk/{talk.pk}/room/", 1000),
        ("side-by-side", f"/r/{heron.pk}/side-by-side/", 900),
        ("learning", "/learning/", 1200),
        ("since", f"/r/{siskin.pk}/since/{episode.pk}/", 1100),
    ):
        assert page.goto(address).ok, address
        picture(page, folder, name, tall=tall)
    page.set_viewport_size(PHONE)
    page.goto(f"/r/{siskin.pk}/hand-over/")
    page.get_by_role("button", name="Hand it over").click()
    page.get_by_role("heading", name="Good that you are here.").wait_for()
    picture(page, folder, "client-space")
    page.goto("/mine/check-in/")
    page.get_by_role("button", name="Begin").click()
    picture(page, folder, "check-in")


def transcript(codename="heron", day="2026-03-31"):
    """Return the address of a transcript that is read; brought from the examples where it is not there."""
    client = models.Client.objects.get(codename=codename)
    if not allowed.is_agreed(client):
        agreed = date.fromisoformat(day)
        consent.write(client, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=agreed)
    file = ROOT / "examples" / "practice" / codename / "sessions" / f"{day}.vtt"
    row = bringing.bring(client, file.name, file.read_bytes()).heard
    if row.confirmed is None:
        speakers.confirm(row, {"Ruth Example": Role.THERAPIST, "Kim": Role.CLIENT})
    return f"/r/{client.pk}/heard/{row.pk}/"


def test_a_transcript(place, folder):
    page = place.window(viewport={**SIZE, "width": 1200}, device_scale_factor=1, color_scheme="light")
    place.let_in(page)
    looked(place, page)
    address = place.ask(transcript)
    page.goto(address)
    first = page.locator(".note.away").first
    at = first.get_attribute("id")
    page.goto(f"{address}#{at}")
    picture(page, folder, "transcript", tall=1000)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    page.goto(f"{address}?page=1#{at}")
    picture(page, folder, "transcript-phone")
    page.goto(f"{address}who/")
    page.set_viewport_size(SIZE)
    page.emulate_media(color_scheme="light")
    picture(page, folder, "who-is-who", tall=1000)
