"""One relationship's page: its picture, what came up, what is held open."""

import re
import time
import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client as Browser

from reattune.model import Rating, Source, Timing, Voice
from reattune.practice import models
from reattune.practice.mapping.codec import dump
from reattune.practice.pages.relationship import remarks
from reattune.practice.portrait import portrait
from reattune.practice.voices import afterwards, talks

TODAY = date(2026, 6, 30)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_locked_it_is_refused(home):
    answer = Browser().get(f"/r/{uuid.uuid4()}/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/unlock/")


def test_nobody_by_that_name_is_not_found(browser):
    assert browser.get(f"/r/{uuid.uuid4()}/").status_code == 404


def test_an_empty_relationship_has_its_page(browser, new_client):
    page = text(browser.get(f"/r/{new_client('heron').pk}/"))
    assert "There is nothing to draw yet" in page
    assert "Nothing was looked at yet" in page
    assert "Dates are not looked at here yet" in page


def test_it_shows_the_picture_and_what_came_up(browser, lived):
    heron = lived()
    page = text(browser.get(f"/r/{heron.pk}/"))
    noticed = heron.noticed.last()
    assert '<svg class="rt"' in page
    assert 'role="group"' in page
    assert f"/r/{heron.pk}/noticing/{noticed.pk}/" in page
    assert "cancelled at short notice" in page
    assert "The same as a table" in page
    assert 'value="talked"' in page
    assert 'style="' not in page
    assert "<style" not in page


def test_every_session_in_the_picture_opens_its_rows(browser, lived):
    heron = lived()
    page = text(browser.get(f"/r/{heron.pk}/?span=whole"))
    addresses = set(re.findall(rf"/r/{heron.pk}/row/(\d{{4}}-\d\d-\d\d)/", page))
    slots = {row.day.isoformat() for row in heron.records.filter(kind="session")}
    assert slots <= addresses
    assert browser.get(f"/r/{heron.pk}/row/{min(slots)}/").status_code == 200


def test_opening_it_stands_in_the_audit(browser, lived):
    heron = lived(weeks=6)
    browser.get(f"/r/{heron.pk}/")
    line = models.AuditEvent.objects.last()
    assert (line.action, line.client, line.what) == ("viewed", heron.pk, "relationship")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("span=half", "30 Dec 2025"),
        ("span=whole", "6 May 2025"),
        ("span=chosen&from=2026-01-01&to=2026-02-01", "1 Jan 2026"),
    ],
)
def test_the_time_is_chosen(browser, lived, asked, first):
    page = text(browser.get(f"/r/{lived().pk}/?{asked}"))
    assert f"sessions from {first}" in page


@pytest.mark.parametrize(
    "asked",
    ["span=chosen", "span=chosen&from=x&to=2026-01-01", "span=chosen&from=2026-02-01&to=2026-01-01", "span=zzz"],
)
def test_a_time_nobody_can_mean_shows_the_last_half_year(browser, lived, asked):
    answer = browser.get(f"/r/{lived(weeks=8).pk}/?{asked}")
    assert answer.status_code == 200
    assert "<svg" in answer.content.decode()


def test_a_suppressed_relationship_says_nothing(browser, lived):
    heron = lived(suppress=True, suppress_why="we agreed on a pause")
    page = text(browser.get(f"/r/{heron.pk}/"))
    assert "we agreed on a pause" in page
    assert "What came up" not in page


def test_moments_and_records_are_in_the_picture_and_below(browser, lived):
    heron = lived(weeks=30)
    moment = models.Moment(client=heron, felt="met", day=TODAY - timedelta(days=7), kept=True)
    moment.words = {"words": "laughed <together>"}
    moment.save()
    record = models.Episode(client=heron, day=TODAY - timedelta(days=14), hold_until=TODAY + timedelta(days=3))
    record.words = {"text": "a silence after the bill"}
    record.save()
    page = text(browser.get(f"/r/{heron.pk}/"))
    assert "laughed &lt;together&gt;" in page
    assert "<together>" not in page
    assert "your notes" in page
    assert "Resting until 3 Jul 2026" in page
    assert f"/r/{heron.pk}/moment/{moment.pk}/" in page
    assert f"/r/{heron.pk}/episode/{record.pk}/" in page


def test_what_was_answered_is_to_be_read_with_the_safety_text(browser, new_client):
    heron = new_client("heron")
    for day in (TODAY - timedelta(days=3), TODAY - timedelta(days=300)):
        row = models.Record(client=heron, kind="rating", day=day)
        items = (1.0,) * 8 + (2.0,)
        row.words = dump(Rating(day, "phq-9", Voice.CLIENT, Timing.PRE, Source("phq.csv", "2"), items=items))
        row.save()
    page = text(browser.get(f"/r/{heron.pk}/"))
    assert "was answered above zero on 27 Jun 2026; please read it" in page
    assert page.index("27 Jun 2026; please") < page.index("Longer ago") < page.index("2025; please read it")
    assert "Call 111" in page


def test_three_years_are_drawn_in_time(browser, lived):
    heron = lived(weeks=156)
    browser.get(f"/r/{heron.pk}/")
    took = []
    for _again in range(3):
        begun = time.perf_counter()
        browser.get(f"/r/{heron.pk}/?span=whole")
        took.append(time.perf_counter() - begun)
    assert min(took) < 1.0, "generous for a busy machine; about a fifth of this on a quiet one"


def test_what_is_no_longer_open_says_so_and_folds_its_answers_away(browser, lived):
    heron = lived()
    newest = heron.noticed.last()
    assert "More than ten sessions ago" not in text(browser.get(f"/r/{heron.pk}/"))
    heron.noticed.update(open=False)
    page = text(browser.get(f"/r/{heron.pk}/"))
    assert page.count("More than ten sessions ago") == heron.noticed.count()
    assert page.count("Say what you make of it") == heron.noticed.count()
    assert f'value="{newest.pk}"' in page


def test_what_the_page_says_itself_is_not_remarked_again(lived):
    found = portrait(lived(), TODAY)
    said = (
        "heron: the frame was inferred from the appointments; write frame.toml if it is another one.",
        "heron: 2 moves were joined.",
    )
    assert remarks(replace(found, remarks=said)) == ("2 moves were joined.",)


def test_what_there_is_for_both_is_named_once_and_calmly(browser, lived):
    heron = lived()
    for number in range(6):
        talk = talks.begin_by_therapist(heron, f"talk {number}", TODAY, shown=False)
    afterwards.rest(talk, Voice.THERAPIST, away=TODAY)
    talks.begin_by_client(heron, "only theirs", TODAY, shown=False)
    page = text(browser.get(f"/r/{heron.pk}/"))
    section = page.split('id="both-heading"')[1].split("</section>")[0]
    assert [f"talk {number}" in section for number in range(6)] == [False, True, True, True, True, False]
    assert section.count(f"/r/{heron.pk}/talks/") == 1
    assert 'href="#"' not in section
    assert "<button" not in section
    assert "only theirs" not in page
    assert f"/r/{heron.pk}/talks/?noticing=" in page
