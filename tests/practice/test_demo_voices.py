"""The client's side of the invented practice: kept as the program itself keeps it, and read as the two would."""

import tomllib
from pathlib import Path

import pytest

from reattune.model import Share, Voice
from reattune.practice import consent, demo_voices, models
from reattune.practice.voices import own, side_rows, talks
from reattune.practice.voices.both import seen

WORDS = tomllib.loads((Path(__file__).resolve().parents[2] / "examples" / "desk.toml").read_text("utf-8"))


@pytest.fixture
def voices(new_client):
    every = {one["client"] for kind in ("consent", "talk", "said") for one in WORDS[kind]}
    known = {codename: new_client(codename) for codename in sorted(every)}
    demo_voices.add(WORDS, known)
    return known


def test_all_that_is_said_in_the_demonstration_was_shared(voices):
    assert models.Said.objects.count() == models.Said.every.count() == len(WORDS["said"])
    assert {one["share"] for one in WORDS["said"]} <= {Share.NOW.value, Share.RAISE_FOR_ME.value}
    assert not any(own.has(client) for client in voices.values())


def test_both_sides_of_each_talk_are_shown(voices):
    for talk in models.Talk.objects.filter(by=Voice.THERAPIST.value):
        rows = side_rows.rows(talk)
        assert all(rows[voice].shown is not None for voice in Voice)
    assert "The sessions that were moved" in {talks.title(talk) for talk in talks.for_client(voices["heron"])}


def test_what_was_tried_leads_back_to_what_it_came_from(voices):
    went = models.Said.objects.get(kind="went")
    assert went.about_said.kind == "try"
    assert went.talk_id == went.about_said.talk_id


def test_consent_to_supervision_was_given_where_it_is_needed(voices):
    given = {codename for codename, one in voices.items() if consent.is_given(one, consent.Purpose.SUPERVISION)}
    assert given == {"heron", "siskin"}
