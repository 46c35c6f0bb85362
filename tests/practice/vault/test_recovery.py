"""The recovery code: read however it is typed, and a slip in it is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.practice.vault import WrongCodeError
from reattune.practice.vault.recovery import ALPHABET, SIGNS, check, make, normalise

codes = st.builds(make)


@given(codes)
def test_a_new_code_is_accepted(code):
    assert len(check(code)) == SIGNS
    assert [len(group) for group in code.split("-")] == [4] * 8


@given(codes)
def test_it_may_be_typed_in_small_letters_with_spaces_and_with_o_and_l(code):
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert check(f"  {typed}\n") == check(code)


@given(codes, st.integers(0, SIGNS - 1), st.sampled_from(ALPHABET))
def test_every_single_wrong_sign_is_found(code, place, sign):
    signs = normalise(code)
    wrong = signs[:place] + sign + signs[place + 1 :]
    if wrong != signs:
        with pytest.raises(WrongCodeError, match="typing slip"):
            check(wrong)


@given(codes, st.integers(0, SIGNS - 2))
def test_two_neighbours_that_changed_places_are_found(code, place):
    signs = normalise(code)
    wrong = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    if wrong != signs:
        with pytest.raises(WrongCodeError):
            check(wrong)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "this one has 0"), ("ABCD" * 7, "this one has 28"), ("ABCD" * 9, "this one has 36"), ("U" * 32, "“U”")],
)
def test_what_cannot_be_a_code_is_told(typed, said):
    with pytest.raises(WrongCodeError, match=said):
        check(typed)


def test_codes_are_new():
    assert len({make() for _n in range(200)}) == 200
