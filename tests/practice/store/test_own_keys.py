"""Clients' own keys in files: whole, in the sealed file of keys alone, and passed over where there are none yet."""

import sqlite3

from django.db import connection, transaction

from reattune.practice import models
from reattune.practice.store import own_keys


def test_packed_and_unpacked_they_are_the_same(written):
    rows = own_keys.read(connection.connection)
    assert set(rows) == {one.pk for one in written}
    assert own_keys.unpacked(own_keys.packed(rows)) == rows


def test_they_are_put_in_place_of_those_that_are_there(written):
    heron, wren = written
    before = models.OwnKey.objects.get(client=heron)
    rows = own_keys.read(connection.connection)
    with transaction.atomic():
        own_keys.put(connection.connection, {heron.pk: rows[heron.pk]})
    after = models.OwnKey.objects.get()
    assert after.client_id == heron.pk != wren.pk
    for name in (*own_keys.SEALED, "cost", "made"):
        assert getattr(after, name) == getattr(before, name), name


def test_a_copy_has_none(written):
    with transaction.atomic():
        own_keys.leave_out(connection.connection)
    assert not models.OwnKey.objects.exists()


def test_every_column_is_carried(written):
    columns = {field.column for field in models.OwnKey._meta.concrete_fields}
    assert columns == set(own_keys.COLUMNS)


def test_a_store_of_an_earlier_version_has_none_and_is_left_as_it_is():
    made = sqlite3.connect(":memory:")
    assert not own_keys.are_kept(made)
    assert own_keys.read(made) == {}
    own_keys.leave_out(made)
    own_keys.put(made, {})
