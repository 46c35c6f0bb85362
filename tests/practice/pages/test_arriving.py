"""Recordings over the wire: piece by piece, or with a plain form that never lies unsealed on the disk."""

import hashlib
import io
import json
import wave
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from reattune.practice import consent, models
from reattune.practice.pages import arriving as page
from reattune.practice.recorded import arriving, kept
from reattune.practice.recorded.arriving import PIECE

DAY = date(2026, 6, 23)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def agreed(heron):
    consent.write(heron, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    return heron


@pytest.fixture(scope="module")
def sound():
    """A WAV file of a little more than one piece."""
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(b"\x10\x00\x20\x01" * (PIECE // 4 + 1000))
    return held.getvalue()


def mark_of(content):
    return hashlib.sha256(content[:PIECE] + content[max(PIECE, len(content) - PIECE) :]).hexdigest()


def begin(browser, client, content, **rest):
    told = {"name": "talk.wav", "size": len(content), "day": DAY.isoformat(), "mark": mark_of(content), **rest}
    return browser.post(f"/r/{client.pk}/recordings/begin/", told)


def piece(browser, address, offset, content):
    return browser.post(f"{address}?offset={offset}", content, content_type="application/octet-stream")


def test_it_comes_piece_by_piece_and_goes_on_in_another_window(browser, agreed, sound):
    told = begin(browser, agreed, sound).json()
    assert told["arrived"] == 0
    assert piece(browser, told["piece"], 0, sound[:PIECE]).json() == {"arrived": PIECE}
    again = begin(browser, agreed, sound).json()
    assert again == {**told, "arrived": PIECE}
    for _window in range(2):
        late = piece(browser, again["piece"], PIECE, sound[PIECE:])
        assert late.json() == {"arrived": len(sound)}
    ended = browser.post(again["end"]).json()
    row = models.Recording.objects.get()
    assert ended["next"] == f"/r/{agreed.pk}/recordings/{row.pk}/who/"
    assert "is being analysed" in browser.get(ended["next"]).content.decode()
    assert row.state == "here"
    with kept.source(row) as file:
        assert file.read() == sound


def test_what_is_out_of_turn_is_told_where_to_go_on(browser, agreed, sound):
    told = begin(browser, agreed, sound).json()
    answer = piece(browser, told["piece"], PIECE, sound[PIECE:])
    assert (answer.status_code, answer.json()["arrived"]) == (409, 0)
    assert browser.post(told["end"]).status_code == 409
    assert browser.get(told["piece"]).json() == {"arrived": 0}


@pytest.mark.parametrize("offset", ["", "-1", "one", "9" * 30, "%00"])
def test_nonsense_is_refused_in_words(browser, agreed, sound, offset):
    told = begin(browser, agreed, sound).json()
    assert piece(browser, told["piece"], offset, b"x").status_code == 400
    assert begin(browser, agreed, sound, size=offset).status_code == 400
    assert begin(browser, agreed, sound, day=offset or "never", name="b").status_code == 400


def test_tiny_pieces_are_refused_one_by_one_and_change_nothing(browser, agreed, sound):
    told = begin(browser, agreed, sound).json()
    assert {piece(browser, told["piece"], 0, b"x").status_code for _each in range(50)} == {400}
    assert {piece(browser, told["piece"], number, b"x").status_code for number in range(1, 50)} == {409}
    assert browser.get(told["piece"]).json() == {"arrived": 0}
    assert not list(kept.folder().iterdir())


def test_a_piece_of_another_clients_recording_is_not_taken(browser, agreed, sound, new_client):
    told, wren = begin(browser, agreed, sound).json(), new_client("wren")
    for name in ("piece", "end"):
        address = told[name].replace(str(agreed.pk), str(wren.pk))
        assert piece(browser, address, 0, sound[:PIECE]).status_code == 404
    assert browser.get(told["piece"]).json() == {"arrived": 0}


def test_locked_midway_it_goes_on_after_unlocking(browser, agreed, sound):
    told = begin(browser, agreed, sound).json()
    piece(browser, told["piece"], 0, sound[:PIECE])
    browser.post("/lock/")
    assert piece(browser, told["piece"], PIECE, sound[PIECE:]).status_code == 302
    browser.post("/unlock/", {"passphrase": "seven quiet herons at dusk"})
    assert begin(browser, agreed, sound).json() == {**told, "arrived": PIECE}
    assert piece(browser, told["piece"], PIECE, sound[PIECE:]).json() == {"arrived": len(sound)}
    assert browser.post(told["end"]).status_code == 200


def test_it_is_asked_for_first_and_a_no_midway_ends_it(browser, heron, sound):
    answer = begin(browser, heron, sound)
    assert answer.status_code == 403
    assert "talked about it" in answer.json()["why"]
    assert not models.Recording.objects.exists()
    told = begin(browser, heron, sound, agreed="yes").json()
    assert consent.is_given(heron, consent.Purpose.RECORDING)
    piece(browser, told["piece"], 0, sound[:PIECE])
    consent.write(heron, consent.Purpose.RECORDING, given=False, by="client", day=DAY)
    answer = piece(browser, told["piece"], PIECE, sound[PIECE:])
    assert (answer.status_code, "No was said" in answer.json()["why"]) == (403, True)
    assert browser.post(told["end"]).status_code == 403


def test_no_room_is_said_with_its_own_sign(browser, agreed, sound, monkeypatch):
    monkeypatch.setattr(arriving, "SPARE", 2**60)
    answer = begin(browser, agreed, sound)
    assert (answer.status_code, "Free some space" in answer.json()["why"]) == (507, True)


def test_what_is_no_recording_is_said(browser, agreed):
    content = b"only words " * 100
    told = begin(browser, agreed, content, name="notes.mp4").json()
    piece(browser, told["piece"], 0, content)
    answer = browser.post(told["end"])
    assert answer.status_code == 400
    assert "notes.mp4" in answer.json()["why"]
    assert not models.Recording.objects.exists()


def form(browser, client, content, **rest):
    given = {"day": DAY.isoformat(), "file": SimpleUploadedFile("talk.wav", content), **rest}
    return browser.post(f"/r/{client.pk}/recordings/bring/", given)


def test_a_plain_form_is_sealed_while_it_comes(browser, heron, sound, store, monkeypatch):
    seen = []
    real = page.Sealing.file_complete

    def complete(self, size):
        upload = real(self, size)
        seen.extend(one.read_bytes() for one in store.rglob("*") if one.is_file())
        return upload

    monkeypatch.setattr(page.Sealing, "file_complete", complete)
    assert form(browser, heron, sound, agreed="yes").status_code == 302
    assert seen
    assert all(b"\x10\x00\x20\x01" * 20 not in one for one in seen)
    row = models.Recording.objects.get()
    assert (row.state, row.arrived, row.day) == ("here", len(sound), DAY)
    with kept.source(row) as file:
        assert file.read() == sound
    assert [one.name for one in kept.folder().iterdir()] == [kept.path_of(row.pk).name]


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ({}, "talked about it"),
        ({"agreed": "yes", "day": ""}, "On which day"),
        ({"agreed": "yes", "day": "soon"}, "is not a day"),
        ({"agreed": "yes", "day": "2026-07-30"}, "has not come yet"),
        ({"agreed": "yes", "file": ""}, "No file was chosen"),
        ({"agreed": "yes", "file": SimpleUploadedFile("a.mp4", b"words")}, "a.mp4"),
    ],
)
def test_a_plain_form_that_is_not_right_leaves_nothing(browser, heron, sound, rest, said):
    answer = form(browser, heron, sound, **rest)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not models.Recording.objects.exists()
    assert not list(kept.folder().iterdir())


def test_a_plain_form_without_its_token_leaves_nothing(browser, agreed, sound):
    strict = Browser(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert form(strict, agreed, sound).status_code == 403
    assert piece(strict, f"/r/{agreed.pk}/recordings/begin/", 0, b"").status_code == 403
    assert not models.Recording.objects.exists()
    assert not list(kept.folder().iterdir())


def test_a_full_disk_is_said_and_the_rest_is_not_taken(browser, agreed, sound, monkeypatch):
    def full(*_words, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reattune.practice.recorded.form.Writer.append", full)
    answer = form(browser, agreed, sound)
    assert answer.status_code == 400
    assert "The disk is full" in answer.content.decode()
    assert not list(kept.folder().iterdir())


def test_nobody_brings_anything_without_unlocking(agreed, sound):
    strange = Browser()
    for answer in (form(strange, agreed, sound), begin(strange, agreed, sound)):
        assert answer.status_code in {302, 403}
    assert not models.Recording.objects.exists()
    assert not list(kept.folder().iterdir())


def test_an_address_that_is_opened_leads_to_the_list(browser, agreed):
    for name in ("bring", "begin"):
        assert browser.get(f"/r/{agreed.pk}/recordings/{name}/")["Location"] == f"/r/{agreed.pk}/recordings/"
    told = json.loads(begin(browser, agreed, b"x").content)
    assert browser.get(told["end"]).json() == {"arrived": 0}
