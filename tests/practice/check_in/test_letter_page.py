"""The page of the letter: one file that holds all it needs, nothing about the client, and reaches out to nothing."""

import base64
import hashlib
import json
import re

import pytest

from reattune import language
from reattune.practice.check_in import letter, letter_page, wording
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import keep

pytestmark = pytest.mark.usefixtures("asking")


@pytest.fixture
def page(new_client) -> str:
    return letter_page.page(new_client("heron"), When.AFTER, "en")


def data(page: str) -> dict[str, object]:
    return json.loads(re.search(r'id="letter">(.*?)</script>', page, re.DOTALL)[1])


def test_it_says_who_reads_it_when_and_where_to_turn(page):
    foot = page[page.index("<footer>") :]
    for words in ("On working days, before six.", "Call 111", "The register of therapists."):
        assert words in foot
    assert "Your therapist alone" in data(page)["texts"]["who"]


def test_it_names_nobody(new_client):
    heron = new_client("a codename of mine")
    page = letter_page.page(heron, When.AFTER, "en")
    assert "codename of mine" not in page
    assert str(heron.pk) not in page
    assert heron.pk.hex not in page
    assert data(page)["to"] == letter.token(heron)


def test_it_holds_the_public_key_and_nothing_that_opens(page):
    assert base64.b64decode(data(page)["key"]) == letter.public()
    assert "private" not in json.dumps(data(page))


def test_its_own_policy_lets_in_its_own_script_and_nothing_else(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#x27;", "'")
    parts = dict(one.strip().split(" ", 1) for one in policy.split(";"))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    for kind, tag in (("script-src", "script"), ("style-src", "style")):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert parts[kind] == f"'sha256-{digest}'"
    assert set(parts) == {"default-src", "script-src", "style-src", "base-uri", "form-action"}


def test_nothing_in_it_leads_elsewhere(page):
    assert not re.search(r"https?:|//[a-z]|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|\b(src|href)=", page)


def test_words_of_the_practice_cannot_break_out_of_it(new_client):
    keep(safety="</footer><script>alert(1)</script>", read_when="<b>soon</b>")
    items = ("</script><script>alert(2)</script>", *"bcdefg")
    wording.word("gad-7", wording.Wording("", items, (), True, ("after",)))
    page = letter_page.page(new_client("heron"), When.AFTER, "en")
    assert "alert(1)</script>" not in page
    assert "alert(2)</script>" not in page
    assert page.count("<script") == 2
    assert data(page)["forms"][0]["items"][0]["words"] == items[0]


def test_it_asks_what_the_practice_asks(new_client):
    wording.ask(When.BEFORE, ["felt_good"])
    found = data(letter_page.page(new_client("heron"), When.BEFORE, "en"))
    assert [one["id"] for one in found["questions"]] == ["felt_good"]
    assert found["when"] == "before"
    assert [one[0] for one in found["shares"]] == ["only_me", "now", "raise_for_me", "after_ending"]


def test_every_text_that_the_script_says_is_there(page):
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    said = set(re.findall(r"\bwords\.(\w+)", script)) - {"replace"}
    assert said == set(data(page)["texts"])


def test_it_speaks_the_language_that_was_chosen(new_client):
    with language.use("de") as code:
        page = letter_page.page(new_client("heron"), When.AFTER, code)
    assert '<html lang="de"' in page
