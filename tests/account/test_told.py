"""One account for every face."""

from dataclasses import replace
from datetime import date

from reattune.account.told import (
    accounts,
    dated,
    lately,
    recently_spoken,
    share_words,
    stream_words,
    tell,
    tell_all,
    verdict_of,
)
from reattune.model import Mark, Source, Verdict, Voice


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


def test_the_client_s_words_come_first(whole):
    voices = [said.by for _account, said in recently_spoken(accounts(whole), whole.as_of)]
    assert voices == [Voice.CLIENT, Voice.THERAPIST]


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
    assert stream_words("speech away") == "what was said, moving away"
    assert stream_words("something new") == "something new"


def test_days_in_sentences_are_written_as_elsewhere():
    assert dated("You moved the session of 2026-02-24.") == "You moved the session of 24 Feb 2026."
    assert dated("Reference 2026-99-99 stays.") == "Reference 2026-99-99 stays."


def test_the_last_verdict_said_by_the_day_of_asking_stands(whole):
    first, second = whole.noticed["heron"].noticings
    source = Source("heron/marks.toml", "1")
    marks = (
        Mark(second.at, date(2026, 3, 14), Verdict.TALKED, source),
        Mark(second.at, date(2026, 3, 11), Verdict.LATER, source),
        Mark(second.at, date(2026, 4, 1), Verdict.ORDINARY, source),
    )
    assert verdict_of(second, marks, date(2026, 3, 10)) is None
    assert verdict_of(second, marks, date(2026, 3, 12)) is Verdict.LATER
    assert verdict_of(second, marks, whole.as_of) is Verdict.TALKED
    assert verdict_of(first, marks, whole.as_of) is None


def test_noticings_are_told_alone_as_they_are_told_in_an_account(whole):
    noticings = whole.noticed["heron"].noticings
    account = accounts(whole)[0]
    assert tell_all(noticings, (), whole.practice.holidays, whole.as_of) == account.told
    assert tell(2, noticings[1], whole.practice.holidays) == account.told[1]
