"""The list of relationships, and adding one by hand."""

from datetime import date, time
from decimal import Decimal

import pytest

from reattune.practice import models
from reattune.practice.keeping import keep
from reattune.practice.looking import look


def test_the_list_is_by_codename_and_the_ended_ones_are_folded(browser, new_client):
    for name in ("wren", "alder"):
        new_client(name, dates_agreed=date(2026, 1, 7))
    new_client("finch", started=date(2024, 1, 1), ended=date(2026, 5, 1))
    look()
    shown = browser.get("/relationships/").content.decode()
    assert shown.index("alder") < shown.index("wren") < shown.index("1 that has ended") < shown.index("finch")
    assert ">quiet<" in shown
    assert "kept long enough" not in shown


def test_nothing_agreed_and_nothing_rated_is_not_called_quiet(browser, new_client):
    new_client("wren")
    look()
    shown = browser.get("/relationships/").content.decode()
    assert ">not looked at<" in shown
    assert ">quiet<" not in shown


@pytest.mark.parametrize(("years", "suggested"), [(0, False), (1, True), (3, False)])
def test_erasing_is_suggested_after_the_practices_own_time_and_not_before(browser, new_client, years, suggested):
    finch = new_client("finch", started=date(2024, 1, 1), ended=date(2025, 5, 1))
    keep(retention_years=years)
    look()
    shown = browser.get("/relationships/").content.decode()
    assert ("kept long enough since 1 May 2026" in shown) is suggested
    assert (f"/r/{finch.pk}/erase/" in shown) is suggested
    assert ("<details open>" in shown) is suggested


def test_each_stands_in_a_word(browser, new_client):
    held = new_client("alder")
    models.Episode.objects.create(client=held, day=date(2026, 6, 1))
    silent = new_client("birch", suppress=True)
    look()
    new_client("cedar")
    shown = browser.get("/relationships/").content.decode()
    assert (
        shown.index("held open")
        < shown.index("birch")
        < shown.index("not looked at<")
        < shown.index("not looked at yet")
    )
    assert silent.codename in shown


@pytest.mark.parametrize(
    ("at", "said"), [(date(2026, 3, 10), "nothing new since 10 Mar 2026"), (date(2025, 3, 10), "quiet")]
)
def test_what_came_up_lately_is_not_called_quiet(browser, new_client, at, said):
    client = new_client("alder", dates_agreed=date(2026, 1, 7))
    look()
    row = models.Noticed(client=client, number=1, at=at, direction="away")
    row.words = {}
    row.save()
    assert f">{said}<" in browser.get("/relationships/").content.decode()


def test_with_nobody_it_says_how_to_begin(browser):
    assert "A codename is enough to begin" in browser.get("/relationships/").content.decode()


def test_a_relationship_is_added_by_hand_with_its_usual_session(browser):
    fields = {
        "codename": "  heron ",
        "started": "2026-03-02",
        "weekday": "3",
        "starts_at": "15:00",
        "minutes": "50",
        "every_weeks": "2",
        "fee": "60,5",
    }
    answer = browser.post("/relationships/add/", fields)
    client = models.Client.objects.get()
    assert answer["Location"] == f"/r/{client.pk}/"
    assert (client.codename, client.started, client.dates_agreed) == ("heron", date(2026, 3, 2), None)
    agreed = client.agreements.get()
    assert (agreed.start, agreed.weekday, agreed.starts_at, agreed.minutes) == (date(2026, 3, 2), 3, time(15), 50)
    assert (agreed.every_weeks, agreed.fee) == (2, Decimal("60.50"))
    assert models.AuditEvent.objects.last().what in {"relationship", "practice"}
    assert models.Job.objects.filter(kind="look").exists()


def test_a_codename_is_enough(browser):
    answer = browser.post("/relationships/add/", {"codename": "heron", "another": "1"})
    assert answer["Location"] == "/relationships/add/"
    assert not models.Client.objects.get().agreements.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"codename": ""},
        {"codename": "x" * 61},
        {"started": "soon"},
        {"started": "0001-01-01"},
        {"weekday": "7"},
        {"weekday": "-1"},
        {"minutes": "999999999999999999999"},
        {"minutes": "1.5"},
        {"minutes": "²"},
        {"every_weeks": "0"},
        {"fee": "much"},
        {"fee": "NaN"},
        {"fee": "-5"},
        {"fee": "1e9"},
        {"starts_at": "25:00"},
    ],
)
def test_a_slip_is_said_and_nothing_typed_is_lost(browser, fields):
    answer = browser.post("/relationships/add/", {"codename": "heron", "fee": "61", **fields})
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert 'role="alert"' in shown
    assert "61" in shown or "fee" in fields
    assert not models.Client.objects.exists()


def test_a_codename_that_is_taken_is_refused(browser, new_client):
    new_client("heron")
    assert "There is a Heron already" in browser.post("/relationships/add/", {"codename": "Heron"}).content.decode()


def test_nobody_sees_it_without_unlocking(store):
    from django.test import Client

    for place in ("/relationships/", "/relationships/add/"):
        assert "/unlock/" in Client().get(place)["Location"]
