"""The repair record as a form: nothing that was not said, nothing that was said lost."""

from datetime import date

import pytest
from django.http import QueryDict

from reattune.practice import episode_form
from reattune.practice.episode_form import Form, Offered, read, shown
from reattune.repair.episode import Record
from reattune.repair.movement import Movement, Noticer, Place, With
from reattune.repair.steps import Step
from reattune.repair.strategies import Strategy

TODAY = date(2026, 6, 30)
BLANK = Record(id="e1", day=date(2026, 6, 24))
FULL = Record(
    id="e1",
    day=date(2026, 6, 24),
    text="It went quiet.",
    my_part="I moved the session.",
    place=Place.IN_SESSION,
    with_whom=With.PARENT,
    movement=Movement.AWAY,
    wish="to be asked",
    expected="to be told",
    actual="a pause",
    response="a joke",
    closeness=-1.0,
    leading=0.5,
    noticer=Noticer.BOTH,
    tried=(Strategy.INVITE, Strategy.LINK_OUTSIDE),
    now="softer",
    view=2,
    steps={Step.EXPLORE: (date(2026, 6, 24), date(2026, 6, 29))},
    hold_until=date(2026, 7, 7),
    not_yet_until=date(2026, 7, 3),
    closed=date(2026, 6, 30),
    similar=("e0", "eX"),
    question="What did I not hear?",
    kept_words="the window",
    mended_therapist=True,
)
OFFERED = Offered(TODAY, date(2026, 7, 2), tuple(Strategy), ("e0",))


def typed(**fields):
    query = QueryDict(mutable=True)
    query["day"] = "2026-06-24"
    for name, value in fields.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return Form(query)


@pytest.mark.parametrize("record", [BLANK, FULL])
def test_what_is_shown_and_sent_unchanged_is_the_same_record(record):
    assert read(shown(record), record, OFFERED) == (record, {})


def test_a_blank_form_says_nothing():
    record, troubles = read(typed(), BLANK, OFFERED)
    assert (record, troubles) == (BLANK, {})


@pytest.mark.parametrize(
    ("question", "chosen", "name", "day"),
    [
        ("hold", "session", "hold_until", date(2026, 7, 2)),
        ("hold", "week", "hold_until", date(2026, 7, 7)),
        ("not_yet", "month", "not_yet_until", date(2026, 7, 30)),
        ("hold", "", "hold_until", None),
        ("hold", "whenever", "hold_until", None),
    ],
)
def test_quick_choices_are_days(question, chosen, name, day):
    record, troubles = read(typed(**{question: chosen}), FULL, OFFERED)
    assert getattr(record, name) == day
    assert not troubles


def test_a_day_that_was_typed_was_meant_even_where_no_day_is_chosen():
    record, _troubles = read(typed(hold="", hold_day="2026-07-09"), BLANK, OFFERED)
    assert record.hold_until == date(2026, 7, 9)
    record, _troubles = read(typed(hold="", hold_day=FULL.hold_until.isoformat()), FULL, OFFERED)
    assert record.hold_until is None


@pytest.mark.parametrize(
    ("fields", "position"),
    [
        ({"closeness": "-2"}, -2 / 3),
        ({"closeness": "", "closeness_number": "1,5"}, 0.5),
        ({"closeness": "3", "closeness_number": "1.5", "closeness_was": "1.5"}, 1.0),
        ({"closeness": "", "closeness_number": "1.5", "closeness_was": "1.5"}, 0.5),
        ({"closeness": ""}, None),
    ],
)
def test_a_position_is_tapped_or_typed_whichever_was_changed(fields, position):
    assert read(typed(**fields), BLANK, OFFERED)[0].closeness == position


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"day": "soon"}, "day"),
        ({"day": "2026-07-01"}, "day"),
        ({"hold": "day", "hold_day": ""}, "hold_until"),
        ({"not_yet": "day", "not_yet_day": "9999-12-31"}, "not_yet_until"),
        ({"closeness": "7"}, "closeness"),
        ({"leading_number": "far"}, "leading"),
        ({"leading_number": "nan"}, "leading"),
        ({"movement": "sideways"}, ""),
        ({"view": "9"}, ""),
        ({"view": "²"}, ""),
    ],
)
def test_what_does_not_fit_is_said_by_field(fields, name):
    _record, troubles = read(typed(**fields), FULL, OFFERED)
    assert list(troubles) == [name]
    assert troubles[name]


def test_what_was_not_offered_is_not_taken_and_what_was_there_stays():
    early = Offered(TODAY, None, (Strategy.INVITE,), ())
    record, _troubles = read(typed(tried=[Strategy.LINK_OUTSIDE.value], similar=["e0"]), BLANK, early)
    assert (record.tried, record.similar) == ((), ())
    record, _troubles = read(typed(tried=[Strategy.LINK_OUTSIDE.value]), FULL, early)
    assert record.tried == (Strategy.LINK_OUTSIDE,)
    assert record.similar == FULL.similar


def test_steps_can_be_revisited_and_unticked():
    record, _troubles = read(
        typed(step_explore=["2026-06-24", "2026-06-30", "never"], step_learn="2026-08-01"), FULL, OFFERED
    )
    assert record.steps == {Step.EXPLORE: (date(2026, 6, 24), TODAY)}


def test_what_was_thought_and_not_kept_is_gone():
    assert episode_form.without(FULL, "wish").wish == ""
    assert episode_form.without(FULL, "id") == FULL


def test_a_section_stays_open_where_something_was_said():
    found = episode_form.said_in(shown(FULL), {"one": ("wish",), "two": ("nothing",)})
    assert found == {"one": True, "two": False}
    assert not any(episode_form.said_in(shown(BLANK), {"one": ("wish", "hold", "view", "tried")}).values())
