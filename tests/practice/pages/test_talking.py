"""Something to talk about, at the desk: the therapist's own side, what the client shows, and nothing of what they keep."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import afterwards, own, saying, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OWN_WORDS = "a heron in the reeds"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": ?"[^"]*"|hx-headers=\'[^\']*\'')


def text(answer):
    return answer.content.decode()


def plain(answer):
    return TOKEN.sub("", text(answer))


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def key(heron):
    return own.make(heron, OWN_WORDS, cost=CHEAP)[0]


@pytest.fixture
def talk(heron):
    return talks.begin_by_therapist(heron, "The quiet half hour", date(2026, 6, 23), shown=True)


def at(talk, more=""):
    return f"/r/{talk.client_id}/talk/{talk.pk}/{more}"


def said(**fields):
    return {**side_words.blank(), **fields}


def version(page):
    return re.search(r'name="version" value="([^"]*)"', text(page))[1]


def test_nothing_is_shown_without_unlocking(home):
    assert Browser().get(f"/r/{uuid4()}/talks/").headers["Location"].startswith("/unlock/")


def test_something_is_begun_and_seen_by_the_client_only_when_shown(browser, heron):
    address = f"/r/{heron.pk}/talks/"
    browser.post(address, {"title": " The  clock ", "day": "2026-06-23"})
    row = models.Talk.objects.get()
    assert (row.words["title"], row.day, row.shown, row.by) == ("The clock", date(2026, 6, 23), None, "therapist")
    assert talks.for_client(heron) == []
    browser.post(at(row), {"do": "show"})
    assert [one.pk for one in talks.for_client(heron)] == [row.pk]
    browser.post(at(row), {"do": "hide"})
    assert talks.for_client(heron) == []
    assert "The clock" in text(browser.get(address))
    assert models.AuditEvent.objects.filter(what="talk", action="wrote", who="therapist").count() == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"title": "", "day": "2026-06-23"},
        {"title": "x" * 121, "day": "2026-06-23"},
        {"title": "a", "day": "2026-13-01"},
        {"title": "a", "day": ""},
        {"title": "a", "day": "2026-07-01"},
    ],
)
def test_a_bad_beginning_comes_back_with_what_was_typed(browser, heron, bad):
    answer = browser.post(f"/r/{heron.pk}/talks/", bad)
    assert answer.status_code == 400
    assert 'role="alert"' in text(answer)
    assert f'value="{bad["title"]}"' in text(answer)
    assert not models.Talk.objects.exists()


def test_begun_from_a_record_a_noticing_or_words_said(browser, lived):
    wren = lived("wren")
    noticed = wren.noticed.first()
    page = text(browser.get(f"/r/{wren.pk}/talks/?noticing={noticed.pk}"))
    assert f'name="noticing" value="{noticed.at.isoformat()}"' in page
    browser.post(
        f"/r/{wren.pk}/episode/new/", {"day": "2026-06-20", "with_whom": "therapist", "text": "It went quiet."}
    )
    episode = models.Episode.objects.get()
    page = text(browser.get(f"/r/{wren.pk}/talks/?episode={episode.pk}"))
    assert f'name="episode" value="{episode.pk}"' in page
    assert 'value="2026-06-20"' in page
    browser.post(f"/r/{wren.pk}/talks/", {"title": "Quiet", "day": "2026-06-20", "episode": str(episode.pk)})
    row = models.Talk.objects.get()
    assert row.episode == episode
    assert f"/episode/{episode.pk}/" in text(browser.get(at(row)))
    heard = saying.say(wren, Kind.MOMENT, {"text": "the joke stung"}, Share.NOW, TODAY)
    assert 'value="the joke stung"' in text(browser.get(f"/r/{wren.pk}/talks/?said={heard.pk}"))
    assert browser.get(f"/r/{wren.pk}/talks/?noticing=x&said={uuid4()}").status_code == 200


def test_the_therapists_side_is_kept_and_told_with_its_number_apart(browser, talk):
    browser.post(
        at(talk),
        {
            "do": "save",
            "version": "",
            "wants": "show",
            "happened": "I looked at the clock.\r\nTwice.",
            "needed": "a breath",
            "now": "sore",
            "view": "2",
            "noticed": "not_then",
            "colour": "sea",
            "closeness": "-2",
            "wordless": "yes",
        },
    )
    row = models.Side.objects.get()
    assert (row.by, row.wants, row.version) == ("therapist", "show", 1)
    assert row.words["happened"] == "I looked at the clock.\nTwice."
    page = text(browser.get(at(talk)))
    assert "I looked at the clock." in page
    assert re.search(r'name="view" value="2" checked', page)
    assert models.AuditEvent.objects.filter(what="side", who="therapist", action="changed").count() == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"view": "5"},
        {"view": "-1"},
        {"now": "fine"},
        {"colour": "red"},
        {"closeness": "4"},
        {"leading": "1.5"},
        {"noticed": "always"},
        {"wants": "everybody"},
        {"happened": "x" * 4001},
    ],
)
def test_a_bad_side_comes_back_with_all_that_was_typed(browser, talk, bad):
    answer = browser.post(at(talk), {"do": "save", "version": "", "wants": "", "felt": "cold", **bad})
    assert answer.status_code == 400
    assert "cold</textarea>" in text(answer)
    assert not models.Side.every.exists()


@pytest.mark.parametrize("bad", [{}, {"do": "x"}, {"do": "tell", "tell": "x"}, {"do": "later"}, {"do": "rest"}])
def test_a_bad_act_is_told_and_changes_nothing(browser, talk, bad):
    answer = browser.post(at(talk), bad)
    assert (answer.status_code, 'role="alert"' in text(answer)) == (400, True)
    assert not models.Side.every.exists()


@pytest.mark.parametrize("day", ["2026-06-30", "1999-01-01", "9999-01-01", "x"])
def test_it_rests_only_until_a_day_to_come(browser, talk, day):
    assert browser.post(at(talk), {"do": "rest", "until": day}).status_code == 400
    browser.post(at(talk), {"do": "rest", "until": "2026-07-07"})
    assert "Resting until 7 Jul 2026." in text(browser.get(at(talk)))
    browser.post(at(talk), {"do": "away"})
    assert "1 was put away" in text(browser.get(f"/r/{talk.client_id}/talks/"))
    browser.post(at(talk), {"do": "again"})
    assert models.Talk.objects.get().closed is None


def test_two_windows_lose_nothing(browser, talk):
    first = version(browser.get(at(talk)))
    form = {"do": "save", "version": first, "wants": ""}
    browser.post(at(talk), {**form, "happened": "one", "felt": "warm"})
    answer = browser.post(at(talk), {**form, "happened": "two", "felt": "cold"})
    assert answer.status_code == 409
    page = text(answer)
    assert "one</p>" in page
    assert "two</textarea>" in page
    assert models.Side.objects.get().words["happened"] == "one"
    picked = {"pick_happened": "both", "pick_felt": "other"}
    browser.post(at(talk), {**form, "version": version(answer), "happened": "two", "felt": "cold", **picked})
    words = models.Side.objects.get().words
    assert (words["happened"], words["felt"]) == ("one\n\ntwo", "warm")


def test_a_choice_between_two_texts_that_came_too_late_is_asked_again(browser, talk):
    form = {"do": "save", "version": "", "wants": ""}
    browser.post(at(talk), {**form, "happened": "one"})
    late = version(browser.post(at(talk), {**form, "happened": "two"}))
    browser.post(at(talk), {**form, "version": late, "happened": "three"})
    answer = browser.post(at(talk), {**form, "version": late, "happened": "two", "pick_happened": "other"})
    assert answer.status_code == 409
    assert "three</p>" in text(answer)


def everything(browser, client):
    """Return all a therapist can see of a client's talks, besides what is written down about looking itself."""
    pages = [f"/r/{client.pk}/talks/", f"/r/{client.pk}/", "/", "/relationships/"]
    pages += [at(one, more) for one in talks.for_therapist(client) for more in ("", "room/")]
    seen = {page: plain(browser.get(page)) for page in pages}
    audit = models.AuditEvent.objects.exclude(action="viewed").order_by("seq")
    return seen | {"audit": list(audit.values_list("who", "action", "what", "client"))}


@pytest.mark.parametrize("wants", list(Wants))
def test_nothing_the_client_keeps_changes_a_byte_of_anything(browser, heron, key, talk, wants):
    side_rows.save(talk, Author(Voice.THERAPIST), said(happened="mine", mended=True), wants, "")
    before, client = everything(browser, heron), Author(Voice.CLIENT, key)
    talks.begin_by_client(heron, "only mine", TODAY, shown=False)
    side_rows.save(talk, client, said(happened="hidden words", mended=True, noticed="then"), Wants.KEEP, "")
    afterwards.rest(talk, Voice.CLIENT, away=TODAY)
    afterwards.say_by_client(heron, talk, said(now="sore"), Share.ONLY_ME, TODAY)
    assert models.Side.every.get(by="client").sealed is None
    assert everything(browser, heron) == before
    side_rows.decline(talk, client)
    assert everything(browser, heron) == before
    assert (models.Side.every.get(by="therapist").shown is not None) is (wants is Wants.SHOW)


def test_waiting_for_both_is_told_to_nobody(browser, heron, key, talk):
    side_rows.save(talk, Author(Voice.THERAPIST), said(happened="mine"), Wants.KEEP, "")
    before = plain(browser.get(at(talk))), plain(browser.get(at(talk, "room/")))
    side_rows.save(talk, Author(Voice.CLIENT, key), said(happened="theirs"), Wants.TOGETHER, "")
    assert (plain(browser.get(at(talk))), plain(browser.get(at(talk, "room/")))) == before
    page = browser.get(at(talk))
    browser.post(at(talk), {"do": "save", "version": version(page), "wants": "together", "happened": "mine"})
    room = text(browser.get(at(talk, "room/")))
    assert (
        room.index("The client’s side")
        < room.index("theirs")
        < room.index("The therapist’s side")
        < room.index("mine<")
    )


def test_what_is_shown_is_read_and_what_is_taken_back_is_gone_at_once(browser, heron, talk):
    client = Author(Voice.CLIENT)
    side_rows.save(talk, client, said(happened="it stung", now="easier"), Wants.SHOW, "")
    assert all(words in text(browser.get(at(talk))) for words in ("it stung", "easier"))
    assert "their side is here" in text(browser.get(f"/r/{heron.pk}/talks/"))
    side_rows.take_back(talk, client)
    assert "it stung" not in text(browser.get(at(talk)))
    lines = models.AuditEvent.objects.filter(what="side", who="client").values_list("action", flat=True)
    assert list(lines) == ["changed", "undid"]


def test_four_cells_gold_and_what_is_said_later(browser, heron, talk):
    side_rows.save(talk, Author(Voice.CLIENT), said(noticed="then", mended=True), Wants.SHOW, "")
    room = text(browser.get(at(talk, "room/")))
    assert "the client alone" not in room
    assert "gold-mend" not in room
    side_rows.save(talk, Author(Voice.THERAPIST), said(noticed="not_then"), Wants.SHOW, "")
    room = text(browser.get(at(talk, "room/")))
    assert re.search(r'<td class="here">the client alone</td>', room)
    assert "gold-mend" not in room
    browser.post(at(talk), {"do": "later", "now": "easier", "mended": "yes"})
    assert "gold-mend" not in text(browser.get(at(talk, "room/"))), "said to oneself alone, it is not said"
    assert "only you read this" in text(browser.get(at(talk)))
    browser.post(at(talk), {"do": "later", "now": "easier", "mended": "yes", "shared": "yes", "view": "3"})
    room = text(browser.get(at(talk, "room/")))
    assert "gold-mend" in room
    assert "3, from 0 to 4" in room
    afterwards.say_by_client(heron, talk, said(now="sore"), Share.NOW, TODAY)
    room = text(browser.get(at(talk, "room/")))
    assert "gold-mend" not in room
    assert "still sore" in room


def test_what_somebody_wants_known_is_said_in_their_voice(browser, heron, talk):
    afterwards.tell_by_client(heron, talk, "time", TODAY)
    assert "I need time with this." in text(browser.get(at(talk))).split('id="mine"')[0]
    browser.post(at(talk), {"do": "tell", "tell": "rather_not"})
    assert "<strong>You:</strong> I would rather not write about this." in text(browser.get(at(talk)))


def test_what_a_client_began_and_took_back_takes_nobody_their_own_words(browser, heron, talk):
    theirs = talks.begin_by_client(heron, "The joke", TODAY, shown=True)
    assert "The joke" in text(browser.get(at(theirs)))
    assert browser.post(at(theirs), {"do": "hide"}).status_code == 400
    talks.hide(theirs)
    assert browser.get(at(theirs)).status_code == 404
    talks.show(theirs)
    other = talks.begin_by_client(heron, "The look", TODAY, shown=True)
    browser.post(at(other), {"do": "save", "version": "", "wants": "", "happened": "my own words"})
    talks.hide(other)
    page = text(browser.get(at(other)))
    assert "my own words" in page
    assert "The look" not in page
