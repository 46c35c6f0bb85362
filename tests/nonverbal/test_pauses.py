from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Between, Role, Span, Spoke
from reattune.nonverbal.pauses import by_pattern, inner, silences
from reattune.nonverbal.spans import either, seconds

T, P = Role.THERAPIST, Role.CLIENT
SWAP = {T: P, P: T, None: None, Role.OTHER: Role.OTHER}
MIRROR = {"TT": "PP", "PP": "TT", "TP": "PT", "PT": "TP", "other": "other"}


def talk(*runs):
    return [Spoke(float(start), float(end), role) for role, start, end in runs]


def test_a_silence_says_who_spoke_before_and_after():
    spoke = talk((T, 1, 2), (T, 5, 6), (P, 9, 10), (P, 13, 14), (T, 17, 18), (Role.OTHER, 21, 22), (None, 25, 26))
    found = silences(spoke, 30)
    assert [one.between.value for one in found] == ["TT", "TP", "PP", "PT", "other", "other", "other"]
    assert found[0].start == 2
    assert found[0].end == 5


def test_the_one_who_is_heard_longest_spoke_last():
    assert silences(talk((T, 0, 4), (P, 1, 2), (P, 8, 9)), 9)[0].between is Between.TP


def test_quiet_before_the_first_and_after_the_last_word_is_between_nobody():
    spoke = talk((T, 5, 6))
    found = silences(spoke, 20)
    assert [(one.start, one.end, one.between) for one in found] == [(0, 5, Between.OTHER), (6, 20, Between.OTHER)]
    assert inner(found, spoke) == ()


def test_a_silence_of_less_than_two_seconds_is_none():
    assert silences(talk((T, 0, 1), (P, 2.9, 4)), 4) == ()


def test_sounds_are_cut_to_the_silence_they_lie_in():
    found = silences(talk((T, 0, 1), (P, 6, 7)), 7, [Span(0.5, 2), Span(4, 5), Span(4.5, 5.5)])
    assert found[0].sounds == (Span(1, 2), Span(4, 5.5))


def test_nobody_speaking_is_one_silence():
    assert [(one.start, one.end) for one in silences((), 60)] == [(0, 60)]
    assert silences((), 0) == ()
    assert inner(silences((), 60), ()) == ()


def test_patterns_are_counted_from_two_and_from_three_seconds():
    found = by_pattern(silences(talk((T, 0, 1), (T, 3.5, 4), (T, 8, 9), (P, 11, 12)), 12))
    counted = {one.between: (one.of_two, one.of_three, one.seconds, one.longest) for one in found}
    assert counted[Between.TT] == (2, 1, 6.5, 4.0)
    assert counted[Between.TP] == (1, 0, 2.0, 2.0)
    assert counted[Between.PP] == (0, 0, 0, 0.0)


runs = st.lists(
    st.tuples(st.integers(0, 5000), st.integers(5, 900), st.sampled_from([T, P, None])).map(
        lambda one: Spoke(one[0] / 100, (one[0] + one[1]) / 100, one[2])
    ),
    max_size=25,
)


@given(runs)
def test_talk_and_silence_add_up_to_the_recording(spoke):
    length = max((one.end for one in spoke), default=0.0) + 3
    spoken = seconds(either(Span(one.start, one.end) for one in spoke))
    quiet = sum(one.seconds for one in silences(spoke, length, shortest=0.0))
    assert abs(spoken + quiet - length) < 1e-6


@given(runs)
def test_swapping_roles_mirrors_every_pattern(spoke):
    other = [Spoke(one.start, one.end, SWAP[one.role]) for one in spoke]
    if len({one.end for one in spoke}) < len(spoke) or len({one.start for one in spoke}) < len(spoke):
        return
    one, two = silences(spoke, 60), silences(other, 60)
    assert [(s.start, s.end, MIRROR[s.between.value]) for s in one] == [(s.start, s.end, s.between.value) for s in two]
