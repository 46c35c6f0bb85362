"""The figures of a client's recordings as they are kept: what the streams are made of; nothing is worked out anew."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from reattune.errors import ReattuneError
from reattune.model import MovementFigures, SoundFigures, Source
from reattune.practice import consent, models
from reattune.reading.recorded_figures import movement_from, sound_from

Figures = TypeVar("Figures", SoundFigures, MovementFigures)


def recorded(
    client: models.Client,
) -> tuple[tuple[SoundFigures, ...], tuple[MovementFigures, ...], tuple[str, ...]]:
    """Return the figures of sound and of movement, and what cannot be read of them; none where that was not agreed.

    Args:
        client: Whose.
    """
    if not consent.is_given(client, consent.Purpose.RECORDING):
        return (), (), ()
    # With the recording's own words, so that the long lists of what was found are not opened for a few figures.
    rows = [(row, row.words) for row in client.recordings.order_by("day", "made")]
    wrong: list[str] = []
    sound = tuple(_read(rows, "sound", sound_from, wrong))
    return sound, tuple(_read(rows, "movement", movement_from, wrong)), tuple(wrong)


def _read(
    rows: list[tuple[models.Recording, dict[str, Any]]], what: str, read: Callable[..., Figures], wrong: list[str]
) -> Iterator[Figures]:
    for row, words in rows:
        kept: Any = (words.get("figures") or {}).get(what)
        if not kept:
            continue
        source = Source(str(words.get("name", "")), str(row.pk))
        known_at = date.fromisoformat(str(words["known_at"])) if words.get("known_at") else row.day
        try:
            yield read(kept, day=row.day, source=source, known_at=max(known_at, row.day))
        except ReattuneError as error:
            wrong.append(str(error))
