"""Taking names out of a transcript: listed, read once more, and handed out only as agreed."""

import html
import json
import re
from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard import bringing, speakers

DAY = date(2026, 6, 2)
VTT = b"""WEBVTT

00:00:00.000 --> 00:00:08.000
Anna: Hello Kestrel. <script>alert(1)</script> How is Tara?

00:00:10.000 --> 00:00:18.000
Kestrel: Tara moved to Leeds on 3 March. The bakery is shut.
"""


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(answer.content.decode()))


def hidden(answer, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1])


def ticks(answer):
    return re.findall(r'name="mask" value="(\d+)"', answer.content.decode())


@pytest.fixture
def heron(new_client):
    made = new_client("heron")
    consent.write(made, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    return made


@pytest.fixture
def row(heron):
    made = bringing.bring(heron, "2026-06-02 Kestrel.vtt", VTT).heard
    speakers.confirm(made, {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT})
    return made


@pytest.fixture
def address(row):
    return f"/r/{row.client_id}/heard/{row.pk}/without-names/"


@pytest.fixture
def supervised(heron):
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=DAY)


def whole(browser, address, **given):
    listed = browser.get(address)
    sent = {"shown": hidden(listed, "shown"), "mask": ticks(listed), "also": "", "then": "whole", **given}
    return browser.post(address, sent)


def taken(browser, address, read, then="text"):
    return browser.post(address, {"choices": hidden(read, "choices"), "seen": hidden(read, "seen"), "then": then})


def test_what_was_found_is_listed_with_its_words_and_what_cannot_be_found(browser, address):
    answer = browser.get(address)
    page = text(answer)
    assert answer.status_code == 200
    assert "No program can promise" in page
    assert "[name 1]" in page
    assert "Leeds" in page
    assert len(ticks(answer)) == 4
    assert "<script>alert" not in answer.content.decode()


def test_all_of_it_is_read_before_it_leaves_and_leaves_as_read(browser, address, supervised, row):
    read = whole(browser, address, also="the bakery\nbakery")
    assert "[name 1] moved to [place 1] on [date 1]" in re.sub(r"</?mark>", "", text(read))
    answer = taken(browser, address, read)
    assert answer["Content-Disposition"] == 'attachment; filename="session.txt"'
    words = answer.content.decode()
    assert "Therapist: Hello [client]. <script>alert(1)</script> How is [name 1]?" in words
    assert "Client: [name 1] moved to [place 1] on [date 1]. [word 1] is shut." in words
    line = models.AuditEvent.objects.filter(client=row.client_id).order_by("-seq").first()
    assert (line.action, line.what, line.purpose) == ("exported", "transcript", "supervision")


def test_json_says_what_was_replaced_and_no_name(browser, address, supervised):
    document = json.loads(taken(browser, address, whole(browser, address), "json").content)
    assert document["replaced"] == {"date": 1, "name": 3, "place": 1}
    assert not any(word in json.dumps(document) for word in ("Anna", "Kestrel", "Tara", "Leeds", "2026"))


def test_a_tick_taken_away_keeps_it_and_other_words_stand_in_its_place(browser, address, supervised):
    listed = browser.get(address).content.decode()
    leeds = re.search(r'value="(\d+)"[^>]*><span><strong dir="auto">Leeds', listed)[1]
    tara = re.search(r'value="(\d+)"[^>]*><span><strong dir="auto">Tara', listed)[1]
    kept = [one for one in ticks(browser.get(address)) if one != leeds]
    read = whole(browser, address, mask=kept, **{f"as-{tara}": "[my sister]"})
    assert "Kept, as you said: <bdi>Leeds" in text(read)
    assert "[my sister] moved to Leeds on" in taken(browser, address, read).content.decode()
    again = browser.post(address, {"choices": hidden(read, "choices"), "then": "review"})
    assert "stays as it is" in text(again)
    assert "[my sister]" in text(again)


def test_nothing_leaves_without_consent_to_supervision(browser, address):
    read = whole(browser, address)
    assert "not agreed that their words go to supervision" in text(read)
    before = models.AuditEvent.objects.filter(action="exported").count()
    answer = taken(browser, address, read)
    assert answer.status_code == 400
    assert "Content-Disposition" not in answer
    assert models.AuditEvent.objects.filter(action="exported").count() == before


def test_what_was_not_read_does_not_leave(browser, address, supervised):
    read = whole(browser, address)
    sent = {"choices": json.dumps([["Leeds"], [], {}]), "seen": hidden(read, "seen"), "then": "text"}
    answer = browser.post(address, sent)
    assert answer.status_code == 400
    assert "Read it once more" in text(answer)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"also": "x" * 200}, "longer than 80"),
        ({"as-0": "y" * 200}, "longer than 60"),
        ({"as-0": "Leeds"}, "taken out"),
    ],
)
def test_what_cannot_be_taken_is_said_and_stays(browser, address, given, said):
    answer = whole(browser, address, **given)
    assert answer.status_code == 400
    assert said in text(answer)
    assert next(iter(given.values())) in text(answer)


@pytest.mark.parametrize(
    "given", [{"shown": "[", "mask": "x"}, {"choices": "null"}, {"then": "nonsense"}, {"mask": "99999"}]
)
def test_nonsense_is_no_trouble(browser, address, given):
    assert browser.post(address, {"then": "whole", **given}).status_code == 200


def test_it_says_why_where_it_cannot_be_done(browser, heron):
    made = bringing.bring(heron, "2026-06-02.vtt", VTT, wordless=True).heard
    page = text(browser.get(f"/r/{heron.pk}/heard/{made.pk}/without-names/"))
    assert "no words were kept" in page
    assert "then" not in re.findall(r'name="(\w+)"', page)


def test_another_clients_transcript_is_not_there(browser, row, new_client):
    other = new_client("wren")
    assert browser.get(f"/r/{other.pk}/heard/{row.pk}/without-names/").status_code == 404
