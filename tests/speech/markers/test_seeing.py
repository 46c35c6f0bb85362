from datetime import date
from math import log1p

import numpy as np
import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.markers.definitions import Marker, Stretch
from reattune.speech.markers.seeing import Looker
from reattune.speech.place import prepare

CLIENT, THERAPIST, OTHER = Role.CLIENT, Role.THERAPIST, Role.OTHER
SAID = (
    (THERAPIST, "How was it?"),
    (CLIENT, "Thank you, fine."),
    (THERAPIST, "I see."),
    (CLIENT, "Yes."),
    (OTHER, "Thank you all."),
    (CLIENT, "No."),
    (THERAPIST, "Well."),
    (CLIENT, "Thank you."),
)
THANKS, LATE = Marker("thanks", Stretch.WHOLE), Marker("thanks", Stretch.LATE)
TURNS, WAIT = Marker("turns", Stretch.LENGTHS), Marker("client_latency", Stretch.LENGTHS)


def seen(*markers):
    turns = tuple(Turn(role, role.value, text, str(at)) for at, (role, text) in enumerate(SAID))
    return Looker(markers).look(prepare(Transcript(date(2026, 1, 1), Source("a", ""), turns, Times.NONE, "en")))


def test_a_marker_is_the_rate_among_turns_of_its_role_over_its_stretch():
    values = seen(THANKS, LATE, TURNS, WAIT).values()
    assert values[0] == pytest.approx(log1p(100 * 2 / 4))
    assert values[1] == pytest.approx(log1p(100 * 1 / 1))
    assert values[2] == 8
    assert np.isnan(values[3])


def test_a_stretch_of_its_own_is_taken_by_itself():
    values = seen(THANKS, LATE, TURNS).values(0, 4)
    assert list(values) == pytest.approx([log1p(100 / 2), 0.0, 4])


def test_where_it_was_seen_can_be_shown():
    found = seen(THANKS, LATE, TURNS)
    assert found.turns(THANKS) == (1, 7)
    assert found.turns(LATE) == (7,)
    assert found.turns(TURNS) == ()


def test_a_rate_of_nobody_is_none():
    assert seen(THANKS).values(0, 1)[0] == 0
