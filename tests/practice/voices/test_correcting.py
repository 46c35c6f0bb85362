"""What a client says about what came up: kept beside it, taken into account at once, undone by taking it back."""

import json
from datetime import date

import pytest
from tests.practice.conftest import CHEAP
from tests.practice.pages.conftest import fill

from reattune.errors import ReattuneError
from reattune.model import Share
from reattune.practice import jobs, looking_at, models
from reattune.practice.check_in import reaching
from reattune.practice.keeping import kept
from reattune.practice.mapping.left_out import left_out
from reattune.practice.mapping.relationships import kept_rows, relationship
from reattune.practice.store import gathering
from reattune.practice.voices import correcting, own, saying
from reattune.practice.voices.correcting import Meant
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
ROOM, ALONE = (TODAY, True), (TODAY, False)
OPERATION = "that was my mother’s operation"


def look():
    jobs.start("look")
    jobs.run_pending()


@pytest.fixture
def heron(new_client):
    client = new_client("heron", dates_agreed=TODAY, started=date(2023, 1, 1))
    fill(client, 60)
    look()
    return client


@pytest.fixture
def came(heron):
    return looking_at.at(heron, models.Noticed.objects.filter(client=heron).latest("at").at)


def meant(came, number=-1):
    row = came.rows[number]
    return Meant(row.source, row.at, row.said)


def weights(client):
    return relationship(client, kept().zone)[0]


def places(client):
    return left_out(client, kept_rows(client, kept().zone))


def test_a_correction_stands_beside_its_row_and_takes_its_weight(heron, came):
    row = meant(came)
    correcting.correct(heron, came.at, row, OPERATION, ROOM)
    assert places(heron)[row.source].weight == 0
    assert correcting.corrected(heron)[row.source] == f"The client says: “{OPERATION}”. It does not count."
    told = correcting.said(heron, came.at)[0]
    assert (told.kind, told.text, told.in_room) == (Kind.CORRECTION, OPERATION, True)
    assert row.said in told.what


def test_every_row_stays_where_it_is(heron, came):
    before = [one.pk for one in models.Record.objects.filter(client=heron)]
    correcting.correct(heron, came.at, meant(came), OPERATION, ROOM)
    assert [one.pk for one in models.Record.objects.filter(client=heron)] == before


def test_with_every_row_corrected_nothing_stands_out_there(heron, came):
    for number in range(len(came.rows)):
        correcting.correct(heron, came.at, meant(came, number), "", ALONE)
    look()
    assert not models.Noticed.objects.filter(client=heron, at=came.at).exists()
    still = looking_at.at(heron, came.at)
    assert still.told is None
    assert len(still.said) == len(came.rows)


def test_taken_back_it_is_as_before(heron, came):
    before = weights(heron)
    row = correcting.correct(heron, came.at, meant(came), OPERATION, ROOM)
    assert weights(heron) != before
    saying.take_away(row)
    assert weights(heron) == before
    assert not models.LeftOut.objects.filter(client=heron).exists()
    assert correcting.corrected(heron) == {}


def test_kept_for_the_client_alone_it_has_no_effect_and_shared_again_it_has(heron, came):
    own.make(heron, "a heron in the reeds", cost=CHEAP)
    row = correcting.correct(heron, came.at, meant(came), OPERATION, ALONE)
    words = row.words
    saying.share(row, words, Share.ONLY_ME, TODAY)
    assert not models.LeftOut.objects.filter(client=heron).exists()
    saying.share(row, words, Share.NOW, TODAY)
    saying.share(row, words, Share.RAISE_FOR_ME, TODAY)
    assert models.LeftOut.objects.filter(client=heron).count() == 1


def test_as_always_is_the_clients_own_verdict(heron, came):
    row = correcting.ordinary(heron, came.at, "", ALONE)
    verdict = models.Verdict.objects.get()
    assert (verdict.by, verdict.verdict, verdict.noticing) == ("client", "ordinary", came.at)
    assert [one.noticing for one in weights(heron).marks] == [came.at]
    saying.take_away(row)
    assert not models.Verdict.objects.exists()
    assert weights(heron).marks == ()


def test_a_line_changes_nothing_but_stands_there(heron, came):
    before = weights(heron)
    correcting.line(heron, came.at, "I was tired", ALONE)
    assert weights(heron) == before
    assert [one.text for one in correcting.said(heron, came.at)] == ["I was tired"]


def test_it_belongs_to_its_own_day(heron, came):
    correcting.line(heron, came.at, "I was tired", ALONE)
    assert correcting.said(heron, TODAY) == () or came.at == TODAY
    assert correcting.days(heron) == {came.at}


@pytest.mark.parametrize("text", ["", "   ", "a" * 2001])
def test_a_line_needs_words_and_not_too_many(heron, came, text):
    with pytest.raises(ReattuneError):
        correcting.line(heron, came.at, text, ALONE)
    assert not models.Said.every.exists()


def test_another_thing_said_is_not_among_them(heron, came):
    row = saying.say(heron, Kind.LINE, {"text": "I need time"}, Share.NOW, TODAY)
    assert correcting.said(heron, came.at) == ()
    assert correcting.of(heron, row.pk) is None


def test_the_client_takes_precedence_over_what_was_left_out_in_part(heron, came):
    row = meant(came)
    left = models.LeftOut(client=heron, weight=0.5, on=TODAY)
    left.words = {"file": row.source.file, "row": row.source.row, "what": row.said, "why": "known"}
    left.save()
    correcting.correct(heron, came.at, row, OPERATION, ROOM)
    assert places(heron)[row.source].weight == 0


def test_it_stands_in_what_is_handed_out_beside_the_row(heron, came):
    correcting.line(heron, came.at, "I was tired", ALONE)
    correcting.correct(heron, came.at, meant(came, 0), OPERATION, ALONE)
    told = [row for one in gathering.noticed(heron) for row in one["rows"] if "corrected" in row]
    assert told
    assert all(OPERATION in row["corrected"] for row in told)
    assert OPERATION in json.dumps(gathering.everything(heron)["said"], ensure_ascii=False)


def test_what_they_say_alone_reaches_today_and_what_was_said_in_the_room_was_spoken_about(heron, came):
    correcting.correct(heron, came.at, meant(came), OPERATION, ALONE)
    correcting.ordinary(heron, came.at, "every June", ROOM)
    found = [told for one in reaching.lately(TODAY) for told in one.told]
    assert [(one.title, one.text) for one in found] == [("a correction", OPERATION)]
    assert meant(came).said in found[0].shown[0]


def test_what_was_said_in_the_room_is_kept_as_spoken_about_or_not_at_all(heron, came, monkeypatch):
    def full(*_self, **_words):
        raise OSError("full")

    say = saying.say

    def said_then_full(*words):
        row = say(*words)
        monkeypatch.setattr(models.Said, "save", full)
        return row

    monkeypatch.setattr(saying, "say", said_then_full)
    with pytest.raises(OSError, match="full"):
        correcting.ordinary(heron, came.at, "every June", ROOM)
    assert not models.Said.every.exists()
