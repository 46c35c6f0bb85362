"""Taking everything along and erasing one's own voice: the client's own, said beforehand, and nobody else's."""

import io
import re
import zipfile
from datetime import date

from reattune.model import Share
from reattune.practice import models
from reattune.practice.keeping import keep
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind

DAY = date(2026, 6, 1)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def note(client, words, share=Share.NOW):
    return saying.say(client, Kind.NOTE, {"text": words}, share, DAY)


def zipped(answer):
    with zipfile.ZipFile(io.BytesIO(answer.content)) as made:
        return "\n".join(made.read(name).decode() for name in made.namelist())


def test_it_takes_along_what_is_shared_and_with_the_key_what_is_not(handed, new_client):
    heron = new_client("grey heron")
    key, _code = own.make(heron, "words of the heron", cost=CHEAP)
    note(heron, "it went fast")
    note(heron, "told myself", Share.ONLY_ME)
    window = handed(heron)
    assert "only while you have opened it" in text(window.get("/mine/export/"))
    answer = window.post("/mine/export/")
    assert answer["Content-Disposition"] == 'attachment; filename="what-is-kept-2026-06-30.zip"'
    assert "it went fast" in zipped(answer)
    assert "told myself" not in zipped(answer)
    own.hold(window.session.session_key, key)
    assert "told myself" in zipped(window.post("/mine/export/"))
    lines = models.AuditEvent.objects.filter(what="own export")
    assert [(one.who, one.action) for one in lines] == [("client", "exported")] * 2


def test_what_goes_and_what_stays_is_said_first(handed, new_client):
    keep(retention_years=10)
    heron = new_client("heron", ended="2025-03-01")
    page = text(handed(heron).get("/mine/erase/"))
    assert "What stays, and why" in page
    assert "kept for 10 years" in page
    assert "1 Mar 2035" in page
    assert "Take everything with you" in page


def test_nothing_is_erased_without_saying_so(handed, new_client):
    heron = new_client("heron")
    note(heron, "it went fast")
    answer = handed(heron).post("/mine/erase/", {"do": "erase"})
    assert answer.status_code == 422
    assert "Nothing was erased" in text(answer)
    assert models.Said.objects.count() == 1


def test_a_client_erases_their_own_voice_and_no_other(browser, handed, new_client):
    heron, wren = new_client("heron"), new_client("wren")
    key, _code = own.make(heron, "words of the heron", cost=CHEAP)
    note(heron, "it went fast")
    note(heron, "told myself", Share.ONLY_ME)
    note(wren, "a word of another")
    moment = models.Moment(client=heron, felt="met", day=DAY)
    moment.words = {"words": "the therapist's"}
    moment.save()
    window = handed(heron)
    own.hold(window.session.session_key, key)
    answer = window.post("/mine/erase/", {"sure": "yes"})
    assert answer.status_code == 200
    assert "Erased: everything you said here" in text(answer)
    assert "Where to turn" in text(answer)
    assert not models.Said.every.filter(client=heron).exists()
    assert not models.OwnKey.objects.exists()
    assert not own.is_held(window.session.session_key)
    assert wren.said(manager="every").count() == 1
    assert heron.moments.count() == 1
    assert window.get("/mine/").status_code == 200, "they are still in their space"
    assert "the client erased" not in text(browser.get("/"))
    assert "erased the client’s own voice" in text(browser.get(f"/r/{heron.pk}/seen/"))


def test_erasing_what_nobody_else_knew_of_is_told_to_nobody(browser, handed, new_client):
    heron = new_client("heron")
    own.make(heron, "words of the heron", cost=CHEAP)
    note(heron, "told myself", Share.ONLY_ME)
    window = handed(heron)
    before = list(models.AuditEvent.objects.values_list("digest", flat=True))
    assert window.post("/mine/erase/", {"sure": "yes"}).status_code == 200
    assert list(models.AuditEvent.objects.values_list("digest", flat=True)) == before
    assert not models.Said.every.exists()


def test_asking_for_the_therapists_part_is_shared_and_answered_here(handed, new_client):
    heron = new_client("heron")
    window = handed(heron)
    assert window.post("/mine/erase/", {"do": "ask", "text": "all of it, please"})["Location"] == "/mine/erase/"
    row = models.Said.objects.get(client=heron)
    assert (row.kind, row.share, row.words) == ("request", "now", {"what": "erase", "text": "all of it, please"})
    reply = models.Reply(client=heron, said=row, day=date(2026, 6, 3))
    reply.words = {"text": "I will, once the years are over."}
    reply.save()
    page = text(window.get("/mine/erase/"))
    assert "all of it, please" in page
    assert "I will, once the years are over." in page
    answer = window.post("/mine/erase/", {"do": "ask", "text": "x" * 2001})
    assert answer.status_code == 422
    assert models.Said.objects.count() == 1


def test_a_therapist_has_no_business_there(browser, new_client):
    heron = new_client("heron")
    note(heron, "it went fast")
    for place in ("export", "erase", "shared", "reads", "consent"):
        assert browser.post(f"/mine/{place}/", {"sure": "yes"}).status_code == 403
    assert models.Said.objects.count() == 1


def test_what_the_therapist_wrote_for_themselves_can_be_asked_for(handed, new_client):
    heron = new_client("heron")
    window = handed(heron)
    assert window.post("/mine/export/", {"do": "ask"}).url == "/mine/erase/"
    row = models.Said.objects.get()
    assert (row.kind, row.share, row.words["what"]) == ("request", "now", "hand out")
    assert "asked for it" in text(window.get("/mine/erase/"))
