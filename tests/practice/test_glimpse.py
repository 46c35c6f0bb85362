"""Glances opened once for a page, in one query, and what they say of the days around."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import SessionKind
from reattune.practice import models
from reattune.practice.agenda import Slot
from reattune.practice.glimpse import behind, glimpses
from reattune.practice.keeping import kept

TODAY = date(2026, 6, 30)
ZONE = ZoneInfo("Europe/London")


def glance(client, days=(), kind=SessionKind.SCHEDULED, **fields):
    at = [datetime(one.year, one.month, one.day, 9, tzinfo=ZONE) for one in days]
    row = models.Glance(client=client, as_of=TODAY, **fields)
    row.words = {"planned": [Slot(one, one, None, kind).as_dict() for one in at]}
    row.save()


def test_the_next_session_is_the_first_planned_one_after_today(new_client):
    glance(new_client("heron"), [TODAY, date(2026, 7, 10), date(2026, 7, 3)])
    assert glimpses()[0].next_session(TODAY) == date(2026, 7, 3)
    assert glimpses()[0].next_session(date(2026, 7, 10)) is None


@pytest.mark.parametrize("kind", [SessionKind.CANCELLED, SessionKind.ATTENDED])
def test_a_session_that_is_settled_is_not_the_next(new_client, kind):
    glance(new_client("heron"), [date(2026, 7, 3)], kind)
    assert glimpses()[0].next_session(TODAY) is None


def test_both_ends_of_a_stretch_belong_to_it(new_client):
    glance(new_client("heron"), [date(2026, 6, 28), date(2026, 6, 29), date(2026, 7, 5), date(2026, 7, 6)])
    found = glimpses()[0].between(date(2026, 6, 29), date(2026, 7, 5), kept())
    assert [one.day for one in found] == [date(2026, 6, 29), date(2026, 7, 5)]


def test_one_is_behind_after_a_change_on_another_day_and_when_cut_off(new_client):
    heron = new_client("heron", stale=False)
    glance(heron)
    assert not behind(glimpses(), TODAY)
    assert behind(glimpses(), date(2026, 7, 1))
    models.Client.objects.update(stale=True)
    assert behind(glimpses(), TODAY)
    models.Client.objects.update(stale=False)
    models.Glance.objects.update(current=False)
    assert behind(glimpses(), TODAY)


def test_they_come_by_codename_in_one_query(new_client):
    for name in ("wren", "alder", "birch"):
        glance(new_client(name))
    glimpses()
    with CaptureQueriesContext(connection) as caught:
        assert [one.client.codename for one in glimpses()] == ["alder", "birch", "wren"]
    assert len(caught) == 1
