"""Movement in recordings: changed, and no more."""

from tests.streams.recorded_made import seen_movement
from tests.streams.streams_made import day, heron, only, seen, values

from reattune.model import Direction
from reattune.noticing.looseness import share_used
from reattune.streams.movement import AMOUNT, LITTLE, TOGETHER, first_statistic


def test_amount_and_moving_together_are_two_sided_and_name_their_statistic():
    one = heron(watched=(seen_movement(0, together=1.5, usable=2700.0),))
    assert values(one, "movement amount") == ["2.00"]
    assert values(one, "movement together") == ["1.0_by_max Z, 60/10 s, lag 5 s"]
    for pattern in (AMOUNT, TOGETHER):
        assert (pattern.falls, pattern.rises) == (Direction.CHANGED, Direction.CHANGED)
    for name in ("movement amount", "movement together"):
        assert only(one, name).weight == LITTLE


def test_the_therapist_s_movement_is_never_evidence():
    one, other = (heron(watched=(seen_movement(0, therapist=much),)) for much in (0.1, 60.0))
    assert seen(one) == seen(other)


def test_another_statistic_is_not_held_against_the_first():
    one = heron(watched=(seen_movement(0), seen_movement(1, statistic="mean |Z|"), seen_movement(2)))
    assert len(values(one, "movement together")) == 2
    assert len(values(one, "movement amount")) == 3
    assert seen(one).remarks == (
        "Moving together was reckoned in another way in 1 recording; it is not held against the others.",
    )
    assert first_statistic(()) == ""


def test_the_first_statistic_is_that_known_first_not_that_of_the_earliest_day():
    one = heron(watched=(seen_movement(0, statistic="later known", known=day(9)), seen_movement(1)))
    assert values(one, "movement together") == ["0.9_by_max Z, 60/10 s, lag 5 s"]


def test_sessions_of_different_lengths_are_held_against_one_another_as_if_of_one():
    long, short = (
        heron(watched=(seen_movement(0, together=z, usable=seconds),)) for z, seconds in ((3.0, 2700.0), (2.0, 1200.0))
    )
    codes = {only(one, "movement together").code for one in (long, short)}
    assert len(codes) == 1
    assert values(long, "movement together") == values(short, "movement together")


def test_two_who_move_much_together_have_a_place_below_the_highest():
    assert only(heron(watched=(seen_movement(0, together=40.0),)), "movement together").code < TOGETHER.size - 1


def test_no_movement_data_and_units_of_their_own_are_said():
    one = heron(watched=(seen_movement(0, usable=599.0), seen_movement(1, comparable=False)))
    assert values(one, "movement amount") == []
    assert len(values(one, "movement together")) == 1
    assert len(seen(one).remarks) == 2
    assert values(heron(watched=(seen_movement(0, client=None, together=None),)), "movement together") == []


def test_a_still_picture_has_a_place():
    assert 0 <= only(heron(watched=(seen_movement(0, client=0.0),)), "movement amount").code < AMOUNT.size


def test_no_more_comes_up_than_is_spent_under_the_model():
    assert share_used([AMOUNT, TOGETHER], 0.02, people=40, ticks=30).share < 1
