"""What a recording shows, in words."""

import re

import pytest
from tests.noticing.telling_made import NEVER, noticing, part, row

from reattune.account.told import stream_words
from reattune.model import Direction, Way
from reattune.noticing.phrases import observed
from reattune.noticing.recordings import RECORDED, everyday_of, named, own_part, recorded, shown, way_words
from reattune.noticing.sentences import sentences
from reattune.noticing.telling import basis, basis_note, readings, said
from reattune.streams import movement, silence, turns, voice


def heard(stream, *values, **more):
    days = [f"2026-03-{10 - len(values) + 1 + place:02}" for place in range(len(values))]
    seen = (row(at, value, **more) for at, value in zip(days, values, strict=True))
    return part(stream, *seen, basis="recordings")


@pytest.mark.parametrize(
    ("stream", "value", "words"),
    [
        (
            "silence between",
            "7_in_50_by_channels",
            "seven times three seconds or more of quiet between two of your turns, in 50 minutes (a microphone each)",
        ),
        ("silence share", "6.4_by_none", "6.4 % of the recording was quiet (who spoke when is not known)"),
        (
            "turns minimal",
            "1_of_62_by_transcript",
            "1 of 62 turns of the client lasted less than a second (who spoke when is taken from a transcript)",
        ),
        (
            "turns reply",
            "4.2_by_seeded",
            "4.2 seconds each time the client spoke, in the middle of all (one microphone, some of each voice marked)",
        ),
        ("movement amount", "2.10", "the client moved in 2.10 % of their part of the picture, on average"),
        (
            "movement together",
            "-1.4_by_max Z, 60/10 s, lag 5 s",
            "-1.4 standard deviations from chance for moving together, as for 20 minutes (max Z, 60/10 s, lag 5 s)",
        ),
    ],
)
def test_one_session_in_words_names_how_it_is_known(stream, value, words):
    assert observed(stream, row("2026-03-10", value).observation) == words


def test_what_is_no_figure_of_a_recording_is_told_as_before():
    assert shown("attendance", "7_in_50_by_channels") == ""
    assert [shown("silence between", value) for value in ("attended", 3.0, "7_of_9_by_channels")] == ["", "", ""]
    assert shown("turns minimal", "often") == ""
    assert shown("voice span", "wide_by_channels") == ""
    assert observed("voice span", row("2026-03-10", "wide").observation) == "recorded as “wide”"


def test_the_last_three_sessions_are_listed_with_how_they_are_known():
    one = heard("silence between", *(f"{n}_in_50_by_channels" for n in (2, 3, 8, 9)))
    assert sentences(noticing(one)) == [
        (
            "More often than usual here, three seconds or more of quiet lay between two of your turns "
            "(3 in 50 minutes; 8 in 50 minutes; 9 in 50 minutes). Known by: a microphone each."
        )
    ]
    one = heard("turns minimal", "5_of_60_by_seeded", "20_of_61_by_transcript")
    assert (
        "(5 of 60; 20 of 61). Known by: one microphone, some of each voice marked; who" in sentences(noticing(one))[0]
    )
    assert "Known by" not in recorded("movement amount", [row("2026-03-10", "2.00").observation])


def test_what_was_left_out_is_not_listed():
    both = part("turns reply", row("2026-03-03", "9.0_by_seeded", weight=0.0), row("2026-03-10", "4.0_by_seeded"))
    assert "(seconds: 4)" in sentences(noticing(both))[0]


@pytest.mark.parametrize("stream", sorted(RECORDED))
def test_benign_first_own_part_named_and_never_a_verdict(stream):
    value = {"silence between": "7_in_50_by_channels", "turns minimal": "9_of_60_by_channels"}.get(
        stream, "2.0_by_channels"
    )
    direction = Direction.AWAY if stream in {"silence between", "turns minimal", "turns reply"} else Direction.CHANGED
    one = noticing(heard(stream, value), direction=direction)
    told = readings(one)
    assert told[0] == everyday_of(stream)
    assert own_part(stream) in told
    assert told[-1].startswith("It may also be worth asking")
    assert (basis(one), basis_note(one)) == ("recordings only", "Based on recordings only.")
    whole = " ".join([said(one), *told, observed(stream, one.parts[0].seen[0].observation)])
    assert not re.search(NEVER, whole, re.IGNORECASE)
    assert not re.search(r"emotion|synchron|rupture|worse|better", whole, re.IGNORECASE)
    assert "_" not in whole
    if direction is Direction.CHANGED:
        assert not re.search(r"\b(more|less|fewer) than\b", said(one))


def test_every_series_of_recordings_has_words():
    families = {one.STREAM.family for one in (silence, turns, voice, movement)}
    assert {name.partition(" ")[0] for name in RECORDED} == families
    assert set(named()) == RECORDED
    assert all(stream_words(name) == named()[name] != name for name in RECORDED)
    assert own_part("attendance") == ""


def test_every_way_has_words():
    assert len({way_words(way.value) for way in Way}) == len(Way)
    assert way_words("") == "how is not recorded"


def test_a_statistic_is_reckoned_and_a_way_is_known_by():
    seen = row("2026-03-10", "1.4_by_max Z, 60/10 s, lag 5 s").observation
    assert "Reckoned as: max Z, 60/10 s, lag 5 s." in recorded("movement together", [seen])
    seen = row("2026-03-10", "4.2_by_channels").observation
    assert "Known by: a microphone each." in recorded("turns reply", [seen])
