"""The one door to translations: every text a person may see passes through here."""

import gettext as _gettext
from pathlib import Path

_translation = _gettext.translation("reattune", Path(__file__).parent / "locale", fallback=True)


def _(text: str) -> str:
    """Return `text` in the language of the environment, or as it is."""
    return _translation.gettext(text)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a text that fits `count`, with `{n}` filled in."""
    return _translation.ngettext(one, many, count).format(n=count)
