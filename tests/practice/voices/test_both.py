"""A talk as one of the two sees it: nothing of the other that is not shown, whatever the other has done."""

from datetime import date

import pytest

from reattune.model import Voice
from reattune.practice.vault import Cost
from reattune.practice.voices import both, own, side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Cell, Wants

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
THERAPIST, SHUT = Author(Voice.THERAPIST), Author(Voice.CLIENT)


def said(**fields):
    return {**side_words.blank(), **fields}


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def client(heron):
    return Author(Voice.CLIENT, own.make(heron, "a heron in the reeds", cost=CHEAP)[0])


@pytest.fixture
def talk(heron):
    return talks.begin_by_therapist(heron, "The look", TODAY, shown=True)


def test_nothing_written_is_nothing_seen(talk):
    for reader in (THERAPIST, SHUT):
        found = both.seen(talk, reader)
        assert found.mine.words == side_words.blank()
        assert (found.theirs, found.columns, found.cell, found.later, found.told) == (None, None, None, (), ())
        assert not found.mended


def test_a_client_without_an_open_key_reads_the_other_side_only_where_their_own_is_shown_or_just_passed(client, talk):
    side_rows.save(talk, THERAPIST, said(happened="x"), Wants.SHOW, "")
    side_rows.save(talk, client, said(happened="y"), Wants.KEEP, "")
    assert both.seen(talk, client).theirs is not None
    assert both.seen(talk, SHUT).theirs is None
    assert both.seen(talk, SHUT, answered=True).theirs is not None
    version = side_rows.mine(side_rows.rows(talk)[Voice.CLIENT], client).version
    side_rows.save(talk, client, said(happened="y"), Wants.SHOW, version)
    assert both.seen(talk, SHUT).theirs is not None


def test_both_stand_in_columns_the_clients_first_and_who_noticed_beside(client, talk):
    side_rows.save(talk, THERAPIST, said(happened="x", noticed="then", view="1"), Wants.TOGETHER, "")
    assert both.seen(talk, THERAPIST).columns is None
    side_rows.save(talk, client, said(happened="y", noticed="not_then", view="4"), Wants.TOGETHER, "")
    for reader in (THERAPIST, client, SHUT):
        found = both.seen(talk, reader)
        assert [one.voice for one in found.columns] == [Voice.CLIENT, Voice.THERAPIST]
        assert [one.lines[0].text for one in found.columns] == ["y", "x"]
        assert [one.now[-1].text for one in found.columns] == ["4, from 0 to 4", "1, from 0 to 4"]
        assert found.cell is Cell.THERAPIST


def test_what_the_client_keeps_changes_nothing_that_the_therapist_sees(client, talk):
    side_rows.save(talk, THERAPIST, said(happened="x", mended=True), Wants.SHOW, "")
    before = both.seen(talk, THERAPIST)
    side_rows.save(talk, client, said(happened="y", mended=True, noticed="then"), Wants.KEEP, "")
    assert both.seen(talk, THERAPIST) == before
    side_rows.decline(talk, client)
    assert both.seen(talk, THERAPIST) == before
