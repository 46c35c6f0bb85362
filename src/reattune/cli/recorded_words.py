"""What was heard or seen in a recording, as lines: the same for the terminal and for the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from reattune.cli.recorded import Heard, Seen, length
from reattune.language import _, decimal, plural
from reattune.model import Between, Quarantined, Role, Silence, Way
from reattune.nonverbal import telling
from reattune.nonverbal.moment_words import seconds
from reattune.nonverbal.pauses import inner
from reattune.nonverbal.spans import clock
from reattune.nonverbal.watched import Amount, Together

LONGEST = 6
"""Silences that are listed, the longest ones; all stand in the JSON."""
ROWS = 5
"""Rows set aside that are listed."""


@dataclass(frozen=True, slots=True)
class Block:
    """One moment as it is told: when, what was heard or seen, what it may well be, and one's own part."""

    start: float
    when: str
    sentence: str
    ordinary: tuple[str, ...]
    part: str = ""
    rests: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """One silence that is listed: when it begins, how long it is and between whom."""

    when: str
    said: str


def limits() -> str:
    """Return what a recording cannot show."""
    return _("Quiet, pace and movement can be measured; what they meant, only the two of you can say.")


def closing() -> str:
    """Return the line under everything."""
    return _("Reattune does not say that anything happened. You were there.")


def nothing() -> str:
    """Return what is said where no moment is listed."""
    return _("No moment is listed; that says nothing of how the session was.")


def heading(found: Heard | Seen) -> str:
    """Return what was opened, in a line."""
    said = length(found.recording) if found.recording else _("a series of movement from another program")
    return f"{said} · {found.day.isoformat()}" if found.day else said


def heard_blocks(found: Heard) -> tuple[Block, ...]:
    """Return the moments of a recording that was listened to, in time order."""
    told = ((one, telling.moment(one, found.listened.way)) for one in found.listened.moments)
    return tuple(
        Block(one.start, clock(one.start), words.sentence, words.ordinary, words.part, words.rests)
        for one, words in told
    )


def seen_blocks(found: Seen) -> tuple[Block, ...]:
    """Return the moments of a recording that was watched, in time order."""
    return tuple(Block(one.start, clock(one.start), one.sentence, one.readings) for one in found.watched.moments)


def figures(found: Heard) -> tuple[str, ...]:
    """Return the session's figures as sentences: how it is known who spoke comes first, and from which file."""
    known, *rest = telling.figures(found.figures)
    named = found.transcript if found.figures.way is Way.TRANSCRIPT else ""
    beside = [_("Who spoke is taken from {file}.").format(file=named)] if named else []
    return tuple(map(ended, (known, *beside, *rest)))


def longest(found: Heard) -> tuple[Quiet, ...]:
    """Return the longest silences between two things said, in time order, each with who spoke around it."""
    between = inner(found.listened.silences, found.listened.spoke)
    chosen = sorted(between, key=lambda one: (-one.seconds, one.start))[:LONGEST]
    return tuple(Quiet(clock(one.start), _quiet(one)) for one in sorted(chosen, key=lambda one: one.start))


def heard_remarks(found: Heard) -> tuple[str, ...]:
    """Return what could not be said of a recording that was listened to, and why; then what else it holds."""
    video = (_("It has pictures, too; to look at movement: reattune watch FILE"),) if found.recording.video else ()
    said = (*found.listened.remarks, *found.notes, *found.recording.remarks)
    return (*dict.fromkeys(map(ended, said)), *video)


def ended(sentence: str) -> str:
    """Return a sentence with its full stop, as one of several stands in a list."""
    return sentence if sentence.endswith((".", "?", ":", "…")) else f"{sentence}."


def amounts(found: Seen) -> tuple[str, ...]:
    """Return how much each moved, and how far it went together, in sentences."""
    watched = found.watched
    lines = [
        _("There is movement data of both for {usable} of {all}.").format(
            usable=clock(watched.usable), all=clock(watched.seconds)
        )
    ]
    lines += [
        _amount(role, one) for role, one in ((Role.CLIENT, watched.client), (Role.THERAPIST, watched.therapist)) if one
    ]
    lines.append(watched.result)
    if watched.together:
        lines += _together(watched.together)
    return tuple(lines)


def seen_remarks(found: Seen) -> tuple[str, ...]:
    """Return what could not be seen, and why, and rows that were set aside."""
    notes = found.watched.notes
    seen = (one for one in found.watched.remarks if one not in notes)
    said = map(ended, (*seen, *_aside(found.aside), *notes))
    sound = found.recording is not None and found.recording.audio is not None
    heard = (_("It has sound, too; to listen to it: reattune listen FILE"),) if sound else ()
    return (*dict.fromkeys(said), *heard)


def _quiet(one: Silence) -> str:
    said = seconds(one.seconds)
    if one.between is not Between.OTHER:
        said = f"{said} {telling.between(one.between)}"
    return _("{said}; something that is not speech can be heard in it").format(said=said) if one.sounds else said


def _amount(role: Role, one: Amount) -> str:
    if role is Role.CLIENT:
        words = _(
            "The client: motion energy {mean} on average, movement in {active} % of the time, {bursts} runs a minute."
        )
    else:
        words = _("You: motion energy {mean} on average, movement in {active} % of the time, {bursts} runs a minute.")
    return words.format(mean=decimal(f"{one.mean:.2f}"), active=round(one.active), bursts=decimal(f"{one.bursts:.1f}"))


def _together(one: Together) -> Iterator[str]:
    yield _("{statistic}: {value}; {shifts} shifted series give {chance} (z {z}, p {p}).").format(
        statistic=one.statistic,
        value=decimal(f"{one.value:.3f}"),
        shifts=one.shifts,
        chance=decimal(f"{one.chance:.3f}"),
        z=decimal(f"{one.z:.1f}"),
        p=decimal(f"{one.p:.3f}"),
    )
    yield _("Mean |Z| over all cells, another average of the same: {value}.").format(
        value=decimal(f"{one.strength:.3f}")
    )
    if not one.follows:
        return
    who = _("the client’s movement comes first") if one.lead >= 0 else _("yours comes first")
    yield _("On the whole {who}, by {seconds}.").format(who=who, seconds=seconds(abs(one.lead)))


def _aside(rows: tuple[Quarantined, ...]) -> Iterator[str]:
    yield from (_("Row {row} was set aside: {why}").format(row=one.row, why=one.why) for one in rows[:ROWS])
    if len(rows) > ROWS:
        yield plural("… and {n} more row.", "… and {n} more rows.", len(rows) - ROWS)
