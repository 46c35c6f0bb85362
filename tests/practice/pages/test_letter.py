"""The letter's pages: the file that is given, and what came back; of what is not shared, nothing is to be seen."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from reattune.practice import models
from reattune.practice.keeping import keep

OFF = {"question": "felt_off", "choice": "yes", "text": "You looked at the clock.", "share": "now"}
LATER = {"question": "felt_good", "choice": "yes", "text": "That you stayed.", "share": "after_ending"}

pytestmark = pytest.mark.usefixtures("asking")


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_page_is_given_as_a_file_without_a_name_in_it(browser, new_client):
    heron = new_client("heron")
    answer = browser.post(f"/r/{heron.pk}/letter/", {"when": "before", "language": "en"})
    assert answer["Content-Disposition"] == 'attachment; filename="check-in.html"'
    content = answer.content.decode()
    assert '"when": "before"' in content
    assert "heron" not in content
    line = models.AuditEvent.objects.get(what="letter")
    assert (line.action, line.client) == ("wrote", heron.pk)


def test_a_language_or_a_time_nobody_has_is_the_usual_one(browser, new_client):
    answer = browser.post(f"/r/{new_client('heron').pk}/letter/", {"when": "x", "language": "xx"})
    assert '<html lang="en"' in answer.content.decode()
    assert '"when": "after"' in answer.content.decode()


def test_before_it_is_said_who_reads_it_no_page_is_given(browser, new_client):
    address = f"/r/{new_client('heron').pk}/letter/"
    keep(read_when="")
    assert "Check-ins are not open yet" in text(browser.get(address))
    answer = browser.post(address, {"when": "after", "language": "en"})
    assert answer.status_code == 409
    assert "Content-Disposition" not in answer


@pytest.mark.parametrize("way", ["text", "file"])
def test_a_letter_is_taken_in_as_text_or_as_a_file(browser, new_client, seal, way):
    heron = new_client("heron")
    content = seal(heron, answers=[OFF])
    sent = content if way == "text" else SimpleUploadedFile("letter.txt", content.encode())
    answer = browser.post("/letters/", {way: sent})
    assert answer.status_code == 302
    page = text(browser.get(answer["Location"]))
    assert "The letter was taken in. What was shared in it stands below." in page
    assert "You looked at the clock." in page
    assert "left out" not in page


def neutral(page: str, *clients: models.Client) -> str:
    """Return a page without what differs between any two letters: identities, and the token of its forms."""
    for client in clients:
        page = page.replace(client.codename, "NAME")
    page = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", page)
    return re.sub(r'value="[A-Za-z0-9]{64}"|"X-CSRFToken": "\w+"', "TOKEN", page)


@pytest.mark.parametrize("shared", [[], [OFF]])
def test_the_page_is_the_same_however_much_waits_for_the_end(browser, new_client, seal, shared):
    heron, wren = new_client("heron"), new_client("wren")
    pages = []
    strange = {"question": "weight", "choice": "yes", "share": "after_ending"}
    for client, answers in ((heron, shared), (wren, [*shared, LATER, strange])):
        where = browser.post("/letters/", {"text": seal(client, answers=answers)})["Location"]
        pages.append(neutral(browser.get(where).content.decode(), client))
        pages.append(neutral(browser.get(f"/r/{client.pk}/seen/").content.decode(), client))
    assert pages[:2] == pages[2:]
    assert models.Said.every.filter(client=wren).count() == len(shared) + 1


def test_what_was_shared_and_is_not_asked_here_is_counted(browser, new_client, seal):
    strange = {"question": "weight", "choice": "yes", "share": "now"}
    where = browser.post("/letters/", {"text": seal(new_client("heron"), answers=[strange])})["Location"]
    assert "1 shared answer was to something that is not asked here" in text(browser.get(where))


def test_twice_is_said_with_the_day(browser, new_client, seal):
    content = seal(new_client("heron"), answers=[OFF])
    browser.post("/letters/", {"text": content})
    answer = browser.post("/letters/", {"text": content})
    assert answer.status_code == 422
    assert "This letter was taken in already, on" in text(answer)
    assert models.Said.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "There is no letter in this."),
        ({"text": "hello <b>"}, "There is no letter in this."),
        ({"file": SimpleUploadedFile("x.bin", b"\xff\x00" * 500)}, "There is no letter in this."),
        ({"file": SimpleUploadedFile("x.bin", b"x" * 200_001)}, "far larger than a letter"),
    ],
)
def test_what_is_no_letter_says_what_to_do_and_what_was_typed_stays(browser, store, sent, words):
    answer = browser.post("/letters/", sent)
    assert answer.status_code == 422
    assert words in text(answer)
    if "text" in sent:
        assert "hello &lt;b&gt;" in text(answer)


def test_another_clients_page_shows_no_letter_of_this_one(browser, new_client, seal):
    heron, wren = new_client("heron"), new_client("wren")
    where = browser.post("/letters/", {"text": seal(heron, answers=[OFF])})["Location"]
    assert browser.get(where.replace(str(heron.pk), str(wren.pk))).status_code == 404
    assert browser.get(f"/r/{heron.pk}/letter/{uuid.uuid4()}/").status_code == 404


def test_locked_nothing_is_given_or_taken_in(store, new_client, seal):
    heron = new_client("heron")
    content = seal(heron, answers=[OFF])
    for address in (f"/r/{heron.pk}/letter/", "/letters/"):
        answer = Browser().post(address, {"text": content})
        assert answer.status_code in {302, 403}
        assert "Content-Disposition" not in answer
        assert Browser().get(address)["Location"].startswith("/unlock/")
    assert not models.Said.every.exists()
