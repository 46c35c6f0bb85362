"""What was watched, in sentences and as figures."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.model import Role, Source
from reattune.nonverbal.watched import Amount, Fault, Kind, Ribbons, Together, Watched

TOGETHER = Together("max Z, 60/10 s, lag 5 s", 0.7, 0.5, 4.0, 0.01, 100, 0.2, 0.8, 0.7, 0.3, 0.8)
WATCHED = Watched(
    "a.mp4", 3000, 2700, "percent", client=Amount(1.5, 20, 8), therapist=Amount(1, 10, 5), together=TOGETHER
)


def test_figures_are_those_of_the_streams():
    day, known = date(2026, 3, 2), date(2026, 3, 3)
    found = WATCHED.figures(day, Source("sessions/a.mp4", 0), known)
    assert (found.day, found.known_at, found.seconds, found.usable) == (day, known, 3000, 2700)
    assert (found.client, found.therapist, found.together, found.above_chance) == (1.5, 1, 4.0, True)
    assert found.statistic == "max Z, 60/10 s, lag 5 s"
    assert found.comparable
    bare = Watched("a.mp4", 3000, 0, "percent").figures(day, Source("a.mp4", 0), known)
    assert (bare.client, bare.together, bare.above_chance, bare.statistic) == (None, None, None, "")


@pytest.mark.parametrize(
    ("watched", "said"),
    [
        (WATCHED, "more than by chance"),
        (replace(WATCHED, together=replace(TOGETHER, z=-4.0)), "less than by chance"),
        (replace(WATCHED, together=replace(TOGETHER, p=0.3)), "not above chance, which is so for most"),
        (replace(WATCHED, together=None), "Too little movement data"),
        (replace(WATCHED, together=None, ribbons=Ribbons((1.0, 2.0), (0.0, 0.0))), "nothing changes"),
        (Watched("a.mp4", 60, 0, "percent"), "No movement data."),
    ],
)
def test_the_result_is_said_whatever_it_is(watched, said):
    assert said in watched.result


def test_remarks_say_what_is_missing_and_why():
    faults = (
        Fault(3, 3.4, Kind.ERROR),
        Fault(100, 130, Kind.FROZEN),
        Fault(100, 130, Kind.FROZEN, Role.THERAPIST),
        Fault(750, 3000, Kind.LAYOUT),
    )
    found = replace(WATCHED, faults=faults, notes=("from the file",)).remarks
    assert found[:2] == ("from the file", "5 minutes have no movement data.")
    assert found[2:] == (
        "The picture stood still from 1:40 to 2:10: no movement data there.",
        "Your part of the picture stood still from 1:40 to 2:10: no movement data there.",
        "The picture was laid out anew at 12:30; draw the parts again. Nothing is said until 50:00.",
    )
    assert replace(WATCHED, usable=2980).remarks == ("20 seconds have no movement data.",)


@pytest.mark.parametrize("kind", Kind)
def test_every_fault_has_a_sentence_with_its_time(kind):
    assert "1:01" in Fault(61, 70, kind).sentence


def test_who_moves_first_is_told_only_where_there_is_more_together_than_by_chance():
    assert TOGETHER.follows
    assert not replace(TOGETHER, p=0.3).follows
    assert not replace(TOGETHER, z=-4.0).follows
