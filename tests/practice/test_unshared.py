"""What a client has not shared leaves no trace: with it and without it, everything the desk shows is the same."""

import io
import re
import shutil
import zipfile

from django.db import connection
from django.test import Client

from reattune.practice import clients, clock, desk, importing, jobs, models, tokens
from reattune.practice.store import exporting

PASSPHRASE = "seven quiet herons at dusk"
SHARED = "heron,2026-06-20,client,yes,it went fast,now\nheron,2026-06-21,therapist,no,a long silence,\n"
UNSHARED = "heron,2026-06-19,client,yes,rather not say,only_me\nwren,2026-06-22,client,unsure,,only_me\n"
CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{64}|[A-Za-z0-9]{64}|\d\d:\d\d(:\d\d[.\d+:]*)?")


def everything_seen(browser, content):
    """Take a file of check-ins in, look everywhere, and return what was there to see, without what changes each time."""
    one = importing.take("check_ins.csv", content.encode())
    headers = {"Authorization": f"Bearer {tokens.make('notebook')}"}

    def see(*places):
        return [browser.get(where, headers=headers).content.decode() for where in places]

    seen = see(f"/imports/{one.pk}/")
    importing.keep(one)
    jobs.run_pending()
    heron, wren = models.Client.objects.order_by("codename")
    seen += see("/", "/imports/", f"/imports/{one.pk}/", "/imports/labels/", "/relationships/", "/week/")
    seen += see("/api/v1/noticings", "/api/v1/episodes", "/api/v1/relationships")
    for client in (heron, wren):
        pages = ("", "row/2026-06-19/", "row/2026-06-22/", "seen/", "episode/new/", "export/")
        seen += see(*(f"/r/{client.pk}/{page}" for page in pages))
        seen += see(*(f"/api/v1/relationships/{client.pk}{part}" for part in ("", "/streams", "/observations")))
        with zipfile.ZipFile(io.BytesIO(exporting.export(client))) as made:
            seen += [made.read(name).decode() for name in sorted(made.namelist())]
    audit = models.AuditEvent.objects.values_list("who", "action", "what", "purpose").order_by("seq")
    seen.append(repr(list(audit)))
    seen.append(repr([(row.kind, row.day, len(bytes(row.sealed))) for row in models.Record.objects.order_by("day")]))
    return [CHANGING.sub("…", one) for one in seen]


def test_what_was_not_shared_leaves_no_trace_anywhere(made_practice, tmp_path, monkeypatch):
    monkeypatch.setenv(clock.DAY, "2026-06-30")
    found = []
    for name, content in (("without", SHARED), ("with", UNSHARED + SHARED), ("between", SHARED + UNSHARED)):
        home = tmp_path / name
        shutil.copytree(made_practice, home)
        desk.at(home)
        desk.unlock(PASSPHRASE)
        for codename in ("heron", "wren"):
            clients.add(codename)
        window = Client()
        window.post("/unlock/", {"passphrase": PASSPHRASE})
        found.append(everything_seen(window, f"client,date,by,felt_off,words,share\n{content}"))
        connection.close()
        desk.lock()
    assert "it went fast" in "".join(found[0])
    for other in found[1:]:
        for here, there in zip(found[0], other, strict=True):
            assert here == there
