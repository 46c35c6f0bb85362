"""Both people's answers to the same form, side by side: two lines that are never merged, and what each said of a day.

No number is made of two: what lies between the lines is something to ask about, and no measure of anything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reattune.account.scored import scorer
from reattune.charts import Panel, day, month, timeline
from reattune.charts.glyphs import escaped, line, number, text
from reattune.charts.links import Drawn, linked
from reattune.charts.scores import TITLE, count_words, draw_panel, height_of, heights, panel_words
from reattune.charts.timeline import Dot
from reattune.language import _, decimal
from reattune.model import Practice, Rating, Relationship, Voice
from reattune.practice import models
from reattune.practice.keeping import kept
from reattune.practice.mapping import said
from reattune.practice.mapping.practices import practice_of
from reattune.practice.mapping.relationships import relationship
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.own import Own

HALF_A_YEAR = timedelta(weeks=26)
LEFT, RIGHT, NARROWEST, A_WEEK, FOOT, HALF_TAP = 44.0, 10.0, 600.0, 11.0, 30.0, 7.0
Address = Callable[[date], str]
Whose = Callable[[Voice], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One session in the table: its day, where it is opened, and each one's answer, in the order of the voices.

    Without any answer it is opened nowhere.
    """

    at: date
    address: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facing:
    """One form, given at one time around a session: its drawing, its counts, and the same as a table."""

    title: str
    counts: str
    svg: str
    voices: tuple[Voice, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to one form around one session; `answers` in words, for each whose answers are here."""

    title: str
    answers: tuple[tuple[Voice, str], ...]


def panels(client: models.Client, today: date, voices: frozenset[Voice], own: Own | None = None) -> tuple[Panel, ...]:
    """Return both people's answers up to a day, form by form; before and after a session stand apart.

    Args:
        client: Of which relationship.
        today: The day of asking.
        voices: Whose answers are here.
        own: The client's own key, where it is open in their own space: what is theirs alone is here then, too.
    """
    settings = kept()
    known, _gathered = relationship(client, settings.zone)
    if client.is_over(today):
        today = client.ended or today
    rated = [one for one in known.ratings if one.by in voices and one.session_date <= today]
    rated += _unshared(client, own) if own is not None else []
    practice = practice_of((known,), settings, today)
    first = _first(known, rated, today)
    return _drawn(replace(known, ratings=tuple(rated)), (first, today), practice)


def _first(known: Relationship, rated: Iterable[Rating], today: date) -> date:
    days = [one.slot.date() for one in known.sessions] + [one.session_date for one in rated]
    return min((one for one in days if one <= today), default=today)


def _drawn(known: Relationship, window: tuple[date, date], practice: Practice) -> tuple[Panel, ...]:
    chart = timeline(known, window, noticings=(), own=(), instruments=practice.instruments, score=scorer(practice))
    return chart.panels


def _unshared(client: models.Client, own: Own) -> list[Rating]:
    rows = models.Said.every.filter(client=client, kind=Kind.RATING.value).exclude(share__in=models.voice.SHARED)
    found = ((row, saying.words_for_author(row, own)) for row in rows.select_related("client"))
    return [said.rating(row, words) for row, words in found if words is not None]


def facing(panel: Panel, window: tuple[date, date], identity: str, address: Address, whose: Whose) -> Facing | None:
    """Return one form as it is looked at side by side.

    Args:
        panel: The form, as of `panels`.
        window: First and last day to draw.
        identity: A word unique on the page.
        address: From the day of a session to where it is opened.
        whose: Whose answers they are, in words for whoever reads it.

    Returns:
        None where nobody answered it in that time.
    """
    cut = _within(panel, window)
    if cut is None:
        return None
    voices = tuple(one.by for one in cut.lines)
    return Facing(
        title=panel_words(cut),
        counts=count_words(cut, whose),
        svg=_svg(cut, window, identity, address, whose),
        voices=voices,
        rows=_rows(cut, voices, address),
    )


def answered(found: Iterable[Panel], at: date, voices: Iterable[Voice]) -> tuple[Answered, ...]:
    """Return what was answered around the session of one day.

    Args:
        found: The forms, as of `panels`.
        at: The day of the session.
        voices: Whose answers are here, in their order.
    """
    told = []
    for panel in found:
        by_voice = {one.by: _said(one.runs, at) for one in panel.lines}
        if any(by_voice.values()):
            answers = tuple((voice, by_voice.get(voice) or _none()) for voice in voices)
            told.append(Answered(panel_words(panel), answers))
    return tuple(told)


def _within(panel: Panel, window: tuple[date, date]) -> Panel | None:
    start, end = window
    lines = []
    for one in panel.lines:
        runs = (tuple(dot for dot in run if start <= dot.at <= end) for run in one.runs)
        lines.append(replace(one, runs=tuple(run for run in runs if run)))
    lines = [one for one in lines if one.runs]
    gaps = tuple(one for one in panel.gaps if start <= one <= end)
    days = {dot.at for one in lines for run in one.runs for dot in run} | set(gaps)
    # Where others draw a line belongs to a form's page; between two people it would only say who is right.
    return replace(panel, lines=tuple(lines), gaps=gaps, sessions=len(days), cutoffs=()) if lines else None


def _said(runs: Iterable[tuple[Dot, ...]], at: date) -> str:
    return ", ".join(_score(dot.score) for run in runs for dot in run if dot.at == at)


def _score(value: float) -> str:
    return decimal(f"{value:g}")


def _none() -> str:
    return _("no answer recorded")


def _rows(panel: Panel, voices: tuple[Voice, ...], address: Address) -> tuple[Row, ...]:
    days = {dot.at for one in panel.lines for run in one.runs for dot in run} | set(panel.gaps)
    lines = {one.by: one for one in panel.lines}
    found = [(at, [_said(lines[voice].runs, at) for voice in voices]) for at in sorted(days, reverse=True)]
    return tuple(Row(at, address(at) if any(said) else "", tuple(one or _none() for one in said)) for at, said in found)


def _svg(panel: Panel, window: tuple[date, date], identity: str, address: Address, whose: Whose) -> str:
    start, end = window
    days = max((end - start).days, 1)
    width = LEFT + RIGHT + max(NARROWEST, A_WEEK * days / 7)
    foot = height_of(panel)

    def place(at: date) -> float:
        return LEFT + 6 + (width - LEFT - RIGHT - 12) * (at - start).days / days

    def link(drawn: Drawn) -> str:
        return address(drawn.at) if isinstance(drawn, Dot) else ""

    body = "".join(
        (
            *_months(window, place, foot),
            *_between(panel, place, address),
            draw_panel(panel, 0, LEFT, width - RIGHT, place, link, whose, headed=False),
        )
    )
    title, described = (
        panel_words(panel),
        _("{counts}. The same stands in the table below.").format(counts=count_words(panel, whose)),
    )
    return (
        f'<svg class="rt" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(foot + FOOT)}" '
        f'width="{number(width)}" height="{number(foot + FOOT)}" role="group" '
        f'aria-labelledby="{identity}-title {identity}-desc"><title id="{identity}-title">{escaped(title)}</title>'
        f'<desc id="{identity}-desc">{escaped(described)}</desc>{body}</svg>'
    )


def _between(panel: Panel, place: Callable[[date], float], address: Address) -> list[str]:
    """Return the gap between the two lines at each session that both answered once, to be tapped."""
    height, top = heights(panel, 0), TITLE
    both = [{dot.at: dot.score for run in one.runs for dot in run} for one in panel.lines]
    if len(both) < len(Voice):
        return []
    parts = []
    for at in sorted(set(both[0]) & set(both[1])):
        x = place(at)
        tap = (
            f'<rect x="{number(x - HALF_TAP)}" y="{number(top)}" width="{number(2 * HALF_TAP)}" height="{number(78)}" '
        )
        stroke = line(x, height(both[0][at]), x, height(both[1][at]), "rt-between")
        words = _("both answers of {day}").format(day=day(at))
        parts.append(linked(f'{tap}class="rt-tap"/>{stroke}', address(at), words))
    return parts


def _months(window: tuple[date, date], place: Callable[[date], float], foot: float) -> list[str]:
    start, end = window
    first = start.replace(day=1)
    parts = []
    while first <= end:
        if first >= start:
            named = f"{month(first.month)} {first.year}" if first.month == 1 else month(first.month)
            parts.append(line(place(first), TITLE, place(first), foot, "rt-month"))
            parts.append(text(place(first) + 2, foot + 14, named, "rt-small"))
        first = (first + timedelta(days=32)).replace(day=1)
    return parts
