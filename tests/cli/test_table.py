"""The calm table, word for word."""

import re
from dataclasses import replace
from pathlib import Path

from reattune.cli.table import show_table


def test_the_words_on_the_screen(whole, hands):
    said = hands.printed(show_table, whole, [Path("out") / "report.html"])
    assert said == hands.golden("notice")
    assert hands.never_said(said) == set()


def test_the_most_recent_change_comes_first_and_the_quiet_last(whole, hands):
    said = hands.printed(show_table, whole)
    places = [re.search(rf"^{name}\b", said, re.MULTILINE).start() for name in ("heron", "rook", "crane", "wren")]
    assert places == sorted(places)


def test_what_a_client_kept_is_on_no_screen(whole, hands):
    said = hands.printed(show_table, whole)
    assert hands.UNSHARED not in said
    kept = tuple(one for one in whole.practice.relationships[1].check_ins if one.words != hands.UNSHARED)
    assert len(kept) == 2
    assert hands.printed(show_table, hands.with_check_ins(kept)) == said


def test_words_cannot_steer_the_terminal(hands, whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    steered = replace(heron.check_ins[0], words="before\x1b[2Jafter [bold]x[/bold]")
    said = hands.printed(show_table, hands.with_check_ins((steered,)))
    assert "\x1b" not in said
    assert "[bold]x[/bold]" in said


def test_where_all_is_quiet_it_says_what_quiet_means(whole, hands):
    noticed = {name: replace(one, noticings=()) for name, one in whole.noticed.items()}
    said = hands.printed(show_table, replace(whole, noticed=noticed))
    assert "Nothing stood out up to 17 Mar 2026. That does not mean that all is well" in said


def test_where_nothing_was_looked_at_there_is_no_legend_and_nothing_is_called_quiet(whole, hands):
    streams = {name: replace(one, silent="frame.toml asks for no prompts") for name, one in whole.streams.items()}
    noticed = {name: replace(one, silent="") for name, one in whole.noticed.items()}
    said = hands.printed(show_table, replace(whole, streams=streams, noticed=noticed))
    assert said.count("Not looked at: frame.toml asks for no prompts.") == 4
    assert "Lately, oldest first" not in said
    assert "stood out" not in said


def test_where_nothing_is_recorded_there_is_little_to_go_by(whole, hands):
    noticed = {name: replace(one, noticings=()) for name, one in whole.noticed.items()}
    streams = {name: replace(one, series=()) for name, one in whole.streams.items()}
    said = hands.printed(show_table, replace(whole, streams=streams, noticed=noticed))
    assert said.count("No outcomes are recorded here, so there is little to go by.") == 3
    assert "stood out" not in said


def test_streams_switched_off_are_named(whole, hands):
    off = {"heron": frozenset({"payment"}), "wren": frozenset({"gap", "payment"}), "rook": frozenset({"payment"})}
    people = tuple(replace(one, off=off.get(one.codename, one.off)) for one in whole.practice.relationships)
    said = hands.printed(show_table, replace(whole, practice=replace(whole.practice, relationships=people)))
    assert "\npayment is left out for heron and rook, as frame.toml asks.\n" in said
    assert "\ndifference between the two ratings and payment are left out for wren, as frame.toml asks.\n" in said
