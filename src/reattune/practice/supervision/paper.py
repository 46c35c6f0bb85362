"""A sheet as one page of A4: an accessible PDF (PDF/UA-1), or a picture of it to look at before it leaves.

Nothing is fetched, and no file is read but the template beside this module: words come to it as data.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.supervision import setting
from reattune.practice.supervision.sheet import Item, Sheet, about, item_lead, title

TEMPLATE = Path(__file__).with_name("paper.typ")
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
"""Sizes of letters, tried in this order; a smaller one is hard to read."""
CUTS = ((1000, 240), (12, 200), (8, 160), (5, 120), (3, 60))
"""Things of a part that stay and signs of each at least, where a sheet is too long for a page; tried in this order."""
MOST_SIGNS = 12_000
"""More than any page holds; beyond, nothing needs to be tried."""
LONGEST_QUESTION = 600
MOST_NAMED = 12
"""How many signs that cannot be set are named."""
PIXELS = 110
"""For each inch of a picture."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One page, and what is to be said about it."""

    content: bytes
    remarks: tuple[str, ...]
    """What was cut, and which signs could not be set."""


def pdf(sheet: Sheet) -> Paper:
    """Return a sheet as a PDF of exactly one page that conforms to PDF/UA-1.

    Args:
        sheet: What is to stand on it.

    Raises:
        ReattuneError: It cannot be set.
    """
    return _set(sheet, format="pdf", pdf_standards=["ua-1"])


def picture(sheet: Sheet) -> Paper:
    """Return a picture (PNG) of the very page that `pdf` makes.

    Args:
        sheet: What is to stand on it.

    Raises:
        ReattuneError: It cannot be set.
    """
    return _set(sheet, format="png", ppi=PIXELS)


def _set(sheet: Sheet, **options: Any) -> Paper:
    with language.use(sheet.language):
        return _set_here(sheet, **options)


def _set_here(sheet: Sheet, **options: Any) -> Paper:
    clean, lost = _settable(sheet)
    try:
        fitted, size, cut = _fitted(clean, lost=bool(lost))
        content = _compiler(_inputs(fitted, size, _notes(cut=cut, lost=bool(lost)))).compile(**options)
    except (typst.TypstError, RuntimeError) as error:
        raise ReattuneError(_("This page could not be set. Shorten what goes along, and try once more.")) from error
    if not isinstance(content, bytes):
        raise ReattuneError(_("This does not fit on one page. Shorten what goes along, and try once more."))
    return Paper(content, _remarks(lost, cut=cut))


def _compiler(inputs: dict[str, str]) -> typst.Compiler:
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=setting.fonts(), sys_inputs=inputs)


def _fitted(sheet: Sheet, *, lost: bool) -> tuple[Sheet, float, bool]:
    """Return a sheet cut so that it takes one page, the size of its letters, and whether anything was cut."""

    def fits(one: Sheet, size: float, *, cut: bool = True) -> bool:
        if sum(len(each.text) for each in one.items) > MOST_SIGNS:
            return False
        compiler = _compiler(_inputs(one, size, _notes(cut=cut, lost=lost)))
        return compiler.query("<pages>", field="value", one=True).strip() == "1"

    size = next((one for one in SIZES if fits(sheet, one, cut=False)), None)
    if size is not None:
        return sheet, size, False
    smallest = SIZES[-1]
    whole = max((len(one.text) for one in sheet.items), default=0)
    for things, least in CUTS:
        some = fewer(sheet, things)

        def holds(most: int, of: Sheet = some) -> bool:
            return fits(cut_to(of, most), smallest)

        longest = _largest(least, max(least, whole), holds)
        if longest is not None:
            return cut_to(some, longest), smallest, True
    return cut_to(fewer(sheet, CUTS[-1][0]), CUTS[-1][1]), smallest, True


def _largest(least: int, most: int, holds: Callable[[int], bool]) -> int | None:
    """Return the largest number that holds, where every smaller one does too; None where not even the least does."""
    if not holds(least):
        return None
    while least < most:
        middle = (least + most + 1) // 2
        if holds(middle):
            least = middle
        else:
            most = middle - 1
    return least


def cut_to(sheet: Sheet, most: int) -> Sheet:
    """Return a sheet with each thing cut to so many characters, which is said where it was."""
    items = tuple(setting.replaced(one, text=_cut(one.text, most)) for one in sheet.items)
    return setting.with_items(sheet, items)


def fewer(sheet: Sheet, most: int) -> Sheet:
    """Return a sheet with so many things in each part, the first ones; the last says that there are more."""
    found: list[Item] = []
    for _kind, _heading, items in sheet.parts():
        found += items[:most]
        if len(items) > most:
            found[-1] = setting.replaced(found[-1], text=f"{found[-1].text} {continues()}")
    return setting.with_items(sheet, tuple(found))


def continues() -> str:
    """Return what stands where something was cut."""
    return _("(continues in the record)")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}… {continues()}"


def _notes(*, cut: bool, lost: bool) -> list[str]:
    """Return what the paper itself says about what is not on it."""
    told = [_("Not everything fits on one page; the rest is in the record.")] if cut else []
    return [*told, _("{box} stands for a sign that no typeface has here.").format(box=setting.BOX)] if lost else told


def _remarks(lost: tuple[str, ...], *, cut: bool) -> tuple[str, ...]:
    told = [_("Not everything fits on one page; what was cut says that it continues in the record.")] if cut else []
    if lost:
        words = _("No typeface here has {signs}; on the page, {box} stands for each.")
        told.append(words.format(signs=" ".join(lost[:MOST_NAMED]), box=setting.BOX))
    return tuple(told)


def _settable(sheet: Sheet) -> tuple[Sheet, tuple[str, ...]]:
    """Return a sheet in signs that can be set, and those that cannot."""
    texts = [sheet.name, sheet.question, sheet.readers, *(one.text for one in sheet.items)]
    lost = setting.missing(" ".join(setting.plain(one) for one in texts))

    def tidy(text: str) -> str:
        return setting.without(setting.plain(text), lost)

    question = _cut(tidy(sheet.question), LONGEST_QUESTION)
    items = tuple(setting.replaced(one, text=tidy(one.text)) for one in sheet.items)
    return Sheet(tidy(sheet.name), question, tidy(sheet.readers), sheet.language, items), lost


def _inputs(sheet: Sheet, size: float, notes: Iterable[str]) -> dict[str, str]:
    told = {
        "title": title(sheet.name),
        "language": sheet.language,
        "size": size,
        "about": about(sheet.readers),
        "question_heading": _("The question"),
        "question": _told(sheet.question),
        "parts": [
            {
                "kind": kind,
                "heading": heading,
                "items": [{**_told(one.text), "lead": item_lead(one), "quote": one.quote} for one in items],
            }
            for kind, heading, items in sheet.parts()
        ],
        "notes": list(notes),
        "lines_heading": _("To write on"),
    }
    return {"sheet": json.dumps(told)}


def _told(text: str) -> dict[str, Any]:
    return {"text": setting.breakable(text), "rtl": setting.is_rtl(text)}
