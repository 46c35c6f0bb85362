"""A moment in a repair record: its exact words and a way back, once, and out again."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import attaching, consent, episodes, models
from reattune.practice.heard import taking_up
from reattune.practice.heard.opened import open_up
from reattune.practice.mapping.episodes import record_of
from reattune.practice.supervision import gathering
from reattune.repair.movement import Place
from reattune.speech.moments import moments


@pytest.fixture
def reading(told):
    return open_up(told).reading


@pytest.fixture
def moment(reading):
    return next(one for one in moments(reading) if one.direction is not None)


def test_a_record_begins_with_the_words_and_nothing_made_up(told, reading, moment):
    row = taking_up.begin(told, reading, moment)
    record = record_of(row)
    assert (record.day, record.place, record.text, record.noticer) == (told.day, Place.IN_SESSION, "", None)
    (thing,) = attaching.attached(row)
    assert thing.kind == attaching.MOMENT
    assert reading.quote(moment.hits[0]) in thing.said
    assert taking_up.taken(told) == {moment.id: row}
    assert taking_up.begin(told, reading, moment) == row, "twice is once"
    assert models.Episode.objects.count() == 1


def test_joined_to_a_record_that_is_there(told, reading, moment):
    row = episodes.begin(told.client, episodes.blank(told.day))
    for _twice in range(2):
        assert taking_up.join(told, reading, moment, str(row.pk)) == row
    assert len(attaching.attached(row)) == 1
    assert taking_up.open_records(told.client) == [row]


def test_nobody_elses_record(told, reading, moment, new_client):
    other = episodes.begin(new_client("wren"), episodes.blank(told.day))
    for wrong in (str(other.pk), "x"):
        with pytest.raises(ReattuneError):
            taking_up.join(told, reading, moment, wrong)
    assert not models.Attached.objects.exists()


def test_let_go_a_blank_record_goes_too_and_a_written_one_stays(told, reading, moment):
    taking_up.begin(told, reading, moment)
    assert taking_up.let_go(told, moment.id)
    assert not taking_up.let_go(told, moment.id)
    assert not models.Episode.objects.exists()
    row = taking_up.begin(told, reading, moment)
    episodes.save(row, episodes.with_words(record_of(row), "It went quiet."), 1)
    assert taking_up.let_go(told, moment.id)
    assert record_of(models.Episode.objects.get()).text == "It went quiet."
    assert not models.Attached.objects.exists()


def test_the_way_back(told, moment):
    address = taking_up.address(told.client, taking_up.ref(told, moment.id))
    assert address == f"/r/{told.client_id}/heard/{told.pk}/moment/{moment.id}/"
    for wrong in ("moment:1", "heard:x:y", f"heard:{told.pk}:", ""):
        assert taking_up.address(told.client, wrong) == ""


def test_to_supervision_only_where_the_client_agreed_to_that(told, reading, moment):
    row = taking_up.begin(told, reading, moment)
    quote = reading.quote(moment.hits[0])

    def brought():
        return any(quote in one.text for one in gathering.found(gathering.of_episode(row)))

    assert not brought()
    consent.write(told.client, consent.Purpose.SUPERVISION, given=True, by="client", day=told.day)
    assert brought()
