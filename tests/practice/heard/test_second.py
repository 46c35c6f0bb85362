"""A second reading as a job: only where it was agreed to, gone on with after being cut off, and never one moment more."""

import json
from datetime import date

import pytest
from tests.practice.heard.scripted import MODEL, agree, honest, lines, read, serving, told

from reattune.errors import ReattuneError
from reattune.practice import consent, jobs, models, people, scope
from reattune.practice.consent import Purpose
from reattune.practice.heard import bringing, figures, second, second_door, second_setting, speakers
from reattune.practice.heard.opened import open_up
from reattune.practice.heard.second_shown import shown

DAY = date(2026, 6, 2)


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(second_door, "BEAT", 0.05)


@pytest.fixture
def heard(agreed):
    agree(agreed)
    found = told(agreed)
    jobs.run_pending()
    return found


def test_moments_are_told_with_words_that_stand_there(heard):
    server, job, found = read(heard)
    assert job.state == "done"
    asked = len(second.passages(open_up(heard)))
    assert len(server.asked) == 3 * asked
    assert found.result.about
    transcript = open_up(heard).transcript
    for one in found.result.about:
        assert one.said == "Marked in 3 of 3 readings."
        assert any(one.quote in turn.text for turn in transcript.turns)
    assert not found.result.dropped
    assert MODEL in found.result.method


def test_what_is_sent_names_nobody_and_no_day(heard):
    server, _job, _found = read(heard)
    for _path, _headers, body in server.asked:
        sent = json.dumps(body, ensure_ascii=False)
        for word in ('heron"', "Kestrel", "Anna", "2026"):
            assert word not in sent
    by_passage = {}
    for _path, _headers, body in server.asked:
        by_passage.setdefault(body["messages"][1]["content"], []).append(body["seed"])
    assert {tuple(seeds) for seeds in by_passage.values()} == {(1, 2, 3)}


def test_nothing_is_sent_that_was_not_agreed_to(agreed):
    heard = told(agreed)
    with serving() as server:
        assert second.why_not(heard, None)
        second_setting.keep(server.endpoint(), "")
        with pytest.raises(ReattuneError, match="not agreed to a second reader"):
            second.begin(heard)
        agree(agreed)
        job = second.begin(heard)
        agree(agreed, given=False)
        jobs.run_pending()
        job.refresh_from_db()
        assert (job.state, server.asked) == ("stopped", [])
        assert shown(heard).result is None


def test_withdrawn_in_the_middle_nothing_more_is_sent(heard, agreed):
    count = []

    def script(body):
        count.append(1)
        return honest(body)

    with serving(script) as server:
        second_setting.keep(server.endpoint(), "")
        job = second.begin(heard)
        real = second_door.ask

        def ask(*args, **more):
            answer = real(*args, **more)
            if len(count) == 4:
                agree(agreed, given=False)
            return answer

        second_door.ask, former = ask, second_door.ask
        try:
            jobs.run_pending()
        finally:
            second_door.ask = former
        job.refresh_from_db()
    assert (len(server.asked), job.state) == (4, "stopped")
    assert shown(heard).result is None


def test_what_was_agreed_before_does_not_hold_for_an_address_elsewhere(heard, agreed):
    endpoint = second_setting.read("https://reader.test", MODEL)
    kept = second_setting.keep(endpoint, second_setting.sentence(endpoint.place))
    assert "older than the address" in second.why_not(heard, kept)
    agree(agreed)
    assert second.why_not(heard, kept) == ""


@pytest.mark.parametrize("what", ["wordless", "nobody said who is who"])
def test_only_words_that_are_kept_and_whose_speakers_are_known(agreed, what):
    agree(agreed)
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        from tests.practice.heard.conftest import ROLES, written

        row = bringing.bring(agreed, "2026-06-04.vtt", written(lines()), wordless=what == "wordless").heard
        if what == "wordless":
            speakers.confirm(row, ROLES)
        with pytest.raises(ReattuneError):
            second.begin(row)
        assert server.asked == []


def test_cut_off_it_goes_on_where_it_was(heard, monkeypatch):
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        job = second.begin(heard)
        real, count = second_door.ask, []

        def ask(*args, **more):
            count.append(1)
            if len(count) == 6:
                raise jobs.CutOffError
            return real(*args, **more)

        monkeypatch.setattr(second_door, "ask", ask)
        monkeypatch.setattr(jobs, "MOST_ATTEMPTS", 3)
        assert jobs._next() is not None
        job.refresh_from_db()
        jobs._run(job)
        assert (job.state, len(server.asked)) == ("waiting", 5)
        jobs.run_pending()
        job.refresh_from_db()
        assert job.state == "done"
        assert len(server.asked) == 3 * len(second.passages(open_up(heard)))
    assert heard.second_readings.count() == 1


def test_another_model_in_the_middle_is_another_method(heard):
    count = []

    def script(body):
        count.append(1)
        return {**honest(body), "model": MODEL if len(count) < 5 else "crane-7b"}

    _server, job, found = read(heard, script)
    assert job.state == "stopped"
    assert "Another model" in job.said
    assert found.result is None
    assert heard.second_readings.count() == 0


def test_it_can_be_stopped(heard):
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        job = second.begin(heard)
        assert second.begin(heard) == job
        assert second.stop(heard)
        assert not second.stop(heard)
        jobs.run_pending()
        assert server.asked == []
    assert shown(heard).stopped == "Stopped, as you asked."


def test_stopped_while_it_waits_nothing_more_is_sent(heard):
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        job = second.begin(heard)

        def script(body):
            with scope.use(scope.EVERYONE):
                stopping.append(1)
            server.over.wait(5)
            return honest(body)

        stopping = []
        server.script = script
        former = second._still

        def still(*args):
            if stopping:
                second.stop(heard)
            former(*args)

        second._still = still
        try:
            jobs.run_pending()
        finally:
            second._still = former
        job.refresh_from_db()
        assert (job.state, len(server.asked)) == ("stopped", 1)


def test_it_stands_in_the_audit_for_the_client(heard, agreed):
    read(heard)
    line = models.AuditEvent.objects.filter(action="exported", client=agreed.pk).last()
    assert line.what == second.WHAT


def test_words_that_do_not_stand_there_any_more_are_not_shown(heard):
    read(heard)
    one = heard.second_readings.first()
    words = one.words
    for each in words["opinions"]:
        each["mark"] = each["mark"] and {**each["mark"], "quote": "Something else."}
    one.words = words
    one.save()
    assert all(not about.quote for about in shown(heard).result.about)


def test_figures_stay_as_they_are(heard):
    heard.refresh_from_db()
    before = heard.words
    assert "figures" in before
    read(heard)
    figures.renew(heard.client)
    heard.refresh_from_db()
    assert heard.words == before


def test_each_therapist_has_their_own_and_reads_only_their_own_clients(shared):
    from reattune.practice import clients

    with scope.use(scope.EVERYONE):
        anna, ben = (people.add(name, models.Person.Role.THERAPIST) for name in ("anna", "ben"))
        heron = clients.add("heron", therapist=anna)
    with serving() as server:
        with scope.use(people.of(anna).scope):
            consent.write(heron, Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
            agree(heron)
            row = told(heron)
            second_setting.keep(server.endpoint(), "")
        with scope.use(people.of(ben).scope):
            assert second.why_not(row, second_setting.kept())
            assert not models.Heard.objects.filter(pk=row.pk).exists()
        with scope.use(people.of(anna).scope):
            second.begin(row)
        with scope.use(scope.EVERYONE):
            jobs.run_pending()
        with scope.use(people.of(anna).scope):
            assert shown(row).result is not None
        assert server.asked
