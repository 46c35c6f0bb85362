"""The therapist's own acts."""

from tests.streams.streams_made import LATE, day, frame, heron, row, seen, slot

from reattune.model import Break, BreakBy, Initiator, SessionKind, Source

K = SessionKind
THERAPIST = Initiator.THERAPIST


def kinds(one, as_of=LATE):
    return [(act.at, act.kind) for act in seen(one, as_of).own]


def test_moves_cancellations_and_leave():
    one = heron(
        row(0, K.RESCHEDULED, initiated_by=THERAPIST),
        row(1, K.ATTENDED, start=slot(1, 1), moved_by=THERAPIST),
        row(2, K.CANCELLED, initiated_by=THERAPIST, before=50),
        row(3, K.THERAPIST_UNAVAILABLE, initiated_by=THERAPIST),
        row(4, K.CANCELLED, initiated_by=Initiator.CLIENT),
        row(5, K.CANCELLED),
    )
    assert kinds(one) == [(day(0), "moved"), (day(1), "moved"), (day(2), "cancelled"), (day(3), "unavailable")]


def test_breaks_are_known_when_agreed():
    away = Break(day(4), day(5), BreakBy.THERAPIST, Source("f", "3"), day(1))
    other = Break(day(7), day(8), BreakBy.CLIENT, Source("f", "4"))
    one = heron(frame=frame(away, other))
    (act,) = seen(one, day(2)).own
    assert (act.kind, act.at, act.until, act.known_at) == ("break", day(4), day(5), day(1))
    assert seen(one, day(0)).own == ()
