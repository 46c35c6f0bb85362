"""A recording as JSON: it holds to its schema, says everything that is told, and is the same each time."""

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from tests.cli import recorded_made as made

from reattune.cli.recorded_document import LISTENING, WATCHING, heard_document, schema, seen_document
from reattune.nonverbal.listening_json import from_json as heard_from
from reattune.nonverbal.watching_json import from_json as seen_from
from reattune.noticing.document import dump

EVERY = {
    "heard": (LISTENING, heard_document(made.HEARD, "0.1.0")),
    "room": (LISTENING, heard_document(made.ROOM, "0.1.0")),
    "seen": (WATCHING, seen_document(made.SEEN, "0.1.0")),
    "series": (WATCHING, seen_document(made.SERIES, "0.1.0")),
}


def plain(name):
    return json.loads(dump(EVERY[name][1]))


@pytest.mark.parametrize("name", EVERY)
def test_a_document_holds_to_its_schema(name):
    rules = schema(EVERY[name][0])
    Draft202012Validator.check_schema(rules)
    Draft202012Validator(rules, format_checker=FormatChecker()).validate(plain(name))


@pytest.mark.parametrize("name", EVERY)
def test_a_schema_refuses_what_is_not_promised(name):
    check = Draft202012Validator(schema(EVERY[name][0]))
    with pytest.raises(ValidationError):
        check.validate({**plain(name), "more": 1})
    for key in plain(name):
        with pytest.raises(ValidationError):
            check.validate({one: value for one, value in plain(name).items() if one != key})


def test_what_was_found_can_be_read_again():
    assert heard_from(plain("heard")["listened"]) == made.LISTENED
    assert seen_from(plain("seen")["watched"]) == made.WATCHED


def test_everything_told_stands_in_it():
    found = plain("heard")
    assert (found["day"], found["way"], found["transcript"], found["notes"]) == ("2026-04-07", "channels", None, [])
    assert found["figures"]["silences"] == 3
    assert [one["id"] for one in found["told"]] == [one["id"] for one in found["listened"]["moments"]]
    assert all(one["ordinary"] and one["part"] and one["rests"] for one in found["told"])
    seen = plain("seen")
    assert [one["id"] for one in seen["told"]] == ["client-1"]
    assert seen["result"].startswith("Your movements went together more than by chance.")
    series = plain("series")
    assert (series["file"], series["day"]) == ({"name": "a.txt"}, None)
    assert series["set_aside"][0]["why"] == "no number"
