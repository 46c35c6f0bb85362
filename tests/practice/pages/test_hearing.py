"""The page of a client's transcripts: talked about first, brought, listed, taken out."""

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.practice import consent, jobs, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

VTT = """WEBVTT

00:00:00.000 --> 00:00:08.000
Anna: How has the week been for you?

00:00:10.000 --> 00:00:18.000
Kestrel: <script>alert(1)</script> Fine.

00:00:20.000 --> 00:01:58.000
Anna: What was it like when we stopped last time?

00:02:00.000 --> 00:02:10.000
Kestrel: No idea.
"""
DAY = date(2026, 6, 2)


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(answer.content.decode()))


def sent(name="2026-06-02.vtt", content=VTT, **more):
    file = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    return {"file": file, "keep": "words", **more}


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def agreed(heron):
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    return heron


def test_it_asks_first_whether_it_was_talked_about(browser, heron):
    page = text(browser.get(f"/r/{heron.pk}/heard/"))
    assert "Have you two talked about it?" in page
    assert "“No” is a full answer" in page
    answer = browser.post(f"/r/{heron.pk}/heard/", sent())
    assert answer.status_code == 400
    assert "Have you two talked about it? Tick it" in text(answer)
    assert not models.Heard.objects.exists()
    assert not consent.is_given(heron, consent.Purpose.TRANSCRIPTS)


def test_one_tick_writes_it_down_and_the_file_is_kept(browser, heron):
    answer = browser.post(f"/r/{heron.pk}/heard/", sent(agreed="yes"))
    row = models.Heard.objects.get()
    assert answer["Location"] == f"/r/{heron.pk}/heard/{row.pk}/who/"
    assert consent.is_given(heron, consent.Purpose.TRANSCRIPTS)
    assert heron.consents.get().by == "therapist"
    page = text(browser.get(f"/r/{heron.pk}/heard/"))
    assert "Have you two" not in page
    assert "WebVTT, 4 entries, 2 minutes" in page
    assert "Nobody has said yet who is who." in page


def test_the_main_way_from_a_file_to_the_figures(browser, agreed):
    browser.post(f"/r/{agreed.pk}/heard/", sent())
    row = models.Heard.objects.get()
    browser.post(f"/r/{agreed.pk}/heard/{row.pk}/who/", {"role-0": "therapist", "role-1": "client"})
    jobs.run_pending()
    (one,) = relationship(models.Client.objects.get(pk=agreed.pk), kept().zone)[0].speech
    assert (one.client_turns, one.source.row) == (2, str(row.pk))
    day = text(browser.get(f"/r/{agreed.pk}/row/2026-06-02/"))
    assert "the transcript 2026-06-02.vtt" in day
    assert f"/r/{agreed.pk}/heard/{row.pk}/" in day


def test_the_same_file_again_changes_nothing(browser, agreed):
    browser.post(f"/r/{agreed.pk}/heard/", sent())
    answer = browser.post(f"/r/{agreed.pk}/heard/", sent("again.vtt"))
    assert models.Heard.objects.count() == 1
    assert "was brought before" in text(browser.get(answer["Location"]))


def test_without_words_the_first_ones_are_shown_once_and_kept_nowhere(browser, agreed):
    answer = browser.post(f"/r/{agreed.pk}/heard/", sent(keep="lengths"))
    assert answer.status_code == 200
    assert "What was it like when we stopped last time?" in text(answer)
    assert "shown on this page only" in text(answer)
    row = models.Heard.objects.get()
    assert row.wordless
    assert row.body is None
    again = text(browser.get(f"/r/{agreed.pk}/heard/{row.pk}/who/"))
    assert "last time?" not in again
    assert "only lengths and times were kept" in again
    browser.post(f"/r/{agreed.pk}/heard/{row.pk}/who/", {"role-0": "therapist", "role-1": "client"})
    assert "without words" in text(browser.get(f"/r/{agreed.pk}/heard/"))
    assert "Kestrel" not in repr(models.Heard.objects.get().words)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"keep": "words"}, "No file was chosen"),
        (sent(keep=""), "Choose what is kept"),
        (sent(keep="everything"), "is not one of the choices"),
        (sent(day="soon"), "is not a day"),
        (sent(day="0001-01-01"), "too far away"),
        (sent(day="2026-07-01"), "has not come yet"),
        (sent(name="talk.vtt"), "On which day was this session?"),
        (sent(content=b""), "is empty"),
        (sent(name="a.mp3", content=b"ID3\x03\x00\x00\x00"), "a.mp3"),
        (sent(content="WEBVTT\n\n"), "2026-06-02.vtt"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(browser, agreed, form, words):
    answer = browser.post(f"/r/{agreed.pk}/heard/", form)
    assert answer.status_code == 400
    assert words in text(answer)
    assert not models.Heard.objects.exists()


def test_withdrawn_it_says_so_and_offers_taking_it_out(browser, agreed):
    browser.post(f"/r/{agreed.pk}/heard/", sent())
    row = models.Heard.objects.get()
    consent.write(agreed, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=date(2026, 6, 20))
    page = text(browser.get(f"/r/{agreed.pk}/heard/"))
    assert "None is read or counted from then on" in page
    assert f"/heard/{row.pk}/out/" in page
    assert f"/heard/{row.pk}/who/" not in page
    assert browser.get(f"/r/{agreed.pk}/heard/{row.pk}/who/")["Location"] == f"/r/{agreed.pk}/heard/"
    asked = text(browser.get(f"/r/{agreed.pk}/heard/{row.pk}/out/"))
    assert "go for good" in asked
    assert models.Heard.objects.exists()
    answer = browser.post(f"/r/{agreed.pk}/heard/{row.pk}/out/")
    assert not models.Heard.objects.exists()
    assert "taken out for good" in text(browser.get(answer["Location"]))


def test_switched_off_it_says_that_nothing_is_counted(browser, agreed):
    models.Client.objects.filter(pk=agreed.pk).update(off=["speech"])
    assert "none of their figures is counted" in text(browser.get(f"/r/{agreed.pk}/heard/"))


def test_the_list_asks_the_store_as_often_for_five_as_for_one(browser, agreed):
    counts = []
    for number in range(5):
        browser.post(f"/r/{agreed.pk}/heard/", sent(content=VTT.replace("No idea", f"No idea {number}")))
        with CaptureQueriesContext(connection) as asked:
            browser.get(f"/r/{agreed.pk}/heard/")
        counts.append(len(asked))
    assert models.Heard.objects.count() == 5
    assert counts[-1] <= counts[0]


def test_of_another_client_nothing_is_found(browser, agreed, new_client):
    browser.post(f"/r/{agreed.pk}/heard/", sent())
    row, wren = models.Heard.objects.get(), new_client("wren")
    for page in ("who", "out", "swap", "who/undo"):
        assert browser.post(f"/r/{wren.pk}/heard/{row.pk}/{page}/").status_code == 404
    assert browser.get("/r/00000000-0000-0000-0000-000000000001/heard/").status_code == 404


def test_that_it_was_looked_at_stands_in_the_audit_in_words(browser, agreed):
    browser.post(f"/r/{agreed.pk}/heard/", sent())
    browser.get(f"/r/{agreed.pk}/heard/")
    browser.get(f"/r/{agreed.pk}/heard/{models.Heard.objects.get().pk}/who/")
    page = text(browser.get(f"/r/{agreed.pk}/seen/"))
    assert "took in a transcript" in page
    assert "looked at the list of transcripts" in page
    assert "looked at who is who in a transcript" in page
