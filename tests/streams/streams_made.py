"""One invented relationship, piece by piece."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reattune.model import Frame, FrameVersion, Payment, Rating, Relationship, Session, Source, Timing, Voice
from reattune.streams import observe

ZONE = ZoneInfo("Europe/London")
FIRST = datetime(2025, 1, 7, 17, 0, tzinfo=ZONE)
"""A Tuesday at five."""
LATE = date(2026, 1, 1)


def slot(week, days=0, hours=0):
    return FIRST + timedelta(weeks=week, days=days, hours=hours)


def day(week, days=0):
    return slot(week, days).date()


def row(week, kind, *, days=0, hours=0, before=None, **more):
    """A session in some week; `before` = hours of notice."""
    start = slot(week, days, hours)
    changed = None if before is None else start - timedelta(hours=before)
    number = str(1000 + 10 * week + days)
    fields = {"start": start, "end": start + timedelta(minutes=50), "changed_at": changed, **more}
    return Session(slot=start, kind=kind, original_word=kind.value, source=Source("a.csv", number), **fields)


def frame(*breaks, notice_hours=48.0, **more):
    version = FrameVersion(
        FIRST.date(), Source("frame.toml", "1"), weekday=1, starts_at=time(17), notice_hours=notice_hours
    )
    return Frame((version,), breaks, **more)


def bill(due, paid=None, kind=None, number="2", **more):
    return Payment(kind, "", Source("p.csv", number), due=due, paid=paid, **more)


def rated(week, score, instrument="srs", by=Voice.CLIENT, timing=Timing.POST):
    return Rating(day(week), instrument, by, timing, Source("r.csv", f"{week:03}-{by}-{timing}"), score)


def seen(relationship, as_of=LATE, holidays=None, instruments=None):
    return observe(relationship, holidays or {}, instruments or {}, as_of)


def series(relationship, name, as_of=LATE, holidays=None, instruments=None):
    streams = seen(relationship, as_of, holidays, instruments)
    return next((one for one in streams.series if one.name == name), None)


def values(relationship, name, as_of=LATE, holidays=None):
    found = series(relationship, name, as_of, holidays)
    return [] if found is None else [one.value for one in found.observations]


def only(relationship, name, as_of=LATE, holidays=None):
    found = series(relationship, name, as_of, holidays)
    assert found is not None
    (one,) = found.observations
    return one


def heron(*sessions, **more):
    return Relationship("heron", sessions=sessions, **{"frame": frame(), **more})
