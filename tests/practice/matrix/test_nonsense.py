"""Every form sent with nonsense: a therapist and a client are answered in words, whatever comes, and never by a fault."""

import re
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

import pytest
from django.db import transaction
from django.urls import Resolver404, resolve
from tests.practice.conftest import CHEAP

from reattune.practice import models, scope
from reattune.practice import urls as _urls
from reattune.practice.door import PAGES
from reattune.practice.voices import own

assert _urls.urlpatterns
FAULT, CLOSED = 500, 503
ROW = re.compile(r"<\w+:(\w+)>")
FORM = "application/x-www-form-urlencoded"
FEWEST = 8
"""Pages at the least to which each has something to send."""
ELSEWHERE = "6f1c2d3e-0000-4000-8000-000000000000"
NONSENSE = {
    "nothing": "",
    "a word": "nonsense",
    "a row that is not there": ELSEWHERE,
    "a number too large": "9" * 40,
    "below nothing": "-1",
    "a day that is none": "2026-02-31",
    "the last day": "9999-12-31",
    "the first day": "0001-01-01",
    "an endless number": "NaN",
    "digits of elsewhere": "²٣",
    "very long": "x" * 30_000,
    "NUL": "a\0b",
    "markup": "<script>{{ 7 * 7 }}</script>\r\n\u202e",
}
BYTES = {"half a character": "%ED%A0%80%ff%fe"}
"""What no text can hold, as a program could send it."""
VALID = {"date": "2026-06-23", "number": "3", "time": "17:00", "datetime-local": "2026-06-23T17:00"}


class Forms(HTMLParser):
    """The forms of a page: where each leads, its fields with something plausible in them, and its buttons."""

    def __init__(self, path):
        super().__init__()
        self.path, self.found, self._chosen = path, [], ""

    def handle_starttag(self, tag, attrs):
        """Note one field."""
        given = dict(attrs)
        if tag == "form":
            self.found.append((given.get("action") or self.path, given.get("method", "get"), {}, []))
        if not self.found:
            return
        fields, buttons, name = *self.found[-1][2:], given.get("name")
        if tag == "option" and self._chosen:
            fields[self._chosen] = fields[self._chosen] or given.get("value", "")
        elif tag == "button" and name:
            buttons.append((name, given.get("value", "")))
        elif tag in {"input", "textarea", "select"} and name:
            self._chosen = name if tag == "select" else ""
            value = given.get("value") or VALID.get(given.get("type", ""), "" if tag == "select" else "a word")
            fields.setdefault(name, value)


def forms(window, path):
    """Return what a page's forms would send, as (address, fields), once for each of their buttons."""
    answer = window.get(path)
    if answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return []
    drawn = Forms(path)
    drawn.feed(answer.content.decode())
    return [
        (action, {**fields, name: value})
        for action, method, fields, buttons in drawn.found
        if method.lower() == "post"
        for name, value in (buttons or [("", "")])
    ]


def name_of(path):
    try:
        return resolve(path.partition("?")[0]).url_name
    except Resolver404:
        return None


def drawn(window, rows):
    """Return all that can be sent from any page that somebody may see, by the name of the page it is sent to."""
    found = {}
    for page in PAGES:
        with transaction.atomic():
            for action, fields in forms(window, "/" + ROW.sub(lambda word: str(rows[word[1]]), page.route)):
                sent = found.setdefault(name_of(action), [])
                if (action, fields) not in sent:
                    sent.append((action, fields))
            transaction.set_rollback(True)
    return found


def sent(window, path, content, kind=FORM):
    """Return the status of an answer, or the fault that it ended in; whatever was changed is taken back."""
    cookies = dict(window.cookies)
    try:
        with transaction.atomic():
            answer = window.post(path, content, content_type=kind)
            transaction.set_rollback(True)
    finally:
        window.cookies.update(cookies)
    return answer.status_code


def bodies(forms):
    """Yield (address, what was wrong, a form): each with all of it nonsense, then one field of a page after the other."""
    tried = set()
    written = {**{word: quote(value) for word, value in NONSENSE.items()}, **BYTES}
    names = sorted({name for _action, fields in forms for name in fields if name})
    for action, fields in forms:
        done, do = frozenset(fields), fields.get("do", "")
        if (done, do) in tried:
            continue
        chosen = urlencode({"do": do} if do else {})
        yield action, f"do={do} and no more", chosen
        for word, value in written.items():
            wild = "&".join(f"{quote(one)}={value}" for one in names if one != "do")
            yield action, f"do={do}, {word}", f"{chosen}&{wild}"
        for name in fields:
            if name in tried:
                continue
            others = urlencode({key: value for key, value in fields.items() if key != name})
            yield action, f"no {name}", others
            word = list(written)[len(tried) % len(written)]
            yield action, f"{name}: {word}", f"{others}&{quote(name)}={written[word]}"
            tried.add(name)
        tried.add((done, do))


@pytest.mark.parametrize("who", ["anna", "client", "handed", "open"])
def test_nonsense_is_answered_in_words(world, who, asking):
    window, found = world.window("handed" if who == "open" else who), []
    keep_open = opening(world, window) if who == "open" else lambda: None
    keep_open()
    forms = drawn(window, world.rows["anna"])
    assert len(forms) > FEWEST
    for name, each in forms.items():
        for action, wrong, content in bodies(each):
            keep_open()
            status = sent(window, action, content)
            if status >= FAULT and status != CLOSED:
                found.append(f"{name} {action} ({wrong}): {status}")
    assert not found, "\n".join(found)


def opening(world, window):
    """Give a client a key that opens; return what opens it in a browser, however it was shut there."""
    with scope.use(scope.EVERYONE):
        models.OwnKey.objects.all().delete()
        key, _code = own.make(world.clients["anna"], "words of my own", cost=CHEAP)
    session = window.session.session_key
    return lambda: own.hold(session, key)
