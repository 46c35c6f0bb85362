"""Every number back to its rows."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reattune.account.standing import verdict_words
from reattune.cli.why import _place, show_why
from reattune.model import Mark, Source, Verdict


def test_the_words_on_the_screen(one_alone, hands):
    said = hands.printed(show_why, one_alone)
    assert said == hands.golden("why")
    assert hands.never_said(said) == set()


def test_every_row_of_every_noticing_is_named(one_alone, hands):
    said = hands.printed(show_why, one_alone)
    rows = {
        f"{seen.observation.source.file}:{seen.observation.source.row}"
        for noticing in one_alone.noticed["heron"].noticings
        for part in noticing.parts
        for seen in part.seen
    }
    assert len(rows) == 5
    assert rows <= set(re.findall(r"heron/\S+:\d+", said))


def test_one_alone_names_no_other_and_nothing_that_was_kept(one_alone, hands):
    said = hands.printed(show_why, one_alone)
    assert "rook" not in said
    assert hands.UNSHARED not in said


def test_the_silent_are_silent(whole, hands):
    assert "Prompts are off here, as you set." in hands.printed(show_why, whole)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_what_you_made_of_it_is_said_once_you_have(verdict, one_alone, hands):
    heron = next(one for one in one_alone.practice.relationships if one.codename == "heron")
    mark = Mark(date(2026, 3, 10), date(2026, 3, 12), verdict, Source("heron/marks.toml", "1"))
    later = replace(mark, on=date(2026, 4, 1), verdict=Verdict.LATER)
    people = (replace(heron, marks=(mark, later)),)
    said = hands.printed(show_why, replace(one_alone, practice=replace(one_alone.practice, relationships=people)))
    assert said.count(verdict_words(verdict)) == 1


@pytest.mark.parametrize("width", [24, 32, 60])
def test_a_row_number_is_never_broken(width):
    source = Source("a-long-codename/a-folder-inside/appointments-exported-in-spring.csv", "1042")
    lines = _place(source, width).split("\n")
    assert all(len(line) <= width for line in lines)
    assert "".join(lines) == f"{source.file}:1042"
    assert lines[-1].endswith(":1042")
    assert len(lines[-1]) > len(":1042")
