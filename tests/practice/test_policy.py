"""What holds for every page there is: refused without unlocking, nothing from elsewhere, nothing sent by another site."""

import re
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client as Browser
from django.urls import reverse

from reattune import practice
from reattune.practice import desk, models, pages
from reattune.practice.door import PAGES, May, Page

PASSPHRASE = "seven quiet herons at dusk"
pages.load()
FOLDER = Path(practice.__file__).parent
TEMPLATES = sorted((FOLDER / "templates").glob("*.j2"))
SOME_ID = "11111111-1111-4111-8111-111111111111"
OPEN = {May.ENTER, May.LINK}
OF_CLIENTS = [one for one in PAGES if one.may not in OPEN and one.route.startswith("mine/")]
LOCKED_DOORS = [one for one in PAGES if one.may not in OPEN and one not in OF_CLIENTS]
LINKS = [one for one in PAGES if one.may is May.LINK]
EVENT = re.compile(r"on[a-z]+")
LEADS = {"src", "href", "action", "formaction", "srcset", "poster", "data", "hx-get", "hx-post", "xlink:href"}
ELSEWHERE = ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "///elsewhere.example"]
NOT_PATHS = ["javascript:alert(1)", "http:elsewhere.example", "\thttps://elsewhere.example"]


def named(page: Page) -> str:
    return page.name + "/" + re.sub(r"[^a-z]+", "-", page.route)


def address(page: Page, client: object = SOME_ID) -> str:
    kinds = {"uuid": SOME_ID, "int": "1", "str": "2026-06-16", "slug": "word", "path": "word"}
    words = re.sub(r"<uuid:client>", str(client), page.route)
    return "/" + re.sub(r"<(\w+):\w+>", lambda found: kinds[found[1]], words)


class Markup(HTMLParser):
    """All that a strict policy would refuse, and all that leads to another site."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self._inside = tag
        names = dict(attrs)
        self.wrong += [
            f"<{tag} {name}>" for name in names if name == "style" or EVENT.fullmatch(name) or "hx-on" in name
        ]
        self.wrong += [f"<{tag}>"] if tag in {"style", "iframe", "object", "embed", "base"} else []
        self.wrong += ["<script> without src"] if tag == "script" and not names.get("src") else []
        for name in LEADS & set(names):
            lead = names[name] or ""
            if re.match(r"\s*([a-z][a-z0-9+.-]*:|//|\\)", lead, re.IGNORECASE):
                self.wrong.append(f"<{tag} {name}={lead}>")

    def handle_data(self, data):
        if self._inside == "script" and data.strip():
            self.wrong.append("words in <script>")

    def handle_endtag(self, _tag):
        self._inside = ""


def test_only_what_comes_before_unlocking_is_open_to_everybody():
    entrances = {one.name: one.route for one in PAGES if one.may is May.ENTER}
    signing = {name for name, route in entrances.items() if route.startswith("sign-in/")}
    assert set(entrances) - signing == {"unlock", "begin", "recover", "second-step-code", "demo"}
    assert {one.name for one in LINKS} == {"link", "whose"}


def test_at_ones_own_desk_signing_in_by_name_leads_to_the_passphrase(store):
    for one in PAGES:
        if one.route.startswith("sign-in/"):
            assert Browser().get(address(one))["Location"] == "/unlock/"


@pytest.mark.parametrize("page", LOCKED_DOORS, ids=named)
def test_while_it_is_locked_nobody_sees_or_sends_anything(home, page):
    for answer in (Browser().get(address(page)), Browser().post(address(page), {"anything": "x"})):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/unlock/")


@pytest.mark.parametrize("page", LOCKED_DOORS, ids=named)
def test_while_it_is_open_for_somebody_another_browser_is_refused(store, page):
    lines = models.AuditEvent.objects.count()
    for answer in (Browser().get(address(page)), Browser().post(address(page), {"anything": "x"})):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/unlock/")
    assert models.AuditEvent.objects.count() == lines


@pytest.mark.parametrize("page", OF_CLIENTS, ids=named)
@pytest.mark.parametrize("opened", [False, True])
def test_a_browser_that_was_not_handed_over_gets_back_what_it_sent_to_a_client_page_and_nothing_else(
    home, opened, page
):
    if opened:
        desk.unlock(PASSPHRASE)
        lines = models.AuditEvent.objects.count()
    for answer in (Browser().get(address(page)), Browser().post(address(page), {"anything": "what I wrote here"})):
        assert answer.status_code == 503
        assert "passphrase" not in answer.content.decode()
    assert "what I wrote here" in answer.content.decode()
    assert desk.is_open() is opened
    assert not opened or models.AuditEvent.objects.count() == lines


@pytest.mark.parametrize("page", OF_CLIENTS, ids=named)
def test_the_therapist_is_refused_on_every_page_of_a_client(browser, page):
    for answer in (browser.get(address(page)), browser.post(address(page), {"anything": "x"})):
        assert answer.status_code == 403


@pytest.mark.parametrize("page", LINKS, ids=named)
def test_a_link_opens_nothing_while_it_is_locked_or_where_it_is_none_of_ours(home, page):
    for opened in (False, True):
        if opened:
            desk.unlock(PASSPHRASE)
            lines = models.AuditEvent.objects.count()
        for answer in (Browser().get(address(page)), Browser().post(address(page), {"anything": "x"})):
            assert answer.status_code in {404, 405, 503} or answer.content == b"nobody"
    assert models.AuditEvent.objects.count() == lines


@pytest.mark.parametrize("page", LOCKED_DOORS, ids=named)
def test_without_javascript_or_with_it_the_refusal_leads_to_unlocking(home, page):
    answer = Browser(headers={"HX-Request": "true"}).get(address(page))
    assert answer["HX-Redirect"] == "/unlock/"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_form_of_another_site_changes_nothing(browser, page):
    strict = Browser(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    lines = models.AuditEvent.objects.count()
    for headers in ({}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}):
        answer = strict.post(address(page), {"passphrase": PASSPHRASE}, headers=headers)
        assert answer.status_code == 403
        assert "Nothing was changed" in answer.content.decode()
    assert models.AuditEvent.objects.count() == lines


def test_a_form_of_ours_is_taken(home):
    strict = Browser(enforce_csrf_checks=True)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', strict.get("/unlock/").content.decode())[1]
    answer = strict.post("/unlock/", {"passphrase": PASSPHRASE, "csrfmiddlewaretoken": token})
    assert answer.status_code == 302
    assert desk.is_open()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_page_comes_with_strict_headers_and_nothing_from_elsewhere(browser, new_client, page):
    answer = browser.get(address(page, new_client("heron").pk))
    assert answer.status_code < 500
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert {word for words in policy.values() for word in words.split()} <= {"'none'", "'self'", "data:"}
    assert "data:" not in policy["script-src"] + policy["style-src"]
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    if answer["Content-Type"].startswith("text/html"):
        assert Markup(answer.content.decode()).wrong == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_no_template_holds_what_the_policy_refuses(template):
    text = re.sub(r"{#.*?#}", "", template.read_text("utf-8"), flags=re.DOTALL)
    bare = re.sub(r"{[{%].*?[%}]}", "x", text, flags=re.DOTALL)
    assert Markup(bare).wrong == []
    assert not re.search(r"\bstyle\s*=|<style|\bjavascript:|https?://|\bhx-on", text)


def test_only_pictures_that_charts_drew_are_put_into_a_page_as_they_are():
    found = {
        (one.name, unescaped)
        for one in TEMPLATES
        for unescaped in re.findall(r"[\w.]+\s*\|\s*safe\b|autoescape", one.read_text("utf-8"))
    }
    assert found <= {
        ("client.html.j2", "figure.svg|safe"),
        ("client.html.j2", "sign|safe"),
        ("side_by_side_parts.j2", "one.svg|safe"),
    }


@pytest.mark.parametrize(
    ("markup", "wrong"),
    [
        ('<p style="color:red">', "<p style>"),
        ('<a onclick="x()">', "<a onclick>"),
        ("<script>x()</script>", "<script> without src"),
        ('<img src="https://elsewhere.example/x.png">', "<img src=https://elsewhere.example/x.png>"),
        ('<a href="//elsewhere.example">', "<a href=//elsewhere.example>"),
        ('<form action="javascript:x()">', "<form action=javascript:x()>"),
        ("<iframe>", "<iframe>"),
    ],
)
def test_the_search_finds_what_it_is_for(markup, wrong):
    assert wrong in Markup(markup).wrong


def test_the_session_cookie_is_kept_from_scripts_and_from_other_sites(browser):
    cookie = browser.cookies["reattune"]
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Strict"
    assert cookie["max-age"] == cookie["expires"] == ""
    form = Browser()
    form.get("/unlock/")
    assert form.cookies["reattune-form"]["httponly"] is True
    assert form.cookies["reattune-form"]["samesite"] == "Strict"


def test_a_session_of_before_the_last_unlocking_is_refused(browser):
    assert browser.get("/help/").status_code == 200
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert browser.get("/help/")["Location"] == "/unlock/?next=%2Fhelp%2F"


def test_a_session_from_before_unlocking_does_not_become_the_one_that_is_let_in(store):
    window = Browser()
    window.cookies["reattune"] = "a" * 32
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    assert window.cookies["reattune"].value != "a" * 32


def test_locking_in_one_window_locks_the_others(browser, store):
    other = Browser()
    other.post("/unlock/", {"passphrase": PASSPHRASE})
    assert browser.post("/lock/").status_code == 302
    assert not desk.is_open()
    assert other.get("/help/")["Location"].startswith("/unlock/")


@pytest.mark.parametrize("wanted", [*ELSEWHERE, *NOT_PATHS])
def test_unlocking_leads_only_to_pages_of_ours(home, wanted):
    answer = Browser().post("/unlock/", {"passphrase": PASSPHRASE}, query_params={"next": wanted})
    assert answer["Location"] == reverse("today")
    inside = Browser()
    inside.post("/unlock/", {"passphrase": PASSPHRASE})
    assert inside.get("/unlock/", {"next": wanted})["Location"] == reverse("today")


def test_unlocking_leads_back_to_where_one_was(home):
    wanted = Browser().get("/relationships/?show=all")["Location"]
    assert Browser().post(wanted, {"passphrase": PASSPHRASE})["Location"] == "/relationships/?show=all"


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "192.168.1.20", "0.0.0.0"])
def test_a_name_that_is_not_this_computers_own_is_refused(store, host):
    for path in ("/unlock/", "/api/v1/openapi.json"):
        assert Browser(raise_request_exception=False).get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8430", "localhost:8430"])
def test_this_computers_own_names_are_answered(store, host):
    assert Browser().get("/unlock/", headers={"Host": host}).status_code == 200


def test_files_for_the_browser_are_served_and_no_others(store):
    with closing(Browser().get("/static/desk.css")) as served:
        assert served.status_code == 200
        assert served["Content-Type"].startswith("text/css")
        assert served["X-Content-Type-Options"] == "nosniff"
    for path in ("settings.py", "../settings.py", "%2e%2e/settings.py", "..%2fsettings.py", "//etc/hostname"):
        assert Browser().get(f"/static/{path}").status_code == 404
    assert Browser().get("/practice.db").status_code == 404
