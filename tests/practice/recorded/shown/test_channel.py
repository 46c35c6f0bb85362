"""Ten seconds of one channel: its own sound and nothing of the other, from where it is clearest."""

import io
import wave

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded import arriving, kept
from reattune.practice.recorded.sealed_file import Writer
from reattune.practice.recorded.shown.channel import alone

pytestmark = pytest.mark.system("ffmpeg")

RATE = 16_000


@pytest.fixture
def two(agreed):
    """Forty seconds: on the left a tone from 10 to 20, on the right another from 25 to 40."""
    times = np.arange(40 * RATE) / RATE
    left = np.where((times >= 10) & (times < 20), np.sin(2 * np.pi * 200 * times), 0)
    right = np.where(times >= 25, np.sin(2 * np.pi * 500 * times), 0)
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setparams((2, 2, RATE, 0, "NONE", ""))
        file.writeframes((np.stack([left, right], axis=1) * 9000).astype("<i2").tobytes())
    content = held.getvalue()
    row = arriving.new(agreed, "two.wav", len(content), arriving.delete_on())
    kept.folder()
    made = Writer(kept.path_of(row.pk), kept.key_of(row), str(row.pk))
    made.append(content, last=True)
    made.close()
    return row


def hertz(content):
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE)
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(float)
    assert 0 < len(sound) <= 10 * RATE
    return np.fft.rfftfreq(len(sound), 1 / RATE)[np.abs(np.fft.rfft(sound)).argmax()]


def test_each_is_heard_by_itself(two):
    assert abs(hertz(alone(two, 0)) - 200) < 2
    assert abs(hertz(alone(two, 1)) - 500) < 2


def test_one_microphone_has_no_second(here):
    with pytest.raises(ReattuneError, match="one channel only"):
        alone(here, 1)
