"""The bytes of a recording for a browser: any part of them, once agreed to, never kept, and in the audit."""

import io
import wave
from datetime import date

import pytest

from reattune.model import Audio, Recording
from reattune.practice import consent, models
from reattune.practice.mapping.codec import dump
from reattune.practice.recorded import arriving, kept, retention
from reattune.practice.recorded.sealed_file import CHUNK, Writer

DAY = date(2026, 6, 23)
CONTENT = bytes(range(256)) * 5000


@pytest.fixture
def heron(new_client):
    row = new_client("heron")
    consent.write(row, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    return row


def bring(client, content, track):
    row = arriving.new(client, "talk.wav", len(content), DAY)
    kept.folder()
    made = Writer(kept.path_of(row.pk), kept.key_of(row), str(row.pk))
    made.append(content, last=True)
    made.close()
    row.arrived, row.state = len(content), "here"
    row.save()
    kept.remember(row, track=dump(track))
    return row


@pytest.fixture
def here(heron):
    return bring(heron, CONTENT, Recording("talk.wav", "wav", 30.0, Audio(16000, 1, "pcm_s16le")))


def get(browser, row, method="get", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return getattr(browser, method)(f"/r/{row.client_id}/recordings/{row.pk}/sound/", headers=named)


def body(answer):
    return b"".join(answer.streaming_content)


def test_all_of_it(browser, here):
    answer = get(browser, here)
    assert answer.status_code == 200
    assert body(answer) == CONTENT
    assert answer["Content-Type"] == "audio/wav"
    assert answer["Content-Length"] == str(len(CONTENT))
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "media-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [
        ("bytes=0-", 0, len(CONTENT)),
        ("bytes=0-1", 0, 2),
        (f"bytes={CHUNK - 3}-{CHUNK + 4}", CHUNK - 3, CHUNK + 5),
        ("bytes=-7", len(CONTENT) - 7, len(CONTENT)),
    ],
)
def test_a_part_of_it(browser, here, wanted, start, end):
    answer = get(browser, here, Range=wanted)
    assert answer.status_code == 206
    assert body(answer) == CONTENT[start:end]
    assert answer["Content-Range"] == f"bytes {start}-{end - 1}/{len(CONTENT)}"
    assert answer["Content-Length"] == str(end - start)


def test_a_part_that_is_not_there(browser, here):
    answer = get(browser, here, Range=f"bytes={len(CONTENT)}-")
    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(CONTENT)}"


def test_a_part_of_the_same_file_only(browser, here):
    mark = get(browser, here)["ETag"]
    assert get(browser, here, Range="bytes=0-1", If_Range=mark).status_code == 206
    other = get(browser, here, Range="bytes=0-1", If_Range='"other"')
    assert other.status_code == 200
    assert body(other) == CONTENT


def test_only_its_head(browser, here):
    answer = get(browser, here, method="head", Range="bytes=5-9")
    assert (answer.status_code, answer["Content-Length"]) == (206, "5")
    assert models.AuditEvent.objects.filter(what="recording played").count() == 0


def test_that_it_was_played_stands_in_the_audit_once(browser, here):
    for wanted in ("bytes=0-", "bytes=100-", "bytes=500-"):
        get(browser, here, Range=wanted)
    seen = models.AuditEvent.objects.filter(action="viewed", what="recording played", client=here.client_id)
    assert seen.count() == 1


def test_after_a_no_nothing_is_played(browser, here):
    consent.write(here.client, consent.Purpose.RECORDING, given=False, by="client", day=DAY)
    answer = get(browser, here)
    assert answer.status_code == 403
    assert "No was said to recording" in answer.content.decode()


def test_what_was_deleted_or_changed_says_so(browser, here, heron):
    other = bring(heron, CONTENT, Recording("talk.wav", "wav", 30.0, Audio(16000, 1, "pcm_s16le")))
    path = kept.path_of(other.pk)
    path.write_bytes(path.read_bytes()[:-5])
    retention.delete(here)
    for row, words in ((here, "was deleted"), (other, "cut off")):
        answer = get(browser, row)
        assert answer.status_code == 410
        assert words in answer.content.decode()


def test_of_another_client_there_is_none(browser, here, new_client):
    wren = new_client("wren")
    assert browser.get(f"/r/{wren.pk}/recordings/{here.pk}/sound/").status_code == 404


@pytest.mark.system("ffmpeg")
def test_what_browsers_do_not_play_comes_as_mp3(browser, heron):
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(bytes(64000))
    row = bring(heron, held.getvalue(), Recording("talk.amr", "amr", 2.0, Audio(8000, 1, "amr_nb")))
    whole = get(browser, row)
    assert whole["Content-Type"] == "audio/mpeg"
    content = body(whole)
    assert content[0] == 0xFF
    part = get(browser, row, Range="bytes=100-199")
    assert part.status_code == 206
    assert body(part) == content[100:200]
