"""Who reads which side, and when: every state and act, and every sequence of them, of both."""

from dataclasses import replace
from functools import reduce
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Voice
from reattune.practice.voices.sides import (
    NOT_THEN,
    THEN,
    Act,
    Both,
    Cell,
    Standing,
    Wants,
    after,
    cell,
    other_of,
    settled,
)


def all_acts(acts):
    return reduce(lambda both, one: after(both, *one), acts, Both())


C, T = Voice.CLIENT, Voice.THERAPIST
ACTS = st.lists(st.tuples(st.sampled_from(Voice), st.sampled_from(Act)), max_size=12)
STANDINGS = [
    Standing(saved, passed, wants, shown)
    for saved, passed, wants, shown in product((False, True), (False, True), Wants, (False, True))
]


@pytest.mark.parametrize(
    ("acts", "client_shown", "therapist_shown"),
    [
        ([], False, False),
        ([(C, Act.KEEP)], False, False),
        ([(C, Act.SHOW)], True, False),
        ([(C, Act.TOGETHER)], False, False),
        ([(T, Act.KEEP), (C, Act.SHOW)], True, False),
        ([(T, Act.SHOW)], False, False),
        ([(T, Act.SHOW), (C, Act.KEEP)], False, True),
        ([(C, Act.KEEP), (T, Act.SHOW)], False, True),
        ([(T, Act.SHOW), (C, Act.DECLINE)], False, True),
        ([(C, Act.DECLINE), (T, Act.SHOW)], False, True),
        ([(T, Act.TOGETHER), (C, Act.DECLINE)], False, False),
        ([(T, Act.TOGETHER), (C, Act.KEEP)], False, False),
        ([(T, Act.TOGETHER), (C, Act.TOGETHER)], True, True),
        ([(C, Act.TOGETHER), (T, Act.TOGETHER)], True, True),
        ([(C, Act.TOGETHER), (T, Act.SHOW)], True, True),
        ([(C, Act.SHOW), (T, Act.TOGETHER)], True, True),
        ([(C, Act.TOGETHER), (T, Act.TOGETHER), (T, Act.TAKE_BACK)], True, False),
        ([(C, Act.TOGETHER), (T, Act.TOGETHER), (C, Act.TAKE_BACK)], False, True),
        ([(C, Act.TOGETHER), (C, Act.TAKE_BACK), (T, Act.TOGETHER)], False, False),
        ([(C, Act.SHOW), (C, Act.KEEP)], False, False),
        ([(C, Act.SHOW), (C, Act.DECLINE)], False, False),
        ([(C, Act.SHOW), (C, Act.TOGETHER)], True, False),
    ],
)
def test_who_reads_what_after(acts, client_shown, therapist_shown):
    both = all_acts(acts)
    assert (both.client.shown, both.therapist.shown) == (client_shown, therapist_shown)


@pytest.mark.parametrize(("client", "therapist"), list(product(STANDINGS, STANDINGS)))
def test_nothing_is_shown_that_its_author_keeps_and_settling_twice_is_settling_once(client, therapist):
    both = Both(client, therapist)
    now = settled(both)
    assert settled(now) == now
    for before, one in ((client, now.client), (therapist, now.therapist)):
        assert replace(one, shown=before.shown) == before, "settling changes what is shown and nothing else"
        if one.shown and not before.shown:
            assert one.saved
            assert one.wants is not Wants.KEEP
    if now.therapist.shown and not therapist.shown:
        assert client.saved or client.passed


@given(ACTS)
def test_the_therapists_side_comes_after_the_client_has_answered(acts):
    both = Both()
    for voice, act in acts:
        before, both = both, after(both, voice, act)
        if both.therapist.shown and not before.therapist.shown:
            assert both.client.saved or both.client.passed
            assert both.therapist.wants is not Wants.KEEP


@given(ACTS)
def test_a_side_is_shown_only_while_its_author_wants_it(acts):
    both = all_acts(acts)
    for one in (both.client, both.therapist):
        assert not one.shown or (one.saved and one.wants is not Wants.KEEP)


@given(ACTS, st.sampled_from(Voice), st.sampled_from([Act.KEEP, Act.DECLINE, Act.TAKE_BACK]))
def test_what_is_taken_back_is_gone_at_once_whatever_was_before(acts, voice, act):
    assert not after(all_acts(acts), voice, act).of(voice).shown


@given(ACTS, st.sampled_from(Voice), st.sampled_from(Act))
def test_nobody_changes_what_the_other_saved_or_chose(acts, voice, act):
    before = all_acts(acts)
    now = after(before, voice, act)
    other = other_of(voice)
    assert replace(now.of(other), shown=before.of(other).shown) == before.of(other)


@given(ACTS)
def test_what_is_not_shown_is_learned_by_nobody(acts):
    """What each sees of the other is whether their side is shown; a client's private acts change it for no therapist."""
    private = [(voice, act) for voice, act in acts if not (voice is C and act in {Act.KEEP, Act.DECLINE})]
    if any(voice is C for voice, _act in private):
        return
    # The client did nothing but keep or decline: the therapist sees what they would see had nothing been done.
    assert all_acts(acts).client.shown is all_acts(private).client.shown is False


@given(ACTS, ACTS)
def test_together_shows_both_at_one_moment(first, second):
    before = all_acts(first)
    for voice, act in second:
        now = after(before, voice, act)
        fresh = not before.client.shown and not before.therapist.shown
        if fresh and now.client.wants is Wants.TOGETHER and now.client.shown:
            assert now.therapist.shown
        if fresh and now.therapist.wants is Wants.TOGETHER and now.therapist.shown:
            assert now.client.shown
        before = now


@pytest.mark.parametrize(
    ("client", "therapist", "found"),
    [
        (THEN, THEN, Cell.BOTH),
        (THEN, NOT_THEN, Cell.CLIENT),
        (NOT_THEN, THEN, Cell.THERAPIST),
        (NOT_THEN, NOT_THEN, Cell.NEITHER),
        ("", THEN, None),
        (THEN, "", None),
        ("", "", None),
        ("other", THEN, None),
    ],
)
def test_four_cells_of_who_noticed_each_for_themselves(client, therapist, found):
    assert cell(client, therapist) is found
