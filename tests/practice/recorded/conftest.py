"""A client who agreed to recording, and a recording that arrived."""

import io
import math
import struct
import wave
from collections.abc import Callable
from datetime import date

import pytest

from reattune.practice import consent, models
from reattune.practice.recorded import arriving, kept
from reattune.practice.recorded.sealed_file import Writer

DAY = date(2026, 6, 23)


def _sound(seconds: float = 3.0) -> bytes:
    """A WAV file with a tone on one channel."""
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        tone = (int(9000 * math.sin(n / 20)) for n in range(int(16000 * seconds)))
        file.writeframes(b"".join(struct.pack("<h", one) for one in tone))
    return held.getvalue()


@pytest.fixture(scope="session")
def sound() -> bytes:
    """A WAV file of three seconds."""
    return _sound()


@pytest.fixture
def agreed(new_client: Callable[..., models.Client]) -> models.Client:
    """A client who agreed to recording."""
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    return heron


@pytest.fixture
def withdraw() -> Callable[[models.Client], None]:
    """Have a client say no to recording."""
    return lambda client: consent.write(client, consent.Purpose.RECORDING, given=False, by="client", day=DAY)


@pytest.fixture
def here(agreed: models.Client, sound: bytes) -> models.Recording:
    """A recording that is here."""
    row = arriving.new(agreed, "talk.wav", len(sound), DAY)
    kept.folder()
    made = Writer(kept.path_of(row.pk), kept.key_of(row), str(row.pk))
    made.append(sound, last=True)
    made.sync()
    made.close()
    row.arrived, row.state = len(sound), models.Recording.State.HERE
    row.save()
    return row
