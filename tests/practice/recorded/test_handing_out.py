"""A recording handed out: as it came, under a name of its own."""

from reattune.practice.recorded import handing_out


def test_two_of_one_name_are_told_apart():
    assert handing_out.unlike("a.wav", {}) == "a.wav"
    assert handing_out.unlike("a.wav", {"a.wav": b""}) == "a (2).wav"
    assert handing_out.unlike("a", {"a": b"", "a (2)": b""}) == "a (3)"


def test_it_comes_a_megabyte_at_a_time_without_its_key(here, sound):
    assert b"".join(handing_out.content(here)) == sound
    assert handing_out.name_of(here) == "2026-06-23 talk.wav"
    assert handing_out.told(here) == {"name": "talk.wav"}
