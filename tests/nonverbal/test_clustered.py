"""Clustered: plainly two voices, or nothing."""

import numpy as np
import pytest

from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.cepstra import cepstra
from reattune.nonverbal.clustered import by_cluster, plain_cut

pytestmark = pytest.mark.system("espeak-ng")
C, T = Role.CLIENT, Role.THERAPIST


@pytest.mark.parametrize("pair", ["m+f", "m+m", "f+f"])
def test_it_is_right_or_abstains(pair, room, pairs, der):
    one = room(pairs[pair])
    told = by_cluster(one.cepstral, one.heard.speech)
    if told.way is Way.NONE:
        assert {spoke.role for spoke in told.spoke} == {None}
        return
    swapped = [Spoke(spoke.start, spoke.end, T if spoke.role is C else C) for spoke in told.spoke]
    assert min(der(one.truth.spoke, told.spoke), der(one.truth.spoke, swapped)) <= 10
    assert "uncertain" in told.remarks[0]


def test_two_plainly_different_voices_are_two(room, pairs):
    one = room(pairs["m+f"])
    assert by_cluster(one.cepstral, one.heard.speech).way is Way.CLUSTERED


@pytest.mark.parametrize("voice", ["en+m3", "en-us+f2"])
def test_one_voice_is_never_cut_in_two(voice, room):
    one = room((voice, voice))
    told = by_cluster(one.cepstral, one.heard.speech)
    assert told.way is Way.NONE
    assert "one only" in told.remarks[0]
    assert len(told.spoke) == len(one.heard.speech)


def test_a_voice_that_changes_once_is_not_two(room):
    first, second = room(("en+m3", "en+m3")), room(("en+f3", "en+f3"))
    at = first.heard.seconds
    speech = (*first.heard.speech, *(Span(one.start + at, one.end + at) for one in second.heard.speech))
    told = by_cluster(cepstra(np.concatenate((first.sound, second.sound))), speech)
    assert told.way is Way.NONE


def test_too_little_speech_abstains(room, pairs):
    one = room(pairs["m+f"])
    told = by_cluster(one.cepstral, one.heard.speech[:4])
    assert told.way is Way.NONE
    assert "too little" in told.remarks[0]
    assert by_cluster(one.cepstral, ()).spoke == ()


def test_noise_has_no_plain_cut():
    assert plain_cut(np.random.default_rng(0).standard_normal((600, 12))) is None
