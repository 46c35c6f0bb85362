import numpy as np
import pytest

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.listened import Voiced
from reattune.nonverbal.turns import turns
from reattune.nonverbal.voices import Track, together, voiced

T, P = Role.THERAPIST, Role.CLIENT


def track(hertz, level=-20.0, seconds=20):
    return Track(np.full(seconds * 100, hertz, np.float32), np.full(seconds * 100, level, np.float32))


def test_a_turn_has_the_median_the_span_and_the_level_of_its_own_microphone():
    taken = turns([Spoke(0, 5, P), Spoke(6, 10, T)])
    low = track(100.0)
    low.hertz[:250] = 200.0
    one, two = voiced(taken, [low, track(300.0, -30)], {P: 0, T: 1})
    assert one.span == pytest.approx(12, abs=0.01)
    assert (two.role, two.hertz, two.span) == (T, 300.0, 0.0)
    assert (one.decibels, two.decibels) == (pytest.approx(-20), pytest.approx(-30))


def test_where_nobody_said_whose_they_are_the_louder_microphone_counts():
    assert voiced(turns([Spoke(0, 5, P)]), [track(100.0, -50), track(250.0, -20)])[0].hertz == 250.0


def test_what_both_said_into_one_microphone_is_left_out():
    mixed = track(100.0)
    mixed.hertz[300:500] = 400.0
    taken = turns([Spoke(0, 5, P), Spoke(3, 5, T)])
    client, therapist = voiced(taken, [mixed], None, [Span(3, 5)])
    assert (client.hertz, client.span) == (100.0, 0.0)
    assert (therapist.hertz, therapist.decibels, therapist.rate) == (None, None, None)


def test_a_whispered_turn_has_no_pitch_and_still_a_level():
    one = voiced(turns([Spoke(0, 5, P)]), [track(np.nan)])[0]
    assert (one.hertz, one.span, one.decibels) == (None, None, pytest.approx(-20))


def test_the_rate_counts_peaks_of_loudness():
    level = -25 + 10 * np.sin(2 * np.pi * 4 * np.arange(2000) / 100)
    one = voiced(turns([Spoke(1, 11, P)]), [Track(np.full(2000, np.nan), level)])[0]
    assert one.rate == pytest.approx(4, abs=0.11)


def test_without_a_microphone_nothing_is_said():
    assert voiced(turns([Spoke(0, 5, P)]), []) == ()


def exchanged(pitch):
    spoke = [Spoke(5.0 * at, 5.0 * at + 4, T if at % 2 else P) for at in range(len(pitch))]
    taken = turns(spoke)
    voices = [
        Voiced(one.role, one.start, one.end, float(hertz), 1.0, -20.0, 4.0)
        for one, hertz in zip(taken, pitch, strict=True)
    ]
    return together(taken, voices)


def test_voices_that_follow_each_other_lie_far_above_shuffled_turns_and_others_do_not():
    draw = np.random.default_rng(5)
    slow = np.repeat(np.sin(np.arange(40) / 3), 2)
    assert exchanged(150 * 2 ** (slow / 4)) > 4
    assert exchanged(150 * 2 ** (slow / 4 * np.tile([1, -1], 40))) < -4
    alone = [exchanged(150 * 2 ** draw.normal(0, 0.2, 80)) for _ in range(40)]
    assert abs(np.mean(alone)) < 0.5
    assert np.mean(np.abs(alone) > 2) <= 0.15


def test_few_turns_or_a_flat_voice_say_nothing():
    assert exchanged(np.linspace(100, 200, 12)) is None
    assert exchanged(np.full(80, 150.0)) is None
