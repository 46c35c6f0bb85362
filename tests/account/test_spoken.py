"""What was said and shared stands as it was said."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.account.spoken import plain, spoken
from reattune.model import FeltOff, Share


def test_what_is_skipped_or_kept_is_not_spoken(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    one = heron.check_ins[0]
    rows = (
        replace(one, felt_off=FeltOff.SKIPPED, words=""),
        replace(one, share=Share.ONLY_ME),
        replace(one, share=Share.AFTER_ENDING),
        replace(one, day=date(2027, 1, 1)),
    )
    assert spoken(rows, whole.as_of) == ()


@pytest.mark.parametrize("felt", [FeltOff.YES, FeltOff.NO, FeltOff.UNSURE])
def test_an_answer_without_words_is_told_without_quotation_marks(felt, whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    (said,) = spoken((replace(heron.check_ins[0], felt_off=felt, words=" "),), whole.as_of)
    assert "“" not in said.words
    assert said.words.endswith("no words given.")


def test_words_lose_only_what_steers():
    assert plain("a\x1b[1mb\nc") == "a [1mb c"
