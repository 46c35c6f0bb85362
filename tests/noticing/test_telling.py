"""The words: what was seen and what it rests on; never a never-word, never a number out of nowhere."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.noticing.telling_made import AT, NEVER, attendance, noticing, noticings, part, row

import reattune
from reattune.locale.template import texts
from reattune.model import Direction, Seen
from reattune.noticing import telling

WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def everything(one):
    yield from (telling.said(one), telling.basis(one), telling.basis_note(one), telling.ordinary_note(one))
    yield from (telling.once(one.once_in_sessions), telling.quiet(one.at))
    yield from (*telling.readings(one), *telling.yours(one))
    for part_ in one.parts:
        for seen in part_.seen:
            yield from (telling.observed(part_.stream, seen.observation), telling.usual(seen))


@given(noticings())
def test_a_never_word_is_never_said(one):
    for text in everything(one):
        assert not re.search(NEVER, text, re.IGNORECASE), text
        assert "{" not in text, text


def test_no_text_in_the_source_holds_a_never_word():
    found = texts(Path(reattune.__file__).parent)
    assert len(found) > 50
    said = [(text.file, text.one) for text in found if re.search(NEVER, f"{text.one} {text.many}", re.IGNORECASE)]
    assert said == []


@pytest.mark.parametrize("text", ["A red flag", "it PREDICTS", "refused to come", "a no-show", "detected", "at risk"])
def test_the_search_for_never_words_can_find_one(text):
    assert re.search(NEVER, text, re.IGNORECASE)


@given(noticings())
def test_every_number_said_is_a_count_or_a_value_of_the_rows(one):
    rows = [seen.observation for part_ in one.parts for seen in part_.seen]
    text = telling.said(one)
    days = re.findall(r"\d{4}-\d{2}-\d{2}", text)
    assert {date.fromisoformat(day) for day in days} <= {seen.at for seen in rows}
    text = re.sub(r"\d{4}-\d{2}-\d{2}|PHQ-9|two words", "", text)
    numbers = {float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)}
    numbers |= {float(WORDS.index(word)) for word in re.findall(r"\b(?:" + "|".join(WORDS) + r")\b", text)}
    waits = {float((one.at - seen.at).days) for seen in rows if str(seen.value).startswith("unpaid")}
    values = {float(number) for seen in rows for number in re.findall(r"-?\d+(?:\.\d+)?", str(seen.value))}
    assert numbers <= values | waits | set(map(float, range(len(rows) + 1))) | {0.0}


@given(noticings())
def test_the_same_noticing_is_told_in_the_same_words(one):
    assert list(everything(one)) == list(everything(one))


@given(noticings())
def test_a_telling_is_whole_sentences(one):
    text = telling.said(one)
    assert text[0].isupper() or text.startswith("“")
    assert text.endswith(".")
    assert "  " not in text
    assert ".." not in text


@pytest.mark.parametrize(
    ("direction", "ending"),
    [
        (Direction.AWAY, "Unusual here."),
        (Direction.AGAINST, "Not as usual here."),
        (Direction.ATTUNED, "Unusual here, and perhaps a good stretch."),
        (Direction.CHANGED, "Different from what is usual here."),
    ],
)
def test_each_direction_has_its_ending(direction, ending):
    assert telling.said(noticing(attendance("late", "late"), direction=direction)).endswith(ending)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.3, "usual here"),
        (0.29, "now and then here"),
        (0.1, "now and then here"),
        (0.03, "uncommon here"),
        (0.029, "rare here"),
    ],
)
def test_how_usual_it_was_is_said_coarsely(chance, words):
    assert telling.usual(Seen(row("2026-03-03", "late").observation, chance)) == words


@pytest.mark.parametrize(
    ("bases", "words"),
    [
        (["dates"], "dates only"),
        (["payments", "payments"], "payments only"),
        (["payments", "dates"], "dates and payments"),
        (["ratings", "payments", "dates"], "dates, payments, and ratings"),
    ],
)
def test_what_it_rests_on_is_named(bases, words):
    one = noticing(*(part("attendance", row("2026-03-03", "late"), basis=basis) for basis in bases))
    assert telling.basis(one) == words
    assert telling.basis_note(one) == f"Based on {words}. Reattune has not read any session."


def test_a_session_that_was_read_is_not_said_to_be_unread():
    one = noticing(part("speech away", row("2026-03-03", 0.2), basis="words"))
    assert telling.basis_note(one) == "Based on words only."


def test_how_seldom_is_said_as_a_bound():
    assert telling.once(140) == "at most about once in 140 sessions, by this model"
    assert telling.once(999) == "at most about once in 999 sessions, by this model"
    assert telling.once(1000) == "less than once in 1,000 sessions, by this model"


@given(st.integers(0, 2))
def test_ordinary_is_not_remarked_upon_before_the_third_time(times):
    assert telling.ordinary_note(noticing(attendance("late"), called_ordinary=times)) == ""


def test_ordinary_for_the_third_time_is_asked_about():
    note = telling.ordinary_note(noticing(attendance("late"), called_ordinary=3))
    assert note == "You have called this ordinary three times. A question for supervision?"


def test_quiet_is_not_said_to_be_well():
    assert telling.quiet(AT).startswith("Nothing stood out up to 2026-03-10. That does not mean that all is well")
