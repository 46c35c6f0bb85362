"""Everything about everybody, one archive each, into an empty folder and nowhere else."""

import stat
import zipfile

import pytest

from reattune.errors import ReattuneError
from reattune.practice import auditing, models
from reattune.practice.store.handing_out import hand_out_all


def test_each_person_has_an_archive_of_their_own(store, new_client, tmp_path):
    for codename, words in (("heron", "a pause"), ("wren", "a laugh"), ("Wren!", "a look")):
        moment = models.Moment(client=new_client(codename), felt="off", day="2026-06-30")
        moment.words = {"words": words}
        moment.save()
    said = []
    assert hand_out_all(tmp_path / "out", said.append) == 3
    assert sorted(said) == ["heron.zip", "wren-2.zip", "wren.zip"]
    found = {name: zipfile.ZipFile(tmp_path / "out" / name).read("everything.json").decode() for name in said}
    assert "a pause" in found["heron.zip"]
    assert "a laugh" not in found["heron.zip"]
    assert models.AuditEvent.objects.filter(action="exported").count() == 3
    assert list(auditing.verify()) == []
    assert stat.S_IMODE((tmp_path / "out" / "heron.zip").stat().st_mode) == 0o600


def test_a_folder_with_something_in_it_is_left_alone(store, new_client, tmp_path):
    new_client("heron")
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(ReattuneError, match="not an empty folder"):
            hand_out_all(place, print)
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".zip"] == []


def test_with_nobody_there_nothing_is_written(store, tmp_path):
    assert hand_out_all(tmp_path / "out", print) == 0
