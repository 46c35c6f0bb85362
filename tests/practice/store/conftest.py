"""A client about whom there is something in every table, in words that occur nowhere else."""

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.sessions.backends.db import SessionStore

from reattune.model import Share
from reattune.practice import auditing, jobs, keys, models
from reattune.practice.heard.transcript import with_script
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import folders
from reattune.practice.vault import Cost, DamagedVaultError, Vault
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind
from reattune.reading.transcripts.known import read_bytes

DAY = date(2026, 6, 1)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def _sealed(table, words, /, **fields):
    row = table(**fields)
    row.words = words
    row.save()
    return row


def fill(client: models.Client, word: str) -> None:
    """Write a word into every table, about one client."""
    words = {"text": f"{word} said so"}
    label = models.Label(id=uuid.uuid4(), digest=keys.vault().digest("label", f"{word} label"), client=client)
    label.sealed = keys.sealer(client.pk).seal(f"{word} label".encode(), f"practice.label:{label.pk}")
    label.save()
    feed = _sealed(models.Feed, {"name": f"{word} feed"}, client=client)
    own = _sealed(
        models.Import, {"name": f"{word}.ics", "labels": []}, client=client, kind="calendar", feed=feed, state="kept"
    )
    _sealed(models.Record, words, client=client, source=own, kind="listed", day=DAY)
    _sealed(models.Record, words, client=client, kind="rating", day=DAY)
    episode = _sealed(models.Episode, words, client=client, day=DAY)
    _sealed(models.Moment, words, client=client, felt="off", day=DAY, episode=episode)
    _sealed(models.Aside, words, client=client, episode=episode)
    _sealed(models.Attached, words, client=client, episode=episode, kind="row", day=DAY)
    _sealed(models.Noticed, words, client=client, number=1, at=DAY, direction="lower")
    _sealed(models.Glance, words, client=client, as_of=DAY)
    _sealed(models.LeftOut, {"file": word, "row": "1", "what": "x", "why": word}, client=client, on=DAY)
    models.Agreement.objects.create(client=client, start=DAY, weekday=3, minutes=50, fee="90.00")
    models.Pause.objects.create(client=client, start=DAY, end=DAY, by="client")
    models.Verdict.objects.create(client=client, noticing=DAY, verdict="ordinary", on=DAY)
    models.QuietLook.objects.create(client=client, offered=DAY)
    _fill_both_voices(client, word, words)
    _fill_heard(client, word, words)
    models.Client.objects.filter(pk=client.pk).update(suppress_why=f"{word} why")
    job = jobs.start("unheard", {"about": f"{word} label"})
    models.Job.objects.filter(pk=job.pk).update(said=f"{word} label")
    _sealed(models.Job, {"what": "done"}, kind="import", state="done", said=f"row 3: {word}")
    models.Setting.objects.create(
        name=f"of {client.pk.hex[:8]}", value={"last": str(client.pk), "word": f"{word} label"}
    )
    session = SessionStore()
    session["said"] = [{"words": f"{client.codename} was changed", "undo": ""}]
    session.save()
    auditing.record(auditing.Action.VIEWED, client.pk, "relationship", "therapy")


def _fill_heard(client, word, words):
    heard = models.Heard(client=client, day=DAY, digest=f"{word} digest"[:64], confirmed=NOW)
    spoken = f"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n{word} speaks: {word} was said\n".encode()
    script = read_bytes(spoken, f"{word}.vtt")
    heard.words = with_script({"name": f"{word}.vtt", "roles": dict.fromkeys(script.labels, "client")}, script)
    heard.body = keys.sealer(client.pk).seal(spoken, f"practice.heard:{heard.pk}:body")
    heard.save()
    _sealed(models.Answer, words, client=client, heard=heard, moment="m", answer="no")
    _sealed(models.SecondReading, words, client=client, heard=heard)
    recording = _sealed(
        models.Recording, {**words, "key": "00" * 32}, client=client, day=DAY, size=9, delete_on=date(2026, 9, 1)
    )
    _sealed(models.Found, words, client=client, recording=recording)
    _sealed(models.Picked, words, client=client, recording=recording, moment="m", answer="worth")


def _fill_both_voices(client, word, words):
    own.make(client, f"{word} own words", cost=Cost(memory_kib=64, passes=1, lanes=1))
    said = saying.say(client, Kind.MOMENT, {"text": f"{word} told"}, Share.NOW, DAY)
    saying.say(client, Kind.NOTE, {"text": f"{word} alone"}, Share.ONLY_ME, DAY)
    saying.say(client, Kind.ANSWER, {"text": f"{word} later"}, Share.AFTER_ENDING, DAY)
    _sealed(models.Reply, words, client=client, said=said, day=DAY)
    _sealed(models.LeftOut, words, client=client, on=DAY, said=said)
    for by in ("client", "therapist"):
        talk = _sealed(models.Talk, words, client=client, by=by, day=DAY, shown=DAY)
        for side in ("client", "therapist"):
            _sealed(models.Side, words, client=client, talk=talk, by=side, shown=NOW if side == by else None)
        _sealed(models.Likeness, words, client=client, talk=talk, by=by, day=DAY, shown=DAY)
    models.Invitation.objects.create(client=client, digest=f"{word} link", expires=NOW)
    models.Letter.objects.create(client=client, digest=f"{word} letter")
    _sealed(models.Consent, {"note": f"{word} note"}, client=client, purpose="times", given=True, by="client", day=DAY)
    supervisor, _made = models.Person.objects.get_or_create(name="a supervisor", role="supervisor")
    brought = _sealed(models.Consultation, words, client=client, talk=talk, supervisor=supervisor, day=DAY)
    _sealed(models.Remark, words, client=client, consultation=brought, kind="said", by="supervisor", day=DAY)
    models.Use.objects.create(client=client, said=said, use="applied_now", day=DAY)
    person = models.Person.objects.create(name=f"{word} signs in", role="client", client=client)
    models.Passkey.objects.create(person=person, credential=word.encode(), public=b"x")


def share(first: models.Client, second: models.Client, word: str) -> models.Import:
    """Take in one file with rows of both; the first client's words stand in what was set aside, too."""
    both = _sealed(
        models.Import,
        {
            "name": "calendar.ics",
            "file": "calendar.ics",
            "labels": [{"label": f"{word} label", "counts": {}}, {"label": "Somebody else", "counts": {}}],
            "aside": [["17", "start", f"what {word} wrote"]],
            "aside_count": 1,
            "said": [f"a line on {word}"],
            "waiting": {f"{word} label": [["session", 0, {"note": word}]], "Somebody else": [["session", 0, {}]]},
            "shares": {keys.vault().digest("label", f"{word} label"): {"session": 1}},
            "clients": sorted((str(first.pk), str(second.pk))),
        },
        kind="calendar",
        state="kept",
    )
    for one in (first, second):
        _sealed(models.Record, {"text": f"a row of {one.codename}"}, client=one, source=both, kind="listed", day=DAY)
    waiting = _sealed(models.Import, {"name": "waiting.csv"}, kind="payments")
    waiting.body = keys.sealer(None).seal(f"{word},90.00".encode(), f"practice.import:{waiting.pk}:body")
    waiting.save()
    return both


def cells(path: Path, candidates, vault: Vault) -> bytes:
    """Everything in a store, each sealed cell also opened with every key there is."""
    made = next(keyed.connect(path, key) for key in candidates if _opens(path, key))
    tables = [row[0] for row in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    rows = {table: made.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    names = {table: [one[1] for one in made.execute(f"PRAGMA table_info({table})").fetchall()] for table in tables}
    made.close()
    wrapped = [(row[0], row[1]) for row in rows.get("practice_clientkey", [])]
    held = folders.read_keys(vault.sealer(folders.SEALED_AS), path.parent)
    wrapped += [(str(one), key) for one, key in (held.clients.items() if held else ())]
    sealers = [vault.sealer("practice")]
    for client, key in wrapped:
        try:
            sealers.append(vault.client_sealer(str(uuid.UUID(str(client))), bytes(key)))
        except DamagedVaultError:
            continue
    found = []
    for table, lines in rows.items():
        for line in lines:
            row = dict(zip(names[table], line, strict=True))
            found += [str(value).encode() for value in line if not isinstance(value, bytes)]
            found += [value for value in line if isinstance(value, bytes)]
            found += list(_opened(table, row, sealers))
    return b"\n".join(found)


def _opens(path, key):
    try:
        keyed.connect(path, key).close()
    except keyed.DamagedStoreError:
        return False
    return True


def _opened(table, row, sealers):
    name = f"{table.replace('_', '.', 1)}:{uuid.UUID(row['id'])}" if len(str(row.get("id", ""))) == 32 else ""
    for column in ("sealed", "body"):
        for sealer in sealers if row.get(column) else ():
            for about in (name, f"{name}:{column}"):
                try:
                    yield sealer.open(bytes(row[column]), about)
                except DamagedVaultError:
                    continue


@pytest.fixture
def readable() -> Callable[[Path], bytes]:
    """Everything that can be read in a store by whoever has every key there is, in small letters."""

    def found(path: Path) -> bytes:
        vault = keys.vault()
        return cells(path, vault.candidates(), vault).lower()

    return found


@pytest.fixture
def raw() -> Callable[[Path], bytes]:
    """Every byte of every file in a folder, in small letters."""
    return lambda folder: b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file()).lower()


@pytest.fixture
def about() -> Callable[[models.Client, str], None]:
    """Write a word into every table, about one client."""
    return fill


@pytest.fixture
def written(store: Path, new_client: Callable[..., models.Client]) -> tuple[models.Client, models.Client]:
    """Two clients with something in every table, one file with rows of both."""
    heron, wren = new_client("heron"), new_client("wren")
    fill(heron, "zugzwang")
    fill(wren, "quodlibet")
    share(heron, wren, "zugzwang")
    return models.Client.objects.get(pk=heron.pk), wren
