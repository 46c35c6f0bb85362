"""Programs that lie, stall, send rubbish or obey what was said in the session: nothing changes, and it is counted."""

import json
import time

import pytest
from tests.practice.heard.scripted import INJECTION, agree, envelope, lines, mark, marks, read, serving, told

from reattune.practice import jobs
from reattune.practice.heard import second, second_door, second_setting
from reattune.practice.heard.noted import noted
from reattune.practice.heard.opened import open_up
from reattune.practice.heard.second_shown import shown
from reattune.speech.moments import moments


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(second_door, "BEAT", 0.05)


@pytest.fixture
def heard(agreed):
    agree(agreed)
    found = told(agreed)
    jobs.run_pending()
    return found


@pytest.mark.parametrize(
    ("lie", "words"),
    [
        (mark(quote="I never liked it here."), "quotes are not in the passage"),
        (mark(speaker="therapist"), "named the wrong speaker"),
        (mark(marker="sabotage"), "names not on the list"),
        ({"marker": "denial"}, "marks had not the form"),
    ],
)
def test_one_that_lies_changes_nothing_and_is_counted(heard, lie, words):
    _server, job, found = read(heard, lambda _body: envelope(marks(lie)))
    assert job.state == "done"
    assert found.result.about == ()
    assert any(words in one for one in found.result.dropped)


def test_one_that_marks_everything_is_not_shown(heard):
    def script(body):
        passage = json.loads(body["messages"][1]["content"])["passage"]
        found = [mark(quote=turn["text"]) for turn in passage if turn["speaker"] == "client"]
        return envelope(marks(*found))

    before = moments(open_up(heard).reading)
    _server, _job, found = read(heard, script)
    assert found.result.about == ()
    assert any("not clearly more" in words for words in found.result.said)
    assert found.result.weigh(before) == before


def test_one_that_marks_nothing_lowers_nothing(heard):
    before = moments(open_up(heard).reading)
    _server, _job, found = read(heard, lambda _body: envelope(marks()))
    assert any("not clearly more" in words for words in found.result.said)
    assert found.result.weigh(before) == before


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (lambda _body: (500, {}, b""), "answered “500”"),
        (lambda _body: (200, {}, b"<html>"), "no program of the kind"),
        (lambda _body: (302, {"Location": "http://{}"}, b""), "not followed"),
        (lambda _body: (200, {}, b"x" * 300_000), "far more than an answer"),
    ],
)
def test_one_that_does_not_answer_stops_the_job_in_words(heard, script, words):
    server, job, found = read(heard, script)
    assert (job.state, len(server.asked)) == ("stopped", 1)
    assert words in job.said
    assert found.stopped == job.said
    assert found.result is None


def test_answers_without_form_are_counted_and_nothing_is_shown(heard):
    _server, job, found = read(heard, lambda _body: envelope("I would say she is angry."))
    assert job.state == "done"
    assert found.result.about == ()
    assert any("answers had not the form asked for" in words for words in found.result.dropped)
    assert any("too few to compare" in words for words in found.result.said)


def test_one_that_stalls_is_given_up(heard, monkeypatch):
    monkeypatch.setattr(second_door.ask, "__kwdefaults__", {**second_door.ask.__kwdefaults__, "seconds": 0.3})

    def script(_body):
        time.sleep(0.8)
        return envelope("late")

    _server, job, _found = read(heard, script)
    assert job.state == "stopped"
    assert "did not answer within" in job.said


def test_an_instruction_inside_the_transcript_changes_nothing(agreed):
    agree(agreed)
    plain, said = told(agreed), told(agreed, lines(aside=INJECTION), "2026-06-05.vtt")
    for row in (plain, said):
        with serving() as server:
            second_setting.keep(server.endpoint(), "")
            second.begin(row)
            jobs.run_pending()
        (instruction,) = {body["messages"][0]["content"] for _path, _headers, body in server.asked}
        assert INJECTION not in instruction
        assert all(len(body["messages"]) == 2 for _path, _headers, body in server.asked)
        found = noted(row, open_up(row).reading, {})
        weighed = shown(row).result.weigh(found.found)
        assert [one.id for one in weighed] == [one.id for one in found.found]


def test_one_that_obeys_the_transcript_adds_no_moment(agreed):
    agree(agreed)
    row = told(agreed, lines(aside=INJECTION))

    def obeys(body):
        passage = json.loads(body["messages"][1]["content"])["passage"]
        said = [turn["text"] for turn in passage if turn["speaker"] == "client" and "Ignore" in turn["text"]]
        return envelope(marks(*[mark(marker="complaint_therapist", quote=text, confidence=3) for text in said]))

    before = moments(open_up(row).reading)
    with serving(obeys) as server:
        second_setting.keep(server.endpoint(), "")
        second.begin(row)
        jobs.run_pending()
    result = shown(row).result
    assert result.about == ()
    assert moments(open_up(row).reading) == before
    assert result.weigh(before) == before
