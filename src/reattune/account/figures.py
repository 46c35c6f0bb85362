"""A timeline on the page: its drawing, its legend, its counts, and the same data as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reattune.account.scored import scorer
from reattune.account.told import Account, where
from reattune.caseload import Caseload
from reattune.charts import Line, Link, Shape, SignKind, Timeline, day, draw, legend, timeline, windows
from reattune.charts.drawing import band_words, title
from reattune.charts.glyphs import icon
from reattune.charts.links import nowhere
from reattune.charts.scores import timing_words, voice_words
from reattune.charts.signs import sign_icon, sign_words
from reattune.language import _, decimal, plural


@dataclass(frozen=True, slots=True)
class Figure:
    """One timeline on the page: its drawing, its caption, and the same data as a table."""

    svg: str
    caption: str
    count: str
    legend: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_ratings: bool
    cut: bool
    days: tuple[date, ...]
    """The day of each row, for those who link it."""


def figures(account: Account, anchor: str, caseload: Caseload) -> tuple[Figure, ...]:
    """Draw a relationship from its first session to the day of asking, newest stretch first.

    Args:
        account: Whose.
        anchor: A word unique on the page.
        caseload: What came up.

    Returns:
        The figures; none where there are neither sessions nor ratings.
    """
    began = _began(account, caseload.as_of)
    if began is None:
        return ()
    found = []
    for number, window in enumerate(windows(began, caseload.as_of), 1):
        chart = timeline(
            account.relationship,
            window,
            noticings=[one.noticing for one in account.told],
            own=account.streams.own,
            instruments=caseload.practice.instruments,
            score=scorer(caseload.practice),
        )
        found.append(figure_of(chart, f"{anchor}-chart-{number}"))
    return tuple(found)


def _began(account: Account, as_of: date) -> date | None:
    days = [one.slot.date() for one in account.relationship.sessions]
    days.extend(one.session_date for one in account.relationship.ratings)
    return min((one for one in days if one <= as_of), default=None)


def figure_of(chart: Timeline, identity: str, link: Link = nowhere) -> Figure:
    """Return one timeline as it stands on a page.

    Args:
        chart: The timeline.
        identity: A word unique on the page, for the drawing's title.
        link: From something drawn to the address of its rows, where the page has any.

    Returns:
        Its drawing, caption, counts and legend, and the same data as a table.
    """
    columns, rows, days = _table(chart)
    return Figure(
        svg=draw(chart, identity, link=link),
        caption=title(chart),
        count=_counts(chart),
        legend=(
            *((icon(one), legend(one)) for one in _shapes(chart)),
            *((sign_icon(one), sign_words(one)) for one in SignKind if any(sign.kind is one for sign in chart.signs)),
        ),
        columns=columns,
        rows=rows,
        has_ratings=bool(chart.panels),
        cut=any(one.cutoffs for one in chart.panels),
        days=days,
    )


def _shapes(chart: Timeline) -> list[Shape]:
    used = {one.shape for one in chart.slots} | ({Shape.YOURS} if chart.turns else set())
    if any(one.planned != one.happened for one in chart.slots):
        used.add(Shape.MOVED)
    return [one for one in Shape if one in used]


def _counts(chart: Timeline) -> str:
    parts = [plural("{n} agreed session", "{n} agreed sessions", len(chart.slots))]
    for shape in Shape:
        count = sum(one.shape is shape for one in chart.slots)
        if count:
            parts.append(f"{count} {legend(shape)}")
    return ", ".join(parts)


def _table(chart: Timeline) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[date, ...]]:
    """Tell a timeline as a table, in time order: a row for each session, break, noticing and note, and their days."""
    series = [(panel, one) for panel in chart.panels for one in panel.lines]
    names = tuple(f"{panel.name}, {timing_words(panel.timing)}, {voice_words(one.by)}" for panel, one in series)
    scores = [_answers(one) for _panel, one in series]
    rows: list[tuple[date, int, tuple[str, ...]]] = []
    for slot in chart.slots:
        moved = _("moved to {day}: {what}").format(day=day(slot.happened), what=slot.said)
        said = slot.said if slot.happened == slot.planned else moved
        cells = (answers.pop(slot.happened, "–") for answers in scores)
        rows.append((slot.planned, 1, (day(slot.planned), said, *cells, where(slot.source))))
    for index, answers in enumerate(scores):
        for at, score in answers.items():
            alone = tuple(score if place == index else "–" for place in range(len(scores)))
            rows.append((at, 2, (day(at), _("a rating without a session of that day"), *alone, "–")))
    rows.extend(_others(chart, len(series)))
    rows.sort()
    columns = (_("date"), _("what"), *names, _("row"))
    return columns, tuple(cells for _at, _kind, cells in rows), tuple(at for at, _kind, _cells in rows)


def _answers(one: Line) -> dict[date, str]:
    """Return a person's answers by day; two of one day stand side by side."""
    found: dict[date, str] = {}
    for dot in (dot for run in one.runs for dot in run):
        score = decimal(f"{dot.score:g}")
        found[dot.at] = f"{found[dot.at]}, {score}" if dot.at in found else score
    return found


def _others(chart: Timeline, width: int) -> Sequence[tuple[date, int, tuple[str, ...]]]:
    blank = ("",) * width
    rows = [
        (
            one.start,
            0,
            (
                day(one.start),
                _("{whose} until {end}").format(whose=band_words(one.by), end=day(one.end)),
                *blank,
                where(one.source),
            ),
        )
        for one in chart.bands
    ]
    rows.extend((one.at, 3, (day(one.at), _("noticing {n}").format(n=one.number), *blank, "")) for one in chart.flags)
    rows.extend((one.at, 4, (day(one.at), one.said or sign_words(one.kind), *blank, "")) for one in chart.signs)
    return rows
