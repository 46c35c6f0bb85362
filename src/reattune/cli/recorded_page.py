"""A recording as a page: its moments, ribbons over its whole length, figures with how they are known."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reattune.account.ribbons import Drawn, heard_ribbons, seen_ribbons
from reattune.charts.ribbon import ticks
from reattune.cli import recorded_words as words
from reattune.cli.recorded import Heard, Seen
from reattune.cli.recorded_words import Block
from reattune.language import _, plural


def heard_page(found: Heard, version: str) -> str:
    """Return a recording that was listened to as one HTML file that asks for nothing from anywhere.

    Args:
        found: What was found.
        version: Reattune's version, for the footer.

    Returns:
        HTML without a script, everything from the file in it escaped; the same recording gives the same bytes.
    """
    return _page(
        found.recording.name,
        words.heading(found),
        found.listened.seconds,
        words.heard_blocks(found),
        heard_ribbons(found.listened),
        (_("How it was said"), words.figures(found)),
        words.longest(found),
        words.heard_remarks(found),
        version,
    )


def seen_page(found: Seen, version: str) -> str:
    """Return a recording that was watched as such a page.

    Args:
        found: What was found.
        version: Reattune's version, for the footer.
    """
    return _page(
        found.name,
        words.heading(found),
        found.watched.seconds,
        words.seen_blocks(found),
        seen_ribbons(found.watched),
        (_("Movement"), words.amounts(found)),
        (),
        words.seen_remarks(found),
        version,
    )


def _page(
    name: str,
    heading: str,
    seconds: float,
    blocks: Sequence[Block],
    ribbons: Sequence[Drawn],
    figures: tuple[str, Sequence[str]],
    silences: Sequence[words.Quiet],
    remarks: Sequence[str],
    version: str,
) -> str:
    environment = Environment(
        loader=PackageLoader("reattune.cli"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(_=_, plural=plural)
    return environment.get_template("recorded.html.j2").render(
        name=name,
        heading=heading,
        blocks=blocks,
        nothing=words.nothing(),
        limits=words.limits(),
        ribbons=[(one.name, Markup(one.svg)) for one in ribbons],  # noqa: S704  our own drawing, its words escaped
        ticks=ticks(seconds),
        figures=figures,
        silences=silences,
        remarks=remarks,
        closing=words.closing(),
        version=version,
    )
