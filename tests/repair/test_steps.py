"""The steps: any order, as often as one likes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.repair.steps import Step, hint, tidy, words

MONDAY = date(2026, 3, 2)
TOUCHES = st.lists(st.tuples(st.sampled_from(Step), st.dates()))


def checklist(touches):
    """The days on which steps were ticked, as they come."""
    return {each: tuple(day for step, day in touches if step is each) for each, _day in touches}


def test_every_step_has_a_name_and_a_hint_of_its_own():
    assert len({words(step) for step in Step}) == len({hint(step) for step in Step}) == len(Step)


def test_a_hint_is_one_sentence():
    assert all(hint(step).endswith(".") and hint(step).count(".") == 1 for step in Step)


@given(TOUCHES, st.randoms())
def test_the_order_of_ticking_makes_no_difference(touches, chance):
    mixed = chance.sample(touches, len(touches))
    found = tidy(checklist(touches))
    assert found == tidy(checklist(mixed)) == tidy(found)
    assert list(found) == [step for step in Step if step in found]
    assert {(step, day) for step, days in found.items() for day in days} == set(touches)
    assert all(list(days) == sorted(set(days)) for days in found.values())


def test_an_untouched_step_is_left_out():
    assert tidy({Step.LEARN: (), Step.CAPTURE: (MONDAY, MONDAY)}) == {Step.CAPTURE: (MONDAY,)}
