"""A shared practice as a server: to those it was named for, by HTTPS, and closed cleanly."""

import re
import threading
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from django.conf import settings

from reattune.errors import ReattuneError
from reattune.practice import backing, desk, scope, signing, waiting
from reattune.practice.check_in import inviting
from reattune.practice.commands import NOTED
from reattune.practice.postgres import serving
from reattune.practice.postgres.serving import Place, place_of

PASSPHRASE = "seven quiet herons at dusk"
PATIENCE = 60
ANY_PORT = 0


class Practice:
    """A practice that is served in another thread of this program."""

    def __init__(self, home, database, place, passphrase=PASSPHRASE):
        self.lines, self.stop, self._there, self.trouble = [], threading.Event(), threading.Event(), None
        self.host = place.bind
        self.thread = threading.Thread(target=self._serve, args=(home, database, place, passphrase))
        self.thread.start()
        assert self._there.wait(PATIENCE)
        self.port = int((home / "desk.lock").read_text().split('"port": ')[1].rstrip("}")) if not self.trouble else 0

    def _serve(self, *words):
        try:
            serving.serve(*words, stop=self.stop, said=self._say)
        except ReattuneError as error:
            self.trouble = error
        finally:
            self._there.set()

    def _say(self, words):
        self.lines.append(words)
        if "Ctrl-C" in words:
            self._there.set()

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def ask(self, method, path, form=None, peer="127.0.0.1", **headers):
        connection = HTTPConnection(self.host, self.port, timeout=PATIENCE, source_address=(peer, 0))
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        if form is not None:
            said["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urlencode(form) if form is not None else None, said)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, body

    def end(self):
        self.stop.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


@pytest.fixture
def serve(served_home, database):
    made = []

    def start(*names, home=None, address=None, passphrase=PASSPHRASE, bind="127.0.0.1"):
        place = Place(bind, port=ANY_PORT, names=names)
        one = Practice(home or served_home, address or database, place, passphrase)
        made.append(one)
        return one

    yield start
    for one in made:
        one.end()


def test_to_try_it_on_this_computer_people_sign_in(serve, served_home):
    here = serve()
    status, headers, _body = here.get("/")
    assert status == 302
    assert headers["Location"].startswith("/sign-in/")
    status, headers, body = here.get("/sign-in/")
    assert status == 200
    assert "<form" in body
    assert "Strict-Transport-Security" not in headers
    assert here.get("/sign-in/", Host="elsewhere.example")[0] == 400
    assert scope.is_shared()
    here.end()
    assert not scope.is_shared()
    assert not backing.is_open()
    assert here.lines[-1] == "The practice is closed."
    noted = (served_home / NOTED).read_text()
    assert "dbname=" in noted
    assert "password" not in noted


def test_behind_a_proxy_everything_is_by_https(serve):
    there = serve("practice.example")
    assert there.lines[0].startswith("The practice is at https://practice.example/")
    status, headers, _body = there.get("/sign-in/", Host="practice.example")
    assert (status, headers["Location"]) == (301, "https://practice.example/sign-in/")
    status, headers, _body = there.get("/sign-in/", Host="practice.example", X_Forwarded_Proto="https")
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    cookies = headers.get_all("Set-Cookie")
    assert cookies
    assert all("Secure" in one and "HttpOnly" in one and "SameSite=Strict" in one for one in cookies)
    assert there.get("/sign-in/", Host="127.0.0.1", X_Forwarded_Proto="https")[0] == 400
    there.end()
    assert settings.SESSION_COOKIE_SECURE is False


def test_a_new_practice_is_made_with_its_recovery_code(server, serve, served_home, tmp_path):
    server.say("DROP DATABASE IF EXISTS anew WITH (FORCE)", "CREATE DATABASE anew OWNER reattune")
    made = serve(home=tmp_path / "anew", address=server.address("anew"), passphrase="another quiet phrase")
    assert re.search(r"[A-Z0-9]{4}-", "".join(made.lines[:-1]))
    assert made.get("/sign-in/")[0] == 200
    made.end()
    again = serve(home=tmp_path / "anew", address=server.address("anew"), passphrase="another quiet phrase")
    assert again.trouble is None
    assert again.get("/sign-in/")[0] == 200


@pytest.mark.parametrize("what", ["passphrase", "account", "keys", "database", "address"])
def test_what_does_not_fit_is_refused_in_words(server, serve, served_home, database, tmp_path, what):
    words = {
        "passphrase": ({"passphrase": "not this one at all"}, "does not open the practice"),
        "account": ({"address": database.replace("//reattune@", "//above@")}, "may pass every wall"),
        "keys": ({"home": tmp_path / "others"}, "filled with other keys"),
        "database": ({"address": server.address("nowhere")}, "cannot be reached"),
        "address": ({"address": "mysql"}, "not the address of a PostgreSQL database"),
    }[what]
    if what == "keys":
        desk.unlock(PASSPHRASE)
        desk.lock()
    refused = serve(**words[0])
    assert words[1] in str(refused.trouble)
    assert not backing.is_open()
    assert not scope.is_shared()


def test_a_second_server_for_the_same_folder_is_refused(serve):
    serve()
    assert "is open for this practice already" in str(serve().trouble)


@pytest.mark.parametrize(
    ("bind", "names", "words"),
    [
        ("8430", (), "is no address with a port"),
        ("127.0.0.1:many", (), "is no address with a port"),
        ("0.0.0.0:8430", (), "a proxy with HTTPS"),
    ],
)
def test_where_to_listen_must_be_said_and_safe(bind, names, words):
    with pytest.raises(ReattuneError, match=words):
        place_of(bind, names)


ONE, ANOTHER = "203.0.113.7", "203.0.113.8"


def test_links_are_guessed_by_whoever_came_and_not_by_the_proxy(serve):
    inviting.GUESSES.clear()
    there = serve()

    def guess(who, peer="127.0.0.1"):
        return there.ask("GET", "/k/guessed/", peer=peer, X_Forwarded_For=who)[0]

    assert {guess(ONE) for _turn in range(inviting.MOST)} == {404}
    assert guess(ONE) == 429
    assert guess(ANOTHER) == 404
    # What a browser says of itself stands before what the proxy adds, and counts for nothing.
    assert guess(f"{ANOTHER}, {ONE}") == 429
    # Nor does it where there is no proxy: this one comes from elsewhere, whatever it says.
    inviting.GUESSES.clear()
    assert {guess(f"198.51.100.{n}", "127.0.0.3") for n in range(inviting.MOST)} == {404}
    assert guess(ANOTHER, "127.0.0.3") == 429
    assert guess(ANOTHER) == 404
    inviting.GUESSES.clear()


def test_signing_in_waits_for_tries_from_the_same_place_alone(serve):
    signing.WAITS.clear_all()
    there = serve()
    _status, headers, body = there.get("/sign-in/")
    cookies = "; ".join(one.split(";")[0] for one in headers.get_all("Set-Cookie"))
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)[1]

    def say(name, who):
        form = {"csrfmiddlewaretoken": token, "name": name, "password": "not this one"}
        return there.ask("POST", "/sign-in/", form, Cookie=cookies, X_Forwarded_For=who)[2]

    for number in range(waiting.FREE["address"] + 5):
        assert "do not go together" in say(f"somebody {number}", ONE)
    assert "Several tries in a row did not fit" in say("somebody else", ONE)
    assert "do not go together" in say("somebody else", ANOTHER)
    signing.WAITS.clear_all()


def test_at_the_newer_kind_of_address_the_proxy_is_believed_too(serve):
    there = serve("practice.example", bind="::1")
    assert there.trouble is None
    there.ask("GET", "/sign-in/", peer="::1", Host="practice.example")
    status = there.ask("GET", "/sign-in/", peer="::1", Host="practice.example", X_Forwarded_Proto="https")[0]
    assert status == 200


def test_where_to_listen():
    assert place_of("[::1]:8430", ()) == Place("::1")
    assert place_of("localhost:8430", ()) == Place()
    assert place_of("127.0.0.1:8430", ()) == Place()
    assert place_of("10.0.0.2:80", ["Practice.Example "]) == Place("10.0.0.2", 80, ("practice.example",))
