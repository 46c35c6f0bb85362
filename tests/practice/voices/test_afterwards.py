"""What is said later: by each for themselves, told to the other only where it is shared, and gold only from both."""

from datetime import date, timedelta

import pytest

from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import afterwards, own, side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
THERAPIST, SHUT = Author(Voice.THERAPIST), Author(Voice.CLIENT)


def said(**fields):
    return {**side_words.blank(), **fields}


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def talk(heron):
    return talks.begin_by_therapist(heron, "The look", TODAY, shown=True)


def gold(talk, reader):
    found = side_rows.rows(talk)
    client, therapist = found.get(Voice.CLIENT), found.get(Voice.THERAPIST)
    said_later = afterwards.said_by_client(talk, reader)[0] + afterwards.said_by_therapist(therapist, reader)[0]
    return afterwards.mended_by_both(client, therapist, said_later)


def test_what_a_client_says_for_themselves_needs_their_key(heron, talk):
    assert not afterwards.say_by_client(heron, talk, said(now="sore"), Share.ONLY_ME, TODAY)
    key, _code = own.make(heron, "a heron in the reeds", cost=CHEAP)
    assert afterwards.say_by_client(heron, talk, said(now="sore"), Share.ONLY_ME, TODAY)
    assert afterwards.said_by_client(talk, THERAPIST) == ([], [])
    assert afterwards.said_by_client(talk, SHUT) == ([], [])
    later, _told = afterwards.said_by_client(talk, Author(Voice.CLIENT, key))
    assert [(one.shared, one.lines[0].text) for one in later] == [(False, "still sore")]


def test_it_is_listed_by_its_day(heron, talk):
    for number, words in enumerate(("sore", "easier", "leave")):
        day = TODAY - timedelta(days=10 - number)
        afterwards.say_by_client(heron, talk, said(now=words, now_text=f"n{number}"), Share.NOW, day)
    later, _told = afterwards.said_by_client(talk, THERAPIST)
    assert [one.lines[0].text for one in later] == ["still sore. n0", "easier. n1", "I would leave it for now. n2"]
    assert [one.day for one in later] == sorted(one.day for one in later)


def test_a_client_reads_what_the_therapist_shared_once_the_side_is_shown(talk):
    side_rows.save(talk, THERAPIST, said(happened="x"), Wants.SHOW, "")
    afterwards.say_by_therapist(talk, said(now="sore"), TODAY, shared=False)
    afterwards.say_by_therapist(talk, said(now="easier"), TODAY, shared=True)
    row = side_rows.rows(talk)[Voice.THERAPIST]
    assert afterwards.said_by_therapist(row, SHUT) == ([], [])
    side_rows.decline(talk, SHUT)
    row = side_rows.rows(talk)[Voice.THERAPIST]
    assert [one.lines[0].text for one in afterwards.said_by_therapist(row, SHUT)[0]] == ["easier"]
    assert len(afterwards.said_by_therapist(row, THERAPIST)[0]) == 2


def test_saving_a_side_keeps_what_was_said_beside_it(talk):
    afterwards.say_by_therapist(talk, said(now="sore"), TODAY, shared=True)
    afterwards.tell_by_therapist(talk, "time", TODAY)
    version = side_rows.mine(side_rows.rows(talk)[Voice.THERAPIST], THERAPIST).version
    assert side_rows.save(talk, THERAPIST, said(happened="x"), Wants.KEEP, version) is None
    row = side_rows.rows(talk)[Voice.THERAPIST]
    later, told = afterwards.said_by_therapist(row, THERAPIST)
    assert (len(later), [one.words for one in told]) == (1, ["I need time with this."])
    assert "afterwards" not in side_rows.mine(row, THERAPIST).words


def test_gold_needs_both_sides_shown_and_both_last_words(heron, talk):
    assert not gold(talk, THERAPIST)
    side_rows.save(talk, THERAPIST, said(mended=True), Wants.SHOW, "")
    assert not gold(talk, THERAPIST)
    side_rows.save(talk, SHUT, said(mended=True), Wants.SHOW, "")
    assert gold(talk, THERAPIST)
    assert gold(talk, SHUT)
    afterwards.say_by_therapist(talk, said(now="sore"), TODAY, shared=False)
    assert gold(talk, THERAPIST), "what one says to oneself alone takes nothing back"
    afterwards.say_by_therapist(talk, said(now="sore"), TODAY, shared=True)
    assert not gold(talk, THERAPIST)
    assert not gold(talk, SHUT)
    afterwards.say_by_therapist(talk, said(mended=True), TODAY, shared=True)
    assert gold(talk, SHUT)
    side_rows.take_back(talk, SHUT)
    assert not gold(talk, THERAPIST)


def test_putting_away_is_for_oneself(talk):
    afterwards.rest(talk, Voice.CLIENT, away=TODAY)
    assert models.Talk.every.get().closed is None
    assert not models.AuditEvent.objects.filter(who="client").exists()
    afterwards.rest(talk, Voice.THERAPIST, away=TODAY)
    row = models.Talk.every.get()
    assert row.closed == TODAY
    assert side_rows.mine(side_rows.rows(row)[Voice.THERAPIST], THERAPIST).away == TODAY
    assert models.Side.every.get(by="client").away == TODAY


@pytest.mark.parametrize("choice", [value for value, _words in afterwards.tell_words()])
def test_each_sentence_is_told_in_its_authors_voice(heron, talk, choice):
    words = dict(afterwards.tell_words())[choice]
    afterwards.tell_by_client(heron, talk, choice, TODAY)
    afterwards.tell_by_therapist(talk, choice, TODAY)
    assert [(one.by, one.words) for one in afterwards.said_by_client(talk, THERAPIST)[1]] == [(Voice.CLIENT, words)]
    row = side_rows.rows(talk)[Voice.THERAPIST]
    assert [(one.by, one.words) for one in afterwards.said_by_therapist(row, SHUT)[1]] == [(Voice.THERAPIST, words)]
