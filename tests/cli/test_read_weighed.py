"""Named markers in the JSON: parts that add up, the domain beside them, a reason where nothing is weighed."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reattune.cli.read_document import reading_document, schema
from reattune.cli.read_weighed import research
from reattune.cli.session import LONGEST, look
from reattune.model import Direction
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.speakers import read_speakers
from reattune.speech.moments import FAINT
from reattune.speech.rule import direction

FILE = Path(__file__).parents[2] / "examples" / "practice" / "heron" / "sessions" / "2026-03-31.vtt"


def session(wordless=False):
    speakers = read_speakers(FILE.parent / "speakers.toml", "speakers.toml")
    return look(
        read_script(FILE, FILE.name), speakers, FILE, date(2026, 3, 31), 12, False, wordless, lambda _said: None
    )


@pytest.fixture(scope="module")
def heron():
    return session()


def test_the_whole_is_its_base_and_its_parts_and_names_what_it_was_learned_from(heron):
    found = research(heron)
    whole = found["session"]
    assert "rated below 50" in found["resembles"]
    assert whole["score"] == pytest.approx(whole["base"] + sum(one["points"] for one in whole["markers"]), abs=1e-3)
    assert len(whole["markers"]) <= 64
    assert json.dumps(found, allow_nan=False)
    turns = len(heron.transcript.turns)
    assert all(0 <= turn < turns for one in whole["markers"] for turn in one["turns"])


def test_windows_hold_every_turn_once_and_count_marks_of_turns(heron):
    found = research(heron)["windows"]
    spans = [(one["begin"], one["end"]) for one in found]
    assert [begin for begin, _end in spans] == [0, *(end for _begin, end in spans[:-1])]
    assert spans[-1][1] == len(heron.transcript.turns)
    away = [hit for hit in heron.reading.hits if direction(hit.family) is Direction.AWAY and hit.strength >= FAINT]
    assert sum(one["away"] for one in found) == len(away) > 0
    assert all((one["kind"] == "none") == (not one["away"] and not one["against"]) for one in found)


def test_without_words_nothing_is_weighed_and_the_reason_is_told():
    found = research(session(wordless=True))
    assert found["session"] is None
    assert found["windows"] == []
    assert found["why_not"]


def test_what_is_too_long_is_not_weighed(heron):
    reading = heron.reading
    turns = reading.transcript.turns * (LONGEST // len(reading.transcript.turns) + 1)
    context = replace(reading.context, transcript=replace(reading.transcript, turns=turns))
    found = research(replace(heron, reading=replace(reading, context=context)))
    assert found["session"] is None
    assert "too long" in found["why_not"]


def test_the_document_with_it_holds_to_its_schema(heron):
    from jsonschema import Draft202012Validator

    Draft202012Validator(schema()).validate(reading_document(heron, "0.1.0"))
