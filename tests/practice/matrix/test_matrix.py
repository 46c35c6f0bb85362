"""Who reaches what: every page and operation there is, tried by everybody, on rows of their own and of others."""

import io
import re
import zipfile

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client as Browser

from reattune.practice import models, people, scope
from reattune.practice import urls as _urls
from reattune.practice.api.mounted import api
from reattune.practice.deciding import May
from reattune.practice.door import PAGES

assert _urls.urlpatterns
REFUSED, SIGN_IN, GONE, SHUT, NOT_SO = "refused", "sign in", "gone", "shut", "not so"
IN = "in"
STAFF = {May.SEE: IN, May.WRITE: IN, May.IMPORT: IN, May.KEEP: IN, May.SIGN: IN}
ALLOWED = {
    "nobody": {},
    "anna": STAFF,
    "ben": STAFF,
    "client": {May.OWN: IN, May.HAND_BACK: IN, May.SIGN: IN},
    "other client": {May.OWN: IN, May.HAND_BACK: IN, May.SIGN: IN},
    "handed": {May.OWN: IN, May.HAND_BACK: IN, May.SIGN: IN},
    "supervisor": {May.BROUGHT: IN, May.SIGN: IN},
    "idle": {May.BROUGHT: IN, May.SIGN: IN},
    "manager": {May.FRAME: IN, May.SIGN: IN},
    "researcher": {May.STUDY: IN, May.SIGN: IN},
}
"""What each may do in a shared practice; what does not stand here is refused, keys and backups to everybody."""
FAULT, CLOSED = 500, 503
OWN = {name: lambda world: (world.words["ben"].shared, world.words["ben"].brought) for name in ("ben", "other client")}
"""What is the other therapist's and their client's own."""
OPEN = frozenset({May.ENTER, May.LINK})
OWNERS = {"anna", "client", "handed", "supervisor"}
"""Those to whom something about Anna's client belongs."""
ELSEWHERE = {"name", "token", "instrument"}
"""Words of addresses that name no row."""
ROW = re.compile(r"<\w+:(\w+)>")


def words_of(route):
    return [one for one in ROW.findall(route) if one not in ELSEWHERE]


def address(route, rows):
    """Return a route's address with the rows of a client in it."""
    return "/" + ROW.sub(lambda found: str(rows[found[1]]), route)


def text_of(answer):
    """Return all that an answer says, that of the files of an archive too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = content.decode("utf-8", "replace") + str(dict(answer.items()))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            said += "".join(f"{one}{archive.read(one).decode('utf-8', 'replace')}" for one in archive.namelist())
    return said


def form(rows):
    """Return a form in which every row of a client is named, under every name that a page could ask for."""
    named = {name: str(value) for name, value in rows.items()}
    return {**named, "do": "keep", "text": "a word", "words": "a word", "verdict": "ordinary", "share": "now"}


def asked(window, method, path, rows):
    """Return an answer; whatever it changed is taken back."""
    signed = window.cookies.get(settings.SESSION_COOKIE_NAME)
    key = signed.value if signed else ""
    with transaction.atomic():
        answer = window.get(path) if method == "GET" else window.post(path, form(rows))
        said = text_of(answer)
        after = fingerprint() if method == "POST" else None
        transaction.set_rollback(True)
    if key:
        # Signed out by that page, they are in again for the next one.
        window.cookies[settings.SESSION_COOKIE_NAME] = key
    return answer, said, after


def fingerprint():
    """Return all rows about Anna's client."""
    with scope.use(scope.EVERYONE):
        client = models.Client.objects.get(codename="quetzal-anna")
        found = {"client": models.Client.objects.filter(pk=client.pk).values_list().get()}
        for model in _about():
            rows = model._base_manager.filter(client=client).order_by("pk").values_list()
            found[model.__name__] = [
                tuple(bytes(one) if isinstance(one, memoryview) else one for one in row) for row in rows
            ]
    return found


def _about():
    from django.apps import apps

    every = apps.get_app_config("practice").get_models()
    return [one for one in every if any(each.name == "client" and each.is_relation for each in one._meta.get_fields())]


def outcome(answer):
    """Return what an answer comes to."""
    to = answer.get("Location", "")
    if answer.status_code == 302 and to.startswith("/sign-in/"):
        return SIGN_IN
    if answer.status_code == 403 and b"Not here" in answer.content:
        return REFUSED
    return {404: GONE, 503: SHUT, 405: NOT_SO}.get(answer.status_code, str(answer.status_code))


def expected(page, who, method):
    """Return the outcomes that are right for a page, or None where anything but a fault is."""
    if page.may is May.ENTER:
        begun = page.route.startswith("sign-in/")
        return None if begun else {SIGN_IN}
    if page.may is May.LINK:
        return None
    if who == "nobody":
        return {SIGN_IN, SHUT} if method == "POST" else {SIGN_IN}
    if page.may not in ALLOWED[who]:
        return {REFUSED}
    if words_of(page.route) and who not in OWNERS:
        # Some pages lead back to a first page when there is nothing to act on.
        return {GONE, NOT_SO, "302"}
    return None


def mistakes(world, who, readable=()):
    """Yield every answer that is not right for somebody, or says what they may not read."""
    rows, planted = world.rows["anna"], world.words["anna"]
    hidden = {planted.shared, planted.kept, planted.brought, world.words["ben"].kept, world.words["ben"].brought}
    hidden.add(world.words["ben"].shared)
    hidden -= {*readable, *OWN.get(who, (lambda _world: ()))(world)}
    window, before = world.window(who), fingerprint()
    for page in PAGES:
        for method in ("GET", "POST"):
            answer, said, after = asked(window, method, address(page.route, rows), rows)
            right, found = expected(page, who, method), outcome(answer)
            told = f"{who}: {method} {page.name} ({page.may.value}) was {found}"
            if answer.status_code >= FAULT and answer.status_code != CLOSED:
                yield f"{told}, a fault"
            if right is not None and found not in right:
                yield f"{told}, not {' or '.join(sorted(right))}"
            for word in sorted(hidden):
                if word in said:
                    yield f"{told} and said {word}"
            if who not in OWNERS and after not in (None, before):
                yield f"{told} and changed {[name for name in after if after[name] != before[name]]}"


def assert_none(found):
    """Fail with every mistake in a line of its own."""
    told = list(found)
    assert not told, "\n" + "\n".join(told)


@pytest.mark.parametrize("who", ["nobody", "ben", "other client", "idle", "manager", "researcher"])
def test_nobody_else_reaches_a_client(world, who):
    assert_none(mistakes(world, who))


def test_a_supervisor_reads_what_was_brought_and_nothing_else(world):
    assert_none(mistakes(world, "supervisor", {world.words["anna"].brought}))
    window = world.window("supervisor")
    assert world.words["anna"].brought in window.get("/brought/").content.decode()


def test_a_therapist_reads_all_but_what_a_client_did_not_share(world):
    planted = world.words["anna"]
    assert_none(mistakes(world, "anna", {planted.shared, planted.brought}))


@pytest.mark.parametrize("who", ["client", "handed"])
def test_without_their_own_key_a_client_is_shown_no_more_than_the_therapist(world, who):
    planted = world.words["anna"]
    assert_none(mistakes(world, who, {planted.shared, planted.brought}))


def test_what_is_refused_to_others_is_there_for_its_owner(world):
    """Else an address that leads nowhere would look like one that is well guarded."""
    window, rows, found = world.window("anna"), world.rows["anna"], []
    for page in PAGES:
        if page.may in STAFF and words_of(page.route):
            answer, _said, _after = asked(window, "GET", address(page.route, rows), rows)
            if outcome(answer) == GONE:
                found.append(page.name)
    assert set(found) <= NOT_FOR_EVERY_ROW


NOT_FOR_EVERY_ROW = {
    *("import-columns", "import-words", "import-order", "import-keep", "import-whose"),
    *("letter-taken", "check-in-entry-undo", "moment-back", "noticing", "together"),
}
"""Pages about a file that waits, a letter, a sheet just entered, a moment just deleted, and what is worked out anew."""


def test_every_page_says_who_may_see_it_and_names_rows_that_are_planted(world):
    known = {one for may in ALLOWED.values() for one in may} | OPEN | {May.HOLD}
    assert {page.may for page in PAGES} <= known
    unknown = {word for page in PAGES for word in words_of(page.route)} - set(world.rows["anna"])
    assert unknown == set(), "plant a row for each, so that these addresses are tried"


def test_every_table_about_a_client_is_planted(world, about):
    with scope.use(scope.EVERYONE):
        bare = {one.__name__ for one in about if not one._base_manager.filter(client=world.clients["anna"]).exists()}
    assert bare == set()


def operations(rows):
    """Yield every operation of the interface for programs, with the rows of a client in it."""
    for path, found in api.get_openapi_schema()["paths"].items():
        for method in found:
            yield method, re.sub(r"\{(\w+)\}", lambda word: str(rows[word[1]]), path), "{" in path


@pytest.mark.parametrize("who", ["anna", "ben", "none", "wrong", "cookie"])
def test_a_program_reads_what_the_maker_of_its_token_may(world, who):
    planted, found = world.words["anna"], []
    window = world.window("anna") if who == "cookie" else Browser()
    token = {"wrong": "reattune_guessed"}.get(who) or world.tokens.get(who)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    for method, path, one in operations(world.rows["anna"]):
        answer = getattr(window, method)(path, headers=headers)
        said = answer.content.decode()
        right = {"anna": 200, "ben": 404 if one else 200}.get(who, 401)
        # A list about one relationship is empty for whoever has no such relationship.
        if answer.status_code != right:
            found.append(f"{method} {path}: {answer.status_code}, not {right}")
        if who != "anna" and planted.shared in said:
            found.append(f"{method} {path} said it")
        if planted.kept in said:
            found.append(f"{method} {path} said what was not shared")
    assert_none(found)


def test_a_token_ends_with_its_maker_and_is_listed_for_them_alone(world):
    assert b"notebook-ben" not in world.window("anna").get("/settings/tokens/").content
    assert b"notebook-anna" in world.window("anna").get("/settings/tokens/").content
    world.window("ben").post("/settings/tokens/", {"do": "revoke", "name": "notebook-anna"})
    headers = {"Authorization": f"Bearer {world.tokens['anna']}"}
    assert Browser().get("/api/v1/relationships", headers=headers).status_code == 200
    with scope.use(scope.EVERYONE):
        people.stop(world.people["anna"])
    assert Browser().get("/api/v1/relationships", headers=headers).status_code == 401


def test_a_new_page_without_a_rule_is_refused_to_everybody(world, monkeypatch):
    from reattune.practice import deciding
    from reattune.practice.deciding import Who, decide

    for person in Who:
        for may in May:
            told = decide(person, may)
            assert told.allowed is (may in OPEN or (may in deciding.ALLOWED[person] and may is not May.HOLD))
            assert told.reason
