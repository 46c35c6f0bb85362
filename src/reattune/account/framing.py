"""The frame and the therapist's own changes, in words."""

from reattune.charts import day
from reattune.charts.drawing import band_words
from reattune.language import _, decimal, plural
from reattune.model import Break, FrameVersion, OwnAct, Relationship


def frame_lines(relationship: Relationship) -> tuple[str, ...]:
    """Return the agreed contract in all its versions, the newest first, then its breaks."""
    frame = relationship.frame
    return (
        *(_version(one) for one in sorted(frame.versions, key=lambda one: (one.start, one.source), reverse=True)),
        *(_break(one) for one in sorted(frame.breaks, key=lambda one: (one.start, one.end, one.source), reverse=True)),
    )


def _version(one: FrameVersion) -> str:
    known = (
        None if one.weekday is None else weekday(one.weekday),
        None if one.starts_at is None else one.starts_at.strftime("%H:%M"),
        plural("every week", "every {n} weeks", one.every_weeks),
        None if one.minutes is None else plural("{n} minute", "{n} minutes", one.minutes),
        None if one.fee is None else _("fee {fee}").format(fee=decimal(str(one.fee))),
        None if one.notice_hours is None else _notice(one.notice_hours),
    )
    parts = ", ".join(part for part in known if part)
    return _("From {day}: {parts}").format(day=day(one.start), parts=parts)


def _notice(hours: float) -> str:
    return _("{hours} hours’ notice").format(hours=decimal(f"{hours:g}"))


def _break(one: Break) -> str:
    words = _("{whose}: {start} to {end}").format(
        whose=_capital(band_words(one.by)), start=day(one.start), end=day(one.end)
    )
    agreed = "" if one.agreed is None else _(", agreed on {day}").format(day=day(one.agreed))
    return words + agreed


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def weekday(number: int) -> str:
    """Return a weekday's name, Monday being 0."""
    names = (_("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"), _("Saturdays"), _("Sundays"))
    return names[number]


def own_words(act: OwnAct) -> str:
    """Return what the therapist did to the frame, in words."""
    known = {
        "moved": _("you moved the session"),
        "cancelled": _("you cancelled the session"),
        "break": _("your break began"),
        "late": _("you came late"),
        "unavailable": _("you were away"),
    }
    words = known.get(act.kind, act.kind)
    return words if act.until is None else _("{what}, until {day}").format(what=words, day=day(act.until))
