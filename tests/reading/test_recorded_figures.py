"""Figures of recordings as JSON values, and back."""

import json
import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Between, MovementFigures, Pauses, SoundFigures, Source, Way
from reattune.reading.recorded_figures import movement_from, plain_movement, plain_sound, sound_from

DAY, SOURCE = date(2026, 3, 10), Source("heron/sessions/2026-03-10.wav", "")
WHERE = {"day": DAY, "source": SOURCE, "known_at": DAY}
SOUND = SoundFigures(
    **WHERE,
    way=Way.SEEDED,
    seconds=3000.0,
    silent=140.5,
    silences=20,
    pauses=(Pauses(Between.TT, 8, 5, 31.0, 7.2), Pauses(Between.PP, 4, 2, 11.0, 4.0)),
    client_talk=1500.0,
    therapist_talk=900.0,
    client_turns=70,
    minimal=20,
    reply=5.5,
    latency=-0.1,
    interrupted_by_client=2,
    interrupted_by_therapist=3,
    client_pitch=190.0,
    client_span=7.5,
    pitch_together=-0.2,
)
MOVEMENT = MovementFigures(
    **WHERE, seconds=3000.0, usable=2900.0, client=2.0, together=-1.5, above_chance=False, statistic="max Z"
)
BARE = SoundFigures(**WHERE, way=Way.NONE, seconds=700.0, silent=0.0, silences=0)

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("one", [SOUND, BARE])
def test_sound_there_and_back(one):
    plain = json.loads(json.dumps(plain_sound(one)))
    assert {"day", "source", "known_at"}.isdisjoint(plain)
    assert sound_from(plain, **WHERE) == one


def test_movement_there_and_back():
    plain = json.loads(json.dumps(plain_movement(MOVEMENT)))
    assert movement_from(plain, **WHERE) == MOVEMENT


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seconds", 0),
        ("seconds", True),
        ("seconds", math.nan),
        ("silent", 3001.0),
        ("silences", 1.5),
        ("silences", None),
        ("minimal", 71),
        ("client_turns", -1),
        ("reply", math.inf),
        ("reply", 10**400),
        ("way", "guessed"),
        ("way", []),
        ("pauses", None),
        ("pauses", [1]),
        ("pauses", [{"between": "TT"}]),
        ("client_pitch", "high"),
    ],
)
def test_a_figure_that_cannot_be_is_named(name, value):
    with pytest.raises(UnreadableError, match=f"“{name}” of heron/sessions/2026-03-10.wav cannot be"):
        sound_from({**plain_sound(SOUND), name: value}, **WHERE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("usable", 3001.0),
        ("statistic", ""),
        ("statistic", "a\x1b[31m"),
        ("statistic", 7),
        ("statistic", "x" * 121),
        ("comparable", None),
        ("comparable", 1),
        ("above_chance", "no"),
        ("client", -0.1),
    ],
)
def test_the_same_of_movement(name, value):
    with pytest.raises(UnreadableError, match=name):
        movement_from({**plain_movement(MOVEMENT), name: value}, **WHERE)


def test_a_pattern_stands_once_and_three_seconds_are_among_two():
    for pauses in ((SOUND.pauses[0], SOUND.pauses[0]), (replace(SOUND.pauses[0], of_three=9),)):
        with pytest.raises(UnreadableError, match="pauses"):
            sound_from(plain_sound(replace(SOUND, pauses=pauses)), **WHERE)


@given(JSON)
def test_any_json_is_figures_or_a_clear_refusal(value):
    for read in (sound_from, movement_from):
        with pytest.raises(UnreadableError, match="again"):
            read(value, **WHERE)


@given(st.sampled_from(sorted(plain_sound(SOUND))), JSON)
def test_any_value_is_a_figure_or_a_clear_refusal(name, value):
    try:
        found = sound_from({**plain_sound(SOUND), name: value}, **WHERE)
    except UnreadableError as error:
        refusal = str(error)
    else:
        assert sound_from(plain_sound(found), **WHERE) == found
        json.dumps(plain_sound(found), allow_nan=False)
        return
    assert name in refusal or "“minimal”" in refusal or "“silent”" in refusal
