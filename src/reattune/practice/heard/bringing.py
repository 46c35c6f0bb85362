"""A transcript brought to the desk: looked at, bounded, known again, and kept sealed, with its words or without."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Script
from reattune.practice import auditing, clock, keys, models
from reattune.practice.heard import figures
from reattune.practice.heard.allowed import is_agreed
from reattune.practice.heard.opened import forget
from reattune.practice.heard.transcript import with_script
from reattune.practice.heard.wordless import without_words
from reattune.practice.importing.held import plain_name
from reattune.practice.keeping import kept
from reattune.reading.transcripts.known import read_bytes
from reattune.reading.transcripts.sessions import day_of

LARGEST = 25 * 2**20
MOST = 20_000
"""Entries of one transcript: more than ten hours of talk, and as many as a page can wait for."""
WHAT = "transcript"
MOST_LINES = 20 * MOST
JSON = re.compile(rb"[\xef\xbb\xbf\s]{0,64}[\[{]\s{0,64}[\[{\"]")
LINES = (b"\n", b"\r", b"\\par")
"""How a line ends, and a paragraph of rich text."""
ARROW = b"-->"
"""Stands once in each entry of the commonest formats: what is far too long is known before it is read."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a file: its row, its script with every word, and whether the same was here before."""

    heard: models.Heard
    script: Script
    before: bool


def bring(
    client: models.Client,
    name: str,
    content: bytes,
    *,
    day: date | None = None,
    wordless: bool = False,
    more: Mapping[str, Any] | None = None,
) -> Brought:
    """Keep a transcript; nothing of it is read until a person has said who is who.

    Args:
        client: Whose session it was.
        name: The file's name.
        content: All of it.
        day: The session's day; taken from the beginning of the name where None.
        wordless: Whether only lengths and times are kept: then no word is written anywhere.
        more: Further words to keep with it.

    Returns:
        The row, new, or the one of the same file that was brought before.

    Raises:
        ReattuneError: It was not agreed to, the day is missing, or the file is empty, too large or no transcript.
    """
    if not is_agreed(client):
        raise ReattuneError(_("Talk about it first: transcripts are kept only where you two have agreed to it."))
    shown, today = plain_name(name), clock.today(kept().zone)
    script = _read(content, shown)
    before = _known(client, content)
    if before is not None:
        return Brought(before, script, before=True)
    when = day or day_of(shown)
    if when is None:
        raise ReattuneError(_("On which day was this session? Give its day, and bring the file again."))
    if when > today:
        raise ReattuneError(_("That day has not come yet; give the day on which the session was."))
    heard = models.Heard(client=client, day=when, digest=digest_of(client, content), wordless=wordless)
    heard.words = with_script(
        {
            "name": shown,
            "format": script.format,
            **({} if wordless else {"tool": script.tool}),
            "sha256": "" if wordless else script.sha256,
            "known_at": today.isoformat(),
            **(more or {}),
        },
        without_words(script) if wordless else script,
    )
    if not wordless:
        heard.body = keys.sealer(client.pk).seal(content, _about(heard))
    with transaction.atomic():
        # The same file from two windows: the second waits here, and finds the first.
        list(models.Client.objects.select_for_update().filter(pk=client.pk).values_list("pk"))
        before = _known(client, content)
        if before is not None:
            return Brought(before, script, before=True)
        heard.save(force_insert=True)
        auditing.record(auditing.Action.IMPORTED, client.pk, WHAT, "therapy")
    return Brought(heard, script, before=False)


def original(heard: models.Heard) -> bytes | None:
    """Return the file as it came; None where its words were not kept."""
    if heard.body is None:
        return None
    return keys.sealer(heard.client_id).open(bytes(heard.body), _about(heard))


def take_out(heard: models.Heard) -> None:
    """Take a transcript out for good: its file, its words, its figures, and what was made of its moments."""
    with transaction.atomic():
        client, known = heard.client, heard.pk
        heard.delete()
        auditing.record(auditing.Action.ERASED, client.pk, WHAT, "therapy")
        figures.changed(client)
    forget(known)


def digest_of(client: models.Client, content: bytes) -> str:
    """Return what a file is known by when it comes again; for another client it is another file."""
    return keys.vault().digest("heard", f"{hashlib.sha256(content).hexdigest()}|{client.pk}")


def _known(client: models.Client, content: bytes) -> models.Heard | None:
    found: models.Heard | None = client.heard.filter(digest=digest_of(client, content)).defer("body").first()
    return found


def _read(content: bytes, name: str) -> Script:
    if not content:
        raise ReattuneError(_("{file} is empty; export it again.").format(file=name))
    if len(content) > LARGEST:
        raise ReattuneError(_("{file} is larger than 25 MB; split it, or export the text alone.").format(file=name))
    if content.count(ARROW) > 2 * MOST or _has_far_too_many_lines(content):
        raise _too_long(name)
    script = read_bytes(content, name)
    if len(script.cues) > MOST:
        raise _too_long(name)
    if not any(cue.text.strip() for cue in script.cues):
        raise ReattuneError(_("In {file} nothing is said; see whether it is the right file.").format(file=name))
    return script


def _has_far_too_many_lines(content: bytes) -> bool:
    """Say so of text and rich text, which is read line by line; a service's JSON has a line for each of its signs."""
    return JSON.match(content) is None and max(map(content.count, LINES)) > MOST_LINES


def _too_long(name: str) -> ReattuneError:
    message = _("{file} is too long: it has more than {most} entries. Split it, a session a file.")
    return ReattuneError(message.format(file=name, most=f"{MOST:,}".replace(",", " ")))


def _about(heard: models.Heard) -> str:
    return f"practice.heard:{heard.pk}:body"
