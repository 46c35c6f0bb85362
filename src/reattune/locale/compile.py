"""Catalogues made from translations: `python -m reattune.locale.compile` makes a .mo beside every .po.

For those who work on Reattune; it needs babel, which an installation does not bring.
"""

import re
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import PoFileError, read_po

from reattune.errors import ReattuneError
from reattune.language import _, plural

HERE = Path(__file__).parent
TRANSLATIONS = "*/LC_MESSAGES/reattune.po"
NAME = re.compile(r"\{+[^{}]*\}+|[{}]")
"""A name in braces, or a brace that stands alone."""
NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands in every catalogue, so that the same translation gives the same bytes."""


def compiled(source: Path) -> bytes:
    """Return the catalogue made from a translation.

    Args:
        source: The .po file.

    Returns:
        The content of the .mo file, without what is marked as fuzzy or not translated in all its forms.

    Raises:
        ReattuneError: the file cannot be read, or a text's names in braces are not those of its translation.
    """
    catalogue = _translation(source)
    for message in [one for one in catalogue if one.id]:
        if message.fuzzy or not all(_forms(message.string)):
            catalogue.delete(message.id, message.context)
        else:
            _check(message, source)
    catalogue.creation_date = catalogue.revision_date = NO_DAY
    content = BytesIO()
    write_mo(content, catalogue)
    return content.getvalue()


def compile_all(folder: Path) -> tuple[Path, ...]:
    """Write the catalogue of every translation under a folder beside it and return where they lie.

    Args:
        folder: Holds a folder for each language.

    Returns:
        The .mo files, in order.

    Raises:
        ReattuneError: a translation cannot be made into a catalogue; those before it are written.
    """
    written = []
    for source in sorted(folder.glob(TRANSLATIONS)):
        target = source.with_suffix(".mo")
        target.write_bytes(compiled(source))
        written.append(target)
    return tuple(written)


def stale(folder: Path) -> tuple[Path, ...]:
    """Return the translations under a folder whose catalogue is missing or says something else.

    Args:
        folder: Holds a folder for each language.

    Returns:
        The .po files, in order.

    Raises:
        ReattuneError: a translation cannot be made into a catalogue.
    """
    return tuple(source for source in sorted(folder.glob(TRANSLATIONS)) if not _fresh(source))


def _fresh(source: Path) -> bool:
    target = source.with_suffix(".mo")
    return target.is_file() and _said(target.read_bytes()) == _said(compiled(source))


def _said(content: bytes) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return what a catalogue says, without when and by what it was made."""
    catalogue = read_mo(BytesIO(content))
    said = {_forms(one.id): _forms(one.string) for one in catalogue if one.id}
    return said | {(): (catalogue.plural_forms,)}


def _translation(source: Path) -> Catalog:
    try:
        with source.open("rb") as file:
            return read_po(file, locale=source.parent.parent.name, abort_invalid=True)
    except (PoFileError, OSError, ValueError, LookupError) as error:
        said = _("{file} is not a translation that can be read: {why}")
        raise ReattuneError(said.format(file=_short(source), why=error)) from error


def _check(message: Message, source: Path) -> None:
    """Refuse a translation that would break a sentence: one with other names in braces than its text."""
    texts, said = _forms(message.id), _forms(message.string)
    wanted = _names(texts[-1])
    # Where there are several forms the first may leave its number out, as "a day" does.
    left_out = wanted - {"{n}"} if len(said) > 1 else wanted
    if _names(said[0]) in (wanted, left_out) and all(_names(one) == wanted for one in said[1:]):
        return
    names = ", ".join(sorted(wanted)) or _("none")
    where = f"{_short(source)}:{message.lineno}"
    raise ReattuneError(
        _("{where}: the translation has other names in braces than its text; they are to be {names}.").format(
            where=where, names=names
        )
    )


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _names(text: str) -> set[str]:
    return set(NAME.findall(text))


def _short(source: Path) -> str:
    return "/".join(source.parts[-3:])


def main() -> int:
    """Make every catalogue, say how many, and return the exit status."""
    try:
        made = compile_all(HERE)
    except ReattuneError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(plural("{n} catalogue made", "{n} catalogues made", len(made)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
