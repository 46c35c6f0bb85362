"""How people usually are: figures of each instrument, lives that go on all along, and what is refused."""

from dataclasses import replace

import pytest

from reattune.errors import ReattuneError
from reattune.instruments import find
from reattune.model import Instrument, Purpose, Voice
from reattune.streams import attendance, rescheduling
from reattune.synthetic import rates
from reattune.synthetic.conduct import COMING, Odds
from reattune.synthetic.paying import Paying
from reattune.synthetic.plans import Life
from reattune.synthetic.series import Ratings
from reattune.synthetic.usual import Usual, lived_with, ratings_of


def made(**how):
    base = Instrument("own", "1", "Own", Purpose.ALLIANCE, 0.0, 20.0, 0.5, higher_is_better=True)
    return replace(base, **how)


def test_the_instruments_own_figures():
    wai, srs = find("wai-sr", {}), find("srs", {})
    client, therapist, rating = ratings_of(wai), ratings_of(wai, Voice.THERAPIST), ratings_of(srs)
    assert (client.centre, client.between, client.within) == (46, 5, 3)
    assert (therapist.centre, therapist.between, therapist.within) == (43, 4, 3)
    assert (rating.centre, rating.within, rating.crowding) == (34.5, 2.0, rates.SRS_CROWDING.value)
    assert ratings_of(srs, Voice.THERAPIST).crowding == 0
    assert (client.minimum, client.maximum, client.step) == (12, 60, 1)


def test_another_instrument_lies_where_the_shipped_pattern_has_it():
    how = ratings_of(made())
    assert (how.centre, how.between, how.within, how.step) == (15.0, 3.0, 1.6, 0.5)
    turned = ratings_of(made(higher_is_better=False))
    assert turned.centre == 5.0
    assert turned.trend == -rates.TREND.value
    assert ratings_of(made(higher_is_better=None)).centre == 15.0


@pytest.mark.parametrize("model", [False, True])
def test_a_shift_worker_moves_often(model):
    usual = Usual(rescheduling=rescheduling.PATTERN) if model else Usual()
    found = lived_with(usual, Life.SHIFT_WORK)
    mean = found.rescheduling.mean[0] if model else found.rescheduling.mean
    assert mean == pytest.approx((0.7, 0.09, 0.15, 0.06))
    assert found.attendance == usual.attendance


@pytest.mark.parametrize("model", [False, True])
def test_a_carer_cancels_at_short_notice(model):
    usual = Usual(attendance=attendance.PATTERN) if model else Usual()
    found = lived_with(usual, Life.CARER)
    mean = found.attendance.mean[0] if model else found.attendance.mean
    before = attendance.PATTERN.mean[0] if model else COMING.mean
    assert sum(mean) == pytest.approx(1.0)
    assert mean[3] == rates.CARER_SHORT_NOTICE.value
    assert mean[1] / mean[0] == pytest.approx(before[1] / before[0])


@pytest.mark.parametrize("life", [Life.NONE, Life.ILLNESS, Life.BEREAVEMENT, Life.IRREGULAR_INCOME])
def test_other_lives_change_nothing_all_along(life):
    assert lived_with(Usual(), life) == Usual()


@pytest.mark.parametrize(
    "how",
    [
        {"attendance": Odds((0.5, 0.4, 0, 0, 0))},
        {"rescheduling": Odds((1.0, 0, 0, 0), spread=-1)},
        {"paying": Paying(per_day=2)},
        {"client": Ratings(minimum=9, maximum=9)},
        {"therapist": Ratings(carry=0.99)},
        {"therapist_moves": -0.1},
        {"therapist_cancels": 1.1},
        {"stated": 2},
        {"initiator_recorded": -1},
        {"wander": -1},
        {"shared": float("nan")},
        {"wander_carry": 0.95},
    ],
)
def test_what_is_not_possible_is_refused(how):
    with pytest.raises(ReattuneError, match="; give"):
        Usual(**how).check()


def test_the_default_is_possible():
    Usual().check()
    Usual(attendance=attendance.PATTERN, client=Ratings()).check()
