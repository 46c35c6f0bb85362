from datetime import date

import pytest

from reattune.model import Between, Role, Source, Spoke, Way
from reattune.nonverbal.figures import sound_figures
from reattune.nonverbal.listened import Listened, Voiced
from reattune.nonverbal.pauses import silences
from reattune.nonverbal.turns import turns

T, P = Role.THERAPIST, Role.CLIENT
SPOKE = (Spoke(5, 10, T), Spoke(11, 14, P), Spoke(13.5, 20, T), Spoke(24, 30, T), Spoke(31, 31.5, P))
VOICES = (Voiced(P, 11, 14, 200.0, 3.0, -20, 4.0), Voiced(P, 31, 31.5, None, None, -20, None))


def figures(way=Way.CHANNELS, bleeds=False):
    found = Listened(60, way, bleeds, SPOKE, turns(SPOKE), silences(SPOKE, 60), (), VOICES, together=0.4)
    return sound_figures(found, date(2026, 5, 4), Source("a.wav", ""), date(2026, 5, 6))


def test_figures_count_what_lies_between_the_first_and_the_last_word():
    one = figures()
    assert (one.silences, one.silent, one.seconds) == (1, 4, 60)
    assert {each.between: each.of_three for each in one.pauses}[Between.TT] == 1
    assert (one.client_talk, one.therapist_talk) == (3.5, 17.5)
    assert (one.client_turns, one.minimal, one.reply, one.latency) == (2, 1, 1.75, 1)
    assert (one.overlap, one.interrupted_by_therapist, one.interrupted_by_client) == (0.5, 1, 0)
    assert (one.client_pitch, one.client_span, one.pitch_together) == (200, 3, 0.4)


def test_overlap_is_not_told_where_channels_bleed():
    one = figures(bleeds=True)
    assert (one.overlap, one.interrupted_by_client, one.interrupted_by_therapist) == (None, None, None)
    assert one.reply == 1.75


@pytest.mark.parametrize("way", [Way.CLUSTERED, Way.NONE])
def test_where_speakers_are_uncertain_there_is_only_the_quiet_of_the_room(way):
    one = figures(way)
    assert (one.silences, one.silent) == (1, 4)
    assert (one.pauses, one.client_talk, one.reply, one.client_pitch, one.pitch_together) == (
        (),
        None,
        None,
        None,
        None,
    )
