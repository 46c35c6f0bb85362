"""A transcript that is kept, as the library's records: its script as the file had it, and its turns with roles."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Any
from zoneinfo import ZoneInfo

from reattune.model import Role, Script, Source, Transcript
from reattune.practice import models
from reattune.practice.mapping.codec import dump, load
from reattune.reading.transcripts import roles

UTC = ZoneInfo("UTC")
Words = Mapping[str, Any]
"""The sealed words of a transcript, opened."""


def script_in(words: Words) -> Script:
    """Return the script as the file had it; of one kept without words, its lengths and times."""
    return load(Script, words["script"], UTC)


def with_script(words: Words, script: Script) -> dict[str, Any]:
    """Return words that hold this script."""
    return {**words, "script": dump(script), "labels": list(script.labels)}


def roles_in(words: Words) -> dict[str, Role]:
    """Return which label is whose, as far as a person has said it."""
    return {label: Role(role) for label, role in words.get("roles", {}).items()}


def corrections_in(words: Words) -> dict[int, Role]:
    """Return the entries, by number from 0, that are somebody else's after all."""
    return {int(number): Role(role) for number, role in words.get("corrections", {}).items()}


def source_of(heard: models.Heard, words: Words) -> Source:
    """Return where the figures of a transcript lead back to: its name, and its row here."""
    return Source(str(words.get("name", "")), str(heard.pk))


def transcript_of(heard: models.Heard, words: Words | None = None) -> Transcript:
    """Return a transcript that is kept as turns with roles.

    Args:
        heard: The row.
        words: Its words, where they were opened already.

    Returns:
        The turns; their quotes are substrings of the words that are kept.

    Raises:
        ReattuneError: Nobody has said yet who is who.
    """
    known = heard.words if words is None else words
    found = roles.transcript(script_in(known), roles_in(known), heard.day, corrections=corrections_in(known))
    came = known.get("known_at", "")
    return replace(
        found, source=source_of(heard, known), known_at=max(date.fromisoformat(came), heard.day) if came else None
    )


def entries_of(transcript: Transcript) -> tuple[range, ...]:
    """Return for each turn the numbers of the entries it was made of, from 0."""
    ends = list(accumulate(turn.messages for turn in transcript.turns))
    return tuple(range(end - turn.messages, end) for turn, end in zip(transcript.turns, ends, strict=True))


def missing_role(words: Words) -> Role | None:
    """Return which of the two nobody in the transcript was said to be; None where both are there."""
    there = {*roles_in(words).values(), *corrections_in(words).values()}
    return next((role for role in (Role.CLIENT, Role.THERAPIST) if role not in there), None)
