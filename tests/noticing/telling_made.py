"""Noticings for the tests of telling: made by hand, and made by chance."""

from datetime import date, timedelta

from hypothesis import strategies as st

from reattune.model import Direction, Noticing, Observation, OwnAct, Part, Seen, Source

AT = date(2026, 3, 10)
NEVER = (
    r"\b(risk\w*|flag\w*|alert\w*|red|detect\w*|refus\w*|complain(ed|ing|s)?|resistan\w*|resisting|non-?complian\w*|"
    r"failed|failing|fails|failure|disengag\w*|shows|proves|proved|predict\w*|deteriorat\w*|drop-?outs?|borderline|improves|"
    r"probabilit\w*|confidence|no-shows?)\b"
)
"""What is never said to anybody."""


def row(at, value, *, known=None, number=None, **more):
    day = date.fromisoformat(at)
    known_at = day if known is None else date.fromisoformat(known)
    source = Source("heron/rows.csv", str(number or day.toordinal() - 739000))
    return Seen(Observation(at=day, known_at=known_at, code=0, value=value, source=source, **more), 0.02)


def part(stream, *seen, share=1.0, basis="dates"):
    return Part(stream, basis, share, tuple(seen))


def noticing(*parts, direction=Direction.AWAY, at=AT, **more):
    return Noticing(at=at, direction=direction, once_in_sessions=140, parts=parts, **more)


def attendance(*values, share=1.0, **more):
    """Weekly sessions, the last on the day of the noticing."""
    days = [AT - timedelta(weeks=len(values) - 1 - week) for week in range(len(values))]
    return part(
        "attendance",
        *(row(day.isoformat(), value, **more) for day, value in zip(days, values, strict=True)),
        share=share,
    )


VALUES = {
    "attendance": st.sampled_from(["attended", "late", "cancelled", "cancelled_short_notice", "did_not_attend"]),
    "rescheduling": st.sampled_from(["kept", "moved_early", "moved_days", "moved_short"]),
    "payment": st.one_of(
        st.just("paid_on_time"),
        st.integers(1, 99).map("paid_{}_days_late".format),
        st.sampled_from([0, 7, 14, 30, 60]).map("unpaid_after_{}_days".format),
    ),
    "rating wai-sr client post": st.integers(12, 60).map(float),
    "rating srs client pre": st.just(40.0),
    "rating sai therapist between": st.floats(1, 7).map(lambda value: round(value, 1)),
    "gap wai-sr post": st.integers(-48, 48).map(float),
    "unanswered phq-9": st.sampled_from(["answered", "skipped"]),
    "speech away": st.integers(0, 60).map("{}_of_62".format),
    "speech engagement": st.integers(10, 400).map(lambda tenths: tenths / 10),
    "something new": st.sampled_from(["one", "two_words"]),
}
BASIS = {
    "attendance": "dates",
    "rescheduling": "dates",
    "payment": "payments",
    "speech away": "transcripts",
    "speech engagement": "transcripts",
    "something new": "sessions",
}
REASONS = st.sampled_from(["", "", "who asked is not recorded", "illness", "work; who asked is not recorded"])
KINDS = st.sampled_from(["moved", "cancelled", "break", "late", "unavailable"])


@st.composite
def parts(draw, stream, at):
    count = draw(st.integers(1, 15))
    seen = []
    for week in range(count):
        day = at - timedelta(weeks=count - 1 - week)
        observation = Observation(
            at=day,
            known_at=min(at, day + timedelta(days=draw(st.integers(-14, 14)))),
            code=0,
            value=draw(VALUES[stream]),
            source=Source(f"heron/{stream.split()[0]}.csv", str(draw(st.integers(2, 2 + week)))),
            weight=draw(st.sampled_from([0.0, 0.5, 1.0])),
            foreseen=draw(st.booleans()),
            reason=draw(REASONS),
        )
        seen.append(Seen(observation, draw(st.floats(0, 1))))
    return Part(stream, BASIS.get(stream, "ratings"), draw(st.floats(0.05, 1)), tuple(seen))


@st.composite
def noticings(draw, at=AT):
    streams = draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=4, unique=True))
    drawn = [draw(parts(stream, at)) for stream in streams]
    whole = sum(one.share for one in drawn)
    days = st.integers(0, 30).map(lambda back: at - timedelta(days=back))
    acts = draw(
        st.lists(
            st.builds(
                OwnAct,
                at=days,
                known_at=st.just(at),
                kind=KINDS,
                source=st.just(Source("heron/frame.toml", "9")),
                until=st.one_of(st.none(), days),
            ),
            max_size=3,
        )
    )
    return Noticing(
        at=at,
        direction=draw(st.sampled_from(list(Direction))),
        once_in_sessions=draw(st.integers(50, 1000)),
        parts=tuple(Part(one.stream, one.basis, one.share / whole, one.seen) for one in drawn),
        own=tuple(acts),
        adds_to=draw(st.sampled_from([None, at - timedelta(days=21)])),
        called_ordinary=draw(st.integers(0, 5)),
    )
