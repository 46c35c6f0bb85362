"""Rows of ratings."""

import numpy as np

from reattune.model import Timing, Voice
from reattune.synthetic.answers import answers
from reattune.synthetic.relationship import relationship

SESSIONS = relationship("egret", 1, 4).relationship.sessions


def test_one_row_for_each_person_and_each_session_held():
    scores = {Voice.CLIENT: np.array([1.0, np.nan, 34.300000000000004, 4.0]), Voice.THERAPIST: np.arange(4.0)}
    rows = answers("egret", "srs", SESSIONS, [True, True, True, False], scores)
    assert [(one.by, one.score) for one in rows] == [
        (Voice.CLIENT, 1.0),
        (Voice.THERAPIST, 0.0),
        (Voice.CLIENT, None),
        (Voice.THERAPIST, 1.0),
        (Voice.CLIENT, 34.3),
        (Voice.THERAPIST, 2.0),
    ]
    assert [one.source.row for one in rows] == ["2", "3", "4", "5", "6", "7"]
    assert {one.source.file for one in rows} == {"egret/ratings.csv"}
    assert {(one.instrument, one.timing) for one in rows} == {("srs", Timing.POST)}
    assert [one.session_date for one in rows[::2]] == [one.start.date() for one in SESSIONS[:3]]
    assert not rows[2].answered
