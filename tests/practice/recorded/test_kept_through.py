"""Recordings through new keys, and through a backup that is put back."""

import secrets
from datetime import date

import pytest
from django.db import connection

from reattune.practice import desk, models
from reattune.practice.recorded import arriving, finding, kept, retention
from reattune.practice.recorded.arriving import PIECE
from reattune.practice.recorded.sealed_file import DamagedFileError
from reattune.practice.store.aside import set_aside
from reattune.practice.store.backups import back_up
from reattune.practice.store.rekeying import rekey
from reattune.practice.store.restoring import restore

PASSPHRASE, NEW = "seven quiet herons at dusk", "nine loud wrens at dawn"
DAY = date(2026, 6, 23)


def heard(row):
    with kept.source(models.Recording.objects.select_related("client").get(pk=row.pk)) as file:
        return file.read()


def opened(home, passphrase=PASSPHRASE):
    connection.close()
    desk.lock()
    desk.at(home)
    desk.unlock(passphrase)


def put_back(home, backup):
    connection.close()
    desk.lock()
    restore(home, backup, PASSPHRASE)
    opened(home)


def test_with_new_keys_it_still_opens(home, here, sound):
    rekey(NEW)
    opened(home, NEW)
    assert heard(here) == sound
    assert finding.task_of(models.Recording.objects.get())["size"] == len(sound)


def test_a_backup_that_is_put_back_has_the_row_and_not_the_file_and_loses_no_newer_file(home, here, agreed, sound):
    backup = back_up(desk.store_path())
    newer = arriving.begin(agreed, "newer.wav", len(sound), DAY)
    arriving.piece(newer, 0, sound)
    retention.delete(here)
    put_back(home, backup)
    row = models.Recording.objects.get()
    assert (row.pk, row.state) == (here.pk, "here")
    with pytest.raises(DamagedFileError, match="in no backup"):
        kept.source(row)
    retention.keep_to_days()
    assert set_aside(home)
    assert kept.path_of(newer.pk).exists(), "the store that was set aside has its key"
    retention.take_out(row)
    assert not models.Recording.objects.exists()


def test_one_that_was_arriving_when_the_backup_was_made_goes_on_from_there(home, agreed):
    content = secrets.token_bytes(2 * PIECE + 5)
    row = arriving.begin(agreed, "talk.wav", len(content), DAY)
    arriving.piece(row, 0, content[:PIECE])
    backup = back_up(desk.store_path())
    arriving.piece(row, PIECE, content[PIECE : 2 * PIECE])
    put_back(home, backup)
    row = models.Recording.objects.get()
    assert row.arrived == PIECE
    for start in (PIECE, 2 * PIECE):
        arriving.piece(row, start, content[start : start + PIECE])
    assert heard(row) == content
