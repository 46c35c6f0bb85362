"""Both sides as they are kept: sealed for whom they are, changed by nobody unseen, and shown as the table says."""

from datetime import date
from functools import reduce

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.model import Voice
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import own, side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Act, Both, Wants, after

TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
THERAPIST = Author(Voice.THERAPIST)
WANTS = {Act.KEEP: Wants.KEEP, Act.SHOW: Wants.SHOW, Act.TOGETHER: Wants.TOGETHER}
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


def side(talk, voice):
    return side_rows.rows(talk).get(voice)


def do(talk, author, act):
    if act in WANTS:
        version = side_rows.mine(side(talk, author.voice), author).version
        assert side_rows.save(talk, author, said(happened=f"{author.voice} {act}"), WANTS[act], version) is None
    elif act is Act.DECLINE:
        side_rows.decline(talk, author)
    else:
        side_rows.take_back(talk, author)


@FEW
@given(acts=st.lists(st.tuples(st.sampled_from(Voice), st.sampled_from(Act)), max_size=7))
def test_rows_stand_as_the_table_says_and_nothing_private_is_sealed_for_the_practice(client, heron, acts):
    talk = talks.begin_by_therapist(heron, "The look", TODAY, shown=True)
    authors = {Voice.CLIENT: client, Voice.THERAPIST: THERAPIST}
    lines = models.AuditEvent.objects.filter(who="client").count()
    for voice, act in acts:
        do(talk, authors[voice], act)
    told = [(voice, act) for voice, act in acts if not (act is Act.TAKE_BACK and not _wrote(voice, act, acts))]
    both = reduce(lambda known, one: after(known, *one), told, Both())
    for voice in Voice:
        row = side(talk, voice)
        assert (side_rows.theirs(row) is not None) is both.of(voice).shown
    row = side(talk, Voice.CLIENT)
    if row is not None and row.wants == Wants.KEEP:
        assert row.sealed is None
    if not any(voice is Voice.CLIENT and act in {Act.SHOW, Act.TOGETHER} for voice, act in acts):
        assert models.AuditEvent.objects.filter(who="client").count() == lines


def _wrote(voice, act, acts):
    """Say whether somebody acted at all before taking back; taking back nothing is nothing."""
    return any(other is voice and one is not Act.TAKE_BACK for other, one in acts[: acts.index((voice, act)) + 1])


def test_only_a_key_keeps_something_for_oneself(heron, talk):
    shut = Author(Voice.CLIENT)
    for wants in (Wants.KEEP, Wants.TOGETHER):
        with pytest.raises(ReattuneError, match="Nothing was kept"):
            side_rows.save(talk, shut, said(happened="x"), wants, "")
    assert not models.Side.every.exists()
    assert side_rows.save(talk, shut, said(happened="x"), Wants.SHOW, "") is None
    side_rows.take_back(talk, shut)
    row = models.Side.every.get()
    assert (row.sealed, row.own) == (None, None), "without a key it is deleted, as the page says"


def test_together_waits_in_the_store_and_is_shown_by_nothing(client, talk):
    side_rows.save(talk, client, said(happened="x"), Wants.TOGETHER, "")
    row = models.Side.every.get()
    assert row.sealed is not None
    assert not models.Side.objects.exists()
    assert side_rows.theirs(row) is None
    assert side_rows.mine(row, Author(Voice.CLIENT)) == side_rows.NOTHING


def test_a_therapist_is_never_told_whether_their_side_can_be_read(client, talk):
    side_rows.save(talk, THERAPIST, said(happened="x"), Wants.SHOW, "")
    before = side_rows.mine(side(talk, Voice.THERAPIST), THERAPIST)
    side_rows.decline(talk, client)
    row = side(talk, Voice.THERAPIST)
    assert row.shown is not None
    assert side_rows.mine(row, THERAPIST) == before


def test_a_version_says_nothing_of_how_often_something_was_written(client, talk):
    found = []
    for _number in range(3):
        version = side_rows.mine(side(talk, Voice.CLIENT), client).version
        side_rows.save(talk, client, said(happened="x"), Wants.SHOW, version)
        found.append(side_rows.mine(side(talk, Voice.CLIENT), client).version)
    assert len(set(found)) == 3
    assert not any(one.isdecimal() for one in found)


def test_the_same_text_saved_from_two_windows_is_no_conflict(talk):
    assert side_rows.save(talk, THERAPIST, said(happened="x"), Wants.KEEP, "") is None
    assert side_rows.save(talk, THERAPIST, said(happened="x"), Wants.SHOW, "") is None
    found = side_rows.save(talk, THERAPIST, said(happened="y"), Wants.SHOW, "")
    assert found.words["happened"] == "x"
    assert models.Side.objects.get().words["happened"] == "x"


def test_taking_back_nothing_leaves_nothing(talk):
    side_rows.take_back(talk, THERAPIST)
    side_rows.let_go(talk, THERAPIST)
    assert not models.Side.every.exists()
