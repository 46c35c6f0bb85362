"""A recording played in a real browser: sound in ranges, ribbons, moments by keyboard, on a phone, without script."""

import io
import subprocess
import tempfile
import wave
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe

from reattune.model import Between, Role, Silence, Span, Spoke, Way
from reattune.nonverbal import listening_json, watching_json
from reattune.nonverbal.listened import Listened, Moment
from reattune.nonverbal.turns import turns
from reattune.nonverbal.watched import Ribbons, Together, Watched
from reattune.practice import consent, models
from reattune.practice.recorded import arriving, kept, tracks
from reattune.practice.recorded.sealed_file import Writer

pytestmark = [pytest.mark.system("chromium"), pytest.mark.system("ffmpeg")]

DAY = date(2026, 3, 31)
SECONDS = 90
RATE = 16_000
SPOKE = tuple(
    Spoke(float(start), start + 5.0, Role.CLIENT if start % 20 else Role.THERAPIST) for start in range(0, 60, 10)
)
QUIET = (Silence(65.0, 79.0, Between.TT, (Span(70.0, 71.5),)),)
FOUND = Listened(
    seconds=float(SECONDS),
    way=Way.SEEDED,
    bleeds=True,
    spoke=(*SPOKE, Spoke(80.0, 84.0, Role.THERAPIST)),
    turns=turns(SPOKE),
    silences=QUIET,
    sounds=(Span(70.0, 71.5),),
    moments=(
        Moment("aaaa1111", 30.0, 36.0, "short-replies", (Span(30.0, 36.0),), (("count", 3.0),), Role.CLIENT, 1.0),
        Moment("bbbb2222", 65.0, 79.0, "long-silence", (Span(65.0, 79.0),), (("seconds", 14.0), ("usual", 4.0))),
    ),
    peaks=tuple(0.2 + 0.6 * (at % 50 < 25) for at in range(SECONDS * 10)),
    remarks=("Speaking at the same time is not counted.",),
)
SEEN = Watched(
    "talk.wav",
    float(SECONDS),
    80.0,
    "percent",
    ribbons=Ribbons(*(tuple(float((at * step) % 7) for at in range(SECONDS)) for step in (1, 2, 3))),
    together=Together("max Z, 60/10 s, lag 5 s", 0.4, 0.38, 0.5, 0.6, 200, 0.2, 0.4, 0.4, 0.2, 3.0),
)


def sound():
    """A WAV file of ninety seconds: a soft tone."""
    held = io.BytesIO()
    with wave.open(held, "wb") as made:
        made.setparams((1, 2, RATE, 0, "NONE", ""))
        tone = 6000 * np.sin(np.arange(SECONDS * RATE) / 9)
        made.writeframes(tone.astype("<i2").tobytes())
    return held.getvalue()


def bring(client, content, name="talk.wav", found=FOUND, seen=SEEN):
    """Keep a recording that is here, with what was found in it."""
    row = arriving.new(client, name, len(content), DAY)
    kept.folder()
    made = Writer(kept.path_of(row.pk), kept.key_of(row), str(row.pk))
    made.append(content, last=True)
    made.sync()
    made.close()
    row.arrived, row.state = len(content), "here"
    row.heard = client.heard.filter(day=DAY).first()
    row.save()
    kept.remember(row, **tracks.looked_at(row))
    result = models.Found(client=client, recording=row)
    result.words = {
        "sound": listening_json.as_json(found),
        "movement": watching_json.as_json(seen) if seen else None,
        "figures": {},
        "remarks": [],
    }
    result.save(force_insert=True)
    return row


@pytest.fixture
def address(place, page):
    """A recording of heron's, with what was found in it; the address of its page."""

    def made():
        heron = models.Client.objects.get(codename="heron")
        consent.write(heron, consent.Purpose.RECORDING, given=True, by="therapist", day=DAY)
        row = bring(heron, sound())
        return f"/r/{heron.pk}/recordings/{row.pk}/"

    return place.ask(made)


def brought(address):
    """The recording whose page has an address."""
    return models.Recording.objects.get(pk=address.split("/")[-2])


def now(page):
    return page.evaluate("document.querySelector('[data-media]').currentTime")


def until(page, true):
    """Wait until an expression is true; the page's policy lets nothing wait inside it."""
    for _turn in range(150):
        if page.evaluate(true):
            return
        page.wait_for_timeout(100)
    raise AssertionError(true)


def ready(page):
    until(page, "document.querySelector('[data-media]').readyState > 0")


def test_it_plays_from_a_moment_in_ranges_and_the_playhead_goes_along(place, page, address):
    parts = []
    page.on("response", lambda answer: parts.append(answer.status) if answer.url.endswith("/sound/") else None)
    page.goto(address)
    ready(page)
    assert set(parts) == {206}
    page.locator("#m-bbbb2222 [data-play]").click()
    until(page, "document.querySelector('[data-media]').currentTime > 55.2")
    assert now(page) < 65
    place_of = page.evaluate("parseFloat(document.querySelector('.head-line line').getAttribute('x1'))")
    assert 55 / 90 * 100 <= place_of < 70
    assert page.evaluate("document.querySelector('.wave').firstChild.shadowRoot.querySelectorAll('canvas').length") > 0
    assert page.locator(".ribbons svg.rb").count() >= 8


def test_by_keyboard_and_the_keys_can_be_switched_off(place, page, address):
    page.goto(address)
    ready(page)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "m-aaaa1111"
    assert now(page) == 20
    page.keyboard.press("j")
    assert now(page) == 55
    page.keyboard.press("k")
    assert now(page) == 20
    page.keyboard.press("ArrowRight")
    assert now(page) == 25
    page.keyboard.press(" ")
    until(page, "!document.querySelector('[data-media]').paused")
    page.keyboard.press(" ")
    until(page, "document.querySelector('[data-media]').paused")
    page.keyboard.press("?")
    assert page.get_by_text("five seconds back or on").is_visible()
    page.get_by_label("These keys work").uncheck()
    page.locator("#m-aaaa1111").focus()
    before = now(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("j")
    assert now(page) == before
    assert page.evaluate("document.activeElement.id") == "m-aaaa1111"


def test_an_answer_stands_at_once_and_is_taken_back(place, page, address):
    page.goto(address)
    card = page.locator("#m-bbbb2222")
    card.get_by_role("button", name="Ordinary").click()
    page.wait_for_url("**#m-bbbb2222")
    assert "ordinary" in page.locator("#m-bbbb2222").get_attribute("class")
    assert place.ask(lambda: models.Picked.objects.get().answer) == "ordinary"
    page.locator("#m-bbbb2222").get_by_role("button", name="Take that back").click()
    page.locator("#m-bbbb2222").get_by_role("button", name="Worth a thought").wait_for()
    assert place.ask(lambda: models.Picked.objects.filter(undone=None).count()) == 0


def test_without_script_its_own_player_links_and_words_are_there(place, address):
    page = place.let_in(place.window(java_script_enabled=False), address)
    assert page.locator("audio[controls]").count() == 1
    assert page.locator("#m-bbbb2222 .button").get_attribute("href").endswith("#t=55")
    assert page.locator(".ribbons svg.rb").count() >= 8
    page.locator("#m-bbbb2222").get_by_role("button", name="Worth a thought").click()
    assert "Worth a thought" in page.locator("#m-bbbb2222 h3").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_axe_finds_no_fault(place, address, scheme):
    page = place.let_in(place.window(viewport={"width": 320, "height": 640}, color_scheme=scheme), address)
    for rest in ("", "who/"):
        page.goto(address + rest)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_stretch_plays_to_its_end_and_is_kept(place, page, address):
    page.goto(address + "who/")
    ready(page)
    first = page.locator(".offers li").first
    first.get_by_role("link").click()
    until(page, "document.querySelector('[data-media]').currentTime > 0.5")
    until(page, "document.querySelector('[data-media]').paused")
    assert 5 <= now(page) < 6.5
    for at, whose in enumerate(("you", "you", "heron", "heron")):
        page.locator(".offers li").nth(at).get_by_label(whose).check()
    page.get_by_role("button", name="That is who speaks").click()
    page.get_by_text("Kept. The recording is analysed again with that").wait_for()
    assert set(place.ask(lambda: brought(address).words["who"]["seeds"])) == {"client", "therapist"}


def test_a_rectangle_is_dragged_in_the_picture(place, page):
    def made():
        heron = models.Client.objects.get(codename="heron")
        consent.write(heron, consent.Purpose.RECORDING, given=True, by="therapist", day=DAY)
        row = bring(heron, film(), "film.mp4")
        return f"/r/{heron.pk}/recordings/{row.pk}/"

    address = place.ask(made)
    page.goto(address)
    assert page.locator("video[controls]").count() == 1
    page.goto(address + "who/")
    page.locator("summary", has_text="Rectangles").click()
    for whose, start, end in (("client", 0.0, 0.4), ("therapist", 0.6, 0.999)):
        page.locator(f"[name=drawing][value={whose}]").check()
        page.locator(".still").scroll_into_view_if_needed()
        box = page.locator(".still img").bounding_box()
        assert box["width"] > 250
        page.mouse.move(box["x"] + box["width"] * start, box["y"] + box["height"] * 0.2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * end, box["y"] + box["height"] * 0.9)
        page.mouse.up()
    page.get_by_role("button", name="That is who sits where").click()
    page.get_by_text("Kept. The recording is analysed again with that").wait_for()
    parts = place.ask(lambda: brought(address).words["regions"])
    assert parts["client"]["left"] == 0
    assert abs(parts["client"]["width"] - 0.4) < 0.01
    assert abs(parts["therapist"]["left"] - 0.6) < 0.01
    assert abs(parts["therapist"]["top"] - 0.2) < 0.02


def film():
    """A second of grey with a tone, as a call program saves it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        sources = ("color=gray:s=320x180:d=1", "sine=frequency=300:duration=1")
        given = [word for one in sources for word in ("-f", "lavfi", "-i", one)]
        command = ["ffmpeg", "-v", "error", *given, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-c:a", "aac", str(path)]
        subprocess.run(command, check=True, timeout=60)
        return path.read_bytes()
