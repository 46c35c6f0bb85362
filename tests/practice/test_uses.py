"""What was done with something a client said: one holds, it can be undone, and it is the therapist's alone."""

from datetime import date

import pytest

from reattune.model import Share
from reattune.practice import models, uses
from reattune.practice.uses import Applied
from reattune.practice.voices import reads, saying, talks
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def said(heron):
    words = {"question": "felt_off", "choice": "yes", "text": "the clock"}
    return saying.say(heron, Kind.ANSWER, words, Share.NOW, TODAY)


def standing(row):
    return {one.use for one in uses.standing([row.talk_id or row.pk], [row.pk]).values()}


def test_the_last_that_was_said_holds_and_can_be_undone(heron):
    talk = talks.begin_by_client(heron, "The clock", TODAY, shown=True)
    first = uses.keep(talk, Applied.LATER, TODAY)
    second = uses.keep(talk, Applied.NOW, TODAY)
    assert uses.standing([talk.pk]) == {talk.pk: second}
    assert uses.undo(second)
    assert not uses.undo(second)
    assert uses.standing([talk.pk]) == {}
    first.refresh_from_db()
    assert first.undone is not None
    lines = models.AuditEvent.objects.filter(what="use").order_by("seq")
    assert [one.action for one in lines] == ["wrote", "wrote", "undid"]


def test_of_words_that_opened_a_talk_the_talk_is_meant(said):
    row = models.Said.objects.get()
    talk = talks.open_from(row)
    row.refresh_from_db()
    use = uses.keep(row, Applied.NOT, TODAY)
    assert (use.talk_id, use.said_id) == (talk.pk, None)
    assert standing(row) == {"not_applied"}


def test_a_client_is_told_nothing_of_it(heron, said):
    uses.keep(models.Said.objects.get(), Applied.NOW, TODAY)
    assert not reads.with_times(heron).filter(what="use").exists()
    assert "use" not in reads.by_therapist(heron)


def test_every_use_has_words():
    assert len({words for _value, words in uses.choices()}) == len(Applied)
