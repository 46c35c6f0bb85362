"""The JSON of criteria: stable keys, and every mark on a row."""

import json

import pytest
from tests.cli.criteria_made import CRITERIA, rows

from reattune.cli.criteria_document import document
from reattune.cli.side_by_side import compare
from reattune.noticing.document import dump


@pytest.fixture
def told(whole):
    return json.loads(dump(document(compare(whole, CRITERIA), whole.as_of, CRITERIA)))


def test_its_keys_are_those_that_are_documented(told):
    assert list(told) == ["schema", "version", "as_of", "criteria", "relationships"]
    assert told["schema"] == "reattune.criteria/1"
    assert [one["status"] for one in told["criteria"]][:4] == [
        "verified",
        "second-hand",
        "from memory",
        "our own choice",
    ]
    crane, heron = told["relationships"][:2]
    assert crane["silent"]
    assert crane["series"] == []
    assert list(heron) == ["codename", "ended", "ratings_left_out", "noticed", "series"]
    assert [one["at"] for one in heron["noticed"]] == ["2025-12-16", "2026-03-10"]


def test_every_mark_is_on_a_row(told, whole):
    series = told["relationships"][1]["series"][1]
    known = {(day.isoformat(), row.source.file, row.source.row) for day, row in rows(whole).items()}
    marks = [mark for one in series["criteria"] for mark in one["marks"]]
    assert marks
    assert {(one["at"], one["source"]["file"], one["source"]["row"]) for one in marks} <= known
    assert {one["state"] for one in marks} <= {"pending", "repaired", "unrepaired", "censored"}
    answered = [one for one in series["sessions"] if one["score"] is not None]
    assert {(one["at"], one["source"]["file"], one["source"]["row"]) for one in answered} == known


def test_what_was_not_run_says_why(told):
    for one in told["relationships"][1]["series"][1]["criteria"]:
        assert one["ran"] is not bool(one["why"])
