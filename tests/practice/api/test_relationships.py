"""Relationships and streams as programs read them: what the desk keeps, and a line in the audit for each client."""

import uuid

from reattune.practice import models


def test_every_relationship_is_told_by_codename(program, heron, new_client):
    new_client("egret")
    told = program("relationships").json()
    assert told["count"] == 2
    assert [one["codename"] for one in told["items"]] == ["egret", "heron"]
    egret, own = told["items"]
    assert own["id"] == str(heron.pk)
    assert own["started"] == "2025-05-01"
    assert own["last_session"] == "2026-06-23"
    assert own["open_noticings"] >= 1
    assert "attendance" in own["streams"]
    assert egret["as_of"] is None
    assert not egret["current"]


def test_a_list_is_told_in_parts(program, new_client):
    for name in ("avocet", "bittern", "curlew"):
        new_client(name)
    told = program("relationships", limit=1, offset=1).json()
    assert [one["codename"] for one in told["items"]] == ["bittern"]
    assert (told["count"], told["limit"], told["offset"]) == (3, 1, 1)
    assert program("relationships", limit=1, offset=9).json()["items"] == []


def test_a_part_larger_than_allowed_is_refused_with_the_reason(program):
    for wrong in ({"limit": 0}, {"limit": 201}, {"offset": -1}, {"offset": 10**30}, {"limit": "many"}):
        answer = program("relationships", **wrong)
        assert answer.status_code == 422
        assert next(iter(wrong)) in answer.json()["detail"]


def test_reading_stands_in_the_audit_once_for_each_client(program, heron, new_client, seen):
    egret = new_client("egret")
    program("relationships")
    program(f"relationships/{heron.pk}")
    program("relationships", offset=50)
    assert set(seen()[:2]) == {("program:notebook", "relationships", one) for one in (egret.pk, heron.pk)}
    assert seen()[2:] == [("program:notebook", "relationship", heron.pk), ("program:notebook", "relationships", None)]


def test_one_relationship(program, heron):
    assert program(f"relationships/{heron.pk}").json()["codename"] == "heron"


def test_one_that_is_not_there(program, heron, seen):
    for path in ("relationships/{}", "relationships/{}/streams", "relationships/{}/observations"):
        answer = program(path.format(uuid.uuid4()))
        assert answer.status_code == 404
        assert answer.json()["detail"] == "There is nothing at this address."
    assert program("relationships/heron").status_code == 422
    assert seen() == []


def test_streams_say_what_was_observed_and_the_pattern_assumed(program, heron, seen):
    told = program(f"relationships/{heron.pk}/streams").json()
    attendance = next(one for one in told["streams"] if one["name"] == "attendance")
    assert attendance["observations"] == 60
    assert attendance["last"] == "2026-06-23"
    assert "attended" in attendance["pattern"]["labels"]
    assert len(told["ticks"]) >= 60
    assert told["as_of"] == "2026-06-30"
    assert seen() == [("program:notebook", "streams", heron.pk)]


def test_streams_are_not_told_before_dates_were_agreed_on(program, heron):
    models.Client.objects.filter(pk=heron.pk).update(dates_agreed=None)
    assert "attendance" not in [one["name"] for one in program(f"relationships/{heron.pk}/streams").json()["streams"]]


def test_a_silent_relationship_has_no_streams_and_says_why(program, heron):
    models.Client.objects.filter(pk=heron.pk).update(suppress=True, suppress_why="as agreed")
    told = program(f"relationships/{heron.pk}/streams").json()
    assert told["streams"] == []
    assert told["silent"] == "as agreed"


def test_observations_are_told_with_the_rows_they_come_from(program, heron, seen):
    told = program(f"relationships/{heron.pk}/observations", stream="attendance", since="2026-06-01", limit=3).json()
    assert told["count"] == 4
    first = told["items"][0]
    assert first["stream"] == "attendance"
    assert first["observation"]["at"] == "2026-06-02"
    assert first["observation"]["source"]["file"] == "visits.csv"
    assert seen() == [("program:notebook", "observations", heron.pk)]


def test_observations_of_an_unknown_stream_are_none(program, heron, seen):
    assert program(f"relationships/{heron.pk}/observations", stream="weather").json()["items"] == []
    assert seen() == [("program:notebook", "observations", heron.pk)]
