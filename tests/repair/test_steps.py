"""The steps: any order, as often as one likes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.repair.steps import Step, hint, tidy, touch, untouch, words

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
TOUCHES = st.lists(st.tuples(st.sampled_from(Step), st.dates()))


def test_every_step_has_a_name_and_a_hint_of_its_own():
    assert len({words(step) for step in Step}) == len({hint(step) for step in Step}) == len(Step)


def test_a_hint_is_one_sentence():
    assert all(hint(step).endswith(".") and hint(step).count(".") == 1 for step in Step)


def test_the_last_step_may_be_the_first():
    assert touch({}, Step.LEARN, MONDAY) == {Step.LEARN: (MONDAY,)}


def test_a_step_may_be_revisited():
    once = touch({}, Step.EXPLORE, TUESDAY)
    assert touch(once, Step.EXPLORE, MONDAY) == {Step.EXPLORE: (MONDAY, TUESDAY)}
    assert once == {Step.EXPLORE: (TUESDAY,)}


@given(TOUCHES)
def test_the_order_of_touching_makes_no_difference(touches):
    forth, back = {}, {}
    for step, day in touches:
        forth = touch(forth, step, day)
    for step, day in reversed(touches):
        back = touch(back, step, day)
    assert forth == back
    assert list(forth) == [step for step in Step if step in forth]
    assert {(step, day) for step, days in forth.items() for day in days} == set(touches)


@given(TOUCHES, st.sampled_from(Step), st.dates())
def test_a_slip_of_the_hand_is_taken_back_whole(touches, step, day):
    before = {}
    for each, then in touches:
        if (each, then) != (step, day):
            before = touch(before, each, then)
    assert untouch(touch(before, step, day), step, day) == before


def test_untouching_what_was_not_touched_changes_nothing():
    assert untouch({Step.LEARN: (MONDAY,)}, Step.CARRY, MONDAY) == {Step.LEARN: (MONDAY,)}


def test_an_untouched_step_is_left_out():
    assert tidy({Step.LEARN: (), Step.CAPTURE: (MONDAY, MONDAY)}) == {Step.CAPTURE: (MONDAY,)}
