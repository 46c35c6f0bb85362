"""The one-page document for supervision, as data: what stands on it, in which order, and nothing else."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from reattune.language import _


class Part(StrEnum):
    """The parts of a sheet between the question and the blank lines, in their order."""

    EVIDENCE = "evidence"
    CLIENT = "client"
    RIVALS = "rivals"
    TRIED = "tried"
    MINE = "mine"


def heading(part: Part) -> str:
    """Return the heading over a part, as the therapist would write it."""
    return {
        Part.EVIDENCE: _("What there was"),
        Part.CLIENT: _("In my client’s words"),
        Part.RIVALS: _("What else it could be"),
        Part.TRIED: _("What was tried"),
        Part.MINE: _("My part"),
    }[part]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a sheet; `ref` says where it came from, and is on no paper."""

    ref: str
    part: Part
    text: str
    label: str = ""
    """What was asked, such as "What was hoped for"."""
    when: str = ""
    """By sessions, never by days."""
    quote: bool = False
    """Whether these are words that somebody wrote."""
    changed: bool = False
    """Whether a client's words were changed, which the paper then says."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is brought to supervision: a question first, then what goes along."""

    name: str
    """What the client is called here: a letter, or another codename."""
    question: str
    readers: str
    """Who may see it."""
    language: str
    items: tuple[Item, ...] = ()

    def parts(self) -> tuple[tuple[str, str, tuple[Item, ...]], ...]:
        """Return the parts that hold something: their word, their heading, and what they hold."""
        found = ((part, tuple(one for one in self.items if one.part is part)) for part in Part)
        return tuple((part.value, heading(part), items) for part, items in found if items)

    def as_dict(self) -> dict[str, Any]:
        """Return the sheet as JSON values."""
        return {**asdict(self), "items": [asdict(one) for one in self.items]}

    @property
    def digest(self) -> str:
        """A digest of all that stands on it, so that what is brought is what was looked at."""
        return hashlib.sha256(json.dumps(self.as_dict(), sort_keys=True).encode()).hexdigest()


def from_dict(given: Mapping[str, Any]) -> Sheet:
    """Return the sheet that `as_dict` gave."""
    items = tuple(Item(**{**one, "part": Part(one["part"])}) for one in given["items"])
    return Sheet(given["name"], given["question"], given["readers"], given["language"], items)


def only(sheet: Sheet, keep: Callable[[Item], bool]) -> Sheet:
    """Return a sheet with those of its things that `keep` agrees to."""
    return replace(sheet, items=tuple(filter(keep, sheet.items)))


def title(name: str) -> str:
    """Return the title of a sheet."""
    return _("For supervision: {name}").format(name=name)


def about(readers: str) -> tuple[str, ...]:
    """Return what stands under the title: who may see it, and what it is not."""
    return (
        _("May be seen by: {readers}.").format(readers=readers.rstrip(".")),
        _("One therapist’s notes to think with, under another name and without dates; no part of the record."),
    )


def item_lead(item: Item) -> str:
    """Return what stands before the words of a thing: when it was and what was asked; "" for neither."""
    return joined((item.when, item.label, _("changed so that nobody is named") if item.changed else ""))


def joined(words: Iterable[str]) -> str:
    """Return words side by side, those left out that are empty."""
    return " · ".join(one for one in words if one)
