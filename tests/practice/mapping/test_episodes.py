"""An episode's row and its record: one never says what the other does not."""

from datetime import date

from django.db import connection

from reattune.practice import models
from reattune.practice.mapping.episodes import put, record_of, told_episode
from reattune.repair.episode import Record
from reattune.repair.movement import Movement
from reattune.repair.steps import Step

RECORD = Record(
    id="7d9c2f0e-6f0e-4d5c-9a3e-0d1b7f2a9b11",
    day=date(2026, 6, 24),
    text="a hush",
    movement=Movement.AWAY,
    steps={Step.EXPLORE: (date(2026, 6, 29),)},
    hold_until=date(2026, 7, 7),
    not_yet_until=date(2026, 7, 1),
    closed=date(2026, 6, 30),
)


def kept(client):
    row = models.Episode(id=RECORD.id, client=client)
    put(row, RECORD)
    row.save()
    return models.Episode.objects.get()


def test_a_record_comes_back_as_it_was_put(new_client):
    assert record_of(kept(new_client("heron"))) == RECORD


def test_the_days_that_today_asks_for_are_in_step(new_client):
    row = kept(new_client("heron"))
    assert (row.day, row.hold_until, row.not_yet_until, row.closed) == (
        RECORD.day,
        RECORD.hold_until,
        RECORD.not_yet_until,
        RECORD.closed,
    )


def test_words_lie_sealed(new_client):
    kept(new_client("heron"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM practice_episode")
        assert "hush" not in str(cursor.fetchall())


def test_the_library_is_told_the_therapists_side_alone(new_client):
    told = told_episode(kept(new_client("heron")))
    assert (told.movement, told.therapist.words, told.client) == ("away", "a hush", None)
