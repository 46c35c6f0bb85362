"""A recording at the terminal: at 80 columns nothing is cut, and names of files stay what they are."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli import recorded_made as made

from reattune.cli.recorded_table import show_heard, show_seen


def printed(show, *given, width=80):
    out = io.StringIO()
    show(Console(file=out, width=width, highlight=False, markup=False, emoji=False), *given)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_recording_is_told_from_moments_to_what_could_not_be_said():
    said = printed(show_heard, made.HEARD, [Path("2026-04-07.wav.heard.json")])
    assert said[0] == "2026-04-07.wav"
    assert said[1] == "wav, 1:00 long, sound on 2 channels · 2026-04-07"
    assert "  0:06  7.2 s of quiet; the others of this session last about 2.5 s." in said
    heads = ["How it was said", "The longest silences", "What could not be said, and why"]
    assert [said.index(one) for one in heads] == sorted(said.index(one) for one in heads)
    assert "0:40  5 s between two of the client's turns" in said
    assert said[-2:] == [
        "Reattune does not say that anything happened. You were there.",
        "Written: 2026-04-07.wav.heard.json",
    ]


def test_times_stand_right_above_each_other():
    later = replace(made.LISTENED, silences=tuple(replace(one, end=one.end) for one in made.SILENCES[:3]))
    moved = replace(later.silences[2], start=620.0, end=623.0)
    found = replace(
        later, silences=(*later.silences[:2], moved), spoke=(*later.spoke, replace(later.spoke[0], end=700.0))
    )
    said = printed(show_heard, replace(made.HEARD, listened=found))
    assert " 0:40  5 s between two of the client's turns" in said
    assert "10:20  3 s after the client spoke, before you did" in said


def test_without_moments_that_is_said_and_means_nothing():
    said = printed(show_heard, made.ROOM)
    assert "No moment is listed; that says nothing of how the session was." in said
    assert not any("not known between whom" in line for line in said)


def test_what_was_seen_is_told_with_its_chance():
    said = printed(show_seen, made.SEEN)
    assert said[0] == "2026-04-07.mp4"
    assert said.index("Movement") < said.index("What could not be said, and why")
    assert any("shifted series give" in line for line in said)
    assert printed(show_seen, made.SERIES)[1] == "a series of movement from another program"


@pytest.mark.parametrize("width", [40, 80])
def test_nothing_is_wider_than_the_terminal_and_names_are_no_markup(width):
    found = replace(made.HEARD, recording=replace(made.RECORDING, name="[bold]a[/bold] :smile:.wav"))
    said = printed(show_heard, found, width=width)
    assert said[0] == "[bold]a[/bold] :smile:.wav"
    assert all(len(line) <= width for line in said)
