"""The frame's page: written, corrected, taken away and put back, each with what was typed kept where it cannot be."""

import re
import uuid

import pytest
from django.test import Client as Browser

from reattune.practice import models


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def address(heron):
    return f"/r/{heron.pk}/frame/"


VERSION = {"do": "version", "start": "2026-01-06", "weekday": "1", "starts_at": "17:00", "minutes": "50", "fee": "80"}


def test_a_version_is_written_and_shown(browser, heron, address):
    assert browser.post(address, VERSION)["Location"] == address
    page = text(browser.get(address))
    assert "6 Jan 2026" in page
    assert "Tuesdays 17:00" in page
    assert "80.00" in page
    assert heron.agreements.count() == 1


def test_what_was_typed_stays_where_it_cannot_be_meant(browser, heron, address):
    answer = browser.post(address, {**VERSION, "fee": "eighty", "minutes": "45"})
    page = text(answer)
    assert answer.status_code == 422
    assert "“Fee” is not an amount" in page
    assert 'value="eighty"' in page
    assert 'value="45"' in page
    assert not heron.agreements.exists()


def test_a_version_is_corrected(browser, heron, address):
    browser.post(address, VERSION)
    row = heron.agreements.get()
    assert "Correct the version from 6 Jan 2026" in text(browser.get(f"{address}?correct={row.pk}"))
    browser.post(address, {**VERSION, "row": str(row.pk), "fee": "95"})
    assert str(heron.agreements.get().fee) == "95.00"


def test_another_client_s_version_cannot_be_corrected_from_here(browser, heron, address, new_client):
    browser.post(address, VERSION)
    wren = new_client("wren")
    answer = browser.post(f"/r/{wren.pk}/frame/", {**VERSION, "row": str(heron.agreements.get().pk), "fee": "1"})
    assert answer.status_code == 404
    assert str(heron.agreements.get().fee) == "80.00"


def test_what_is_taken_away_can_be_put_back(browser, heron, address):
    browser.post(address, VERSION)
    row = heron.agreements.get()
    browser.post(address, {"do": "remove", "row": str(row.pk)})
    assert not heron.agreements.exists()
    undo = f"{address}{row.pk}/back/"
    assert undo in text(browser.get(address))
    browser.post(undo)
    assert heron.agreements.get().pk == row.pk


def test_taking_away_what_is_gone_is_said(browser, address):
    assert "gone already" in text(browser.post(address, {"do": "remove", "row": "x"}))
    assert browser.post(f"{address}{uuid.uuid4()}/back/").status_code == 302


def test_a_break_of_one_s_own_shows_with_every_client(browser, address, new_client):
    browser.post(address, {"do": "break", "first": "2026-08-01", "last": "2026-08-14", "by": "therapist"})
    wren = new_client("wren")
    assert "until 14 Aug 2026, yours, for everybody" in text(browser.get(f"/r/{wren.pk}/frame/"))


def test_a_break_the_wrong_way_round_keeps_what_was_typed(browser, address):
    page = text(browser.post(address, {"do": "break", "first": "2026-08-14", "last": "2026-08-01", "by": "both"}))
    assert "lies before the first one" in page
    assert 'value="2026-08-14"' in page


def test_ending_and_silence(browser, heron, address):
    browser.post(address, {"do": "ending", "ended": "2026-06-01", "ended_how": "planned", "ended_by": "both"})
    browser.post(address, {"do": "silence", "suppress": "yes", "suppress_why": "a death"})
    heron.refresh_from_db()
    assert (str(heron.ended), heron.suppress, heron.suppress_why) == ("2026-06-01", True, "a death")
    assert "a death" in text(browser.get(address))


def test_holidays_ahead_are_shown(browser, address):
    assert "Boxing Day" in text(browser.get(address))


@pytest.mark.parametrize("do", ["", "drop table"])
def test_what_it_does_not_know_it_does_not_do(browser, address, do):
    assert browser.post(address, {"do": do}).status_code == 404


def test_locked_nothing_is_changed(store, heron, address):
    assert Browser().post(address, VERSION)["Location"].startswith("/unlock/")
    assert not models.Agreement.objects.exists()
