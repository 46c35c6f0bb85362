from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.spans import either, seconds
from reattune.nonverbal.turns import (
    MINIMAL,
    along,
    exchanges,
    floor,
    of,
    overlaps,
    replies,
    turns,
    units,
)

T, P = Role.THERAPIST, Role.CLIENT
SWAP = {T: P, P: T, Role.OTHER: Role.OTHER, None: None}


def said(*runs):
    return tuple(Spoke(float(start), float(end), role) for role, start, end in runs)


@st.composite
def talks(draw):
    runs, at = [], 0.0
    for _ in range(draw(st.integers(0, 30))):
        at = max(0.0, at + draw(st.integers(-90, 400)) / 100)
        end = at + draw(st.integers(5, 600)) / 100
        runs.append(Spoke(round(at, 2), round(end, 2), draw(st.sampled_from([T, P, P, T, Role.OTHER]))))
        at = end
    return tuple(runs)


def swapped(spoke):
    return tuple(Spoke(one.start, one.end, SWAP[one.role]) for one in spoke)


def test_units_join_only_short_gaps_of_one_person():
    spoke = said((T, 0, 1), (P, 1.05, 1.1), (T, 1.19, 2), (T, 2.2, 3))
    assert [(one.role, one.start, one.end) for one in units(spoke)] == [(T, 0, 2), (P, 1.05, 1.1), (T, 2.2, 3)]


def test_a_turn_goes_on_over_a_short_gap_and_not_over_half_a_second():
    found = turns(said((P, 0, 1), (P, 1.4, 2), (P, 2.5, 3), (P, 9, 9.15)))
    assert [(one.start, one.end, len(one.units)) for one in found] == [(0, 2, 2), (2.5, 3, 1)]


def test_an_offset_is_a_gap_above_zero_and_an_overlap_below():
    found = exchanges(turns(said((T, 0, 2), (P, 2.6, 5), (T, 4.5, 7))))
    assert [round(one.offset, 3) for one in found] == [0.6, -0.5]
    assert [one.interrupts for one in found] == [False, True]


def test_beginning_a_fifth_of_a_second_early_does_not_interrupt():
    assert not exchanges(turns(said((T, 0, 2), (P, 1.8, 5))))[0].interrupts


def test_a_turn_inside_the_others_is_no_exchange_and_interrupts_nobody():
    taken = turns(said((T, 0, 8), (P, 3, 3.5), (P, 5, 6.5), (P, 9, 10)))
    assert [(one.before.role, one.after.start) for one in exchanges(taken)] == [(T, 9)]
    assert [one.start for one in along(taken)] == [3]
    assert [one.start for one in floor(taken)] == [0, 9]


def test_a_reply_lasts_until_the_other_has_the_floor():
    taken = turns(said((T, 0, 1), (P, 2, 3), (P, 4, 6), (T, 4.5, 5), (P, 7, 8), (T, 9, 10), (P, 11, 12)))
    assert [[turn.start for turn in one] for one in replies(taken)] == [[2, 4, 7], [11]]


def test_somebody_else_makes_no_exchange():
    assert exchanges(turns(said((T, 0, 1), (Role.OTHER, 2, 3), (P, 4, 5)))) == ()


def test_nobody_takes_no_turn():
    assert turns(()) == () == exchanges(()) == replies(()) == overlaps(())


@given(talks())
def test_talk_of_both_less_what_overlaps_is_when_anybody_of_them_spoke(spoke):
    both = [one for one in spoke if one.role in (T, P)]
    either_ = seconds(either(Span(one.start, one.end) for one in both))
    assert abs(seconds(of(both, T)) + seconds(of(both, P)) - seconds(overlaps(both)) - either_) < 1e-6


@given(talks())
def test_swapping_roles_swaps_turns_and_exchanges_and_nothing_else(spoke):
    one, two = turns(spoke), turns(swapped(spoke))
    assert sorted((t.start, t.end, str(SWAP[t.role])) for t in one) == sorted(
        (t.start, t.end, str(t.role)) for t in two
    )
    assert sorted(t.offset for t in exchanges(one)) == sorted(t.offset for t in exchanges(two)) or _ties(one)
    assert sorted(t.start for t in along(one)) == sorted(t.start for t in along(two))
    assert len(replies(one, T)) == len(replies(two, P)) or _ties(one)


def _ties(taken):
    """Two who begin and end in the same instant have no order."""
    return len({(one.start, one.end) for one in taken}) < len(taken)


@given(talks())
def test_what_goes_along_is_short_and_never_interrupts(spoke):
    taken = turns(spoke)
    inside = set(along(taken))
    assert all(one.seconds < MINIMAL for one in inside)
    assert not inside & {one.after for one in exchanges(taken)}


@given(talks())
def test_turns_hold_all_speech_but_the_shortest_and_those_of_one_person_never_overlap(spoke):
    taken = turns(spoke)
    for role in (T, P):
        own = [one for one in taken if one.role is role]
        assert all(one.end <= two.start for one, two in pairwise(own))
        held = seconds(either(Span(unit.start, unit.end) for one in own for unit in one.units))
        assert held <= seconds(of(spoke, role)) + 0.2 * len(spoke) + 1e-6
