"""Who reads what, on the client's own pages: with who can read it, a way back, and no hour of the therapist's."""

import re
from datetime import date

import pytest

from reattune.model import Share
from reattune.practice import auditing, models
from reattune.practice.auditing import Action
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind

DAY = date(2026, 6, 1)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_what_is_shared_says_who_reads_it_and_can_be_taken_back(handed, new_client):
    heron = new_client("heron")
    row = saying.say(heron, Kind.NOTE, {"text": "it went fast"}, Share.RAISE_FOR_ME, DAY)
    window = handed(heron)
    page = text(window.get("/mine/shared/"))
    assert "it went fast" in page
    assert "Your therapist can read this, and is asked to raise it." in page
    answer = window.post(f"/mine/said/{row.pk}/", {"share": "only_me", "next": "/mine/shared/"})
    assert answer["Location"] == "/mine/shared/"
    assert not models.Said.objects.filter(pk=row.pk).exists()
    assert "it went fast" not in text(window.get("/mine/shared/"))


def test_what_is_only_theirs_is_there_only_while_it_is_open(handed, new_client):
    heron = new_client("heron")
    key, _code = own.make(heron, "words of the heron", cost=CHEAP)
    window = handed(heron)
    before = text(window.get("/mine/shared/"))
    saying.say(heron, Kind.NOTE, {"text": "told myself"}, Share.ONLY_ME, DAY)
    saying.say(heron, Kind.NOTE, {"text": "told later"}, Share.AFTER_ENDING, DAY)
    assert unlike_tokens(text(window.get("/mine/shared/"))) == unlike_tokens(before)
    own.hold(window.session.session_key, key)
    page = text(window.get("/mine/shared/"))
    assert "told myself" in page
    assert "Only you can read this." in page
    assert "after you have ended" in page


def test_the_private_page_is_named_and_not_a_word_of_it_stands_here(handed, new_client):
    heron = new_client("heron")
    key, _code = own.make(heron, "words of the heron", cost=CHEAP)
    window = handed(heron)
    own.hold(window.session.session_key, key)
    window.post("/mine/private/", {"text": "told the page alone"})
    page = text(window.get("/mine/shared/"))
    assert 'href="/mine/private/"' in page
    assert "told the page alone" not in page
    assert "told the page alone" in text(window.get("/mine/private/"))


def unlike_tokens(page):
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page)


def test_what_the_therapist_has_shown_is_there_and_what_they_have_not_is_not(handed, new_client):
    heron = new_client("heron")
    said = saying.say(heron, Kind.NOTE, {"text": "it went fast"}, Share.NOW, DAY)
    window = handed(heron)
    talk = models.Talk.objects.create(client=heron, by="therapist", day=DAY)
    models.Side.objects.create(client=heron, talk=talk, by="therapist")
    page = text(window.get("/mine/shared/"))
    assert page.count("Nothing yet.") == 2, "nothing shown, nothing brought"
    models.Talk.objects.filter(pk=talk.pk).update(shown=DAY)
    models.Reply.objects.create(client=heron, said=said, day=DAY)
    models.Consultation.objects.create(client=heron, day=DAY)
    page = text(window.get("/mine/shared/"))
    assert "something to talk about" in page
    assert "their side" not in page
    assert "an answer to what you said" in page
    assert "on paper" in page


def test_long_lists_come_in_pages(handed, new_client):
    heron = new_client("heron")
    for number in range(53):
        saying.say(heron, Kind.NOTE, {"text": f"note {number}."}, Share.NOW, DAY)
    window = handed(heron)
    first, second = text(window.get("/mine/shared/")), text(window.get("/mine/shared/?page=2"))
    assert len(re.findall(r"note \d+\.", first)) == 50
    assert len(re.findall(r"note \d+\.", second)) == 3
    assert "Older" in first
    assert "Older" not in second


@pytest.mark.parametrize("number", ["0", "x", "99999", "9" * 40])
def test_a_page_that_is_not_there_is_an_empty_one(handed, new_client, number):
    window = handed(new_client("heron"))
    for place in ("shared", "reads"):
        assert window.get(f"/mine/{place}/?page={number}").status_code == 200


def test_others_reads_have_their_time_and_the_therapists_have_none(handed, new_client):
    heron = new_client("heron")
    auditing.record(Action.VIEWED, heron.pk, "frame", "therapy")
    auditing.record(Action.VIEWED, heron.pk, "consultation", "supervision", who="supervisor: Ada")
    auditing.record(Action.EXPORTED, heron.pk, "export", "client")
    saying.say(heron, Kind.NOTE, {"text": "it went fast"}, Share.NOW, DAY)
    page = text(handed(heron).get("/mine/reads/"))
    therapist, others = page.split("Shared, handed out")
    assert "the frame" in therapist
    assert not re.search(r"\d\d:\d\d", therapist)
    assert "the supervisor Ada: looked at what is brought to supervision" in others
    assert "your therapist: handed out everything that is kept" in others
    assert "you: shared a note" in others
    assert len(re.findall(r"\d\d:\d\d", others)) == 3
    assert "it went fast" not in page


def test_reading_ones_own_pages_is_written_down_nowhere(handed, new_client):
    heron = new_client("heron")
    window = handed(heron)
    before = models.AuditEvent.objects.count()
    for place in ("shared", "reads", "consent", "export", "erase"):
        assert window.get(f"/mine/{place}/").status_code == 200
    assert models.AuditEvent.objects.count() == before


def test_it_asks_the_store_a_few_questions_however_much_there_is(handed, new_client, django_questions):
    heron = new_client("heron")
    window = handed(heron)

    def asked():
        with django_questions() as found:
            window.get("/mine/shared/")
        return len(found)

    saying.say(heron, Kind.NOTE, {"text": "one"}, Share.NOW, DAY)
    few = asked()
    for number in range(20):
        saying.say(heron, Kind.NOTE, {"text": f"{number}"}, Share.NOW, DAY)
        talk = models.Talk.objects.create(client=heron, by="therapist", day=DAY, shown=DAY)
        models.Side.objects.create(client=heron, talk=talk, by="client", shown="2026-06-01T10:00Z")
    assert asked() <= few + 1


@pytest.fixture
def django_questions():
    """Return what counts the questions asked of the store."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    return lambda: CaptureQueriesContext(connection)
