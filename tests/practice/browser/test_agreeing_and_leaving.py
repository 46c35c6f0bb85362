"""What was agreed, with a paragraph for it; everything handed out; and everything forgotten, everywhere."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from reattune.practice import models

pytestmark = pytest.mark.system("chromium")

SECRET = "The blue umbrella in the hallway"


def relationship(page, codename):
    """Go to a relationship by its name in the list."""
    page.goto("/relationships/")
    page.get_by_role("link", name=codename, exact=True).click()


def test_a_switch_that_is_off_stays_off_and_what_waits_says_so(place, page):
    relationship(page, "heron")
    page.get_by_role("link", name="Agreement", exact=True).click()
    switches = page.get_by_role("checkbox")
    first = switches.first
    expect(first).to_be_checked()
    first.uncheck()
    page.get_by_role("button", name="Keep these switches").click()
    expect(page.get_by_role("status").first).to_be_visible()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
    page.get_by_label("Payments were talked about on").fill("")
    page.get_by_role("button", name="Keep these days").click()
    expect(page.get_by_label("Payments were talked about on")).to_have_value("")
    assert place.ask(lambda: models.Client.objects.get(codename="heron").payment_agreed) is None


def test_the_paragraph_in_both_languages(page):
    relationship(page, "heron")
    page.get_by_role("link", name="Agreement", exact=True).click()
    for language, code, word in (("English", "en", "question"), ("Deutsch", "de", "Frage")):
        page.get_by_role("main").get_by_role("link", name=language).click()
        letter = page.get_by_role("article")
        expect(letter).to_contain_text(word)
        expect(letter).to_have_attribute("lang", code)
        page.get_by_role("link", name="Back to the agreement").click()


def test_everything_is_handed_out_as_one_file(page):
    relationship(page, "heron")
    page.get_by_role("link", name="Hand out", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Hand it out").click()
    download = waiting.value
    assert re.fullmatch(r"heron-2026-06-30\.zip", download.suggested_filename)
    with zipfile.ZipFile(io.BytesIO(download.path().read_bytes())) as found:
        names = found.namelist()
        pages = [name for name in names if name.endswith(".html")]
        assert pages
        text = found.read(pages[0]).decode()
        everything = b"".join(found.read(name) for name in names)
    assert "heron" in text
    assert b"I moved the session twice in three weeks" in everything
    assert b"plover" not in everything


def everywhere(home, words):
    """Return the files below a folder that hold some words, in any of the usual encodings."""
    wanted = [words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be")]
    return [path.name for path in home.rglob("*") if path.is_file() and any(one in path.read_bytes() for one in wanted)]


def test_a_client_is_erased_and_their_words_are_nowhere(place, page):
    relationship(page, "plover")
    address = page.url
    page.get_by_role("link", name="Open a record").first.click()
    page.get_by_label("What happened").fill(SECRET)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    record = page.url
    page.goto("/settings/backups/")
    page.get_by_role("button", name="Make a backup now").click()
    expect(page.get_by_role("status")).to_be_visible()
    words = place.ask(lambda: [one.words["text"] for one in models.Episode.objects.filter(client__codename="plover")])
    assert SECRET in words
    sealed = place.ask(lambda: bytes(models.Episode.objects.get(pk=record.rstrip("/").rpartition("/")[2]).sealed))
    page.goto(f"{address}erase/")
    page.get_by_label("Everything about this relationship").check()
    page.get_by_label("Type the codename").fill("heron")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was erased")
    page.get_by_label("Type the codename").fill("plover")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Erased")
    for gone in (address, record):
        answer = page.goto(gone)
        assert answer
        assert answer.status == 404
    for shown in ("/", "/relationships/", "/week/"):
        page.goto(shown)
        assert SECRET not in page.content()
        assert "plover" not in page.get_by_role("main").inner_text()
    assert everywhere(place.home, SECRET) == []
    assert place.ask(lambda: models.Episode.objects.filter(client__codename="plover").exists()) is False
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert everywhere(place.home, SECRET) == []
    assert [path for path in place.home.rglob("*") if path.is_file() and sealed in path.read_bytes()] == []
