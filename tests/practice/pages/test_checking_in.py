"""The check-in as a client meets it: who reads it is said first, a skip is nothing, and no word is lost."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import consent, models
from reattune.practice.check_in import inviting, wording
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import keep
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
LONG = timedelta(days=2)
READ = "On working days, by six."


@pytest.fixture
def heron(new_client):
    keep(read_when=READ)
    inviting.GUESSES.clear()
    return new_client("heron")


def sent(**fields):
    return {
        "sitting": str(uuid4()),
        "when": "after",
        **{name.replace("__", "-"): value for name, value in fields.items()},
    }


OFF = {"choice__felt_off": "yes", "text__felt_off": "It went fast.", "share__felt_off": "now"}


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("when", ["on working days", "on working days."])
def test_when_it_is_read_reads_as_a_sentence(heron, handed, when):
    keep(read_when=when)
    shown = " ".join(re.sub("<[^>]+>", " ", words(handed(heron).get("/mine/check-in/"))).split())
    assert "When it is read: on working days. If you need someone now:" in shown


def test_who_reads_it_and_when_stands_before_the_first_question(heron, handed):
    shown = words(handed(heron).get("/mine/check-in/"))
    first = shown.index("choice-felt_off")
    for said in (READ, "Call 111", "Only for me", "Without one it is not kept anywhere", "later, alone"):
        assert shown.lower().index(said.lower()) < first


def test_an_answer_is_kept_for_whom_it_was_meant_and_thanked_for(heron, handed):
    answer = handed(heron).post("/mine/check-in/", sent(**OFF))
    assert answer.status_code == 200
    assert "Thank you for saying so" in words(answer)
    (row,) = models.Said.objects.all()
    assert (row.client, row.kind, row.share, row.day) == (heron, "answer", "now", TODAY)
    assert row.words == {"question": "felt_off", "when": "after", "choice": "yes", "text": "It went fast."}


def test_the_same_sitting_sent_twice_is_kept_once_and_one_written_on_is_kept_too(heron, handed):
    window, fields = handed(heron), sent(**OFF)
    for _again in range(3):
        assert "Thank you" in words(window.post("/mine/check-in/", fields))
    assert models.Said.objects.count() == 1
    window.post("/mine/check-in/", {**fields, "text-felt_off": "It went fast, and I said nothing."})
    assert models.Said.objects.count() == 2


def test_a_skip_leaves_nothing_at_all(heron, handed):
    before = models.AuditEvent.objects.count()
    heron.refresh_from_db()
    models.Client.objects.filter(pk=heron.pk).update(stale=False)
    answer = handed(heron).post("/mine/check-in/", sent())
    assert "nothing was kept, not even that" in words(answer)
    left_out = sent(**OFF, skip__felt_off="1")
    assert "nothing was kept, not even that" in words(handed(heron).post("/mine/check-in/", left_out))
    assert not models.Said.every.exists()
    assert not models.Client.objects.get(pk=heron.pk).stale
    said = models.AuditEvent.objects.filter(client=heron.pk)
    assert not said.exists()
    assert models.AuditEvent.objects.count() >= before


def test_without_a_reader_nothing_is_sent_and_every_word_stays(heron, handed):
    fields = sent(text__hard_to_say="I nearly did not come.", **OFF)
    answer = handed(heron).post("/mine/check-in/", fields)
    assert answer.status_code == 400
    shown = words(answer)
    assert "Choose who may read this answer" in shown
    assert "I nearly did not come." in shown
    assert "It went fast." in shown
    assert fields["sitting"] in shown
    assert not models.Said.every.exists()


def test_only_for_me_is_kept_for_them_alone_and_without_a_key_not_at_all(heron, handed):
    alone = sent(choice__hard_to_say="yes", text__hard_to_say="Shame.", share__hard_to_say="only_me")
    said = words(handed(heron).post("/mine/check-in/", alone))
    assert "If not, it was not kept anywhere" in said
    assert not models.Said.every.exists()
    key, _code = own.make(heron, "three slow words here", cost=CHEAP)
    assert words(handed(heron).post("/mine/check-in/", {**alone, "sitting": str(uuid4())})) == said
    (row,) = models.Said.every.all()
    assert not models.Said.objects.exists()
    assert row.sealed is None
    assert saying.words_for_author(row, key)["text"] == "Shame."


def test_with_their_own_space_open_only_for_me_is_chosen_beforehand(heron, handed):
    window = handed(heron)
    chosen = re.compile(r'value="only_me" checked')
    assert not chosen.search(words(window.get("/mine/check-in/")))
    key, _code = own.make(heron, "three slow words here", cost=CHEAP)
    assert not chosen.search(words(window.get("/mine/check-in/")))
    own.hold(window.session.session_key, key)
    try:
        assert chosen.search(words(window.get("/mine/check-in/")))
    finally:
        own.let_go_of_all()


def test_places_and_a_colour_are_an_answer_without_words(heron, handed):
    shown = sent(closeness__felt_good="-2", leading__felt_good="9", colour__felt_good="moss", share__felt_good="now")
    handed(heron).post("/mine/check-in/", shown)
    (row,) = models.Said.objects.all()
    assert row.words == {
        "question": "felt_good",
        "when": "after",
        "choice": "wordless",
        "closeness": -2,
        "colour": "moss",
    }


def test_whatever_is_sent_is_never_an_error(heron, handed):
    odd = sent(choice__felt_off="\x00", text__felt_off="x" * 30_000, share__felt_off="all")
    odd |= {"sitting": "nonsense", "when": "never", "closeness-felt_off": "1e9"}
    assert handed(heron).post("/mine/check-in/", odd).status_code == 400
    assert handed(heron).get("/mine/check-in/?when=nonsense").status_code == 200
    assert not models.Said.every.exists()


@pytest.mark.parametrize("missing", ["safety", "read_when"])
def test_no_way_in_is_open_before_both_texts_are_written(heron, handed, missing):
    token = inviting.make(heron, When.AFTER, LONG)
    keep(**{missing: " "})
    for shown in (handed(heron).get("/mine/check-in/"), Browser().get(f"/k/{token}/")):
        assert "Check-ins are not open yet" in words(shown)
        assert "choice-felt_off" not in words(shown)
    refused = handed(heron).post("/mine/check-in/", sent(**OFF))
    assert refused.status_code == 403
    assert "It went fast." in words(refused)
    assert not models.Said.every.exists()


def test_withdrawn_it_is_closed_at_once_without_a_word_of_blame(heron, handed):
    consent.write(heron, consent.Purpose.CHECK_INS, given=False, by="client", day=TODAY)
    assert "withdrawn, and that has no consequences" in words(handed(heron).get("/mine/check-in/"))
    assert handed(heron).post("/mine/check-in/", sent(**OFF)).status_code == 403


def test_a_therapist_is_not_in_a_clients_check_in(heron, browser):
    assert browser.get("/mine/check-in/").status_code == 403


def test_a_link_opens_without_signing_in_and_is_used_once(heron):
    address = f"/k/{inviting.make(heron, When.BEFORE, LONG)}/"
    phone = Browser()
    shown = words(phone.get(address))
    assert "Before the session" in shown
    assert "The register of therapists." in shown
    assert "heron" not in shown
    fields = sent(**OFF)
    assert "Thank you" in words(phone.post(address, fields))
    assert "was sent from here" in words(phone.get(address))
    # The answer may have been lost on the way: the same once more is thanked for, another is not kept.
    assert "Thank you" in words(phone.post(address, fields))
    refused = Browser().post(address, sent(**{**OFF, "text__felt_off": "Somebody else."}))
    assert refused.status_code == 410
    assert "Somebody else." in words(refused)
    assert models.Said.objects.count() == 1


def unlike(page):
    return re.sub(r'name="(sitting|csrfmiddlewaretoken)" value="[^"]*"', "", page)


def test_a_link_looks_the_same_to_anybody_else_whether_it_was_used_or_not(heron):
    address = f"/k/{inviting.make(heron, When.AFTER, LONG)}/"
    before = words(Browser().get(address))
    Browser().post(address, sent(**OFF))
    assert unlike(words(Browser().get(address))) == unlike(before)


def test_a_link_through_which_nothing_was_kept_is_as_good_as_before(heron):
    address = f"/k/{inviting.make(heron, When.AFTER, LONG)}/"
    Browser().post(address, sent())
    Browser().post(address, sent(**{**OFF, "share__felt_off": "only_me"}))
    assert models.Invitation.objects.get().used is None
    Browser().post(address, sent(**OFF))
    assert models.Said.objects.count() == 1


def test_a_link_that_ended_is_not_opened_but_what_was_begun_is_still_taken(heron):
    address = f"/k/{inviting.make(heron, When.AFTER, LONG)}/"
    now = datetime(2026, 6, 30, tzinfo=UTC)
    models.Invitation.objects.update(expires=now - timedelta(days=1))
    assert Browser().get(address).status_code == 404
    assert Browser().post(address, sent(**OFF)).status_code == 404
    assert not models.Said.every.exists()


def test_what_was_begun_before_a_links_end_is_taken_for_an_hour(heron, monkeypatch):
    address = f"/k/{inviting.make(heron, When.AFTER, timedelta())}/"
    assert Browser().get(address).status_code == 404
    assert Browser().post(address, sent(**OFF)).status_code == 200


def test_ten_wrong_links_a_minute_and_no_more_is_looked_at_from_there(heron):
    address = f"/k/{inviting.make(heron, When.AFTER, LONG)}/"
    for _number in range(10):
        assert Browser().get(f"/k/{uuid4().hex}/").status_code == 404
    for tried in (address, f"/k/{uuid4().hex}/"):
        answer = Browser().get(tried)
        assert answer.status_code == 429
        assert "Wait a minute" in words(answer)
    assert Browser(REMOTE_ADDR="10.0.0.9").get(address).status_code == 200


def test_a_link_at_a_locked_desk_says_so(home):
    assert Browser().get("/k/anything/").status_code == 503


def test_before_a_session_it_asks_about_the_time_since(heron, handed):
    assert "Since last time" in words(handed(heron).get("/mine/check-in/?when=before"))
    assert "Since last time" not in words(handed(heron).get("/mine/check-in/"))


def test_todays_session_to_come_makes_it_the_one_before(heron, handed, monkeypatch):
    from reattune.practice.pages import checking_in

    class Glance:
        def between(self, *_words):
            return [type("Slot", (), {"start": datetime(2026, 6, 30, 23, 59, 59, tzinfo=UTC)})()]

    row = models.Glance(client=heron, as_of=TODAY)
    row.words = {"planned": []}
    row.save()
    assert "Since last time" not in words(handed(heron).get("/mine/check-in/"))
    monkeypatch.setattr(checking_in, "opened", lambda _row: Glance())
    assert "Since last time" in words(handed(heron).get("/mine/check-in/"))


def test_something_that_felt_off_and_was_shared_opens_something_to_talk_about(heron, handed):
    handed(heron).post("/mine/check-in/", sent(**{**OFF, "share__felt_off": Share.AFTER_ENDING.value}))
    assert not models.Talk.every.exists()
    handed(heron).post("/mine/check-in/", sent(**OFF))
    (talk,) = models.Talk.objects.all()
    assert talk.client == heron


def test_a_form_of_the_practice_is_asked_with_the_text_on_danger_at_its_item_and_kept_as_it_was_answered(heron, handed):
    items = tuple(f"Item number {n}" for n in range(1, 10))
    wording.word("phq-9", wording.Wording("Lately:", items, ("never", "some", "more", "most"), True, ("after",)))
    shown = words(handed(heron).get("/mine/check-in/")).split("Item number 9")[1]
    assert "Call 111" in shown.split("item-phq-9-9")[0]
    fields = sent(item__phq__9__9="1")
    refused = handed(heron).post("/mine/check-in/", fields)
    assert refused.status_code == 400
    assert 'name="item-phq-9-9" value="1" checked' in words(refused)
    handed(heron).post("/mine/check-in/", {**fields, "share-phq-9": "raise_for_me"})
    (row,) = models.Said.objects.all()
    assert (row.kind, row.share, row.words["risk"], row.words["items"][8]) == ("rating", "raise_for_me", [9], 1)


@pytest.mark.parametrize("share", ["only_me", "after_ending"])
def test_trying_a_link_out_never_tells_that_something_was_kept_and_not_shared(heron, share):
    own.make(heron, "three slow words here", cost=CHEAP)
    address = f"/k/{inviting.make(heron, When.AFTER, LONG)}/"
    assert Browser().post(address, sent(**{**OFF, "share__felt_off": share})).status_code == 200
    assert models.Said.every.count() == 1
    assert models.Invitation.objects.get().used is None
    for tried in ("only_me", "now"):
        another = sent(**{**OFF, "text__felt_off": f"a try, {tried}", "share__felt_off": tried})
        assert Browser().post(address, another).status_code == 200
    assert Browser().post(address, sent(**{**OFF, "share__felt_off": share, "text__felt_off": "x"})).status_code == 410
