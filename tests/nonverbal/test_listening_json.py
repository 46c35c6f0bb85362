import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Between, Pauses, Role, Silence, Span, Spoke, Way
from reattune.nonverbal.listened import Listened, Moment, Taken, Voiced, Window
from reattune.nonverbal.listening_json import UnreadableListenedError, as_json, from_json

P = Role.CLIENT
RUN = Spoke(1.0, 2.5, P)
LISTENED = Listened(
    seconds=60.0,
    way=Way.CHANNELS,
    bleeds=False,
    spoke=(RUN, Spoke(3.0, 4.0)),
    turns=(Taken(P, 1.0, 2.5, (RUN,)),),
    silences=(Silence(4.0, 9.0, Between.TT, (Span(5.0, 6.0),)),),
    sounds=(Span(5.0, 6.0),),
    voices=(Voiced(P, 1.0, 2.5, 120.5, None, -20.0, 4.0),),
    windows=(Window(0.0, 60.0, 5.0, (Pauses(Between.TT, 1, 1, 5.0, 5.0),), 0.5, 1.5, 0.0, None, 0.25, 1, 0, 4.0),),
    moments=(Moment("ab", 4.0, 9.0, "long-silence", (Span(4.0, 9.0),), (("seconds", 5.0),), P, 3.0),),
    together=-0.5,
    peaks=(0.1, 0.25),
    remarks=("A sentence.",),
)


def test_what_was_found_comes_back_the_same():
    assert from_json(json.loads(json.dumps(as_json(LISTENED), allow_nan=False))) == LISTENED


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(as_json(LISTENED))), values)
def test_anything_else_in_a_place_is_read_or_refused_in_a_sentence(name, value):
    kept = as_json(LISTENED) | {name: value}
    said = ""
    try:
        assert isinstance(from_json(kept), Listened)
    except UnreadableListenedError as error:
        said = str(error)
    assert not said or "Listen to the recording again" in said


def test_a_missing_part_or_a_number_that_is_none_is_refused():
    kept = as_json(LISTENED)
    for name in kept:
        with pytest.raises(UnreadableListenedError):
            from_json({key: value for key, value in kept.items() if key != name})
    with pytest.raises(UnreadableListenedError):
        from_json(kept | {"seconds": float("nan")})
    with pytest.raises(UnreadableListenedError):
        from_json([])
