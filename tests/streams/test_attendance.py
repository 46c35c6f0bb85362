"""Five outcomes of a slot."""

import pytest
from tests.streams.streams_made import day, frame, heron, only, row, seen, slot, values

from reattune.model import Direction, Initiator, SessionKind
from reattune.streams.attendance import LABELS, PATTERN

K = SessionKind
CLIENT = Initiator.CLIENT


@pytest.mark.parametrize(
    ("session", "value"),
    [
        (row(0, K.ATTENDED), "attended"),
        (row(0, K.LEFT_EARLY), "attended"),
        (row(0, K.ATTENDED_LATE), "late"),
        (row(0, K.DID_NOT_ATTEND), "did_not_attend"),
        (row(0, K.CANCELLED_SHORT_NOTICE), "cancelled_short_notice"),
        (row(0, K.CANCELLED_SHORT_NOTICE, before=100), "cancelled_short_notice"),
        (row(0, K.CANCELLED), "cancelled"),
        (row(0, K.CANCELLED, before=48), "cancelled"),
        (row(0, K.CANCELLED, before=47.9), "cancelled_short_notice"),
        (row(0, K.CANCELLED, before=-5), "cancelled"),
        (row(0, K.CANCELLED, before=10, start=slot(0, 7)), "cancelled"),
        (row(0, K.CANCELLED, before=-24 * 6, start=slot(0, 7)), "cancelled_short_notice"),
        (row(0, K.ATTENDED, start=slot(0, 1), moved_by=CLIENT), "attended"),
    ],
)
def test_outcomes(session, value):
    found = only(heron(session), "attendance")
    assert found.value == value == LABELS[found.code]
    assert (found.at, found.source) == (day(0), session.source)


@pytest.mark.parametrize("kind", [K.SCHEDULED, K.RESCHEDULED, K.CONFLICT, K.UNMAPPED, K.NO_LONGER_LISTED])
def test_no_outcome(kind):
    assert values(heron(row(0, kind)), "attendance") == []


def test_without_an_agreed_notice_the_source_s_word_stands():
    assert values(heron(row(0, K.CANCELLED, before=1), frame=frame(notice_hours=None)), "attendance") == ["cancelled"]


def test_ended_early_is_said():
    assert "ended early" in seen(heron(row(0, K.LEFT_EARLY))).remarks[0]


def test_what_nobody_confirmed_or_asked_for_counts_half():
    shown = only(heron(row(0, K.ATTENDED, confirmed=False)), "attendance")
    unasked = only(heron(row(0, K.CANCELLED)), "attendance")
    assert (shown.weight, unasked.weight) == (0.5, 0.5)
    assert "default" in shown.reason
    assert "not recorded" in unasked.reason
    assert only(heron(row(0, K.DID_NOT_ATTEND)), "attendance").weight == 1
    assert only(heron(row(0, K.CANCELLED, initiated_by=CLIENT)), "attendance").weight == 1


def test_a_public_holiday_is_foreseen_unless_more_was_stated():
    on = {day(0): "Epiphany"}
    plain = only(heron(row(0, K.DID_NOT_ATTEND)), "attendance", holidays=on)
    assert (plain.weight, plain.foreseen, plain.reason) == (0.5, True, "Epiphany")
    ill = only(heron(row(0, K.CANCELLED, initiated_by=CLIENT, stated_reason="funeral")), "attendance", holidays=on)
    assert (ill.weight, ill.foreseen, ill.reason) == (0.0, False, "Epiphany; funeral")


def test_the_therapist_s_word_only_lowers():
    session = row(0, K.CANCELLED, initiated_by=CLIENT, stated_reason="ill")
    assert only(heron(session, left_out={session.source: 0.0}), "attendance").weight == 0
    assert only(heron(session, left_out={session.source: 0.9}), "attendance").weight == 0.5


def test_the_pattern_never_pools():
    assert sum(PATTERN.mean[0]) == pytest.approx(1)
    assert len(PATTERN.changes) == len(LABELS)
    assert [direction for code, direction in PATTERN.changes if code == 0] == [Direction.ATTUNED]
