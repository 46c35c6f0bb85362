"""What a container says of itself is asked of the sealed file, and kept."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded import kept, tracks


def test_it_is_asked_and_kept(here):
    assert tracks.track_of(here) is None
    kept.remember(here, **tracks.looked_at(here))
    found = tracks.track_of(here)
    assert (found.name, found.audio.channels, found.audio.rate) == ("talk.wav", 1, 16000)
    assert found.seconds == pytest.approx(3.0, abs=0.05)


def test_not_without_a_yes(here, withdraw):
    withdraw(here.client)
    with pytest.raises(ReattuneError, match="No was said"):
        tracks.looked_at(here)
