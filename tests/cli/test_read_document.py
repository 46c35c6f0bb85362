"""`reattune.reading/1`: what its schema promises holds, and what it forbids is not there."""

from copy import deepcopy
from datetime import date

import pytest
from jsonschema import Draft202012Validator, ValidationError

from reattune.cli.read_document import reading_document, schema
from reattune.cli.session import look
from reattune.model import Cue, Pause, Role, Script, Times
from reattune.reading.transcripts.speakers import Said, Speakers


def document(tmp_path, day=date(2026, 3, 10), wordless=False):
    cues = (
        Cue("Ann", "What was that like for you?", "1", 0.0, 2.0),
        Cue("Kim", "Fine. You never listen to me.", "2", 5.0, 9.0, pauses=(Pause(5, "(3.0)", 3.0), Pause(9, "(.)"))),
    )
    script = Script("a.vtt", "WebVTT", "a" * 64, cues, Times.BOTH)
    speakers = Speakers((Said({"Ann": Role.THERAPIST, "Kim": Role.CLIENT}, file="a.vtt"),))
    found = look(script, speakers, tmp_path / "a.vtt", day, 12, True, wordless, lambda _said: None)
    return reading_document(found, "0.1.0")


@pytest.mark.parametrize("given", [{}, {"day": None}, {"wordless": True}])
def test_it_holds_to_its_schema(tmp_path, given):
    Draft202012Validator(schema()).validate(document(tmp_path, **given))


def test_where_no_day_is_known_none_is_told(tmp_path):
    found = document(tmp_path, day=None)
    assert found["day"] is None
    assert "0001" not in str(found["figures"])


def test_without_words_no_text_and_no_mark_is_in_it(tmp_path):
    found = document(tmp_path, wordless=True)
    assert {turn["text"] for turn in found["turns"]} == {None}
    assert [one["seconds"] for one in found["silences"]] == [3.0, 3.0, None]
    assert {one["mark"] for one in found["silences"]} == {""}


def test_anything_else_is_refused_by_the_schema(tmp_path):
    found = document(tmp_path)
    for change in ({"probability": 0.7}, {"schema": "reattune.reading/2"}, {"day": 3}):
        with pytest.raises(ValidationError):
            Draft202012Validator(schema()).validate({**deepcopy(found), **change})


def test_a_quiet_look_names_turns_that_no_rule_marked(tmp_path):
    found = document(tmp_path)
    marked = {mark["turn"] for one in found["moments"] for mark in one["marks"]}
    assert not marked & {one["turn"] for one in found["overlooked"]}
    assert document(tmp_path, wordless=True)["overlooked"] == []
