"""Noticings as programs read them: in words, benign first, with the rows and without any weight to sort people by."""

import uuid
from datetime import date

from reattune.practice import looking_at, models
from reattune.practice.voices import saying


def test_noticings_are_told_in_words_with_the_benign_reading_first(program, heron, seen):
    told = program("noticings").json()
    assert told["count"] == models.Noticed.objects.count() > 0
    newest = told["items"][0]
    assert newest["codename"] == "heron"
    assert newest["relationship"] == str(heron.pk)
    assert newest["direction"] == "away"
    assert "Unusual here" in newest["said"]
    assert "holiday" in newest["readings"][0]
    assert newest["open"] is True
    assert "parts" not in newest
    assert seen() == [("program:notebook", "noticings", heron.pk)]


def test_they_can_be_asked_for_by_day_relationship_and_state(program, heron, new_client):
    egret = new_client("egret")
    every = program("noticings").json()["count"]
    assert program("noticings", relationship=str(heron.pk)).json()["count"] == every
    assert program("noticings", relationship=str(egret.pk)).json()["count"] == 0
    assert program("noticings", since="2026-06-30").json()["count"] == 0
    assert program("noticings", since="2025-01-01").json()["count"] == every
    opened = program("noticings", open="true").json()["count"]
    closed = program("noticings", open="false").json()["count"]
    assert opened >= 1
    assert opened + closed == every


def test_that_nothing_came_up_tells_about_somebody_too(program, new_client, seen):
    egret = new_client("egret")
    program("noticings", relationship=str(egret.pk))
    assert seen() == [("program:notebook", "noticings", egret.pk)]


def test_a_question_that_is_not_understood_is_refused_in_a_sentence(program):
    for wrong in ({"since": "yesterday"}, {"relationship": "heron"}, {"open": "perhaps"}):
        answer = program("noticings", **wrong)
        assert answer.status_code == 422
        assert next(iter(wrong)) in answer.json()["detail"]


def test_one_noticing_has_the_rows_it_rests_on(program, heron, seen):
    row = models.Noticed.objects.last()
    told = program(f"noticings/{heron.pk}/{row.at}/{row.direction}").json()
    assert told["at"] == row.at.isoformat()
    assert told["parts"][0]["rows"][0]["source"]["file"] == "visits.csv"
    assert told["noticing"]["parts"][0]["stream"] == "attendance"
    assert seen() == [("program:notebook", "noticing", heron.pk)]


def test_one_that_is_not_there(program, heron, seen):
    row = models.Noticed.objects.last()
    for path in (f"{heron.pk}/2020-01-01/away", f"{uuid.uuid4()}/{row.at}/away", f"{heron.pk}/{row.at}/attuned"):
        assert program(f"noticings/{path}").status_code == 404
    for path in (f"{heron.pk}/soon/away", f"{heron.pk}/{row.at}/sideways"):
        assert program(f"noticings/{path}").status_code == 422
    assert seen() == []


def test_what_the_therapist_made_of_it_is_told_unless_it_was_undone(program, heron):
    row = models.Noticed.objects.last()
    given = {"client": heron, "noticing": row.at, "on": date(2026, 6, 29)}
    models.Verdict.objects.create(verdict="later", **given)
    last = models.Verdict.objects.create(verdict="mattered", **given)
    path = f"noticings/{heron.pk}/{row.at}/{row.direction}"
    assert program(path).json()["verdict"] == "mattered"
    models.Verdict.objects.filter(pk=last.pk).update(undone="2026-06-30T10:00:00Z")
    assert program(path).json()["verdict"] == "later"


def test_what_the_client_said_about_it_stands_beside_it_while_they_share_it(program, heron):
    row = models.Noticed.objects.last()
    path = f"noticings/{heron.pk}/{row.at}/{row.direction}"
    assert program(path).json()["corrections"] == []
    looked = looking_at.at(heron, row.at)
    first = looked.rows[0]
    looking_at.say(heron, looked, {"do": "correct", "row": first.key, "text": "The flu."}, (date(2026, 6, 30), False))
    said = looking_at.say(heron, looked, {"do": "line", "text": "It was a hard month."}, (date(2026, 6, 30), False))
    assert said
    correction, line = program(path).json()["corrections"]
    assert (correction["kind"], correction["text"]) == ("correction", "The flu.")
    assert correction["what"].endswith(first.said)
    assert (line["kind"], line["what"], line["text"]) == ("line", "", "It was a hard month.")
    for one in models.Said.objects.all():
        saying.take_away(one)
    assert program(path).json()["corrections"] == []
    assert "corrections" not in program("noticings").json()["items"][0]
