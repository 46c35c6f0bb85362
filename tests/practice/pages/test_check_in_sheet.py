"""The check-in on paper: the sheet, and typing in what stands on one that came back."""

import re

import pytest

from reattune.practice import models
from reattune.practice.check_in import wording
from reattune.practice.keeping import keep

pytestmark = pytest.mark.usefixtures("asking")
TYPED = {"when": "after", "day": "2026-06-29", "choice-felt_off": "yes", "text-felt_off": "You were late."}


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def paper(answer):
    page = text(answer)
    return page[page.index("<article") : page.index("</article>")]


def test_the_sheet_asks_says_who_reads_it_and_names_nobody(browser, new_client):
    wording.word("gad-7", wording.Wording("", tuple("abcdefg"), (), True, ("after",)))
    page = paper(browser.get(f"/r/{new_client('heron').pk}/check-in-sheet/"))
    for words in (
        "Did anything feel off between us?",
        "On working days, before six.",
        "Call 111",
        "The register of therapists.",
        "can read all of it",
        "Please raise this for me",
        "GAD-7",
    ):
        assert words in page
    for words in ("heron", "Only for me", "after we have ended"):
        assert words not in page


def test_the_sheet_for_before_a_session_and_in_another_language(browser, new_client):
    address = f"/r/{new_client('heron').pk}/check-in-sheet/"
    assert "Since last time" in paper(browser.get(f"{address}?when=before"))
    assert 'lang="de"' in paper(browser.get(f"{address}?language=de"))
    assert 'lang="en"' in paper(browser.get(f"{address}?language=xx&when=x"))


def test_without_what_has_to_be_said_before_there_is_no_sheet(browser, new_client):
    heron = new_client("heron")
    keep(read_when="")
    for name in ("sheet", "entry"):
        page = text(browser.get(f"/r/{heron.pk}/check-in-{name}/"))
        assert "Check-ins are not open yet" in page
        assert "Did anything feel off" not in page


def test_what_stands_on_it_is_kept_and_can_be_undone(browser, new_client):
    heron = new_client("heron")
    answer = browser.post(f"/r/{heron.pk}/check-in-entry/", TYPED)
    assert answer["Location"] == f"/r/{heron.pk}/check-ins/"
    row = models.Said.objects.get()
    assert row.words["text"] == "You were late."
    assert str(row.day) == "2026-06-29"
    page = text(browser.get(answer["Location"]))
    assert "1 answer was typed in." in page
    undo = f"/r/{heron.pk}/check-in-entry/{row.sitting}/undo/"
    assert undo in page
    assert browser.get(undo).status_code == 404
    assert browser.post(undo).status_code == 302
    assert not models.Said.every.exists()
    assert browser.post(undo).status_code == 404


def test_what_a_client_sent_themselves_is_not_undone_here(browser, new_client, seal):
    heron = new_client("heron")
    said = {"question": "felt_off", "choice": "yes", "share": "now"}
    browser.post("/letters/", {"text": seal(heron, answers=[said])})
    row = models.Said.objects.get()
    assert browser.post(f"/r/{heron.pk}/check-in-entry/{row.sitting}/undo/").status_code == 404
    assert models.Said.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"day": "June"}, "is not a day"),
        ({"day": ""}, "is empty"),
        ({"day": "2026-07-01"}, "has not come yet"),
        ({"text-felt_off": "x" * 20_001}, "longer than 20000 characters"),
        ({"choice-felt_off": "", "text-felt_off": ""}, "Nothing was typed in yet"),
    ],
)
def test_what_cannot_be_meant_is_said_and_stays_typed(browser, new_client, changed, words):
    typed = {**TYPED, "text-worked": "Half of it.", "share-worked": "raise_for_me", **changed}
    if not typed["choice-felt_off"]:
        typed["text-worked"] = ""
    answer = browser.post(f"/r/{new_client('heron').pk}/check-in-entry/", typed)
    assert answer.status_code == 422
    assert words in text(answer)
    assert typed["text-worked"] in text(answer)
    assert not models.Said.every.exists()


def test_the_fields_are_labelled_and_the_usual_reader_is_chosen(browser, new_client):
    page = text(browser.get(f"/r/{new_client('heron').pk}/check-in-entry/?when=before"))
    assert 'name="share-felt_off" value="now" checked' in page
    assert "only_me" not in page
    for field in re.findall(r'<(?:textarea|select)[^>]* id="([^"]+)"', page):
        assert f'for="{field}"' in page
