"""What was answered on forms: whose answers, how they have shifted, and the last of them."""

from collections.abc import Sequence

from reattune.language import _, plural
from reattune.model import Direction, Observation, Part, Shift, Timing, Voice
from reattune.noticing.numbers import Spelled, alike, figure, figures
from reattune.noticing.phrases import StreamName, parse, rows

SAME_ANSWER = 4
"""Equal answers in a row from which they are described as such."""
LAST = 3
"""How many scores are listed."""


def same_answer(part: Part) -> bool:
    """Whether the same answer was given each time, often enough to be worth describing."""
    values = {one.value for one in rows(part)}
    return parse(part.stream).kind == "rating" and len(part.seen) >= SAME_ANSWER and len(values) == 1


def unanswered(name: StreamName, seen: Sequence[Observation]) -> str:
    """Return how often a form was left unanswered."""
    skipped = sum(one.value == "skipped" for one in seen)
    if not skipped:
        answered = plural(
            "The {{instrument}} was answered the {n} time it was offered in these weeks.",
            "The {{instrument}} was answered each of the {n} times it was offered in these weeks.",
            Spelled(len(seen)),
        )
        return answered.format(instrument=name.instrument)
    with alike([len(seen)]):
        some = plural(
            "Of {{offered}} {{instrument}} forms in these weeks, {n} was left unanswered.",
            "Of {{offered}} {{instrument}} forms in these weeks, {n} were left unanswered.",
            Spelled(skipped),
        )
        return some.format(offered=f"{Spelled(len(seen))}", instrument=name.instrument)


def scores(name: StreamName, part: Part, direction: Direction) -> str:
    """Return how scores moved, with the last of them."""
    seen = [one for one in rows(part) if one.weight > 0] or rows(part)
    last = [float(one.value) for one in seen[-LAST:]]
    answers = _answers(name)
    if same_answer(part):
        same = plural(
            "{{answers}} have been the same {n} time: {{value}}.",
            "{{answers}} have been the same {n} times: {{value}}.",
            Spelled(len(part.seen)),
        )
        return same.format(answers=answers, value=figure(last[-1]))
    shifted = _apart(direction) if name.kind == "gap" else _shift(part.shift)
    values = plural("the last one: {{values}}", "the last {n}: {{values}}", Spelled(len(last))).format(
        values=figures(last)
    )
    return shifted.format(answers=answers, values=values)


def _answers(name: StreamName) -> str:
    """Return whose answers to what, and when they were given."""
    match name.by, name.timing:
        case Voice.CLIENT, Timing.POST:
            text = _("The client's answers on the {instrument} after the session")
        case Voice.CLIENT, Timing.PRE:
            text = _("The client's answers on the {instrument} before the session")
        case Voice.CLIENT, _other:
            text = _("The client's answers on the {instrument} between sessions")
        case Voice.THERAPIST, Timing.POST:
            text = _("Your answers on the {instrument} after the session")
        case Voice.THERAPIST, Timing.PRE:
            text = _("Your answers on the {instrument} before the session")
        case Voice.THERAPIST, _other:
            text = _("Your answers on the {instrument} between sessions")
        case None, Timing.POST:
            text = _("Your answers and the client's on the {instrument} after the session")
        case None, Timing.PRE:
            text = _("Your answers and the client's on the {instrument} before the session")
        case None, _other:
            text = _("Your answers and the client's on the {instrument} between sessions")
    return text.format(instrument=name.instrument)


def _shift(shift: Shift) -> str:
    """Return which way answers have shifted, as far as the direction tells."""
    match shift:
        case Shift.LOWER:
            return _("{answers} have been lower than usual here ({values}).")
        case Shift.HIGHER:
            return _("{answers} have been higher than usual here ({values}).")
        case Shift.NONE:
            return _("{answers} have been different from what is usual here ({values}).")


def _apart(direction: Direction) -> str:
    """Return which way the distance between two people's answers has shifted."""
    match direction:
        case Direction.AWAY | Direction.AGAINST:
            return _("{answers} have been further apart than usual here (yours minus the client's, {values}).")
        case Direction.ATTUNED:
            return _("{answers} have been closer together than usual here (yours minus the client's, {values}).")
        case Direction.CHANGED:
            return _("{answers} have differed in an unusual way here (yours minus the client's, {values}).")
