"""Wording packs: questions to be curious with, in plain text files that anyone can add to.

A file holds `[slot]` headings, one question a line below each, and `#` comments. `NAME.txt` is English,
`NAME.de.txt` German, and so on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from reattune.errors import ReattuneError
from reattune.language import _

ENGLISH = "en"
_FILE = re.compile(r"(?P<name>[^.]+)(?:\.(?P<language>[a-z]{2,3}))?\.txt")


class Slot(StrEnum):
    """What a question is for: a box of the record, supervision, or asking the client."""

    HAPPENED = "happened"
    MY_PART = "my_part"
    WISH = "wish"
    EXPECTED = "expected"
    ACTUAL = "actual"
    RESPONSE = "response"
    NOW = "now"
    SUPERVISION = "supervision"
    ASK_CLIENT = "ask_client"


@dataclass(frozen=True, slots=True)
class Pack:
    """The questions of one way of working, in one language; a slot without questions is left out."""

    name: str
    language: str
    prompts: Mapping[Slot, tuple[str, ...]]

    def of(self, slot: Slot) -> tuple[str, ...]:
        """Return the questions of a slot, none where the pack has none."""
        return self.prompts.get(slot, ())


def names() -> tuple[str, ...]:
    """Return the names of the packs that come with Reattune, in order."""
    return tuple(sorted({pack.name for pack in _shipped()}))


def pack(name: str, language: str = ENGLISH) -> Pack:
    """Return a pack that comes with Reattune.

    Args:
        name: One of `names()`.
        language: A language such as "de" or "de-CH"; where the pack is not written in it, English is given.

    Returns:
        The pack, which says which language it is in.

    Raises:
        ReattuneError: Where there is no pack of that name.
    """
    return chosen(_shipped(), name, language)


def chosen(packs: tuple[Pack, ...], name: str, language: str = ENGLISH) -> Pack:
    """Return the pack of a name among several, in a language if there is one, else in English, else in any.

    Args:
        packs: The packs to choose from, such as those of `packs_in`.
        name: The name.
        language: A language such as "de" or "de-CH".

    Returns:
        The pack.

    Raises:
        ReattuneError: Where there is no pack of that name.
    """
    found = {each.language: each for each in packs if each.name == name}
    if not found:
        known = ", ".join(sorted({each.name for each in packs})) or _("none")
        raise ReattuneError(
            _("There is no wording pack called {name}; choose one of: {known}.").format(name=name, known=known)
        )
    short = re.split(r"[-_]", language.lower())[0]
    return found.get(short) or found.get(ENGLISH) or found[min(found)]


def packs_in(folder: Path) -> tuple[Pack, ...]:
    """Return the packs in a person's own folder.

    Args:
        folder: A folder with files such as `mine.txt` and `mine.de.txt`; files of other kinds are left alone.

    Returns:
        The packs, by name and language.

    Raises:
        ReattuneError: Where the folder or a file cannot be read, or a file is not a pack; it says file and line.
    """
    try:
        paths = sorted(each for each in folder.iterdir() if each.suffix == ".txt" and each.is_file())
    except OSError as error:
        raise ReattuneError(
            _("The folder of wording packs {folder} cannot be opened; check that it is there.").format(
                folder=folder.name
            )
        ) from error
    return tuple(sorted((read_pack(_text(path), path.name) for path in paths), key=_order))


def read_pack(text: str, name: str) -> Pack:
    """Return the pack that a text holds.

    Args:
        text: The content of a file.
        name: The file's name, such as `mine.txt` or `mine.de.txt`; it gives the pack its name and language.

    Returns:
        The pack, its slots in the order of `Slot`.

    Raises:
        ReattuneError: Where a slot is unknown, empty or there twice, a question is twice in a slot or stands before any
            slot, or there is no slot at all; it says file and line.
    """
    named = _FILE.fullmatch(name)
    if named is None:
        raise ReattuneError(
            _("{file} is not a name for a wording pack; call it like mine.txt or mine.de.txt.").format(file=name)
        )
    found: dict[Slot, list[str]] = {}
    opened: dict[Slot, int] = {}
    slot: Slot | None = None
    for line, content in _lines(text):
        if content.startswith("["):
            _finish(slot, found, opened, name)
            slot = _slot(content, opened, name, line)
            found[slot], opened[slot] = [], line
        elif slot is None:
            raise _unfit(name, line, _("stands before any slot; put a line such as [happened] above it"))
        elif content in found[slot]:
            raise _unfit(name, line, _("stands twice in [{slot}]; take one away").format(slot=slot.value))
        else:
            found[slot].append(content)
    _finish(slot, found, opened, name)
    if not found:
        raise _unfit(name, 1, _("holds no slot; begin with a line such as [happened]"))
    prompts = MappingProxyType({each: tuple(found[each]) for each in Slot if each in found})
    return Pack(named["name"], named["language"] or ENGLISH, prompts)


def words(slot: Slot) -> str:  # noqa: PLR0911 - one return per member
    """Return how a slot is named to the therapist."""
    match slot:
        case Slot.HAPPENED:
            return _("What happened")
        case Slot.MY_PART:
            return _("My part")
        case Slot.WISH:
            return _("What was hoped for")
        case Slot.EXPECTED:
            return _("Which answer was expected")
        case Slot.ACTUAL:
            return _("Which answer came")
        case Slot.RESPONSE:
            return _("What it brought about")
        case Slot.NOW:
            return _("How I see it now")
        case Slot.SUPERVISION:
            return _("For supervision")
        case Slot.ASK_CLIENT:
            return _("To ask, if the moment is right")
        case other:
            assert_never(other)


def label(name: str) -> str:
    """Return how a pack is named to the therapist; a person's own goes by the name of its file."""
    match name:
        case "psychodynamic":
            return _("Psychodynamic")
        case "person_centred":
            return _("Person-centred")
        case "cbt":
            return _("Cognitive behavioural")
        case "integrative":
            return _("Integrative")
        case own:
            return own.replace("_", " ")


@cache
def _shipped() -> tuple[Pack, ...]:
    folder = files("reattune.repair") / "packs"
    found = [read_pack(each.read_text("utf-8"), each.name) for each in folder.iterdir() if each.name.endswith(".txt")]
    return tuple(sorted(found, key=_order))


def _order(one: Pack) -> tuple[str, str]:
    return one.name, one.language


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReattuneError(_("{file} is not UTF-8 text; save it as UTF-8.").format(file=path.name)) from error
    except OSError as error:
        raise ReattuneError(_("{file} cannot be opened; check who may read it.").format(file=path.name)) from error


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that says something, with its number."""
    for number, line in enumerate(text.split("\n"), start=1):
        content = line.strip()
        if content and not content.startswith("#"):
            yield number, content


def _slot(heading: str, opened: Mapping[Slot, int], name: str, line: int) -> Slot:
    given = heading.removeprefix("[").removesuffix("]").strip()
    found = next((each for each in Slot if each.value == given and heading.endswith("]")), None)
    if found is None:
        choices = ", ".join(each.value for each in Slot)
        raise _unfit(
            name, line, _("is not a known slot; write one of these in brackets: {slots}").format(slots=choices)
        )
    if found in opened:
        said = _("opens [{slot}] again, as line {first} did; join the two")
        raise _unfit(name, line, said.format(slot=given, first=opened[found]))
    return found


def _finish(slot: Slot | None, found: Mapping[Slot, list[str]], opened: Mapping[Slot, int], name: str) -> None:
    if slot is not None and not found[slot]:
        said = _("opens [{slot}] and no question follows; write one below it, or take the line away")
        raise _unfit(name, opened[slot], said.format(slot=slot.value))


def _unfit(name: str, line: int, why: str) -> ReattuneError:
    return ReattuneError(_("{file}, line {line}: {why}.").format(file=name, line=line, why=why))
