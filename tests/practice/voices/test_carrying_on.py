"""Carrying outside: in the client's words, each for whoever they chose, with how it went under what was tried."""

from datetime import date

import pytest
from tests.practice.conftest import CHEAP

from reattune.errors import ReattuneError
from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.voices import carrying_on, own, saying, talks
from reattune.practice.voices.carrying_on import Said
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author

TODAY = date(2026, 6, 30)
ME, SHUT = Author(Voice.THERAPIST), Author(Voice.CLIENT)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def key(heron):
    return Author(Voice.CLIENT, own.make(heron, "a heron in the reeds", cost=CHEAP)[0])


def tried(heron, share=Share.NOW, **more):
    return carrying_on.keep(heron, Said(Kind.TRY, "say it sooner", "partner", share=share, **more), TODAY)


def test_it_is_told_with_its_role_its_talk_and_how_it_went(heron):
    talk = talks.begin_by_client(heron, "The quiet half hour", TODAY, shown=True)
    row = tried(heron, talk=talk.pk)
    carrying_on.keep(heron, Said(Kind.WENT, "it was awkward, and fine", about=row.pk, share=Share.NOW), TODAY)
    for reader in (ME, SHUT):
        found = carrying_on.carried(heron, reader).tries[0]
        assert (found.text, found.role, found.title) == ("say it sooner", "a partner", "The quiet half hour")
        assert [one.text for one in found.went] == ["it was awkward, and fine"]


def test_what_is_only_the_clients_is_seen_with_their_key_alone(heron, key):
    before = models.AuditEvent.objects.count()
    tried(heron, Share.ONLY_ME)
    assert carrying_on.carried(heron, ME) == carrying_on.carried(heron, SHUT)
    assert carrying_on.carried(heron, ME).tries == ()
    assert len(carrying_on.carried(heron, key).tries) == 1
    assert models.AuditEvent.objects.count() == before


def test_without_a_key_it_is_not_kept(heron):
    with pytest.raises(own.OwnKeyError):
        tried(heron, Share.ONLY_ME)
    assert not models.Said.every.exists()


def test_how_it_went_stays_where_what_was_tried_is_taken_back(heron, key):
    row = tried(heron)
    carrying_on.keep(heron, Said(Kind.WENT, "well", about=row.pk, share=Share.NOW), TODAY)
    saying.share(row, row.words, Share.ONLY_ME, TODAY)
    found = carrying_on.carried(heron, ME)
    assert (found.tries, [one.text for one in found.loose]) == ((), ["well"])


def test_a_talk_that_is_not_shown_is_not_named(heron, key):
    talk = talks.begin_by_client(heron, "only mine", TODAY, shown=False)
    tried(heron, talk=talk.pk)
    assert carrying_on.carried(heron, ME).tries[0].talk is None
    assert carrying_on.carried(heron, key).tries[0].title == "only mine"


def test_only_what_can_be_read_can_be_gone_on_with(heron, key):
    row = tried(heron, Share.ONLY_ME)
    assert carrying_on.tried(heron, SHUT, row.pk) is None
    assert carrying_on.tried(heron, key, row.pk) == row


@pytest.mark.parametrize("text", ["", "  ", "a" * 2001])
def test_it_needs_words(heron, text):
    with pytest.raises(ReattuneError):
        carrying_on.keep(heron, Said(Kind.DIFFERENT, text, share=Share.NOW), TODAY)
