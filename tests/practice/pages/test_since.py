"""What followed an episode, at the desk: too early is said so, every row opens, and nothing is said of why."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.practice import capturing, episodes, models
from reattune.practice.voices import talks
from reattune.repair.strategies import Strategy

TODAY = date(2026, 6, 30)


def text(answer):
    return answer.content.decode()


@pytest.fixture
def record(lived):
    client = lived("heron")
    made = replace(episodes.blank(date(2025, 9, 2)), text="The clock", tried=(Strategy.ACKNOWLEDGE,), now="easier now")
    return episodes.begin(client, made)


def at(row):
    return f"/r/{row.client_id}/since/{row.pk}/"


def test_nothing_is_shown_without_unlocking(home):
    assert Browser().get(f"/r/{uuid4()}/since/{uuid4()}/").headers["Location"].startswith("/unlock/")


def test_an_episode_says_what_was_tried_what_was_said_and_lists_its_rows(browser, record):
    page = text(browser.get(at(record)))
    assert "Acknowledge your own part" in page
    assert "easier now" in page
    assert "If nothing had changed" in page
    assert f'href="/r/{record.client_id}/row/' in page
    assert "Missing for" in page
    assert "because" not in page
    assert models.AuditEvent.objects.filter(what="learning", client=record.client_id).count() == 1


def test_a_young_episode_is_too_early_and_says_what_it_takes(browser, record):
    models.Episode.objects.filter(pk=record.pk).update(day=TODAY)
    page = text(browser.get(at(record)))
    assert "Too early to say." in page
    assert "It takes at least 4 before and 4 since" in page


def test_a_talk_has_what_followed_as_well(browser, record):
    talk = talks.begin_by_therapist(record.client, "The clock", date(2025, 9, 2), shown=True)
    page = text(browser.get(f"/r/{record.client_id}/since/talk/{talk.pk}/"))
    assert "Closer than usual?" in page
    assert f'href="/r/{record.client_id}/since/talk/{talk.pk}/"' in text(
        browser.get(f"/r/{record.client_id}/talk/{talk.pk}/")
    )


def test_a_moment_of_being_met_is_listed_where_it_stands(browser, record):
    capturing.catch(record.client, {"felt": "met", "when": "day", "day": "2025-09-20", "note": "", "keep": ""}, TODAY)
    moment = models.Moment.objects.get()
    models.Moment.objects.update(day=date(2025, 9, 20))
    assert f'href="/r/{record.client_id}/moment/{moment.pk}/"' in text(browser.get(at(record)))


def test_where_nothing_is_to_be_said_nothing_is_reckoned(browser, record):
    models.Client.objects.update(suppress=True)
    page = text(browser.get(at(record)))
    assert "Nothing is reckoned" in page
    assert "Closer than usual before" not in page


def test_rows_of_somebody_else_are_not_found(browser, record, new_client):
    other = new_client("wren", dates_agreed=TODAY)
    assert browser.get(f"/r/{other.pk}/since/{record.pk}/").status_code == 404
    assert browser.get(f"/r/{other.pk}/since/talk/{uuid4()}/").status_code == 404


def test_a_record_leads_to_what_followed(browser, record):
    page = text(browser.get(f"/r/{record.client_id}/episode/{record.pk}/"))
    assert f'href="{at(record)}"' in page
