"""Recordings are deleted on their day; what was found stays, and nothing that belongs to nobody is left on the disk."""

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.utils import timezone

from reattune.errors import ReattuneError
from reattune.practice import clock, models, scope
from reattune.practice.recorded import arriving, handing_out, kept, retention
from reattune.practice.store import erasing
from reattune.practice.store.exporting import export
from reattune.practice.store.gathering import everything
from reattune.practice.store.handing_out import hand_out_all

DAY = date(2026, 6, 23)


@pytest.fixture
def found(here):
    """What was found in the recording that is here."""
    row = models.Found(client=here.client, recording=here)
    row.words = {"figures": {"sound": {"silences": 3}}, "sound": {"peaks": [0.5]}}
    row.save()
    return row


def test_on_its_day_the_file_goes_and_the_figures_stay(here, found, monkeypatch):
    key = here.words["key"]
    monkeypatch.setenv(clock.DAY, (here.delete_on - timedelta(days=1)).isoformat())
    assert retention.keep_to_days() == 0
    monkeypatch.setenv(clock.DAY, here.delete_on.isoformat())
    assert retention.keep_to_days() == 1
    row = models.Recording.objects.get()
    assert row.state == "deleted"
    assert key not in str(row.words)
    assert row.words["name"] == "talk.wav"
    assert not list(kept.folder().iterdir())
    assert models.Found.objects.get().words["figures"] == found.words["figures"]
    assert models.AuditEvent.objects.filter(action="erased", what="recording", purpose="keeping").count() == 1
    with pytest.raises(ReattuneError, match="was deleted"):
        kept.source(row)
    assert "was deleted" in retention.until_words(row)
    retention.delete(row)
    assert models.AuditEvent.objects.filter(action="erased", what="recording").count() == 1


def test_cut_off_after_its_key_was_dropped_the_file_is_cleared_away(here):
    models.Recording.objects.filter(pk=here.pk).update(state="deleted")
    assert kept.path_of(here.pk).exists()
    retention.keep_to_days()
    assert not kept.path_of(here.pk).exists()


def test_it_is_kept_longer_only_within_bounds(here):
    assert retention.longer(here, 200) == date(2026, 6, 30) + timedelta(days=200)
    assert retention.longer(here, 5) == date(2026, 6, 30) + timedelta(days=200)
    for days in (0, 366):
        with pytest.raises(ReattuneError, match="from 1 to 365"):
            retention.longer(here, days)
    retention.delete(here)
    with pytest.raises(ReattuneError, match="was deleted"):
        retention.longer(here, 5)


def test_what_never_arrived_goes_after_a_week(agreed):
    row = arriving.begin(agreed, "a.wav", 5, DAY)
    models.Recording.objects.update(touched=timezone.now() - timedelta(days=6))
    assert retention.keep_to_days() == 0
    models.Recording.objects.update(touched=timezone.now() - timedelta(days=8))
    assert retention.keep_to_days() == 1
    assert not models.Recording.objects.filter(pk=row.pk).exists()


def test_files_of_nobody_are_cleared_away_and_others_are_not(here):
    place = kept.folder()
    for name in ("0.sealed", "1.part", "2.part", "notes.txt"):
        (place / name).write_bytes(b"x")
    with kept.underway("2.part"):
        assert kept.clear_orphans() == 2
    assert {one.name for one in place.iterdir()} == {kept.path_of(here.pk).name, "2.part", "notes.txt"}


def test_nobodys_reach_deletes_no_file_of_another(here):
    with scope.use(scope.NOBODY):
        assert kept.clear_orphans() == 0
    assert kept.path_of(here.pk).exists()


def test_erasing_a_client_deletes_their_recordings(here, found):
    erased = erasing.erase(here.client)
    assert "1 recording" in erased.words
    assert not list(kept.folder().iterdir())
    assert not models.Recording.objects.exists()


def test_taking_out_takes_everything_of_it(here, found):
    retention.take_out(here)
    assert not models.Recording.objects.exists()
    assert not models.Found.objects.exists()
    assert not list(kept.folder().iterdir())


def test_it_is_handed_out_as_it_came_and_without_its_key(here, found, sound, tmp_path, withdraw):
    key = here.words["key"]
    archive = zipfile.ZipFile(io.BytesIO(export(here.client)))
    assert archive.read("recordings/2026-06-23 talk.wav") == sound
    assert all(key.encode() not in archive.read(name) for name in archive.namelist())
    told = everything(here.client)
    assert told["found"][0]["words"]["figures"] == {"sound": {"silences": 3}}
    assert told["recording"][0]["words"] == {"name": "talk.wav"}
    hand_out_all(tmp_path / "out", lambda _name: None)
    file = tmp_path / "out" / "heron recordings" / "2026-06-23 talk.wav"
    assert file.read_bytes() == sound
    assert file.stat().st_mode & 0o777 == 0o600
    withdraw(here.client)
    assert not handing_out.originals(here.client)


def test_what_is_too_large_for_an_archive_is_named_in_it(here, monkeypatch):
    monkeypatch.setattr(handing_out, "MOST", 10)
    (note,) = handing_out.originals(here.client).values()
    assert "1 recording is too large" in note.decode()
    assert "2026-06-23 talk.wav" in note.decode()


def test_its_day_comes_too_when_its_therapist_has_left(here, monkeypatch):
    monkeypatch.setenv(clock.DAY, here.delete_on.isoformat())
    other = models.Person.objects.create(name="wren", role="therapist")
    with scope.use(scope.Scope(scope.Reach.OWN_CLIENTS, other.pk)):
        assert not models.Recording.objects.exists()
        assert retention.keep_to_days() == 1
    assert models.Recording.objects.get().state == "deleted"
    assert not list(kept.folder().iterdir())
