import numpy as np
import pytest

from reattune.model import Role, Span
from reattune.nonverbal.hearing import Hearing, free
from reattune.nonverbal.who import Who

CHANNELS = Who(channels=(Role.CLIENT, Role.THERAPIST), guess=False)


def tones(seconds=3):
    at = np.arange(seconds * 16_000) / 16_000
    return np.stack([0.5 * np.sin(2 * np.pi * 120 * at), 0.25 * np.sin(2 * np.pi * 240 * at)], axis=1).astype(
        np.float32
    )


def through(sound, who, length, pitch=True):
    hearing = Hearing(who, pitch)
    for at in range(0, len(sound), length):
        hearing.hear(sound[at : at + length])
    return hearing.done()


def test_channels_are_kept_apart_where_somebody_said_whose_they_are():
    whole = through(tones(), CHANNELS, 4000)
    assert [float(np.nanmedian(one.hertz)) for one in whole.channels] == [
        pytest.approx(120, rel=0.01),
        pytest.approx(240, rel=0.01),
    ]
    assert whole.features is None
    assert len(through(tones(), Who(), 4000).channels) == 1


def test_what_comes_of_it_does_not_depend_on_the_pieces():
    one, two = through(tones(), CHANNELS, 48_000), through(tones(), CHANNELS, 1234)
    assert one.peaks == two.peaks
    assert one.seconds == two.seconds == 3
    for a, b in zip(one.channels, two.channels, strict=True):
        np.testing.assert_allclose(a.hertz, b.hertz, rtol=1e-5)
        np.testing.assert_array_equal(a.heard.level, b.heard.level)


def test_peaks_are_the_loudest_of_each_tenth_of_a_second():
    sound = np.zeros(4000, np.float32)
    sound[[100, 1700]] = 0.5, -2.0
    assert through(sound, Who(guess=False), 999, pitch=False).peaks == (0.5, 1.0, 0.0)


def test_without_pitch_there_is_none_and_nothing_breaks():
    whole = through(tones(), Who(guess=False), 4000, pitch=False)
    assert np.isnan(whole.channels[0].hertz).all()
    assert through(np.zeros((0, 2), np.float32), CHANNELS, 10).seconds == 0


def test_what_lies_between_stretches():
    assert free([Span(0, 1), Span(2, 3)], 5) == (Span(1, 2), Span(3, 5))
    assert free([], 5) == (Span(0, 5),)
