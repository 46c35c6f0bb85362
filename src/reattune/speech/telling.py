"""Words for a moment: what was seen and on which words it rests, what else it may be, what came just before and after.

They are written to the therapist: "you" is the one who was in the room.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reattune.language import _, plural
from reattune.model import Direction, Role
from reattune.speech.asking import Asked
from reattune.speech.moments import FAINT, Listed, Moment
from reattune.speech.nearby import Afterwards, Attempt, near
from reattune.speech.place import Line, Place
from reattune.speech.reading import Reading
from reattune.speech.registry import every
from reattune.speech.worth import Count

READINGS = 3
"""Benign readings that are told of one moment."""
QUOTED = 160
"""Characters of a quote that is only there to remind."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Exact words of one turn, and a sentence about them; `more` where the turn began before them."""

    sentence: str
    quote: str
    turn: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in words, in the order in which it is read: benign readings come before reasons."""

    title: str
    benign: tuple[str, ...]
    seen: tuple[Quoted, ...]
    before: tuple[Quoted, ...]
    attempts: tuple[Quoted, ...]
    afterwards: tuple[str, ...]
    honest: str


def told(reading: Reading, moment: Moment, found: Sequence[Moment]) -> Told:
    """Return a moment in words.

    Args:
        reading: the transcript read.
        moment: the moment.
        found: all moments of the session, for what lies near.

    Returns:
        The words; every quote is a piece of the turn it is taken from.
    """
    attempts = near(reading, moment, found)
    return Told(
        title(moment),
        benign(moment),
        seen(reading, moment),
        before(reading, moment),
        tuple(part for attempt in attempts for part in seen(reading, attempt.moment)),
        afterwards(moment, attempts),
        honest(moment),
    )


def title(moment: Moment) -> str:
    """Return what a moment is called."""
    theirs = moment.role is not Role.THERAPIST
    match moment.direction:
        case Direction.AWAY:
            return _("seems to move away") if theirs else _("your words may have moved away")
        case Direction.AGAINST:
            return _("seems to move against") if theirs else _("your words may have moved against")
        case Direction.ATTUNED:
            return _("a moment of being met")
        case _other:
            return _("may have been an attempt to reach each other")


def benign(moment: Moment) -> tuple[str, ...]:
    """Return what else a moment often is, likeliest first: of its strongest marks, each reading once."""
    known = {rule.id: rule for rule in every()}
    ranked = sorted(moment.hits, key=lambda hit: -hit.strength)
    lists = [known[rule].benign() for rule in dict.fromkeys(hit.rule for hit in ranked) if rule in known]
    # The likeliest reading of each mark comes before the second one of any.
    longest = max(map(len, lists), default=0)
    readings = [one[index] for index in range(longest) for one in lists if index < len(one)]
    return tuple(dict.fromkeys(readings))[:READINGS]


def seen(reading: Reading, moment: Moment) -> tuple[Quoted, ...]:
    """Return each thing a moment rests on: why, and the exact words; of an attempt the clearest first."""
    marks = moment.hits if moment.direction is not None else sorted(moment.hits, key=lambda hit: -hit.strength)
    return tuple(Quoted(hit.reason, reading.quote(hit), hit.turn) for hit in marks)


def before(reading: Reading, moment: Moment) -> tuple[Quoted, ...]:
    """Return what the therapist did just before a client's moment; nothing for the therapist's own."""
    place = Place(reading.context, moment.first)
    line = place.other
    if moment.role is Role.THERAPIST or line is None or line.turn.role is not Role.THERAPIST:
        return ()
    turn = next(at for at in range(moment.first - 1, -1, -1) if reading.context.lines[at] is line)
    marks = [hit for hit in reading.hits if hit.turn == turn and hit.strength >= FAINT]
    own = tuple(Quoted(hit.reason, reading.quote(hit), turn) for hit in marks)
    return (Quoted(_asking(line.asks), *_end(line, turn)), *own)


def afterwards(moment: Moment, attempts: Sequence[Attempt]) -> tuple[str, ...]:
    """Return what came of attempts after a moment; one sentence where there was none to be seen."""
    if moment.direction not in {Direction.AWAY, Direction.AGAINST}:
        return ()
    if not attempts:
        return (_("No such attempt was seen in this session; it may come in the next."),)
    kinds = {kind for attempt in attempts for kind in attempt.afterwards}
    if not kinds:
        return (_("Afterwards the session went on, and nothing more was marked close to it."),)
    words = {
        Afterwards.USUAL: _("Afterwards the replies were about as long as usual again."),
        Afterwards.MET: _("Afterwards there was a moment of being met."),
        Afterwards.MORE: _("Afterwards there was more that may be moving away or against."),
    }
    return tuple(sentence for kind, sentence in words.items() if kind in kinds)


def honest(moment: Moment) -> str:
    """Return how often such marks are nothing."""
    if moment.direction is Direction.ATTUNED:
        return _("Words of being met are often only polite. You were there; the words were not all of it.")
    if moment.direction is None:
        return _("Words of this kind are often only polite. You were there; the words were not all of it.")
    return _(
        "In the nearest open measure about 7 in 10 marks of this kind were nothing. It is another task (talk against a "
        "change of habits, read by experts), so here it may be more or fewer."
    )


def left_out(listed: Listed) -> tuple[str, ...]:
    """Return how many moments are not listed, and why; nothing where all are."""
    parts = []
    if listed.left_out:
        parts.append(
            plural(
                "{n} more moment is not listed, because the list holds only so many.",
                "{n} more moments are not listed, because the list holds only so many.",
                listed.left_out,
            )
        )
    if listed.weak:
        parts.append(
            plural(
                "{n} more rests on little and is not listed.",
                "{n} more rest on little and are not listed.",
                listed.weak,
            )
        )
    return tuple(parts)


def answered(count: Count) -> str:
    """Return how a practice has answered to moments of one rule."""
    message = _("In this practice: {yes} times “yes, that”, {no} times “no, ordinary”, {unsure} times “not sure”.")
    return message.format(yes=count.yes, no=count.no, unsure=count.unsure)


def _asking(asks: Asked) -> str:
    match asks:
        case Asked.CLOSED:
            return _("Just before, you asked something that yes or no can answer:")
        case Asked.OPEN:
            return _("Just before, you asked an open question:")
        case Asked.FEELING:
            return _("Just before, you asked about feelings:")
        case Asked.US:
            return _("Just before, you asked about the two of you, or the work together:")
        case Asked.NOTHING:
            return _("Just before, you said:")


def _end(line: Line, turn: int) -> tuple[str, int, bool]:
    """Return the end of a turn, from the beginning of a word: what stood in the room when the other began."""
    text = line.turn.text
    if len(text) <= QUOTED:
        return text, turn, False
    cut = text.find(" ", len(text) - QUOTED)
    return text[cut + 1 if cut >= 0 else len(text) - QUOTED :], turn, True
