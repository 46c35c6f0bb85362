"""Who is who."""

from datetime import date

import pytest

from reattune.errors import UnreadableError
from reattune.model import Cue, Pause, Role, Script, Source, Times
from reattune.reading.transcripts.roles import transcript, unsaid

DAY = date(2026, 3, 10)
SCRIPT = Script(
    "heron/sessions/2026-03-10.vtt",
    "WebVTT",
    "0" * 64,
    (
        Cue("Anna", "How was it?", "1", 0.0, 1.0),
        Cue("Kim", "Fine.", "2", 2.0, 3.0, pauses=(Pause(2, "(.)"),)),
        Cue("Kim", "I think.", "3", 6.0, 7.0),
        Cue("Lee", "Not for me.", "4", 8.0, 9.0),
    ),
    Times.BOTH,
    language="en",
)
SAID = {"Anna": Role.THERAPIST, "Kim": Role.CLIENT, "Lee": Role.OTHER}


def test_labels_of_which_nobody_has_said_whose_they_are():
    assert unsaid(SCRIPT, {}) == ("Anna", "Kim", "Lee")
    assert unsaid(SCRIPT, {"Kim": Role.CLIENT}) == ("Anna", "Lee")
    assert unsaid(SCRIPT, SAID) == ()


def test_a_script_becomes_turns_only_with_every_role():
    with pytest.raises(UnreadableError, match="“Anna”, “Lee”"):
        transcript(SCRIPT, {"Kim": Role.CLIENT}, DAY)
    made = transcript(SCRIPT, SAID, DAY)
    assert (made.day, made.source, made.times, made.language) == (DAY, Source(SCRIPT.name, ""), Times.BOTH, "en")
    assert [(turn.role, turn.text, turn.messages) for turn in made.turns] == [
        (Role.THERAPIST, "How was it?", 1),
        (Role.CLIENT, "Fine. I think.", 2),
        (Role.OTHER, "Not for me.", 1),
    ]


def test_a_silence_between_entries_put_together_stays_where_ends_are_real():
    assert transcript(SCRIPT, SAID, DAY).turns[1].pauses == (Pause(2, "(.)"), Pause(6, "", 3.0))


def test_a_single_cue_can_be_somebody_elses_after_all():
    made = transcript(SCRIPT, SAID, DAY, corrections={2: Role.THERAPIST})
    assert [(turn.role, turn.text) for turn in made.turns][1:3] == [
        (Role.CLIENT, "Fine."),
        (Role.THERAPIST, "I think."),
    ]
