"""The shapes of answers: the library's own records stay themselves, and parts of lists are bounded."""

from datetime import date

import pytest
from pydantic import ValidationError

from reattune.practice.api.shapes import FURTHEST, MOST, EpisodeWhole, NoticedWhole, Stream, Window
from reattune.repair.episode import Record


def test_a_part_has_bounds():
    assert Window() == Window(limit=50, offset=0)
    for wrong in ({"limit": 0}, {"limit": MOST + 1}, {"offset": -1}, {"offset": FURTHEST + 1}):
        with pytest.raises(ValidationError):
            Window(**wrong)


def test_records_of_the_library_stand_in_the_answers_as_they_are():
    record = Record(id="a", day=date(2026, 6, 16), text="quiet")
    assert EpisodeWhole.model_fields["record"].annotation is Record
    shape = EpisodeWhole.model_json_schema()["$defs"]["Record"]["properties"]
    assert set(shape) == set(record.as_dict())


def test_the_shapes_of_records_are_described_to_the_last_field():
    described = NoticedWhole.model_json_schema()["$defs"]
    assert {"Noticing", "Part", "Seen", "Observation", "Source"} <= set(described)
    assert {"Outcomes", "Scores"} <= set(Stream.model_json_schema()["$defs"])
