"""Where the bytes lie: opened only with the row's key and a yes, and words added without losing others."""

import os
import time

import pytest

from reattune.errors import ReattuneError
from reattune.practice import models
from reattune.practice.recorded import kept, retention
from reattune.practice.recorded.sealed_file import DamagedFileError


def test_it_is_read_from_any_place(here, sound):
    with kept.source(here) as file:
        file.seek(-9, 2)
        assert file.read() == sound[-9:]


def test_it_opens_only_after_a_yes_and_while_it_is_there(here, withdraw):
    kept.path_of(here.pk).rename(kept.folder() / "elsewhere")
    with pytest.raises(DamagedFileError, match="Recordings are in no backup"):
        kept.source(here)
    withdraw(here.client)
    with pytest.raises(ReattuneError, match="No was said"):
        kept.source(here)


def test_one_recordings_file_does_not_open_as_anothers(here, agreed):
    other = models.Recording(client=agreed, day=here.day, size=here.size, delete_on=here.delete_on, state="here")
    other.words = {"key": here.words["key"]}
    other.save()
    kept.path_of(here.pk).rename(kept.path_of(other.pk))
    with pytest.raises(DamagedFileError), kept.source(other) as file:
        file.read(10)


def test_words_are_added_and_taken_out(here):
    kept.remember(here, who={"nobody": True})
    kept.remember(here, regions=None, name="other.wav")
    words = models.Recording.objects.get(pk=here.pk).words
    assert words == {"key": here.words["key"], "name": "other.wav", "who": {"nobody": True}}
    kept.remember(here, who=None)
    assert "who" not in models.Recording.objects.get(pk=here.pk).words


def test_dropping_what_is_not_there_is_no_trouble(here):
    kept.drop((here.pk, here.pk))
    assert not kept.path_of(here.pk).exists()


def test_words_are_added_to_those_in_the_store_whatever_was_read_before(here):
    stale = models.Recording.objects.get(pk=here.pk)
    kept.remember(here, figures={"sound": {}})
    kept.remember(stale, who={"nobody": True})
    assert {"figures", "who"} <= set(models.Recording.objects.get(pk=here.pk).words)


def test_a_file_that_somebody_reads_just_now_is_cleared_away_later(here, monkeypatch):
    def refuse(_path, **_words):
        raise PermissionError("in use")

    with monkeypatch.context() as patched:
        patched.setattr(kept.Path, "unlink", refuse)
        retention.delete(here)
        assert kept.clear_orphans() == 0
    assert kept.path_of(here.pk).exists()
    assert kept.clear_orphans() == 1
    assert not kept.path_of(here.pk).exists()


def test_beside_a_store_that_was_set_aside_its_recordings_stay_until_their_day(here, home):
    aside = home / "practice.db.aside-2026-06-30T120000.000000"
    aside.write_bytes(b"the store of before")
    models.Recording.objects.all().delete()
    assert kept.clear_orphans() == 0
    file = kept.path_of(here.pk)
    long_ago = time.time() - 100 * kept.DAY
    os.utime(file, (long_ago, long_ago))
    assert kept.clear_orphans() == 1
    file.write_bytes(b"sealed")
    aside.unlink()
    assert kept.clear_orphans() == 1
    assert not file.exists()
