"""The MP3 for what no browser plays: made once, held in memory with the open vault, never written."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded import kept
from reattune.practice.recorded.shown import copies

pytestmark = pytest.mark.system("ffmpeg")


def test_it_is_an_mp3_made_once(here, monkeypatch):
    made = []
    once = copies.audio.playable
    monkeypatch.setattr(copies.audio, "playable", lambda file: made.append(1) or once(file))
    first = copies.copy_of(here)
    assert first[0] == 0xFF
    assert first[1] & 0xE0 == 0xE0
    assert 0.7 < len(first) / (3 * 8000) < 1.3
    assert copies.copy_of(here) is first
    assert made == [1]
    with copies.opened(here) as file:
        assert file.read() == first


def test_nothing_of_it_lies_beside_the_recording(here):
    copies.copy_of(here)
    assert [one.name for one in kept.folder().iterdir()] == [f"{here.pk}.sealed"]


def test_after_a_no_there_is_none(here, withdraw):
    withdraw(here.client)
    with pytest.raises(ReattuneError, match="No was said"):
        copies.copy_of(here)
