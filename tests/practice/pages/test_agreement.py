"""The agreement's page, and the paragraph that is printed for the client."""

import re

from django.test import Client as Browser

from reattune.practice import models
from reattune.practice.keeping import keep


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_days_and_switches_are_kept(browser, new_client):
    heron = new_client("heron")
    address = f"/r/{heron.pk}/agreement/"
    page = text(browser.get(address))
    assert "waits until the paragraph was given" in page
    assert "waits until it was talked about" in page
    browser.post(address, {"do": "days", "dates_agreed": "2026-06-01", "payment_agreed": ""})
    browser.post(address, {"do": "switches", "stream": ["attendance", "ratings"]})
    heron.refresh_from_db()
    assert str(heron.dates_agreed) == "2026-06-01"
    assert "waits until transcripts were talked about" in page
    assert "waits until recording was talked about" in page
    assert set(heron.off) == {"rescheduling", "payment", "gap", "speech", "silence", "turns", "voice", "movement"}
    page = text(browser.get(address))
    assert "waits until the paragraph was given" not in page
    assert 'value="ratings" checked' in page
    assert 'value="payment" checked' not in page


def test_a_day_nobody_can_mean_is_said_and_stays_typed(browser, new_client):
    heron = new_client("heron")
    answer = browser.post(f"/r/{heron.pk}/agreement/", {"do": "days", "dates_agreed": "June"})
    assert answer.status_code == 422
    assert "is not a day" in text(answer)
    assert 'value="June"' in text(answer)


def test_what_it_does_not_know_it_does_not_do(browser, new_client):
    assert browser.post(f"/r/{new_client('heron').pk}/agreement/", {"do": "x"}).status_code == 404


def test_the_paragraph_says_what_is_looked_at_and_that_it_can_be_off(browser, new_client):
    heron = new_client("heron")
    page = text(browser.get(f"/r/{heron.pk}/agreement/paragraph/"))
    for words in ("which were moved or cancelled", "You can say no", "I will show you whenever you ask", "Call 111"):
        assert words in page
    assert "heron" not in page[page.index("<article") : page.index("</article>")]
    assert "☒" not in page


def test_the_paragraph_says_where_else_to_turn(browser, new_client):
    address = f"/r/{new_client('heron').pk}/agreement/paragraph/"
    assert "you can turn to: The register of therapists." in browser.get(address).content.decode()
    keep(turn_to="")
    assert 'you can turn to: <span class="blank">' in browser.get(address).content.decode()


def test_the_paragraph_ticks_payments_only_where_they_were_talked_about(browser, new_client):
    heron = new_client("heron", payment_agreed="2026-06-01")
    assert "☒" in text(browser.get(f"/r/{heron.pk}/agreement/paragraph/"))


def test_a_language_nobody_has_is_answered_in_english(browser, new_client):
    page = text(browser.get(f"/r/{new_client('heron').pk}/agreement/paragraph/?language=xx"))
    assert 'letter" lang="en"' in page


def test_locked_nothing_is_changed(store, new_client):
    heron = new_client("heron")
    answer = Browser().post(f"/r/{heron.pk}/agreement/", {"do": "days", "dates_agreed": "2026-06-01"})
    assert answer["Location"].startswith("/unlock/")
    assert models.Client.objects.get().dates_agreed is None
