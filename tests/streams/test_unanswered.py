"""Skipped forms: nothing, unless it was agreed."""

from tests.streams.streams_made import heron, rated, values

from reattune.model import Voice

RATINGS = (rated(0, 30.0), rated(1, None), rated(2, None, by=Voice.THERAPIST), rated(3, None, "check-in"))
ON = frozenset({"unanswered"})


def test_off_unless_agreed():
    assert values(heron(ratings=RATINGS), "unanswered srs") == []
    assert values(heron(ratings=RATINGS, on=ON, off=ON), "unanswered srs") == []


def test_only_the_client_s_and_never_a_check_in():
    one = heron(ratings=RATINGS, on=ON)
    assert values(one, "unanswered srs") == ["answered", "skipped"]
    assert values(one, "unanswered check-in") == []
