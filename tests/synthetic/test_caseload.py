"""A whole invented practice: it can be noticed in, nobody in it depends on anybody else, and it comes and goes."""

import re
from datetime import date, timedelta

import numpy as np
import pytest

from reattune import synthetic
from reattune.caseload import notice
from reattune.errors import ReattuneError
from reattune.instruments import find
from reattune.synthetic import Kind, Life, Plan, Setting, Usual, caseload, rates


@pytest.fixture(scope="module")
def many():
    return caseload(11, people=300, months=24)


def test_something_can_be_noticed_in_it():
    mix = {Kind.LASTING: 1.0, Life.CARER: 0.5}
    cases = caseload(5, people=3, months=12, mix=mix, plan=Plan(size=4.0, odds=16.0))
    found = notice(cases.practice, cases.as_of)
    assert set(found.noticed) == set(cases.truths)
    came_up = {
        codename
        for codename, one in found.noticed.items()
        if any(noticing.at >= cases.truths[codename].onset for noticing in one.noticings)
    }
    assert came_up
    assert found.document()


def test_the_same_arguments_give_the_same():
    one, other = caseload(4, people=5, months=9), caseload(4, people=5, months=9)
    assert repr((one.practice, one.truths)) == repr((other.practice, other.truths))
    assert repr(one.practice) != repr(caseload(5, people=5, months=9).practice)


def test_adding_somebody_changes_nobody():
    few, more = caseload(4, people=3, months=9), caseload(4, people=6, months=9)
    assert few.practice.relationships == more.practice.relationships[:3]
    assert all(more.truths[codename] == truth for codename, truth in few.truths.items())


def test_people_begin_and_end_at_different_times(many):
    begun = [one.started for one in many.practice.relationships]
    early = np.mean([day <= date(2025, 1, 12) for day in begun])
    assert early == pytest.approx(rates.AT_THE_BEGINNING.value, abs=0.08)
    assert max(begun) < many.as_of
    ended = [one.ended_how for one in many.practice.relationships]
    assert {None, "planned", "without_last_session"} == set(ended)
    assert len({one.slot.weekday() for one in (each.sessions[0] for each in many.practice.relationships)}) == 5


def test_nothing_is_later_than_the_last_day(many):
    assert many.as_of == date(2027, 1, 5)
    assert all(one.sessions[-1].slot.date() <= many.as_of for one in many.practice.relationships)
    planned = [one for one in many.practice.relationships if one.ended_how == "planned"]
    assert all(one.ended <= many.as_of for one in planned)
    going = [one for one in many.practice.relationships if one.ended is None]
    assert all(one.sessions[-1].slot.date() > many.as_of - timedelta(days=22) for one in going)


def test_shares_are_those_asked_for(many):
    long_enough = [one for one in many.truths.values() if one.sessions >= rates.LONG_ENOUGH.value or one.gone]
    changed = np.mean([one.kind is not Kind.NOTHING for one in long_enough])
    assert changed == pytest.approx(rates.WITH_CHANGE.value + rates.DROPOUT.value, abs=0.08)
    assert np.mean([one.gone for one in long_enough]) == pytest.approx(rates.DROPOUT.value, abs=0.06)
    short = [one for one in many.truths.values() if one not in long_enough]
    assert {one.kind for one in short} == {Kind.NOTHING}
    lives = np.mean([one.life is not Life.NONE for one in many.truths.values()])
    assert lives == pytest.approx(0.26, abs=0.07)


def test_sizes_and_settings_go_to_everybody():
    cases = caseload(
        2,
        people=4,
        months=24,
        mix={Kind.DIP: 1.0},
        plan=Plan(size=3.0, onset=9999),
        usual=Usual(stated=1.0),
        setting=Setting(
            start=date(2024, 3, 4), instrument="srs", talk=False, currency="EUR", holidays={date(2024, 5, 1): "x"}
        ),
        budget_per_month=0.5,
    )
    assert cases.talk == {}
    assert cases.as_of == date(2026, 3, 3)
    assert cases.practice.instruments == {"srs": find("srs", {})}
    assert (cases.practice.currency, cases.practice.budget_per_month) == ("EUR", 0.5)
    assert cases.practice.holidays == {date(2024, 5, 1): "x"}
    for truth in cases.truths.values():
        assert truth.usual.stated == 1.0
        assert truth.kind is Kind.NOTHING or truth.plan.size == 3.0


def test_a_very_short_time():
    cases = caseload(1, people=30, months=1)
    assert {one.kind for one in cases.truths.values()} == {Kind.NOTHING}
    assert all(one.days[-1] <= cases.as_of for one in cases.truths.values())


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"people": 0}, "number of people is 0"),
        ({"people": -1}, "number of people is -1"),
        ({"months": 0}, "number of months is 0"),
        ({"months": 241}, "from 1 to 240"),
        ({"seed": -1}, "seed is -1"),
        ({"budget_per_month": 0}, "budget a month is 0"),
        ({"mix": {Kind.V: 2}}, "share of v is 2"),
        ({"setting": Setting(minutes=0)}, "minutes is 0"),
    ],
)
def test_what_is_not_possible_is_refused(how, said):
    with pytest.raises(ReattuneError, match=said):
        caseload(**{"seed": 1, **how})


def test_every_public_name_is_there_and_promises_something():
    assert len(synthetic.__all__) == len(set(synthetic.__all__))
    for name in synthetic.__all__:
        one = getattr(synthetic, name)
        if callable(one):
            assert one.__doc__.strip().splitlines()[0].strip()


def test_the_example_at_the_door_runs():
    example = re.search(r"An example:\n\n((?:    .*\n|\n)+)", synthetic.__doc__).group(1)
    exec("\n".join(line[4:] for line in example.splitlines()), {})
