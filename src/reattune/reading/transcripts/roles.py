"""Who is who: a person says it once for each source; a script becomes a transcript only then."""

from collections.abc import Mapping
from datetime import date

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Role, Script, Source, Times, Transcript, Turn
from reattune.reading.transcripts.turns import merged

Confirmed = Mapping[str, Role]
"""Which label is whose, as a person has said it; a label that is not in it has not been said."""


def unsaid(script: Script, confirmed: Confirmed) -> tuple[str, ...]:
    """Return the labels of a script of which nobody has said whose they are, in order of speaking."""
    return tuple(label for label in script.labels if label not in confirmed)


def transcript(
    script: Script, confirmed: Confirmed, day: date, *, corrections: Mapping[int, Role] | None = None
) -> Transcript:
    """Return a script as turns with roles.

    Args:
        script: the file as it stands.
        confirmed: which label is whose; every label of the script must be in it.
        day: the session's day.
        corrections: single cues (by their number in the script) that are somebody else's after all.

    Returns:
        Turns in order, neighbouring cues of one speaker put together.

    Raises:
        UnreadableError: where a label has no role, naming it.
    """
    missing = unsaid(script, confirmed)
    if missing:
        message = _("{file}: nobody has said yet who {labels} is; say who is who first.")
        shown = ", ".join(f"“{label}”" for label in missing[:5])
        raise UnreadableError(message.format(file=script.name, labels=shown))
    changed = corrections or {}
    turns = [
        Turn(
            changed.get(number, confirmed[cue.label]),
            cue.label,
            cue.text,
            cue.row,
            cue.start,
            cue.end,
            pauses=cue.pauses,
        )
        for number, cue in enumerate(script.cues)
    ]
    whole = merged(turns, measured=script.times is Times.BOTH)
    return Transcript(day, Source(script.name, ""), whole, script.times, script.language, written=script.written)
