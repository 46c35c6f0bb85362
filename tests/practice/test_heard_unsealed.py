"""Of a transcript no word lies anywhere unsealed: not in a column, a session, a job, the audit, an address or a title."""

import hashlib
import html
import json
import re
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from reattune.model import Role
from reattune.practice import consent, jobs, models
from reattune.practice.heard import bringing, speakers, wordless
from reattune.practice.heard.opened import open_up
from reattune.speech.moments import moments

DAY = date(2026, 6, 2)
SAID = (
    ("Quillfeather", "What was it like when we stopped last time?"),
    ("Zyxwren", "Fine."),
    ("Quillfeather", "I wonder whether something I said did not sit well with you?"),
    ("Zyxwren", "You are not listening to me at all, the marmalade is none of your business."),
    ("Quillfeather", "I am sorry, I missed what mattered there."),
    ("Zyxwren", "Yes, exactly that, you have got it."),
)
WORDS = ("marmalade", "listening to me", "Zyxwren", "Quillfeather", "stopped last time", "Fine.")


def vtt(lines=SAID):
    made = ["WEBVTT", ""]
    for at, (who, text) in enumerate(lines):
        made += [f"00:{at:02}:00.000 --> 00:{at:02}:40.000", f"{who}: {text}", ""]
    return "\n".join(made).encode()


def cells():
    """Yield every cell of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for cell in row:
                    raw = bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                    yield table, raw.decode("utf-8", "replace")
    for one in Session.objects.all():
        yield "session", json.dumps(one.get_decoded(), ensure_ascii=False)


def digests():
    """Return digests that somebody could work out who guesses what was said."""
    guesses = [text for _who, text in SAID] + [who for who, _text in SAID] + [vtt().decode()]
    return {hashlib.new(kind, one.encode()).hexdigest()[:16] for kind in ("sha256", "sha1", "md5") for one in guesses}


def unsealed():
    found = [(table, word) for table, cell in cells() for word in WORDS if word in cell]
    return found + [(table, one) for table, cell in cells() for one in digests() if one in cell]


@pytest.fixture
def heron(new_client):
    client = new_client("heron")
    consent.write(client, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    return client


def addresses(answer):
    return [answer.headers.get("Location", ""), *re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode())]


def calm(answer):
    """Assert that neither the addresses nor the title of a page say anything of what was said."""
    title = "".join(re.findall(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL))
    told = html.unescape("\n".join((*addresses(answer), title)))
    assert not [word for word in (*WORDS, *digests()) if word in told]
    assert answer.headers["Cache-Control"] == "no-store"
    return answer


def test_from_the_file_to_a_record_no_word_is_left_lying(browser, heron):
    where = f"/r/{heron.pk}/heard/"
    file = SimpleUploadedFile("2026-06-02 Zyxwren.vtt", vtt())
    calm(browser.post(where, {"file": file, "keep": "words"}))
    row = models.Heard.objects.get()
    own = f"{where}{row.pk}/"
    for address in (where, f"{own}who/", f"{own}out/"):
        assert calm(browser.get(address)).status_code == 200
    calm(browser.post(f"{own}who/", {"role-0": "therapist", "role-1": "client"}))
    jobs.run_pending()
    found = moments(open_up(models.Heard.objects.get()).reading)
    directed = [one for one in found if one.direction is not None]
    assert directed
    for one in directed:
        calm(browser.post(f"{own}answer/", {"moment": one.id, "said": "no"}))
        calm(browser.post(f"{own}take-up/", {"moment": one.id}))
    calm(browser.post(f"{own}turn/", {"entry": "1", "role": "other", "turn": "1"}))
    calm(browser.post(f"{own}swap/"))
    # Some of these say on the next page what was done; it lies in the session until then.
    assert models.Answer.objects.exists()
    assert unsealed() == []
    assert calm(browser.get(own)).status_code == 200
    jobs.run_pending()
    assert unsealed() == []


def test_what_could_not_be_read_is_said_on_the_page_and_kept_nowhere(browser, heron):
    content = vtt().replace(b"WEBVTT", b"").replace(b"-->", b"to")
    answer = calm(browser.post(f"/r/{heron.pk}/heard/", {"file": SimpleUploadedFile("Zyxwren.png", content)}))
    assert answer.status_code == 400
    assert unsealed() == []


def test_without_words_not_even_what_is_sealed_holds_one(heron):
    lines = "\n\n".join(f"{who} {at}: {text}" for at, (who, text) in enumerate(SAID * 5, 1))
    for name, content in (("a.txt", lines.encode()), ("b.vtt", b"WEBVTT created by Zyxwren" + vtt()[6:])):
        found = bringing.bring(heron, name, content, day=DAY, wordless=True)
        roles = {one: Role.CLIENT if one.startswith("Zyx") else Role.THERAPIST for one in found.script.labels}
        speakers.confirm(found.heard, roles)
    jobs.run_pending()
    for row in models.Heard.objects.all():
        plain = json.dumps(row.words, ensure_ascii=False)
        assert not [word for word in (*WORDS, *digests()) if word in plain]
        texts = {cue["text"] for cue in row.words["script"]["cues"]}
        assert {letter for text in texts for letter in text} <= {wordless.MARK, wordless.ASKED, " "}
    assert unsealed() == []
