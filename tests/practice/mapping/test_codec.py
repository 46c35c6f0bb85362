"""The library's records as JSON and back, whatever is in them."""

import json
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Noticing
from reattune.practice.mapping.codec import dump, load
from reattune.reading import read_folder

LONDON = ZoneInfo("Europe/London")
KINDS = ("sessions", "payments", "ratings", "check_ins", "episodes")


@pytest.fixture(scope="module")
def relationships(request):
    return read_folder(request.config.rootpath / "examples" / "practice").relationships


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_invented_practice_comes_back_equal(relationships, kind):
    count = 0
    for one in relationships:
        for record in getattr(one, kind):
            through = json.loads(json.dumps(dump(record), ensure_ascii=False))
            assert load(type(record), through, LONDON) == record
            count += 1
    assert count > 0


def test_times_come_back_in_the_practices_zone_and_at_the_same_moment(relationships):
    session = next(one for one in relationships[0].sessions)
    back = load(type(session), dump(session), ZoneInfo("Asia/Tokyo"))
    assert back.start == session.start
    assert back.start.utcoffset() != session.start.utcoffset()


def test_frames_with_their_dates_times_and_money_come_back_equal(relationships):
    for one in relationships:
        for record in (*one.frame.versions, *one.frame.breaks):
            assert load(type(record), json.loads(json.dumps(dump(record))), LONDON) == record


def test_what_is_not_such_a_record_is_refused(relationships):
    values = dump(relationships[0].sessions[0])
    with pytest.raises(ValueError, match="kind"):
        load(type(relationships[0].sessions[0]), {**values, "kind": "danced"}, LONDON)


def test_noticings_come_back_equal(examples_noticed):
    for noticing in examples_noticed:
        assert load(Noticing, json.loads(json.dumps(dump(noticing))), LONDON) == noticing
        assert load(Noticing, dump(replace(noticing, at=date(2026, 1, 1))), LONDON).at == date(2026, 1, 1)


@pytest.fixture(scope="module")
def examples_noticed(request):
    from reattune.caseload import prepare

    prepared = prepare(read_folder(request.config.rootpath / "examples" / "practice"), date(2026, 6, 30))
    found = prepared.look("wren").noticings
    assert found
    return found
