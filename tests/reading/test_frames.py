import contextlib
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Break, BreakBy, FrameVersion, Source
from reattune.reading.frames import RelationshipSettings, read_frame
from reattune.reading.gathered import Place

WHOLE = """
[[version]]
from = 2026-09-01
weekday = "Thursday"
time = 17:00:00
minutes = 50
every_weeks = 2
fee = "80.50"
notice_hours = 48

[[version]]
from = "2025-01-07"
weekday = "tue"
time = "16:30"
fee = 70

[[break]]
from = 2026-08-03
to = 2026-08-14
by = "therapist"
note = "Summer"
agreed = 2026-05-01

[relationship]
started = 2025-01-07
ended = 2026-12-01
ended_how = "planned"
ended_by = "both"
suppress = true
off = ["payment"]
on = ["unanswered"]
"""


def read(folder: Path, text: str):
    path = folder / "frame.toml"
    path.write_text(text)
    return read_frame(path, Place(folder, ZoneInfo("Europe/London")))


def aside(folder: Path, text: str) -> list[tuple[str, str]]:
    return [(each.row, each.field) for each in read(folder, text)[2]]


def test_a_whole_frame_is_read_oldest_version_first(tmp_path):
    frame, settings, quarantined = read(tmp_path, WHOLE)
    assert quarantined == ()
    assert frame.versions == (
        FrameVersion(date(2025, 1, 7), Source("frame.toml", "version 2"), 1, time(16, 30), fee=Decimal(70)),
        FrameVersion(date(2026, 9, 1), Source("frame.toml", "version 1"), 3, time(17), 50, 2, Decimal("80.50"), 48.0),
    )
    assert frame.breaks == (
        Break(
            date(2026, 8, 3),
            date(2026, 8, 14),
            BreakBy.THERAPIST,
            Source("frame.toml", "break 1"),
            date(2026, 5, 1),
            "Summer",
        ),
    )
    assert not frame.inferred
    assert settings == RelationshipSettings(
        date(2025, 1, 7),
        date(2026, 12, 1),
        "planned",
        "both",
        suppress=True,
        suppress_why="frame.toml asks for no prompts.",
        off=frozenset({"payment"}),
        on=frozenset({"unanswered"}),
    )


def test_an_empty_frame_is_a_frame(tmp_path):
    frame, settings, quarantined = read(tmp_path, "")
    assert (frame.versions, frame.breaks, quarantined) == ((), (), ())
    assert settings == RelationshipSettings()


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ('weekday = "someday"', "weekday"),
        ('weekday = "t"', "weekday"),
        ('time = "25:00"', "time"),
        ('time = "noon"', "time"),
        ("minutes = 0", "minutes"),
        ("minutes = 49.5", "minutes"),
        ("every_weeks = -1", "every_weeks"),
        ('fee = "eighty"', "fee"),
        ("fee = -3", "fee"),
        ("notice_hours = -1", "notice_hours"),
        ("notice_hours = nan", "notice_hours"),
    ],
)
def test_a_bad_field_is_set_aside_and_the_version_stays(tmp_path, line, field):
    text = f"[[version]]\nfrom = 2025-01-01\n\n[[version]]\nfrom = 2026-01-01\n{line}\n"
    frame, _settings, quarantined = read(tmp_path, text)
    assert [(each.file, each.row, each.field) for each in quarantined] == [("frame.toml", "version 2", field)]
    assert len(frame.versions) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[version]]\nweekday = "tuesday"', [("version 1", "from")]),
        ('[[version]]\nfrom = "soon"', [("version 1", "from")]),
        ('[[version]]\nfrom = ""', [("version 1", "from")]),
        ('[[break]]\nfrom = 2026-02-01\nto = 2026-01-01\nby = "client"', [("break 1", "to")]),
        ("[[break]]\nfrom = 2026-02-01\nto = 2026-02-02", [("break 1", "by")]),
        ('[[break]]\nfrom = 2026-02-01\nto = 2026-02-02\nby = "weather"', [("break 1", "by")]),
        ('version = "weekly"', [("version", "version")]),
        ('relationship = "good"', [("relationship", "relationship")]),
        ('[relationship]\nended_how = "badly"\noff = 3', [("relationship", "off"), ("relationship", "ended_how")]),
        ("[relationship]\nstarted = 2026-02-01\nended = 2026-01-01", [("relationship", "ended")]),
    ],
)
def test_what_cannot_be_meant_is_set_aside_by_field(tmp_path, text, expected):
    assert sorted(aside(tmp_path, text)) == sorted(expected)


def test_an_unclear_wish_for_silence_is_kept(tmp_path):
    _frame, settings, quarantined = read(tmp_path, '[relationship]\nsuppress = "yes"')
    assert settings.suppress
    assert settings.suppress_why.startswith("frame.toml has an unclear value for suppress,")
    assert [each.field for each in quarantined] == ["suppress"]


def test_what_is_not_toml_names_the_line(tmp_path):
    with pytest.raises(UnreadableError, match=r"frame\.toml.*line 2"):
        read(tmp_path, "[relationship]\nstarted = soon\n")


def test_a_stream_nobody_knows_is_named_and_silences_where_it_was_to_be_left_out(tmp_path):
    _frame, settings, (entry,) = read(tmp_path, '[relationship]\noff = ["paymnt", "ratings"]')
    assert (entry.row, entry.field) == ("relationship", "off")
    assert entry.why.startswith("paymnt is not a stream; choose from attendance, rescheduling, payment, ratings, gap,")
    assert (settings.off, settings.suppress) == ({"ratings"}, True)
    assert settings.suppress_why.startswith("A stream to be switched off is misspelt in frame.toml;")
    _frame, settings, (entry,) = read(tmp_path, '[relationship]\non = ["unansweredd"]')
    assert (entry.field, settings.on, settings.suppress) == ("on", set(), False)


def test_a_list_of_streams_that_cannot_be_read_is_a_wish_that_may_not_be_lost(tmp_path):
    assert read(tmp_path, "[relationship]\noff = 3")[1].suppress
    assert "rating srs client post" in read(tmp_path, '[relationship]\noff = "Rating  SRS client post"')[1].off
    why = read(tmp_path, '[relationship]\noff = "paymnt"\nsuppress = true')[1].suppress_why
    assert why == "frame.toml asks for no prompts."


@pytest.mark.parametrize("year", ["1899", "2200", "0001", "9999"])
def test_a_year_nobody_can_mean_is_set_aside(tmp_path, year):
    text = f"[[version]]\nfrom = {year}-01-01\n[[break]]\nfrom = 2026-01-01\nto = {year}-01-02\nby = 'client'"
    frame, _settings, quarantined = read(tmp_path, text)
    assert (frame.versions, frame.breaks) == ((), ())
    assert [(each.row, each.field) for each in quarantined] == [("version 1", "from"), ("break 1", "to")]


_WORD = st.sampled_from(
    ["version", "break", "relationship", "from", "to", "by", "time", "fee", "off", "suppress", "weekday", "minutes"]
)
_VALUE = st.sampled_from(
    [
        '""',
        '"x"',
        "1",
        "-1",
        "nan",
        "inf",
        "true",
        "[]",
        "{}",
        "2026-01-01",
        "17:00:00",
        "[1]",
        "99999999999999999999",
        "1e999",
    ]
)
_LINE = st.one_of(
    st.builds("[{}]".format, _WORD),
    st.builds("[[{}]]".format, _WORD),
    st.builds("{} = {}".format, _WORD, _VALUE),
    st.text(max_size=12),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINE, max_size=12).map("\n".join))
def test_no_text_raises_anything_but_unreadable(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "frame.toml"
    path.write_bytes(text.encode(errors="replace"))
    with contextlib.suppress(UnreadableError):
        frame, _settings, _aside = read_frame(path, Place(path.parent, ZoneInfo("UTC")))
        assert list(frame.versions) == sorted(frame.versions, key=lambda version: version.start)
