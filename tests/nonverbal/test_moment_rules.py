from reattune.model import Between, Role, Silence, Span, Spoke, Way
from reattune.nonverbal.moment_rules import (
    audible,
    between_yours,
    coming_in,
    flowing,
    long_silence,
    longer_replies,
    short_replies,
    shorter_replies,
)
from reattune.nonverbal.scene import Scene
from reattune.nonverbal.turns import turns

T, P = Role.THERAPIST, Role.CLIENT


def scene(spoke=(), quiet=(), bleeds=False, seconds=3000.0):
    return Scene(seconds, Way.CHANNELS, bleeds, turns(spoke), quiet)


def silent(start, length=4.0, between=Between.TT, sounds=()):
    return Silence(start, start + length, between, sounds)


def alternating(lengths, gap=0.8):
    spoke, at = [], 0.0
    for length in lengths:
        spoke.append(Spoke(at, at + 3, T))
        spoke.append(Spoke(at + 3 + gap, at + 3 + gap + length, P))
        at += 3 + 2 * gap + length
    return spoke


def varied(count, middle):
    return [middle * (0.6 + 0.8 * ((at * 37) % 11) / 11) for at in range(count)]


def test_silences_between_your_turns_close_together_are_found_and_spread_ones_are_not():
    (one,) = between_yours(scene(quiet=[silent(1000), silent(1060, 7.2), silent(1150), silent(1190)]))
    assert (one.figure("count"), round(one.figure("longest"), 6), len(one.rests)) == (4, 7.2, 4)
    assert not list(between_yours(scene(quiet=[silent(at) for at in range(100, 3000, 250)])))
    other = [silent(at, between=Between.PP) for at in (1000, 1060, 1150, 1190)]
    assert not list(between_yours(scene(quiet=other)))


def test_a_silence_is_long_only_beside_the_sessions_own():
    usual = [silent(100.0 * at, 2.5 + 0.2 * (at % 5)) for at in range(1, 12)]
    (one,) = long_silence(scene(quiet=[*usual, silent(2000, 25)]))
    assert one.figure("seconds") == 25
    assert not list(long_silence(scene(quiet=usual)))
    assert not list(long_silence(scene(quiet=[silent(100.0 * at, 25 + at) for at in range(1, 12)])))
    assert list(long_silence(scene(quiet=[silent(100, 16)])))


def test_replies_that_shrink_are_found_where_they_begin_to():
    (one,) = shorter_replies(scene(alternating([*varied(40, 9.0), *varied(10, 1.8)])))
    assert one.figure("before") > 4 * one.figure("now")
    assert one.role is P
    assert not list(shorter_replies(scene(alternating(varied(60, 9.0)))))
    assert not list(shorter_replies(scene(alternating(varied(12, 9.0)))))


def test_a_run_of_replies_below_a_second_is_found_where_they_are_rare():
    lengths = varied(60, 8.0)
    lengths[30:36] = [0.6] * 6
    (one,) = short_replies(scene(alternating(lengths)))
    assert one.figure("count") == 6
    assert not list(short_replies(scene(alternating([0.6] * 30))))


def test_something_audible_in_a_long_silence_is_found_unless_it_is_the_room():
    quiet = [silent(100.0 * at, 8) for at in range(1, 9)]
    heard = [*quiet, silent(1500, 9, sounds=(Span(1501, 1504),))]
    (one,) = audible(scene(quiet=heard))
    assert (one.figure("seconds"), one.figure("sounding"), one.role) == (9, 3, None)
    room = [silent(100.0 * at, 8, sounds=(Span(100.0 * at + 1, 100.0 * at + 3),)) for at in range(1, 9)]
    assert not list(audible(scene(quiet=room)))
    assert not list(audible(scene(quiet=quiet)))


def coming(first, second):
    spoke = []
    for at in range(20):
        spoke += [Spoke(120.0 * at, 120.0 * at + 10, first), Spoke(120.0 * at + 11, 120.0 * at + 15, second)]
    for at in range(5):
        spoke += [Spoke(2500 + 20.0 * at, 2505 + 20.0 * at, first), Spoke(2504.4 + 20 * at, 2509 + 20.0 * at, second)]
    return spoke


def test_coming_in_early_is_found_whoever_does_it():
    (client,) = coming_in(scene(coming(T, P)))
    (therapist,) = coming_in(scene(coming(P, T)))
    assert (client.role, therapist.role) == (P, T)
    assert client.figures == therapist.figures
    assert client.rests == therapist.rests
    assert not list(coming_in(scene(coming(T, P), bleeds=True)))


def test_longer_replies_after_a_shared_silence_are_found():
    lengths = varied(40, 4.0)
    lengths[20:24] = [20.0, 24.0, 18.0, 22.0]
    spoke = alternating(lengths)
    start = spoke[2 * 20 - 1].end
    moved = [one if one.start < start else Spoke(one.start + 8, one.end + 8, one.role) for one in spoke]
    quiet = [Silence(start, start + 8.8, Between.PT)]
    (one,) = longer_replies(scene(moved, quiet))
    assert one.figure("now") > 4 * one.figure("usual")
    assert one.start == start
    assert not list(longer_replies(scene(alternating(varied(40, 4.0)), quiet)))


def test_talk_that_flows_with_longer_replies_is_found():
    lengths = varied(60, 4.0)
    lengths[30:42] = [15.0] * 12
    (one,) = flowing(scene(alternating(lengths)))
    assert one.figure("now") == 15
    assert not list(flowing(scene(alternating(lengths, gap=2.5))))
    assert not list(flowing(scene(alternating(varied(60, 4.0)))))
