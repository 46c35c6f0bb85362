"""A candidate in words."""

import pytest

from reattune.nonverbal.moved import Moved, Rule
from reattune.nonverbal.spans import clock

FIGURES = {"here": 0.31, "usual": 0.62, "z": -1.9, "low": 0.2, "high": 0.5}
NEVER = ("withdraw", "rupture", "resist", "risk", "alert", "!", "warning", "emotion", "bad")


def test_togetherness_names_its_numbers_and_its_way():
    found = Moved("a", 750, 940, Rule.TOGETHER, FIGURES).sentence
    assert found == (
        "For about 3 minutes (12:30 to 15:40) your movements went together less than otherwise in this session"
        " (max Z 0.31, usually 0.62; 60 s windows, lag 5 s; 19 in 20 shifted windows lie between 0.20 and 0.50)."
    )
    assert "together more than otherwise" in Moved("a", 750, 940, Rule.TOGETHER, FIGURES | {"z": 2.0}).sentence


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("z", [-2.0, 2.0])
def test_benign_readings_come_first_and_nothing_is_judged(rule, z):
    one = Moved("a", 0, 125, rule, FIGURES | {"z": z})
    texts = (one.sentence, *one.readings)
    assert len(set(one.readings)) == 3
    assert any("you" in text.lower() for text in texts)
    assert not [word for word in NEVER for text in texts if word in text.lower()]


def test_less_movement_means_nothing_by_itself():
    assert "means nothing by itself" in Moved("a", 0, 125, Rule.CLIENT, FIGURES).readings[0]
    assert "the client moved less" in Moved("a", 0, 125, Rule.CLIENT, FIGURES).sentence
    assert "you moved more" in Moved("a", 0, 125, Rule.THERAPIST, FIGURES | {"z": 3.0}).sentence


def test_the_clock_has_hours_where_there_are_any():
    assert [clock(one) for one in (5, 65.9, 3725)] == ["0:05", "1:05", "1:02:05"]
