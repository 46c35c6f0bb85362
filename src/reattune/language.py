"""The one door to translations: every text a person may see passes through here."""

import gettext as _gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

SOURCE = "en"
"""The language the texts are written in; it needs no catalogue."""
CATALOGUE = Path("LC_MESSAGES") / "reattune.mo"
_FOLDER = Path(__file__).parent / "locale"
_ASKED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment names its languages, in the order in which gettext looks."""

_here: ContextVar[str | None] = ContextVar("language", default=None)


def _(text: str) -> str:
    """Return `text` in the current language, or as it is."""
    return _catalogue(_FOLDER, current()).gettext(text)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a text that fits `count`, with `{n}` filled in."""
    return _catalogue(_FOLDER, current()).ngettext(one, many, count).format(n=count)


def decimal(figures: str) -> str:
    """Return a number written in figures, such as "35.8", with the decimal sign of the current language."""
    whole, point, rest = figures.partition(".")
    return _("{whole}.{rest}").format(whole=whole, rest=rest) if point else figures


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that texts can be shown in: English first, then those with a catalogue."""
    return _languages(_FOLDER)


def current() -> str:
    """Return the code of the language in use here: that of the enclosing `use`, or the process's own."""
    return _here.get() or _own


@contextmanager
def use(code: str) -> Iterator[str]:
    """Show texts in a language for the time of a `with` block, in this thread or task alone.

    Args:
        code: A language's code, as in "de" or "de-AT"; of one not known, English is used.

    Yields:
        The code of the language that is used.
    """
    token = _here.set(_known(code))
    try:
        yield current()
    finally:
        _here.reset(token)


def set_language(code: str) -> str:
    """Set the language of the whole process, wherever no `use` says otherwise.

    Args:
        code: A language's code, as in "de" or "de-AT"; of one not known, English is used.

    Returns:
        The code of the language that is used.
    """
    global _own  # noqa: PLW0603 - a process has one language of its own
    _own = _known(code)
    return _own


def _of_environment() -> str:
    """Return the first language the environment names that texts can be shown in."""
    named = next((value for name in _ASKED if (value := os.environ.get(name))), "")
    return next((code for one in named.split(":") if (code := _fitting(one))), SOURCE)


def _known(code: str) -> str:
    return _fitting(code) or SOURCE


def _fitting(code: str) -> str:
    """Return the language that fits a code best, as `de` fits `de_AT.UTF-8`; "" where none does."""
    known = {_plain(one): one for one in languages()}
    wanted = _plain(re.split(r"[.@]", code)[0])
    while wanted:
        if wanted in known:
            return known[wanted]
        wanted = wanted.rpartition("_")[0]
    return ""


def _plain(code: str) -> str:
    return code.strip().replace("-", "_").lower()


@cache
def _languages(folder: Path) -> tuple[str, ...]:
    found = {file.parent.parent.name for file in folder.glob(f"*/{CATALOGUE.as_posix()}")}
    return (SOURCE, *sorted(found - {SOURCE}))


@cache
def _catalogue(folder: Path, code: str) -> _gettext.NullTranslations:
    """Return a language's texts, read when they are first asked for."""
    if code == SOURCE:
        return _gettext.NullTranslations()
    with (folder / code / CATALOGUE).open("rb") as file:
        return _gettext.GNUTranslations(file)


_own = _of_environment()
