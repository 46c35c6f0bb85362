"""Sealed rows: nobody reads their words without the right key, and nobody moves them to another row."""

import pytest
from django.db import connection

from reattune.practice import keys, models
from reattune.practice.vault import DamagedVaultError, ErasedError

WORDS = {"words": "A long pause, and then: „das war’s dann“ — ok.", "place": "room"}


@pytest.fixture
def moment(new_client):
    row = models.Moment(client=new_client("heron"), felt="off", day="2026-06-30")
    row.words = WORDS
    row.save()
    return row


def test_words_come_back_as_they_were_written(moment):
    assert models.Moment.objects.get(pk=moment.pk).words == WORDS


def test_a_row_without_words_has_none(new_client):
    assert models.Moment(client=new_client("heron"), felt="met", day="2026-06-30").words == {}


def test_even_inside_the_open_store_the_words_cannot_be_read(moment):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM practice_moment")
        (sealed,) = cursor.fetchone()
    assert b"pause" not in bytes(sealed)


def test_words_moved_to_another_row_do_not_open_there(moment, new_client):
    other = models.Moment(client=moment.client, felt="off", day="2026-06-30", sealed=moment.sealed)
    with pytest.raises(DamagedVaultError):
        _ = other.words


def test_words_moved_to_another_client_do_not_open_there(moment, new_client):
    moment.client = new_client("wren")
    with pytest.raises(DamagedVaultError):
        _ = moment.words


def test_with_the_key_gone_the_words_are_gone(moment):
    models.ClientKey.objects.all().delete()
    keys.forget(moment.client_id)
    with pytest.raises(ErasedError):
        _ = models.Moment.objects.get(pk=moment.pk).words


def test_what_belongs_to_nobody_is_sealed_with_the_practices_key(store):
    row = models.Preset(name="bank", kind="payments", headers="0" * 64)
    row.words = {"columns": {"date": "Datum"}}
    row.save()
    assert row.owner is None
    assert models.Preset.objects.get(pk=row.pk).words == {"columns": {"date": "Datum"}}
