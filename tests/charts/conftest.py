"""Sessions and ratings built by hand, for charts."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from reattune.charts import timeline
from reattune.model import (
    Cutoff,
    Initiator,
    Instrument,
    Purpose,
    Rating,
    Session,
    SessionKind,
    Source,
    Timing,
    Voice,
)

ZONE = ZoneInfo("Europe/London")
FIRST = datetime(2025, 1, 7, 17, 0, tzinfo=ZONE)
SRC = Source("heron/a.csv", "2")
FORM = Instrument(
    "x",
    "1",
    "X & Y",
    Purpose.ALLIANCE,
    0,
    40,
    1,
    True,
    cutoffs=(Cutoff(30, "known", "s", "verified"), Cutoff(20, "remembered", "s", "from memory")),
)


def session(week, kind=SessionKind.ATTENDED, by=Initiator.UNKNOWN, moved_days=0):
    slot = FIRST + timedelta(weeks=week)
    start = slot + timedelta(days=moved_days)
    return Session(slot, start, None, kind, "a <word>", SRC, initiated_by=by)


def rating(week, score, by=Voice.CLIENT, timing=Timing.POST):
    return Rating((FIRST + timedelta(weeks=week)).date(), "x", by, timing, SRC, score=score)


def chart_of(relationship, *, noticings=(), own=(), weeks=20):
    window = FIRST.date(), (FIRST + timedelta(weeks=weeks)).date()
    return timeline(
        relationship, window, noticings=noticings, own=own, instruments={"x": FORM}, score=lambda one: one.score
    )


@pytest.fixture(scope="session")
def made():
    return SimpleNamespace(session=session, rating=rating, chart_of=chart_of, FIRST=FIRST, SRC=SRC, FORM=FORM)
