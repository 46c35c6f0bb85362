"""Who speaks, as it is said: each way in the words that the analysis reads, and what is missing in words."""

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Span
from reattune.practice.recorded import kept
from reattune.practice.recorded.shown import seeds
from reattune.practice.recorded.shown.opened import open_up
from reattune.practice.recorded.work import who_of


def test_a_microphone_each(played):
    found = who_of(seeds.said({"way": "channels", "first": "client"}, 2))
    assert found.channels == (Role.CLIENT, Role.THERAPIST)
    for given, channels in (({"way": "channels"}, 2), ({"way": "channels", "first": "client"}, 1)):
        with pytest.raises(ReattuneError, match="It was not said"):
            seeds.said(given, channels)


def test_stretches_that_were_offered_and_typed(played):
    offered = seeds.offers(open_up(played))
    assert len(offered) > 3
    given = {"way": "seeds", "own-therapist": " 1:02-1:12 ; 0:01:20 – 0:01:24"}
    given |= {one.name: "client" for one in offered[:2]} | {offered[2].name: ""}
    found = who_of(seeds.said(given, 1))
    assert found.seeds[Role.CLIENT] == tuple(Span(one.start, one.end) for one in offered[:2])
    assert found.seeds[Role.THERAPIST] == (Span(62.0, 72.0), Span(80.0, 84.0))
    assert found.channels is None


def test_what_was_said_before_is_chosen_again(played):
    first = seeds.offers(open_up(played))[0]
    kept.remember(played, who={"seeds": {"client": [[first.start, first.end], [50.0, 61.0]]}})
    found = seeds.offers(open_up(played))
    assert [one.start for one in found if one.chosen == "client"] == [first.start, 50.0]


def test_too_little_and_nonsense_are_said():
    for given, said in (
        ({"own-therapist": "0:01-0:05", "own-client": "1:00-2:00"}, "8 seconds of your own voice"),
        ({"own-therapist": "1:00-2:00"}, "8 seconds of the client’s voice"),
        ({"own-therapist": "soon"}, "“soon” is no stretch"),
        ({"own-therapist": "2:00-1:00"}, "no stretch"),
        ({"stretch-x-y": "therapist", "stretch-9-1": "therapist", "stretch-nan-nan": "therapist"}, "your own voice"),
    ):
        with pytest.raises(ReattuneError, match=said):
            seeds.said({"way": "seeds", **given}, 1)


def test_nobody_needs_to_be_told_apart():
    assert not who_of(seeds.said({"way": "nobody"}, 1)).guess
    with pytest.raises(ReattuneError, match="choose one of the ways"):
        seeds.said({}, 1)


def test_before_anything_was_heard_none_are_offered(here):
    assert seeds.offers(open_up(here)) == ()
