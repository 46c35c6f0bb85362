"""What a therapist may read of the client's voice: the usual way to a table gives what was shared, and nothing else."""

from datetime import date, timedelta

import pytest

from reattune.model import Share
from reattune.practice import models, scope
from reattune.practice.models.voice import heard
from reattune.practice.scope import Reach, Scope

DAY = date(2026, 6, 20)


def said(client, share, **fields):
    row = models.Said(client=client, kind="note", share=share.value, day=DAY, **fields)
    row.words = {"text": share.value}
    row.save()
    return row


@pytest.fixture
def heron(new_client):
    return new_client("heron")


def test_the_usual_way_gives_what_was_shared(heron):
    for share in Share:
        said(heron, share)
    assert {one.share for one in models.Said.objects.all()} == {Share.NOW.value, Share.RAISE_FOR_ME.value}
    assert {one.share for one in heron.said.all()} == {Share.NOW.value, Share.RAISE_FOR_ME.value}
    assert models.Said.every.count() == len(Share)


def test_what_waits_for_the_end_is_not_heard_on_the_last_day(heron):
    row = said(heron, Share.AFTER_ENDING)
    models.Client.objects.update(ended=DAY)
    assert not models.Said.every.filter(heard(DAY), pk=row.pk).exists()
    assert models.Said.every.filter(heard(DAY + timedelta(days=60)), pk=row.pk).exists()


@pytest.mark.parametrize("kind", [models.Talk, models.Side, models.Likeness])
def test_what_a_client_began_and_has_not_shown_is_not_there(heron, kind):
    talk = models.Talk(client=heron, by="client", day=DAY)
    talk.save()
    side = models.Side(client=heron, talk=talk, by="client")
    side.save()
    models.Likeness(client=heron, talk=talk, by="client", day=DAY).save()
    assert not kind.objects.exists()
    assert kind.every.count() == 1


def test_nobody_sees_another_clients_words(heron, new_client):
    said(heron, Share.NOW)
    wren = new_client("wren")
    with scope.use(Scope(Reach.ONE_CLIENT, client=wren.pk)):
        assert not models.Said.every.exists()
    with scope.use(Scope(Reach.ONE_CLIENT, client=heron.pk)):
        assert models.Said.every.count() == 1
