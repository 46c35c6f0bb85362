"""One voice taken out of a store: the other one stays, and neither learns what the other wrote."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from reattune.practice import models
from reattune.practice.store import silencing
from reattune.practice.store.silencing import CLIENT, GOES, THERAPIST, silence, silence_all

LATER = "2999-01-01 00:00:00.000000"


def silenced(client, by, until=LATER):
    with transaction.atomic():
        silence(connection.connection, client.pk, by, until)


def counts(client):
    tables = {table for one in GOES.values() for table, _picks in one} | {"practice_talk", "practice_consent"}
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables):
            cursor.execute(f"SELECT count(*) FROM {table} WHERE client_id = %s", (client.pk.hex,))
            found[table] = cursor.fetchone()[0]
    return found


def test_the_clients_voice_goes_and_the_therapists_stays(written):
    heron, wren = written
    before = counts(wren)
    silenced(heron, CLIENT)
    assert not models.Said.every.filter(client=heron).exists()
    assert not models.OwnKey.objects.filter(client=heron).exists()
    assert not models.Letter.objects.filter(client=heron).exists()
    for table in (models.Side, models.Likeness, models.Talk):
        assert set(table.every.filter(client=heron).values_list("by", flat=True)) == {"therapist"}
    assert heron.episodes.exists()
    assert heron.moments.count() == 1
    assert heron.left_out.count() == 1, "what rested on the client's correction is gone, the therapist's own is not"
    assert heron.consultations.exists()
    assert heron.consents.get().words == {}
    assert counts(wren) == before


def test_the_therapists_voice_goes_and_the_clients_stays(written):
    heron, wren = written
    before = counts(wren)
    silenced(heron, THERAPIST)
    assert not heron.episodes.exists()
    assert not heron.moments.exists()
    assert not heron.consultations.exists()
    assert not models.Use.objects.filter(client=heron).exists()
    assert models.Said.every.filter(client=heron).count() == 3
    for table in (models.Side, models.Likeness, models.Talk):
        assert set(table.every.filter(client=heron).values_list("by", flat=True)) == {"client"}
    assert heron.left_out.count() == 1
    assert heron.records.exists()
    assert counts(wren) == before


@pytest.mark.parametrize(("by", "other"), [(CLIENT, THERAPIST), (THERAPIST, CLIENT)])
def test_what_one_began_is_left_to_the_other_without_its_words_and_shown_only_if_theirs_was(written, by, other):
    heron, _wren = written
    silenced(heron, by)
    left = [one for one in models.Talk.every.filter(client=heron) if one.words == {}]
    assert [one.by for one in left] == [other]
    assert left[0].shown is None, "the other had not shown what they wrote"


def test_a_talk_in_which_the_other_showed_something_stays_shown(written):
    heron, _wren = written
    talk = models.Talk.every.get(client=heron, by=CLIENT)
    models.Side.every.filter(talk=talk, by=THERAPIST).update(shown=datetime(2026, 6, 2, tzinfo=UTC))
    silenced(heron, CLIENT)
    talk.refresh_from_db(from_queryset=models.Talk.every.all())
    assert (talk.by, talk.words) == (THERAPIST, {})
    assert talk.shown is not None


def test_a_talk_nobody_else_wrote_in_goes(written):
    heron, _wren = written
    talk = models.Talk.every.get(client=heron, by=CLIENT)
    models.Side.every.filter(talk=talk, by=THERAPIST).delete()
    silenced(heron, CLIENT)
    assert not models.Talk.every.filter(pk=talk.pk).exists()


def test_what_was_written_later_stays(written):
    heron, _wren = written
    before = counts(heron)
    for by in (CLIENT, THERAPIST):
        silenced(heron, by, "2020-01-01 00:00:00.000000")
    assert counts(heron) == before


def test_only_those_who_are_there_are_silenced(written):
    heron, wren = written
    gone = {str(heron.pk): {CLIENT: LATER}, "00000000-0000-4000-8000-000000000000": {CLIENT: LATER}}
    with transaction.atomic():
        silence_all(connection.connection, gone)
    assert not models.Said.every.filter(client=heron).exists()
    assert models.Said.every.filter(client=wren).exists()


def test_no_row_is_left_hanging(written):
    heron, _wren = written
    for by in (CLIENT, THERAPIST):
        silenced(heron, by)
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_store_of_before_there_were_two_voices_has_only_the_therapists():
    columns = frozenset({"id", "client_id", "made", "noticing"})
    assert silencing._picks(columns, THERAPIST, (silencing.UP_TO, silencing.BY)) == (silencing.UP_TO,)
    assert silencing._picks(columns, CLIENT, (silencing.UP_TO, silencing.BY)) == ()
    assert silencing._picks(frozenset(), THERAPIST, (silencing.UP_TO,)) == ()


def test_moments_are_dated_as_rows_are(written):
    heron, _wren = written
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(made) FROM practice_said WHERE client_id = %s", (heron.pk.hex,))
        assert str(cursor.fetchone()[0])[:10] <= silencing.now()[:10]
