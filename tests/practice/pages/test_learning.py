"""Looking back, at the desk: the therapist's alone; each thing by itself; buttons that do one thing and can be undone."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.learning.deepening import Result
from reattune.learning.noticings import Made
from reattune.practice import attaching, capturing, episodes, feedback, learnt, models, quiet
from reattune.practice.voices import talks

TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def talk(heron):
    return talks.begin_by_client(heron, "The clock", TODAY, shown=True)


def text(answer):
    return answer.content.decode()


def test_nothing_is_shown_without_unlocking(home):
    assert Browser().get("/learning/").headers["Location"].startswith("/unlock/")
    assert Browser().post("/use/", {}).headers["Location"].startswith("/unlock/")


def test_a_client_at_the_device_does_not_reach_it(heron, handed):
    window = handed(heron)
    assert window.get("/learning/").status_code == 403
    assert window.post("/use/", {"use": "applied_now"}).status_code == 403


def test_a_year_without_anything_is_said_calmly(browser):
    page = browser.get("/learning/")
    assert page.status_code == 200
    assert "Nothing came up in the last year." in text(page)


def test_a_use_is_kept_with_one_press_and_undone_with_another(browser, talk):
    page = text(browser.get("/learning/"))
    assert "The clock" in page
    assert len(re.findall(r'name="use" value="', page)) == 3
    answer = browser.post("/use/", {"talk": talk.pk, "use": "applied_later", "next": "/learning/"})
    assert answer.headers["Location"] == "/learning/"
    row = models.Use.objects.get()
    assert (row.talk_id, row.use, row.day) == (talk.pk, "applied_later", TODAY)
    page = text(browser.get("/learning/"))
    assert "applied later, 30 Jun" in page
    browser.post(f"/use/{row.pk}/undo/", {"next": "/learning/"})
    assert not models.Use.objects.filter(undone=None).exists()
    assert len(re.findall(r'name="use" value="', text(browser.get("/learning/")))) == 3


def test_the_buttons_stand_at_the_talk_too(browser, talk):
    page = text(browser.get(f"/r/{talk.client_id}/talk/{talk.pk}/"))
    assert page.count('name="use" value="') == 3


def test_what_cannot_be_meant_keeps_nothing(browser, talk):
    assert browser.post("/use/", {"talk": uuid4(), "use": "applied_now"}).status_code == 404
    assert browser.post("/use/", {"talk": "no", "said": "no", "use": "applied_now"}).status_code == 404
    browser.post("/use/", {"talk": talk.pk, "use": "at once"})
    assert not models.Use.objects.exists()
    assert browser.get("/use/").headers["Location"] == "/learning/"
    elsewhere = browser.post("/use/", {"talk": talk.pk, "use": "applied_now", "next": "https://example.org/"})
    assert elsewhere.headers["Location"] == "/learning/"


def test_what_came_up_stands_with_how_long_it_took(browser, lived):
    client = lived("heron")
    page = text(browser.get("/learning/"))
    assert "1 was left as it is." in page
    assert f"/r/{client.pk}/noticing/" in page
    assert "the first row" not in page
    assert "It was not named yet, and need not be." in page
    for word in ("average", "rank", "score"):
        assert not re.search(rf"\b{word}\b", page)


def test_quiet_looks_say_what_was_found(browser, heron):
    look = models.QuietLook.objects.create(client=heron, offered=TODAY)
    quiet.answer(look, quiet.Answer.SOMETHING, TODAY)
    assert "something worth a thought" in text(browser.get("/learning/"))


def test_it_is_reached_from_every_page(browser):
    assert 'href="/learning/"' in text(browser.get("/relationships/"))


def test_what_came_up_says_how_long_it_took_and_what_was_made_of_it(lived):
    client = lived("heron")
    first = learnt.came_up(TODAY)[0][0]
    assert first.made is Made.NOTHING
    assert "not named yet" in first.words
    feedback.say(first.row, feedback.Said.UNSURE, TODAY)
    assert learnt.came_up(TODAY)[0][0].made is Made.UNSURE
    assert "not named yet" in learnt.came_up(TODAY)[0][0].words
    verdict = feedback.say(first.row, feedback.Said.MATTERED, TODAY)
    (found, *_rest), counts = learnt.came_up(TODAY)
    assert found.made is Made.MATTERED
    assert "You said what you made of it on 30 Jun 2026" in found.words
    assert any("1 mattered" in one for one in counts)
    feedback.undo(verdict)
    assert learnt.came_up(TODAY)[0][0].made is Made.NOTHING
    models.Client.objects.filter(pk=client.pk).update(suppress=True)
    assert learnt.came_up(TODAY) == ((), ())


def test_a_talk_or_a_record_about_it_names_it_too(lived):
    client = lived("heron")
    row = learnt.came_up(TODAY)[0][0].row
    record = episodes.begin(client, episodes.blank(TODAY))
    models.Attached.objects.create(client=client, episode=record, kind=attaching.NOTICING, day=row.at)
    assert "You opened a record of it" in learnt.came_up(TODAY)[0][0].words
    talk = talks.begin_by_therapist(client, "It", TODAY, shown=False, noticing=row.at)
    assert "You opened a record of it" in learnt.came_up(TODAY)[0][0].words
    talks.show(talk)
    assert "You talked about it together" in learnt.came_up(TODAY)[0][0].words


def test_what_followed_is_reckoned_from_the_rows_that_are_kept(lived):
    client = lived("heron")
    capturing.catch(client, {"felt": "met", "day": "2026-04-14", "when": "day", "note": "", "keep": ""}, TODAY)
    found = learnt.since(client, date(2026, 4, 1), TODAY)
    names = {one.stream for one in found.figures}
    assert "attendance" in names
    assert any(name.startswith("rating") and "client" in name for name in names)
    assert found.most_before > 20
    assert learnt.since(client, TODAY, TODAY).result is Result.TOO_EARLY
    assert [one.day for one in found.moments.since] == [models.Moment.objects.get().day]
