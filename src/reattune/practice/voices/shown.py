"""What a client said, as it is shown to them: its day, what it is, its words, and who may read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects

from reattune.instruments import shipped
from reattune.language import _
from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in.asked import When, questions
from reattune.practice.check_in.reaching import placed
from reattune.practice.voices.kinds import Kind, name_of
from reattune.practice.voices.own import Own
from reattune.practice.voices.saying import words_for_author
from reattune.repair.movement import Felt

PRIVATE = "private"
"""Among the words of a note: that it stands on the private page, and there alone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing said; `lead` is what was asked or tapped, `readers` who may read it, in a sentence.

    `answers` is what the therapist wrote back, each with its day.
    """

    id: UUID
    day: date
    kind: str
    lead: str
    text: str
    share: str
    readers: str
    is_private: bool
    answers: tuple[tuple[date, str], ...]


def shown(rows: Iterable[models.Said], key: Own | None) -> list[Shown]:
    """Return what can be shown to its author; what only their own key opens is left out while that is shut.

    Args:
        rows: Of one client, in the order to show.
        key: Their own key, where it is open.
    """
    rows = list(rows)
    prefetch_related_objects(rows, Prefetch("replies", models.Reply.every.all()))
    return [_one(row, found) for row in rows if (found := words_for_author(row, key)) is not None]


def readers(share: Share) -> str:
    """Return who may read something, in a sentence said to its author."""
    return {
        Share.ONLY_ME: _("Only you can read this."),
        Share.NOW: _("Your therapist can read this."),
        Share.RAISE_FOR_ME: _("Your therapist can read this, and is asked to raise it."),
        Share.AFTER_ENDING: _(
            "Your therapist can read this after you have ended, two weeks from when that was written down, and not "
            "before."
        ),
    }[share]


def felt_words(felt: Felt) -> str:
    """Return how a moment felt, as a client says it."""
    return {
        Felt.MET: _("I felt met"),
        Felt.OFF: _("Something felt off"),
        Felt.UNSURE: _("I am not sure"),
    }[felt]


def _one(row: models.Said, said: Mapping[str, Any]) -> Shown:
    kind, share = Kind(row.kind), Share(row.share)
    return Shown(
        id=row.pk,
        day=row.day,
        kind=name_of(kind),
        lead=_lead(kind, said),
        text=str(said.get("text", "")),
        share=share.value,
        readers=readers(share),
        is_private=bool(said.get(PRIVATE)),
        answers=tuple((one.day, str(one.words.get("text", ""))) for one in row.replies.all()),
    )


def _lead(kind: Kind, said: Mapping[str, Any]) -> str:
    if kind is Kind.ANSWER:
        return _answer(said)
    if kind is Kind.RATING:
        known = shipped().get(str(said.get("instrument", "")))
        return known.name if known else ""
    if kind is Kind.CORRECTION:
        return str(said.get("what", ""))
    if kind is Kind.MOMENT and said.get("felt") in list(Felt):
        return felt_words(Felt(said["felt"]))
    return ""


def _answer(said: Mapping[str, Any]) -> str:
    """Return a question of a check-in with what was tapped, and what was shown without words."""
    when = When.BEFORE if said.get("when") == When.BEFORE.value else When.AFTER
    asked = next((one for one in questions(when) if one.id == said.get("question")), None)
    if asked is None:
        return ""
    tapped = next((one.words for one in asked.choices if one.value == said.get("choice")), "")
    return " · ".join((f"{asked.words} {tapped}".strip(), *placed(said)))
