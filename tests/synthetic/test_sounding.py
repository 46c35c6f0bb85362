"""An invented conversation: the truth about it is true of its sound."""

import wave

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.synthetic import sounding as module
from reattune.synthetic.sounding import RATE, bleeding, breath, conversation, in_a_room, level, sob, with_sounds, write

pytestmark = pytest.mark.system("espeak-ng")


@pytest.fixture(scope="module")
def talk():
    return conversation(180, 4)


def at(talk, start, end):
    return talk.sound[round(start * RATE) : round(end * RATE)]


def test_each_speaks_on_their_own_channel_and_only_when_it_says(talk):
    spoken = np.zeros((len(talk.sound), 2), bool)
    for one in talk.spoke:
        channel = 0 if one.role is Role.CLIENT else 1
        spoken[round(one.start * RATE) : round(one.end * RATE), channel] = True
        assert np.abs(at(talk, one.start, one.end)[:, channel]).max() > 0.2
    assert np.abs(talk.sound[~spoken]).max() == 0


def test_it_is_the_same_for_the_same_seed_and_another_for_another():
    one, two, other = conversation(30, 1), conversation(30, 1), conversation(30, 2)
    assert np.array_equal(one.sound, two.sound)
    assert one.spoke == two.spoke != other.spoke


def test_silences_are_where_neither_speaks_and_overlaps_are_none(talk):
    assert talk.silences(3)
    for one in talk.silences():
        assert one.seconds >= 2
        assert not at(talk, one.start + 0.01, one.end - 0.01).any()


def test_a_room_adds_noise_so_many_decibels_below(talk):
    added = in_a_room(talk, 20) - talk.sound.sum(axis=1)
    assert 20 * np.log10(level(talk.sound.sum(axis=1)) / np.sqrt(np.mean(added**2))) == pytest.approx(20, abs=0.1)


def test_channels_bleed_as_much_as_asked(talk):
    alone = np.abs(talk.sound[:, 1]) == 0
    assert bleeding(talk, 6)[alone, 1] == pytest.approx(talk.sound[alone, 0] * 10 ** (-6 / 20), abs=1e-6)


def test_sounds_are_added_where_they_are_wanted(talk):
    silence = talk.silences(3)[0]
    heard = with_sounds(talk, [(silence.start + 1, breath(0.7, 1)), (silence.start + 2, sob())], -10)
    assert np.abs(heard.sound[round((silence.start + 1.2) * RATE), :]).max() >= 0
    assert (heard.sound - talk.sound)[round((silence.start + 1) * RATE) :][: round(1.3 * RATE)].any()
    assert not (heard.sound - talk.sound)[: round(silence.start * RATE)].any()


def test_it_is_written_as_a_file(talk, tmp_path):
    with wave.open(str(write(tmp_path / "talk.wav", talk.sound))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getnframes()) == (RATE, 2, len(talk.sound))


def test_without_espeak_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(module.shutil, "which", lambda _name: None)
    with pytest.raises(ReattuneError, match="apt-get install espeak-ng"):
        module.said_aloud("a sentence that nobody said", "en+m3", 150)
