"""The report: one file, complete in itself, for reading and for paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from reattune.account.counts import counted, folded, remarks, rows_read, set_aside
from reattune.account.figures import Figure, figures
from reattune.account.framing import frame_lines, own_words
from reattune.account.quiet import little, quiet_line, quiet_words
from reattune.account.scored import answered_words, form_name
from reattune.account.standing import added_words, verdict_words
from reattune.account.threshold import threshold_words
from reattune.account.told import Account, accounts, dated, lately, recently_spoken, where
from reattune.caseload import Caseload
from reattune.charts import PAGE, day
from reattune.charts.drawing import style
from reattune.language import _, decimal, plural
from reattune.model import Voice
from reattune.noticing import telling


@dataclass(frozen=True, slots=True)
class Chapter:
    """One relationship's page."""

    account: Account
    anchor: str
    figures: tuple[Figure, ...]
    frame: tuple[str, ...]
    own: tuple[tuple[str, str, str], ...]


def report(caseload: Caseload, version: str) -> str:
    """Return the report as one HTML file that asks for nothing from anywhere.

    Args:
        caseload: What came up.
        version: Reattune's version, for the footer.

    Returns:
        HTML; the same caseload gives the same bytes.
    """
    told = accounts(caseload)
    current = [one for one in told if lately(one, caseload.as_of)]
    earlier = [one for one in told if one.told and one not in current and not one.silent]
    unknown = [one for one in told if little(one, caseload.as_of)]
    quiet = [one for one in told if not one.told and not one.silent and one not in unknown]
    practice = caseload.practice
    anchors = _anchors(told)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            caseload=caseload,
            version=version,
            chapters=[_chapter(one, anchors[one.codename], caseload) for one in sorted(told, key=_codename)],
            anchors=anchors,
            current=current,
            earlier=earlier,
            quiet=quiet,
            unknown=unknown,
            quiet_means=dated(telling.quiet(caseload.as_of)),
            silent=[one for one in told if one.silent],
            spoken=recently_spoken(told, caseload.as_of),
            answered=[(one, answer) for one in told for answer in one.answered],
            aside=set_aside(practice),
            remarks=remarks(practice),
            skipped=folded(practice),
            read=counted(rows_read(practice)),
            threshold=threshold_words(caseload.threshold),
            chart_style=style(PAGE),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reattune.cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        _=_,
        plural=plural,
        decimal=decimal,
        day=day,
        where=where,
        quiet_words=quiet_words,
        quiet_line=quiet_line,
        added=added_words,
        verdict=verdict_words,
    )
    environment.globals["answered_words"] = answered_words
    environment.globals["form_name"] = form_name
    environment.globals["client"] = Voice.CLIENT
    return environment


def _codename(account: Account) -> str:
    return account.codename


def _anchors(told: Iterable[Account]) -> Mapping[str, str]:
    """Give each relationship a word for links; a codename may hold what a link may not."""
    return {one.codename: f"r{number}" for number, one in enumerate(sorted(told, key=_codename), 1)}


def _chapter(account: Account, anchor: str, caseload: Caseload) -> Chapter:
    return Chapter(
        account=account,
        anchor=anchor,
        figures=() if account.silent else figures(account, anchor, caseload),
        frame=frame_lines(account.relationship),
        own=tuple(
            (day(one.at), own_words(one), where(one.source))
            for one in sorted(account.streams.own, key=lambda one: (one.at, one.kind, one.source), reverse=True)
        ),
    )
