"""Recordings that ffmpeg makes for a test, each once a session."""

import os
import subprocess

import numpy as np
import pytest


class Faulty:
    """A reader that counts as a sealed file does: no path, no descriptor; optionally it breaks after so many bytes."""

    def __init__(self, data, breaks_after=None):
        self.data, self.at, self.breaks_after = data, 0, breaks_after

    def seek(self, to, whence=0):
        self.at = to + (0, self.at, len(self.data))[whence]
        return self.at

    def read(self, count=-1):
        if self.breaks_after is not None and self.at >= self.breaks_after:
            raise RuntimeError("the seal does not fit")
        got = self.data[self.at :] if count < 0 else self.data[self.at : self.at + count]
        self.at += len(got)
        return got


@pytest.fixture(scope="session")
def sealed():
    """Give a reader without a file behind it."""
    return Faulty


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Give a function that returns a file with this name, made by ffmpeg with these words."""
    folder = tmp_path_factory.mktemp("recordings")
    kept = {}

    def make(name, *words):
        key = (name, words)
        if key not in kept:
            path = folder / str(len(list(folder.iterdir()))) / name
            path.parent.mkdir()
            command = ["ffmpeg", "-v", "error", "-nostdin", "-y", *map(str, words), str(path)]
            subprocess.run(command, check=True, env={**os.environ, "AV_LOG_FORCE_NOCOLOR": "1"})
            kept[key] = path
        return kept[key]

    return make


@pytest.fixture(scope="session")
def film(made):
    """Give a film of four seconds with sound, its index last, as a phone writes it."""
    return made("film.mp4", *SHAPES, *TONE, *SMALL, "-c:a", "aac", "-shortest")


@pytest.fixture(scope="session")
def memo(made):
    """Give four seconds of a voice memo, its index last."""
    return made("memo.m4a", *TONE, "-c:a", "aac")


@pytest.fixture(scope="session")
def wav(made):
    """Give four seconds of a tone in two channels, the second quieter."""
    return made("two.wav", *TONE, "-af", "pan=stereo|c0=c0|c1=.5*c0")


SHAPES = ("-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=4")
TONE = ("-f", "lavfi", "-i", "sine=440:d=4:sample_rate=44100")
SMALL = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


@pytest.fixture(scope="session")
def words():
    """Give the words for shapes that move, a tone, and a quick encoder."""
    return SHAPES, TONE, SMALL


@pytest.fixture(scope="session")
def begins():
    """Give a function that returns the second at which something can be heard in one channel."""

    def first(sound, rate=16_000, loud=0.02):
        return float(np.argmax(np.abs(sound) > loud)) / rate

    return first
