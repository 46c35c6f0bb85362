"""A rating's score and a form's name, by the practice's own definitions."""

from collections.abc import Callable

from reattune.instruments import score
from reattune.model import Practice, Rating


def scorer(practice: Practice) -> Callable[[Rating], float | None]:
    """Return a function that scores one rating, or says None where it cannot be scored."""

    def scored(rating: Rating) -> float | None:
        if rating.score is not None:
            return rating.score
        instrument = practice.instruments.get(rating.instrument)
        return None if instrument is None or not rating.items else score(instrument, rating.items).score

    return scored


def form_name(practice: Practice, instrument: str) -> str:
    """Return a form's name as people know it."""
    known = practice.instruments.get(instrument)
    return instrument.upper() if known is None else known.name
