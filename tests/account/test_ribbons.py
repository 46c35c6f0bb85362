"""Ribbons: each lane only where there is something in it, and nobody named where it is not known who spoke."""

from dataclasses import replace

from tests.cli import recorded_made as made

from reattune.account.ribbons import heard_ribbons, seen_ribbons
from reattune.charts.ribbon import Kind
from reattune.model import Spoke, Way


def kinds(drawn):
    return [one.kind for one in drawn]


def test_what_was_heard_is_drawn_from_who_spoke_to_moments():
    drawn = heard_ribbons(made.LISTENED)
    assert kinds(drawn) == [Kind.CLIENT, Kind.THERAPIST, Kind.QUIET, Kind.SOUND, Kind.MOMENT]
    quiet = drawn[2]
    assert quiet.svg.count("<rect") == len(made.SILENCES)
    assert quiet.svg.count("rb-strong") == 3
    assert "<title>0:06: 7.2 s between two of your turns</title>" in quiet.svg
    assert "<title>0:54: 6 s</title>" in quiet.svg
    assert "0:06: 7.2 s of quiet" in drawn[-1].svg


def test_where_it_is_not_known_who_spoke_somebody_did():
    nobody = replace(made.LISTENED, way=Way.NONE, spoke=(Spoke(1, 6),), sounds=(), moments=(), silences=())
    (one,) = heard_ribbons(nobody)
    assert (one.kind, one.name) == (Kind.SOMEBODY, "Somebody speaks")
    assert "0:01 to 0:06: Somebody speaks" in one.svg


def test_nothing_is_drawn_of_nothing():
    assert heard_ribbons(replace(made.LISTENED, seconds=0.0)) == ()
    assert seen_ribbons(replace(made.WATCHED, seconds=0.0)) == ()


def test_what_was_seen_is_drawn_with_the_band_of_chance_and_what_is_missing():
    drawn = seen_ribbons(made.WATCHED)
    assert kinds(drawn) == [Kind.CLIENT, Kind.THERAPIST, Kind.TOGETHER, Kind.MISSING, Kind.MOMENT]
    assert "rb-band" in drawn[2].svg
    assert "chance gives mostly 0.30 to 0.80" in drawn[2].svg
    assert "The picture stood still from 1:40 to 2:10" in drawn[3].svg
    assert Kind.TOGETHER not in kinds(seen_ribbons(replace(made.WATCHED, together=None)))
