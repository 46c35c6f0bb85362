"""Channels: a microphone each, clean or hearing the other."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.activity import Heard
from reattune.nonverbal.channels import by_channel
from reattune.synthetic.sounding import bleeding, conversation

C, T = Role.CLIENT, Role.THERAPIST
spoken = pytest.mark.system("espeak-ng")


@pytest.fixture(scope="module")
def two(faultless):
    """Return two people's conversation as two microphones hear it, each also the other so many decibels lower."""

    @cache
    def _two(voices, crosstalk=None):
        truth = conversation(120, 3, voices)
        sound = truth.sound if crosstalk is None else bleeding(truth, crosstalk)
        sound = sound + np.random.default_rng(0).standard_normal(sound.shape).astype(np.float32) * np.float32(1e-4)
        mine = [[one for one in truth.spoke if crosstalk or one.role is role] for role in (C, T)]
        return truth, tuple(faultless(spoke, sound[:, at]) for at, spoke in enumerate(mine))

    return _two


@spoken
@pytest.mark.parametrize(("crosstalk", "most"), [(None, 1.0), (6, 4.3)])
def test_it_does_as_well_with_speech_that_was_heard(crosstalk, most, pairs, ear, der):
    truth = conversation(40, 3, pairs["m+f"])
    sound = truth.sound if crosstalk is None else bleeding(truth, crosstalk)
    told = by_channel((ear(sound[:, 0]), ear(sound[:, 1])), (C, T))
    assert told.bleeds is (crosstalk is not None)
    assert der(truth.spoke, told.spoke, overlap=True) <= most


@spoken
@pytest.mark.parametrize("pair", ["m+f", "m+m"])
def test_clean_microphones_are_nearly_never_wrong(pair, two, pairs, der):
    truth, heard = two(pairs[pair])
    told = by_channel(heard, (C, T))
    assert told.way is Way.CHANNELS
    assert not told.bleeds
    assert told.remarks == ()
    assert der(truth.spoke, told.spoke, overlap=True) <= 1.0


@spoken
@pytest.mark.parametrize(("pair", "crosstalk", "most"), [("m+f", 12, 4.7), ("m+f", 6, 4.3), ("m+m", 6, 5.3)])
def test_crosstalk_is_taken_out_and_said(pair, crosstalk, most, two, pairs, der):
    truth, heard = two(pairs[pair], crosstalk)
    told = by_channel(heard, (C, T))
    assert told.bleeds
    assert "also hears" in told.remarks[-1]
    assert der(truth.spoke, told.spoke, overlap=True) <= most


@spoken
@pytest.mark.parametrize("crosstalk", [None, 6])
def test_exchanging_roles_or_channels(crosstalk, two, pairs):
    heard = two(pairs["m+f"], crosstalk)[1]
    told = by_channel(heard, (C, T))
    assert by_channel((heard[1], heard[0]), (T, C)) == told
    swapped = by_channel(heard, (T, C))
    other = {C: T, T: C}
    assert {replace(one, role=other[one.role]) for one in swapped.spoke} == set(told.spoke)


@spoken
@pytest.mark.parametrize("gain", [0.0, -9.0])
def test_one_microphone_on_both_channels_is_recognised(gain, room, pairs):
    heard = room(pairs["m+f"]).heard
    told = by_channel((heard, replace(heard, level=heard.level + np.float32(gain))), (C, T))
    assert told.way is Way.NONE
    assert told.bleeds
    assert {one.role for one in told.spoke} == {None}
    assert "same microphone" in told.remarks[0]


def _heard(speech, level):
    return Heard(speech, (), len(level) / 100, np.asarray(level, np.float32))


def test_a_microphone_without_speech_is_named():
    loud = _heard((Span(1, 4),), np.where((np.arange(500) > 100) & (np.arange(500) < 400), -20, -70))
    quiet = _heard((), np.full(500, -70))
    told = by_channel((loud, quiet), (C, T))
    assert told.spoke == (Spoke(1, 4, C),)
    assert "therapist's microphone" in told.remarks[0]
    assert by_channel((quiet, quiet), (C, T)).spoke == ()


def test_both_channels_cannot_be_one_persons():
    quiet = _heard((), np.full(500, -70))
    with pytest.raises(ReattuneError, match="same person"):
        by_channel((quiet, quiet), (C, C))
