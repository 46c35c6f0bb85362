"""One invented relationship: the truth agrees with the rows, nobody's luck changes, and what is not possible is refused."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.instruments import find, shipped
from reattune.model import Purpose, SessionKind, Voice
from reattune.streams import attendance, observe, payment, rescheduling
from reattune.synthetic import rates
from reattune.synthetic.plans import Kind, Life, Plan
from reattune.synthetic.relationship import relationship
from reattune.synthetic.series import Ratings
from reattune.synthetic.setting import Setting
from reattune.synthetic.usual import Usual, ratings_of

AWAY = {SessionKind.CANCELLED_SHORT_NOTICE, SessionKind.DID_NOT_ATTEND}


def scores(lived, by=Voice.CLIENT):
    """Scores by the index of the slot."""
    days = {one.start.date(): index for index, one in enumerate(lived.relationship.sessions)}
    return {days[one.session_date]: one.score for one in lived.relationship.ratings if one.by is by and one.answered}


def fall(lived, by=Voice.CLIENT):
    """How much lower the ratings are from the onset on, in own standard deviations."""
    found, onset = scores(lived, by), lived.truth.onset_session
    after = [score for index, score in found.items() if index >= onset]
    before = [score for index, score in found.items() if index < onset]
    return (np.mean(before) - np.mean(after)) / lived.truth.sd[by]


def mean_fall(kind, by=Voice.CLIENT, **how):
    steady = Ratings(centre=30, between=2, own_log_sd=0.0, trend=0.0, carry=0.0)
    usual = Usual(client=steady, therapist=steady)
    plan = Plan(kind, onset=20, **how)
    return np.mean([fall(relationship(f"p{index}", 3, 40, plan, usual), by) for index in range(60)])


def share(lived, which, first=0, stop=None):
    kinds = [one.kind in which for one in lived.relationship.sessions[first:stop]]
    return np.mean(kinds)


@pytest.mark.parametrize(
    ("kind", "by", "expected"),
    [
        (Kind.LASTING, Voice.CLIENT, 2.0),
        (Kind.LASTING, Voice.THERAPIST, 1.0),
        (Kind.TWO_WEAK, Voice.CLIENT, 1.0),
        (Kind.MET, Voice.CLIENT, -1.5),
        (Kind.PAYMENT, Voice.CLIENT, 0.0),
        (Kind.DIP, Voice.CLIENT, 0.1),
    ],
)
def test_ratings_fall_as_the_truth_says(kind, by, expected):
    assert mean_fall(kind, by) == pytest.approx(expected, abs=0.12)


def test_a_planted_dip_is_in_that_session():
    steady = Usual(client=Ratings(centre=40, own_log_sd=0.0, trend=0.0, carry=0.0, missing=0.0))
    found = []
    for index in range(80):
        own = scores(relationship(f"p{index}", 3, 20, Plan(Kind.DIP, onset=10, size=3.0), steady))
        if {9, 10, 11} <= set(own):
            found.append(own[10] - (own[9] + own[11]) / 2)
    assert np.mean(found) == pytest.approx(-9.0, abs=1.0)


def test_conduct_changes_as_the_truth_says():
    strong = [relationship(f"p{index}", 5, 60, Plan(Kind.LASTING, onset=30)) for index in range(80)]
    usual = np.mean([share(one, AWAY, 0, 30) for one in strong])
    after = np.mean([share(one, AWAY, 30) for one in strong])
    assert usual == pytest.approx(rates.SHORT_NOTICE.value + rates.ABSENT.value, abs=0.02)
    assert after > 4 * usual
    asked = [
        [one.moved_by is not None and one.moved_by != "therapist" for one in lived.relationship.sessions]
        for lived in strong
    ]
    assert np.mean([one[30:] for one in asked]) > 1.5 * np.mean([one[:30] for one in asked])
    marked = [set(one.truth.withdrawn) for one in strong]
    assert all(min(one, default=30) >= 30 for one in marked)
    assert all(set(one.truth.covered) <= set(one.truth.withdrawn) for one in strong)


def test_bills_wait_from_the_onset_on():
    lived = [relationship(f"p{index}", 5, 60, Plan(Kind.PAYMENT, onset=30)) for index in range(40)]
    days = {True: [], False: []}
    for one in lived:
        for bill in one.relationship.payments:
            days[bill.session_date >= one.truth.onset].append((bill.paid - bill.session_date).days)
    assert np.mean(days[True]) > 3 * np.mean(days[False])
    assert np.mean(days[False]) == pytest.approx(1 / 0.12 - 1, rel=0.2), "people differ; exactly: test_paying"


def test_talk_thins_and_words_of_sessions_not_held_are_unknown():
    lived = [relationship(f"p{index}", 5, 40, Plan(Kind.THINNING, onset=20)) for index in range(40)]
    left = [np.nanmean(one.talk[20:]) / np.nanmean(one.talk[:20]) for one in lived]
    assert np.mean(left) == pytest.approx(0.5, abs=0.03)
    one = lived[0]
    held = [session.end is not None for session in one.relationship.sessions]
    assert np.array_equal(~np.isnan(one.talk), held)
    assert relationship("egret", 1, 9, setting=Setting(talk=False)).talk is None


def test_after_a_repair_all_is_as_without_it():
    planted = relationship("egret", 3, 60, Plan(Kind.REPAIRED, onset=20, length=8))
    nothing = relationship("egret", 3, 60)
    truth = planted.truth
    assert (truth.onset_session, truth.until_session, truth.later) == (20, 28, None)
    assert truth.until == truth.days[28]
    assert planted.relationship.sessions[28:] == nothing.relationship.sessions[28:]
    assert planted.relationship.sessions[20:28] != nothing.relationship.sessions[20:28]
    assert relationship("egret", 3, 60, Plan(Kind.DEEPENED)).truth.later == "attuned"


def test_somebody_who_left_has_no_later_session():
    lived = relationship("egret", 3, 60, Plan(Kind.DROPOUT, onset=20, length=6))
    one, truth = lived.relationship, lived.truth
    assert truth.gone
    assert truth.sessions == len(one.sessions) == len(lived.talk) == 28
    assert [session.kind for session in one.sessions[-2:]] == [SessionKind.DID_NOT_ATTEND] * 2
    assert (one.ended_how, one.ended_by) == ("without_last_session", "client")
    assert one.ended == truth.days[-1] + timedelta(days=28)
    assert max(rating.session_date for rating in one.ratings) < truth.days[26]
    quiet = {score for index, score in scores(lived).items() if index >= 20}
    assert quiet == {round(truth.level[Voice.CLIENT])}


def test_a_planned_ending():
    lived = relationship("egret", 3, 20, setting=Setting(ends=True))
    assert (lived.relationship.ended, lived.relationship.ended_how) == (lived.truth.days[-1], "planned")
    assert relationship("egret", 3, 20).relationship.ended is None


def test_a_shared_tendency_lowers_ratings_when_people_stay_away():
    away, standing = [], []
    for index in range(60):
        lived = relationship(f"p{index}", 2, 60, usual=Usual(shared=1.0, wander_carry=0.9))
        late = [one.kind is not SessionKind.ATTENDED for one in lived.relationship.sessions]
        for place, score in scores(lived).items():
            if place + 1 < 60:
                away.append(late[place + 1])
                standing.append((score - lived.truth.level[Voice.CLIENT]) / lived.truth.sd[Voice.CLIENT])
    assert np.corrcoef(away, standing)[0, 1] < -0.15


def test_public_holidays_keep_people_away():
    start = date(2025, 1, 6)
    every = {start + timedelta(weeks=week): "a holiday" for week in range(200)}
    kept = [
        relationship(f"p{n}", 2, 40, setting=Setting(holidays=holidays)) for n in range(30) for holidays in (every, {})
    ]
    away = [share(one, set(SessionKind) - {SessionKind.ATTENDED}) for one in kept]
    assert np.mean(away[::2]) > 1.8 * np.mean(away[1::2])


def test_people_may_be_drawn_from_the_models_prior():
    usual = Usual(attendance=attendance.PATTERN, rescheduling=rescheduling.PATTERN, paying=payment.PATTERN)
    lived = relationship("egret", 3, 40, Plan(life=Life.CARER), usual)
    assert len(lived.truth.paying) == 5
    assert sum(lived.truth.chances) == pytest.approx(1.0)


def test_the_same_arguments_give_the_same_and_others_another():
    def both(seed=3, name="egret"):
        lived = relationship(name, seed, 30, Plan(Kind.LASTING))
        return repr((lived.relationship, lived.truth)), lived.talk.tobytes()

    assert both() == both()
    assert both() != both(seed=4)
    assert both()[1] != both(name="rook")[1]


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.DROPOUT}))
def test_before_the_onset_all_is_as_without_it(kind):
    planted, nothing = relationship("egret", 3, 40, Plan(kind, onset=20)), relationship("egret", 3, 40)
    assert planted.relationship.sessions[:20] == nothing.relationship.sessions[:20]
    day = nothing.truth.days[20]
    earlier = [[one for one in lived.relationship.ratings if one.session_date < day] for lived in (planted, nothing)]
    assert earlier[0] == earlier[1]


def test_the_streams_read_all_of_it():
    lived = relationship("egret", 3, 40)
    read = observe(lived.relationship, {}, {}, lived.truth.days[-1])
    assert {one.name for one in read.series} == {
        "attendance",
        "gap wai-sr post",
        "payment",
        "rating wai-sr client post",
        "rating wai-sr therapist post",
        "rescheduling",
    }
    bare = relationship("egret", 3, 40, setting=Setting(therapist=False, payments=False))
    read = observe(bare.relationship, {}, {}, bare.truth.days[-1])
    assert {one.name for one in read.series} == {"attendance", "rating wai-sr client post", "rescheduling"}
    assert set(bare.truth.level) == {Voice.CLIENT}


@pytest.mark.parametrize("instrument", [one for one in shipped().values() if one.purpose is Purpose.ALLIANCE])
def test_every_alliance_instrument_can_be_used(instrument):
    turned = replace(instrument, id="turned", higher_is_better=False)
    for one in (instrument, turned):
        lived = relationship("egret", 3, 60, Plan(Kind.LASTING, onset=30, size=4.0), setting=Setting(instrument=one))
        own = list(scores(lived).values())
        assert all(one.minimum <= score <= one.maximum for score in own)
        place = (np.array(own) - one.minimum) / one.step
        assert place == pytest.approx(np.round(place), abs=1e-6)
        assert (fall(lived) > 0) == (one is instrument)


def test_srs_totals_crowd_the_top():
    lived = [relationship(f"p{n}", 3, 20, setting=Setting(instrument="srs")) for n in range(100)]
    top = [np.mean([score == 40 for score in scores(one).values()]) > 0.5 for one in lived]
    assert np.mean(top) == pytest.approx(ratings_of(find("srs", {})).crowding, abs=0.1)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"sessions": 0}, "number of sessions is 0"),
        ({"sessions": -4}, "number of sessions is -4"),
        ({"sessions": 1001}, "from 1 to 1000"),
        ({"seed": -1}, "seed is -1"),
        ({"plan": Plan(Kind.DIP, onset=40)}, "onset"),
        ({"plan": Plan(life=Life.ILLNESS, life_onset=-1)}, "life_onset"),
        ({"usual": Usual(client=Ratings(carry=0.95))}, "autocorrelation"),
        ({"usual": Usual(client=Ratings(minimum=5, maximum=5))}, "minimum below the maximum"),
        ({"setting": Setting(instrument="tea-leaves")}, "tea-leaves"),
        ({"setting": Setting(notice_hours=0)}, "notice_hours"),
        ({"plan": Plan(Kind.THINNING), "setting": Setting(talk=False)}, "Talk cannot thin"),
    ],
)
def test_what_is_not_possible_is_refused(how, said):
    with pytest.raises(ReattuneError, match=said):
        relationship("egret", **{"seed": 1, "sessions": 40, **how})


@settings(max_examples=60)
@given(
    st.sampled_from(Kind),
    st.sampled_from(Life),
    st.integers(1, 60),
    st.integers(0, 2**40),
    st.floats(0.1, 6),
    st.floats(0, 1),
    st.integers(1, 4),
    st.integers(2, 167),
    st.floats(0, 2),
)
def test_anything_possible_is_made(kind, life, sessions, seed, size, part, every, notice, wander):
    plan = Plan(kind, life, size=size, odds=1 + size, cover=part)
    usual = Usual(stated=part, wander=wander, shared=wander / 2)
    lived = relationship("egret", seed, sessions, plan, usual, Setting(every_weeks=every, notice_hours=notice))
    truth, one = lived.truth, lived.relationship
    assert len(one.sessions) == truth.sessions == len(truth.days) <= sessions
    assert (truth.onset is None) == (kind is Kind.NOTHING)
    assert all(12 <= rating.score <= 60 for rating in one.ratings if rating.score is not None)
    assert all(session.changed_at is None or session.changed_at < session.slot for session in one.sessions)
    observe(one, {}, {}, truth.days[-1] + timedelta(days=90))
