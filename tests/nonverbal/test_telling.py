from dataclasses import fields
from datetime import date

import pytest

from reattune.model import Between, Role, SoundFigures, Source, Span, Way
from reattune.nonverbal import telling
from reattune.nonverbal.listened import Moment

DAY = date(2026, 5, 4)


def sound(**more):
    return SoundFigures(DAY, Source("a.wav", ""), DAY, more.pop("way", Way.CHANNELS), 3000.0, 30.0, 6, **more)


def test_every_way_and_every_pattern_has_its_own_words():
    assert len({telling.way(one) for one in Way}) == len(Way)
    assert len({telling.between(one) for one in Between}) == len(Between)
    assert "uncertain" in telling.way(Way.CLUSTERED)


def test_figures_that_cannot_be_told_have_no_sentence():
    said = telling.figures(sound(way=Way.NONE))
    assert said == (telling.way(Way.NONE), "6 silences of 2 seconds or more, together 30 s, in 50 minutes.")


def test_figures_are_told_with_the_way_first():
    said = telling.figures(
        sound(
            client_talk=60.0,
            therapist_talk=40.0,
            client_turns=2,
            minimal=1,
            reply=3.2,
            latency=-0.3,
            overlap=4.0,
            interrupted_by_client=2,
            interrupted_by_therapist=1,
            client_pitch=201.3,
            client_span=4.25,
            pitch_together=-0.5,
        )
    )
    assert said[0] == "Known from: a microphone each"
    assert "The client spoke 60 % of the time in which somebody did." in said
    assert "The client usually began 0.3 s before you had ended." in said
    assert "You came in early 1 time." in said
    assert "The client came in early 2 times." in said
    assert any("201 Hz" in one for one in said)
    assert any("-0.5" in one and "do not agree" in one for one in said)


def test_a_moment_says_what_else_it_may_be_and_what_it_rests_on():
    figures = (("longest", 7.2), ("count", 3.0), ("minutes", 4.0), ("before", 9.0), ("now", 2.0))
    one = Moment("a", 60.0, 300.0, "between-yours", (Span(60, 65), Span(292.8, 300)), figures)
    told = telling.moment(one, Way.SEEDED)
    assert told.sentence == (
        "7.2 s of quiet between two of your turns, one of 3 such silences within 4 minutes. "
        "Replies had shortened from 9 s to 2 s."
    )
    assert told.ordinary[0].startswith("The client may have been thinking")
    assert told.rests == "It rests on 1:00 to 1:05, 4:52 to 5:00."
    assert told.way == telling.way(Way.SEEDED)
    assert told.part


def test_a_rule_that_is_gone_is_said_to_be():
    told = telling.moment(Moment("a", 1.0, 2.0, "gone", (Span(1, 2),)), Way.CHANNELS)
    assert "gone" in told.sentence
    assert told.ordinary


@pytest.mark.parametrize("name", [one.name for one in fields(telling.MomentTold)])
def test_a_told_moment_has_each_part(name):
    one = Moment("a", 1.0, 2.0, "short-replies", (Span(1, 2),), (("count", 4.0),), Role.CLIENT)
    assert getattr(telling.moment(one, Way.CHANNELS), name)
