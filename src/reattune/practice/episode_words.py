"""The words of the repair record's page: its choices, its folded sections, its questions, and two texts told apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from reattune.charts import day as day_words
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice.episode_form import LATER, MONTH, WEEK
from reattune.practice.episodes import Difference
from reattune.practice.keeping import kept
from reattune.practice.typed import as_day
from reattune.repair import movement, packs, steps, strategies
from reattune.repair.movement import Movement, Noticer, Place, With
from reattune.repair.reader import Reader, sentence
from reattune.repair.steps import Step
from reattune.repair.strategies import Strategy

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "where": ("place", "noticer"),
    "movement": ("movement",),
    "wishes": ("wish", "expected", "actual", "response"),
    "positions": ("closeness", "closeness_number", "leading", "leading_number"),
    "tried": ("tried",),
    "now": ("now", "view"),
    "steps": tuple(f"step_{one.value}" for one in Step),
    "holding": ("hold", "not_yet"),
    "supervision": ("question",),
    "kept": ("kept_words",),
    "mended": ("mended_therapist",),
    "similar": ("similar",),
}
"""The folded sections and the fields that keep each open once something was said in them."""
ORDINARY_PACK = "integrative"
ASKED = {
    "text": packs.Slot.HAPPENED,
    "my_part": packs.Slot.MY_PART,
    "wish": packs.Slot.WISH,
    "expected": packs.Slot.EXPECTED,
    "actual": packs.Slot.ACTUAL,
    "response": packs.Slot.RESPONSE,
    "now": packs.Slot.NOW,
    "question": packs.Slot.SUPERVISION,
}
"""The boxes that the wording packs ask about."""


def sections_of(troubles: Mapping[str, str]) -> frozenset[str]:
    """Return the sections in which something is to be put right."""
    back = {name: question for question, name in LATER.items()} | {"day": "place"}
    wanted = {back.get(name, name) for name in troubles}
    return frozenset(section for section, names in SECTIONS.items() if wanted & set(names))


def choices(today: date, next_session: date | None) -> dict[str, Any]:
    """Return all that can be chosen on the page, each value with its words."""
    return {
        "places": _named(Place),
        "roles": _named(With),
        "movements": _named(Movement),
        "noticers": _named(Noticer),
        "views": [(str(number), words) for number, words in enumerate(_views())],
        "untils": _untils(today, next_session),
        "kinds": [(strategies.kind_words(one), one) for one in strategies.Kind],
        "strategy": strategies,
        "steps": [(one.value, steps.words(one), steps.hint(one)) for one in Step],
        "positions": [
            ("closeness", _("Near and far"), _("distant"), _("close")),
            ("leading", _("Leading and following"), _("following"), _("leading")),
        ],
        "readers": sentence(Reader.THERAPIST),
        "supervisor_reads": sentence(Reader.SUPERVISOR),
    }


def _named(members: type[Place] | type[With] | type[Movement] | type[Noticer]) -> list[tuple[str, str]]:
    return [(one.value, movement.words(one)) for one in members]


def _views() -> tuple[str, ...]:
    return (_("not yet"), _("a little"), _("in part"), _("mostly"), _("as far as it needs, for now"))


def _untils(today: date, next_session: date | None) -> list[tuple[str, str]]:
    found = [("", _("no day"))]
    if next_session is not None:
        found.append(("session", _("the next session ({day})").format(day=day_words(next_session))))
    return [
        *found,
        ("week", _("in a week ({day})").format(day=day_words(today + WEEK))),
        ("month", _("in a month ({day})").format(day=day_words(today + MONTH))),
        ("day", _("on this day:")),
    ]


def curious() -> dict[str, tuple[str, ...]]:
    """Return the questions of the practice's wording pack, by slot."""
    settings = kept()
    try:
        pack = packs.pack(settings.pack, settings.language)
    except ReattuneError:
        pack = packs.pack(ORDINARY_PACK, settings.language)
    return {slot.value: pack.of(slot) for slot in packs.Slot}


def step_day(typed: str) -> str:
    """Return the day of a step in words, or as it was typed where it is none."""
    found = as_day(typed)
    return typed if found is None else day_words(found)


@dataclass(frozen=True, slots=True)
class Told:
    """One field of which there are two texts, in words."""

    name: str
    label: str
    kept: str
    aside: str
    joins: bool


def told(one: Difference) -> Told:
    """Return a difference in words."""
    return Told(one.name, _label(one.name), _said(one.name, one.kept), _said(one.name, one.aside), one.joins)


def _label(name: str) -> str:
    known = {
        "day": _("Day"),
        "place": _("Where"),
        "with_whom": _("With whom"),
        "movement": _("Which way it moved"),
        "closeness": _("Near and far"),
        "leading": _("Leading and following"),
        "noticer": _("Who noticed"),
        "tried": _("What was tried"),
        "view": _("How far it seems talked through, to me"),
        "steps": _("Steps"),
        "hold_until": _("Hold open until"),
        "not_yet_until": _("Not yet, until"),
        "closed": _("Put away"),
        "similar": _("Similar to"),
        "kept_words": _("Words to keep in view"),
        "mended_therapist": _("Mended, for me"),
    }
    return packs.words(ASKED[name]) if name in ASKED else known.get(name, name)


def _said(name: str, value: object) -> str:  # noqa: PLR0911 - one return per kind of value
    match value:
        case None | "" | ():
            return ""
        case bool():
            return _("yes") if value else _("no")
        case Strategy():
            return strategies.words(value)
        case Movement() | Noticer() | Place() | With():
            return movement.words(value)
        case date():
            return day_words(value)
        case tuple():
            return (
                _listed(_said(name, one) for one in value)
                if name == "tried"
                else plural("{n} record", "{n} records", len(value))
            )
        case Mapping():
            return _listed(f"{steps.words(step)} ({', '.join(map(day_words, days))})" for step, days in value.items())
        case int() if name == "view":
            return _views()[value]
        case float():
            return f"{value * 3:+g}"
        case StrEnum() | _:
            return str(value)


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(parts)
