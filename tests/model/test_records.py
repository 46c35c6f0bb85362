"""Records: what they say of themselves."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reattune.model import (
    CheckIn,
    FeltOff,
    Frame,
    FrameVersion,
    Rating,
    Session,
    SessionKind,
    Share,
    Source,
    Timing,
    Voice,
)

HERE = Source("heron/file.csv", "2")
SLOT = datetime(2026, 3, 10, 17, tzinfo=UTC)


def session(**more):
    return Session(slot=SLOT, start=SLOT, end=None, kind=SessionKind.CANCELLED, original_word="x", source=HERE, **more)


def test_notice_is_only_known_where_both_times_are():
    assert session().notice is None
    assert session(changed_at=SLOT - timedelta(hours=30)).notice == timedelta(hours=30)


def test_a_session_at_another_time_was_moved():
    assert not session().moved
    moved = Session(SLOT, SLOT + timedelta(days=1), None, SessionKind.SCHEDULED, "", HERE)
    assert moved.moved


def test_the_frame_in_force_is_the_last_one_begun():
    first, second = FrameVersion(date(2025, 1, 1), HERE), FrameVersion(date(2025, 6, 1), HERE, minutes=50)
    frame = Frame((first, second))
    assert frame.at(date(2024, 12, 31)) is None
    assert frame.at(date(2025, 5, 31)) is first
    assert frame.at(date(2025, 6, 1)) is second


@pytest.mark.parametrize(
    ("score", "items", "answered"),
    [(None, (), False), (None, (None, None), False), (3.0, (), True), (None, (0.0,), True)],
)
def test_offered_and_skipped_is_not_answered(score, items, answered):
    assert Rating(SLOT.date(), "srs", Voice.CLIENT, Timing.POST, HERE, score, items).answered is answered


@pytest.mark.parametrize("by", Voice)
@pytest.mark.parametrize("share", Share)
def test_only_what_was_shared_now_or_to_be_raised_is_the_therapists_to_read(by, share):
    readable = CheckIn(SLOT.date(), by, FeltOff.YES, "", share, HERE).shared_with_therapist
    assert readable is (by is Voice.THERAPIST or share in {Share.NOW, Share.RAISE_FOR_ME})
