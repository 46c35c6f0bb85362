"""A recording handed out: as it came, under a name of its own."""

from datetime import date

from reattune.practice import models
from reattune.practice.recorded import arriving, handing_out, kept
from reattune.practice.recorded.sealed_file import CHUNK


def test_two_of_one_name_are_told_apart():
    assert handing_out.unlike("a.wav", {}) == "a.wav"
    assert handing_out.unlike("a.wav", {"a.wav": b""}) == "a (2).wav"
    assert handing_out.unlike("a", {"a": b"", "a (2)": b""}) == "a (3)"


def test_it_comes_a_megabyte_at_a_time_without_its_key(here, sound):
    assert b"".join(handing_out.content(here)) == sound
    assert handing_out.name_of(here) == "2026-06-23 talk.wav"
    assert handing_out.told(here) == {"name": "talk.wav"}


def test_one_that_is_not_there_is_said_and_the_others_are_handed_out(here, sound, tmp_path):
    gone = arriving.new(here.client, "gone.wav", 500, here.day)
    models.Recording.objects.filter(pk=gone.pk).update(state="here")
    found = handing_out.originals(here.client)
    assert found["recordings/2026-06-23 talk.wav"] == sound
    assert "gone.wav: The sealed recording" in found[handing_out.NOTE].decode()
    assert handing_out.write_all(here.client, tmp_path / "out") == 1
    names = {one.name for one in (tmp_path / "out").iterdir()}
    assert names == {"2026-06-23 talk.wav", "read-me.txt"}
    assert "gone.wav" in (tmp_path / "out" / "read-me.txt").read_text("utf-8")


def test_one_that_was_changed_midway_leaves_no_half_of_itself(agreed, tmp_path):
    content = bytes(CHUNK) + b"the end"
    row = arriving.begin(agreed, "long.wav", len(content), date(2026, 6, 23))
    arriving.piece(row, 0, content[:CHUNK])
    arriving.piece(row, CHUNK, content[CHUNK:])
    models.Recording.objects.filter(pk=row.pk).update(state="here")
    with kept.path_of(row.pk).open("r+b") as file:
        file.seek(-5, 2)
        file.write(b"wrong")
    assert handing_out.write_all(agreed, tmp_path / "out") == 0
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["read-me.txt"]
