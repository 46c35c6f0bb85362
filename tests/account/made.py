"""A caseload built by hand, so that the faces are tested without reading or noticing anything."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from reattune.caseload import Caseload
from reattune.model import (
    Break,
    BreakBy,
    CheckIn,
    Cutoff,
    Direction,
    FeltOff,
    Frame,
    FrameVersion,
    Initiator,
    Instrument,
    NotAnalysed,
    Noticed,
    Noticing,
    Observation,
    OwnAct,
    Part,
    Practice,
    Purpose,
    Quarantined,
    Rating,
    Relationship,
    RiskAnswer,
    Seen,
    Series,
    Session,
    SessionKind,
    Share,
    Source,
    Streams,
    Timing,
    Voice,
)
from reattune.streams import attendance

ZONE = ZoneInfo("Europe/London")
AS_OF = date(2026, 3, 17)
FIRST = datetime(2025, 6, 3, 17, 0, tzinfo=ZONE)
UNSHARED = "kept entirely to myself"


def at(codename, file, row):
    return Source(f"{codename}/{file}", str(row))


def sessions(codename, odd=None, count=42):
    odd = odd or {}
    found = []
    for index in range(count):
        slot = FIRST + timedelta(weeks=index)
        kind, by, to = odd.get(index, (SessionKind.ATTENDED, Initiator.UNKNOWN, None))
        start = slot if to is None else slot + timedelta(days=to)
        found.append(
            Session(
                slot=slot,
                start=start,
                end=start + timedelta(minutes=50),
                kind=kind,
                original_word=str(kind),
                source=at(codename, "appointments.csv", index + 2),
                initiated_by=by,
                moved_by=by if to is not None else None,
            )
        )
    return tuple(found)


HERON_ODD = {
    5: (SessionKind.ATTENDED_LATE, Initiator.UNKNOWN, None),
    9: (SessionKind.CANCELLED, Initiator.CLIENT, None),
    14: (SessionKind.ATTENDED, Initiator.THERAPIST, 2),
    20: (SessionKind.THERAPIST_UNAVAILABLE, Initiator.THERAPIST, None),
    27: (SessionKind.LEFT_EARLY, Initiator.UNKNOWN, None),
    33: (SessionKind.SCHEDULED, Initiator.UNKNOWN, None),
    36: (SessionKind.ATTENDED, Initiator.CLIENT, 3),
    37: (SessionKind.CANCELLED_SHORT_NOTICE, Initiator.CLIENT, None),
    38: (SessionKind.DID_NOT_ATTEND, Initiator.CLIENT, None),
    40: (SessionKind.DID_NOT_ATTEND, Initiator.CLIENT, None),
}


def heron_ratings():
    found = []
    for index, one in enumerate(sessions("heron", HERON_ODD)):
        if one.kind is not SessionKind.ATTENDED:
            continue
        day = one.start.date()
        for by, shift in ((Voice.CLIENT, 0), (Voice.THERAPIST, -2)):
            found.append(
                Rating(
                    day,
                    "srs",
                    by,
                    Timing.POST,
                    at("heron", "ratings.csv", len(found) + 2),
                    score=34.0 + index % 4 + shift,
                )
            )
        if index % 4 == 0:
            found.append(
                Rating(
                    day,
                    "phq-9",
                    Voice.CLIENT,
                    Timing.PRE,
                    at("heron", "ratings.csv", len(found) + 2),
                    score=14.0 - index // 5,
                )
            )
    return tuple(found)


INSTRUMENTS = {
    "srs": Instrument(
        "srs",
        "1",
        "SRS",
        Purpose.ALLIANCE,
        0,
        40,
        0.1,
        True,
        cutoffs=(Cutoff(36, "unsure line", "nowhere", "from memory"),),
    ),
    "phq-9": Instrument(
        "phq-9",
        "1",
        "PHQ-9",
        Purpose.OUTCOME,
        0,
        27,
        1,
        False,
        cutoffs=(Cutoff(10, "moderate", "a paper", "verified"),),
    ),
}


def seen(codename, index, value, usual, code=5):
    slot = (FIRST + timedelta(weeks=index)).date()
    return Seen(Observation(slot, slot, code, value, at(codename, "appointments.csv", index + 2)), usual)


def heron():
    name = "heron"
    return Relationship(
        codename=name,
        frame=Frame(
            versions=(
                FrameVersion(FIRST.date(), at(name, "frame.toml", 1), 1, FIRST.time(), 50, 1, Decimal(60), 48.0),
                FrameVersion(date(2026, 1, 6), at(name, "frame.toml", 2), 1, FIRST.time(), 50, 1, Decimal(65), 48.0),
            ),
            breaks=(
                Break(date(2025, 8, 4), date(2025, 8, 24), BreakBy.THERAPIST, at(name, "frame.toml", 3)),
                Break(date(2025, 12, 20), date(2026, 1, 4), BreakBy.BOTH, at(name, "frame.toml", 4)),
            ),
        ),
        sessions=sessions(name, HERON_ODD),
        ratings=heron_ratings(),
        check_ins=(
            CheckIn(
                date(2026, 3, 12),
                Voice.CLIENT,
                FeltOff.YES,
                "I felt hurried, I <think>",
                Share.NOW,
                at(name, "check_ins.csv", 12),
            ),
            CheckIn(
                date(2026, 3, 5), Voice.CLIENT, FeltOff.YES, UNSHARED, Share.ONLY_ME, at(name, "check_ins.csv", 11)
            ),
            CheckIn(
                date(2026, 3, 3),
                Voice.THERAPIST,
                FeltOff.UNSURE,
                "I was tired that day",
                Share.NOW,
                at(name, "check_ins.csv", 10),
            ),
        ),
        risk_answers=(RiskAnswer(date(2026, 3, 3), "phq-9", 9, 1.0, Voice.CLIENT, at(name, "ratings.csv", 9)),),
        started=FIRST.date(),
    )


def heron_noticings():
    first = Noticing(
        at=date(2025, 12, 16),
        direction=Direction.AWAY,
        once_in_sessions=60,
        parts=(Part("attendance", "dates", 1.0, (seen("heron", 27, "left_early", 0.05),)),),
    )
    second = Noticing(
        at=date(2026, 3, 10),
        direction=Direction.AWAY,
        once_in_sessions=140,
        parts=(
            Part(
                "attendance",
                "dates",
                0.7,
                (
                    seen("heron", 37, "cancelled_short_notice", 0.04),
                    seen("heron", 38, "did_not_attend", 0.02),
                    seen("heron", 40, "did_not_attend", 0.02),
                ),
            ),
            Part("rescheduling", "dates", 0.3, (seen("heron", 36, "asked", 0.05, 1),)),
        ),
        own=(OwnAct(date(2026, 2, 24), date(2026, 2, 20), "moved", at("heron", "appointments.csv", 40)),),
    )
    return first, second


def looked_at(codename):
    return (Series("attendance", attendance.PATTERN, (seen(codename, 0, "attended", 0.9).observation,)),)


def caseload(asked=frozenset()):
    wren = Relationship(
        "wren",
        sessions=sessions("wren"),
        frame=Frame(
            inferred=True, versions=(FrameVersion(FIRST.date(), at("wren", "calendar.ics", ""), 1, FIRST.time(), 50),)
        ),
    )
    crane = Relationship("crane", sessions=sessions("crane", count=20), suppress=True)
    rook = Relationship("rook", sessions=sessions("rook", {30: (SessionKind.DID_NOT_ATTEND, Initiator.CLIENT, None)}))
    people = (crane, heron(), rook, wren)
    ticks = tuple(one.slot.date() for one in sessions("wren"))
    own = (
        OwnAct(date(2025, 9, 9), date(2025, 9, 5), "moved", at("heron", "appointments.csv", 16)),
        OwnAct(date(2025, 10, 21), date(2025, 10, 20), "unavailable", at("heron", "appointments.csv", 22)),
        OwnAct(date(2026, 2, 24), date(2026, 2, 20), "moved", at("heron", "appointments.csv", 40)),
    )
    streams = {one.codename: Streams(one.codename, ticks, looked_at(one.codename)) for one in people}
    streams["heron"] = Streams(
        "heron", ticks, looked_at("heron"), own, remarks=("Moves of wren are not known; the calendar has no history.",)
    )
    streams["crane"] = Streams("crane", ticks, (), silent="Prompts are off here, as you set.")
    rook_noticing = Noticing(
        date(2026, 1, 6),
        Direction.AWAY,
        55,
        (Part("attendance", "dates", 1.0, (seen("rook", 30, "did_not_attend", 0.02),)),),
    )
    noticed = {
        "heron": Noticed("heron", 42, heron_noticings(), "default-1"),
        "wren": Noticed("wren", 42, (), "default-1"),
        "rook": Noticed("rook", 42, (rook_noticing,), "default-1"),
        "crane": Noticed("crane", 20, (), "default-1", "Prompts are off here, as you set."),
    }
    practice = Practice(
        relationships=people,
        time_zone=ZONE,
        currency="GBP",
        has_settings=True,
        instruments=INSTRUMENTS,
        quarantined=(
            Quarantined(
                "heron/payments.csv", "7", "paid", "31.02.2026 is not a date; give year-month-day or set day_first"
            ),
            Quarantined("wren/ratings.csv", "3", "score", "41 is above 40, the most this form gives; check the form"),
        ),
        not_analysed=(NotAnalysed("heron/sessions", "no transcripts or recordings"),),
        asked=asked,
        remarks=("wren has no frame.toml; its frame was inferred from the calendar.",),
    )
    return Caseload(practice, AS_OF, 2.0, 0.0116, "default-1", streams, noticed)


def with_check_ins(check_ins):
    made = caseload()
    people = tuple(
        replace(one, check_ins=check_ins) if one.codename == "heron" else one for one in made.practice.relationships
    )
    return replace(made, practice=replace(made.practice, relationships=people))
