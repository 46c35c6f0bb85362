"""A second reader tried with a made-up passage, so that nothing of anybody is sent before it is known to work."""

import time
from datetime import date

from reattune.language import _
from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.practice.heard import second_door
from reattune.practice.heard.second_setting import Endpoint
from reattune.speech.second.answering import parse
from reattune.speech.second.asking import Piece, Window, question

SECONDS = 60.0
"""A page can wait so long."""
_SAID = (
    (Role.THERAPIST, "How did it feel to come here through the rain today?"),
    (Role.CLIENT, "It was fine, the bus had warm seats and I read the whole way."),
    (Role.THERAPIST, "So the journey was almost a rest."),
)
"""Made up for this, and about nobody."""


def made_up() -> tuple[Transcript, Window]:
    """Return the passage that is sent."""
    turns = tuple(Turn(role, role.value, text, str(number)) for number, (role, text) in enumerate(_SAID, 1))
    pieces = tuple(Piece(at, 0, len(turn.text)) for at, turn in enumerate(turns))
    transcript = Transcript(date(2026, 1, 1), Source("made up", ""), turns, Times.NONE)
    return transcript, Window("made-up", Role.CLIENT, 1, 1, pieces)


def try_out(endpoint: Endpoint) -> str:
    """Ask about the made-up passage, and return in words what came back.

    Args:
        endpoint: Whom.

    Raises:
        ReattuneError: Nobody answered, or not in this way.
    """
    transcript, window = made_up()
    system, user = question(transcript, window)
    begun = time.monotonic()
    answer = second_door.ask(endpoint, system, user, seed=1, still=lambda: None, seconds=SECONDS)
    seconds = max(1, round(time.monotonic() - begun))
    model = answer.model or endpoint.model
    if not parse(answer.text, window, transcript).is_readable:
        message = _("{model} answered in {n} s, and not in the form asked for; another model may fit better.")
    else:
        message = _(
            "{model} answered in {n} s, in the form asked for. What it makes of a real talk, that does not say."
        )
    return message.format(model=model, n=seconds)
