"""A rating's score, a form's name and an answer to be read, by the practice's own definitions."""

from collections.abc import Callable

from reattune.charts import day
from reattune.instruments import score
from reattune.language import _
from reattune.model import Practice, Rating, RiskAnswer


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


def answered_words(answer: RiskAnswer, name: str) -> str:
    """Return that an item was answered, for the therapist to read; the answer itself stays on the form."""
    return _("Item {item} of the {form} was answered above zero on {day}; please read it.").format(
        item=answer.item, form=name, day=day(answer.session_date)
    )
