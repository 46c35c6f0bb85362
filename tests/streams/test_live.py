"""The law of streams: nothing is used before it could have been known."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reattune.model import (
    Break,
    BreakBy,
    Frame,
    FrameVersion,
    Initiator,
    Payment,
    PaymentKind,
    Rating,
    Relationship,
    Session,
    SessionKind,
    Source,
    Timing,
    Voice,
)
from reattune.streams import observe
from reattune.streams.known import HELD, MOVES, move_known, move_moment, mover, outcome_known, was_moved

ZONE = ZoneInfo("Europe/London")
START = datetime(2025, 1, 7, 17, 0, tzinfo=ZONE)
DAYS = st.integers(-20, 20)
WORDS = st.sampled_from([None, "ill", "bereavement", "something came up", "travel"])


def at(days):
    return START + timedelta(days=days)


@st.composite
def session(draw, number, day):
    slot = START + timedelta(days=day)
    if draw(st.booleans()) and draw(st.booleans()):
        slot += timedelta(days=draw(st.integers(1, 4)), hours=draw(st.sampled_from([0, 1, -3])))
    kind = draw(st.sampled_from(list(SessionKind)))
    moved = draw(st.sampled_from([0, 0, 0, 1, 2, 3, -2]))
    start = slot + timedelta(days=moved, hours=draw(st.sampled_from([0, 1])) if moved else 0)
    changed = draw(st.none() | DAYS)
    listed = draw(st.none() | st.none() | DAYS)
    return Session(
        slot=slot,
        start=start,
        end=draw(st.sampled_from([None, start + timedelta(minutes=50)])),
        kind=kind,
        original_word=kind.value,
        source=Source("heron/appointments.csv", str(number + 2)),
        initiated_by=draw(st.sampled_from(list(Initiator))),
        changed_at=None if changed is None else slot + timedelta(days=changed, hours=-5),
        stated_reason=draw(WORDS),
        confirmed=draw(st.booleans()),
        moved_by=draw(st.sampled_from([None, *Initiator])) if moved else None,
        moved_at=draw(st.none() | DAYS.map(lambda days: slot + timedelta(days=days))) if moved else None,
        listed_from=None if listed is None else (slot + timedelta(days=listed)).date(),
    )


@st.composite
def a_break(draw):
    start = (START + timedelta(days=draw(st.integers(0, 80)))).date()
    agreed = draw(st.none() | st.integers(-40, 20))
    return Break(
        start,
        start + timedelta(days=draw(st.integers(0, 16))),
        draw(st.sampled_from(list(BreakBy))),
        Source("heron/frame.toml", str(draw(st.integers(1, 9)))),
        None if agreed is None else start + timedelta(days=agreed),
    )


@st.composite
def payment(draw, number):
    due = (START + timedelta(days=draw(st.integers(-10, 90)))).date()
    paid = draw(st.none() | st.integers(-9, 80))
    return Payment(
        draw(st.sampled_from(list(PaymentKind) + [PaymentKind.PAID, PaymentKind.DUE] * 6)),
        "",
        Source("heron/payments.csv", str(number + 2)),
        id=draw(st.none() | st.sampled_from("abc")),
        session_date=due,
        due=draw(st.sampled_from([due, None])),
        paid=None if paid is None else due + timedelta(days=paid),
    )


@st.composite
def rating(draw, number):
    return Rating(
        (START + timedelta(days=7 * draw(st.integers(0, 12)))).date(),
        draw(st.sampled_from(["srs", "phq-9", "our own", "check-in"])),
        draw(st.sampled_from(list(Voice))),
        draw(st.sampled_from([Timing.PRE, Timing.POST])),
        Source("heron/ratings.csv", str(number + 2)),
        draw(st.none() | st.integers(0, 40).map(float)),
    )


@st.composite
def relationship(draw):
    weeks = draw(st.lists(st.integers(0, 13), max_size=14))
    frame = draw(st.sampled_from([None, 24.0, 48.0, "bare"]))
    version = FrameVersion(
        START.date(),
        Source("heron/frame.toml", "0"),
        weekday=1,
        starts_at=time(17),
        notice_hours=None if frame == "bare" else frame,
    )
    return Relationship(
        "heron",
        frame=Frame((version,) if frame else (), tuple(draw(st.lists(a_break(), max_size=3))), draw(st.booleans())),
        sessions=tuple(draw(session(number, 7 * week)) for number, week in enumerate(weeks)),
        payments=tuple(draw(payment(number)) for number in range(draw(st.integers(0, 5)))),
        ratings=tuple(draw(rating(number)) for number in range(draw(st.integers(0, 20)))),
        started=draw(st.sampled_from([None, START.date(), at(15).date()])),
        ended=draw(st.sampled_from([None, None, at(60).date()])),
        on=frozenset({"unanswered"}),
        off=frozenset(draw(st.lists(st.sampled_from(["attendance", "gap", "payment"]), max_size=1))),
    )


def as_it_stood(one, day):
    """The same records as they were on `day`: rows in the calendar, but only what was known of each."""
    return replace(
        one,
        frame=replace(one.frame, breaks=tuple(b for b in one.frame.breaks if b.agreed is None or b.agreed <= day)),
        sessions=tuple(session_as_it_stood(each, day) for each in one.sessions),
        payments=tuple(payment_as_it_stood(each, day) for each in one.payments),
        ratings=tuple(each for each in one.ratings if each.session_date <= day),
        ended=None if one.ended is None or one.ended > day else one.ended,
    )


def session_as_it_stood(row, day):
    if outcome_known(row) <= day:
        return row
    planned = replace(
        row,
        kind=SessionKind.SCHEDULED,
        initiated_by=Initiator.UNKNOWN,
        changed_at=None,
        confirmed=True,
        listed_from=None,
    )
    if not (was_moved(row) and move_known(row) <= day):
        return replace(planned, start=row.slot, moved_by=None, moved_at=None, stated_reason=None)
    told = row.stated_reason if row.kind in HELD | MOVES | {SessionKind.SCHEDULED} else None
    return replace(
        planned, moved_by=mover(row), moved_at=move_moment(row), listed_from=row.listed_from, stated_reason=told
    )


def payment_as_it_stood(row, day):
    if row.paid is None or row.paid <= day or row.kind not in {*PaymentKind} - TIMELESS:
        return row
    return replace(row, kind=PaymentKind.DUE, paid=None)


TIMELESS = {
    PaymentKind.WAIVED,
    PaymentKind.NO_CHARGE,
    PaymentKind.CANCELLED,
    PaymentKind.WRITTEN_OFF,
    PaymentKind.NOT_INVOICED,
    PaymentKind.REFUNDED,
    PaymentKind.UNMAPPED,
    PaymentKind.FAILED,
    PaymentKind.CHARGED_BACK,
}
"""Their rows carry no day on which they became so."""

HOLIDAYS = {at(14).date(): "A holiday", at(35).date(): "Another"}
WHEN = st.integers(-5, 150).map(lambda days: at(days).date())


def restricted(streams, day):
    series = (
        replace(one, observations=tuple(seen for seen in one.observations if seen.known_at <= day))
        for one in streams.series
    )
    return replace(
        streams,
        ticks=tuple(tick for tick in streams.ticks if tick <= day),
        series=tuple(one for one in series if one.observations),
        own=tuple(act for act in streams.own if act.known_at <= day),
        remarks=(),
    )


SLOW = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(relationship(), WHEN, WHEN)
def test_a_day_s_streams_are_a_later_day_s_up_to_that_day(one, day, other):
    early, late = sorted([day, other])
    now = observe(one, HOLIDAYS, {}, early)
    assert replace(now, remarks=()) == restricted(observe(one, HOLIDAYS, {}, late), early)


@SLOW
@given(relationship(), WHEN)
def test_what_was_learned_later_changes_nothing_about_a_day(one, day):
    assert observe(as_it_stood(one, day), HOLIDAYS, {}, day) == observe(one, HOLIDAYS, {}, day)


@SLOW
@given(relationship(), WHEN)
def test_streams_are_well_formed(one, day):
    streams = observe(one, HOLIDAYS, {}, day)
    assert list(streams.ticks) == sorted(set(streams.ticks))
    assert all(tick <= day for tick in streams.ticks)
    assert [series.name for series in streams.series] == sorted({series.name for series in streams.series})
    for series in streams.series:
        assert series.observations
        keys = [(seen.known_at, seen.at, seen.source) for seen in series.observations]
        assert keys == sorted(keys)
        for seen in series.observations:
            assert 0 <= seen.weight <= 1
            assert seen.known_at <= day
            size = series.pattern.size if hasattr(series.pattern, "size") else len(series.pattern.labels)
            assert 0 <= seen.code < size


@SLOW
@given(relationship(), WHEN, st.randoms())
def test_the_order_of_the_rows_does_not_matter(one, day, random):
    mixed = replace(
        one,
        **{
            name: tuple(random.sample(rows, len(rows)))
            for name in ("sessions", "ratings")
            if (rows := getattr(one, name))
        },
    )
    assert observe(mixed, HOLIDAYS, {}, day) == observe(one, HOLIDAYS, {}, day)


def test_the_law_can_be_broken():
    # The two laws above must be able to fail: a therapist's move noted after the slot, taken as known on its day.
    row = Session(
        START,
        START,
        None,
        SessionKind.CANCELLED,
        "",
        Source("a", "2"),
        initiated_by=Initiator.THERAPIST,
        changed_at=at(3),
    )
    one = Relationship("heron", sessions=(row,))
    assert observe(one, {}, {}, at(5).date()).ticks == (START.date(),)
    knowing = replace(one, sessions=(replace(row, changed_at=at(-3)),))
    assert observe(knowing, {}, {}, at(5).date()).ticks == ()
