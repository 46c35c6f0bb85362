"""Days, months with a day or a word of time beside them, and years."""

import re
from collections.abc import Iterator

from reattune.speech.deidentify.piece import Kind, Span

_SURE = (
    "January|February|April|June|July|August|September|October|November|December"
    "|Januar|Jänner|Februar|März|Juni|Juli|Oktober|Dezember"
)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Okt|Nov|Dec|Dez"
_MONTH = rf"(?:(?:{_SURE}|March|May|Mai)\b|(?:{_SHORT})\b(?:\.(?=,?\s\d))?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?"
_SPELLED = (
    r"(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|twentieth|thirtieth"
)
_YEAR = r"(?:19[0-9]\d|20[0-4]\d)"
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)"
    r",?\s(?:(?:the|den|dem)\s)?"
)
_BEFORE_MONTH = (
    r"(?:in|since|until|till|last|next|this|by|from|of|early|late|mid|before|after|during|through|every|end of|im|seit"
    r"|bis|ende|anfang|mitte)"
)
_BEFORE_YEAR = (
    r"(?:in|since|until|till|from|to|by|before|after|around|of|year|and|or|summer|winter|spring|autumn|fall|about|born"
    r"|seit|bis|von|jahr|jahre|um|ab|anno|end of)"
)
_EXPRESSIONS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        rf"(?<![\w.])(?:{_WEEKDAY})?{_YEAR}-\d{{1,2}}-\d{{1,2}}(?!\w)",
        rf"(?<![\w./])(?:{_WEEKDAY})?\d{{1,2}}([./-])\d{{1,2}}\1(?:{_YEAR}|\d{{2}})(?![\w/])",
        rf"(?<![\w.])(?:{_WEEKDAY})?(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?!\d)",
        rf"(?<!\w)(?:{_WEEKDAY})?(?:the\s)?(?:{_DAY}|{_SPELLED})\s?(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)",
        rf"(?<!\w)(?:{_WEEKDAY})?{_MONTH}\s(?:the\s)?(?:{_DAY}|{_SPELLED})(?!\w)(?:,?\s{_YEAR}(?!\w))?",
        rf"(?<!\w){_MONTH},?\s(?:of\s)?{_YEAR}(?!\w)",
        rf"(?<!\w)(?:on|by|until|since|am)\s(?P<only>(?:(?:{_WEEKDAY})|the\s)\d{{1,2}}(?:st|nd|rd|th))(?!\w)",
        rf"(?<!\w){_BEFORE_YEAR}\s(?P<only>{_YEAR}s?)(?!\w|[.,]\d|\s(?:euros?|pounds|dollars|steps|people|words|miles))",
        r"(?<!\w)(?:in|of|since|from)\s(?:the\s)?(?P<only>['’]\d\ds?)(?!\w)",
    )
)
_WORDS = (
    re.compile(rf"(?<!\w)(?:{_SURE})(?!\w)"),
    # Words of every day, too: months only after a word of time.
    re.compile(rf"(?<!\w)(?:(?i:{_BEFORE_MONTH}))\s(?P<only>(?:May|March|Mai))(?!\w)"),
    re.compile(rf"(?<!\w){_BEFORE_MONTH}\s(?P<only>(?:{_SURE}|march|may))(?!\w)", re.IGNORECASE),
)


def dates(text: str) -> Iterator[Span]:
    """Yield where days, months and years stand in a text."""
    for expression in (*_EXPRESSIONS, *_WORDS[:2]):
        yield from _spans(expression, text)
    if text == text.lower():
        yield from _spans(_WORDS[2], text)


def _spans(expression: re.Pattern[str], text: str) -> Iterator[Span]:
    name = "only" if "only" in expression.groupindex else 0
    for found in expression.finditer(text):
        yield Span(*found.span(name), Kind.DATE)
