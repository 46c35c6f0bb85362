"""Two therapists, a client of each with words planted in every table, and everybody else of a shared practice."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.apps import apps
from django.test import Client as Browser

from reattune.model import Direction, Noticing, Observation, Part, Seen, Session, SessionKind, Source
from reattune.practice import clients, consent, desk, keys, models, people, scope, tokens
from reattune.practice.consent import Purpose
from reattune.practice.door import HANDED, PERSON, TURN
from reattune.practice.heard.transcript import with_script
from reattune.practice.importing.linking import label_digest
from reattune.practice.looking import identity
from reattune.practice.mapping.codec import dump
from reattune.reading.transcripts.known import read_bytes

DAY, NOW = date(2026, 6, 23), datetime(2026, 6, 23, 17, tzinfo=ZoneInfo("Europe/London"))
SOON = datetime.now(UTC) + timedelta(days=2)
Role = models.Person.Role
GLANCE = {"sessions": [], "planned": [], "own": [], "remarks": [], "streams": [], "risk": [], "spoken": [], "basis": ""}
ITEM = {"ref": "a", "part": "evidence"}


@dataclass
class Words:
    """What is planted about one client, by who may read it."""

    name: str

    @property
    def shared(self):
        """What the therapist and perhaps the client may read."""
        return f"quetzal-{self.name}"

    @property
    def kept(self):
        """What the client did not share."""
        return f"xylograph-{self.name}"

    @property
    def brought(self):
        """What was brought to the supervisor."""
        return f"ptarmigan-{self.name}"


@dataclass
class World:
    """Everybody, and the rows of each client by the word that stands for them in an address."""

    people: dict = field(default_factory=dict)
    clients: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)
    tokens: dict = field(default_factory=dict)

    def window(self, who):
        """Return a browser of somebody who signed in."""
        window = Browser(raise_request_exception=False)
        if who == "nobody":
            return window
        session, name = window.session, "anna" if who == "handed" else who
        session["opening"] = desk.opening()
        session[PERSON], session[TURN] = str(self.people[name].pk), 0
        if who == "handed":
            session[HANDED] = str(self.clients["anna"].pk)
        session.save()
        return window


def noticing(word):
    seen = Seen(Observation(DAY, DAY, 0, "attended", Source(f"{word}.csv", "3")), 0.1)
    return Noticing(DAY, Direction.AWAY, 200, (Part("attendance", "dates", 1.0, (seen,)),))


def session_of(word):
    return Session(NOW, NOW, NOW + timedelta(minutes=50), SessionKind.ATTENDED, word, Source("a.csv", "3"), note=word)


def sheet(words):
    item = {**ITEM, "text": words.brought}
    known = {"name": "A", "question": words.brought, "readers": "you", "language": "en", "items": [item]}
    return {"question": words.brought, "sheet": known}


def put(model, words=None, **fields):
    """Make one row; its words are sealed."""
    row = model(**fields)
    if words is not None:
        row.words = words
    row.save(force_insert=True)
    return row


def plant(client, words, supervisor):
    """Make a row of every table about a client; return them by the word that stands for them in addresses."""
    m, word, whose = models, words.shared, client.therapist
    text = {"text": word, "words": word}
    episode = put(m.Episode, {"text": word, "wish": word}, client=client, day=DAY)
    source = put(m.Import, {"name": f"{word}.csv"}, kind="appointments", state="kept", client=client, therapist=whose)
    talk = put(m.Talk, {"title": word}, client=client, by="therapist", day=DAY, shown=DAY, episode=episode)
    hidden = put(m.Talk, {"title": words.kept}, client=client, by="client", day=DAY)
    said = put(m.Said, text, client=client, kind="note", share="now", day=DAY, shared_on=DAY, sitting=uuid.uuid4())
    waits = put(m.Said, {"text": words.kept}, client=client, kind="note", share="after_ending", day=DAY)
    consultation = put(
        m.Consultation, sheet(words), client=client, episode=episode, supervisor=supervisor, day=DAY, expires=SOON
    )
    came_up = {"id": identity(client, DAY), "number": 1, "at": DAY, "direction": "away", "open": True}
    noticed = put(m.Noticed, {"noticing": dump(noticing(word)), "asked": False}, client=client, **came_up)
    record = put(m.Record, dump(session_of(word)), client=client, source=source, kind="session", day=DAY)
    put(m.Side, {"happened": word, "wish": word}, client=client, talk=talk, by="therapist", saved=NOW, shown=NOW)
    put(m.Side, {"happened": words.kept}, client=client, talk=talk, by="client", saved=NOW)
    put(m.Side, {"happened": words.kept}, client=client, talk=hidden, by="client", saved=NOW)
    put(m.Likeness, text, client=client, by="therapist", talk=talk, day=DAY, shown=DAY)
    put(m.Likeness, {"text": words.kept}, client=client, by="client", talk=talk, other=hidden, day=DAY)
    put(m.Reply, text, client=client, said=said, day=DAY)
    remark = put(m.Remark, text, client=client, consultation=consultation, kind="taken", by="therapist", day=DAY)
    put(m.Attached, {"ref": "row:a.csv", "what": word}, client=client, episode=episode, kind="session", day=DAY)
    put(m.Aside, {"id": str(episode.pk), "day": DAY.isoformat(), "text": words.brought}, client=client, episode=episode)
    put(m.Glance, {**GLANCE, "strip": word, "silent": word}, client=client, as_of=DAY)
    use = put(m.Use, client=client, said=said, use="applied_now", day=DAY)
    put(m.Letter, client=client, digest=uuid.uuid4().hex * 2)
    put(m.Invitation, client=client, digest=uuid.uuid4().hex * 2, expires=SOON)
    put(
        m.OwnKey,
        client=client,
        public=X25519PrivateKey.generate().public_key().public_bytes_raw(),
        by_words=b"2",
        by_code=b"3",
        salt=b"4",
        code_salt=b"5",
    )
    put(m.Pause, client=client, start=DAY, end=DAY, by="client", therapist=whose)
    heard = put(m.Heard, {"name": f"{word}.txt"}, client=client, day=DAY, digest=uuid.uuid4().hex, confirmed=NOW)
    script = read_bytes(f"Anna: {word}?\nKestrel: {word}.\n".encode(), f"{word}.txt")
    roles = {"Anna": "therapist", "Kestrel": "client"}
    heard.words = with_script({"name": f"{word}.txt", "roles": roles}, script)
    heard.save()
    answer = put(m.Answer, text, client=client, heard=heard, moment="a-moment", answer="no")
    put(m.SecondReading, text, client=client, heard=heard)
    held = {"size": 9, "day": DAY, "delete_on": date(2026, 9, 30), "state": "here"}
    recording = put(m.Recording, {"name": f"{word}.wav", "key": "00" * 32}, client=client, **held)
    put(m.Found, {"figures": {}, "remarks": [word]}, client=client, recording=recording)
    picked = put(m.Picked, text, client=client, recording=recording, moment="a-moment", answer="worth")
    label = put(m.Label, id=uuid.uuid4(), client=client, therapist=whose, digest=label_digest(word))
    label.sealed = keys.sealer(client.pk).seal(word.encode(), f"practice.label:{label.pk}")
    for purpose in (Purpose.SUPERVISION, Purpose.TRANSCRIPTS, Purpose.RECORDING):
        consent.write(client, purpose, given=True, by="client", day=DAY, note=word)
    agreed = {"weekday": 1, "starts_at": time(17, 0), "minutes": 50}
    return {
        "client": client.pk,
        "episode": episode.pk,
        "talk": talk.pk,
        "said": said.pk,
        "sitting": said.sitting,
        "use": use.pk,
        "waits": waits.pk,
        "consultation": consultation.pk,
        "remark": remark.pk,
        "noticed": noticed.pk,
        "record": record.pk,
        "imported": source.pk,
        "moment": put(m.Moment, text, client=client, felt="off", day=DAY, kept=True).pk,
        "row": put(m.Agreement, client=client, start=DAY, **agreed).pk,
        "feed": put(m.Feed, {"name": word, "where": word}, client=client, kind="address", therapist=whose).pk,
        "look": put(m.QuietLook, client=client, offered=DAY).pk,
        "verdict": put(m.Verdict, client=client, noticing=DAY, verdict="ordinary", on=DAY).pk,
        "left": put(m.LeftOut, {"file": "a.csv", "row": "3", "what": word, "why": word}, client=client, on=DAY).pk,
        "date": DAY.isoformat(),
        "day": DAY.isoformat(),
        "direction": "away",
        "heard": heard.pk,
        "answer": answer.pk,
        "recording": recording.pk,
        "picked": picked.pk,
        "token": "guessed",
        "instrument": "reattune-check-in",
    }


@pytest.fixture
def world(shared):
    """A shared practice with all its people."""
    made = World()
    with scope.use(scope.EVERYONE):
        for name in ("anna", "ben"):
            made.people[name] = people.add(name, Role.THERAPIST)
        for name in ("supervisor", "idle"):
            made.people[name] = people.add(name, Role.SUPERVISOR)
        made.people["manager"] = people.add("manager", Role.MANAGER)
        made.people["researcher"] = people.add("researcher", Role.RESEARCHER)
        for name, client in (("anna", "client"), ("ben", "other client")):
            words = made.words[name] = Words(name)
            row = clients.add(words.shared, therapist=made.people[name], dates_agreed=DAY)
            made.clients[name] = row
            made.people[client] = people.add(f"alder-{name}", Role.CLIENT, row)
            brought_to = made.people["supervisor"] if name == "anna" else None
            made.rows[name] = plant(row, words, brought_to)
            with scope.use(people.of(made.people[name]).scope):
                made.tokens[name] = tokens.make(f"notebook-{name}")
    return made


@pytest.fixture
def about():
    """Every table with something about a client."""
    return [
        one
        for one in apps.get_app_config("practice").get_models()
        if any(field.name == "client" and field.is_relation for field in one._meta.get_fields())
    ]
