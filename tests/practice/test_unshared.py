"""What a client has not shared leaves no trace: with it and without it, everything the desk shows is the same.

So it is with rows of a file, and with what a client said here: only for themselves, for after the end, or not at all.
"""

import io
import re
import shutil
import zipfile
from contextlib import suppress
from datetime import date, timedelta

from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from reattune.practice import clients, clock, desk, door, importing, jobs, models, tokens
from reattune.practice.check_in import inviting
from reattune.practice.check_in.asked import When
from reattune.practice.door import May
from reattune.practice.keeping import keep
from reattune.practice.store import exporting
from reattune.practice.vault import Cost
from reattune.practice.voices import own

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


DAY = date(2026, 6, 30)
OFF = {"sitting": "11111111-1111-4111-8111-111111111111", "when": "after"}
SHARED_HERE = {"choice-worked": "yes", "text-worked": "We did.", "share-worked": "now"}
KEPT = {
    "choice-felt_off": "yes",
    "text-felt_off": "Nobody may know.",
    "share-felt_off": "only_me",
    "choice-hard_to_say": "yes",
    "text-hard_to_say": "When it is over.",
    "share-hard_to_say": "after_ending",
    "choice-felt_good": "no",
    "skip-felt_good": "1",
    "share-felt_good": "now",
}
OTHERS = frozenset({"backup-now", "demo-end"})
"""What would do something when it is only opened."""


def of_therapists(client):
    """Yield the address of every page that a therapist can open about one client, or about nobody in particular."""
    for one in door.PAGES:
        if one.may not in {May.SEE, May.WRITE, May.IMPORT, May.KEEP} or one.name in OTHERS:
            continue
        with suppress(NoReverseMatch):
            yield reverse(one.name, kwargs={"client": client.pk} if "<uuid:client>" in one.route else None)


def all_there_is(browser, heron, link):
    """Return everything that a therapist can reach: pages, programs' answers, the archive, the audit, a link given."""
    headers = {"Authorization": f"Bearer {tokens.make('notebook')}"}
    places = [*of_therapists(heron), "/api/v1/noticings", "/api/v1/episodes", "/api/v1/relationships"]
    places += [f"/api/v1/relationships/{heron.pk}{part}" for part in ("", "/streams", "/observations")]
    seen = {}
    for where in places:
        answer = browser.get(where, headers=headers)
        assert answer.status_code < 500, where
        seen[where.replace(str(heron.pk), "…")] = b"".join(answer).decode("utf-8", "replace")
    seen["link"] = Client().get(link).content.decode().replace(link, "…")
    with zipfile.ZipFile(io.BytesIO(exporting.export(heron))) as made:
        seen |= {f"archive: {name}": made.read(name).decode() for name in made.namelist()}
    audit = models.AuditEvent.objects.values_list("who", "action", "what", "purpose").order_by("seq")
    seen["audit"] = repr(list(audit))
    heron.refresh_from_db()
    seen["stale"] = repr((heron.stale, models.Job.objects.count(), models.Talk.objects.count()))
    return {where: CHANGING.sub("…", one) for where, one in seen.items()}


def lived(home, *, unshared):
    """Return all there is to see of a client who shared one answer, and of the rest said it or did not."""
    desk.at(home)
    desk.unlock(PASSPHRASE)
    keep(read_when="By six.")
    heron = clients.add("heron")
    if unshared:
        own.make(heron, "three slow words here", cost=Cost(memory_kib=64, passes=1, lanes=1))
    token = inviting.make(heron, When.AFTER, timedelta(days=2))
    phone = Client()
    phone.post(f"/k/{token}/", OFF | SHARED_HERE)
    jobs.run_pending()
    handed = Client()
    handed.post("/unlock/", {"passphrase": PASSPHRASE})
    session = handed.session
    session[door.HANDED] = str(heron.pk)
    session.save()
    second = inviting.make(heron, When.BEFORE, timedelta(days=2))
    if unshared:
        assert handed.post("/mine/check-in/", OFF | KEPT).status_code == 200
        assert Client().post(f"/k/{second}/", {**OFF, **KEPT, "when": "before"}).status_code == 200
        assert models.Said.every.count() == 5
    window = Client()
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    seen = all_there_is(window, heron, f"/k/{second}/")
    connection.close()
    desk.lock()
    return seen


def test_what_was_said_here_and_not_shared_leaves_no_trace_anywhere(made_practice, tmp_path, monkeypatch):
    monkeypatch.setenv(clock.DAY, DAY.isoformat())
    found = []
    for unshared in (False, True):
        home = tmp_path / "practice"
        shutil.copytree(made_practice, home)
        found.append(lived(home, unshared=unshared))
        shutil.rmtree(home)
    without, with_it = found
    everything = "".join(without.values())
    assert "We did." in everything
    assert len(without) > 30
    assert without.keys() == with_it.keys()
    for where, here in without.items():
        assert with_it[where] == here, where
