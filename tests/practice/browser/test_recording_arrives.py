"""A recording brought in a real browser: piece by piece, stopped and gone on with, and with no script at all."""

import io
import wave
from datetime import date

import pytest

from reattune.practice import consent, models
from reattune.practice.recorded import kept
from reattune.practice.recorded.arriving import PIECE

pytestmark = [pytest.mark.system("chromium"), pytest.mark.system("ffmpeg")]

DAY = date(2026, 6, 16)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A silent WAV file of about three pieces."""
    held = io.BytesIO()
    with wave.open(held, "wb") as made:
        made.setparams((1, 2, 16000, 0, "NONE", ""))
        made.writeframes(bytes(2 * PIECE + 64_000))
    path = tmp_path_factory.mktemp("brought") / "2026-06-16 talk.wav"
    path.write_bytes(held.getvalue())
    return path


@pytest.fixture
def wren(place, page):
    """Somebody with whom recording was not talked about yet."""
    return place.ask(lambda: models.Client.objects.get(codename="wren").pk)


def row():
    return models.Recording.objects.get(client__codename="wren")


def choose(page, wren, file, agree):
    page.goto(f"/r/{wren}/recordings/")
    if agree:
        page.get_by_label("Yes, and wren agreed").check()
    page.get_by_label("Day of the session").fill(DAY.isoformat())
    page.get_by_label("The recording of one session").set_input_files(file)


def test_it_arrives_and_goes_on_after_it_was_stopped(place, page, wren, file):
    choose(page, wren, file, agree=True)
    sent = []

    def route(way):
        sent.append(way.request.url)
        if len(sent) == 2:
            page.get_by_role("button", name="Stop for now").dispatch_event("click")
            return
        way.continue_()

    page.route("**/piece/?offset=*", route)
    page.get_by_role("button", name="Bring it").click()
    page.get_by_text("What has arrived is safe").wait_for()
    assert place.ask(lambda: (row().state, row().arrived)) == ("arriving", PIECE)
    page.unroute("**/piece/?offset=*")
    choose(page, wren, file, agree=False)
    assert "4 of 9 MB have arrived" in page.inner_text("main")
    with page.expect_navigation():
        page.get_by_role("button", name="Bring it").click()
    assert "is being analysed" in page.inner_text("main")
    assert place.ask(lambda: (row().state, row().arrived)) == ("here", file.stat().st_size)
    page.wait_for_url("**/recordings/**")

    def content():
        with kept.source(row()) as reader:
            return reader.read()

    assert place.ask(content) == file.read_bytes()


def test_a_no_midway_is_said_on_the_page(place, page, wren, file):
    choose(page, wren, file, agree=True)

    def no():
        client = models.Client.objects.get(pk=wren)
        consent.write(client, consent.Purpose.RECORDING, given=False, by="client", day=DAY)

    def route(way):
        place.ask(no)
        way.continue_()

    page.route("**/piece/?offset=*", route)
    page.once("response", lambda _answer: None)
    page.get_by_role("button", name="Bring it").click()
    page.get_by_text("No was said to recording, so no recording is taken in").wait_for()
    # That it was refused is an answer, not a fault of the page.
    place.ears[-1].heard.clear()


def test_without_script_it_comes_in_one_go(place, wren, file):
    page = place.let_in(place.window(java_script_enabled=False))
    choose(page, wren, file, agree=True)
    assert "at most 250 MB" in page.inner_text("main")
    page.get_by_role("button", name="Bring it").click()
    page.wait_for_url("**/recordings/**")
    assert place.ask(lambda: (row().state, row().arrived)) == ("here", file.stat().st_size)


def test_it_fits_a_phone(place, wren):
    page = place.let_in(place.window(viewport={"width": 320, "height": 640}), f"/r/{wren}/recordings/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
