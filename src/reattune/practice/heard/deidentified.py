"""A transcript of the store with names, places, dates and numbers replaced: looked over first, then handed out."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Transcript
from reattune.practice import auditing, consent, models
from reattune.practice.heard import allowed
from reattune.practice.heard.transcript import missing_role, transcript_of
from reattune.practice.importing.linking import label_of
from reattune.speech.deidentify.document import as_document
from reattune.speech.deidentify.finding import Found, find
from reattune.speech.deidentify.known import Known, spoken
from reattune.speech.deidentify.masking import Entry, Masked, entries, masked
from reattune.speech.deidentify.naming import plain

WHAT, PURPOSE = "transcript", "supervision"
MOST_ENTRIES = 6000
"""Entries of a transcript that are looked through for a page; about ten sessions of an hour."""
MOST_WORDS, LONGEST_WORD = 200, 80
"""How many words a person may add, and how long each is."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person decided: words that are kept, words that are added, and other words by the key of an entry."""

    keep: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    changed: Mapping[str, str] = field(default_factory=dict)

    def as_text(self) -> str:
        """Return it as one value of a form."""
        return json.dumps([self.keep, self.also, dict(self.changed)], ensure_ascii=False)


@dataclass(frozen=True)
class Looked:
    """A transcript that was looked through: all that was found, and what of it is left after what was decided."""

    transcript: Transcript
    all: Found
    left: Found
    chosen: Chosen

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All that was found, what is kept as well, so that it can be decided anew."""
        return entries(self.transcript, self.all, {})

    @cached_property
    def masked(self) -> Masked:
        """The transcript as it may leave."""
        return masked(self.transcript, self.left, self.chosen.changed)

    @cached_property
    def shown(self) -> Mapping[str, str]:
        """What stands in place of each entry that is replaced, by key."""
        return {one.key: one.replacement for one in entries(self.transcript, self.left, self.chosen.changed)}

    def is_kept(self, entry: Entry) -> bool:
        """Say whether a person keeps an entry."""
        kept = {plain(one) for one in self.chosen.keep}
        return all(plain(form) in kept for form in entry.forms)

    @property
    def digest(self) -> str:
        """A digest of all that would leave, so that what leaves is what was read."""
        return hashlib.sha256(json.dumps(as_document(self.masked, ""), sort_keys=True).encode()).hexdigest()


def why_not(row: models.Heard) -> str:
    """Return why a transcript cannot be looked through, in a sentence; "" where it can."""
    if not allowed.is_agreed(row.client):
        return _("Transcripts of this client are not read: it was not agreed to, or not any more.")
    if row.wordless:
        return _("Of this session no words were kept, so there is nothing to take names out of.")
    if row.confirmed is None:
        return _("Nobody has said yet who is who; say so first.")
    words = row.words
    if missing_role(words) is not None:
        return _("Say who the two of you are first.")
    if len(words["script"]["cues"]) > MOST_ENTRIES:
        message = _(
            "This transcript has more than {n} entries, too many for a page; split the file, or use the terminal."
        )
        return message.format(n=MOST_ENTRIES)
    return ""


def may_leave(client: models.Client) -> bool:
    """Say whether a client agreed that their words go to supervision."""
    return consent.is_given(client, consent.Purpose.SUPERVISION)


def look(row: models.Heard, chosen: Chosen) -> Looked:
    """Return a transcript looked through.

    Args:
        row: The transcript; `why_not` says nothing against it.
        chosen: What a person decided.
    """
    transcript = transcript_of(row)
    known = _known(row.client, transcript)
    every = find(transcript, also=chosen.also, known=known)
    left = find(transcript, also=chosen.also, keep=chosen.keep, known=known) if chosen.keep else every
    return Looked(transcript, every, left, chosen)


def _known(client: models.Client, transcript: Transcript) -> tuple[Known, ...]:
    """Return the names under which the client is known here besides."""
    labels = [label_of(one) for one in models.Label.objects.filter(client=client)]
    theirs = list(dict.fromkeys(turn.label for turn in transcript.turns if turn.role is Role.CLIENT))
    key = f"{Role.CLIENT.value}:{plain(theirs[0])}" if len(theirs) == 1 else f"{Role.CLIENT.value}:"
    return spoken((one, Role.CLIENT, key) for one in (client.codename, *labels) if one)


def added(text: str) -> tuple[str, ...]:
    """Return words that a person typed to be found everywhere: one name or phrase a line.

    Args:
        text: As it was typed.

    Raises:
        ReattuneError: There are far too many, or one is too long.
    """
    found = tuple(dict.fromkeys(line for line in (" ".join(one.split()) for one in text.splitlines()) if line))
    if len(found) > MOST_WORDS:
        raise ReattuneError(_("At most {n} words can be added; take some out.").format(n=MOST_WORDS))
    long = next((one for one in found if len(one) > LONGEST_WORD), None)
    if long is not None:
        message = _("“{words}…” is longer than {n} characters; put one name or phrase on each line.")
        raise ReattuneError(message.format(words=long[:20], n=LONGEST_WORD))
    return found


def unpacked(text: str) -> Chosen:
    """Return what a person decided, as one value of a form has it; nothing decided where it has nothing of the kind."""
    try:
        keep, also, changed = json.loads(text)
        return Chosen(_texts(keep), _texts(also), {str(key): str(words) for key, words in dict(changed).items()})
    except (ValueError, TypeError, RecursionError):
        return Chosen()


def _texts(given: Any) -> tuple[str, ...]:
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, Sequence) else ()


def record(row: models.Heard) -> None:
    """Write down that a transcript was handed out."""
    auditing.record(auditing.Action.EXPORTED, row.client_id, WHAT, PURPOSE)
