"""Check-ins at the therapist's desk: the ways to give one, what was shared, what became of it."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in import inviting
from reattune.practice.keeping import keep
from reattune.practice.pages import check_ins
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
TOKEN = re.compile("[0-9A-Za-z]{64}")
OFF = {"question": "felt_off", "when": "after", "choice": "yes", "text": "It went fast."}


@pytest.fixture
def heron(new_client):
    keep(read_when="By six.")
    return new_client("heron")


@pytest.fixture
def place(heron):
    return f"/r/{heron.pk}/check-ins/"


def words(answer):
    return answer.content.decode()


def said(client, share=Share.NOW, sitting=None, **more):
    return saying.say(client, Kind.ANSWER, {**OFF, **more}, share, TODAY, saying.Place(sitting=sitting))


def test_nobody_is_let_in_without_unlocking(place):
    for address in (place, f"{place}{uuid4()}/spoken/", f"{place}{uuid4()}/reply/"):
        assert Browser().get(address).status_code == 302
        assert "unlock" in Browser().post(address).get("Location", "")


def test_what_was_shared_stands_there_in_their_words_and_the_rest_nowhere(browser, heron, place):
    said(heron)
    said(heron, Share.AFTER_ENDING, text="Later, perhaps.")
    shown = words(browser.get(place))
    assert "It went fast." in shown
    assert "Later, perhaps." not in shown
    assert "rupture" not in shown
    assert models.AuditEvent.objects.filter(action="viewed", what="said: answer", client=heron.pk).exists()


def test_of_another_client_there_is_nothing(browser, heron, new_client):
    row = said(heron)
    other = f"/r/{new_client('wren').pk}/check-ins/"
    assert "It went fast." not in words(browser.get(other))
    assert browser.post(f"{other}{row.pk}/spoken/").status_code == 404
    assert browser.post(f"{other}{row.pk}/reply/", {"text": "No."}).status_code == 404


def test_spoken_about_it_leaves_today_and_comes_back_when_undone(browser, heron, place):
    row = said(heron)
    assert "It went fast." in words(browser.get("/"))
    browser.post(f"{place}{row.pk}/spoken/")
    assert models.Said.objects.get().taken_up == TODAY
    shown = words(browser.get("/"))
    assert "It went fast." not in shown
    assert f"{place}{row.pk}/not-yet/" in shown
    browser.post(f"{place}{row.pk}/not-yet/")
    assert "It went fast." in words(browser.get("/"))


def test_from_today_a_whole_check_in_is_spoken_about_but_not_what_was_shared_in_another_way(browser, heron, place):
    sitting = uuid4()
    first, second = said(heron, sitting=sitting), said(heron, sitting=sitting)
    other = said(heron, Share.RAISE_FOR_ME, sitting=sitting)
    answer = browser.post(f"{place}{first.pk}/spoken/", {"all": "1", "next": "/"})
    assert answer["Location"] == "/"
    taken = set(models.Said.objects.exclude(taken_up=None).values_list("pk", flat=True))
    assert taken == {first.pk, second.pk}
    browser.post(f"{place}{first.pk}/not-yet/?all=1")
    assert not models.Said.objects.exclude(taken_up=None).exists()
    browser.post(f"{place}{other.pk}/spoken/")
    assert models.Said.objects.exclude(taken_up=None).get() == other


def test_what_is_not_shared_cannot_be_reached_by_its_address(browser, heron, place):
    row = said(heron, Share.AFTER_ENDING)
    for what in ("spoken/", "not-yet/", "reply/"):
        assert browser.post(f"{place}{row.pk}/{what}", {"text": "Hello."}).status_code == 404
    assert models.Said.every.get().taken_up is None


def test_an_answer_stands_with_what_was_said_and_an_empty_one_is_said_to_be_empty(browser, heron, place):
    row = said(heron)
    assert browser.post(f"{place}{row.pk}/reply/", {"text": "Thank you for telling me."}).status_code == 302
    shown = words(browser.get(place))
    assert "Thank you for telling me." in shown
    assert models.AuditEvent.objects.filter(action="wrote", what="reply").count() == 1
    for text in ("  ", "x" * 30_000):
        refused = browser.post(f"{place}{row.pk}/reply/", {"text": text})
        assert refused.status_code == 400
        assert "nothing was sent" in words(refused)
        assert text.strip() in words(refused)
    assert models.Reply.objects.count() == 1


def test_at_ones_own_desk_there_are_no_links_and_it_says_why(browser, place):
    assert "can be reached from this computer alone" in words(browser.get(place))
    assert browser.post(place, {"when": "after", "lasts": "days"}).status_code == 400
    assert not models.Invitation.objects.exists()


def test_a_link_is_shown_once_and_opens_for_the_time_that_was_chosen(browser, place, monkeypatch):
    monkeypatch.setattr(check_ins, "is_shared", lambda: True)
    shown = words(browser.post(place, {"when": "before", "lasts": "week"}))
    address = shown.split("data-link>")[1].split("<")[0]
    assert address.startswith("http://testserver/k/")
    assert "<svg" in shown
    assert "style=" not in shown
    row = models.Invitation.objects.get()
    assert row.when == "before"
    assert row.expires.date() == TODAY + timedelta(weeks=1)
    assert inviting.digest(address.rstrip("/").rsplit("/", 1)[1]) == row.digest
    assert "data-link" not in words(browser.get(place))


def test_used_or_not_the_page_is_the_same(browser, place, monkeypatch):
    monkeypatch.setattr(check_ins, "is_shared", lambda: True)
    browser.post(place, {"when": "after", "lasts": "days"})
    before = TOKEN.sub("", words(browser.get(place)))
    inviting.use_up(models.Invitation.objects.get())
    assert TOKEN.sub("", words(browser.get(place))) == before


def test_a_length_that_is_none_makes_no_link(browser, place, monkeypatch):
    monkeypatch.setattr(check_ins, "is_shared", lambda: True)
    assert browser.post(place, {"lasts": "for ever"}).status_code == 400
    assert not models.Invitation.objects.exists()


def test_where_check_ins_are_closed_the_reason_stands_instead_of_the_ways(browser, place, monkeypatch):
    keep(read_when="")
    monkeypatch.setattr(check_ins, "is_shared", lambda: True)
    shown = words(browser.get(place))
    assert "Check-ins are not open yet" in shown
    assert "Make a link" not in shown
    assert browser.post(place, {"when": "after", "lasts": "days"}).status_code == 400


def test_what_is_to_be_talked_about_already_is_opened_and_not_begun_again(browser, heron):
    row = said(heron)
    begun = models.Talk.objects.get()
    assert browser.get(f"/r/{heron.pk}/talks/?said={row.pk}")["Location"] == f"/r/{heron.pk}/talk/{begun.pk}/"
    # The client keeps the talk to themselves, and shares the words still.
    models.Talk.every.update(shown=None)
    assert browser.get(f"/r/{heron.pk}/talks/?said={row.pk}").status_code == 200
