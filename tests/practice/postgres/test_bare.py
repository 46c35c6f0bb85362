from datetime import date

import pytest

from reattune.practice import backing, clients, desk, keys, models
from reattune.practice.store import forgetting

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def bare(served_home):
    desk.unlock(PASSPHRASE)
    return backing.bare()


def test_rows_look_as_those_of_a_file(bare):
    heron = clients.add("heron", started=date(2026, 1, 2), suppress=True)
    row = bare.execute("SELECT id, started, suppress, created FROM practice_client WHERE id = ?", (heron.pk.hex,))
    identity, started, suppress, created = row.fetchone()
    assert (identity, started, suppress) == (heron.pk.hex, "2026-01-02", 1)
    assert created.startswith(f"{heron.created:%Y-%m-%d %H:%M:%S}")
    assert bare.execute("SELECT wrapped FROM practice_clientkey").fetchone() == (bytes(heron.key.wrapped),)
    assert bare.execute("SELECT id FROM practice_client WHERE codename = ?", ("wren",)).fetchone() is None


def test_tables_are_described_as_those_of_a_file(bare):
    assert ("practice_client",) in bare.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    links = bare.execute("PRAGMA foreign_key_list(practice_episode)").fetchall()
    assert [(one[2], one[3]) for one in links] == [("practice_client", "client_id")]
    must = {one[1] for one in bare.execute("PRAGMA table_info(practice_moment)").fetchall() if one[3]}
    assert {"client_id", "day"} <= must
    assert "episode_id" not in must
    assert bare.execute("PRAGMA table_info(practice_nothing)").fetchall() == []


def test_one_client_is_forgotten_and_what_hung_on_them(bare):
    heron, wren = clients.add("heron"), clients.add("wren")
    day = date(2026, 6, 1)
    held = models.Episode.objects.create(client=heron, day=day)
    models.Moment.objects.create(client=heron, felt="met", day=day, episode=held)
    # A row of somebody else that hangs on one of theirs stays, and hangs on nothing.
    astray = models.Moment.objects.create(client=wren, felt="met", day=day, episode=held)
    from django.db import transaction

    with transaction.atomic():
        forgetting.forget(bare, keys.vault(), heron.pk)
    assert [one.codename for one in models.Client.objects.all()] == ["wren"]
    assert [(one.pk, one.episode_id) for one in models.Moment.objects.all()] == [(astray.pk, None)]
    assert models.ClientKey.objects.get().client_id == wren.pk
