"""Signs that a page can be set in: the typefaces at hand, what none of them has, and which way a text runs."""

import json
import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

import typst

from reattune.practice.supervision.sheet import Item, Sheet

BOX = "□"
"""Stands for a sign that no typeface here has."""
LONGEST_RUN = 24
"""Letters without a space; a longer run may be broken anywhere."""
JOINERS = "\u200c\u200d"
ORDINARY = re.compile(r"[\u0020-\u007e\u00a0-\u017f\u0391-\u03c9\u0410-\u044f–—‘’“”„…□\s]")
"""What the typeface that comes along has for certain; other signs are tried."""
PROBE = (
    b'#set document(title: "probe")\n#set text(font: "Libertinus Serif", lang: "en")\n'
    b"#for one in json(bytes(sys.inputs.signs)) [ #one ]"
)


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return the typefaces: those that come along, and after them those of this computer."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def plain(text: str) -> str:
    """Return a text on one line, without signs that control how it runs or that mean nothing on paper."""
    kept = (
        one for one in text if one in JOINERS or one.isspace() or unicodedata.category(one) not in {"Cc", "Cf", "Cs"}
    )
    return " ".join("".join(kept).split())


def is_rtl(text: str) -> bool:
    """Say whether a text runs from right to left: its first letter that runs anywhere does."""
    for one in text:
        way = unicodedata.bidirectional(one)
        if way in {"R", "AL", "L"}:
            return way != "L"
    return False


def breakable(text: str) -> str:
    """Return a text in which a long run without a space may be broken, so that it stays on the page."""
    return re.sub(rf"(\S{{{LONGEST_RUN}}})(?=\S)", "\\1\u200b", text)


def clusters(text: str) -> tuple[str, ...]:
    """Return the signs of a text that are not ordinary, each once: a letter with its marks, or joined pictures."""
    found: list[str] = []
    for one in text:
        joins = bool(found) and (
            unicodedata.category(one).startswith("M")
            or one in JOINERS
            or found[-1][-1] in JOINERS
            or unicodedata.category(one) == "Sk"
        )
        if joins and found:
            found[-1] += one
        else:
            found.append(one)
    return tuple(dict.fromkeys(one for one in found if len(one) > 1 or not ORDINARY.fullmatch(one)))


def missing(text: str) -> tuple[str, ...]:
    """Return the signs of a text that no typeface at hand has."""
    return tuple(_missing(clusters(text)))


def _missing(signs: tuple[str, ...]) -> list[str]:
    if not signs or _can_set(signs):
        return []
    if len(signs) == 1:
        return list(signs)
    middle = len(signs) // 2
    return _missing(signs[:middle]) + _missing(signs[middle:])


@lru_cache(maxsize=4096)
def _can_set(signs: tuple[str, ...]) -> bool:
    # Some typefaces have pictures of their own where no sign was ever agreed on.
    if any(unicodedata.category(one) in {"Co", "Cn"} for sign in signs for one in sign):
        return False
    try:
        typst.compile(
            PROBE, font_paths=fonts(), format="pdf", pdf_standards=["ua-1"], sys_inputs={"signs": json.dumps(signs)}
        )
    except (typst.TypstError, RuntimeError):
        return False
    return True


def without(text: str, lost: tuple[str, ...]) -> str:
    """Return a text with a box in place of each sign that cannot be set."""
    if not lost:
        return text
    longest_first = sorted(lost, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), BOX, text)


def replaced(item: Item, *, text: str) -> Item:
    """Return a thing with other words."""
    return replace(item, text=text)


def with_items(sheet: Sheet, items: tuple[Item, ...]) -> Sheet:
    """Return a sheet with other things on it."""
    return replace(sheet, items=items)
