"""One session as a page: the conversation with silences to scale, and its moments beside the words they rest on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reattune.cli import read_words
from reattune.cli.read_words import Block
from reattune.cli.session import Session
from reattune.language import _, plural
from reattune.model import Direction, Role
from reattune.reading.transcripts.silences import Silence
from reattune.speech.overlooked import invitation

REM_PER_SECOND = 0.4
MOST_REM = 24
"""A silence longer than a minute is drawn as long as a minute; its length is written beside it."""
SIGNS = {Direction.AWAY: "←", Direction.AGAINST: "→", Direction.ATTUNED: "○"}
"""Each way has a sign of its own, so that nothing is said by colour."""

Span = tuple[int, int, str]
"""Beginning and end in a turn's words, and the moment they belong to."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence as it is drawn: its height, and what is written beside it."""

    height: float
    said: str


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as it is drawn; `text` is escaped, with what is told marked in it."""

    number: int
    when: str
    who: str
    mine: bool
    text: Markup
    words: int
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...]


def read_page(session: Session, version: str) -> str:
    """Return a session as one HTML file that asks for nothing from anywhere and needs no script.

    Args:
        session: What was looked at.
        version: Reattune's version, for the footer.

    Returns:
        HTML, everything from the file in it escaped; the same session gives the same bytes.
    """
    blocks = read_words.blocks(session)
    return (
        _environment()
        .get_template("read.html.j2")
        .render(
            session=session,
            version=version,
            words=read_words,
            blocks=blocks,
            turns=_turns(session, blocks),
            counts=(*read_words.counts(session), *read_words.omitted(session)),
            figures=read_words.wordless(session),
            unmarked=read_words.quiet(session),
            invitation=invitation(),
            remarks=read_words.aside(session),
            signs=SIGNS,
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
    environment.globals.update(_=_, plural=plural)
    return environment


def _turns(session: Session, blocks: Sequence[Block]) -> Iterator[Said]:
    spans: Mapping[int, list[Span]] = defaultdict(list)
    for turn, start, end, moment in read_words.marked(blocks):
        spans[turn].append((start, end, moment.id))
    begins: Mapping[int, list[Block]] = defaultdict(list)
    for one in blocks:
        begins[one.moment.first].append(one)
    gaps: Mapping[int, list[Gap]] = defaultdict(list)
    for silence in session.silences:
        if gap := _gap(silence):
            gaps[silence.turn].append(gap)
    for number, line in enumerate(session.reading.context.lines):
        yield Said(
            number=number,
            when=read_words.when(session, number),
            who=read_words.speaker(line.turn),
            mine=line.turn.role is Role.THERAPIST,
            text=Markup() if session.wordless else _with_marks(line.turn.text, spans.get(number, ())),
            words=line.words,
            blocks=tuple(begins.get(number, ())),
            gaps=tuple(gaps.get(number, ())),
        )


def _gap(silence: Silence) -> Gap | None:
    if silence.seconds is None or silence.seconds < read_words.LONG:
        return None
    said = plural("{n} second of silence", "{n} seconds of silence", round(silence.seconds))
    place = read_words.around(silence)
    return Gap(
        round(min(MOST_REM, REM_PER_SECOND * silence.seconds), 2),
        _("{silence}, {place}").format(silence=said, place=place) if place else said,
    )


def _with_marks(text: str, spans: Sequence[Span]) -> Markup:
    """Return a turn's words, escaped, with each stretch that a moment rests on marked once."""
    out, at = Markup(), 0
    for start, end, moment in spans:
        begin = max(start, at)
        if begin >= end:
            continue
        out += escape(text[at:begin]) + Markup('<mark data-moment="{}">{}</mark>').format(moment, text[begin:end])
        at = end
    return out + escape(text[at:])
