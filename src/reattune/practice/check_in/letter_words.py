"""What a letter says, read with care: whoever has the page can write into a letter whatever they like."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share
from reattune.practice.check_in import asked, wording
from reattune.practice.check_in.asked import Question, When
from reattune.practice.check_in.letter import LetterError
from reattune.practice.models.voice import SHARED
from reattune.practice.typed import as_day
from reattune.practice.voices.kinds import Kind

VERSION = 1
SENDING = re.compile(r"[0-9a-f]{32}")
MOST = 64
"""Answers and forms that are looked at; a check-in has a handful."""
LONGEST_TEXT = 8_000
SENT = frozenset({*SHARED, Share.AFTER_ENDING.value})
"""What may stand in a letter; what is only the client's is never in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a letter says: its kind and words, and who may read it."""

    kind: Kind
    words: Mapping[str, Any]
    share: Share


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says; `left_out` counts what was shared in it and is not asked here."""

    sending: str
    """The letter's own number, made on the phone; a letter is taken in once."""
    to: str
    day: date | None
    """The day as the phone has it, None where that is none."""
    said: tuple[Said, ...]
    left_out: int


def read(plain: bytes) -> Words:
    """Read what stands in a letter.

    Args:
        plain: Its words, opened.

    Returns:
        What can be meant. What cannot is left out, counted only where it was shared: of the rest not even that.

    Raises:
        LetterError: It is not written as a letter is.
    """
    try:
        content = json.loads(plain)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise _unreadable()
    sending, when = content.get("sending"), content.get("when")
    if not (isinstance(sending, str) and SENDING.fullmatch(sending)) or when not in tuple(When):
        raise _unreadable()
    found, left_out = _all(content, When(when))
    return Words(sending, str(content.get("to")), as_day(str(content.get("day"))), found, left_out)


def _unreadable() -> LetterError:
    return LetterError(
        _("This letter opens, but is not written as letters are here; make a new page for it. Nothing was kept.")
    )


def _all(content: Mapping[str, Any], when: When) -> tuple[tuple[Said, ...], int]:
    found: dict[tuple[Kind, str], Said] = {}
    left_out = 0
    for name, kind, reader in (("answers", Kind.ANSWER, answer), ("forms", Kind.RATING, _rating)):
        rows = content.get(name)
        for row in rows[:MOST] if isinstance(rows, list) else ():
            share = row.get("share") if isinstance(row, dict) else None
            if not isinstance(share, str) or share not in SENT:
                continue
            words = reader(row, when)
            if words:
                key = (kind, str(words.get("question") or words.get("instrument")))
                found.setdefault(key, Said(kind, words, Share(share)))
            elif words is None and share in SHARED:
                left_out += 1
    return tuple(found.values()), left_out


def answer(row: Mapping[str, Any], when: When) -> dict[str, Any] | None:
    """Return the words of an answer to one of the four questions, as they are said (`Kind.ANSWER`).

    Args:
        row: `question`, and any of `choice`, `text`, `closeness`, `leading` and `colour`.
        when: Before or after a session.

    Returns:
        The words; an empty object where nothing was answered, None where it is no answer to a question here.
    """
    question = next((one for one in asked.questions(when) if one.id == row.get("question")), None)
    choice, text = row.get("choice") or "", row.get("text") or ""
    if question is None or not _is_offered(choice, question):
        return None
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        return None
    # Cut between the two halves of a sign, as a phone may do it, a text cannot be written.
    text = text.encode("utf-8", "replace").decode().strip()
    shown: dict[str, Any] = {}
    for name, values in (("closeness", asked.CLOSENESS), ("leading", asked.LEADING), ("colour", asked.COLOURS)):
        value = row.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, bool | float) or value not in values:
            return None
        shown[name] = value
    if not (choice or text or shown):
        return {}
    if not (choice or text):
        # Whoever shows it by a place or a colour has answered, without words.
        choice = asked.WORDLESS
    return {"question": question.id, "choice": choice, "text": text, **shown, "when": when.value}


def _is_offered(choice: object, question: Question) -> bool:
    return choice in ("", *(one.value for one in question.choices))


def _rating(row: Mapping[str, Any], when: When) -> dict[str, Any] | None:
    form, items = wording.find(str(row.get("instrument"))), row.get("items")
    if form is None or not isinstance(items, list) or any(type(one) not in (int, type(None)) for one in items):
        return None
    try:
        return wording.answered(form, items, when) or {}
    except ReattuneError:
        return None
