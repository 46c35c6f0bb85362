"""What is said of the criteria, the same in the terminal and on the page: what they are worth comes before any mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from reattune.account.standing import direction_words
from reattune.account.told import stream_words
from reattune.charts import Line, Panel, day
from reattune.charts.raster import Raster, Row, Sign, sign_words
from reattune.charts.scores import timing_words, voice_words
from reattune.charts.timeline import Dot
from reattune.cli.side_by_side import Beside, Compared, Place
from reattune.criteria import UNKNOWN, State, Status
from reattune.language import _, plural
from reattune.model import Noticing, Purpose
from reattune.noticing.numbers import clauses
from reattune.noticing.phrases import parse

REATTUNE = "Reattune"
SIGNS = {
    State.NONE: Sign.UNMARKED,
    State.PENDING: Sign.OPEN,
    State.REPAIRED: Sign.BACK,
    State.UNREPAIRED: Sign.NOT_BACK,
    State.CENSORED: Sign.ENDED,
}


def opening() -> tuple[str, ...]:
    """Return what must be known before any of it is read."""
    return (
        _(
            "Published ways to mark sessions at which a rating was lower than before, offered for research under their "
            "authors’ names. None of them says that something happened, and none decides what Reattune tells you."
        ),
        _(
            "They disagree with each other on the same answers, and there is no standard. On chance alone some mark "
            "nearly every therapy: of simulated courses of 8 to 20 sessions in which nothing changed, a fall of 1 SD "
            "of one’s own marked 97 to 100 in 100, a fall of 2 SD 56 to 88. Others mark next to nothing, also where "
            "something did change: a control chart of the whole series marked 1 or 2 in 100, and found 3 in 100 of the "
            "dips of 2 SD that had been put in."
        ),
    )


def unknown_words() -> str:
    """Return which published criteria are not run, and why."""
    names = ", ".join(one.name for one in UNKNOWN)
    return _("Known by name and not run, because their figures are not known here: {names}.").format(names=names)


def status_words(status: Status) -> str:
    """Return how far a criterion's figures were checked at their source."""
    match status:
        case Status.VERIFIED:
            return _("verified")
        case Status.SECOND_HAND:
            return _("second-hand")
        case Status.FROM_MEMORY:
            return _("from memory")
        case Status.OWN:
            return _("our own choice")
        case other:
            assert_never(other)


def form(one: Beside) -> str:
    """Return the form of a series as people know it."""
    return one.instrument.name if one.instrument is not None else one.key[0].upper()


def series_name(one: Beside) -> str:
    """Return what a series is of: the form, whose answers, and when they were given."""
    return f"{form(one)}, {voice_words(one.key[1])}, {timing_words(one.key[2])}"


def count_words(one: Beside) -> str:
    """Return how many answers there are, in how many sessions, from when to when."""
    answers = plural("{n} answer", "{n} answers", one.answers)
    sessions = plural("{n} session", "{n} sessions", len(one.places))
    return _("{answers} in {sessions}, {start} to {end}").format(
        answers=answers, sessions=sessions, start=day(one.places[0].day), end=day(one.places[-1].day)
    )


def notes(one: Beside) -> tuple[str, ...]:
    """Return what must be known of a series: what the form asks about, and where the spread between people is from."""
    found = []
    if one.instrument is not None and one.instrument.purpose is not Purpose.ALLIANCE:
        found.append(_("Most of these were made for ratings of the alliance; this form asks about something else."))
    if one.instrument is not None and one.instrument.higher_is_better is False:
        found.append(_("On this form a lower answer is better; what is marked are rises."))
    if one.sd_between is not None:
        people = plural("{n} person", "{n} people", one.people)
        found.append(
            _("The spread between people ({sd}) is that of {people} in this practice, our own choice.").format(
                sd=f"{one.sd_between:.2g}", people=people
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a series: its number on the axis, its place, and what each criterion that marks it says of it."""

    number: int
    place: Place
    said: tuple[tuple[str, Sign, date | None], ...]
    """The criterion's name, its sign, and the day on which the answers came back, where they did."""


def sessions(one: Beside) -> tuple[Session, ...]:
    """Return all sessions of a series, marked or not, in order."""
    found: list[list[tuple[str, Sign, date | None]]] = [[] for _place in one.places]
    for said in one.said:
        for mark in said.marks:
            back = None if mark.back is None else one.places[mark.back].day
            found[mark.place].append((said.criterion.name, SIGNS[mark.state], back))
    return tuple(
        Session(number, place, tuple(said))
        for number, (place, said) in enumerate(zip(one.places, found, strict=True), 1)
    )


def mark_words(sign: Sign, back: date | None) -> str:
    """Return what a mark says, with the day on which the answers came back."""
    return sign_words(sign) if back is None else _("marked, came back {day} (repaired)").format(day=day(back))


def ran(one: Beside) -> int:
    """Return how many criteria were run on a series."""
    return sum(not said.why for said in one.said)


def counts(one: Beside) -> str:
    """Return how many sessions each criterion marks, in the criteria's order; "" where none was run."""
    run = [said for said in one.said if not said.why]
    some = [f"{said.criterion.name} {len(said.marks)}" for said in run if said.marks]
    none = [said.criterion.name for said in run if not said.marks]
    parts = []
    if some:
        marked = plural("Marked, of {n} answer: {{listed}}.", "Marked, of {n} answers: {{listed}}.", one.answers)
        parts.append(marked.format(listed=", ".join(some)))
    if none:
        parts.append(_("Nothing marked by {listed}.").format(listed=", ".join(none)))
    return " ".join(parts)


def not_run(one: Beside) -> tuple[tuple[str, str], ...]:
    """Return why criteria were not run on a series, each reason once, and which they were."""
    reasons: dict[str, list[str]] = {}
    for said in one.said:
        if said.why:
            reasons.setdefault(said.why, []).append(said.criterion.name)
    every = len(one.said)
    return tuple((why, "" if len(names) == every else ", ".join(names)) for why, names in reasons.items())


def noticed_words(one: Compared) -> str:
    """Return what Reattune itself noticed on a relationship, and when; it looks at more than ratings."""
    noticings = [told.noticing for told in one.account.told]
    if not noticings:
        return _("Reattune itself noticed nothing here; it looks at dates and payments too, where they are read.")
    listed = "; ".join(_noticing(noticing) for noticing in noticings)
    return _("Reattune itself, which looks at more than ratings, noticed: {listed}.").format(listed=listed)


def _noticing(one: Noticing) -> str:
    streams = dict.fromkeys(stream_words(parse(part.stream).kind) for part in one.parts)
    return _("{day}, {way} ({streams})").format(
        day=day(one.at), way=direction_words(one.direction), streams=clauses(list(streams))
    )


def why_silent(one: Compared) -> str:
    """Return why there is no series to show, or ""."""
    if one.account.silent:
        return one.account.silent
    if one.left_out:
        return _("Ratings are left out here, as frame.toml asks.")
    return "" if one.series else _("No ratings are recorded here.")


def raster_of(one: Beside, whose: Compared) -> Raster | None:
    """Return the picture of a series, or None where no criterion was run on it."""
    run = [said for said in one.said if not said.why]
    if not run or one.instrument is None:
        return None
    rows = []
    for said in run:
        states = {mark.place: SIGNS[mark.state] for mark in said.marks}
        rows.append(
            Row(
                said.criterion.name,
                tuple(states.get(place, Sign.UNMARKED if able else None) for place, able in enumerate(said.able)),
            )
        )
    days = tuple(place.day for place in one.places)
    return Raster(
        codename=whose.account.codename,
        panel=_panel(one),
        days=days,
        scores=tuple(place.score for place in one.places),
        rows=(Row(REATTUNE, _came_up(days, [told.at for told in whose.account.told])), *rows),
    )


def _came_up(days: Sequence[date], noticed: Iterable[date]) -> tuple[Sign | None, ...]:
    """Return at which session each noticing came up: the last one not after it."""
    places = {max((place for place, at in enumerate(days) if at <= when), default=None) for when in noticed}
    return tuple(Sign.CAME_UP if place in places else None for place in range(len(days)))


def _panel(one: Beside) -> Panel:
    assert one.instrument is not None
    runs: list[list[Dot]] = [[]]
    for place in one.places:
        if place.score is None or place.source is None:
            runs.append([])
        else:
            runs[-1].append(Dot(place.day, place.score, place.source))
    return Panel(
        instrument=one.key[0],
        name=form(one),
        timing=one.key[2],
        minimum=one.instrument.minimum,
        maximum=one.instrument.maximum,
        range_learned=False,
        higher_is_better=one.instrument.higher_is_better,
        cutoffs=(),
        lines=(Line(one.key[1], tuple(tuple(run) for run in runs if run)),),
        gaps=tuple(place.day for place in one.places if place.score is None),
        sessions=len(one.places),
    )
