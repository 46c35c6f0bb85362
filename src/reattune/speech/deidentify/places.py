"""Places: streets and postcodes by their form, and what tells a place from a person by the words before it."""

import re
from collections.abc import Iterator

from reattune.speech.deidentify.lists import CITIES, COUNTRIES
from reattune.speech.deidentify.piece import Kind, Span

_CAP = r"[A-ZÀ-ÖØ-ÞŁŚŞŠŽČİ][\w’'-]{1,40}"
_WAY = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Court|Crescent|Terrace|Place|Square|Way|Gardens|Row|Boulevard"
    r"|Walk|Mews|Parade|Quay)"
)
_FORMS = tuple(
    re.compile(one)
    for one in (
        rf"(?<!\w)(?:\d{{1,4}}[a-zA-Z]?,?\s)?(?:(?!The\b|On\b|In\b|At\b){_CAP}\s){{1,3}}{_WAY}(?!\w)",
        rf"(?<!\w)\d{{1,4}}[a-zA-Z]?,?\s(?:{_CAP}\s){{1,3}}(?:Hill|Park|Green|View|End|Rise|Grove)(?!\w)",
        rf"(?<!\w)(?:Calle|Rue|Via|Avenida|Plaza|Piazza|Rua|Ulica)\s(?:de\s(?:la\s)?|du\s|des\s)?{_CAP}(?:,?\s\d{{1,4}})?",
        r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{0,40}(?:straße|strasse|gasse|platz|allee|[Ss]tr\.)(?:\s\d{1,4}\s?[a-z]?\b)?",
        r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{0,40}(?:weg|ring|ufer|damm|steig|berg|hof)\s\d{1,4}(?:\s?[a-z]\b)?",
        r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)",
        r"(?<!\w)\d{5}\s[A-ZÄÖÜ][a-zäöüß]{2,}(?!\w)",
        r"(?<!\w)[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\w)",
    )
)
_INTO = re.compile(
    r"(?<!\w)(?:in|near|around|outside|through|across|towards?|into|inside|beyond|leave|left|leaving|visit(?:ed|ing)?"
    r"|reached|(?:city|town|village|outskirts) of|via)\s(?:the\s)?$",
    re.IGNORECASE,
)
_HOLD = re.compile(
    r"(?:believ\w*|confid\w*|trust\w*|faith|interest\w*|disappointed|join\w*|left|leave|leaving)\s(?:in\s)?$",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"(?<!\w)(?:mov(?:ed?|es|ing)|go|goes|went|going|gone|dr[io]ve[sn]?|driving|flew|fl(?:y|ies|ying|own)|travel\w*|back"
    r"|train|bus|trip|c[ao]me|comes|coming|home|way|walk\w*|r[au]n|flight|journey|sent|return\w*|commut\w*|cycl\w*"
    r"|relocat\w*|holiday|am|is|are|was|were|['’]m|['’]s|originally|all|place|house|flat|office|live[sd]?|living"
    r"|stay\w*|works?|worked|mee?t\w*)"
    r"\s(?:over |back |up |down |home |out |all |round |here |on )*(?:to|from|at)\s(?:the\s)?$",
    re.IGNORECASE,
)
_TOWARDS_SOMEBODY = re.compile(
    r"(?:is|are|was|were|am)\s(?:to|at)\s$|(?:talk|speak|listen|shout|yell|scream|look|laugh|smile)\w*\s(?:to|at)\s$",
    re.IGNORECASE,
)
_ENDINGS = (
    *(
        "ton",
        "ville",
        "burg",
        "burgh",
        "ford",
        "shire",
        "borough",
        "bury",
        "mouth",
        "pool",
        "chester",
        "minster",
        "wich",
    ),
    *("stadt", "dorf", "heim", "hausen", "ingen", "furt", "brück", "brücken", "kirchen", "hafen", "münster", "berg"),
)
_GERMAN = re.compile(r"(?<!\w)(?:in|aus|nach|bei|von|um|durch|richtung|über)\s$", re.IGNORECASE)
PLAIN, LIKELY, HINT = 2.0, 1.5, 0.4


def addresses(text: str) -> Iterator[Span]:
    """Yield where streets and postcodes stand in a text."""
    for expression in _FORMS:
        for found in expression.finditer(text):
            yield Span(*found.span(), Kind.PLACE, PLAIN)


def is_known(name: str) -> bool:
    """Say whether a name is that of a country or a large town."""
    return name in COUNTRIES or name in CITIES


def place_strength(name: str, before: str, *, german: bool = False) -> float:
    """Return how plainly a name is a place's, from 0.

    Args:
        name: As it is written.
        before: What stands before it in the turn.
        german: Whether every noun has a capital, so that a word such as "in" says little.
    """
    found = PLAIN if is_known(name) else 0.0
    ending = name.endswith(_ENDINGS) and name not in _ENDINGS
    if german:
        return found + (LIKELY if ending and _GERMAN.search(before) else 0.0)
    into = _INTO.search(before) and not _HOLD.search(before)
    if into or (_MOVE.search(before) and not _TOWARDS_SOMEBODY.search(before)):
        found += LIKELY
    return found + (HINT if ending else 0.0)
