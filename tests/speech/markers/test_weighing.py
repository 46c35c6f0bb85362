import pytest

from reattune.speech.markers import Abstained, Weighed, resembles, weigh
from reattune.speech.markers.table import table
from reattune.speech.markers.weighing import low, points
from reattune.speech.place import prepare


@pytest.fixture
def weighed(session):
    def found(pairs, **more):
        one = weigh(prepare(session(pairs, times=33)), **more)
        assert isinstance(one, Weighed)
        return one

    return found


def test_the_whole_is_the_sum_of_its_parts_and_no_more(weighed, session):
    one = weighed(session.warm)
    assert one.score == pytest.approx(one.base + sum(part.points for part in one.parts))
    assert {part.marker for part in one.parts} == set(table().markers)
    assert [abs(part.points) for part in one.parts] == sorted((abs(part.points) for part in one.parts), reverse=True)


def test_a_session_of_warmth_weighs_more_than_one_of_distance(weighed, session):
    warm, cool = weighed(session.warm), weighed(session.cool)
    assert warm.score > cool.score
    assert warm.low < cool.low


def test_each_result_names_its_domain_and_holds_its_ranges(weighed, session):
    one = weighed(session.warm)
    assert one.domain == resembles() == "resembles text-counselling dialogues their clients rated below 50"
    assert one.redrawn[0] <= one.score <= one.redrawn[1]
    assert 0 <= one.rated[0] < one.rated[1] <= 100
    assert 0 < one.low < 1


def test_each_part_of_words_can_be_looked_up_in_the_session(weighed, session):
    one = weighed(session.warm)
    thanks = next(part for part in one.parts if part.marker.name == "thanks")
    assert thanks.turns == (53,)
    assert thanks.says == "The client says thank you."


def test_a_band_carries_its_measured_precision(weighed, session):
    one = weighed(session.cool)
    reached = [band for band in table().whole.bands if one.low >= band.at]
    assert one.band == (reached[-1].name if reached else "")
    assert one.precision == (reached[-1].precision if reached else None)


def test_the_first_half_has_weights_of_its_own(weighed, session):
    pairs = session.cool
    assert weighed(pairs, first_half=True).base == table().first_half.score
    assert weighed(pairs, first_half=True).score != weighed(pairs).score


def test_the_same_session_weighs_the_same(weighed, session):
    assert weighed(session.warm) == weighed(session.warm)


def test_too_little_is_not_weighed_and_why_is_said(session):
    one = weigh(prepare(session(times=5)))
    assert isinstance(one, Abstained)
    assert "5 turns" in one.why


def test_far_from_what_was_learned_is_not_weighed(session):
    one = weigh(prepare(session((("Yes!!", "No! No? Sorry, sorry, goodbye. Thank you!"),), times=200, length=6)))
    assert isinstance(one, Abstained)
    assert "too unlike" in one.why


def test_points_stop_growing_and_low_falls_with_the_score():
    fit = table().whole
    assert points(fit, fit.means) == pytest.approx(0)
    far = points(fit, fit.means + 50 * fit.deviations)
    assert far == pytest.approx(points(fit, fit.means + 3 * fit.deviations))
    assert low(fit, 20) > low(fit, 50) > low(fit, 80)
