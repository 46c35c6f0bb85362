"""What was erased is in no table, no file of a table and no new dump; an old dump has no key that would open it."""

import subprocess
from datetime import date

import pytest
from django.db import connection

from reattune.model import Share
from reattune.practice import clients, desk, keys, models, scope
from reattune.practice.postgres import backups, dumping
from reattune.practice.postgres.restoring import restore
from reattune.practice.scope import Reach, Scope
from reattune.practice.store import erasing, one_voice, silencing
from reattune.practice.store.backups import make
from reattune.practice.store.folders import SEALED_AS, read_keys
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.own import OwnKeyError
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

PASSPHRASE, OWN_WORDS = "seven quiet herons at dusk", "a heron in the reeds"
TODAY = date(2026, 6, 30)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SEALED = ("sealed", "own")


@pytest.fixture
def heron(served_home):
    """A client who said something for every reader there is, and whose therapist wrote, too; wren said as much."""
    desk.unlock(PASSPHRASE)
    made, _other = _speaks("heron"), _speaks("wren")
    return made


def _speaks(name):
    made = clients.add(name)
    key, _code = own.make(made, OWN_WORDS, cost=CHEAP)
    for share in Share:
        saying.say(made, Kind.NOTE, {"text": f"a word for {share}"}, share, TODAY)
    talk = talks.begin_by_therapist(made, "The look", TODAY, shown=True)
    for author in (Author(side_rows.Voice.CLIENT, key), Author(side_rows.Voice.THERAPIST)):
        words = {**side_words.blank(), "happened": "You looked away."}
        side_rows.save(talk, author, words, Wants.KEEP, "")
    held = models.Episode(client=made, day=TODAY)
    held.words = {"before": "a word of the therapist"}
    held.save()
    return made


def sealed_of(*rows):
    """Return all that is sealed in rows, as bytes."""
    found = [getattr(row, name, None) for every in rows for row in every for name in SEALED]
    return [bytes(one) for one in found if one is not None]


def of_client(client):
    """Return what was sealed of a client's own voice, and of their therapist's."""
    sides = models.Side.every.filter(client=client)
    theirs = sealed_of(models.Said.every.filter(client=client), sides.filter(by="client"))
    others = sealed_of(client.episodes.all(), sides.filter(by="therapist"))
    assert len(theirs) >= 5
    assert len(others) == 2
    return theirs, others


def in_tables():
    """Return every row of every table, as text."""
    with connection.cursor() as cursor:
        said = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT whole::text FROM {table} whole")
            said += [row[0] for row in cursor.fetchall()]
    return "\n".join(said)


def in_dump(path, tmp_path):
    """Return what a sealed dump holds, as the statements it would be put back with."""
    plain = tmp_path / "plain"
    with path.open("rb") as file:
        plain.write_bytes(b"".join(dumping._opened(file, keys.vault().sealer(backups.SEALED_AS), path.name)))
    command = (dumping.find("pg_restore"), "--file=-", str(plain))
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def in_files(server):
    """Return all that the server's files of tables hold; its log of changes is not among them."""
    server.say("CHECKPOINT")
    every = sorted((server.folder / "data" / "base").rglob("*"))
    return b"".join(one.read_bytes() for one in every if one.is_file())


def test_one_voice_is_gone_and_the_other_stays(server, heron, tmp_path):
    theirs, others = of_client(heron)
    before = in_files(server)
    assert all(one in before for one in theirs), "else it would not be seen whether they are gone"
    with scope.use(Scope(Reach.ONE_CLIENT, client=heron.pk, actor="client")):
        done = one_voice.erase(heron, silencing.CLIENT)
    assert done.to_do == ()
    assert not erasing.is_unfinished()
    new = make(desk.store_path()).path
    for place in (in_tables(), in_dump(new, tmp_path)):
        assert not [one for one in theirs if one.hex() in place]
        assert all(one.hex() in place for one in others)
    after = in_files(server)
    assert not [one for one in theirs if one in after]
    assert all(one in after for one in others)
    assert not models.Said.every.filter(client=heron).exists()
    assert models.Said.every.exclude(client=heron).count() == len(Share)


def test_the_therapists_voice_leaves_the_clients(server, heron):
    theirs, others = of_client(heron)
    with scope.use(Scope(Reach.OWN_CLIENTS, heron.therapist_id)):
        one_voice.erase(heron, silencing.THERAPIST)
    after = in_files(server)
    assert all(one in after for one in theirs)
    assert not [one for one in others if one in after]


def test_an_old_dump_does_not_open_for_the_own_key_and_brings_nothing_back(heron, served_home, empty, tmp_path):
    theirs, _others = of_client(heron)
    key = bytes(models.OwnKey.objects.get(client=heron).by_words)
    old = make(desk.store_path()).path
    said = in_dump(old, tmp_path)
    assert all(one.hex() in said for one in theirs)
    assert key.hex() not in said
    one_voice.erase(heron, silencing.CLIENT)
    held = read_keys(keys.vault().sealer(SEALED_AS), served_home / "backups")
    assert heron.pk not in held.own
    assert len(held.own) == 1
    desk.lock()
    empty()
    restore(served_home, old, PASSPHRASE)
    desk.unlock(PASSPHRASE)
    heron = models.Client.objects.get(codename="heron")
    with pytest.raises(OwnKeyError):
        own.opened(heron, OWN_WORDS)
    assert not models.Said.every.filter(client=heron).exists()
    assert not models.Side.every.filter(client=heron, by="client").exists()
    assert models.Side.every.filter(client=heron, by="therapist").exists()
    wren = models.Client.objects.get(codename="wren")
    opened = own.opened(wren, OWN_WORDS)
    assert saying.words_for_author(models.Said.every.filter(client=wren, share="only_me").get(), opened)


def test_a_client_who_is_erased_is_in_no_table_file_or_new_dump(server, heron, served_home, tmp_path):
    theirs, others = of_client(heron)
    pk = heron.pk
    old = make(desk.store_path()).path
    erasing.erase(heron)
    new = make(desk.store_path()).path
    for place in (in_tables(), in_dump(new, tmp_path)):
        assert not [one for one in (*theirs, *others) if one.hex() in place]
        assert "heron" not in place
    after = in_files(server)
    assert not [one for one in (*theirs, *others) if one in after]
    said, held = in_dump(old, tmp_path), read_keys(keys.vault().sealer(SEALED_AS), served_home / "backups")
    assert all(one.hex() in said for one in (*theirs, *others)), "the old dump has them sealed"
    assert pk not in held.clients, "and no key opens them"
    assert pk not in held.own
