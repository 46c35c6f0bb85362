from collections import Counter

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.moment_rules import BUILT_IN
from reattune.nonverbal.moments import MOST, every, moments, register
from reattune.nonverbal.pauses import inner, silences
from reattune.nonverbal.scene import Rule, Scene, Words, moment
from reattune.nonverbal.turns import turns

T, P = Role.THERAPIST, Role.CLIENT
SECONDS = 3000.0
PLANTED = 1500.0, 1800.0


def talked(seed, planted=False):
    """Return who spoke when in 50 invented minutes, and sounds; `planted` makes five of them different."""
    draw = np.random.default_rng(seed)
    spoke, sounds, at, who = [], [], 1.0, T
    while at < SECONDS - 30:
        inside = planted and PLANTED[0] <= at < PLANTED[1]
        length = _length(draw, who, inside)
        spoke += _runs(draw, at, min(length, 90.0), who)
        end, chance, other = spoke[-1].end, draw.random(), P if who is T else T
        if inside and who is T and chance < 0.35:
            at = end + float(draw.uniform(3, 8))
        elif chance < 0.12:
            at = end + 2 + float(draw.exponential(3))
            sounds += [Span(end + 0.5, end + 1.3)] if draw.random() < 0.2 else []
            who = who if draw.random() < 0.5 else other
        elif chance < 0.24 and length > 2:
            at, who = end - float(draw.uniform(0.2, 0.9)), other
        else:
            at, who = end + float(draw.lognormal(np.log(0.7), 0.7)), other
    return spoke, sounds


def _length(draw, who, inside):
    if draw.random() < (0.2 if who is P else 0.15):
        return float(draw.uniform(0.3, 0.9))
    if who is P and inside:
        return float(draw.uniform(0.4, 2.5))
    return float(draw.lognormal(np.log(7 if who is P else 4), 0.9))


def _runs(draw, at, length, who):
    end, runs = at + length, []
    while at < end:
        until = min(end, at + float(draw.lognormal(np.log(3), 0.5)))
        runs.append(Spoke(at, until, who))
        at = until + float(draw.uniform(0.3, 1.2))
    return runs


def scene(spoke, sounds, way=Way.CHANNELS, bleeds=False):
    quiet = inner(silences(spoke, SECONDS, sounds), spoke)
    return Scene(SECONDS, way, bleeds, turns(spoke), quiet)


@pytest.fixture(scope="module")
def usual():
    return [moments(scene(*talked(seed))) for seed in range(50)]


def test_where_nothing_changes_few_moments_are_listed(usual):
    counts = [len(found) for found in usual]
    assert np.mean(counts) <= 3
    assert max(counts) <= MOST
    about_people = Counter(one.rule for found in usual for one in found if one.rule not in ("audible", "long-silence"))
    assert sum(about_people.values()) <= 15


def test_silences_of_the_therapist_with_shrinking_replies_are_found():
    found = 0
    for seed in range(1000, 1050):
        found += any(
            one.rule in ("between-yours", "shorter-replies") and one.start < PLANTED[1] and one.end > PLANTED[0]
            for one in moments(scene(*talked(seed, planted=True)))
        )
    assert found >= 45


def test_moments_stand_in_time_order_and_keep_their_ids(usual):
    again = moments(scene(*talked(3)))
    assert again == usual[3]
    assert [one.start for one in again] == sorted(one.start for one in again)
    assert all(one.start <= span.start <= span.end <= one.end for one in again for span in one.rests)
    assert len({one.id for one in again}) == len(again)


def test_where_speakers_are_uncertain_no_moment_is_about_anybody():
    free = {rule.id for rule in BUILT_IN if not rule.roles}
    for way in (Way.CLUSTERED, Way.NONE):
        for seed in range(1000, 1010):
            assert {one.rule for one in moments(scene(*talked(seed, planted=True), way=way))} <= free


def test_no_more_are_listed_than_asked_for_the_most_unusual_first():
    def many(_scene):
        return [moment("many", [Span(float(at), at + 1.0)], 1 / (1 + at)) for at in range(20)]

    rule = Rule("many", many, lambda _one: Words("a", ("b",), "c"))
    found = moments(scene([], []), [rule], most=3)
    assert [one.start for one in found] == [17, 18, 19]


def test_rules_have_one_name_each():
    assert [rule.id for rule in every()] == sorted(rule.id for rule in every())
    with pytest.raises(ReattuneError, match="Two packages"):
        register([BUILT_IN[0], BUILT_IN[0]])
    with pytest.raises(ReattuneError, match="which is none"):
        register(["no rule"])


def test_nothing_said_gives_no_moment():
    assert moments(scene([], [])) == ()


def test_one_stretch_is_told_once_by_its_most_unusual_rule():
    def rule(name, chance):
        found = moment(name, [Span(5.0, 12.0)], chance)
        return Rule(name, lambda _scene: [found], BUILT_IN[0].words, roles=False)

    scene = Scene(60.0, Way.NONE, True, (), ())
    (found,) = moments(scene, [rule("one", 0.1), rule("two", 0.01)])
    assert found.rule == "two"
