from datetime import date

import numpy as np

from reattune.model import Role, Source, Span, Times, Transcript, Turn, Way
from reattune.nonverbal.activity import Heard
from reattune.nonverbal.hearing import Channel, Whole
from reattune.nonverbal.who import NOBODY, Who
from reattune.nonverbal.whose import whose

P, T = Role.CLIENT, Role.THERAPIST


def channel(*speech, level=-20.0):
    loud = np.full(3000, -90, np.float32)
    for one in speech:
        loud[int(one.start * 100) : int(one.end * 100)] = level
    return Channel(Heard(speech, (), 30.0, loud), np.full(3000, np.nan, np.float32))


APART = channel(Span(1, 5), Span(12, 20)), channel(Span(6, 11))


def test_two_microphones_tell_whose_they_are():
    told = whose(Whole(30.0, APART, None, ()), Who(channels=(P, T), guess=False))
    assert told.way is Way.CHANNELS
    assert [one.role for one in told.spoke] == [P, T, P]


def test_one_channel_that_was_said_to_be_two_is_said_and_speech_stays_nobodys():
    told = whose(Whole(30.0, APART[:1], None, ()), Who(channels=(P, T), guess=False))
    assert (told.way, told.bleeds) == (Way.NONE, True)
    assert [(one.start, one.role) for one in told.spoke] == [(1, None), (12, None)]
    assert "only one" in told.remarks[0]


def test_where_nothing_is_known_nothing_is_told():
    told = whose(Whole(30.0, APART, None, ()), NOBODY)
    assert (told.way, told.remarks) == (Way.NONE, ())
    assert whose(Whole(30.0, (channel(),), None, ()), Who(channels=(P, T))).spoke == ()


def test_a_transcript_comes_before_the_microphones_and_one_of_another_session_is_said():
    draw, at, spans = np.random.default_rng(4), 0.0, []
    while at < 1200:
        start = at + float(draw.uniform(0.3, 4))
        at = start + float(draw.uniform(1, 9))
        spans.append(Span(round(start, 2), round(at, 2)))
    heard = [
        Channel(Heard(tuple(spans[which::2]), (), at, np.full(int(at * 100), -20, np.float32)), np.zeros(0))
        for which in (0, 1)
    ]
    whole = Whole(at, tuple(heard), None, ())
    lines = [Turn((P, T)[index % 2], "x", "words", "1", one.start, one.end) for index, one in enumerate(spans)]
    transcript = Transcript(date(2026, 5, 4), Source("a.vtt", "1"), tuple(lines), Times.BOTH)
    told = whose(whole, Who(channels=(P, T), transcript=transcript, guess=False))
    assert told.way is Way.TRANSCRIPT
    other = Transcript(date(2026, 5, 4), Source("a.vtt", "1"), tuple(lines), Times.NONE)
    told = whose(whole, Who(channels=(P, T), transcript=other, guess=False))
    assert told.way is not Way.TRANSCRIPT
    assert any("no times" in one for one in told.remarks)
