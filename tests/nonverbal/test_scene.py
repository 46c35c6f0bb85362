from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.scene import Scene, moment
from reattune.nonverbal.turns import turns

T, P = Role.THERAPIST, Role.CLIENT


def test_a_reply_counts_its_speech_and_not_the_quiet_in_it():
    spoke = [Spoke(0, 1, T), Spoke(2, 4, P), Spoke(10, 13, P), Spoke(14, 15, T)]
    found = Scene(20, Way.CHANNELS, False, turns(spoke), ())
    assert [(one.start, one.end, one.seconds) for one in found.replies] == [(2, 13, 5)]
    assert [one.offset for one in found.exchanges] == [1, 1]


def test_an_id_hangs_on_rule_and_seconds_alone():
    one = moment("a", [Span(5, 6), Span(1, 2)], 0.01, T, count=3, usual=None)
    assert (one.start, one.end, one.figures, one.weight) == (1, 6, (("count", 3.0),), 100)
    assert one.id == moment("a", [Span(1.01, 6)], 0.5).id != moment("b", [Span(1, 6)], 0.5).id
