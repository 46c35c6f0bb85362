"""What was agreed decides what is noticed: dates and payments wait, every stream has its switch."""

from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.practice import agreeing, models
from reattune.practice.agreeing import keep_days, keep_switches, switches
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship
from reattune.reading.stream_names import is_stream
from reattune.streams.unanswered import STREAM

TODAY = date(2026, 6, 30)


def off(client):
    return relationship(client, kept().zone)[0].off


def test_dates_and_payments_wait_until_they_were_talked_about(new_client):
    heron = new_client("heron")
    assert {"attendance", "rescheduling", "payment"} <= off(heron)
    keep_days(heron, {"dates_agreed": "2026-06-01", "payment_agreed": ""}, TODAY)
    assert off(heron) == {"payment"}
    keep_days(heron, {"dates_agreed": "2026-06-01", "payment_agreed": "2026-06-02"}, TODAY)
    assert off(heron) == set()
    keep_days(heron, {"dates_agreed": "", "payment_agreed": ""}, TODAY)
    assert "attendance" in off(heron)


def test_a_switch_says_what_it_still_waits_for(new_client):
    found = {one.name: one for one in switches(new_client("heron", payment_agreed=date(2026, 6, 1)))}
    assert found["attendance"].waits
    assert not found["payment"].waits
    assert all(one.looks_at and is_stream(one.name) for one in found.values())
    assert found["ratings"].on
    assert not found["unanswered"].on, "off until somebody asks for it"


def test_switches_are_kept_and_names_from_files_stay(new_client):
    heron = new_client("heron", off=["rating srs client post"], on=["own package"])
    keep_switches(heron, ["attendance", "unanswered"])
    heron.refresh_from_db()
    assert set(heron.off) == {
        *("rating srs client post", "rescheduling", "payment", "ratings", "gap", "speech"),
        *("silence", "turns", "voice", "movement"),
    }
    assert set(heron.on) == {"own package", "unanswered"}
    assert {one.name for one in switches(heron) if one.on} == {"attendance", "unanswered"}
    assert heron.stale
    assert models.AuditEvent.objects.last().what == "switches"


def test_what_is_no_day_is_refused(new_client):
    heron = new_client("heron")
    with pytest.raises(ReattuneError, match="paragraph was given"):
        keep_days(heron, {"dates_agreed": "yes"}, TODAY)
    heron.refresh_from_db()
    assert heron.dates_agreed is None


def test_streams_that_are_asked_for_are_those_of_the_library():
    assert {STREAM.family} == agreeing.ASKED_FOR
    assert STREAM.asked_for


def test_nothing_was_agreed_on_a_day_that_has_not_come_yet(new_client):
    heron = new_client("heron")
    for name in ("dates_agreed", "payment_agreed"):
        with pytest.raises(ReattuneError, match="has not come yet"):
            keep_days(heron, {name: "2026-07-01"}, TODAY)
    heron.refresh_from_db()
    assert (heron.dates_agreed, heron.payment_agreed) == (None, None)
    keep_days(heron, {"dates_agreed": TODAY.isoformat()}, TODAY)
    assert heron.dates_agreed == TODAY
