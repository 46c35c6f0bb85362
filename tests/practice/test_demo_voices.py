"""The client's side of the invented practice: kept as the program itself keeps it, and read as the two would."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reattune.model import Share, Voice
from reattune.practice import consent, demo_voices, models
from reattune.practice.courses import courses
from reattune.practice.voices import likeness, own, side_rows, talks

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


def test_what_is_alike_stands_with_the_time_it_went_otherwise_first(voices):
    talk = models.Talk.objects.get(client=voices["siskin"])
    groups = likeness.grouped(likeness.seen(talk, side_rows.Author(Voice.THERAPIST)))
    assert [group.heading for group in groups][:2] == ["Times it went otherwise", "The same wish"]
    assert groups[0].likes[0].title == "A moment with a friend"


def test_looking_back_shows_what_each_said_at_first_and_later(voices):
    talk = models.Talk.objects.get(client=voices["siskin"])
    (found,) = courses([], [talk])
    assert {(one.by, one.day) for one in found.course.before} == {
        (Voice.THERAPIST, date(2026, 3, 24)),
        (Voice.CLIENT, date(2026, 4, 30)),
    }
    assert {(one.by, one.day) for one in found.course.afterwards} == {(by, date(2026, 6, 9)) for by in Voice}
