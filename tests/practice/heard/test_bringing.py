"""A transcript brought: sealed, known again, bounded, and never kept without having been talked about."""

import json
from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.practice import consent, models
from reattune.practice.heard import bringing
from reattune.practice.heard.transcript import script_in

DAY = date(2026, 6, 2)


def test_it_is_kept_as_it_came_and_sealed(agreed, vtt):
    found = bringing.bring(agreed, "2026-06-02.vtt", vtt())
    row = models.Heard.objects.get()
    assert (row.day, row.wordless, row.confirmed, found.before) == (DAY, False, None, False)
    assert bringing.original(row) == vtt()
    assert [cue.text for cue in script_in(row.words).cues][3] == "Fine."
    assert row.words["sha256"] == found.script.sha256
    for cell in (bytes(row.body), bytes(row.sealed)):
        assert b"Fine." not in cell
        assert b"Kestrel" not in cell
    assert models.AuditEvent.objects.filter(action="imported", what="transcript", client=agreed.pk).count() == 1


def test_the_same_file_is_kept_once_for_each_client(agreed, vtt, new_client):
    first = bringing.bring(agreed, "2026-06-02.vtt", vtt())
    again = bringing.bring(agreed, "copy.vtt", vtt(), day=date(2026, 6, 9))
    assert again.before
    assert again.heard.pk == first.heard.pk
    wren = new_client("wren")
    consent.write(wren, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=DAY)
    other = bringing.bring(wren, "2026-06-02.vtt", vtt()).heard
    assert models.Heard.objects.count() == 2
    assert other.digest != first.heard.digest


def test_nothing_is_kept_before_it_was_agreed_to_or_after_a_no(agreed, vtt, new_client):
    with pytest.raises(ReattuneError, match="Talk about it first"):
        bringing.bring(new_client("wren"), "2026-06-02.vtt", vtt())
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=DAY)
    with pytest.raises(ReattuneError, match="Talk about it first"):
        bringing.bring(agreed, "2026-06-02.vtt", vtt())
    assert not models.Heard.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "day", "words"),
    [
        ("a.vtt", b"", DAY, "is empty"),
        ("a.vtt", b"WEBVTT\n\n" + b"x" * (25 * 2**20), DAY, "larger than 25 MB"),
        ("a.vtt", b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\nA: x\n\n" * 45_000, DAY, "too long"),
        ("a.vtt", b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\nA: x\n\n" * 20_001, DAY, "too long"),
        ("a.txt", b"T: a\nC: b\n" * 205_000, DAY, "too long"),
        ("a.txt", b"[00:01] T: a\nC: b\n" * 205_000, DAY, "too long"),
        ("a.rtf", b"{\\rtf1 " + b"T: a\\par " * 405_000 + b"}", DAY, "too long"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", DAY, "a.png"),
        ("a.vtt", None, None, "On which day"),
        ("a.vtt", None, date(2026, 7, 1), "has not come yet"),
    ],
)
def test_what_cannot_be_kept_is_said_in_a_sentence(agreed, vtt, name, content, day, words):
    with pytest.raises(ReattuneError, match=words):
        bringing.bring(agreed, name, vtt() if content is None else content, day=day)
    assert not models.Heard.objects.exists()


def test_without_words_no_word_is_written_anywhere(agreed, vtt):
    found = bringing.bring(agreed, "2026-06-02.vtt", vtt(), wordless=True)
    row = models.Heard.objects.get()
    assert row.body is None
    assert bringing.original(row) is None
    assert "Fine" not in repr(row.words)
    assert [len(cue.text.split()) for cue in script_in(row.words).cues] == [11, 15, 9, 1, 12, 5]
    assert found.script.cues[3].text == "Fine.", "in memory, to say who is who"


def test_taken_out_all_of_it_is_gone(told):
    client = told.client
    models.Answer(client=client, heard=told, moment="m", answer="no").save()
    bringing.take_out(told)
    assert not models.Heard.objects.exists()
    assert not models.Answer.objects.exists()
    client.refresh_from_db()
    assert client.stale
    assert models.AuditEvent.objects.filter(action="erased", what="transcript").count() == 1


def test_brought_by_two_windows_at_once_it_is_kept_once(agreed, vtt, monkeypatch):
    name, read, first = "2026-06-02.vtt", bringing._read, []

    def meanwhile(content, shown):
        if not first:
            first.append(None)
            first.append(bringing.bring(agreed, name, content).heard)
        return read(content, shown)

    known = bringing._known
    asked = []
    monkeypatch.setattr(bringing, "_read", meanwhile)
    # The other window is done only after this one has looked.
    monkeypatch.setattr(bringing, "_known", lambda *who: known(*who) if asked.append(who) or len(asked) != 3 else None)
    again = bringing.bring(agreed, name, vtt())
    assert again.before
    assert again.heard.pk == first[1].pk
    assert models.Heard.objects.count() == 1


@pytest.mark.parametrize("place", ["model", "language", "speaker", "words"])
def test_halves_of_characters_in_a_services_file_are_no_trouble(agreed, place):
    odd = {one: "a\ud800\x9bb" if one == place else "en" for one in ("model", "language", "speaker", "words")}
    words = [{"word": odd["words"], "speaker": odd["speaker"], "start": at, "end": at + 0.5} for at in range(3)]
    channel = {"detected_language": odd["language"], "alternatives": [{"transcript": "x", "words": words}]}
    whole = {"metadata": {"model_info": {"1": {"name": odd["model"]}}}, "results": {"channels": [channel]}}
    found = bringing.bring(agreed, "2026-06-02.json", json.dumps(whole).encode())
    assert found.script.format == "Deepgram"
    kept = repr(models.Heard.objects.get().words)
    assert "\ufffd\ufffd" in kept
    assert "\\x9b" not in kept
