"""The repair record: everything may stay blank, nothing is overwritten, and it comes back on its day."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.practice import capturing, clock, models
from reattune.practice.mapping.episodes import record_of
from reattune.repair.movement import Movement, Noticer, Place
from reattune.repair.steps import Step
from reattune.repair.strategies import Strategy

TODAY = date(2026, 6, 30)
DAY = {"day": "2026-06-30", "with_whom": "therapist"}


def text(answer):
    return answer.content.decode()


def at(client, *more):
    return "/".join(("/r", str(client.pk), "episode", *map(str, more), ""))


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def row(browser, heron):
    browser.post(at(heron, "new"), {**DAY, "id": str(uuid4()), "text": "It went quiet."})
    return models.Episode.objects.get()


def record():
    return record_of(models.Episode.objects.get())


def test_nothing_is_shown_without_unlocking(home):
    assert Browser().get(f"/r/{uuid4()}/episode/new/").headers["Location"].startswith("/unlock/")


def test_my_part_comes_at_once_and_the_rest_is_folded(browser, heron):
    page = text(browser.get(at(heron, "new")))
    assert page.index('name="text"') < page.index('name="my_part"') < page.index('class="fold"')
    assert '<details class="fold" open>' not in page
    assert not models.Episode.objects.exists()


def test_every_box_says_who_may_read_it_and_can_be_thought_in_without_keeping(browser, heron):
    page = text(browser.get(at(heron, "new")))
    boxes = re.findall(r"<textarea id=\"box-(\w+)\"", page)
    assert boxes == ["text", "my_part", "wish", "expected", "actual", "response", "now", "question", "kept_words"]
    for name in boxes:
        readers = page.split(f'id="box-{name}-readers">')[1].split("</p>")[0]
        assert "law where you work decides" in readers
        assert f'name="not_kept" value="{name}"' in readers


def test_a_record_of_nothing_but_a_day_is_kept(browser, heron):
    answer = browser.post(at(heron, "new"), DAY)
    row = models.Episode.objects.get()
    assert answer.headers["Location"] == at(heron, row.pk)
    assert record_of(row).movement is None
    assert "An open line is as good as a mended one." in text(browser.get(at(heron, row.pk)))


def test_all_that_was_said_is_kept_and_its_sections_stay_open(browser, heron, row):
    said = {
        **DAY,
        "version": "1",
        "text": "It went quiet.\r\nThen a joke.",
        "my_part": "I hurried.",
        "movement": "away",
        "place": "in_session",
        "noticer": "both",
        "wish": "to be asked",
        "closeness": "-3",
        "leading_number": "1.5",
        "tried": ["invite thoughts and feelings", "link to other relationships"],
        "view": "2",
        "step_explore": "2026-06-30",
        "hold": "day",
        "hold_day": "2026-07-07",
        "question": "What did I miss?",
        "kept_words": "the window",
        "mended_therapist": "yes",
    }
    browser.post(at(heron, row.pk), said)
    found = record()
    assert found.text == "It went quiet.\nThen a joke."
    assert (found.movement, found.place, found.noticer) == (Movement.AWAY, Place.IN_SESSION, Noticer.BOTH)
    assert (found.closeness, found.leading, found.view) == (-1.0, 0.5, 2)
    assert found.tried == (Strategy.INVITE,), "links to patterns are for a later session"
    assert found.steps == {Step.EXPLORE: (TODAY,)}
    assert models.Episode.objects.get().hold_until == date(2026, 7, 7)
    page = text(browser.get(at(heron, row.pk)))
    assert page.count('<details class="fold" open>') == 11
    assert "Resting until 7 Jul 2026." in page
    assert "gold-mend" not in page, "gold is for both, and only one has spoken"


def test_links_to_patterns_say_why_not_yet(browser, heron, row):
    page = text(browser.get(at(heron, row.pk)))
    assert page.count("Offered from the next session on") == 2


def test_earlier_records_may_be_called_similar_from_the_next_session_on(browser, lived):
    wren = lived("wren")
    browser.post(at(wren, "new"), {**DAY, "day": "2026-03-02", "text": "earlier"})
    earlier = models.Episode.objects.get()
    browser.post(at(wren, "new"), {**DAY, "day": "2026-04-07", "text": "later"})
    later = models.Episode.objects.exclude(pk=earlier.pk).get()
    assert "Offered from the next session on" not in text(browser.get(at(wren, later.pk)))
    browser.post(at(wren, later.pk), {**DAY, "day": "2026-04-07", "version": "1", "similar": str(earlier.pk)})
    later.refresh_from_db()
    assert record_of(later).similar == (str(earlier.pk),)


def test_it_comes_back_on_its_day_and_not_before(browser, heron, row, monkeypatch):
    browser.post(
        at(heron, row.pk), {**DAY, "version": "1", "hold": "week", "not_yet": "day", "not_yet_day": "2026-07-10"}
    )
    for day, said in (("2026-07-09", "Resting until 10 Jul"), ("2026-07-10", "Back today"), ("2026-07-11", "Open.")):
        monkeypatch.setenv(clock.DAY, day)
        assert said in text(browser.get(at(heron, row.pk)))


def test_it_is_put_away_and_taken_up_again_with_what_was_typed(browser, heron, row):
    browser.post(at(heron, row.pk), {**DAY, "version": "1", "text": "enough", "then": "away"})
    assert (record().closed, record().text) == (TODAY, "enough")
    assert "Put away." in text(browser.get(at(heron, row.pk)))
    browser.post(at(heron, row.pk), {**DAY, "version": "2", "text": "again", "then": "again"})
    assert (models.Episode.objects.get().closed, record().text) == (None, "again")


@pytest.mark.parametrize(
    "bad",
    [
        {"day": "2026-13-01"},
        {"day": ""},
        {"day": "2027-01-01"},
        {"hold": "day", "hold_day": "x"},
        {"closeness_number": "1e999"},
        {"movement": "up"},
        {"view": "-1"},
        {"place": "moon"},
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_stays(browser, heron, row, bad):
    answer = browser.post(at(heron, row.pk), {**DAY, "version": "1", "my_part": "I hurried.", **bad})
    assert answer.status_code == 400
    assert "I hurried." in text(answer)
    assert 'role="alert"' in text(answer)
    assert (record().text, models.Episode.objects.get().version) == ("It went quiet.", 1)
    assert browser.post(at(heron, "new"), {**DAY, **bad}).status_code == 400


def test_what_was_thought_is_not_kept_and_the_rest_is(browser, heron, row):
    said = {**DAY, "version": "1", "text": "kept", "my_part": "only thought", "not_kept": "my_part"}
    browser.post(at(heron, row.pk), said)
    assert (record().text, record().my_part) == ("kept", "")


def test_the_same_form_sent_twice_is_one_record(browser, heron):
    form = {**DAY, "id": str(uuid4()), "version": "0", "text": "once"}
    assert (
        browser.post(at(heron, "new"), form).headers["Location"]
        == browser.post(at(heron, "new"), form).headers["Location"]
    )
    assert models.Episode.objects.count() == 1
    assert not models.Aside.objects.exists()


def test_an_id_of_another_client_opens_nothing_of_theirs(browser, row, new_client):
    wren = new_client("wren")
    browser.post(at(wren, "new"), {**DAY, "id": str(row.pk), "text": "mine"})
    assert record_of(models.Episode.objects.get(client=row.client)).text == "It went quiet."
    assert browser.get(at(wren, row.pk)).status_code == 404


def test_a_record_from_a_moment_begins_with_its_words(browser, heron):
    moment = capturing.catch(heron, {"felt": "off", "note": "a hush", "by": "client", "when": "session"}, TODAY)
    page = text(browser.get(f"{at(heron, 'new')}?moment={moment.pk}"))
    assert ">a hush</textarea>" in page
    assert re.search(r'name="noticer" value="client" checked', page)
    ref = f"moment:{moment.pk}"
    assert f'name="attach" value="{ref}" checked' in page
    assert re.search(r'<details class="fold">\s*<summary>What it is about <span class="tag">1 thing', page)
    browser.post(at(heron, "new"), {**DAY, "text": "a hush", "attach": ref, "attach_shown": ref})
    row = models.Episode.objects.get()
    assert models.Moment.objects.get().episode == row
    assert at(heron, row.pk) in text(browser.get(f"/r/{heron.pk}/moment/{moment.pk}/"))
    browser.post(at(heron, row.pk), {**DAY, "version": "1", "attach_shown": ref})
    assert models.Moment.objects.get().episode is None


def test_a_record_from_a_noticing_fills_nothing_in_but_what_it_is_about(browser, lived):
    wren = lived("wren")
    noticed = models.Noticed.objects.filter(client=wren).latest("at")
    page = text(browser.get(f"{at(wren, 'new')}?noticing={noticed.pk}"))
    ref = f"noticing:{noticed.at}:{noticed.direction}"
    assert f'value="{ref}" checked' in page
    assert re.findall(r"<textarea[^>]*>([^<]*)</textarea>", page) == [""] * 9
    browser.post(at(wren, "new"), {**DAY, "attach": ref, "attach_shown": ref})
    assert models.Attached.objects.get().words["ref"] == ref
    page = text(browser.get(at(wren, models.Episode.objects.get().pk)))
    assert f"/r/{wren.pk}/row/{noticed.at}/" in page


NOWHERE = "6842a463-19a9-4aaa-beb0-6d99c17277a3"


@pytest.mark.parametrize("query", ["?moment=x", "?noticing=1", f"?moment={NOWHERE}", f"?noticing={NOWHERE}"])
def test_an_address_that_names_nothing_opens_a_blank_record(browser, heron, query):
    assert browser.get(at(heron, "new") + query).status_code == 200


def test_saving_a_record_asks_for_no_new_look(browser, heron, row):
    models.Job.objects.all().delete()
    browser.post(at(heron, row.pk), {**DAY, "version": "1", "text": "more"})
    assert not models.Job.objects.exists()


def test_reading_a_record_is_in_the_audit(browser, heron, row):
    browser.get(at(heron, row.pk))
    found = models.AuditEvent.objects.filter(what="episode", client=heron.pk)
    assert [one.action for one in found] == ["wrote", "viewed"]


@pytest.fixture
def both(browser, heron, row):
    """Two windows opened the same version; both have saved."""
    base = {**DAY, "version": "1"}
    browser.post(at(heron, row.pk), {**base, "text": "first window", "movement": "away"})
    answer = browser.post(at(heron, row.pk), {**base, "text": "second window", "movement": "against"})
    assert answer.headers["Location"] == at(heron, row.pk, "both")
    return at(heron, row.pk, "both"), str(models.Aside.objects.get().pk)


def test_two_windows_lose_neither_text(browser, heron, row, both):
    page = text(browser.get(both[0]))
    assert "first window" in page
    assert "second window" in page
    assert record().text == "first window"
    assert at(heron, row.pk, "both") in text(browser.get(at(heron, row.pk)))


def test_the_person_chooses_part_by_part(browser, heron, row, both):
    address, aside = both
    answer = browser.post(address, {"version": "2", "aside": aside, "text": "both", "movement": "aside"})
    assert answer.headers["Location"] == at(heron, row.pk)
    assert (record().text, record().movement) == ("first window\n\nsecond window", Movement.AGAINST)
    assert not models.Aside.objects.exists()
    assert browser.get(address).headers["Location"] == at(heron, row.pk)


@pytest.mark.parametrize(
    "choice",
    [
        {"text": "both"},
        {"text": "both", "movement": "both"},
        {"text": "both", "movement": "kept", "aside": "another"},
        {"text": "both", "movement": "kept", "version": "1"},
        {"text": "both", "movement": "kept", "version": "x"},
    ],
)
def test_without_a_choice_that_fits_both_go_on_waiting(browser, both, choice):
    address, aside = both
    answer = browser.post(address, {"version": "2", "aside": aside, **choice})
    assert answer.status_code == 400
    assert 'role="alert"' in text(answer)
    assert models.Aside.objects.count() == 1
    assert record().text == "first window"


def test_something_to_talk_about_is_begun_from_a_record_and_found_from_it(browser, heron, row):
    begin = f"/r/{heron.pk}/talks/?episode={row.pk}"
    assert begin in text(browser.get(at(heron, row.pk)))
    browser.post(f"/r/{heron.pk}/talks/", {"title": "The quiet", "day": "2026-06-30", "episode": str(row.pk)})
    page = text(browser.get(at(heron, row.pk)))
    assert begin not in page
    assert f"/r/{heron.pk}/talk/{models.Talk.objects.get().pk}/" in page
    assert "The quiet" in page
