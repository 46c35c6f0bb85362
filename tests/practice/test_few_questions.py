"""Pages that list what two people said ask the store as often for thirty rows as for three, and for many relationships."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from tests.practice.conftest import CHEAP

from reattune.practice import models
from reattune.practice.door import HANDED
from reattune.practice.voices import own

TODAY, NOW = datetime(2026, 6, 30, tzinfo=UTC).date(), datetime(2026, 6, 24, 12, tzinfo=UTC)
WORDS = "words of my own"
KINDS = ("note", "moment", "answer", "rating", "correction", "ordinary", "line", "request", "different", "try", "went")
RATED = {"instrument": "srs", "items": [7, 7, 7, 7], "timing": "post", "score": 28, "risk": []}
SHEET = {"name": "A", "question": "what now", "readers": "you", "language": "en", "items": []}
THERAPISTS = (
    *("/", "/learning/", "/supervision/", "/relationships/", "/r/{client}/"),
    *(f"/r/{{client}}/{one}/" for one in ("talks", "check-ins", "consents", "side-by-side", "carry", "ending", "seen")),
    *(f"/r/{{client}}/{one}/" for one in ("talk/{talk}", "talk/{talk}/room", "talk/{talk}/similar")),
    *(f"/r/{{client}}/{one}/" for one in ("talk/{talk}/bring", "since/talk/{talk}")),
)
CLIENTS = tuple(
    f"/mine/{one}"
    for one in (
        *("?all=1", "talks/", "shared/", "reads/", "consent/", "private/", "carry/", "look/", "ratings/", "erase/"),
        *("check-in/", "talk/{talk}/", "talk/{talk}/similar/"),
    )
)


def put(model, words, **fields):
    """Make one row, sealed for the practice and, where it can be, for the client."""
    row = model(**fields)
    row.words = words
    if isinstance(row, models.OwnWords):
        row.own = own.put(row.client, row.packed(words), row.about)
    row.save(force_insert=True)
    return row


def fill(client, number):
    """Add a row of everything that a page lists; return the talk."""
    m, day = models, TODAY - timedelta(days=1 + number % 10)
    here, shared = {"client": client, "day": day}, {"share": "now", "shared_on": day}
    text = {"text": "you looked away", "choice": "yes", "question": "felt_off", "when": "after", "noticing": str(day)}
    episode = put(m.Episode, {"what": "a silence"}, **here)
    every = [
        put(m.Said, RATED if kind == "rating" else text, kind=kind, sitting=uuid.uuid4(), **here, **shared)
        for kind in KINDS
    ]
    raised = put(m.Said, text, kind="note", **here, **{**shared, "share": "raise_for_me"})
    for by in ("client", "therapist"):
        talk = put(m.Talk, {"said": str(raised.pk)}, by=by, shown=day, episode=episode, **here)
        for author in ("client", "therapist"):
            side = {"happened": "it was short", "noticed": "then"}
            put(m.Side, side, client=client, talk=talk, by=author, saved=NOW, shown=NOW)
            put(m.Likeness, {"wish": True, "text": "so"}, talk=talk, outside=every[0], by=author, shown=day, **here)
        put(m.Said, {**text, "now": "easier"}, kind="afterwards", talk=talk, **here, **shared)
        m.Use.objects.create(talk=talk, use="applied_now", **here)
    for one in every:
        put(m.Reply, {"text": "thank you"}, said=one, **here)
        m.Use.objects.create(said=one, use="applied_later", **here)
    brought = put(m.Consultation, {"question": "what now", "sheet": SHEET}, episode=episode, talk=talk, **here)
    put(m.Remark, {"text": "ask"}, consultation=brought, kind="said", by="therapist", **here)
    put(m.Consent, {"note": ""}, purpose="research", given=bool(number % 2), by="client", **here)
    return talk


@pytest.fixture
def heron(new_client):
    """A client with a key of their own."""
    client = new_client("heron", dates_agreed=TODAY)
    own.make(client, WORDS, cost=CHEAP)
    return client


@pytest.fixture
def hers(browser, heron):
    """A browser that was handed to her, with what is hers alone open."""
    window = Browser()
    window.post("/unlock/?next=/help/", {"passphrase": "seven quiet herons at dusk"})
    session = window.session
    session[HANDED] = str(heron.pk)
    session.save()
    own.hold(session.session_key, own.opened(heron, WORDS))
    return window


def questions(window, address):
    """Return how often the store is asked for a page."""
    with CaptureQueriesContext(connection) as found:
        assert window.get(address).status_code == 200, address
    return len(found)


def test_as_many_for_thirty_rows_as_for_three(browser, hers, heron, asking):
    talk = [fill(heron, number) for number in range(3)][-1]
    windows = {
        one.format(client=heron.pk, talk=talk.pk): window
        for pages, window in ((THERAPISTS, browser), (CLIENTS, hers))
        for one in pages
    }
    for address, window in windows.items():
        # What is read once an opening is read now.
        window.get(address)
    few = {address: questions(window, address) for address, window in windows.items()}
    for number in range(3, 30):
        fill(heron, number)
    many = {address: questions(window, address) for address, window in windows.items()}
    assert {one: (few[one], many[one]) for one in many if many[one] > few[one]} == {}


def test_as_many_for_ten_relationships_as_for_two(browser, new_client):
    pages = ("/", "/learning/", "/supervision/", "/relationships/")
    for name in ("heron", "wren"):
        fill(new_client(name, dates_agreed=TODAY), 1)
    for address in pages:
        browser.get(address)
    few = {address: questions(browser, address) for address in pages}
    for number in range(8):
        fill(new_client(f"c{number}", dates_agreed=TODAY), number)
    many = {address: questions(browser, address) for address in pages}
    assert {one: (few[one], many[one]) for one in many if many[one] > few[one]} == {}
