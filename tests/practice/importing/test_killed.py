"""Killed at any moment while files are taken in and kept: each file is there wholly or not at all, and goes on."""

import os
import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from reattune.practice import desk, importing, jobs, keys, models
from reattune.practice.importing import working
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import opening

PASSPHRASE = "seven quiet herons at dusk"
KILLS = 100
ROWS = 12


def file(number):
    lines = [f"{number}-{row},2026-03-{row + 1:02d} 10:00,attended" for row in range(ROWS)]
    return "\n".join(["id,start,status", *lines, ""]).encode()


def _for_ever(say, first):
    desk.unlock(PASSPHRASE)
    client = models.Client.objects.get(codename="heron")
    number = first
    while True:
        taken = importing.take(f"appointments-{number}.csv", file(number), client)
        say(f"taken {taken.pk}")
        importing.keep(taken)
        say(f"kept {taken.pk}")
        number += 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not copied on this system")
def test_a_hundred_kills_while_files_are_taken_in(store, new_client, killed):
    new_client("heron")
    connection.close()
    desk.lock()
    chance, said = random.Random(41), []
    for kill in range(KILLS):
        found = killed(lambda say, first=1000 * kill: _for_ever(say, first), chance.random() * 0.1)
        assert found, f"kill {kill} met nobody at work"
        said += found
    desk.unlock(PASSPHRASE)
    # What was received and never read is read at the next opening; here, an hour is not waited for.
    models.Import.objects.update(made=datetime.now(UTC) - timedelta(hours=1))
    working.go_on()
    jobs.sweep(starting=True)
    jobs.run_pending()
    imports = {str(one.pk): one for one in models.Import.objects.all()}
    assert {which for _what, which in said} <= set(imports)
    kept = {which for what, which in said if what == "kept"}
    assert kept
    assert {imports[which].state for which in kept} == {"kept"}
    for one in imports.values():
        if one.state == "kept":
            assert one.records.count() == ROWS
        else:
            # Still to be kept or let go, as before the kill: and it can be.
            importing.keep(one)
            one.refresh_from_db()
            assert (one.state, one.records.count()) == ("kept", ROWS)
    assert opening.whole(desk.store_path()) == ()
    assert keyed.integrity(desk.store_path(), keys.vault().database_key()) == ()
