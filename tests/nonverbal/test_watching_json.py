"""What was watched goes to JSON and back."""

import json
from dataclasses import replace

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.nonverbal.moved import Moved, Rule
from reattune.nonverbal.watched import Amount, Fault, Kind, Ribbons, Together, Watched
from reattune.nonverbal.watching_json import as_json, from_json

WATCHED = Watched(
    "a.mp4",
    3000.5,
    2700.25,
    "percent",
    comparable=False,
    client=Amount(1.5, 20, 8),
    together=Together("max Z", 0.7, 0.5, 4.0, 0.01, 100, 0.2, 0.8, 0.7, 0.3, 0.8),
    ribbons=Ribbons((1.0, None, 0.25), (), (None, 0.5)),
    faults=(Fault(1, 2.5, Kind.FROZEN, Role.CLIENT), Fault(3, 4, Kind.CUT)),
    moments=(Moved("m", 10, 140, Rule.TOGETHER, {"here": 0.3, "usual": 0.6, "z": -2.0, "low": 0.1, "high": 0.5}),),
    notes=("said",),
)


@pytest.mark.parametrize("one", [WATCHED, Watched("b", 0, 0, "percent")])
def test_nothing_is_lost(one):
    given = json.loads(json.dumps(as_json(one), allow_nan=False))
    assert given["schema"] == "reattune.watched/1"
    again = from_json(given)
    assert again == one
    assert again.moments == one.moments
    assert [moment.sentence for moment in again.moments] == [moment.sentence for moment in one.moments]


def test_ribbons_keep_what_a_drawing_can_show():
    assert as_json(replace(WATCHED, ribbons=Ribbons((1.23456789,))))["ribbons"]["client"] == [1.235]


@pytest.mark.parametrize(
    "change",
    [{"faults": [{"start": 1}]}, {"seconds": "long"}, {"together": {"z": 1}}, {"ribbons": []}, {"moments": [1]}],
)
def test_what_is_damaged_is_told(change):
    with pytest.raises(ReattuneError, match=r"damaged at .*run: reattune watch"):
        from_json(as_json(WATCHED) | change)


def test_another_schema_is_refused():
    with pytest.raises(ReattuneError, match=r"reattune\.listened/1"):
        from_json({"schema": "reattune.listened/1"})
