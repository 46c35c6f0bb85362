import io

import numpy as np
import pytest
import soundfile

from reattune.reading.recordings import ffmpeg, plain
from reattune.reading.recordings.probe import probe

TONE = (0.4 * np.sin(2 * np.pi * 300 * np.arange(44_100 * 3) / 44_100)).astype(np.float32)


def written(sound, kind, rate=44_100):
    made = io.BytesIO()
    soundfile.write(made, sound, rate, format=kind)
    return made


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
def test_each_kind_is_heard_in_chunks_at_the_rate_asked_for(kind):
    cut = list(plain.chunks(written(TONE, kind), 16_000, 1.25))
    assert [len(one) for one in cut[:2]] == [20_000, 20_000]
    sound = np.concatenate(cut)
    assert sound.shape[1] == 1
    assert len(sound) == pytest.approx(48_000, abs=1000)
    assert np.std(sound[8000:40_000]) == pytest.approx(np.std(TONE), rel=0.03)


def test_two_channels_stay_apart_and_six_become_one():
    two = np.stack([TONE, 0 * TONE], 1)
    sound = np.concatenate(list(plain.chunks(written(two, "WAV"), 16_000, 30)))
    assert sound.shape == (48_000, 2)
    assert not sound[:, 1].any()
    six = np.concatenate(list(plain.chunks(written(np.stack([TONE] * 6, 1), "WAV"), 16_000, 30)))
    assert six.shape == (48_000, 1)


def test_a_file_by_its_place(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(written(TONE, "WAV", 16_000).getvalue())
    assert len(np.concatenate(list(plain.chunks(path, 16_000, 30)))) == len(TONE)
    assert plain.tracks(path).seconds == len(TONE) / 16_000


def test_what_it_holds(monkeypatch):
    monkeypatch.setattr(ffmpeg, "there", lambda: False)
    found = probe(written(TONE, "FLAC"), "memo.flac")
    assert (found.format, found.seconds, found.audio.rate, found.audio.channels) == ("flac", 3.0, 44_100, 1)
    assert found.remarks == ("It was read without ffmpeg, as sound alone; movement cannot be seen",)


def test_anything_else_says_what_to_install(monkeypatch):
    monkeypatch.setattr(ffmpeg.shutil, "which", lambda _name: None)
    with pytest.raises(ffmpeg.MissingError, match="Install ffmpeg"):
        plain.tracks(io.BytesIO(b"\0\0\0\x10ftypM4A ......"))
