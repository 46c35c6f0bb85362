"""The words of the record's page: every choice named, every section known, every difference told."""

from dataclasses import fields
from datetime import date

import pytest

from reattune.practice import episode_words
from reattune.practice.episodes import Difference
from reattune.practice.keeping import keep
from reattune.repair.episode import Record
from reattune.repair.movement import Movement
from reattune.repair.steps import Step
from reattune.repair.strategies import Strategy

TODAY = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("trouble", "section"),
    [("day", "where"), ("hold_until", "holding"), ("not_yet_until", "holding"), ("leading", "positions")],
)
def test_a_section_with_something_to_put_right_is_known(trouble, section):
    assert episode_words.sections_of({trouble: "x"}) == {section}
    assert episode_words.sections_of({"": "x"}) == frozenset()


def test_the_next_session_is_offered_only_where_it_is_known():
    known = episode_words.choices(TODAY, date(2026, 7, 2))["untils"]
    assert [value for value, _words in known] == ["", "session", "week", "month", "day"]
    assert "2 Jul 2026" in known[1][1]
    assert [value for value, _words in episode_words.choices(TODAY, None)["untils"]] == ["", "week", "month", "day"]


def test_questions_come_from_the_practices_pack_and_from_another_where_it_is_gone(store):
    keep(pack="cbt")
    ours = episode_words.curious()
    assert ours["my_part"]
    keep(pack="integrative")
    other = episode_words.curious()
    assert other["my_part"] != ours["my_part"]
    keep(pack="gone")
    assert episode_words.curious() == other


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("text", "a hush", "a hush"),
        ("text", "", ""),
        ("view", None, ""),
        ("view", 0, "not yet"),
        ("closeness", -1 / 3, "-1"),
        ("movement", Movement.UNSURE, "not sure"),
        ("tried", (Strategy.CLARIFY,), "Clear up a misunderstanding"),
        ("similar", ("a", "b"), "2 records"),
        ("steps", {Step.LEARN: (TODAY,)}, "Learn from it (30 Jun 2026)"),
        ("steps", {}, ""),
        ("hold_until", TODAY, "30 Jun 2026"),
        ("mended_therapist", True, "yes"),
    ],
)
def test_a_difference_is_told_in_words(name, value, said):
    assert episode_words.told(Difference(name, value, value, joins=False)).kept == said


def test_every_field_that_can_differ_has_a_name_of_its_own():
    labels = {
        one.name: episode_words.told(Difference(one.name, "", "", joins=True)).label
        for one in fields(Record)
        if one.name != "id"
    }
    assert all(label != name for name, label in labels.items())
    assert len(set(labels.values())) == len(labels)


def test_the_day_of_a_step_is_told_or_left_as_typed():
    assert episode_words.step_day("2026-06-30") == "30 Jun 2026"
    assert episode_words.step_day("never") == "never"
