"""Who is who on its page: nobody preselected, said once, swapped with one tap, and taken back."""

import html
import re
from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent
from reattune.practice.heard import bringing, speakers
from reattune.practice.heard.transcript import roles_in

DAY = date(2026, 6, 2)


def vtt(*lines):
    made = ["WEBVTT", ""]
    for number, line in enumerate(lines):
        made += [f"00:{number:02}:00.000 --> 00:{number:02}:30.000", line, ""]
    return "\n".join(made).encode()


TWO = vtt("Anna: How are you?", "Kestrel: Fine, I <b>think</b> <script>alert(1)</script>.", "Anna: Only fine?")


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(answer.content.decode()))


@pytest.fixture
def bring(browser, new_client):
    """Bring a file for heron; the row and the address of its page."""
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)

    def made(content=TWO, name="2026-06-02.vtt"):
        row = bringing.bring(heron, name, content, day=DAY).heard
        return row, f"/r/{heron.pk}/heard/{row.pk}/"

    return made


def checked(page):
    return re.findall(r'name="role-(\d+)" value="(\w+)" required checked', page)


def test_each_with_its_first_words_and_nobody_chosen(browser, bring):
    _row, address = bring()
    answer = browser.get(f"{address}who/")
    assert "&lt;script&gt;alert(1)" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    page = text(answer)
    assert "Only fine?" in page
    assert "2 entries, 5 words" in page
    assert checked(page) == []
    assert "swapped" not in page


def test_said_it_is_kept_and_can_be_undone(browser, bring):
    row, address = bring()
    answer = browser.post(f"{address}who/", {"role-0": "therapist", "role-1": "client"})
    assert answer["Location"] == address
    row.refresh_from_db()
    assert roles_in(row.words) == {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT}
    assert checked(text(browser.get(f"{address}who/"))) == [("0", "therapist"), ("1", "client")]
    browser.post(f"{address}who/undo/")
    row.refresh_from_db()
    assert row.confirmed is None
    browser.post(f"{address}who/undo/")
    assert "nothing to take back" in text(browser.get(f"{address}who/"))


@pytest.mark.parametrize(
    "form", [{}, {"role-0": "therapist"}, {"role-0": "therapist", "role-1": "dentist"}, {"role-9": "client"}]
)
def test_half_said_nothing_is_kept_and_what_was_chosen_stays(browser, bring, form):
    row, address = bring()
    answer = browser.post(f"{address}who/", form)
    assert answer.status_code == 400
    assert "each of them" in text(answer)
    assert (("0", "therapist") in checked(text(answer))) == ("role-0" in form)
    row.refresh_from_db()
    assert row.confirmed is None


def test_swapped_with_one_tap_and_back(browser, bring):
    row, address = bring()
    assert "first who is who" in text(browser.get(browser.post(f"{address}swap/")["Location"]))
    browser.post(f"{address}who/", {"role-0": "client", "role-1": "therapist"})
    assert "These two are swapped" in text(browser.get(f"{address}who/"))
    answer = browser.post(f"{address}swap/", {"next": address})
    assert answer["Location"] == address
    row.refresh_from_db()
    assert roles_in(row.words)["Anna"] is Role.THERAPIST
    assert browser.post(f"{address}who/undo/", {"next": "https://elsewhere.example/"})["Location"] == f"{address}who/"
    row.refresh_from_db()
    assert roles_in(row.words)["Anna"] is Role.CLIENT
    assert browser.get(f"{address}swap/").status_code == 302
    row.refresh_from_db()
    assert roles_in(row.words)["Anna"] is Role.CLIENT


def test_chosen_is_only_what_the_file_says_or_was_said_before(browser, bring):
    first, _address = bring()
    speakers.confirm(first, {"Anna": Role.THERAPIST, "Kestrel": Role.CLIENT})
    _row, address = bring(vtt("Anna: Hello.", "Client: Hello.", "Bo: Hello."), "b.vtt")
    page = text(browser.get(f"{address}who/"))
    assert checked(page) == [("0", "therapist"), ("1", "client")]
    assert "as last time" in page
    assert "as the file itself says" in page


@pytest.mark.parametrize(
    ("content", "words", "form"),
    [
        (vtt("Hello there.", "Fine."), "does not say who speaks", {"role-0": "client"}),
        (vtt("Room: Hello there.", "Room: Fine."), "under one name", {"role-0": "therapist"}),
    ],
)
def test_what_does_not_tell_two_apart_is_said_with_what_can_be_done(browser, bring, content, words, form):
    row, address = bring(content)
    page = text(browser.get(f"{address}who/"))
    assert words in page
    assert "one by one while reading" in page
    assert browser.post(f"{address}who/", form).status_code == 302
    row.refresh_from_db()
    assert row.confirmed is not None
    heron = row.client
    assert "Nobody in it is the" in text(browser.get(f"/r/{heron.pk}/heard/"))


def test_of_very_many_names_those_that_speak_most_are_asked_about(browser, bring):
    lines = [f"{chr(65 + number // 26)}{chr(65 + number % 26)}: Hello." for number in range(40)]
    row, address = bring(vtt(*lines, *lines[35:37] * 3))
    page = text(browser.get(f"{address}who/"))
    assert "10 more names" in page
    asked = {int(number) for number in re.findall(r'name="role-(\d+)" value="client"', page)}
    assert {35, 36} <= asked
    assert browser.post(f"{address}who/", {"role-35": "client", "role-36": "therapist"}).status_code == 302
    row.refresh_from_db()
    roles = roles_in(row.words)
    assert (roles["BJ"], roles["BK"], roles["AA"]) == (Role.CLIENT, Role.THERAPIST, Role.OTHER)


def test_words_from_right_to_left_are_shown_in_their_own_direction(browser, bring):
    _row, address = bring(vtt("Anna: שלום, מה שלומך היום?", "Kestrel: Fine."))
    assert '<blockquote dir="auto">שלום' in browser.get(f"{address}who/").content.decode()


def test_after_a_no_nothing_is_changed(browser, bring):
    row, address = bring()
    browser.post(f"{address}who/", {"role-0": "therapist", "role-1": "client"})
    consent.write(row.client, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=DAY)
    row.refresh_from_db()
    before = row.words
    for what in ("swap/", "who/undo/", "who/"):
        assert browser.post(address + what, {"role-0": "client", "role-1": "client"}).status_code == 302
    row.refresh_from_db()
    assert row.words == before
