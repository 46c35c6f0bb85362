"""What can be learnt from a year: each thing by itself, what was made of it, and nothing of what was not shared."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.practice.pages.conftest import fill

from reattune.model import Share
from reattune.practice import jobs, learnt, models, quiet, uses
from reattune.practice.voices import correcting, saying, talks
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
OFF = {"question": "felt_off", "choice": "yes", "text": "the clock"}


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


def test_what_was_shared_is_listed_once_with_what_was_done_with_it(heron):
    saying.say(heron, Kind.ANSWER, OFF, Share.NOW, TODAY)
    row = models.Said.objects.get()
    if row.talk_id is None:
        talks.open_from(row)
        row.refresh_from_db()
    (found,) = learnt.heard(TODAY)
    assert (found.title, found.talk, found.done) == ("the clock", row.talk_id, "")
    uses.keep(row, uses.Applied.LATER, TODAY)
    assert learnt.heard(TODAY)[0].done == "applied later"


def test_what_was_not_shared_is_nowhere(heron):
    models.Said.every.create(client=heron, kind="answer", share="only_me", day=TODAY, own=b"sealed")
    saying.say(heron, Kind.ANSWER, OFF, Share.AFTER_ENDING, TODAY)
    models.Talk.every.create(client=heron, by="client", day=TODAY, own=b"sealed")
    assert learnt.heard(TODAY) == ()
    assert learnt.tried(TODAY) == ()


def test_quiet_looks_that_were_answered_are_listed(heron):
    look = models.QuietLook.objects.create(client=heron, offered=TODAY - timedelta(days=9))
    assert learnt.quiet_looks(TODAY) == ()
    quiet.answer(look, quiet.Answer.SOMETHING, TODAY)
    assert learnt.quiet_looks(TODAY) == (look,)


def test_what_the_client_said_of_it_by_themselves_is_named_by_them(new_client):
    client = new_client("egret", dates_agreed=TODAY, started=date(2023, 1, 1))
    fill(client, 60)
    jobs.start("look")
    jobs.run_pending()
    row = models.Noticed.objects.filter(client=client).earliest("at")
    correcting.ordinary(client, row.at, "", (TODAY, False))
    came, counts = learnt.came_up(TODAY)
    assert "Your client said what it was for them on" in next(one.words for one in came if one.row == row)
    assert counts[0] == "1 was ordinary"


def test_pages_of_a_year_ask_few_questions(heron):
    def asked():
        with CaptureQueriesContext(connection) as found:
            for part in (learnt.came_up, learnt.tried, learnt.heard, learnt.quiet_looks):
                part(TODAY)
        return len(found)

    talks.begin_by_client(heron, "One", TODAY, shown=True)
    few = asked()
    for number in range(6):
        talks.begin_by_client(heron, f"Another {number}", TODAY, shown=True)
    assert asked() == few
