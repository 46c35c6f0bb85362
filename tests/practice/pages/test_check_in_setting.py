"""Check-ins in the settings: what is said before the first tap, what is asked, and wording the practice holds."""

import re

import pytest

from reattune.practice.check_in import gate, wording
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import keep, kept

ALL = ["felt_off", "worked", "hard_to_say", "felt_good"]
PHQ = {
    "introduction": "Lately:",
    "items": "\r\n".join(f"item {n}" for n in range(1, 10)),
    "label-0": "never",
    "label-3": "daily",
    "on": ["after"],
    "permission": "yes",
}


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_check_ins_open_once_it_is_said_when_they_are_read_and_whom_to_turn_to(browser):
    assert "Check-ins are not open yet" in text(browser.get("/settings/check-in/"))
    sent = {"safety": "Call 111.", "read_when": "Before six.", "before": ALL, "after": ALL}
    assert browser.post("/settings/check-in/", sent).status_code == 302
    assert (kept().safety, kept().read_when) == ("Call 111.", "Before six.")
    assert gate.why_nobody() == ""
    page = text(browser.get("/settings/check-in/"))
    assert "Check-ins are open" in page
    assert "Before six." in page


def test_what_is_asked_is_chosen_for_each_time(browser):
    browser.post("/settings/check-in/", {"safety": "", "read_when": "", "before": ["worked"], "after": ALL})
    assert [one.id for one in wording.questions(When.BEFORE)] == ["worked"]
    assert len(wording.questions(When.AFTER)) == 4
    page = text(browser.get("/settings/check-in/"))
    assert 'name="before" value="worked" checked' in page
    assert 'name="before" value="felt_off">' in page


def test_too_long_a_text_is_said_and_nothing_is_kept(browser):
    keep(read_when="Before six.")
    answer = browser.post("/settings/check-in/", {"safety": "Call", "read_when": "x" * 2001, "after": []})
    assert answer.status_code == 400
    assert "At most 2000 characters" in text(answer)
    assert kept().read_when == "Before six."
    assert len(wording.questions(When.AFTER)) == 4


def test_wording_is_typed_in_shown_again_and_taken_out(browser):
    address = "/settings/check-in/phq-9/"
    assert browser.post(address, PHQ)["Location"] == "/settings/check-in/"
    assert wording.forms(When.AFTER)[0].items[8].words == "item 9"
    assert "asked after the session" in text(browser.get("/settings/check-in/"))
    page = text(browser.get(address))
    assert "item 1 item 2" in page
    assert 'name="permission" value="yes" checked' in page
    assert "May touch on danger: item 9." in page
    browser.post(address, {"do": "take-out"})
    assert wording.find("phq-9") is None
    assert "Take the wording out" not in text(browser.get(address))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"permission": ""}, "Tick that you hold the permission"),
        ({"items": "one\ntwo"}, "look at item 3"),
        ({"label-3": ""}, "lowest and the highest"),
        ({"introduction": "x" * 401}, "longer than 400"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(browser, changed, words):
    answer = browser.post("/settings/check-in/phq-9/", {**PHQ, **changed})
    assert answer.status_code == 422
    assert words in text(answer)
    assert 'name="label-0" value="never"' in text(answer)
    assert wording.find("phq-9") is None


@pytest.mark.parametrize("name", ["srs", "nothing-of-the-kind"])
def test_of_an_instrument_without_items_there_is_no_page(browser, name):
    assert browser.get(f"/settings/check-in/{name}/").status_code == 404
    assert browser.post(f"/settings/check-in/{name}/", PHQ).status_code == 404


def test_the_settings_lead_here(browser):
    assert 'href="/settings/check-in/"' in text(browser.get("/settings/"))


OWN = {"name": "Our five", "count": "5", "lowest": "1", "highest": "7", "scoring": "mean", "better": "higher"}


def test_a_form_of_ones_own_is_made_and_worded(browser):
    answer = browser.post("/settings/check-in/form/new/", OWN)
    assert answer["Location"] == "/settings/check-in/own-our-five/"
    assert "The form has 5 items." in text(browser.get(answer["Location"]))
    sent = {"items": "a\nb\nc\nd\ne", "on": ["before"], "permission": "yes"}
    assert browser.post(answer["Location"], sent).status_code == 302
    assert [one.name for one in wording.forms(When.BEFORE)] == ["Our five"]
    assert "Our five" in text(browser.get("/settings/check-in/"))


def test_what_a_form_cannot_be_is_said_and_stays_typed(browser):
    answer = browser.post("/settings/check-in/form/new/", {**OWN, "highest": "0"})
    assert answer.status_code == 422
    assert "above the lowest" in text(answer)
    assert 'value="Our five"' in text(answer)
    assert "own-our-five" not in wording.instruments()
