"""Telephone numbers, mail and web addresses, numbers that are somebody's own, and ages of 90 and more."""

import re
from collections.abc import Iterator

from reattune.speech.deidentify.piece import Kind, Span

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"“”,;]+[^\s<>\"“”,;.!?)]", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w.@])@\w[\w.]+\w")
SPOKEN_MAIL = re.compile(
    r"(?<![\w.-])[\w.-]{1,64}(?:\s(?:dot|underscore|punkt)\s[\w-]{1,63}){0,5}\s(?:at|ät)\s[\w-]{1,63}\s(?:dot|punkt)\s"
    r"(?:com|org|net|de|at|ch|uk|ie|eu|co)(?:\s(?:dot|punkt)\s\w+)?(?!\w)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|\(?0|\d)[\d\s()/.-]{5,}\d(?![\w/-])")
_FEWEST, _MOST = 7, 15
"""Digits of a telephone number (E.164 allows 15)."""
_DIGIT = r"(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_SPOKEN = re.compile(rf"(?<!\w)(?:{_DIGIT}[\s,-]+){{5,}}{_DIGIT}(?!\w)", re.IGNORECASE)
_DIALLED = re.compile(
    r"(?:phone|call|ring|rang|text|mobile|cell|dial|telefon|handy|nummer ist|number is)\W.{0,30}$",
    re.IGNORECASE | re.DOTALL,
)

_CODE = re.compile(
    r"(?<![\w@./-])(?:[A-Z]{2,6}|[A-Z]*\d[A-Z\d]*)(?:[/.-]?[A-Z\d]+)*(?:[ ](?:[A-Z]{0,3}\d[A-Z\d/.-]*))*"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?!\w)")
_CUE = re.compile(
    r"(?:number|reference|\bref\b|account|policy|licen[cs]e|passport|\bpass\b|\bcase\b|\bfile\b|\bcard\b|\bplate\b"
    r"|\bpin\b|\bcode\b|\bid\b|member|patient|insurance|konto|nummer|\bnr\b|aktenzeichen|kennzeichen|postcode|\bzip\b)"
    r".{0,40}$",
    re.IGNORECASE | re.DOTALL,
)
_AMOUNT = re.compile(
    r"\s?(?:€|\$|£|%|euros?|pounds?|dollars?|steps|percent|grand|k\b|bucks|quid|times|people)", re.IGNORECASE
)
_LONG, _CUED = 5, 3
"""Digits of a number that is somebody's: standing alone, and after a word such as "reference"."""

_OLD = (
    r"(?:9\d|1[01]\d|ninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a |one )?hundred(?: and \w+)?"
    r"|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)undneunzig|neunzig)"
)
_NOT_YEARS = (
    r"(?!\w|[.,:]\d|\s?[%€$£]|[ -](?:percent|per|minutes?|kilos?|kg|pounds|euros?|dollars|miles|km|degrees|hours?|days?"
    r"|weeks|pages|times|people|meters|metres|cm|things|messages|prozent|minuten|tage|stunden))"
)
_AGE = re.compile(
    r"(?:(?<!\w)(?:is|was|am|are|be|turns?|turned|turning|aged?|age of|ist|wird|wurde|war|mit|old of)|(?<=he)['’]s)"
    r"\s(?:now |nearly |almost |about |already |over |just |schon |fast |jetzt )*"
    rf"(?P<only>{_OLD}){_NOT_YEARS}",
    re.IGNORECASE,
)
_YEARS_OLD = re.compile(rf"(?<!\w)(?P<only>{_OLD})(?=[ -](?:years?[ -]old|jahre alt|jährig))", re.IGNORECASE)


def contacts(text: str) -> Iterator[Span]:
    """Yield where telephone numbers, mail and web addresses stand in a text."""
    for expression in (MAIL, WEB, HANDLE, SPOKEN_MAIL):
        for found in expression.finditer(text):
            yield Span(*found.span(), Kind.CONTACT)
    for found in _PHONE.finditer(text):
        digits = sum(one.isdigit() for one in found[0])
        called = found[0][0] in "+(0" or _DIALLED.search(text[max(0, found.start() - 60) : found.start()])
        if _FEWEST <= digits <= _MOST and called:
            yield Span(*found.span(), Kind.CONTACT)


def numbers(text: str) -> Iterator[Span]:
    """Yield where numbers stand in a text that are most likely somebody's own."""
    for expression in (_SPOKEN, _IBAN):
        for found in expression.finditer(text):
            yield Span(*found.span(), Kind.NUMBER)
    for found in _CODE.finditer(text):
        code = found[0].rstrip("./- ")
        digits = sum(one.isdigit() for one in code)
        cued = _CUE.search(text[max(0, found.start() - 60) : found.start()]) is not None
        amount = not cued and _AMOUNT.match(text, found.start() + len(code)) is not None
        mixed = digits >= _CUED and any(one.isalpha() for one in code)
        if not amount and (digits >= _LONG or mixed or (cued and digits >= _CUED)):
            yield Span(found.start(), found.start() + len(code), Kind.NUMBER)


def ages(text: str) -> Iterator[Span]:
    """Yield where ages of 90 and more stand in a text: few people are as old, so that they tell who it is."""
    for expression in (_AGE, _YEARS_OLD):
        for found in expression.finditer(text):
            yield Span(*found.span("only"), Kind.AGE)
