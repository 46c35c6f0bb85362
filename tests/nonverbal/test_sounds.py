import numpy as np
import pytest

from reattune.model import Span
from reattune.nonverbal.sounds import Levels, audible, floor, runs
from reattune.nonverbal.spans import clock
from reattune.synthetic.sounding import breath, noise

RATE = 16_000


def levels(sound):
    one = Levels()
    one.hear(sound.astype(np.float32))
    return one.done()


def room(seconds):
    return noise(seconds * RATE, 3) * 10 ** (-60 / 20)


def put(sound, at, one, decibels):
    first = round(at * RATE)
    sound[first : first + len(one)] += one * np.float32(10 ** (decibels / 20))


def test_levels_are_decibels_of_each_ten_milliseconds():
    sound = np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE)
    level, clear = levels(sound)
    assert len(level) == 100
    assert level == pytest.approx(-3.01, abs=0.01)
    assert clear[10:] == pytest.approx(-3.01, abs=0.05)
    assert len(levels(np.zeros(161))[0]) == 2


def test_a_hum_is_not_what_stands_out():
    hum = np.sin(2 * np.pi * 50 * np.arange(RATE) / RATE)
    level, clear = levels(hum)
    assert level[50:].mean() - clear[50:].mean() > 10


def test_breath_is_heard_where_it_is():
    sound = room(30)
    put(sound, 5.0, breath(0.7, 1), -40)
    put(sound, 20.0, breath(1.0, 2), -40)
    sounds, remarks = audible(*levels(sound), [Span(25, 30)])
    assert remarks == ()
    assert [(one.start, one.end) for one in sounds] == [
        (pytest.approx(5.05, abs=0.12), pytest.approx(5.65, abs=0.12)),
        (pytest.approx(20.05, abs=0.15), pytest.approx(20.95, abs=0.15)),
    ]


def test_what_is_beside_speech_or_in_it_is_no_sound_of_its_own():
    sound = room(20)
    put(sound, 5.0, breath(1.0, 1), -30)
    assert audible(*levels(sound), [Span(4.9, 6.1)]) == ((), ())


def test_bursts_close_together_are_one_and_a_single_click_is_none():
    sound = room(20)
    for at in (5.0, 5.3, 5.6):
        put(sound, at, np.ones(1_600, np.float32) * np.tile([1, -1], 800), -30)
    put(sound, 12.0, np.tile([1, -1], 40), -20)
    sounds, _ = audible(*levels(sound), [Span(18, 19)])
    assert len(sounds) == 1
    assert (sounds[0].start, sounds[0].end) == (pytest.approx(5.0, abs=0.03), pytest.approx(5.7, abs=0.03))


def test_what_sounds_all_the_time_is_said_and_is_no_sound():
    sound = room(240)
    put(sound, 60, noise(90 * RATE, 4), -35)
    sounds, remarks = audible(*levels(sound), [Span(1, 2)])
    assert sum(one.seconds for one in sounds) < 2
    assert len(remarks) == 1
    assert remarks[0].startswith("Between 1:")
    assert "softer sounds are not heard there" in remarks[0]


def test_the_noise_of_a_recorder_is_no_sound():
    sound = np.zeros(20 * RATE)
    put(sound, 5, noise(RATE, 5), -75)
    sounds, remarks = audible(*levels(sound), [])
    assert sounds == ()
    assert len(remarks) == 1


def test_without_speech_it_is_said():
    assert audible(*levels(noise(10 * RATE, 1) * 0.01), []) == ((), ("No speech was heard in the recording.",))


def test_a_floor_is_of_what_is_around():
    clear = np.repeat(np.array([-70, -40], np.float32), 12_000)
    found = floor(clear, np.ones(24_000, np.bool_))
    assert found[0] == -70
    assert found[-1] == -40


def test_pieces_of_any_length_give_the_very_same():
    sound, one = room(3).astype(np.float32), Levels()
    for piece in np.split(sound, [1, 7, 7, 500, 16_001]):
        one.hear(piece)
    assert all(np.array_equal(a, b) for a, b in zip(one.done(), levels(sound), strict=True))


def test_times_and_runs_are_plain():
    assert (clock(7), clock(605)) == ("0:07", "10:05")
    assert runs(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
