"""Rows of sessions: what the streams read back is what was drawn."""

from datetime import timedelta

import numpy as np
import pytest

from reattune.model import Initiator, Relationship, SessionKind
from reattune.streams import attendance, observe, rescheduling
from reattune.synthetic.coming import CANCELLED, KEPT, LATE, SHORT_NOTICE, Around, came
from reattune.synthetic.effects import effects, resolved
from reattune.synthetic.life import Stretch
from reattune.synthetic.plans import Kind, Plan
from reattune.synthetic.setting import Setting, agreed_days, frame_of
from reattune.synthetic.slots import charged, rows
from reattune.synthetic.usual import Usual

SESSIONS = 400


@pytest.fixture(scope="module", params=[24, 48])
def made(request):
    setting = Setting(notice_hours=request.param, breaks=False)
    one = np.ones(SESSIONS)
    around = Around(one, one, Stretch(5, 9), setting.notice_hours)
    plan = resolved(Plan(Kind.LASTING, life="illness", onset=200), SESSIONS, 0.5)
    found = came(Usual(), plan, effects(plan, SESSIONS), around, np.random.default_rng(3))
    days = agreed_days(setting, (), SESSIONS)
    return setting, days, found, rows("egret", setting, days, found)


@pytest.fixture(scope="module")
def read(made):
    setting, days, _, sessions = made
    relationship = Relationship("egret", frame_of("egret", setting, ()), sessions, started=days[0])
    streams = observe(relationship, {}, {}, days[-1] + timedelta(days=30))
    return {one.name: {seen.at: seen.code for seen in one.observations} for one in streams.series}, streams


def test_every_slot_is_a_row_and_names_where_it_would_be(made):
    _, days, _, sessions = made
    assert [one.slot.date() for one in sessions] == days
    assert {one.source.file for one in sessions} == {"egret/appointments.csv"}
    assert [one.source.row for one in sessions[:2]] == ["2", "3"]


def test_attendance_is_read_back_as_it_was_drawn(made, read):
    _, days, found, _ = made
    clients = {day: int(code) for day, code, by in zip(days, found.codes, found.by_therapist, strict=True) if by == 0}
    assert read[0][attendance.NAME] == clients


def test_moves_are_read_back_as_they_were_drawn(made, read):
    _, days, found, _ = made
    rows_ = zip(days, found.moves, found.codes, found.by_therapist, strict=True)
    drawn = {day: int(move) for day, move, code, by in rows_ if by == 0 and code <= LATE}
    assert read[0][rescheduling.NAME] == drawn
    assert set(drawn.values()) == {0, 1, 2, 3}


def test_the_therapists_acts_are_read_as_theirs(made, read):
    _, days, found, _ = made
    acts = {(one.at, one.kind) for one in read[1].own}
    kinds = {1: "moved", 2: "cancelled"}
    assert acts == {(day, kinds[int(by)]) for day, by in zip(days, found.by_therapist, strict=True) if by}


def test_who_asked_when_and_why(made):
    _, _, found, sessions = made
    for index, one in enumerate(sessions):
        by, asked = found.by_therapist[index], found.codes[index] in {CANCELLED, SHORT_NOTICE}
        if asked and by == 0:
            assert one.initiated_by is (Initiator.CLIENT if found.recorded[index] else Initiator.UNKNOWN)
            assert abs((one.slot - one.changed_at).total_seconds() / 3600 - found.notice[index]) < 0.05
            assert (one.stated_reason or "") == found.reasons[index]
        elif by:
            assert Initiator.THERAPIST in {one.initiated_by, one.moved_by}
            assert one.stated_reason is None
        else:
            assert one.initiated_by is Initiator.UNKNOWN
        assert one.moved == (by == 1 or (by == 0 and found.moves[index] != KEPT))
        assert (one.end is None) == (one.kind not in {SessionKind.ATTENDED, SessionKind.ATTENDED_LATE})
        assert one.fee_charged == charged(found, index) == (by != 2 and found.codes[index] != CANCELLED)


def test_a_moved_session_comes_before_the_next_slot(made):
    _, days, _, sessions = made
    moved = [(one.start.date() - day).days for one, day in zip(sessions, days, strict=True) if one.moved]
    assert set(moved) == {1, 2, 3}
