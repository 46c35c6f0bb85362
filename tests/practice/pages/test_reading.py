"""The reading page: everything in order, nothing taken for markup, calm whatever is in it, and not before it may be."""

import html
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard import bringing, figures, speakers
from reattune.practice.pages import reading

DAY = date(2026, 6, 2)
ROLES = {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT}
LINES = (
    ("Anna", "How has the week been for you since we last met?"),
    ("Kestrel", "All right, the dog kept us busy and I <script>alert(1)</script> slept a little better."),
    ("Anna", "What was it like when we stopped last time?"),
    ("Kestrel", "Fine."),
    ("Anna", "I wonder whether something I said did not sit well with you?"),
    ("Kestrel", "You are not listening to me at all."),
)


def vtt(lines, step=20):
    made = ["WEBVTT", ""]
    for at, (who, text) in enumerate(lines):
        start = at * step
        clock = "{:02}:{:02}:{:02}.000".format
        begin, end = (clock(at // 3600, at // 60 % 60, at % 60) for at in (start, start + 8))
        made += [f"{begin} --> {end}", f"{who}: {text}", ""]
    return "\n".join(made).encode()


@pytest.fixture
def bring(browser, new_client):
    """Bring lines for heron; the row and the address of its page."""
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)

    def made(lines=LINES, *, wordless=False, roles=ROLES, day=DAY):
        row = bringing.bring(heron, f"{day}.vtt", vtt(lines), day=day, wordless=wordless).heard
        if roles:
            speakers.confirm(row, roles)
        return row, f"/r/{heron.pk}/heard/{row.pk}/"

    return made


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", answer.content.decode())))


def test_the_whole_conversation_and_the_moments_beside_it(browser, bring):
    _row, address = bring()
    answer = browser.get(address)
    page, markup = text(answer), answer.content.decode()
    for _who, words in LINES:
        assert " ".join(words.split()) in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in markup
    assert "<script>alert" not in markup
    assert re.search(r'<mark class="[a-z ]+">Fine\.</mark>', markup)
    assert "Yes, that" in page
    assert "silence, 12 seconds" in page
    assert '<svg width="48"' in markup
    assert 'dir="auto"' in markup
    assert page.index("Moments that may be worth reading again") < page.index("The conversation")
    assert models.AuditEvent.objects.filter(action="viewed", what="transcript").count() == 1


def test_the_benign_reading_comes_before_the_reason(browser, bring):
    _row, address = bring()
    for card in re.findall(
        r"<aside class=\"note (?!quiet).*?</aside>", browser.get(address).content.decode(), re.DOTALL
    ):
        assert card.index('class="benign"') < card.index('class="seen"')


def test_an_attempt_nearby_is_told_with_what_came_of_it(browser, bring):
    _row, address = bring()
    page = text(browser.get(address))
    assert "What may have been an attempt to reach each other" in page


def test_not_before_somebody_said_who_is_who_nor_without_consent(browser, bring):
    row, address = bring(roles=None)
    assert browser.get(address).url == f"{address}who/"
    speakers.confirm(row, ROLES)
    assert browser.get(address).status_code == 200
    consent.write(row.client, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=date(2026, 6, 20))
    assert browser.get(address).url == f"/r/{row.client_id}/heard/"
    assert "Fine." not in text(browser.get(address, follow=True))


def test_another_clients_address_leads_nowhere(browser, bring, new_client):
    row, _address = bring()
    assert browser.get(f"/r/{new_client('wren').pk}/heard/{row.pk}/").status_code == 404


def test_a_client_who_holds_the_device_sees_nothing_of_it(bring, handed):
    row, address = bring()
    answer = handed(row.client).get(address)
    assert answer.status_code in {302, 403}
    assert b"dog" not in answer.content


def test_without_words_only_figures(browser, bring):
    _row, address = bring(wordless=True)
    page = text(browser.get(address))
    assert "only lengths and times" in page
    assert "Moments that may" not in page
    assert "dog" not in page
    assert "Lengths, shares and times" in page
    assert "1 word" in page


def test_another_language_is_said_and_counted(browser, bring):
    german = "Ich weiß nicht so recht, was ich dazu heute noch sagen soll, es war eine lange Woche für uns alle."
    _row, address = bring([(("Anna", "Kestrel")[at % 2], german) for at in range(8)])
    answer = browser.get(address)
    assert "another language (German)" in text(answer)
    assert german in text(answer)
    assert 'class="note' not in answer.content.decode()


def test_one_of_the_two_is_missing(browser, bring):
    _row, address = bring(roles={"Anna": Role.CLIENT, "Kestrel": Role.CLIENT})
    page = text(browser.get(address))
    assert "Nobody in it is the therapist yet" in page
    assert "dog kept us busy" in page
    assert "Tick what the other one said" not in page


def test_where_all_stands_under_one_name_the_way_to_do_it_is_at_hand(browser, bring):
    _row, address = bring(
        [("Room", words) for words in ("Was it long?", "Long.", "Oh.")], roles={"Room": Role.THERAPIST}
    )
    page = browser.get(address).content.decode()
    assert "Tick what the other one said" in page
    assert 'href="?page=1&amp;turn=0#t0"' in page
    assert "3 entries. Tick" in text(browser.get(f"{address}?page=1&turn=0"))


def test_how_weak_marks_are_is_said_before_them(browser, bring):
    _row, address = bring()
    page = text(browser.get(address))
    assert page.index("7 in 10 marks") < page.index("seems to move")


def test_right_to_left_and_odd_letters_are_kept(browser, bring):
    words = "\u202eאני לא יודע & “x” 'y' \U0001f9ed"
    _row, address = bring([("Anna", "How are you today, and how was the week that was?"), ("Kestrel", words)])
    page = browser.get(address).content.decode()
    assert re.search(rf'<p class="spoken" dir="auto">{re.escape(words)}</p>', html.unescape(page))
    assert " & “x”" not in page


@pytest.mark.parametrize("query", ["page=0", "page=99", "page=x", "page=²", "turn=77", "turn=-1", "turn=0&from=99999"])
def test_an_address_with_nonsense_in_it_is_the_page(browser, bring, query):
    _row, address = bring()
    assert browser.get(f"{address}?{query}").status_code == 200


def test_pages_of_a_long_one_with_the_moments_over_all(browser, bring, monkeypatch):
    monkeypatch.setattr(reading.lines, "TURNS", 4)
    row, address = bring()
    first, second = text(browser.get(address)), browser.get(f"{address}?page=2")
    assert "Page 1 of 2" in first
    assert "not listening" not in first.split("The conversation")[1]
    assert "not listening" in text(second).split("The conversation")[1]
    assert f"{address}?page=2#m-" in browser.get(address).content.decode()
    assert 'start="5"' in second.content.decode()
    assert row.pk


def test_marks_in_the_hundreds_stay_calm(browser, bring):
    many = [line for at in range(80) for line in (("Anna", f"What was it like, number {at}?"), ("Kestrel", "Fine."))]
    _row, address = bring(many)
    markup = browser.get(address).content.decode()
    assert markup.count("data-moment ") <= 12
    assert "more, weaker" in markup
    assert markup.count('class="seen"') < 12 * 16


def test_few_questions_to_the_store_however_much_is_said_and_answered(browser, bring):
    _row, address = bring()
    _other, longer = bring([*LINES, *LINES, *LINES], day=date(2026, 6, 9))
    browser.get(address)
    counts = []
    for where in (address, longer):
        with CaptureQueriesContext(connection) as asked:
            browser.get(where)
        counts.append(len(asked))
    assert counts[0] == counts[1] < 40


def test_it_leads_there_from_the_relationship(browser, bring):
    row, _address = bring()
    figures.renew(row.client)
    assert f'/r/{row.client_id}/heard/"' in browser.get(f"/r/{row.client_id}/").content.decode()


def test_a_name_that_turns_the_line_around_turns_only_itself(browser, bring):
    lines = [("\u202eevil", "Hello \u202eolleh."), *LINES]
    _row, address = bring(lines, roles={**ROLES, "\u202eevil": Role.OTHER})
    markup = browser.get(address).content.decode()
    assert '<strong dir="auto">\u202eevil</strong>' in markup
    assert '<p class="spoken" dir="auto">Hello \u202eolleh.' in markup
