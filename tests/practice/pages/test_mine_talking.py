"""Something to talk about, in the client's own space: written alone, read when they choose, taken back at once."""

import re
from datetime import date
from uuid import uuid4

import pytest

from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OWN_WORDS = "a heron in the reeds"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
LIST = "/mine/talks/"
DAY = "2026-06-30"


def text(answer):
    return answer.content.decode()


def plain(answer):
    return TOKEN.sub("", text(answer))


def at(talk):
    return f"/mine/talk/{talk.pk}/"


def said(**fields):
    return {**side_words.blank(), **fields}


def version(page):
    return re.search(r'name="version" value="([^"]*)"', text(page))[1]


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def made(heron):
    """Heron's own key, made and shut."""
    return own.make(heron, OWN_WORDS, cost=CHEAP)[0]


@pytest.fixture
def theirs(handed, heron, made):
    """A browser handed to heron, with their own key open in it."""
    window = handed(heron)
    own.hold(window.session.session_key, made)
    yield window
    own.let_go_of_all()


@pytest.fixture
def talk(heron):
    found = talks.begin_by_therapist(heron, "The quiet half hour", date(2026, 6, 23), shown=True)
    side_rows.save(found, Author(Voice.THERAPIST), said(happened="I hurried"), Wants.SHOW, "")
    return found


def test_a_therapist_is_not_let_into_a_clients_pages(browser, talk):
    assert browser.get(LIST).status_code == 403
    assert browser.get(at(talk)).status_code == 403


def test_a_client_sees_no_page_of_the_therapists(handed, heron, talk):
    window = handed(heron)
    for page in ("talks/", f"talk/{talk.pk}/", f"talk/{talk.pk}/room/"):
        assert window.get(f"/r/{heron.pk}/{page}").status_code == 403


def test_another_clients_talk_is_not_found(browser, handed, new_client, talk):
    wren = new_client("wren")
    for page in ("", "room/"):
        assert browser.get(f"/r/{wren.pk}/talk/{talk.pk}/{page}").status_code == 404
    assert handed(wren).get(at(talk)).status_code == 404
    assert handed(talk.client).get(f"/mine/talk/{uuid4()}/").status_code == 404


def test_begun_for_oneself_it_is_sealed_for_oneself(theirs, heron, browser):
    theirs.post(LIST, {"title": "The joke", "day": DAY, "share": "only_me"})
    row = models.Talk.every.get()
    assert (row.sealed, row.shown) == (None, None)
    assert "The joke" in text(theirs.get(LIST))
    assert "The joke" not in text(browser.get(f"/r/{heron.pk}/talks/"))
    assert not models.AuditEvent.objects.filter(what="talk", action="wrote").exists()
    theirs.post(at(row), {"do": "show"})
    assert "The joke" in text(browser.get(f"/r/{heron.pk}/talks/"))
    theirs.post(at(row), {"do": "hide"})
    assert "The joke" not in text(browser.get(f"/r/{heron.pk}/talks/"))
    assert "The joke" in text(theirs.get(LIST))


def test_without_words_of_ones_own_nothing_is_kept_and_nothing_typed_is_lost(handed, heron):
    window = handed(heron)
    answer = window.post(LIST, {"title": "The joke", "day": DAY, "share": "only_me"})
    assert answer.status_code == 400
    assert 'value="The joke"' in text(answer)
    assert 'name="words"' in text(answer)
    assert not models.Talk.every.exists()
    window.post(LIST, {"title": "The joke", "day": DAY, "share": "now"})
    row = models.Talk.objects.get()
    answer = window.post(at(row), {"do": "save", "version": "", "wants": "", "happened": "it stung"})
    assert answer.status_code == 400
    assert "it stung</textarea>" in text(answer)
    assert not models.Side.every.exists()
    answer = window.post(at(row), {"do": "save", "version": "", "happened": "it stung"})
    assert answer.status_code == 400
    window.post(at(row), {"do": "save", "version": "", "wants": "show", "happened": "it stung"})
    assert "it stung" in text(window.get(at(row)))


@pytest.mark.parametrize(
    "bad",
    [
        {"title": ""},
        {"title": "x" * 121},
        {"day": "2026-02-30"},
        {"day": "2027-01-01"},
        {"share": ""},
        {"share": "all"},
    ],
)
def test_a_bad_beginning_changes_nothing(theirs, bad):
    answer = theirs.post(LIST, {"title": "a", "day": DAY, "share": "now", **bad})
    assert answer.status_code == 400
    assert not models.Talk.every.exists()


@pytest.mark.parametrize("bad", [{}, {"do": "tell", "tell": "x"}, {"do": "later", "now": "fine"}, {"do": "rest"}])
def test_a_bad_act_changes_nothing(theirs, talk, bad):
    assert theirs.post(at(talk), bad).status_code == 400
    assert not models.Side.every.filter(by="client").exists()
    assert not models.Said.every.exists()


def test_the_therapists_side_comes_once_one_has_saved(theirs, talk):
    assert "I hurried" not in text(theirs.get(at(talk)))
    theirs.post(at(talk), {"do": "save", "version": "", "wants": "", "happened": "it stung"})
    page = text(theirs.get(at(talk)))
    assert "I hurried" in page
    assert "it stung</textarea>" in page
    row = models.Side.every.get(by="client")
    assert (row.sealed, row.shown) == (None, None)


def test_the_therapists_side_comes_once_one_has_passed(theirs, talk):
    theirs.post(at(talk), {"do": "decline"})
    page = text(theirs.get(at(talk)))
    assert "I hurried" in page
    assert "Nobody was told." in page


def test_passed_without_an_open_key_it_is_shown_here_and_in_no_later_turn(handed, heron, talk):
    window, later = handed(heron), handed(heron)
    before = plain(later.get(at(talk)))
    window.post(at(talk), {"do": "decline"})
    assert "I hurried" in text(window.get(at(talk)))
    assert plain(later.get(at(talk))) == before
    window.get("/mine/done/")
    window.get(at(talk))
    assert plain(window.get(at(talk))) == before


def test_whoever_holds_the_device_without_the_key_sees_what_the_therapist_may_see(theirs, handed, heron):
    talk = talks.begin_by_therapist(heron, "The look", TODAY, shown=True)
    side_rows.save(talk, Author(Voice.THERAPIST), said(happened="I hurried"), Wants.KEEP, "")
    window = handed(heron)
    before = plain(window.get(at(talk))), plain(window.get(LIST))
    theirs.post(LIST, {"title": "The joke", "day": DAY, "share": "only_me"})
    theirs.post(at(talk), {"do": "save", "version": "", "wants": "together", "happened": "it stung"})
    theirs.post(at(talk), {"do": "later", "now": "sore"})
    theirs.post(at(talk), {"do": "away"})
    assert (plain(window.get(at(talk))), plain(window.get(LIST))) == before
    theirs.post(at(talk), {"do": "decline"})
    assert (plain(window.get(at(talk))), plain(window.get(LIST))) == before


def test_together_is_shown_to_both_at_one_moment(theirs, browser, heron):
    talk = talks.begin_by_therapist(heron, "The look", TODAY, shown=True)
    page = text(theirs.get(at(talk)))
    assert "it waits in the practice’s store too" in page
    theirs.post(at(talk), {"do": "save", "version": "", "wants": "together", "happened": "it stung"})
    desk = f"/r/{heron.pk}/talk/{talk.pk}/"
    assert "it stung" not in text(browser.get(desk))
    browser.post(desk, {"do": "save", "version": "", "wants": "together", "happened": "I hurried"})
    assert "it stung" in text(browser.get(desk))
    page = text(theirs.get(at(talk)))
    assert "I hurried" in page
    assert "The client’s side" in page
    assert "The therapist’s side" in page


def test_a_side_is_taken_back_and_stays_ones_own(theirs, browser, talk):
    theirs.post(at(talk), {"do": "save", "version": "", "wants": "show", "happened": "it stung"})
    desk = f"/r/{talk.client_id}/talk/{talk.pk}/"
    assert "it stung" in text(browser.get(desk))
    theirs.post(at(talk), {"do": "take_back"})
    assert "it stung" not in text(browser.get(desk))
    assert "it stung</textarea>" in text(theirs.get(at(talk)))
    assert models.Side.every.get(by="client").sealed is None


def test_what_was_kept_before_is_not_lost_by_showing_with_the_key_shut(theirs, handed, heron, talk):
    theirs.post(at(talk), {"do": "save", "version": "", "wants": "", "happened": "the long version"})
    window = handed(heron)
    window.post(at(talk), {"do": "save", "version": "", "wants": "show", "happened": "the short one"})
    assert "the long version" not in text(window.get(at(talk)))
    page = theirs.get(at(talk))
    assert "the long version" in text(page)
    theirs.post(
        at(talk), {"do": "save", "version": version(page), "wants": "show", "happened": "the short one, and more"}
    )
    page = text(theirs.get(at(talk)))
    assert "the long version" in page
    assert "the short one, and more</textarea>" in page
    theirs.post(at(talk), {"do": "let_go"})
    page = text(theirs.get(at(talk)))
    assert "the long version" not in page
    assert "the short one, and more</textarea>" in page


def test_the_key_opened_while_saving_brings_both_texts_to_choose_from(theirs, handed, heron, talk):
    theirs.post(at(talk), {"do": "save", "version": "", "wants": "", "happened": "the long version"})
    window = handed(heron)
    form = {"do": "save", "version": "", "wants": "", "happened": "the short one"}
    assert window.post(at(talk), {**form, "words": "not these"}).status_code == 400
    answer = window.post(at(talk), {**form, "words": OWN_WORDS})
    assert answer.status_code == 409
    assert "the long version</p>" in text(answer)
    assert "the short one</textarea>" in text(answer)
    window.post(at(talk), {**form, "version": version(answer), "pick_happened": "both"})
    assert "the long version\n\nthe short one</textarea>" in text(theirs.get(at(talk)))


def test_what_felt_off_is_something_to_talk_about_until_it_is_withdrawn(theirs, browser, heron):
    row = saying.say(heron, Kind.ANSWER, {"question": "felt_off", "text": "the joke stung"}, Share.NOW, TODAY)
    talk = talks.open_from(row)
    assert "the joke stung" in text(theirs.get(LIST))
    assert "the joke stung" in text(browser.get(f"/r/{heron.pk}/talks/"))
    saying.share(models.Said.every.get(), {"text": "the joke stung"}, Share.ONLY_ME, TODAY)
    page = text(browser.get(f"/r/{heron.pk}/talks/"))
    assert "the joke stung" not in page
    assert str(talk.pk) not in page


def test_how_it_is_now_is_said_again_later(theirs, browser, talk):
    theirs.post(at(talk), {"do": "later", "now": "sore", "now_text": "mostly at night"})
    theirs.post(at(talk), {"do": "later", "now": "easier", "shared": "now", "view": "2"})
    page = text(theirs.get(at(talk)))
    assert page.index("mostly at night") < page.index("2, from 0 to 4")
    assert "only you read this" in page
    desk = text(browser.get(f"/r/{talk.client_id}/talk/{talk.pk}/"))
    assert "mostly at night" not in desk
    assert "2, from 0 to 4" in desk


def test_what_the_therapist_says_later_comes_with_their_side(theirs, browser, talk):
    desk = f"/r/{talk.client_id}/talk/{talk.pk}/"
    browser.post(desk, {"do": "later", "now_text": "for myself"})
    browser.post(desk, {"do": "later", "now_text": "for both", "shared": "yes"})
    browser.post(desk, {"do": "tell", "tell": "time"})
    page = text(theirs.get(at(talk)))
    assert "for both" not in page
    assert "<strong>Your therapist:</strong> I need time with this." in page
    theirs.post(at(talk), {"do": "decline"})
    page = text(theirs.get(at(talk)))
    assert "for both" in page
    assert "for myself" not in page


def test_it_rests_for_oneself_and_needs_ones_own_space(theirs, handed, heron, talk):
    theirs.post(at(talk), {"do": "rest", "until": "2026-07-07"})
    assert "Resting until 7 Jul 2026." in text(theirs.get(at(talk)))
    theirs.post(at(talk), {"do": "away"})
    assert "Put away." in text(theirs.get(at(talk)))
    theirs.post(at(talk), {"do": "again"})
    assert models.Side.every.get(by="client").away is None
    assert handed(heron).post(at(talk), {"do": "away"}).status_code == 400


def test_what_one_wants_known_is_shared_and_nothing_else(theirs, browser, talk):
    theirs.post(at(talk), {"do": "tell", "tell": "rather_not"})
    row = models.Said.objects.get()
    assert (row.kind, row.talk_id, row.share) == ("line", talk.pk, "now")
    assert "I would rather not write about this." in text(browser.get(f"/r/{talk.client_id}/talk/{talk.pk}/"))
    assert not models.Side.every.filter(by="client").exists()
