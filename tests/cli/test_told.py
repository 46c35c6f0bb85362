"""One account for every face."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.cli.scored import answered_words
from reattune.cli.told import (
    accounts,
    dated,
    lately,
    plain,
    recently_spoken,
    share_words,
    spoken,
    stream_words,
)
from reattune.model import FeltOff, Mark, Share, Source, Verdict, Voice


def test_the_order_is_by_date_of_change_then_codename(whole):
    assert [one.codename for one in accounts(whole)] == ["heron", "rook", "crane", "wren"]


def test_only_the_last_eight_weeks_are_lately(whole):
    heron, rook = accounts(whole)[:2]
    assert lately(heron, whole.as_of)
    assert not lately(rook, whole.as_of)


def test_what_you_have_settled_is_no_longer_to_think_about(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    mark = Mark(date(2026, 3, 10), date(2026, 3, 12), Verdict.TALKED, Source("heron/marks.toml", "1"))
    people = (replace(heron, marks=(mark,)),)
    (account,) = accounts(replace(whole, practice=replace(whole.practice, relationships=people)))
    assert account.latest.at == date(2025, 12, 16)
    assert account.told[1].settled


def test_the_question_for_supervision_is_asked_once(whole):
    heron = whole.noticed["heron"]
    often = replace(
        heron, noticings=tuple(replace(one, called_ordinary=3 + place) for place, one in enumerate(heron.noticings))
    )
    account = accounts(replace(whole, noticed={**whole.noticed, "heron": often}))[0]
    assert [bool(one.note) for one in account.told] == [True, False]


def test_nothing_is_told_of_the_silent_but_answers(whole):
    crane = next(one for one in accounts(whole) if one.codename == "crane")
    assert (crane.told, crane.spoken) == ((), ())


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


def test_the_client_s_words_come_first(whole):
    voices = [said.by for _account, said in recently_spoken(accounts(whole), whole.as_of)]
    assert voices == [Voice.CLIENT, Voice.THERAPIST]


def test_an_answer_is_named_and_its_value_is_not(whole):
    (answer,) = accounts(whole)[0].answered
    assert answered_words(answer, "PHQ-9") == (
        "Item 9 of the PHQ-9 was answered above zero on 3 Mar 2026; please read it."
    )


def test_shares_are_said_in_words():
    assert [share_words(one) for one in (1.0, 0.7, 0.5, 0.2)] == [
        "all of it",
        "most of it",
        "about half of it",
        "some of it",
    ]


def test_streams_are_named_as_people_say_them():
    assert stream_words("rating phq-9 client pre") == "ratings, PHQ-9, client, before the session"
    assert stream_words("attendance") == "attendance"
    assert stream_words("something new") == "something new"


def test_days_in_sentences_are_written_as_elsewhere():
    assert dated("You moved the session of 2026-02-24.") == "You moved the session of 24 Feb 2026."
    assert dated("Reference 2026-99-99 stays.") == "Reference 2026-99-99 stays."


def test_words_lose_only_what_steers():
    assert plain("a\x1b[1mb\nc") == "a [1mb c"
