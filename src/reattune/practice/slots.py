"""Sessions in words: what became of one, what a strip of the last ones says, which day of the week it is."""

from collections import Counter
from datetime import date
from typing import assert_never

from reattune.charts import Shape, legend
from reattune.charts.marks import SYMBOLS
from reattune.language import _, plural
from reattune.model import Initiator, SessionKind
from reattune.practice.agenda import Slot


def became(slot: Slot) -> str:  # noqa: PLR0911, PLR0912 - one way out per kind
    """Return what became of a session in words; "" where nothing is known yet."""
    match slot.kind:
        case SessionKind.SCHEDULED:
            return moved(slot)
        case SessionKind.ATTENDED:
            return _("came")
        case SessionKind.ATTENDED_LATE:
            return _("came late")
        case SessionKind.LEFT_EARLY:
            return _("left early")
        case SessionKind.CANCELLED:
            return _("cancelled {by}").format(by=by(slot.by)).strip()
        case SessionKind.CANCELLED_SHORT_NOTICE:
            return _("cancelled at short notice {by}").format(by=by(slot.by)).strip()
        case SessionKind.DID_NOT_ATTEND:
            return _("did not come")
        case SessionKind.RESCHEDULED | SessionKind.RESCHEDULED_SHORT_NOTICE:
            return _("moved {by}").format(by=by(slot.by)).strip()
        case SessionKind.SERIES_SLOT_REMOVED:
            return _("taken out of the series")
        case SessionKind.NO_LONGER_LISTED:
            return _("no longer listed")
        case SessionKind.THERAPIST_UNAVAILABLE:
            return _("you were away")
        case SessionKind.CONFLICT:
            return _("two rows disagree")
        case SessionKind.UNMAPPED:
            return _("recorded with a word that is not known")
        case other:
            assert_never(other)


def moved(slot: Slot) -> str:
    """Return that a session is at another time than first agreed; "" where it is not."""
    if slot.start == slot.slot:
        return ""
    return _("moved {by}").format(by=by(slot.moved_by or Initiator.UNKNOWN)).strip()


def by(who: Initiator) -> str:
    """Return whose doing it was, as it follows a verb; "" where that is not recorded."""
    match who:
        case Initiator.CLIENT:
            return _("by the client")
        case Initiator.THERAPIST:
            return _("by you")
        case Initiator.THIRD_PARTY:
            return _("by someone else")
        case Initiator.UNKNOWN:
            return ""
        case other:
            assert_never(other)


def strip_words(signs: str) -> str:
    """Return a strip in words, for whoever does not see it: how many sessions, and what became of them, counted."""
    if not signs:
        return _("No session yet.")
    counts = Counter(signs)
    shapes = [f"{counts[SYMBOLS[one]]} {legend(one)}" for one in Shape if counts[SYMBOLS[one]]]
    counted = plural("The last {n} session:", "The last {n} sessions:", len(signs))
    return f"{counted} {', '.join(shapes)}"


def strip_legend() -> tuple[tuple[str, str], ...]:
    """Return every sign of a strip with its meaning."""
    return tuple((SYMBOLS[one], legend(one)) for one in Shape)


def weekday(day: date) -> str:
    """Return the name of the weekday of a day."""
    return weekday_names()[day.weekday()]


def weekday_names() -> tuple[str, ...]:
    """Return the names of the days of the week, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def words() -> dict[str, object]:
    """Return the words for sessions that templates of the week and of the list use."""
    return {"weekday": weekday, "strip_words": strip_words, "strip_legend": strip_legend}
