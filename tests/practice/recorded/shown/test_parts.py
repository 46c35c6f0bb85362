"""Parts of the picture, as they are said: halves, rectangles in percent, none; and what is wrong with them."""

import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal import regions
from reattune.practice.recorded.shown import parts


def boxes(**texts):
    edges = {name: text.split() for name, text in texts.items()}
    return {
        f"{name}-{edge}": value
        for name, values in edges.items()
        for edge, value in zip(parts.EDGES, values, strict=True)
    }


@pytest.mark.parametrize("side", regions.Side)
def test_a_half_each(side):
    assert regions.from_json(parts.said({"where": side.value})) == regions.halves(side)


def test_rectangles_in_percent_and_back():
    given = {"where": "drawn", **boxes(client="0 10 45 80", therapist="50,5 10 45 80", background="0 0 100 9")}
    found = parts.said(given)
    assert regions.from_json(found).therapist == regions.Part(0.505, 0.1, 0.45, 0.8)
    assert parts.drawn(found)[1] == parts.Drawn("therapist", 50.5, 10.0, 45.0, 80.0)
    assert len(parts.drawn(found)) == 3


def test_none_are_looked_at():
    assert parts.said({"where": "leave"}) is None
    assert parts.drawn(None) == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "choose one of the ways"),
        ({"where": "drawn"}, "four numbers for each"),
        ({"where": "drawn", **boxes(client="0 10 45 x")}, "“x” is none"),
        ({"where": "drawn", **boxes(client="0 0 60 90", therapist="50 0 50 90")}, "overlap"),
        ({"where": "drawn", **boxes(client="0 0 nan 90", therapist="50 0 50 90")}, "outside the picture"),
        ({"where": "drawn", **boxes(client="0 0 160 90", therapist="50 0 50 90")}, "outside the picture"),
    ],
)
def test_what_is_wrong_is_said(given, said):
    with pytest.raises(ReattuneError, match=said):
        parts.said(given)
