"""What was tried and what each said: from both sides as far as the therapist may read them, the voices apart."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.model import Share, Voice
from reattune.practice import courses, episodes, models
from reattune.practice.voices import afterwards, side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants
from reattune.repair.strategies import Strategy

TODAY, DAY = date(2026, 6, 30), date(2026, 6, 2)


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def episode(heron):
    record = replace(episodes.blank(DAY), text="The clock", tried=(Strategy.ACKNOWLEDGE,), now="I was hurried")
    return episodes.begin(heron, record)


def said(**fields):
    return {**side_words.blank(), **fields}


def of(found, voice):
    before, later = found.course.of(voice)
    return [one.words for one in before], [one.words for one in later]


def test_an_episode_says_what_was_tried_and_how_the_therapist_sees_it(episode):
    (found,) = courses.courses([episode], [])
    assert found.course.tried == (Strategy.ACKNOWLEDGE,)
    assert of(found, Voice.THERAPIST) == (["I was hurried"], [])
    assert found.title == "The clock"


def test_what_each_said_in_a_talk_about_it_stands_with_it_in_order(heron, episode):
    talk = talks.begin_by_therapist(heron, "The clock", DAY, shown=True, episode=episode)
    shown = said(felt="small", now="sore", view="1")
    side_rows.save(talk, Author(Voice.CLIENT), shown, Wants.SHOW, "")
    afterwards.say_by_client(heron, talk, said(now="easier", now_text="we laughed"), Share.NOW, TODAY)
    side_rows.save(talk, Author(Voice.THERAPIST), said(felt="rushed"), Wants.KEEP, "")
    afterwards.say_by_therapist(talk, said(now="easier"), TODAY, shared=False)
    (found,) = courses.courses([episode], list(models.Talk.objects.all()))
    client, mine = of(found, Voice.CLIENT), of(found, Voice.THERAPIST)
    assert (client[0], len(client[1])) == (["small · still sore"], 1)
    assert "easier" in client[1][0]
    assert "we laughed" in client[1][0]
    assert mine == (["rushed"], ["easier"])


def test_what_a_client_keeps_is_nowhere(heron, episode):
    talk = talks.begin_by_therapist(heron, "The clock", DAY, shown=True)
    before = courses.courses([episode], [talk])
    models.Side.every.create(client=heron, talk=talk, by="client", saved=talk.made, own=b"sealed")
    assert courses.courses([episode], [talk]) == before
    assert len(before) == 2


def test_a_talk_without_a_record_stands_by_itself(heron, episode):
    talk = talks.begin_by_client(heron, "Something else", TODAY, shown=True)
    found = courses.courses([episode], [talk])
    assert [one.title for one in found] == ["Something else", "The clock"]
    assert found[0].since.endswith(f"/since/talk/{talk.pk}/")
