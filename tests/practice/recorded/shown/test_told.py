"""Figures and tables of a recording: the way first, long sessions thinned, nothing said where nothing is known."""

from dataclasses import replace

from reattune.model import Silence
from reattune.practice.recorded.shown import told
from reattune.practice.recorded.shown.opened import open_up


def test_figures_begin_with_how_they_are_known(played):
    said = told.heard(open_up(played))
    assert said[0].startswith("Known from: one microphone")
    assert any("silence" in one for one in said)


def test_movement_is_told_with_what_chance_gives(played):
    said = told.seen(open_up(played))
    assert "1.3 of 1.5 minutes" in said[0]
    assert "The client moved in 31 % of the time, 2.5 times a minute." in said
    assert "You moved in 22 % of the time, 1.5 times a minute." in said
    assert any("not above chance" in one for one in said)
    assert said[-1] == "max Z, 60/10 s, lag 5 s: 0.40 here, 0.38 on average in 200 shifted series (z 0.5, p 0.600)."


def test_each_silence_stands_in_the_table(played):
    rows = told.silences(open_up(played))
    assert [(one.at, one.long, one.between, one.sounds) for one in rows] == [
        ("1:05", "14 s", "between two of your turns", "1 sound that is not speech"),
        ("1:24", "3 s", "not known between whom", ""),
    ]


def test_three_hours_stay_small(played, listened):
    one = open_up(played)
    many = tuple(Silence(at * 10.0, at * 10.0 + 2 + at % 7) for at in range(1000))
    long = replace(one, listened=replace(listened, seconds=10800.0, silences=many, peaks=(0.5, 0.1) * 54_000))
    assert len(told.silences(long)) == told.MOST
    assert [one.start for one in told.silences(long)] == sorted(one.start for one in told.silences(long))
    assert len(told.peaks(long)) <= told.POINTS
    assert set(told.peaks(long)) == {0.5}


def test_nothing_is_said_of_nothing(here):
    one = open_up(here)
    assert (told.heard(one), told.seen(one), told.silences(one), told.peaks(one)) == ((), (), (), ())
