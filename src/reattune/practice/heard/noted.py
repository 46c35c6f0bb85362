"""Moments of a transcript as the reading page shows them: the listed ones in words, with what was said to them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reattune.practice import models
from reattune.practice.heard import answering, trusted
from reattune.practice.heard.gaps import clock
from reattune.speech.moments import Moment, listed, moments
from reattune.speech.moments import trusted as as_trusted
from reattune.speech.nearby import near
from reattune.speech.reading import Reading
from reattune.speech.telling import Quoted, Told, seen, title, told
from reattune.speech.worth import Said

QUOTE = 90
"""Characters of a quote in a list."""
MOST_WEAKER = 100
"""Weaker moments that are named in one list."""
_STOP = re.compile(r"[.?!…]+[\"”’']?(?=\s|$)")
SHOWN = 3
"""Attempts to reach each other that are shown with a moment; more of them are counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """One listed moment: its number, its words, what was said to it, and how such moments were answered here."""

    number: int
    moment: Moment
    told: Told
    attempts: tuple[Quoted, ...]
    """The first attempts to reach each other after it."""
    more_attempts: int
    quote: str
    at: str
    answer: models.Answer | None
    counted: str
    episode: models.Episode | None

    @property
    def is_ordinary(self) -> bool:
        """Whether it was called ordinary: then it stays in sight, and steps back."""
        return self.answer is not None and self.answer.answer == Said.NO

    @property
    def seen(self) -> tuple[Quoted, ...]:
        """What it rests on, the clearest first."""
        pairs = zip(self.moment.hits, self.told.seen, strict=True)
        return tuple(quoted for _hit, quoted in sorted(pairs, key=lambda pair: -pair[0].strength))

    @property
    def said(self) -> str:
        """What was said to it, in words."""
        return answering.words(Said(self.answer.answer)) if self.answer else ""


@dataclass(frozen=True, slots=True)
class Weaker:
    """One moment that is not listed by itself."""

    moment: Moment
    title: str
    quote: str
    at: str


@dataclass(frozen=True, slots=True)
class Noted:
    """All moments of a transcript: the listed ones, the attempts near them by id, and what was left out."""

    found: tuple[Moment, ...]
    notes: tuple[Note, ...]
    attempts: Mapping[str, tuple[int, ...]]
    """The numbers of the moments that an attempt came after, where it is one of the first after them."""
    weaker: tuple[Weaker, ...]
    left_out: int
    """How many are not listed, named or not."""


Weighed = Callable[[Iterable[Moment]], tuple[Moment, ...]]
"""The same moments, some of them weaker."""


def noted(
    heard: models.Heard, reading: Reading, taken: Mapping[str, models.Episode], weigh: Weighed | None = None
) -> Noted:
    """Return the moments of a transcript as they are shown.

    A moment that was answered stays listed, so that the answer can be taken back where it was given.

    Args:
        heard: The transcript.
        reading: What was read in it.
        taken: The records that its moments were put into.
        weigh: What a second reader leaves of moments, where there is one; it never lists one more.
    """
    found, worth, answers = moments(reading), trusted.trusted(), answering.standing(heard)
    here = tuple(as_trusted(one, worth.trust) for one in found)
    chosen = {one.id for one in listed(here if weigh is None else weigh(here)).moments}
    shown = [one for one in found if one.direction is not None and (one.id in chosen or one.id in answers)]
    nearby = {one.id: [attempt.moment for attempt in near(reading, one, found)] for one in shown}
    notes = tuple(
        Note(
            number,
            one,
            told(reading, one, found),
            tuple(seen(reading, attempt)[0] for attempt in nearby[one.id][:SHOWN]),
            max(0, len(nearby[one.id]) - SHOWN),
            short(reading, one),
            clock(one.start),
            answers.get(one.id),
            trusted.words(worth.counted, one),
            taken.get(one.id),
        )
        for number, one in enumerate(shown, 1)
    )
    named = {one.id for one in shown}
    rest = [one for one in found if one.direction is not None and one.id not in named]
    return Noted(found, notes, _attempts(notes, nearby), _weaker(reading, rest), len(rest))


def short(reading: Reading, moment: Moment) -> str:
    """Return the sentence of a moment's clearest words, or only these where it is long; shortened."""
    hit = max(moment.hits, key=lambda one: one.strength)
    text, quote = reading.transcript.turns[hit.turn].text, reading.quote(hit)
    begin = max((one.end() for one in _STOP.finditer(text, 0, hit.start)), default=0)
    # From the last letter of the words on: they may hold their own full stop already.
    stop = _STOP.search(text, max(hit.start, hit.end - 1))
    sentence = text[begin : stop.end() if stop else len(text)].strip()
    if len(sentence) <= QUOTE:
        return sentence
    return quote if len(quote) <= QUOTE else f"{quote[:QUOTE].rstrip()}…"


def _attempts(notes: Sequence[Note], nearby: Mapping[str, Sequence[Moment]]) -> dict[str, tuple[int, ...]]:
    after: dict[str, tuple[int, ...]] = {}
    for note in notes:
        for attempt in nearby[note.moment.id][:SHOWN]:
            after[attempt.id] = (*after.get(attempt.id, ()), note.number)
    return after


def _weaker(reading: Reading, rest: Sequence[Moment]) -> tuple[Weaker, ...]:
    strongest = sorted(rest, key=lambda one: -one.strength)[:MOST_WEAKER]
    in_order = sorted(strongest, key=lambda one: (one.first, one.hits[0].start))
    return tuple(Weaker(one, title(one), short(reading, one), clock(one.start)) for one in in_order)
