"""All that is found in a transcript: each rule asked on every turn, one name decided once, and found everywhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reattune.model import Transcript
from reattune.speech.deidentify.capitals import Run, runs, starts_sentence
from reattune.speech.deidentify.dates import dates
from reattune.speech.deidentify.known import Known, expression, labels, only_capital
from reattune.speech.deidentify.lists import ALSO_WORDS, NEITHER, STARTERS
from reattune.speech.deidentify.manner import Manner, manner
from reattune.speech.deidentify.names import INTRODUCED, LEAST_GERMAN, TITLES, acts, is_given, name_strength
from reattune.speech.deidentify.naming import key_of, people, plain
from reattune.speech.deidentify.numbers import ages, contacts, numbers
from reattune.speech.deidentify.organisations import ENDS, organisation_strength
from reattune.speech.deidentify.piece import Kind, Piece, Span
from reattune.speech.deidentify.places import addresses, is_known, place_strength

AROUND = 80
"""Characters before and after a capital that are looked at."""
ANY_CASE = 3.0
"""From this strength on a name is found in small letters, too."""
LONG = 4
_KINDS = {kind: number for number, kind in enumerate(Kind)}
_ONLY_BESIDE = frozenset({"may", "march", "mai"})
"""Months that are words of every day: found where they stand beside a word of time, and nowhere else for that."""
_GOES_ON = re.compile(
    r"\s(?:it|you|he|she|we|they|i|the|that|this|there|my|your|his|her|our|their|a|an|be|to|of|not)\b", re.IGNORECASE
)
Raw = tuple[int, Span, str]
"""The turn, the place in it, and the key where it is known already."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a transcript, in order and without overlaps, and how the transcript is written."""

    pieces: tuple[Piece, ...]
    manner: Manner
    known: tuple[Known, ...]


def find(
    transcript: Transcript,
    *,
    also: Sequence[str] = (),
    keep: Iterable[str] = (),
    known: Sequence[Known] = (),
) -> Found:
    """Return all that may tell who a transcript is about, as far as rules can find it.

    Args:
        transcript: Turns with roles; nothing in it is changed.
        also: Words that a person adds; they are found everywhere.
        keep: Words that a person keeps: nothing that reads exactly so is a piece.
        known: Names that are known besides the speakers' labels.

    Returns:
        Pieces that are each a stretch of a stored turn.
    """
    texts = [turn.text for turn in transcript.turns]
    how = manner(texts, transcript.language)
    named = (*labels(transcript), *known)
    kept = {plain(word) for word in keep}
    raw = [one for one in _every(texts, how, named, also) if plain(_text(texts, one)) not in kept]
    shared = people(_text(texts, one) for one in raw if one[1].kind is Kind.NAME and not one[2])
    return Found(tuple(_pieces(texts, raw, shared)), how, named)


def _text(texts: Sequence[str], one: Raw) -> str:
    turn, span, _key = one
    return texts[turn][span.start : span.end]


def _every(texts: Sequence[str], how: Manner, named: Sequence[Known], also: Sequence[str]) -> list[Raw]:
    raw = list(_known(texts, named, also))
    for turn, text in enumerate(texts):
        for rule in (dates, ages, contacts, numbers, addresses):
            raw += [(turn, span, "") for span in rule(text)]
        introduced = (Span(*found.span("only"), Kind.NAME, ANY_CASE) for found in INTRODUCED.finditer(text))
        raw += [(turn, span, "") for span in introduced if plain(text[span.start : span.end]) not in STARTERS]
    if how.capitals:
        raw += _decided(texts, list(_capitals(texts, how)), how)
    return [*raw, *_again(texts, raw)]


def _known(texts: Sequence[str], named: Sequence[Known], also: Sequence[str]) -> Iterator[Raw]:
    looked = [(expression(one.text, exact=only_capital(one.text)), Kind.NAME, one) for one in named]
    added = [(expression(word), Kind.ADDED, None) for word in also if word.strip()]
    for turn, text in enumerate(texts):
        for pattern, kind, one in (*added, *looked):
            for found in pattern.finditer(text):
                if one is None or not _is_word(text, found):
                    yield turn, Span(*found.span(), kind, ANY_CASE), one.key if one else ""


def _is_word(text: str, found: re.Match[str]) -> bool:
    """Say whether what may be a name is most likely the word of every day that begins a question ("Will you …?")."""
    if not only_capital(found[0]) or not starts_sentence(text, found.start()):
        return False
    return _GOES_ON.match(text, found.end()) is not None


def _capitals(texts: Sequence[str], how: Manner) -> Iterator[tuple[int, Run, dict[Kind, float]]]:
    """Yield every run of capitals with how plainly it is each kind."""
    for turn, text in enumerate(texts):
        for run in runs(text, how.ordinary):
            words = tuple(word.text for word in run.words)
            name = text[run.start : run.end]
            before, after = text[max(0, run.start - AROUND) : run.start], text[run.end : run.end + AROUND]
            yield (
                turn,
                run,
                {
                    Kind.NAME: name_strength(words, before, after),
                    Kind.PLACE: place_strength(name, before, german=how.nouns),
                    Kind.ORGANISATION: organisation_strength(words, before),
                },
            )


def _decided(texts: Sequence[str], every: list[tuple[int, Run, dict[Kind, float]]], how: Manner) -> Iterator[Raw]:
    """Yield the runs that are taken for something, all of one name for the same."""
    votes: dict[str, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for turn, run, strengths in every:
        for kind, strength in strengths.items():
            votes[plain(texts[turn][run.start : run.end])][kind] += strength
    for turn, run, strengths in every:
        name = texts[turn][run.start : run.end]
        if all(word.text in ENDS for word in run.words) or not _stands(texts[turn], run, strengths, how):
            continue
        whole = votes[plain(name)]
        # What only has a capital within a sentence is somebody's name most of the time.
        kind = max((Kind.NAME, Kind.PLACE, Kind.ORGANISATION), key=lambda one: whole[one])
        yield turn, Span(run.start, run.end, kind, whole[kind]), ""


def _stands(text: str, run: Run, strengths: dict[Kind, float], how: Manner) -> bool:
    """Say whether a run is taken for something where it stands."""
    if how.nouns:
        return max(strengths.values()) >= LEAST_GERMAN
    if not run.opens or len(run.words) > 1:
        return True
    word = run.words[0].text
    return is_given(word) or is_known(word) or acts(word, text[run.end : run.end + AROUND])


def _again(texts: Sequence[str], raw: Sequence[Raw]) -> Iterator[Raw]:
    """Yield what was found once wherever else it stands, and the parts of whole names."""
    forms: dict[str, tuple[Kind, bool]] = {}
    for one in raw:
        span, key = one[1], one[2]
        if key or span.kind is Kind.ADDED:
            continue
        text = _text(texts, one)
        for form in _forms(text, span.kind):
            strong = span.kind is Kind.NAME and span.strength >= ANY_CASE and len(form) >= LONG
            before = forms.get(form, (span.kind, False))
            forms[form] = (before[0], before[1] or (strong and plain(form) not in ALSO_WORDS | STARTERS))
    for kind, loose, some in _grouped(forms):
        pattern = _any_of(some, loose=loose)
        for turn, text in enumerate(texts):
            for found in pattern.finditer(text):
                if not _is_word(text, found):
                    yield turn, Span(*found.span(), kind), ""


def _forms(text: str, kind: Kind) -> Iterator[str]:
    if plain(text) in _ONLY_BESIDE:
        return
    yield text
    if kind is Kind.NAME:
        parts = text.split()
        yield from (part for part in parts if len(parts) > 1 and _is_own(part))


def _is_own(part: str) -> bool:
    """Say whether a part of a whole name is a name alone."""
    return len(part) > 1 and part[0].isupper() and part not in ENDS | TITLES | NEITHER and plain(part) not in STARTERS


def _grouped(forms: dict[str, tuple[Kind, bool]]) -> Iterator[tuple[Kind, bool, list[str]]]:
    ordered = sorted(forms, key=lambda form: (forms[form], -len(form), form))
    for (kind, loose), some in groupby(ordered, key=lambda form: forms[form]):
        yield kind, loose, list(some)


def _any_of(forms: list[str], *, loose: bool) -> re.Pattern[str]:
    body = "|".join(expression(form).pattern for form in forms)
    return re.compile(body, re.IGNORECASE if loose else 0)


def _pieces(texts: Sequence[str], raw: list[Raw], shared: dict[str, str]) -> Iterator[Piece]:
    """Yield pieces in order; those that overlap become one, of the kind of the longest."""
    cluster: list[Raw] = []
    end = 0
    for one in sorted(raw, key=lambda one: (one[0], one[1].start, -one[1].end)):
        if cluster and (one[0] != cluster[0][0] or one[1].start >= end):
            yield _piece(texts, cluster, shared)
            cluster = []
        end = max(end, one[1].end) if cluster else one[1].end
        cluster.append(one)
    if cluster:
        yield _piece(texts, cluster, shared)


def _piece(texts: Sequence[str], cluster: list[Raw], shared: dict[str, str]) -> Piece:
    turn = cluster[0][0]
    start, end = min(one[1].start for one in cluster), max(one[1].end for one in cluster)
    text = texts[turn][start:end]
    longest = min(cluster, key=lambda one: (one[1].start - one[1].end, not one[2], _KINDS[one[1].kind]))
    kind, key = longest[1].kind, longest[2]
    return Piece(turn, start, end, kind, key or key_of(kind, text, shared), text)
