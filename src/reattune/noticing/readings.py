"""What a noticing could also be: several readings, benign ones first; and the therapist's own part, always."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from reattune.language import _
from reattune.model import Direction, Noticing, OwnAct
from reattune.noticing.answers import same_answer
from reattune.noticing.numbers import date_text
from reattune.noticing.phrases import SESSIONS, USUAL_VALUES, parse, rows, stated_reason, unconfirmed, unrecorded
from reattune.noticing.recordings import RECORDED, everyday_of, own_part
from reattune.noticing.transcripts import SPEECH, everyday

AROUND = timedelta(days=3)
"""How near to a public holiday a session is said to be around it."""
NO_HOLIDAYS: Mapping[date, str] = {}
AWAY = frozenset({"break", "unavailable"})
"""Acts that are the therapist's time away, not changes to the frame."""
REASONS_NAMED = 3
REASON_LENGTH = 80
"""How many reasons that were given are named, and how many signs of each."""


def readings(noticing: Noticing, holidays: Mapping[date, str] = NO_HOLIDAYS) -> tuple[str, ...]:
    """Return what a noticing could also be: at least two readings, benign first, an open question last.

    Args:
        noticing: what came up.
        holidays: public holidays by day, where the practice has set a country.

    Returns:
        Whole sentences, in the order in which they are to be shown.
    """
    told = [*_circumstances(noticing, holidays), *_everyday(noticing)]
    if any(same_answer(part) for part in noticing.parts):
        told.append(
            _(
                "The same answer each time can mean that all is well, that the form has become a habit, "
                "or that saying more is hard just now."
            )
        )
    seen = [one for part in noticing.parts for one in rows(part)]
    if any(unconfirmed(one) for one in seen):
        told.append(_("Some of this may be a status that was never confirmed; the rows tell which."))
    if any(unrecorded(one) for one in seen):
        told.append(_("It is not recorded who asked for some of these changes; it may not have been the client."))
    told += dict.fromkeys(own_part(part.stream) for part in noticing.parts if part.stream in RECORDED)
    if noticing.own:
        told.append(_your_part(noticing))
    return (*told, _asking(noticing.direction))


def _your_part(noticing: Noticing) -> str:
    """Return that the therapist's part may be part of it: time away, or changes."""
    if all(act.kind in AWAY for act in noticing.own):
        return _("Your time away in these weeks may be part of it.")
    return _("Your own changes in these weeks may be part of it.")


def _circumstances(noticing: Noticing, holidays: Mapping[date, str]) -> list[str]:
    """Return what is known to have been in the way: reasons that were given, and public holidays."""
    told = _reasons(noticing, holidays)
    changed = [one for part in noticing.parts if part.stream in SESSIONS for one in rows(part)]
    days = {day for one in changed if one.value not in USUAL_VALUES for day in _around(one.at)}
    near = sorted(day for day in days if day in holidays)
    if near:
        told.append(
            _("There was a public holiday around then ({name}, {date}).").format(
                name=holidays[near[-1]], date=date_text(near[-1])
            )
        )
    return told


def _reasons(noticing: Noticing, holidays: Mapping[date, str]) -> list[str]:
    """Return for what a reason was given, and which: sessions first, then the rest."""
    given: dict[bool, list[tuple[date, str]]] = {}
    for part in noticing.parts:
        for one in rows(part):
            said = stated_reason(one, holidays.get(one.at, ""))
            if said and one.value not in USUAL_VALUES:
                given.setdefault(part.stream not in SESSIONS, []).append((one.at, said))
    return [_reason(sorted(set(given[other])), other=other) for other in sorted(given)]


def _reason(given: Sequence[tuple[date, str]], *, other: bool) -> str:
    """Return that a reason was given for sessions, or for something else, and what it was."""
    words = list(dict.fromkeys(_short(said) for _day, said in given))
    listed = "; ".join(words[:REASONS_NAMED]) + ("; …" if len(words) > REASONS_NAMED else "")
    if other:
        text = _("A reason was given for some of this ({reasons}), and it may be all there is to it.")
        return text.format(reasons=listed)
    days = sorted({day for day, _said in given})
    if len(days) == 1:
        text = _("A reason was given for the session of {date} ({reasons}), and it may be all there is to it.")
        return text.format(date=date_text(days[0]), reasons=listed)
    text = _("A reason was given for some of the sessions ({reasons}), and it may be all there is to it.")
    return text.format(reasons=listed)


def _short(said: str) -> str:
    """Return a reason on one line, without signs that would steer a terminal."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return line if len(line) <= REASON_LENGTH else f"{line[:REASON_LENGTH].rstrip()}…"


def _around(day: date) -> list[date]:
    """Return the days around a day, itself among them; at the ends of the calendar there are fewer."""
    near = range(max(date.min.toordinal(), day.toordinal() - AROUND.days), day.toordinal() + AROUND.days + 1)
    return [date.fromordinal(one) for one in near if one <= date.max.toordinal()]


def _everyday(noticing: Noticing) -> list[str]:
    """Return the everyday readings of each kind of stream, at least one."""
    if noticing.direction is Direction.ATTUNED:
        return [_("Good stretches can also be habit, or a quieter time at work.")]
    kinds = [parse(part.stream).kind for part in noticing.parts]
    return list(dict.fromkeys(_heard_or(kind) for kind in kinds))


def _heard_or(kind: str) -> str:
    """Return the everyday reading of what was said or recorded, or of another kind of stream."""
    if kind in SPEECH:
        return everyday()
    return everyday_of(kind) if kind in RECORDED else _everyday_of(kind)


def _everyday_of(kind: str) -> str:
    """Return the everyday reading of one kind of stream."""
    match kind:
        case "attendance" | "rescheduling":
            return _("This may be holidays or work.")
        case "payment":
            return _(
                "Payment can have practical reasons: a replaced card, a late salary; or money may simply be short."
            )
        case "rating":
            return _("Answers move with the day, with sleep, and with how the form is read.")
        case "gap":
            return _("Two people often see the same session differently.")
        case "unanswered":
            return _("A form may be left unanswered because time was short, or because nobody asked for it.")
        case _:
            return _("This may be chance, or something outside the sessions.")


def _asking(direction: Direction) -> str:
    """Return the open question that comes last."""
    match direction:
        case Direction.AWAY:
            return _("It may also be worth asking how the sessions have felt.")
        case Direction.AGAINST:
            return _("It may also be worth asking whether something has been hard to say.")
        case Direction.ATTUNED:
            return _("It may also be worth saying what has been good.")
        case Direction.CHANGED:
            return _("It may also be worth asking what has been different.")


def yours(noticing: Noticing) -> tuple[str, ...]:
    """Return what the therapist did to the frame in these weeks, or that nothing of it is recorded."""
    acts = sorted(noticing.own, key=lambda act: (act.at, act.known_at, act.kind, act.source))
    told = tuple(dict.fromkeys(_act(act) for act in acts))
    return told or (_("Nothing of yours is recorded in these weeks; the calendar may not know."),)


def _act(act: OwnAct) -> str:
    """Return one thing the therapist did, as a sentence."""
    day = date_text(act.at)
    match act.kind:
        case "moved":
            return _("You moved the session of {date}.").format(date=day)
        case "cancelled":
            return _("You cancelled the session of {date}.").format(date=day)
        case "late":
            return _("You began the session of {date} late.").format(date=day)
        case "break" if act.until is not None and act.until != act.at:
            return _("You were away from {date} to {until}.").format(date=day, until=date_text(act.until))
        case "break":
            return _("You were away on {date}.").format(date=day)
        case _:
            return _("You were not available on {date}.").format(date=day)
