"""Capture: one tap from anywhere, nothing needed but with whom; a moment can be reworded, taken out, put back."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.test import Client as Browser

from reattune.model import Session, SessionKind, Source
from reattune.practice import jobs, models
from reattune.practice.mapping.codec import dump

TODAY = date(2026, 6, 30)


@pytest.fixture
def wren(new_client):
    """A client whose session was this week."""
    client = new_client("wren", dates_agreed=TODAY)
    start = datetime(2026, 6, 29, 10, tzinfo=ZoneInfo("Europe/London"))
    one = Session(start, start, start + timedelta(minutes=50), SessionKind.ATTENDED, "came", Source("a.csv", "2"))
    row = models.Record(client=client, kind=models.Record.Kind.SESSION, day=start.date())
    row.words = dump(one)
    row.save()
    jobs.start("look")
    jobs.run_pending()
    return client


def text(answer):
    return answer.content.decode()


def test_nothing_is_put_down_without_unlocking(home):
    answer = Browser().post("/capture/", {"felt": "met"})
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/unlock/")


def test_the_three_come_first_and_in_order(browser, new_client):
    new_client("heron")
    page = text(browser.get("/capture/"))
    places = [page.index(f'name="felt" value="{one}"') for one in ("met", "off", "unsure")]
    assert places == sorted(places)
    assert places[-1] < page.index('name="client"')
    assert "Call 111" in page


def test_whose_session_was_last_is_chosen_already(browser, new_client, wren):
    heron = new_client("heron")
    assert f'value="{wren.pk}" selected' in text(browser.get("/capture/"))
    assert "29 Jun 2026" in text(browser.get("/capture/"))
    assert f'value="{heron.pk}" selected' in text(browser.get(f"/capture/?client={heron.pk}"))


def test_the_sheet_is_the_same_form_and_no_whole_page(browser, wren):
    sheet = text(browser.get("/capture/?sheet=1&next=/help/"))
    assert "<html" not in sheet
    assert 'value="unsure"' in sheet
    assert 'name="next" value="/help/"' in sheet
    assert "Call 111" in sheet


def test_with_nobody_here_yet_it_says_what_to_do_first(browser):
    assert "Add a relationship" in text(browser.get("/capture/"))


def test_one_tap_puts_it_down_and_goes_back_where_one_was(browser, wren):
    answer = browser.post("/capture/", {"client": wren.pk, "felt": "off", "when": "session", "next": "/help/"})
    assert answer.headers["Location"] == "/help/"
    moment = models.Moment.objects.get()
    assert (moment.felt, moment.day, moment.client) == ("off", date(2026, 6, 29), wren)
    page = text(browser.get("/help/"))
    assert "Put down: something off, with wren." in page
    assert f"/r/{wren.pk}/moment/{moment.pk}/delete/" in page


def test_another_site_is_never_gone_on_to(browser, wren):
    answer = browser.post("/capture/", {"client": wren.pk, "felt": "met", "next": "https://example.org/"})
    assert answer.headers["Location"] == f"/r/{wren.pk}/moment/{models.Moment.objects.get().pk}/"


@pytest.mark.parametrize(
    "bad",
    [{"client": ""}, {"client": "nobody"}, {"client": str(uuid4())}, {"felt": ""}, {"felt": "bliss"}, {"day": "soon"}],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(browser, wren, bad):
    answer = browser.post("/capture/", {"client": wren.pk, "felt": "met", "note": "a hush", **bad})
    assert answer.status_code == 400
    assert 'role="alert"' in text(answer)
    assert "a hush" in text(answer)
    assert not models.Moment.objects.exists()


def test_thinking_without_keeping_puts_nothing_down(browser, wren):
    answer = browser.post("/capture/", {"client": wren.pk, "note": "a hush", "not_kept": "note"})
    assert answer.status_code == 200
    assert "a hush" not in text(answer)
    assert not models.Moment.objects.exists()


@pytest.fixture
def moment(browser, wren):
    browser.post("/capture/", {"client": wren.pk, "felt": "off", "note": "a hush", "keep": "yes", "by": "client"})
    return models.Moment.objects.get()


def address(moment, *more):
    return "/".join(("/r", str(moment.client_id), "moment", str(moment.pk), *more, ""))


def test_a_moment_is_shown_with_its_words_and_the_look_is_in_the_audit(browser, moment):
    page = text(browser.get(address(moment)))
    assert "a hush" in page
    assert f"/r/{moment.client_id}/episode/new/?moment={moment.pk}" in page
    assert models.AuditEvent.objects.filter(action="viewed", what="moment", client=moment.client_id).count() == 1


def test_its_words_can_be_changed(browser, moment):
    browser.post(address(moment), {"words": "a look"})
    found = models.Moment.objects.get()
    assert (found.words["words"], found.kept) == ("a look", False)
    browser.post(address(moment), {"words": "another", "keep": "yes", "not_kept": "words"})
    assert models.Moment.objects.get().words["words"] == ""


def test_it_can_be_taken_out_and_put_back(browser, moment):
    assert browser.post(address(moment, "delete")).headers["Location"] == f"/r/{moment.client_id}/"
    assert not models.Moment.objects.exists()
    assert browser.get(address(moment)).status_code == 404
    assert browser.post(address(moment, "back")).headers["Location"] == address(moment)
    assert models.Moment.objects.get().words["words"] == "a hush"
    assert browser.post(address(moment, "back")).status_code == 404


def test_undoing_right_after_goes_back_where_one_was(browser, moment):
    assert browser.post(address(moment, "delete"), {"next": "/help/"}).headers["Location"] == "/help/"


def test_only_a_press_of_a_button_takes_it_out(browser, moment):
    assert browser.get(address(moment, "delete")).headers["Location"] == address(moment)
    assert models.Moment.objects.exists()


def test_a_moment_is_found_only_with_its_own_client(browser, moment, new_client):
    other = new_client("heron")
    assert browser.get(f"/r/{other.pk}/moment/{moment.pk}/").status_code == 404
