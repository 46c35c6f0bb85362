"""Episodes as programs read them: only days in the list; what was written one at a time, and recorded."""

import uuid

from reattune.practice import models


def test_the_list_has_days_and_no_words(program, heron, episode, seen):
    answer = program("episodes")
    told = answer.json()
    assert told["count"] == 1
    assert told["items"][0]["day"] == "2026-06-16"
    assert told["items"][0]["hold_until"] == "2026-07-07"
    assert "quiet" not in answer.content.decode()
    assert seen() == [("program:notebook", "episodes", heron.pk)]


def test_it_can_be_asked_for_one_relationship(program, heron, episode, new_client):
    egret = new_client("egret")
    assert program("episodes", relationship=str(heron.pk)).json()["count"] == 1
    assert program("episodes", relationship=str(egret.pk)).json()["count"] == 0


def test_one_episode_is_told_as_it_was_written(program, heron, episode, seen):
    told = program(f"episodes/{episode.pk}").json()
    assert told["codename"] == "heron"
    assert told["record"]["text"] == "we both fell quiet"
    assert told["record"]["my_part"] == "I hurried"
    assert told["record"]["steps"] == {"recognise": ["2026-06-16"]}
    assert told["record"]["wish"] == ""
    assert seen() == [("program:notebook", "episode", heron.pk)]


def test_one_that_is_not_there(program, seen):
    assert program(f"episodes/{uuid.uuid4()}").status_code == 404
    assert program("episodes/first").status_code == 422
    assert seen() == []


def test_damaged_words_are_not_told(program, heron, episode, seen):
    models.Episode.objects.filter(pk=episode.pk).update(sealed=b"\x01" + bytes(60))
    answer = program(f"episodes/{episode.pk}")
    assert answer.status_code == 500
    assert "changed or belongs elsewhere" in answer.json()["detail"]
    assert seen() == []
