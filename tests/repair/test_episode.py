"""The record: it comes back as it was kept, and the model sees the therapist's side alone."""

import json
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.model import Source
from reattune.repair.episode import Record, from_dict
from reattune.repair.movement import Movement, Noticer, Place, With
from reattune.repair.steps import Step, tidy
from reattune.repair.strategies import Strategy

DAY = date(2026, 3, 4)
BARE = {"id": "7", "day": "2026-03-04"}
SLIDERS = st.none() | st.floats(-1, 1)
MAYBE = st.none() | st.dates()

records = st.builds(
    Record,
    id=st.text(min_size=1),
    day=st.dates(),
    text=st.text(),
    my_part=st.text(),
    place=st.none() | st.sampled_from(Place),
    with_whom=st.sampled_from(With),
    movement=st.none() | st.sampled_from(Movement),
    wish=st.text(),
    expected=st.text(),
    actual=st.text(),
    response=st.text(),
    closeness=SLIDERS,
    leading=SLIDERS,
    noticer=st.none() | st.sampled_from(Noticer),
    tried=st.lists(st.sampled_from(Strategy), unique=True).map(tuple),
    now=st.text(),
    view=st.none() | st.integers(0, 4),
    steps=st.dictionaries(st.sampled_from(Step), st.lists(st.dates(), min_size=1).map(tuple)).map(tidy),
    hold_until=MAYBE,
    not_yet_until=MAYBE,
    closed=MAYBE,
    similar=st.lists(st.text()).map(tuple),
    question=st.text(),
    kept_words=st.text(),
    mended_therapist=st.booleans(),
)


@given(records)
def test_a_record_comes_back_through_json_as_it_was(record):
    assert from_dict(json.loads(json.dumps(record.as_dict()))) == record


def test_only_id_and_day_are_needed():
    assert from_dict(BARE) == Record("7", DAY)


@pytest.mark.parametrize("name", [each.name for each in fields(Record) if each.name not in BARE])
@pytest.mark.parametrize("blank", [None, ""])
def test_any_other_field_may_be_blank(name, blank):
    assert from_dict({**BARE, name: blank}) == Record("7", DAY)


@pytest.mark.parametrize("name", [each.name for each in fields(Record)])
def test_a_value_that_does_not_fit_is_named_and_not_repeated(name):
    with pytest.raises(ReattuneError, match=f"the field {name} ") as raised:
        from_dict({**BARE, name: {"secret": 1}})
    assert "secret" not in str(raised.value)


def test_keys_of_a_later_version_are_left_alone():
    assert from_dict({**BARE, "weather": "mild"}) == Record("7", DAY)


def test_what_was_not_said_stays_blank():
    blank = {name: value for name, value in Record("7", DAY).as_dict().items() if value}
    assert blank == {**BARE, "with_whom": "therapist"}


def test_the_model_sees_what_fits_and_nothing_of_a_client():
    record = Record(
        "7",
        DAY,
        text="It grew quiet.",
        my_part="I hurried.",
        place=Place.BETWEEN,
        movement=Movement.AWAY,
        wish="to be in time",
        expected="a nod",
        actual="silence",
        response="I spoke more",
        noticer=Noticer.AFTERWARDS,
        tried=(Strategy.ACKNOWLEDGE,),
        view=2,
        not_yet_until=date(2026, 4, 1),
        similar=("3",),
    )
    episode = record.to_model()
    assert (episode.id, episode.day, episode.source) == ("7", DAY, Source("desk", "7"))
    assert (episode.where, episode.with_whom, episode.movement) == ("between_sessions", "therapist", "away")
    assert (episode.who_noticed, episode.similar_to) == ("afterwards", ("3",))
    assert episode.tried == ("acknowledge own contribution",)
    assert episode.client is None
    voice = episode.therapist
    assert (voice.words, voice.wish, voice.expected, voice.actual) == (
        "It grew quiet.",
        "to be in time",
        "a nod",
        "silence",
    )
    assert (voice.response, voice.view, voice.visibility) == ("I spoke more", 2, "therapist_only")
    assert voice.not_yet_until == date(2026, 4, 1)


def test_a_blank_record_gives_a_blank_episode():
    episode = Record("7", DAY).to_model()
    assert (episode.where, episode.movement, episode.who_noticed, episode.tried) == ("", "unsure", "", ())


@given(records)
def test_the_model_gets_plain_words(record):
    episode = record.to_model()
    plain = (episode.where, episode.with_whom, episode.movement, episode.who_noticed, *episode.tried)
    assert {type(each) for each in plain} == {str}
