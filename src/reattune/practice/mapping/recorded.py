"""The figures of a client's recordings as they are kept: what the streams are made of; nothing is worked out anew."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from reattune.errors import ReattuneError
from reattune.model import MovementFigures, SoundFigures, Source
from reattune.practice import consent, models
from reattune.reading.recorded_figures import movement_from, sound_from

Figures = TypeVar("Figures", SoundFigures, MovementFigures)


def recorded(
    client: models.Client, zone: ZoneInfo
) -> tuple[tuple[SoundFigures, ...], tuple[MovementFigures, ...], tuple[str, ...]]:
    """Return the figures of sound and of movement, and what cannot be read of them; none where that was not agreed.

    Args:
        client: Whose.
        zone: The practice's time zone: in it lies the day on which something was found.
    """
    if not consent.is_given(client, consent.Purpose.RECORDING):
        return (), (), ()
    rows = list(models.Found.objects.filter(client=client).select_related("recording").order_by("made"))
    wrong: list[str] = []
    sound = tuple(_read(rows, "sound", sound_from, zone, wrong))
    return sound, tuple(_read(rows, "movement", movement_from, zone, wrong)), tuple(wrong)


def _read(
    rows: list[models.Found], what: str, read: Callable[..., Figures], zone: ZoneInfo, wrong: list[str]
) -> Iterator[Figures]:
    for row in rows:
        kept: Any = (row.words.get("figures") or {}).get(what)
        if not kept:
            continue
        recording = row.recording
        source = Source(str(recording.words.get("name", "")), str(recording.pk))
        known_at: date = row.made.astimezone(zone).date()
        try:
            yield read(kept, day=recording.day, source=source, known_at=max(known_at, recording.day))
        except ReattuneError as error:
            wrong.append(str(error))
