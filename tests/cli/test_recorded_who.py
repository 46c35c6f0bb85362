"""Who is where is typed or asked; whatever cannot be meant is refused with what to type instead."""

import pytest

from reattune.cli.recorded_who import asked_channels, asked_places, channels_of, marks_of, places_of
from reattune.errors import ReattuneError
from reattune.model import Role, Span
from reattune.nonverbal.regions import Part

CLIENT, THERAPIST = Role.CLIENT, Role.THERAPIST


def answers(*given):
    left = list(given)
    return lambda _question: left.pop(0)


@pytest.mark.parametrize("text", ["client,therapist", "c,t", " Client , T "])
def test_channels_are_typed(text):
    assert channels_of(text) == (CLIENT, THERAPIST)


@pytest.mark.parametrize("text", ["", "client", "client,client", "a,b", "client,therapist,client"])
def test_channels_that_cannot_be_meant_are_refused(text):
    with pytest.raises(ReattuneError, match="--channels client,therapist"):
        channels_of(text)


def test_stretches_are_typed_in_minutes_or_seconds():
    found = marks_of(["client=0:12-0:30", "therapist=1:02:03.5-1:02:20", "c=100-112.5"])
    assert found == {CLIENT: (Span(12, 30), Span(100, 112.5)), THERAPIST: (Span(3723.5, 3740),)}


@pytest.mark.parametrize(
    "text", ["client", "client=0:30-0:12", "sister=0:12-0:30", "client=0:12", "client=x-y", "=1-2"]
)
def test_stretches_that_cannot_be_meant_are_refused(text):
    with pytest.raises(ReattuneError, match="0:12-0:30"):
        marks_of([text])


def test_of_two_halves_one_is_enough():
    assert places_of("left", None) == places_of(None, "right") == places_of("left", "right")
    assert places_of("top", None).therapist == Part(0.0, 0.5, 1.0, 0.5)
    assert places_of(None, None) is None


def test_a_place_is_typed_in_percent():
    assert places_of("5,10,40,80", "right").client == Part(0.05, 0.1, 0.4, 0.8)


@pytest.mark.parametrize(
    ("client", "therapist"),
    [
        ("left", "left"),
        ("5,10,40,80", None),
        ("5,10,40", "right"),
        ("90,0,20,50", "left"),
        ("0,0,0,10", "left"),
        ("x", "y"),
    ],
)
def test_places_that_cannot_be_meant_are_refused(client, therapist):
    with pytest.raises(ReattuneError):
        places_of(client, therapist)


def test_channels_are_asked_until_there_is_an_answer():
    said = []
    assert asked_channels((None, 3.2), answers("x", "t"), said.append) == (THERAPIST, CLIENT)
    assert any("0:03" in line for line in said)
    assert any("nobody is heard" in line for line in said)
    assert asked_channels((1.0, 3.2), answers("b"), said.append) is None
    assert asked_channels((1.0, 3.2), None, said.append) is None


def test_places_are_asked_and_nobody_is_guessed():
    assert asked_places(answers("?", "r"), lambda _line: None) == places_of("right", "left")
    with pytest.raises(ReattuneError, match="--client left"):
        asked_places(None, lambda _line: None)
