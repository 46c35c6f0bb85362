import struct
import subprocess

import numpy as np
import pytest

from reattune.errors import UnreadableError
from reattune.reading.recordings import ffmpeg
from reattune.reading.recordings.audio import RATE, chunks, playable

pytestmark = pytest.mark.system("ffmpeg")
CLICK = "aevalsrc=if(between(t\\,{at}\\,{at}+.05)\\,.8*sin(6283*t)\\,0):d={seconds}:s={rate}"


def whole(source, **how):
    return np.concatenate(list(chunks(source, **how)))


def click(at, seconds, rate=44_100):
    return "-f", "lavfi", "-i", CLICK.format(at=at, seconds=seconds, rate=rate)


def test_chunks_are_as_long_as_asked_and_fit_together(wav):
    cut = list(chunks(wav, seconds=1.5))
    assert [len(one) for one in cut] == [24_000, 24_000, 16_000]
    assert {one.dtype for one in cut} == {np.dtype(np.float32)}
    assert np.array_equal(np.concatenate(cut), whole(wav))


def test_two_channels_are_kept_apart(wav):
    sound = whole(wav)
    assert sound.shape == (64_000, 2)
    ratio = np.std(sound[:, 1]) / np.std(sound[:, 0])
    assert ratio == pytest.approx(0.5, abs=0.01)


def test_six_channels_are_mixed_into_one(made, words):
    path = made("six.wav", *words[1], "-af", "pan=5.1|FC=c0")
    sound = whole(path)
    assert sound.shape == (64_000, 1)
    assert np.abs(sound).max() > 0.02


@pytest.mark.parametrize("rate", [8_000, 22_050, 48_000, 96_000])
def test_any_rate_gives_the_rate_asked_for(made, begins, rate):
    path = made("any.wav", *click(1.25, 2, rate), "-c:a", "pcm_s16le")
    sound = whole(path)
    assert len(sound) == 2 * RATE
    assert begins(sound[:, 0]) == pytest.approx(1.25, abs=0.002)


@pytest.mark.parametrize("name", ["late.mp4", "late.mkv", "late.mov"])
def test_sound_that_begins_late_keeps_its_seconds(made, words, sealed, begins, name):
    path = made(name, *words[0], "-itsoffset", "0.5", *click(1, 3), *words[2], "-c:a", "aac")
    for source in (path, sealed(path.read_bytes())):
        sound = whole(source)[:, 0]
        assert begins(sound) == pytest.approx(1.5, abs=0.01)
        assert not sound[: RATE // 4].any()


def test_pictures_that_begin_late_leave_the_sound_where_it_is(made, words, begins):
    path = made("early.mkv", *click(1, 3), "-itsoffset", "0.7", *words[0], *words[2], "-c:a", "pcm_s16le")
    assert begins(whole(path)[:, 0]) == pytest.approx(1.0, abs=0.01)


def test_a_gap_in_the_sound_is_quiet_and_what_follows_keeps_its_seconds(made, begins):
    gap = "asetpts=if(gte(T\\,1)\\,PTS+2/TB\\,PTS)"
    path = made("gap.mkv", *click(1.5, 3), "-af", gap, "-c:a", "pcm_s16le")
    sound = whole(path)[:, 0]
    assert begins(sound) == pytest.approx(3.5, abs=0.03)
    assert len(sound) / RATE == pytest.approx(5, abs=0.03)


def test_an_hour_does_not_drift(made, begins):
    hour = "anullsrc=r=22050:cl=mono:d=3600[a];aevalsrc=.5*sin(2000*t):d=1:s=22050[b];[a][b]concat=v=0:a=1"
    path = made("hour.mka", "-f", "lavfi", "-i", hour, "-c:a", "pcm_u8")
    heard, first = 0, None
    for chunk in chunks(path):
        assert len(chunk) <= 30 * RATE
        if first is None and (np.abs(chunk[:, 0]) > 0.2).any():
            first = heard / RATE + begins(chunk[:, 0], loud=0.2)
        heard += len(chunk)
    assert first == pytest.approx(3600, abs=0.002)


def test_a_phone_call_of_8000_samples(made, words):
    path = made("call.wav", *words[1], "-ar", "8000", "-c:a", "gsm_ms")
    sound = whole(path)
    assert len(sound) == pytest.approx(4 * RATE, abs=0.1 * RATE)
    assert np.abs(sound).max() > 0.05


def test_what_follows_damage_keeps_its_seconds(made, begins, sealed):
    hum_and_click = CLICK.replace("\\,0)", "\\,.05*sin(3000*t))").format(at=6, seconds=8, rate=44_100)
    data = bytearray(made("hurt.m4a", "-f", "lavfi", "-i", hum_and_click, "-c:a", "aac").read_bytes())
    start = data.find(b"mdat") + len(data) // 4
    data[start : start + 3000] = np.random.default_rng(5).bytes(3000)
    sound = whole(sealed(bytes(data)))[:, 0]
    assert begins(sound[5 * RATE :], loud=0.3) == pytest.approx(1, abs=0.03)
    assert len(sound) / RATE == pytest.approx(8, abs=0.1)


def test_no_sound_is_said(made, words):
    path = made("mute.mp4", *words[0], *words[2])
    for give in (chunks, playable):
        with pytest.raises(UnreadableError, match=r"mute\.mp4 holds no sound"):
            list(give(path))


def test_what_can_be_listened_to_in_a_browser_has_the_same_seconds(made, begins, tmp_path, sealed):
    path = made("memo.m4a", *click(2, 4), "-metadata", "location=+48.2+016.3/", "-c:a", "aac")
    data = b"".join(playable(sealed(path.read_bytes())))
    assert len(data) == pytest.approx(4 * 8000, rel=0.05)
    assert b"48.2" not in data
    # Decoded as a browser does: nothing in the stream says how late its encoder is.
    command = [
        ffmpeg.found("ffmpeg"),
        "-v",
        "error",
        "-f",
        "mp3",
        "-i",
        "pipe:0",
        "-f",
        "f32le",
        "-ar",
        "16000",
        "-ac",
        "1",
        "-",
    ]
    sound = np.frombuffer(subprocess.run(command, input=data, capture_output=True, check=True).stdout, "<f4")
    assert begins(sound, loud=0.1) == pytest.approx(2.0, abs=0.005)


def test_two_channels_can_be_listened_to(wav):
    data = b"".join(playable(wav))
    assert data[0] == 0xFF
    assert struct.unpack(">I", data[:4])[0] >> 6 & 3 != 3  # not one channel


def test_without_ffmpeg_a_wav_is_still_heard(wav, monkeypatch):
    with_it = whole(wav)
    monkeypatch.setattr(ffmpeg, "there", lambda: False)
    without = whole(wav)
    assert without.shape == with_it.shape
    assert np.abs(without[500:-500] - with_it[500:-500]).max() < 0.01
