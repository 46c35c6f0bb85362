"""The letter as a client has it: a file opened offline in a real browser, sealed there, and opened here again."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from reattune.practice import demo, models
from reattune.practice.check_in import arriving, letter_page, wording
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import keep

pytestmark = pytest.mark.system("chromium")
LETTER = re.compile(r"-----BEGIN REATTUNE LETTER-----\n(?:[A-Za-z0-9+/]+\n)+-----END REATTUNE LETTER-----\n")


def _made() -> str:
    keep(safety="Call 111, or 999 in an emergency.", read_when="On working days, before six.")
    words = wording.Wording("", ("one", "two", "three", "four", "five", "six", "seven"), (), True, ("after",))
    wording.word("gad-7", words)
    return letter_page.page(models.Client.objects.get(codename="heron"), When.AFTER, "en")


@pytest.fixture
def phone(place, tmp_path) -> Iterator[Callable[..., Page]]:
    """Open the letter's page on a phone without a network; nothing but the file itself may be asked for."""
    place.let_in(place.window())
    file = tmp_path / "check-in.html"
    file.write_text(place.ask(_made), "utf-8")
    heard: list[str] = []

    def opened(**options) -> Page:
        wanted = {"viewport": {"width": 320, "height": 640}, "offline": True, "accept_downloads": True, **options}
        context = place.chrome.new_context(**wanted)
        context.set_default_timeout(10_000)
        context.on("request", lambda one: heard.append(one.url) if not one.url.startswith(("file:", "blob:")) else None)
        context.on("console", lambda one: heard.append(one.text) if one.type in {"error", "warning"} else None)
        context.on("weberror", lambda one: heard.append(str(one.error)))
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield opened
    assert heard == []


def _on(page: Page) -> None:
    page.get_by_role("button", name="Next", exact=True).click()


def _leave_out(page: Page, times: int = 1) -> None:
    for _each in range(times):
        page.get_by_role("button", name="Leave this out").click()


def _answer(page: Page, choice: str, text: str = "", share: str = "") -> None:
    page.get_by_label(choice, exact=True).check()
    if text:
        page.get_by_role("textbox").fill(text)
    if share:
        page.get_by_label(share, exact=True).check()
    _on(page)


def _saved(page: Page) -> str:
    page.get_by_role("button", name="Seal the letter").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save the letter").click()
    return download.value.path().read_text("utf-8")


def test_what_is_written_on_a_phone_without_a_network_arrives_and_what_is_not_shared_does_not(place, phone):
    page = phone()
    assert page.get_by_text("On working days, before six.").first.is_visible()
    page.get_by_role("button", name="Begin").click()
    _answer(page, "Yes", "You looked at the clock.", "Share now")
    _answer(page, "No", "Only mine: the quarrel.", "Only for me")
    _answer(page, "Yes", "When we end, I will say it.", "Tell them after we have ended")
    page.get_by_label("I can’t put it into words").check()
    page.get_by_label("−2", exact=True).first.check()
    page.get_by_label("moss", exact=True).check()
    page.get_by_label("Please raise this for me").check()
    _on(page)
    _leave_out(page, 6)
    page.get_by_label("3", exact=True).check()
    page.get_by_label("Share now").check()
    _on(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Thank you for saying so"
    text = _saved(page)
    assert LETTER.fullmatch(text)
    found = place.ask(lambda: arriving.take_in(text, demo.DAY).left_out)
    assert found == 0
    rows = place.ask(
        lambda: [
            (one.share, one.words)
            for one in models.Said.every.filter(day=demo.DAY).exclude(kind="note").order_by("made")
        ]
    )
    said = [words.get("text") for _share, words in rows]
    assert "You looked at the clock." in said
    assert "When we end, I will say it." in said
    assert not any("quarrel" in str(words) for _share, words in rows)
    wordless = next(words for share, words in rows if share == "raise_for_me")
    assert wordless == {
        "question": "felt_good",
        "choice": "wordless",
        "text": "",
        "closeness": -2,
        "colour": "moss",
        "when": "after",
    }
    rating = next(words for _share, words in rows if "instrument" in words)
    assert rating["items"] == [None] * 6 + [3]


def test_words_survive_a_tab_that_was_put_away_and_are_cleared_when_saved(phone):
    page = phone()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("textbox").fill("Half a sentence")
    page.reload()
    assert page.get_by_role("textbox").input_value() == "Half a sentence"
    page.get_by_label("Share now").check()
    _on(page)
    _leave_out(page, 10)
    _saved(page)
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert page.get_by_role("button", name="Begin").is_visible()


def test_an_answer_without_a_reader_is_asked_for_one(phone):
    page = phone()
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Yes", exact=True).check()
    _on(page)
    assert page.get_by_text("Choose who may read this answer, or leave it out.").is_visible()
    _leave_out(page, 11)
    assert page.get_by_text("Nothing was answered; that is fine, too.").is_visible()


def test_the_same_answers_sealed_twice_are_one_letter(place, phone):
    page = phone()
    page.get_by_role("button", name="Begin").click()
    _answer(page, "Yes", "", "Share now")
    _leave_out(page, 10)
    first = _saved(page)
    second = _saved(page)
    assert first != second
    place.ask(lambda: arriving.take_in(first, demo.DAY))
    with pytest.raises(arriving.LetterError, match="already"):
        place.ask(lambda: arriving.take_in(second, demo.DAY))


def test_where_a_browser_cannot_seal_the_words_stay_on_the_screen(phone, tmp_path):
    page = phone()
    page.add_init_script("Object.defineProperty(globalThis.crypto, 'subtle', {value: undefined})")
    page.reload()
    assert page.get_by_text("This browser cannot seal a letter.").is_visible()
    page.get_by_role("button", name="Begin").click()
    _answer(page, "Yes", "It matters to me.", "Share now")
    _leave_out(page, 10)
    assert page.get_by_text("It matters to me.").is_visible()
    assert page.get_by_role("button", name="Seal the letter").count() == 0


def test_more_than_a_letter_holds_is_said_and_nothing_is_lost(phone):
    page = phone()
    page.get_by_role("button", name="Begin").click()
    for _each in range(3):
        _answer(page, "Yes", "ä" * 8000, "Share now")
    _leave_out(page, 8)
    page.get_by_role("button", name="Seal the letter").click()
    assert page.get_by_text("This is more than one letter holds.").is_visible()


def test_it_is_as_wide_as_a_small_phone_and_can_be_done_by_keyboard_alone(phone):
    page = phone()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_label("Yes", exact=True).is_checked()
    page.get_by_label("I can’t put it into words").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def _faults(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_of_it_shuts_anybody_out(phone, scheme):
    page = phone(color_scheme=scheme)
    assert _faults(page) == []
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("I can’t put it into words").check()
    assert _faults(page) == []
    page.get_by_label("Only for me").check()
    _on(page)
    _leave_out(page, 3)
    assert _faults(page) == []
    _leave_out(page, 7)
    page.get_by_role("button", name="Seal the letter").click()
    page.locator("summary").click()
    assert _faults(page) == []
