"""The words of `reattune read`, the same at the terminal and on the page: what was read, its moments, its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reattune.charts import day
from reattune.cli.session import Session
from reattune.cli.who import named
from reattune.language import _, decimal, plural
from reattune.model import Between, Role, Times, Turn
from reattune.reading.transcripts.silences import Silence
from reattune.speech.moments import Moment
from reattune.speech.nearby import near
from reattune.speech.overlooked import leaning
from reattune.speech.rule import Hit
from reattune.speech.telling import Quoted, afterwards, left_out

MARKS = 3
"""Marks of one moment that are told, its clearest, one a turn (`--all` tells every one)."""
ATTEMPTS = 2
"""Attempts near a moment that are told: the clearest."""
BENIGN = 2
"""Benign readings of a moment that are told, the likeliest."""
LONG = 3.0
"""Seconds from which a silence is counted."""
MINUTE, HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one turn: when, who, the quote ("" where only the sentence is told), and the sentence about them."""

    when: str
    who: str
    quote: str
    sentence: str
    turn: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One moment as it is read: benign readings first, then the words, then what was near."""

    moment: Moment
    when: str
    title: str
    benign: tuple[str, ...]
    lines: tuple[Line, ...]
    further: str
    before: tuple[Line, ...]
    attempts: tuple[Line, ...]
    afterwards: tuple[str, ...]
    hits: tuple[Hit, ...]
    """The marks that are told."""


def heading(session: Session) -> str:
    """Return what was read: the file, its format, how much, and who."""
    script, count = session.script, len(session.transcript.turns)
    parts = [script.format, plural("{n} turn", "{n} turns", count)]
    if minutes := round((end_of(session) or 0) / MINUTE):
        parts.append(plural("{n} minute", "{n} minutes", minutes))
    if session.day is not None:
        parts.insert(0, day(session.day))
    return f"{', '.join(parts)}. {who(session)}"


def who(session: Session) -> str:
    """Return who is who, in a sentence."""
    words = {Role.THERAPIST: _("{name} is the therapist"), Role.CLIENT: _("{name} is the client")}
    seen = dict.fromkeys((turn.label, turn.role) for turn in session.transcript.turns if turn.role in words)
    return "; ".join(words[role].format(name=named(label)) for label, role in seen) + "."


def limits() -> str:
    """Return how far any of this can be trusted, in a line."""
    return _(
        "A mark says only that a place may be worth reading again: tone, breath and faces are not in a transcript, and "
        "in the nearest open measure about 7 in 10 such marks were nothing."
    )


def blocks(session: Session, *, whole: bool = False) -> tuple[Block, ...]:
    """Return the moments that are listed, in words.

    Args:
        session: What was looked at.
        whole: Whether every mark of a moment is told.
    """
    return tuple(block(session, moment, whole=whole) for moment in session.listed.moments)


def block(session: Session, moment: Moment, *, whole: bool = False) -> Block:
    """Return one moment in words."""
    told = session.told(moment)
    chosen = moment.hits if whole else _clearest(moment.hits)
    rest = len(moment.hits) - len(chosen)
    reading, found = session.around(moment)
    kept = [(hit, part) for hit, part in zip(moment.hits, told.seen, strict=True) if hit in chosen]
    spans = {(hit.turn, hit.start) for hit, _part in kept}
    apart = [one for one in near(reading, moment, found) if spans.isdisjoint(_places(one.moment))]
    attempts = sorted(sorted(apart, key=lambda one: -one.moment.strength)[:ATTEMPTS], key=lambda one: one.moment.first)
    return Block(
        moment=moment,
        when=when(session, moment.first),
        title=told.title,
        benign=told.benign[:BENIGN],
        lines=tuple(_line(session, part) for _hit, part in kept),
        further=plural("{n} more mark on these words.", "{n} more marks on these words.", rest) if rest else "",
        before=tuple(_line(session, part) for part in told.before[:1]),
        attempts=tuple(_attempt(session, one.moment) for one in attempts),
        afterwards=afterwards(moment, attempts),
        hits=tuple(hit for hit, _part in kept),
    )


def counts(session: Session) -> tuple[str, ...]:
    """Return how many of the client's turns carry a mark, or why none were looked for."""
    one = session.figures
    if session.why or one.away is None or one.against is None or one.attuned is None:
        return (session.why or one.why,)
    whole = plural("Of {n} turn of the client", "Of {n} turns of the client", one.client_turns)
    message = _("{whole}, {away} may be moving away, {against} moving against, {attuned} being met.")
    return (message.format(whole=whole, away=one.away, against=one.against, attuned=one.attuned),)


def omitted(session: Session) -> tuple[str, ...]:
    """Return which moments are not listed, and how to see them."""
    parts = left_out(session.listed)
    return (*parts, _("To list them: --all.")) if parts else ()


def quiet(session: Session) -> tuple[Line, ...]:
    """Return the turns that no rule marked and that lean most, each with the way it leans."""
    turns = session.transcript.turns
    return tuple(
        Line(
            when(session, hit.turn),
            speaker(turns[hit.turn]),
            session.reading.quote(hit),
            leaning(hit),
            hit.turn,
            turns[hit.turn].text.strip() != session.reading.quote(hit),
        )
        for hit in session.overlooked
    )


def wordless(session: Session) -> tuple[str, ...]:
    """Return the figures that need no words, in sentences."""
    one = session.dynamics
    said = _("Words: {therapist} by the therapist, {client} by the client ({share} of every hundred).")
    lines = [
        said.format(
            therapist=one.therapist_words,
            client=one.client_words,
            share=decimal(f"{100 * one.client_share:.0f}"),
        )
    ]
    turns = plural("Of {n} turn of the client", "Of {n} turns of the client", one.client_turns)
    short = _(
        "{turns}, {minimal} have at most three words, at the longest {run} one after another; half have {length} or "
        "fewer."
    )
    lines.append(short.format(turns=turns, minimal=one.minimal, run=one.longest_run, length=_figure(one.client_length)))
    lines.append(_silent(session))
    lines += [f"{change.says} {change.benign}" for change in session.changes]
    return tuple(lines)


def aside(session: Session) -> tuple[str, ...]:
    """Return what was set aside, how things were understood, and what was not looked at."""
    placed = _("{file}, line {row}: {why}.")
    found = [
        placed.format(file=one.file, row=one.row, why=one.why)
        if one.row
        else _("{file}: {why}.").format(file=one.file, why=one.why)
        for one in session.aside
    ]
    found += [_sentence(text) for text in session.script.remarks]
    found += [_("{file}: {why}.").format(file=one.what, why=one.why) for one in session.script.not_analysed]
    return tuple(found)


def when(session: Session, turn: int) -> str:
    """Return when a turn began, or which turn it is where that is not known."""
    start = session.transcript.turns[turn].start
    return _("turn {n}").format(n=turn + 1) if start is None else clock(start)


def clock(seconds: float) -> str:
    """Return seconds as minutes, or hours, from the beginning."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, MINUTE)
    return f"{whole // HOUR}:{minutes % MINUTE:02}:{rest:02}" if whole >= HOUR else f"{minutes}:{rest:02}"


def speaker(turn: Turn) -> str:
    """Return who speaks, as it stands before words: "You" for the therapist, who is the one who reads."""
    if turn.role is Role.THERAPIST:
        return _("You")
    return turn.label or {Role.CLIENT: _("Client"), Role.OTHER: _("Somebody else")}[turn.role]


def end_of(session: Session) -> float | None:
    """Return the last second that is known, or None."""
    known = [at for turn in session.transcript.turns for at in (turn.start, turn.end) if at is not None]
    return max(known, default=None)


def around(silence: Silence) -> str:
    """Return who spoke before a silence and after it."""
    words = {
        Between.TT: _("between your own words"),
        Between.TP: _("before the client spoke"),
        Between.PT: _("before you spoke"),
        Between.PP: _("between the client’s own words"),
        Between.OTHER: "",
    }
    return words[silence.between]


def _silent(session: Session) -> str:
    known = [(one.seconds, one) for one in session.silences if one.seconds is not None and one.seconds >= LONG]
    one = session.dynamics
    if session.transcript.times is not Times.BOTH or one.typed or not known:
        if session.transcript.times is Times.BOTH and not one.typed:
            return _("No silence of 3 seconds or more.")
        return _("The file does not say when each turn ended, so silences were not measured.")
    longest, silence = max(known, key=lambda pair: pair[0])
    text = plural("{n} silence of 3 seconds or more", "{n} silences of 3 seconds or more", len(known))
    at = _("at {clock}").format(clock=clock(silence.start)) if silence.start is not None else ""
    place = ", ".join(part for part in (at, around(silence)) if part)
    message = _(
        "{text}; the longest has {seconds} seconds ({place}). Half of the client’s answers began within {wait} s."
    )
    if one.client_latency is None or not place:
        return f"{text}."
    return message.format(text=text, seconds=f"{longest:.0f}", place=place, wait=_figure(one.client_latency))


def _figure(value: float) -> str:
    return decimal(f"{value:.1f}") if value != int(value) else f"{value:.0f}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"


def _places(moment: Moment) -> set[tuple[int, int]]:
    return {(hit.turn, hit.start) for hit in moment.hits}


def _clearest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the clearest marks, one a turn, in the order of the words."""
    best: dict[int, Hit] = {}
    for hit in hits:
        if hit.turn not in best or hit.strength > best[hit.turn].strength:
            best[hit.turn] = hit
    strongest = sorted(best.values(), key=lambda hit: -hit.strength)[:MARKS]
    return tuple(sorted(strongest, key=lambda hit: hit.turn))


def _attempt(session: Session, moment: Moment) -> Line:
    hit = max(moment.hits, key=lambda one: one.strength)
    return _line(session, Quoted(hit.reason, session.reading.quote(hit), hit.turn))


def _line(session: Session, part: Quoted) -> Line:
    turn = session.transcript.turns[part.turn]
    return Line(when(session, part.turn), speaker(turn), part.quote, part.sentence, part.turn, part.more)


def marked(told: Sequence[Block]) -> Iterator[tuple[int, int, int, Moment]]:
    """Yield the spans that are told: turn, beginning, end and the moment they belong to, in the order of the words."""
    spans = [(hit.turn, hit.start, hit.end, one.moment) for one in told for hit in one.hits]
    yield from sorted(spans, key=lambda span: span[:3])
