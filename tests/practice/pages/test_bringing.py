"""Bringing a record to supervision: question first, exactly what leaves is looked at, and nothing leaves before."""

import re
from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import consent, episodes, models, scope
from reattune.practice.door import PERSON
from reattune.practice.importing import linking
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind
from reattune.repair.episode import Record

TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def episode(heron):
    record = Record(
        id=str(uuid4()), day=date(2026, 6, 2), text="Heron went quiet on 2 June 2026.", my_part="I looked away."
    )
    return episodes.begin(heron, record)


@pytest.fixture
def address(episode):
    return f"/r/{episode.client_id}/episode/{episode.pk}/bring/"


@pytest.fixture
def spoken(heron):
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=TODAY)
    return saying.say(heron, Kind.NOTE, {"text": "I waited for you"}, Share.NOW, date(2026, 6, 3))


def text(answer):
    return unescape(answer.content.decode())


def form(**more):
    return {"question": "How do I ask?", "take": ["record:text", "record:my_part"], "then": "review", **more}


def looked_at(browser, address, **more):
    """Look at what would leave, and return the form of that page with its last button pressed."""
    shown = text(browser.post(address, form(**more)))
    seen = re.search(r'name="seen" value="(\w+)"', shown)[1]
    sent = {**form(**more), "seen": seen, "looked": "yes", "then": "bring"}
    return shown, sent


def test_nothing_is_shown_without_unlocking(home):
    answer = Browser().get(f"/r/{uuid4()}/episode/{uuid4()}/bring/")
    assert answer.headers["Location"].startswith("/unlock/")


def test_the_question_comes_first_and_everything_is_under_another_name(browser, address):
    shown = text(browser.get(address))
    assert shown.index("What would you like to think about") < shown.index("What there was")
    assert "A went quiet on one day." in shown
    assert "2 June 2026" not in shown
    assert models.Consultation.objects.count() == 0


def test_without_a_question_nothing_goes_on_and_what_was_typed_stays(browser, address):
    answer = browser.post(address, {**form(), "question": " ", "readers": "my peer group", "text-added:mine": "Tired."})
    assert answer.status_code == 400
    assert "The question comes first" in text(answer)
    assert 'value="my peer group"' in text(answer)
    assert "Tired." in text(answer)


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": "x" * 601},
        {"readers": "x" * 121},
        {"text-record:text": "x" * 4001},
    ],
)
def test_what_is_too_long_is_said_and_nothing_is_kept(browser, address, wrong):
    answer = browser.post(address, {**form(), **wrong})
    assert answer.status_code == 400
    assert models.Consultation.objects.count() == 0


def test_a_name_from_a_file_is_no_name_for_the_page(browser, address, heron):
    linking.link("Jane Miller", heron)
    answer = browser.post(address, {**form(), "name": "Jane"})
    assert answer.status_code == 400
    assert "Somebody goes by this name here" in text(answer)


def test_looking_keeps_and_exports_nothing(browser, address):
    shown, _sent = looked_at(browser, address)
    assert "data:image/png;base64," in shown
    assert models.Consultation.objects.count() == 0
    assert not models.AuditEvent.objects.filter(action="exported").exists()


def test_what_may_tell_is_marked_and_what_is_not_found_is_said(browser, address):
    shown, _sent = looked_at(browser, address, **{"text-record:text": "A met Mrs Smith in Leeds on Tuesday."})
    assert re.findall(r'<mark title="([^"]+)">(\w+(?: \w+)?)', shown) == [
        ("may be a name", "Mrs Smith"),
        ("may be a place", "Leeds"),
        ("may be a day or a time", "Tuesday"),
    ]
    assert "They do not find a nickname" in shown


def test_what_leaves_is_what_was_looked_at(browser, address, heron):
    shown, sent = looked_at(browser, address, **{"text-added:rivals": "She may have been tired."})
    answer = browser.post(address, sent)
    row = models.Consultation.objects.get()
    assert answer.headers["Location"] == f"/r/{heron.pk}/consultation/{row.pk}/"
    document = shown.split('<article class="sheet brought"')[1].split("</article>")[0]
    for one in row.words["sheet"]["items"]:
        assert one["text"] in document
    assert [one["text"] for one in row.words["sheet"]["items"]][-1] == "I looked away."
    assert row.words["question"] == "How do I ask?"
    line = models.AuditEvent.objects.get(action="exported")
    assert (line.what, line.client) == ("consultation", heron.pk)
    assert f"/r/{heron.pk}/consultation/{row.pk}/take-back/" in text(browser.get(answer.headers["Location"]))


def test_words_changed_after_looking_are_looked_at_first(browser, address):
    _shown, sent = looked_at(browser, address)
    answer = browser.post(address, {**sent, "text-record:text": "Other words."})
    assert "Look once more" in text(answer)
    assert "Other words." in text(answer)
    assert models.Consultation.objects.count() == 0


def test_without_having_looked_nothing_leaves(browser, address):
    assert browser.post(address, {**form(), "then": "bring"}).status_code == 200
    assert models.Consultation.objects.count() == 0


def test_without_consent_the_clients_words_are_not_offered_and_cannot_be_put_in(browser, address, heron, spoken):
    consent.write(heron, consent.Purpose.SUPERVISION, given=False, by="client", day=TODAY)
    shown = text(browser.get(address))
    assert "I waited for you" not in shown
    assert "has not agreed that their words go to supervision" in shown
    ref = f"said:{spoken.pk}"
    _shown, sent = looked_at(browser, address, take=[ref, "record:text"], **{f"text-{ref}": "I waited for you"})
    browser.post(address, sent)
    assert "I waited for you" not in str(models.Consultation.objects.get().words)


def test_with_it_they_are_offered_one_by_one_and_none_is_ticked(browser, address, spoken):
    shown = text(browser.get(address))
    assert "I waited for you" in shown
    assert not re.search(rf'value="said:{spoken.pk}" checked', shown)


def test_consent_withdrawn_after_looking_stops_what_was_looked_at(browser, address, heron, spoken):
    _shown, sent = looked_at(browser, address, take=["record:text", f"said:{spoken.pk}"])
    consent.write(heron, consent.Purpose.SUPERVISION, given=False, by="client", day=TODAY)
    assert "Look once more" in text(browser.post(address, sent))
    assert models.Consultation.objects.count() == 0


def test_what_was_not_shared_is_nowhere(browser, address, heron, spoken):
    before = browser.get(address).content
    own.make(heron, "seven quiet words", cost=own.Cost(64, 1, 1))
    for share in (Share.ONLY_ME, Share.AFTER_ENDING):
        saying.say(heron, Kind.NOTE, {"text": "nobody reads this"}, share, date(2026, 6, 3))
    after = browser.get(address).content
    token = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+"')
    assert token.sub(b"", before) == token.sub(b"", after)


def test_of_a_talk_it_is_brought_as_well(browser, heron):
    talk = models.Talk(client=heron, by="therapist", day=TODAY, shown=TODAY)
    talk.words = {"title": "The rain"}
    talk.save()
    address = f"/r/{heron.pk}/talk/{talk.pk}/bring/"
    _shown, sent = looked_at(browser, address, take=[f"talk:{talk.pk}"])
    browser.post(address, sent)
    row = models.Consultation.objects.get()
    assert (row.talk_id, row.episode_id) == (talk.pk, None)
    assert row.words["sheet"]["items"][0]["text"] == "The rain"


def test_another_clients_record_is_not_brought_under_this_one(browser, episode, new_client):
    assert browser.get(f"/r/{new_client('wren').pk}/episode/{episode.pk}/bring/").status_code == 404


def test_a_client_at_this_computer_brings_nothing(handed, episode, address):
    answer = handed(episode.client).post(address, form())
    assert answer.status_code in {302, 403}
    assert models.Consultation.objects.count() == 0


@pytest.fixture
def shared(browser, heron):
    """A shared practice, its therapist signed in with this browser, and a supervisor."""
    mine = models.Person.objects.create(name="ruth", role="therapist")
    supervisor = models.Person.objects.create(name="sol", role="supervisor")
    models.Client.objects.filter(pk=heron.pk).update(therapist=mine)
    session = browser.session
    session[PERSON] = str(mine.pk)
    session.save()
    scope.shared_practice(shared=True)
    yield supervisor
    scope.shared_practice(shared=False)


def test_in_a_shared_practice_a_supervisor_reads_it_for_some_days(browser, episode, address, shared):
    _shown, sent = looked_at(browser, address, supervisor=str(shared.pk), days="7")
    browser.post(address, sent)
    with scope.use(scope.EVERYONE):
        row = models.Consultation.objects.get()
    assert row.supervisor_id == shared.pk
    assert row.expires.date() in {date(2026, 7, 6), date(2026, 7, 7)}


@pytest.mark.parametrize("wrong", [{"supervisor": str(uuid4())}, {"supervisor": "x"}, {"days": "0"}, {"days": "x"}])
def test_nobody_else_can_be_chosen_and_no_other_time(browser, episode, address, shared, wrong):
    assert browser.post(address, {**form(), "supervisor": str(shared.pk), **wrong}).status_code == 400
