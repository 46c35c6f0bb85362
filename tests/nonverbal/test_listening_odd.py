"""Sound as it comes: for each, figures for what can be said, a sentence for what cannot, and no number that is none."""

import json
import re
from datetime import date
from functools import cache

import numpy as np
import pytest
from scipy.signal import butter, sosfilt

from reattune.model import Role, Source, Way
from reattune.nonverbal.figures import sound_figures
from reattune.nonverbal.listening import Who, listen
from reattune.nonverbal.listening_json import as_json
from reattune.synthetic import sounding

RATE = 16_000
DAY = date(2026, 3, 2)
BOTH = Who(channels=(Role.CLIENT, Role.THERAPIST))
spoken_aloud = pytest.mark.system("espeak-ng")


@cache
def talk(seed=3):
    return sounding.conversation(60, seed=seed, long_silence=0.2)


def heard(sound, who=BOTH):
    """Listen, and hold that everything can be written down, and that nothing is said about feelings."""
    found = listen(np.array_split(np.asarray(sound, np.float32), 5), who=who)
    written = json.dumps(as_json(found), allow_nan=False)
    figures = sound_figures(found, DAY, Source("talk.wav", "1"), DAY)
    assert written
    assert all(np.isfinite(one) for one in _numbers(figures))
    assert all(re.search(r"[.:?]$", one) for one in found.remarks)
    return found


def _numbers(figures):
    return [one for name in figures.__slots__ if isinstance(one := getattr(figures, name), float)]


def same_silences(found, shortest=3.0, within=0.25):
    """Return the share of true long silences that were found."""
    truth = talk().silences(shortest)
    hits = [any(abs(s.start - t.start) < within and abs(s.end - t.end) < within for s in found.silences) for t in truth]
    return sum(hits) / len(hits)


def hum(seconds, hertz=50.0):
    at = np.arange(round(seconds * RATE)) / RATE
    return sum(np.sin(2 * np.pi * hertz * k * at) / k for k in (1, 2, 3, 5))


def telephone(sound):
    """Return what 8,000 samples a second of 8-bit mu-law between 300 and 3,400 Hz leave of a sound."""
    narrow = sosfilt(butter(4, (300, 3400), "bandpass", fs=RATE, output="sos"), sound)[::2]
    narrow = narrow / np.abs(narrow).max()
    small = np.round(127 * np.sign(narrow) * np.log1p(255 * np.abs(narrow)) / np.log(256)) / 127
    back = np.sign(small) * np.expm1(np.abs(small) * np.log(256)) / 255
    return np.interp(np.arange(2 * len(back)) / 2, np.arange(len(back)), back)


def chords(seconds):
    """Return four chords over and over, each note with overtones that die away, as a piano's do."""
    at = np.arange(RATE) / RATE
    played = []
    for root in (220.0, 174.6, 261.6, 196.0):
        notes = [root * ratio for ratio in (1, 1.26, 1.5)]
        sound = sum(np.sin(2 * np.pi * n * k * at) / k**2 for n in notes for k in range(1, 6)) * np.exp(-2 * at)
        played.append(sound * 0.1)
    return np.tile(np.concatenate(played), round(seconds / 4))


@spoken_aloud
@pytest.mark.parametrize("role", [Role.CLIENT, Role.THERAPIST])
def test_one_speaker_on_two_channels(role):
    sound = talk().sound.copy()
    sound[:, 0 if role is Role.THERAPIST else 1] = 0
    found = heard(sound)
    assert {one.role for one in found.spoke} == {role}
    assert found.together is None
    assert any("can be heard speaking" in one or "nobody speaks" in one.lower() for one in found.remarks)


@spoken_aloud
def test_a_third_person_is_said_or_left_uncertain():
    third = sounding.conversation(60, seed=8, voices=("en+f5", "en+f5"), long_silence=0).sound.sum(axis=1)
    two = talk().sound.sum(axis=1)
    found = heard(np.concatenate([two, third]), Who())
    assert found.way in (Way.CLUSTERED, Way.NONE)
    assert found.remarks
    assert found.together is None


@pytest.mark.parametrize("channels", [1, 2])
def test_total_silence(channels):
    found = heard(np.zeros((20 * RATE, channels)))
    assert (found.spoke, found.turns, found.voices, found.sounds, found.moments) == ((), (), (), (), ())
    assert found.seconds == 20
    assert any("microphone" in one for one in found.remarks)


def test_music_is_no_conversation():
    found = heard(chords(40), Who())
    assert found.way is Way.NONE
    assert found.moments == ()
    assert sum(one.end - one.start for one in found.spoke) < 10
    assert found.remarks


@spoken_aloud
@pytest.mark.parametrize("kind", ["telephone", "clipped", "soft", "hum", "fan"])
def test_silences_stay_where_they_are(kind):
    whole = sounding.in_a_room(talk(), 30, 1).astype(np.float64)
    size = sounding.level(talk().sound)
    sound = {
        "telephone": lambda: telephone(whole),
        "clipped": lambda: np.clip(whole * 12, -1, 1),
        "soft": lambda: whole * 10 ** (-40 / 20) / np.abs(whole).max(),
        "hum": lambda: whole + hum(60) * size * 0.3,
        "fan": lambda: whole + hum(60, 100.0) * size * 0.05 + sounding.noise(len(whole), 4) * size * 0.15,
    }[kind]()
    found = heard(sound[: len(whole)], Who())
    assert same_silences(found) == 1
    assert found.remarks


@spoken_aloud
def test_a_very_soft_recording_is_listened_to_and_that_is_said():
    whole = sounding.in_a_room(talk(), 30, 1)
    for loudest, said in ((-50, True), (-30, False)):
        found = heard(whole * 10 ** (loudest / 20) / np.abs(whole).max(), Who())
        assert same_silences(found, within=1.0) == 1
        assert any("very soft" in one for one in found.remarks) is said


@spoken_aloud
def test_each_channel_may_be_a_telephone():
    sound = np.column_stack([telephone(one.astype(np.float64)) for one in talk().sound.T])
    found = heard(sound)
    assert found.way is Way.CHANNELS
    assert same_silences(found) == 1
    assert {one.role for one in found.spoke} == {Role.CLIENT, Role.THERAPIST}


@pytest.mark.parametrize("samples", [0, 1, 159, 161, 700])
def test_hardly_any_sound_at_all(samples):
    found = heard(np.full((samples, 2), 0.01))
    assert found.spoke == ()
    assert found.remarks or not samples


def test_a_sound_that_is_no_number_is_quiet():
    sound = np.zeros(3 * RATE)
    sound[RATE] = np.nan
    sound[RATE + 1] = np.inf
    assert heard(sound, Who()).spoke == ()
