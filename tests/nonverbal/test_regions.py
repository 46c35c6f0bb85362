"""Parts of the picture."""

import json

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.nonverbal.regions import Part, Regions, Side, as_json, from_json, halves


@pytest.mark.parametrize("side", Side)
def test_halves_cover_the_picture_without_overlap(side):
    parts = halves(side)
    assert parts.client.share == parts.therapist.share == 0.5
    covered = {(r, c) for part in (parts.client, parts.therapist) for r, c in pixels(part, 181, 321)}
    assert len(covered) == 181 * 321
    assert sum(len(pixels(part, 181, 321)) for part in (parts.client, parts.therapist)) == 181 * 321


def pixels(part, high, wide):
    rows, columns = part.inside(high, wide)
    return [(r, c) for r in range(high)[rows] for c in range(wide)[columns]]


def test_the_client_is_where_it_is_said():
    assert halves(Side.RIGHT).of(Role.CLIENT) == Part(0.5, 0, 0.5, 1)
    assert halves(Side.TOP).of(Role.THERAPIST) == Part(0, 0.5, 1, 0.5)


@pytest.mark.parametrize(
    ("client", "therapist", "said"),
    [
        (Part(0, 0, 0.6, 1), Part(0.5, 0, 0.5, 1), "overlap"),
        (Part(0, 0, 0.1, 0.1), Part(0.5, 0, 0.5, 1), "smaller than a fiftieth"),
        (Part(0, 0, 0.5, 1), Part(0.6, 0, 0.5, 1), "outside the picture"),
        (Part(-0.1, 0, 0.5, 1), Part(0.5, 0, 0.5, 1), "outside the picture"),
        (Part(0, 0, 0.5, float("nan")), Part(0.5, 0, 0.5, 1), "outside the picture"),
        (Part(0.4, 0.4, -0.3, -0.3), Part(0.5, 0, 0.5, 1), "smaller than a fiftieth"),
    ],
)
def test_parts_that_do_not_do_are_refused(client, therapist, said):
    with pytest.raises(ReattuneError, match=said):
        Regions(client, therapist)


def test_a_background_may_not_overlap_either():
    with pytest.raises(ReattuneError, match="the background overlap"):
        Regions(Part(0, 0.3, 0.5, 0.7), Part(0.5, 0.3, 0.5, 0.7), Part(0, 0, 1, 0.4))


def test_they_go_to_json_and_back():
    parts = Regions(Part(0, 0.3, 0.5, 0.7), Part(0.5, 0.3, 0.5, 0.7), Part(0, 0, 1, 0.25))
    assert from_json(json.loads(json.dumps(as_json(parts)))) == parts
    assert from_json(as_json(halves(Side.LEFT))) == halves(Side.LEFT)
    for damaged in ({}, {"client": {"left": 0}, "therapist": {}}, {"client": None, "therapist": None}):
        with pytest.raises(ReattuneError, match="draw them again"):
            from_json(damaged)
