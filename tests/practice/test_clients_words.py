"""Whatever a client writes stays words, wherever it is read; taken back, it is gone from everywhere at once."""

import csv
import io
import re
import zipfile
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser

import pytest
from django.test import Client as Browser
from django.urls import NoReverseMatch, reverse

from reattune.model import Share, Voice
from reattune.practice import consent, door, jobs, models
from reattune.practice.door import HANDED, May
from reattune.practice.keeping import keep
from reattune.practice.store import exporting
from reattune.practice.supervision import bringing, gathering, paper
from reattune.practice.vault import Cost
from reattune.practice.voices import likeness, own, saying, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Wants

PASSPHRASE = "seven quiet herons at dusk"
DAY = date(2026, 6, 30)
HOSTILE = """=HYPERLINK("//e.example")</textarea></title></script><script>x()</script>"><img src=x onerror=x() a='{{ 7*191 }}"""
BREAKING = re.compile(r"[\r\n]")
NOT_OPENED = frozenset({"demo-end", "backup-now", "lock", "sign-out"})
THERAPISTS = frozenset({May.SEE, May.WRITE, May.IMPORT, May.KEEP})


class Made(HTMLParser):
    """The elements and attributes of a page that no template here has."""

    def __init__(self, text):
        super().__init__()
        self.foreign = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if tag == "img" or any(name.startswith("on") for name in names) or (tag == "script" and "src" not in names):
            self.foreign.append((tag, names))


@pytest.fixture
def heron(new_client):
    """A client who wrote the same hostile words wherever words can be written, and shared them all."""
    keep(read_when="By six.")
    client = new_client("heron")
    key, _code = own.make(client, "three slow words here", cost=Cost(memory_kib=64, passes=1, lanes=1))
    mine = Author(Voice.CLIENT, key)
    talk = talks.begin_by_client(client, HOSTILE[:120], DAY, shown=True)
    place = saying.Place(talk=talk.pk)
    side = {**side_words.blank(), **dict.fromkeys((*side_words.BOXES, "now_text"), HOSTILE)}
    side_rows.save(talk, mine, side, Wants.SHOW, "")
    side_rows.save(talk, Author(Voice.THERAPIST), side_words.blank(), Wants.SHOW, "")
    outside = dict.fromkeys(("text", "wish", "expected", "came", "response", "exception"), HOSTILE)
    likeness.link_outside(
        talk, mine, {"text": HOSTILE, "exception": HOSTILE}, outside | {"role": HOSTILE}, DAY, shown=True
    )
    for kind in (Kind.NOTE, Kind.DIFFERENT, Kind.TRY, Kind.WENT, Kind.LINE, Kind.REQUEST, Kind.MOMENT):
        words = {"text": HOSTILE, "role": HOSTILE, "what": "erase", "felt": "off"}
        saying.say(client, kind, words, Share.RAISE_FOR_ME, DAY, place)
    answer = {"question": "felt_off", "choice": "yes", "when": "after", "text": HOSTILE, "colour": HOSTILE}
    saying.say(client, Kind.ANSWER, answer, Share.NOW, DAY)
    correction = {"file": HOSTILE, "row": "3", "day": DAY.isoformat(), "what": HOSTILE, "text": HOSTILE}
    saying.say(client, Kind.CORRECTION, correction, Share.NOW, DAY)
    saying.say(client, Kind.ORDINARY, {"noticing": DAY.isoformat(), "text": HOSTILE}, Share.NOW, DAY)
    consent.write(client, consent.Purpose.SUPERVISION, given=True, by="client", day=DAY, note=HOSTILE)
    return client


def begun(client):
    """Return the talk that the client began and named."""
    return next(one for one in models.Talk.objects.filter(client=client) if one.words.get("title"))


def addresses(client, may):
    """Yield every page's address that can be made of a client, a talk and a day."""
    known = {"client": client.pk, "talk": begun(client).pk, "date": DAY.isoformat(), "day": DAY.isoformat()}
    for one in door.PAGES:
        names = re.findall(r"<\w+:(\w+)>", one.route)
        if one.may in may and one.name not in NOT_OPENED and set(names) <= set(known):
            with suppress(NoReverseMatch):
                yield reverse(one.name, kwargs={name: known[name] for name in names})


def looked_at(window, found):
    seen = []
    for where in found:
        answer = window.get(where)
        assert answer.status_code < 500, where
        assert not any(BREAKING.search(value) for value in answer.headers.values()), where
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = answer.content.decode()
            assert Made(page).foreign == [], where
            assert "1337" not in page, where
            seen += [where] if "HYPERLINK" in page else []
    return seen


def test_no_page_of_the_therapist_takes_it_for_more_than_words(heron, browser):
    seen = looked_at(browser, addresses(heron, THERAPISTS))
    for name in ("/", f"/r/{heron.pk}/", f"/r/{heron.pk}/check-ins/", f"/r/{heron.pk}/talks/"):
        assert name in seen, (name, seen)
    assert len(seen) > 8


def test_no_page_of_the_client_does(heron, store):
    window = Browser()
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    session = window.session
    session[HANDED] = str(heron.pk)
    session.save()
    assert len(looked_at(window, addresses(heron, {May.OWN}))) > 5


def test_no_table_works_it_out_and_no_archive_runs_it(heron):
    with zipfile.ZipFile(io.BytesIO(exporting.export(heron))) as made:
        files = {name: made.read(name).decode("utf-8-sig") for name in made.namelist()}
    assert Made(files["read-me-first.html"]).foreign == []
    assert "HYPERLINK" in files["read-me-first.html"]
    for name, text in files.items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))], name


def test_on_paper_it_is_words(heron):
    every = bringing.offered(gathering.of_talk(begun(heron)), bringing.known(heron, "A"))
    items = bringing.chosen(every, frozenset(one.item.ref for one in every), {"added:own": '#image("/etc/passwd") $x$'})
    assert paper.pdf(bringing.sheet("A", HOSTILE, HOSTILE, items)).content.startswith(b"%PDF")


@pytest.mark.parametrize("has_key", [True, False])
def test_taken_back_it_is_gone_at_once_from_every_page_and_the_archive(heron, browser, has_key):
    if not has_key:
        models.OwnKey.objects.all().delete()
        for table in (models.Said, models.Talk, models.Side, models.Likeness):
            table.every.update(own=None)
    jobs.start("look")
    jobs.run_pending()
    places = list(addresses(heron, THERAPISTS))
    assert len([where for where in places if "HYPERLINK" in browser.get(where).content.decode()]) > 8
    talk = begun(heron)
    for row in list(models.Said.every.filter(client=heron)):
        saying.share(row, row.words, Share.ONLY_ME, DAY)
    side_rows.take_back(talk, Author(Voice.CLIENT))
    talks.hide(models.Talk.every.get(pk=talk.pk))
    models.Consent.objects.all().delete()
    # Nothing was looked at anew since: what was kept at the last look does not hold the words either.
    assert [where for where in places if "HYPERLINK" in browser.get(where).content.decode()] == []
    with zipfile.ZipFile(io.BytesIO(exporting.export(heron))) as made:
        assert [name for name in made.namelist() if "HYPERLINK" in made.read(name).decode()] == []
