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

from reattune.model import Share, Voice
from reattune.practice import clients, clock, desk, door, importing, jobs, models, tokens
from reattune.practice.check_in import inviting
from reattune.practice.check_in.asked import When
from reattune.practice.door import May
from reattune.practice.keeping import keep
from reattune.practice.store import doctor, exporting
from reattune.practice.vault import Cost
from reattune.practice.voices import likeness, own, saying, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

PASSPHRASE = "seven quiet herons at dusk"
SHARED = "heron,2026-06-20,client,yes,it went fast,now\nheron,2026-06-21,therapist,no,a long silence,\n"
UNSHARED = "heron,2026-06-19,client,yes,rather not say,only_me\nwren,2026-06-22,client,unsure,,only_me\n"
CHANGING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{64}|[A-Za-z0-9]{64}|\d\d:\d\d(:\d\d[.\d+:]*)?"
    r'|(?<=value=")[0-9a-f]{16}(?=")'
)


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
OWN_WORDS = "three slow words here"
THERAPIST = Author(Voice.THERAPIST)
POSTED = frozenset({"mine-said", "mine-away", "mine-look-away", "mine-shut"})
"""What only takes something that is sent."""
OTHERS = frozenset({"backup-now", "demo-end"})
"""What would do something when it is only opened."""


def of_therapists(client):
    """Yield the address of every page that a therapist can open about one client, or about nobody in particular."""
    for one in door.PAGES:
        if one.may not in {May.SEE, May.WRITE, May.IMPORT, May.KEEP} or one.name in OTHERS:
            continue
        with suppress(NoReverseMatch):
            yield reverse(one.name, kwargs={"client": client.pk} if "<uuid:client>" in one.route else None)


def all_there_is(browser, heron, link, talk):
    """Return everything that a therapist can reach: pages, programs' answers, the archive, the audit, a link given."""
    headers = {"Authorization": f"Bearer {tokens.make('notebook')}"}
    about = {"client": heron.pk, "talk": talk.pk}
    places = [*of_therapists(heron), *(reverse(one, kwargs=about) for one in ("talk", "talk-room", "similar"))]
    places += [f"/r/{heron.pk}/talk/{talk.pk}/bring/"]
    places += ["/api/v1/noticings", "/api/v1/episodes", "/api/v1/relationships"]
    places += [f"/api/v1/relationships/{heron.pk}{part}" for part in ("", "/streams", "/observations")]
    seen = {"looked over": repr(sorted(one.words for one in doctor.examine(desk.home(), PASSPHRASE)))}
    seen["looked over"] = re.sub(r"\d+ MB", "… MB", seen["looked over"])
    for where in places:
        answer = browser.get(where, headers=headers)
        assert answer.status_code < 500, where
        seen[where.replace(str(heron.pk), "…").replace(str(talk.pk), "…")] = b"".join(answer).decode("utf-8", "replace")
    seen |= {f"in client mode: {where}": said for where, said in at_the_clients_pages(heron, talk)}
    seen["link"] = Client().get(link).content.decode().replace(link, "…")
    with zipfile.ZipFile(io.BytesIO(exporting.export(heron))) as made:
        seen |= {f"archive: {name}": made.read(name).decode() for name in made.namelist()}
    audit = models.AuditEvent.objects.values_list("who", "action", "what", "purpose").order_by("seq")
    seen["audit"] = repr(list(audit))
    heron.refresh_from_db()
    seen["stale"] = repr((heron.stale, models.Job.objects.count(), models.Talk.objects.count()))
    seen["sides"] = repr(list(models.Side.objects.values_list("by", "version", "until", "away")))
    return {where: CHANGING.sub("…", one) for where, one in seen.items()}


def handed_to(heron):
    """Return a browser that was handed to the client, with their key shut."""
    window = Client()
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    session = window.session
    session[door.HANDED] = str(heron.pk)
    session.save()
    return window


def at_the_clients_pages(heron, talk):
    """Yield what a therapist finds who sits down at the client's own pages, without the words that open the key."""
    window = handed_to(heron)
    for one in door.PAGES:
        if one.may is May.OWN and one.name not in POSTED:
            known = {"<uuid:talk>": {"talk": talk.pk}, "<str:date>": {"date": DAY.isoformat()}}
            words = next((given for part, given in known.items() if part in one.route), {})
            yield one.name, window.get(reverse(one.name, kwargs=words)).content.decode()
    yield "wrong words", window.post("/mine/own/", {"words": "others than those"}).content.decode()
    note = {"text": "A try.", "share": "only_me", "words": "others again"}
    yield "a note", window.post("/mine/notes/", note).content.decode()
    taken = window.post("/mine/export/").content
    with zipfile.ZipFile(io.BytesIO(taken)) as made:
        yield from ((f"taken along: {name}", made.read(name).decode()) for name in made.namelist())


def by_themselves(handed, heron, talk):
    """Do as a client everything that only they are to know, in their own space with its key open."""
    about = f"/mine/talk/{talk.pk}/"
    acts = [
        ("/mine/own/", {"words": OWN_WORDS}),
        ("/mine/notes/", {"felt": "off", "text": "A moment of mine.", "share": "only_me"}),
        ("/mine/notes/", {"text": "For when it is over.", "share": "after_ending"}),
        ("/mine/private/", {"text": "My own page."}),
        ("/mine/talks/", {"title": "Mine alone", "day": DAY.isoformat(), "share": "only_me"}),
        (about, {"do": "save", "happened": "You were late.", "wants": "", "version": ""}),
        (about, {"do": "later", "now": "sore", "shared": ""}),
        (about, {"do": "rest", "until": "2026-07-20"}),
        (about, {"do": "away"}),
        (about, {"do": "decline"}),
        ("/mine/own/other/", {"present": OWN_WORDS, "words": "other slow words", "again": "other slow words"}),
    ]
    for where, fields in acts:
        answer = handed.post(where, fields)
        assert answer.status_code == 302, (where, fields, answer.content.decode())
    key = own.opened(heron, "other slow words")
    mine, place = Author(Voice.CLIENT, key), saying.Place(talk=talk.pk)
    outside = {"role": "friend", "text": "The same with a friend."}
    likeness.link_outside(talk, mine, {"wish": True}, outside, DAY, shown=False)
    saying.say(heron, Kind.TRY, {"text": "Ask them."}, Share.ONLY_ME, DAY, place)
    saying.say(heron, Kind.RATING, {"instrument": "srs", "items": [1, 1, 1, 1]}, Share.ONLY_ME, DAY)
    gone = saying.say(heron, Kind.NOTE, {"text": "Deleted again."}, Share.ONLY_ME, DAY)
    saying.take_away(gone)
    assert (models.Talk.every.count(), models.Side.every.count(), models.Likeness.every.count()) == (2, 2, 1)
    assert models.Side.every.get(by="therapist").shown is not None


def lived(home, *, unshared):
    """Return all there is to see of a client who shared one answer, and of the rest said it or did not."""
    desk.at(home)
    desk.unlock(PASSPHRASE)
    keep(read_when="By six.")
    heron = clients.add("heron")
    if unshared:
        own.make(heron, OWN_WORDS, cost=Cost(memory_kib=64, passes=1, lanes=1))
    token = inviting.make(heron, When.AFTER, timedelta(days=2))
    phone = Client()
    phone.post(f"/k/{token}/", OFF | SHARED_HERE)
    jobs.run_pending()
    handed = handed_to(heron)
    second = inviting.make(heron, When.BEFORE, timedelta(days=2))
    talk = talks.begin_by_therapist(heron, "The week it rained", DAY, shown=True)
    side_rows.save(talk, THERAPIST, {**side_words.blank(), "happened": "I was late."}, Wants.SHOW, "")
    if unshared:
        assert handed.post("/mine/check-in/", OFF | KEPT).status_code == 200
        assert Client().post(f"/k/{second}/", {**OFF, **KEPT, "when": "before"}).status_code == 200
        assert models.Said.every.count() == 5
        by_themselves(handed, heron, talk)
    window = Client()
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    seen = all_there_is(window, heron, f"/k/{second}/", talk)
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
