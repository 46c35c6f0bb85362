"""The words of `reattune speech apply`: what a session resembles and why, or which turns would be coded."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from reattune.language import _, decimal, plural
from reattune.model import Script, Transcript

if TYPE_CHECKING:
    from reattune.speech.larger.applying import Resembles, Term
    from reattune.speech.larger.model import Model
    from reattune.speech.larger.opinion import Opinion

BOLD, DIM = "bold", "dim"
LONGEST = 220
"""Characters of a turn that are printed; all of it stands in the JSON."""
MINUTE = 60


def domain(model: "Model") -> str:
    """Return what a model learned from, and so what it can be about."""
    about = model.about
    sessions = plural("{n} session", "{n} sessions", int(about["sessions"]))
    groups = plural("{n} group", "{n} groups", int(about["groups"]))
    told = {"name": about["name"], "sessions": sessions, "groups": groups, "by": about["by"]}
    return _("Learned from {name}: {sessions} in {groups} ({by}). Of other talk it says nothing.").format(**told)


def resembles_lines(model: "Model", script: Script, found: "Resembles") -> Iterator[Text]:
    """Yield what is printed of a session: the score it resembles, how sure that is, and what it rests on."""
    yield Text(script.name, style=BOLD)
    yield from _about(model)
    if found.score is None or found.low is None or found.rated is None:
        yield Text(_("Nothing is said of this session: {why}.").format(why=found.why))
        return
    below = number(float(model.about["below"]))
    yield Text()
    text = _("It resembles sessions rated {score}; four in five of those weighed like it were rated {low} to {high}.")
    low, high = (number(end) for end in found.rated)
    yield Text(text.format(score=number(found.score), low=low, high=high), style=BOLD)
    text = _("Of 100 sessions weighed like this one, about {n} were rated below {below}; of all, {base}.")
    base = round(100 * float(model.about["low_share"]))
    yield Text(text.format(n=round(100 * found.low), below=below, base=base))
    yield Text(_band(found, below))
    yield from _rests_on(found)
    yield Text()
    yield Text(_("It says which sessions this one resembles, nothing of what happened. You were there."), style=DIM)


def opinion_lines(model: "Model", transcript: Transcript, said: "Opinion") -> Iterator[Text]:
    """Yield what is printed of single turns: how often each code would be given, and the clearest with their words."""
    yield Text(transcript.source.file, style=BOLD)
    yield Text(_("A reader’s second opinion, not a finding."), style=BOLD)
    yield from _about(model)
    if said.why:
        yield Text(_("Nothing is said of this session: {why}.").format(why=said.why))
        return
    given = "; ".join(f"{code}: {plural('{n} turn', '{n} turns', many)}" for code, many in said.counts.items())
    yield Text(_("Codes it would give: {codes}. Turns of the most usual one are not listed.").format(codes=given))
    for one in said.listed:
        turn = transcript.turns[one.turn]
        at = _("turn {n}").format(n=one.turn + 1)
        if turn.start is not None:
            at += f", {int(turn.start) // MINUTE}:{int(turn.start) % MINUTE:02d}"
        yield Text()
        yield Text(f"{at}  ", style=DIM).append(one.code, style="not dim bold")
        yield Text(f"  “{turn.text if len(turn.text) <= LONGEST else turn.text[:LONGEST].rstrip() + '…'}”")
    left = sum(many for code, many in said.counts.items() if code != said.usual) - len(said.listed)
    if left:
        yield Text()
        yield Text(
            plural(
                "{n} further turn is not listed: less clear.", "{n} further turns are not listed: less clear.", left
            ),
            style=DIM,
        )


def number(value: float) -> str:
    """Return a number with at most one decimal."""
    return decimal(f"{value:.1f}".removesuffix(".0"))


def _about(model: "Model") -> Iterator[Text]:
    yield Text(domain(model))
    if model.about.get("licence"):
        yield Text(str(model.about["licence"]), style=DIM)


def _band(found: "Resembles", below: str) -> str:
    if found.band is None:
        return _("It is in no band.")
    names = {"weak": _("weak"), "moderate": _("moderate"), "strong": _("strong")}
    text = _("Band: {name} ({sessions} of people not learned from; of 100 such, {n} were rated below {below}).")
    sessions = plural("{n} session", "{n} sessions", found.band.sessions)
    n = round(100 * found.band.precision)
    return text.format(name=names[found.band.name], n=n, sessions=sessions, below=below)


def _rests_on(found: "Resembles") -> Iterator[Text]:
    yield Text()
    yield Text(_("What it rests on, in points more or less than {usual}").format(usual=number(found.usual)), style=BOLD)
    yield from (Text(f"  {_points(one.adds)}  {part(one)}") for one in found.parts)
    for heading, terms in (
        (_("Named markers, more or less of them than usual"), found.markers),
        (_("Words"), found.terms),
    ):
        if terms:
            yield Text(heading, style=BOLD)
            yield from _terms(terms)


def _terms(terms: "Sequence[Term]") -> Iterator[Text]:
    for one in terms:
        words = one.text if one.where == "markers" else f"“{one.text}” ({stretch(one.where)})"
        yield Text(f"  {_points(one.adds)}  {words}")


def part(term: "Term") -> str:
    """Return what a block is called."""
    if term.where == "markers":
        return _("the named markers")
    kinds = {"words": _("words"), "letters": _("letters"), "vectors": _("sentence vectors"), "numbers": _("figures")}
    return f"{kinds[term.text]}: {stretch(term.where)}"


def stretch(where: str) -> str:
    """Return whose turns are meant, and of which quarter."""
    who, _space, quarter = where.partition(" ")
    names = {"client": _("the client"), "therapist": _("the therapist")}
    if who not in names:
        return where
    return _("{who}, quarter {n} of 4").format(who=names[who], n=quarter) if quarter else names[who]


def _points(value: float) -> str:
    return f"{decimal(f'{value:+.1f}'):>5}"
