"""Two people in two browsers at once, at a therapist's own desk or in a shared practice, and all that each can reach."""

import io
import os
import re
import shutil
import time
import zipfile
from datetime import date, timedelta
from datetime import time as clock_time
from functools import partial
from html import unescape

import pikepdf
import pyotp
import pytest
from playwright.sync_api import expect, sync_playwright

from reattune.practice import clients, desk, looking, models, people, scope, tokens
from reattune.practice.api.mounted import api
from reattune.practice.keeping import keep
from reattune.practice.postgres import serving
from reattune.practice.scope import Reach, Scope

TODAY = date(2026, 6, 30)
PASSPHRASE, PASSWORD, OWN_WORDS = "seven quiet herons at dusk", "a quiet place to sit", "a heron in the reeds"
NOT_FOLLOWED = re.compile(r"/(undo|hand-over|erase|new|away|paper|letter|row|done)/|\.pdf")
STEP = 30
"""Seconds for which one code of the second step holds."""


@pytest.fixture
def chrome():
    """A browser for each journey: its loop must have ended before the next one makes a practice."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as player:
        arguments = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        words = {**os.environ, "LANGUAGE": "en_GB", "LANG": "en_GB.UTF-8"}
        browser = player.chromium.launch(executable_path=path, args=arguments, env=words)
        yield browser
        browser.close()


def fill(*, shared):
    """Fill a closed practice: a client with a session each Tuesday; in a shared one everybody with a link of theirs."""
    desk.unlock(PASSPHRASE)
    keep(read_when="On working days, before six.", safety="Call 111.")
    role = models.Person.Role
    named = {name: people.add(name, role.THERAPIST) for name in ("anna", "ben")} if shared else {}
    heron = clients.add("heron", therapist=named.get("anna"), dates_agreed=TODAY)
    agreed = {"weekday": TODAY.weekday(), "starts_at": clock_time(9, 0), "minutes": 50}
    models.Agreement.objects.create(client=heron, start=TODAY - timedelta(days=28), **agreed)
    looking.look()
    if shared:
        named["sue"] = people.add("sue", role.SUPERVISOR)
        named["alder"] = people.add("alder", role.CLIENT, heron)
    with scope.use(Scope(Reach.OWN_CLIENTS, named["anna"].pk) if shared else scope.EVERYONE):
        token = tokens.make("notebook")
    links = {name: people.link(one) for name, one in named.items()}
    desk.lock()
    return {"heron": str(heron.pk), "token": token, "links": links}


def sign_in(page, name, link):
    """Come for the first time with a link, and once more with a password and a code."""
    page.goto(f"/sign-in/first/{link}/")
    page.get_by_label("A password").fill(PASSWORD)
    page.get_by_label("Once more").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    device = pyotp.TOTP("".join(page.locator(".token span").all_inner_texts()))
    page.get_by_label("The six digits").fill(device.now())
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    if "/mine/" in page.url:
        page.goto("/mine/done/")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    page.get_by_label("Code").fill(device.at(time.time() + STEP))  # each code lets in once
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    return page


def pdf_text(content):
    """Return the words on a sheet, without the spaces, which are not set but left."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        maps, said, font = {}, [], ""
        for name, one in pdf.pages[0].Resources.Font.items():
            table = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", one.ToUnicode.read_bytes().decode(), re.MULTILINE)
            maps[name] = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in table}
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) in {"TJ", "Tj"}:
                pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
                raw = b"".join(bytes(one) for one in pieces if isinstance(one, pikepdf.String))
                said += [maps[font].get(int.from_bytes(raw[at : at + 2]), "") for at in range(0, len(raw), 2)]
        return "".join(said)


class Reader:
    """Somebody's window, and all that they can reach from it."""

    def __init__(self, page, begin, inside, token=""):
        self.page, self.begin, self.inside, self.token = page, begin, inside, token

    def get(self, path, **headers):
        return self.page.context.request.get(path, headers=headers)

    def pages(self):
        """Yield each page that links lead to, with its address."""
        waiting, seen = list(self.begin), set()
        while waiting:
            path = waiting.pop().split("#")[0]
            if path in seen or NOT_FOLLOWED.search(path):
                continue
            seen.add(path)
            said = self.get(path).text()
            yield path, unescape(said)
            waiting += [one for one in re.findall(r'href="([^"]+)"', unescape(said)) if one.startswith(self.inside)]

    def export(self, path):
        """Return all that an export holds."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(path).text())[1]
        answer = self.page.context.request.post(
            path, form={"csrfmiddlewaretoken": token}, headers={"Referer": self.page.url}
        )
        with zipfile.ZipFile(io.BytesIO(answer.body())) as archive:
            return "".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())

    def interface(self, heron):
        """Return all that a program of theirs reads."""
        headers, found = {"Authorization": f"Bearer {self.token}"}, []
        for path in api.get_openapi_schema()["paths"]:
            if set(re.findall(r"\{(\w+)\}", path)) <= {"client"}:
                answer = self.get(path.replace("{client}", heron), **headers)
                assert answer.status in {200, 422}, path
                found.append(answer.text())
        return "".join(found)


class Journey:
    """Both of them, what was said so far, and who is to read what of it."""

    def __init__(self, place, made, therapist, client):
        self.place, self.made, self.heron = place, made, made["heron"]
        here = (f"/r/{self.heron}/", "/supervision/", "/learning/")
        begin = (
            *here,
            "/",
            *(f"{here[0]}{one}/" for one in ("talks", "check-ins", "carry", "seen", "consents", "side-by-side")),
        )
        self.desk = Reader(therapist, begin, here, made["token"])
        mine = [
            f"/mine/{one}/" for one in ("talks", "carry", "shared", "reads", "private", "look", "ratings", "consent")
        ]
        self.own = Reader(client, ("/mine/?all=1", *mine), ("/mine/",))
        self.words, self.shown, self.others = {}, {"desk": set(), "own": set()}, {}

    def say(self, name, *readers):
        """Return words that stand for something said, which are to be found by those readers and nobody else."""
        self.words[name] = f"{name.replace('_', ' ')} quetzal"
        for one in readers:
            self.shown[one].add(name)
        return self.words[name]

    def share(self, *names, by="desk"):
        self.shown[by] |= set(names)

    def take_back(self, *names):
        self.shown["desk"] -= set(names)

    def audit(self):
        """Return what the audit says that the client did."""

        def lines():
            with scope.use(scope.EVERYONE):
                return list(models.AuditEvent.objects.filter(who="client").values_list("action", "what"))

        return self.place.ask(lines)

    def look(self, step):
        """Read all that each can reach: what may be read is there, and nothing else."""
        found = {"desk": dict(self.desk.pages()), "own": dict(self.own.pages())}
        assert len(found["desk"]) > 12, sorted(found["desk"])
        assert len(found["own"]) > 8, sorted(found["own"])
        found["desk"]["export"] = self.desk.export(f"/r/{self.heron}/export/")
        found["desk"]["interface"] = self.desk.interface(self.heron)
        found["own"]["export"] = self.own.export("/mine/export/")
        for who, every in found.items():
            for name, words in self.words.items():
                where = [path for path, said in every.items() if words in said]
                assert bool(where) is (name in self.shown[who]), f"{step}: {name} for {who}: {where}"
                if name in self.shown[who]:
                    assert "export" in where, f"{step}: {name} is not in what {who} takes along: {where}"
        told = repr(self.audit())
        assert not [one for one in self.words.values() if one in told], step


@pytest.fixture
def room(home, monkeypatch):
    """A practice in a file, filled and closed."""
    return home, fill(shared=False), None


@pytest.fixture
def clinic(served_home, database):
    """A practice in a database that several people share, filled and closed."""
    serves = partial(serving.serve, served_home, database, serving.Place(port=0), PASSPHRASE)
    return served_home, fill(shared=True), serves


@pytest.fixture
def at_own_desk(room, chrome, placing):
    """The journey of a therapist at their own desk and a client with another device, handed over."""
    home, made, serves = room
    with placing(home, chrome, serves) as place:
        place.passphrase = PASSPHRASE
        theirs = place.let_in(place.window(viewport={"width": 390, "height": 844}))
        theirs.goto(f"/r/{made['heron']}/hand-over/")
        theirs.get_by_role("button", name="Hand it over").click()
        yield Journey(place, made, place.let_in(place.window()), theirs)


@pytest.fixture
def signed_in(clinic, chrome, placing):
    """The journey of two who signed in, each with a password and a code; and two more who have no part in it."""
    home, made, serves = clinic
    with placing(home, chrome, serves) as place:
        pages = {name: sign_in(place.window(), name, link) for name, link in made["links"].items()}
        made = Journey(place, made, pages["anna"], pages["alder"])
        made.others = {"ben": pages["ben"], "sue": pages["sue"]}
        yield made


@pytest.fixture
def read_pdf():
    """What reads a sheet."""
    return pdf_text
