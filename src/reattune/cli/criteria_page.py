"""Every criterion side by side on every series of ratings, as one HTML file that asks for nothing from anywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined

from reattune.account.told import where
from reattune.charts import PAGE, day
from reattune.charts.drawing import style
from reattune.charts.raster import Raster, Sign, draw_raster, sign_icon, sign_words, title, used
from reattune.cli.criteria_words import (
    Session,
    count_words,
    counts,
    mark_words,
    not_run,
    notes,
    noticed_words,
    opening,
    raster_of,
    series_name,
    sessions,
    status_words,
    unknown_words,
    why_silent,
)
from reattune.cli.side_by_side import Beside, Compared
from reattune.criteria import Criterion
from reattune.language import _, decimal, plural


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One series on the page: its drawing, its words, and its sessions as a table."""

    name: str
    count: str
    notes: tuple[str, ...]
    svg: str
    caption: str
    legend: tuple[tuple[str, str], ...]
    counts: str
    not_run: tuple[tuple[str, str], ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One relationship on the page."""

    codename: str
    anchor: str
    ended: date | None
    why: str
    noticed: str
    exhibits: tuple[Exhibit, ...]


def criteria_page(found: Sequence[Compared], criteria: Iterable[Criterion], as_of: date, version: str) -> str:
    """Return every series under every criterion as HTML.

    Args:
        found: The relationships.
        criteria: The criteria that were run, to be explained at the end.
        as_of: The day of asking.
        version: Reattune's version, for the footer.

    Returns:
        HTML; the same input gives the same bytes.
    """
    environment = Environment(
        loader=PackageLoader("reattune.cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        _=_, plural=plural, decimal=decimal, day=day, where=where, mark_words=mark_words, status_words=status_words
    )
    return environment.get_template("criteria.html.j2").render(
        as_of=as_of,
        version=version,
        opening=opening(),
        unknown=unknown_words(),
        chapters=[_chapter(one, f"r{number}") for number, one in enumerate(found, 1)],
        criteria=list(criteria),
        chart_style=style(PAGE),
    )


def _chapter(one: Compared, anchor: str) -> Chapter:
    why = why_silent(one)
    return Chapter(
        codename=one.account.codename,
        anchor=anchor,
        ended=one.account.relationship.ended if one.ended else None,
        why=why,
        noticed="" if why else noticed_words(one),
        exhibits=tuple(
            _exhibit(series, raster_of(series, one), f"{anchor}-{number}")
            for number, series in enumerate(one.series, 1)
        ),
    )


def _exhibit(one: Beside, chart: Raster | None, identity: str) -> Exhibit:
    return Exhibit(
        name=series_name(one),
        count=count_words(one),
        notes=notes(one),
        svg="" if chart is None else draw_raster(chart, identity),
        caption=series_name(one) if chart is None else title(chart),
        legend=() if chart is None else _legend(chart),
        counts=counts(one),
        not_run=not_run(one),
        sessions=sessions(one),
    )


def _legend(chart: Raster) -> tuple[tuple[str, str], ...]:
    return tuple((sign_icon(sign), sign_words(sign)) for sign in used([chart]) if sign is not Sign.UNMARKED)
