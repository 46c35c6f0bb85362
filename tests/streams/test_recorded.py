"""What streams of recordings have in common."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.streams.recorded_made import seen_movement, sound
from tests.streams.streams_made import day, heron, seen, values

from reattune.model import Frame, Way
from reattune.streams import observe
from reattune.streams.recorded import LEAST_SECONDS, log_of, logit, size

ALL = frozenset({"silence", "turns", "voice", "movement"})
WHEN = st.integers(-3, 90).map(lambda days: day(0, days))
KNOWN = st.sampled_from([None, None, 0, 5, 20])


def late(week, days):
    return None if days is None else day(week, days)


SOUNDS = st.lists(
    st.builds(
        lambda week, seconds, between, way, days: sound(
            week, seconds=seconds, between=between, way=way, known=late(week, days), name=f"{week} {days} {way}"
        ),
        st.integers(0, 8),
        st.sampled_from([400.0, 900.0, 3000.0]),
        st.integers(0, 30),
        st.sampled_from(list(Way)),
        KNOWN,
    ),
    max_size=5,
)
SEEN = st.lists(
    st.builds(
        lambda week, usable, statistic, days: seen_movement(
            week, usable=usable, statistic=statistic, known=late(week, days), name=f"{week} {days} {statistic}"
        ),
        st.integers(0, 8),
        st.sampled_from([400.0, 2000.0]),
        st.sampled_from(["max Z", "mean Z"]),
        KNOWN,
    ),
    max_size=5,
)


@given(SOUNDS, SEEN, st.booleans(), WHEN, WHEN)
def test_a_day_s_streams_are_a_later_day_s_up_to_that_day(sounds, movements, framed, one, other):
    early, late_day = sorted([one, other])
    made = heron(listened=tuple(sounds), watched=tuple(movements))
    made = made if framed else replace(made, frame=Frame())
    now, later = observe(made, {}, {}, early), observe(made, {}, {}, late_day)
    known = (
        replace(each, observations=tuple(seen for seen in each.observations if seen.known_at <= early))
        for each in later.series
    )
    assert now.series == tuple(each for each in known if each.observations)
    assert now.ticks == tuple(tick for tick in later.ticks if tick <= early)
    stood = replace(
        made,
        listened=tuple(each for each in sounds if max(each.day, each.known_at) <= early),
        watched=tuple(each for each in movements if max(each.day, each.known_at) <= early),
    )
    assert observe(stood, {}, {}, early) == now


def test_switched_off_nothing_of_them_remains():
    one = heron(listened=(sound(0), sound(1, seconds=60.0, silent=1.0)), watched=(seen_movement(0),))
    assert seen(replace(one, off=ALL)) == seen(heron(off=ALL))
    assert len(seen(one).series) == 8


def test_days_of_recordings_are_sessions_where_nothing_else_tells():
    one = replace(heron(listened=(sound(0),), watched=(seen_movement(1),)), frame=Frame())
    assert seen(one).ticks == (day(0), day(1))
    assert seen(replace(one, off=frozenset({"movement"}))).ticks == (day(0),)
    assert seen(replace(one, off=frozenset({"silence", "Turns"}))).ticks == (day(0), day(1)), "the voice is still on"
    assert seen(replace(one, off=frozenset({"silence", "turns", "voice"}))).ticks == (day(1),)


def test_left_out_counts_nothing():
    figures, moved = sound(0), seen_movement(0)
    one = heron(listened=(figures,), watched=(moved,), left_out={figures.source: 0.0, moved.source: 0.0})
    for each in seen(one).series:
        (found,) = each.observations
        assert (found.weight, found.foreseen, found.reason) == (0.0, False, "known to you, and left out")


def test_a_recording_counts_once_as_it_was_known_first():
    again = sound(0, between=9, known=day(4))
    one = heron(listened=(again, sound(0)))
    assert values(one, "silence between") == ["5_in_50_by_channels"]


def test_what_was_before_the_beginning_is_left_out():
    assert values(heron(listened=(sound(0), sound(1, between=8)), started=day(1)), "silence between") == [
        "8_in_50_by_channels"
    ]


def test_several_ways_of_telling_who_spoke_are_said():
    found = seen(heron(listened=(sound(0), sound(1, way=Way.SEEDED))))
    assert found.remarks == (
        "Who spoke when was not told in the same way in every session; a step may come from that alone.",
    )


@pytest.mark.parametrize(("seconds", "part"), [(LEAST_SECONDS, 0.25), (2400.0, 1.0), (9000.0, 1.0)])
def test_a_short_recording_counts_in_proportion(seconds, part):
    assert size(seconds) == part


def test_nothing_and_everything_have_a_level():
    assert logit(0, 10) == -logit(10, 10)
    assert log_of(0.0, 1.0) == 0.0
