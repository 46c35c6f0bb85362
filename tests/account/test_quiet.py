"""What is said where nothing came up."""

from dataclasses import replace

import pytest

from reattune.account.quiet import little, quiet_line, quiet_words
from reattune.account.told import accounts
from reattune.model import SessionKind


@pytest.fixture
def wren(whole):
    return next(one for one in accounts(whole) if one.codename == "wren")


@pytest.fixture
def unrecorded(wren):
    rows = tuple(replace(one, kind=SessionKind.SCHEDULED) for one in wren.relationship.sessions)
    return replace(wren, relationship=replace(wren.relationship, sessions=rows))


def test_where_outcomes_are_recorded_nothing_stood_out(wren, whole):
    assert not little(wren, whole.as_of)
    assert quiet_line(wren, whole.as_of) == "Nothing stood out."
    assert quiet_words(wren, whole.as_of).startswith("Nothing stood out up to 17 Mar 2026.")


def test_where_no_outcome_is_recorded_lately_there_is_little_to_go_by(unrecorded, whole):
    assert little(unrecorded, whole.as_of)
    said = "No outcomes are recorded here lately, so there is little to go by."
    assert quiet_line(unrecorded, whole.as_of) == quiet_words(unrecorded, whole.as_of) == said


def test_where_forms_were_answered_there_is_something_to_go_by(unrecorded, whole):
    series = tuple(replace(one, basis="ratings") for one in unrecorded.streams.series)
    rated = replace(unrecorded, streams=replace(unrecorded.streams, series=series))
    assert not little(rated, whole.as_of)
    said = "Nothing stood out; what became of the last sessions is not recorded."
    assert quiet_line(rated, whole.as_of) == said


def test_the_silent_are_not_said_to_have_little(wren, whole):
    assert not little(replace(wren, silent="Prompts are off here."), whole.as_of)
