"""What is done on a transcript's page: answered, taken back, taken into a record, put right; and what does not fit."""

import html
import re
from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard import bringing, speakers
from reattune.practice.heard.opened import open_up
from reattune.practice.heard.transcript import transcript_of
from reattune.speech.moments import moments

DAY = date(2026, 6, 2)
LINES = (
    "Anna: How has the week been for you since we last met?",
    "Kestrel: All right I think, the dog kept us busy.",
    "Anna: What was it like when we stopped last time?",
    "Kestrel: Fine.",
    "Kestrel: It was fine.",
    "Anna: I wonder whether something I said did not sit well with you?",
    "Kestrel: You never listen to me. This is no help at all, and you are only interested in your notes.",
    "Anna: You are right, and I am sorry. Tell me what I missed.",
    "Kestrel: Whatever you think is best. You're the expert.",
)


@pytest.fixture
def row(browser, new_client):
    """A transcript that can be read."""
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    content = ["WEBVTT", ""]
    for at, line in enumerate(LINES):
        content += [f"00:{at:02}:00.000 --> 00:{at:02}:50.000", line, ""]
    found = bringing.bring(heron, "2026-06-02.vtt", "\n".join(content).encode()).heard
    speakers.confirm(found, {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT})
    return found


@pytest.fixture
def address(row):
    return f"/r/{row.client_id}/heard/{row.pk}/"


@pytest.fixture
def moment(row):
    return max(
        (one for one in moments(open_up(row).reading) if one.direction is not None), key=lambda one: one.strength
    )


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", answer.content.decode())))


def test_answered_shown_and_taken_back(browser, row, address, moment):
    answer = browser.post(f"{address}answer/", {"moment": moment.id, "said": "no"})
    assert answer.url == f"{address}?page=1#m-{moment.id}"
    assert models.Answer.objects.get().answer == "no"
    page = text(browser.get(address))
    assert "You said: no, ordinary." in page
    assert "Take that back" in page
    browser.post(f"{address}answer/back/", {"moment": moment.id})
    assert "You said: " not in text(browser.get(address))
    assert models.Answer.objects.get().undone is not None
    assert "what you made of a moment" in text(browser.get(f"/r/{row.client_id}/seen/"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"moment": "0" * 16, "said": "no"}, "not there any more"),
        ({"said": "no"}, "not there any more"),
        ({"said": "maybe"}, "choose one of the buttons"),
    ],
)
def test_what_does_not_fit_is_said(browser, address, moment, given, says):
    fields = {"moment": moment.id, **given} if given.get("said") == "maybe" else given
    assert says in text(browser.post(f"{address}answer/", fields, follow=True))
    assert not models.Answer.objects.exists()


@pytest.mark.parametrize("what", ["answer/", "answer/back/", "take-up/", "turn/"])
def test_an_address_that_only_takes_in_leads_back(browser, address, what):
    assert browser.get(f"{address}{what}").url.startswith(address)


def test_without_consent_nothing_is_kept(browser, row, address, moment):
    consent.write(row.client, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=date(2026, 6, 20))
    for what in ("answer/", "answer/back/", "take-up/", "turn/"):
        fields = {"moment": moment.id, "said": "no", "entry": "3", "role": "therapist"}
        assert browser.post(f"{address}{what}", fields).url == f"/r/{row.client_id}/heard/"
    assert not models.Answer.objects.exists()
    assert not models.Episode.objects.exists()


def test_into_a_record_seen_there_and_back(browser, row, address, moment):
    quote = open_up(row).reading.quote(moment.hits[0])
    answer = browser.post(f"{address}take-up/", {"moment": moment.id})
    record = models.Episode.objects.get()
    assert answer.url == f"/r/{row.client_id}/episode/{record.pk}/"
    shown = browser.get(answer.url)
    assert quote in text(shown)
    way = f"{address}moment/{moment.id}/"
    assert way in shown.content.decode()
    assert browser.get(way).url == f"{address}?page=1#t{moment.first}"
    assert "In the record of" in text(browser.get(address))
    # Saved with its tick, it stays; without it, it is let go, and the record stays.
    fields = {"id": record.pk, "version": 1, "day": "2026-06-02", "with_whom": "therapist", "text": "It went quiet."}
    ref = f"heard:{row.pk}:{moment.id}"
    browser.post(answer.url, {**fields, "attach_shown": ref, "attach": ref})
    assert models.Attached.objects.count() == 1
    browser.post(answer.url, {**fields, "version": 2, "attach_shown": ref})
    assert not models.Attached.objects.exists()
    assert models.Episode.objects.count() == 1


def test_into_one_that_is_there_and_undone(browser, row, address, moment):
    browser.post(f"{address}take-up/", {"moment": moment.id})
    browser.post(f"{address}moment/{moment.id}/let-go/")
    assert not models.Episode.objects.exists()
    assert "is not there" in text(
        browser.post(f"{address}take-up/", {"moment": moment.id, "episode": "x"}, follow=True)
    )


def test_a_transcript_taken_out_is_said(browser, row, address, moment):
    bringing.take_out(row)
    assert "not here any more" in text(browser.get(f"{address}moment/{moment.id}/", follow=True))


def test_some_of_a_turn_is_somebody_elses(browser, row, address):
    page = browser.get(f"{address}?turn=3")
    assert "Somebody else said this?" in text(page)
    assert re.findall(r'name="entry" value="(\d+)"', page.content.decode()) == ["3", "4"]
    answer = browser.post(f"{address}turn/", {"turn": "3", "entry": ["4"], "role": "therapist"})
    roles = [(turn.role.value, turn.text) for turn in transcript_of(models.Heard.objects.get()).turns]
    assert ("client", "Fine.") in roles
    assert ("therapist", "It was fine.") in roles
    assert answer.url == f"{address}?page=1#t4"
    browser.post(f"{address}who/undo/")
    assert len(transcript_of(models.Heard.objects.get()).turns) == 8


@pytest.mark.parametrize(
    "fields", [{"role": "client"}, {"entry": "3"}, {"entry": "3", "role": "x"}, {"entry": "999", "role": "client"}]
)
def test_nothing_is_put_right_without_both(browser, address, row, fields):
    before = models.Heard.objects.get().words
    answer = browser.post(f"{address}turn/", fields, follow=True)
    assert answer.status_code == 200
    assert models.Heard.objects.get().words["corrections"] == before["corrections"]
