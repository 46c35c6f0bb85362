"""Who saw what: in words, per client, fifty a page, and whether the chain is whole."""

import re
from datetime import date

import pytest
from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import auditing, models, tokens
from reattune.practice.auditing import Action
from reattune.practice.consent import Purpose
from reattune.practice.pages import seen
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_what_was_seen_of_one_client_is_there_and_nothing_of_another(browser, new_client):
    heron, wren = new_client("heron"), new_client("wren")
    browser.get(f"/r/{heron.pk}/")
    browser.get(f"/r/{wren.pk}/agreement/")
    page = text(browser.get(f"/r/{heron.pk}/seen/"))
    assert "looked at the relationship’s page" in page
    assert "for the therapy" in page
    assert "looked at the agreement" not in page
    assert "Whole since" in page


def test_fifty_lines_a_page(browser, new_client):
    heron = new_client("heron")
    for _number in range(120):
        auditing.record(Action.VIEWED, heron.pk, "relationship", "therapy")
    first = text(browser.get(f"/r/{heron.pk}/seen/"))
    assert first.count("looked at the relationship’s page") == 50
    assert "page 1 of 3" in first
    last = text(browser.get(f"/r/{heron.pk}/seen/?page=3"))
    assert last.count("looked at the relationship’s page") == 20
    assert "Older" not in last


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999", "²", "9" * 40])
def test_a_page_that_is_not_there_shows_the_nearest(browser, new_client, number):
    assert browser.get(f"/r/{new_client('heron').pk}/seen/?page={number}").status_code == 200


def test_a_chain_that_is_not_whole_is_said(browser, new_client, monkeypatch):
    monkeypatch.setattr(seen, "whole", lambda _path: ("Line 3 of the audit was changed after it was written.",))
    assert "Line 3 of the audit was changed" in text(browser.get(f"/r/{new_client('heron').pk}/seen/"))


def test_a_long_chain_is_gone_through_only_on_asking(browser, new_client, monkeypatch):
    monkeypatch.setattr(seen, "MOST_AT_ONCE", 1)
    address = f"/r/{new_client('heron').pk}/seen/"
    page = text(browser.get(address))
    assert "Whole since" not in page
    assert "Check that no line was changed" in page
    assert "Whole since" in text(browser.get(f"{address}?check=yes"))


def test_every_action_has_words():
    about_clients = set(Action) - {Action.UNLOCKED, Action.LOCKED, Action.BACKED_UP, Action.RESTORED}
    assert all(seen.did_words(one.value, "x").endswith("x") for one in about_clients)
    assert seen.did_words("unheard of", "x") == "unheard of: x"
    assert seen.what_words("frame") == "the frame"
    assert seen.what_words("feedback: talked") == "what you made of a noticing"
    assert seen.what_words("a new thing") == "a new thing"
    assert seen.purpose_words("supervision") == "for supervision"
    assert (seen.who_words("therapist"), seen.who_words("supervisor")) == ("you", "supervisor")


@pytest.mark.parametrize("what", ["relationship", "streams", "observations", "noticings", "episodes"])
def test_what_a_program_read_is_said_in_words(store, new_client, what):
    heron = new_client("heron")
    program = Browser(headers={"Authorization": f"Bearer {tokens.make('abacus')}"})
    below = f"relationships/{heron.pk}"
    addresses = {"relationship": below, "streams": f"{below}/streams", "observations": f"{below}/observations"}
    assert program.get(f"/api/v1/{addresses.get(what, f'{what}?relationship={heron.pk}')}").status_code == 200
    line = models.AuditEvent.objects.get(client=heron.pk)
    assert seen.who_words(line.who) == "the program abacus"
    assert seen.what_words(line.what) != line.what == what
    assert seen.purpose_words(line.purpose) == "for a program that may read"


def test_what_the_two_do_here_is_said_in_words():
    names = (
        ["talk", "side", "likeness", "letter", "consultation", "remark", "reply", "use", "learning", "person"]
        + ["sign-in", "research", "check-in link", "check-in sheet", "own export", "own erasure", "therapist's voice"]
        + [f"said: {kind}" for kind in Kind]
        + [f"consent: {purpose}" for purpose in Purpose]
    )
    assert all(seen.what_words(name) not in ("", name) for name in names)
    assert seen.what_words("said: unheard of") == "said: unheard of"
    assert seen.what_words("consent: unheard of") == "consent: unheard of"
    assert seen.did_words("changed", "hand-over") == "handed the device over to the client"


def test_everybody_is_called_what_they_are():
    assert seen.who_words("client") == "the client"
    assert seen.who_words("supervisor: Ada") == "the supervisor Ada"
    assert (seen.who_for_client("client"), seen.who_for_client("therapist")) == ("you", "your therapist")
    assert seen.who_for_client("manager: Bo") == "Bo, who keeps the frame"
    assert seen.who_for_client("researcher: Cy") == "Cy, for research"


def test_what_a_client_shares_stands_there_and_what_they_keep_does_not(browser, new_client):
    heron = new_client("heron")
    saying.say(heron, Kind.NOTE, {"text": "it went fast"}, Share.NOW, date(2026, 6, 1))
    saying.say(heron, Kind.MOMENT, {"text": "told later"}, Share.AFTER_ENDING, date(2026, 6, 1))
    page = text(browser.get(f"/r/{heron.pk}/seen/"))
    assert "shared a note" in page
    assert "the client" in page
    assert "a moment" not in page
