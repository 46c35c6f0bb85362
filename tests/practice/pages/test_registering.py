"""The register as a page: one form for a week, without scripts, and nothing lost by a slip."""

import re
from datetime import date, time
from uuid import uuid4

import pytest

from reattune.model import Initiator, SessionKind
from reattune.practice import models, register
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

MONDAY = date(2026, 6, 29)


@pytest.fixture
def heron(new_client):
    client = new_client("heron")
    models.Agreement.objects.create(client=client, start=date(2026, 1, 1), weekday=0, starts_at=time(15), minutes=50)
    return client


def key(client, monday=MONDAY):
    return next(one.key for one in register.entries(monday, kept()) if one.client == client)


def post(browser, client, week="2026-06-29", **fields):
    one = key(client, date.fromisoformat(week))
    named = {"row": one} | {f"{name}-{one}": value for name, value in fields.items() if name != "rest"}
    return browser.post(f"/week/?week={week}", named | ({"rest": "came"} if "rest" in fields else {}))


def sessions(client):
    return relationship(client, kept().zone)[0].sessions


def test_enter_in_a_field_says_nothing_of_the_rest(browser, heron):
    page = browser.get("/week/").content.decode()
    first = re.search(r"<button[^>]*>", page[page.index("data-register") :]).group()
    assert first == "<button disabled hidden>", "the button that Enter would press does nothing"


def test_the_week_is_shown_with_every_choice_labelled(browser, heron):
    shown = browser.get("/week/").content.decode()
    assert "The week of 29 Jun 2026" in shown
    assert "Monday 29 Jun" in shown
    for words in ("Came", "Came late", "Moved", "Cancelled", "Did not come", "Paid"):
        assert f"> {words}</label>" in shown
    assert "/week/?week=2026-06-22" in shown
    assert models.AuditEvent.objects.last().what == "register"


@pytest.mark.parametrize(
    ("fields", "kind", "by"),
    [
        ({"what": "came"}, SessionKind.ATTENDED, Initiator.UNKNOWN),
        ({"what": "late"}, SessionKind.ATTENDED_LATE, Initiator.UNKNOWN),
        ({"what": "absent"}, SessionKind.DID_NOT_ATTEND, Initiator.UNKNOWN),
        ({"what": "cancelled", "by": "client"}, SessionKind.CANCELLED, Initiator.CLIENT),
        (
            {"what": "cancelled", "by": "therapist", "short": "1"},
            SessionKind.CANCELLED_SHORT_NOTICE,
            Initiator.THERAPIST,
        ),
        ({"what": "cancelled", "by": "nonsense"}, SessionKind.CANCELLED, Initiator.UNKNOWN),
        ({"what": "moved", "by": "client"}, SessionKind.RESCHEDULED, Initiator.CLIENT),
        ({"rest": "came"}, SessionKind.ATTENDED, Initiator.UNKNOWN),
    ],
)
def test_each_choice_is_kept(browser, heron, fields, kind, by):
    assert post(browser, heron, **fields).status_code == 302
    (one,) = sessions(heron)
    assert (one.kind, one.initiated_by, one.start.date()) == (kind, by, MONDAY)
    assert "1 session noted" in browser.get("/week/").content.decode()


def test_a_move_goes_to_its_new_time(browser, heron):
    post(browser, heron, what="moved", by="client", day="2026-07-02", time="11:30")
    (one,) = sessions(heron)
    assert (f"{one.start:%Y-%m-%d %H:%M}", one.moved_by, one.kind) == (
        "2026-07-02 11:30",
        Initiator.CLIENT,
        SessionKind.SCHEDULED,
    )
    shown = browser.get("/week/").content.decode()
    assert "Thursday 2 Jul" in shown
    assert "agreed for 29 Jun, 15:00" in shown


def test_the_rest_leaves_what_is_still_to_come_alone(browser, heron):
    post(browser, heron, week="2026-07-06", rest="came")
    assert sessions(heron) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "moved", "day": "soon", "why": "a long illness"},
        {"what": "moved", "day": "2026-07-02", "time": "25:00", "why": "a long illness"},
        {"what": "moved", "day": "9999-12-31", "time": "10:00", "why": "a long illness"},
        {"what": "moved", "day": "2026-06-29", "time": "15:00", "why": "a long illness"},
        {"what": "came", "why": "a long illness" * 100},
    ],
)
def test_a_slip_is_said_where_and_nothing_typed_is_lost(browser, heron, fields):
    answer = post(browser, heron, **fields)
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert "heron, Monday:" in shown
    assert "a long illness" in shown
    assert sessions(heron) == ()


def test_what_is_still_to_come_cannot_have_come(browser, heron):
    assert post(browser, heron, week="2026-07-06", what="came").status_code == 400


@pytest.mark.parametrize("week", ["", "x", "0001-01-01", "9999-12-31", "2026-13-45", "2026-W27"])
def test_any_week_that_is_none_is_answered(browser, heron, week):
    assert browser.get("/week/", {"week": week}).status_code == 200


def test_a_form_names_only_what_it_showed(browser, heron):
    answer = browser.post("/week/", {"row": f"{uuid4().hex}-1", "what-x": "came", "rest": "came"})
    assert answer.status_code == 302
    assert sessions(heron) == ()


def test_twenty_in_one_go(browser, new_client):
    fields = {"row": [], "rest": "came"}
    for number in range(20):
        one = new_client(f"c{number}")
        models.Agreement.objects.create(
            client=one, start=date(2026, 1, 1), weekday=0, starts_at=time(8, number), minutes=50
        )
    for entry in register.entries(MONDAY, kept()):
        fields["row"].append(entry.key)
        fields[f"paid-{entry.key}"] = "1"
    browser.post("/week/?week=2026-06-29", fields)
    assert models.Record.objects.filter(kind="session").count() == 20
    assert models.Record.objects.filter(kind="payment").count() == 20


def test_a_session_nobody_planned(browser, heron):
    browser.post("/week/another/", {"client": str(heron.pk), "day": "2026-06-26", "time": "10:00"})
    assert [one.start.date() for one in sessions(heron)] == [date(2026, 6, 26)]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"client": "x"},
        {"day": "2026-06-26"},
        {"day": "a", "time": "b"},
        {"day": "2026-06-26", "time": "10:00", "client": str(uuid4())},
    ],
)
def test_a_session_nobody_planned_needs_all_of_it(browser, heron, fields):
    given = {"client": str(heron.pk), **fields}
    answer = browser.post("/week/another/", given)
    assert answer.status_code == 302
    assert sessions(heron) == ()
    assert browser.session["said"]


def test_nobody_sees_it_without_unlocking(store):
    from django.test import Client

    assert "/unlock/" in Client().get("/week/")["Location"]
