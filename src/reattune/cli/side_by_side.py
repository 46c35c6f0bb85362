"""Each series of ratings under every criterion: what was run, what it marks, and why some were not run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import nan

import numpy as np

from reattune.account.scored import scorer
from reattune.account.told import THERE, Account, accounts
from reattune.caseload import Caseload
from reattune.charts import shape_of
from reattune.criteria import Criterion, Marked, Scale, State, every, lacking
from reattune.criteria.spread import between_people
from reattune.errors import ReattuneError
from reattune.instruments import find
from reattune.language import _, plural
from reattune.model import Instrument, Rating, Relationship, Source, Timing, Voice
from reattune.streams.ratings import CHECK_IN, STREAM
from reattune.streams.registry import is_on
from reattune.streams.ticks import horizon

PEOPLE, ANSWERS = 5, 4
"""So many people with so many answers each, and the spread between people is taken from this practice."""

Key = tuple[str, Voice, Timing]


@dataclass(frozen=True, slots=True)
class Place:
    """One session on the axis of a series; without an answer it has neither score nor row."""

    day: date
    score: float | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Marking:
    """One marked session: its place, its state, the place at which the score came back, and how far it fell."""

    place: int
    state: State
    back: int | None
    fall: float


@dataclass(frozen=True, slots=True)
class Said:
    """What one criterion says of a series; `why` says in a sentence why it was not run, and is "" where it was.

    `able` holds, for each session, whether the criterion has anything to say of it.
    """

    criterion: Criterion
    why: str
    able: tuple[bool, ...] = ()
    marks: tuple[Marking, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """One series of one relationship under every criterion."""

    key: Key
    instrument: Instrument | None
    places: tuple[Place, ...]
    said: tuple[Said, ...]
    sd_between: float | None
    people: int
    """How many people of this practice the spread between people was taken from; 0 where it is not known."""

    @property
    def answers(self) -> int:
        """How many sessions were answered."""
        return sum(one.score is not None for one in self.places)


@dataclass(frozen=True, slots=True)
class Compared:
    """One relationship: its account (what Reattune noticed is in it) and its series, none where it is silent."""

    account: Account
    ended: bool
    series: tuple[Beside, ...]
    left_out: bool
    """Whether frame.toml asks to leave ratings out."""


def compare(caseload: Caseload, criteria: Sequence[Criterion] | None = None) -> tuple[Compared, ...]:
    """Put every series of ratings under every criterion.

    Args:
        caseload: what was read, and what came up.
        criteria: which criteria; all that are installed by default.

    Returns:
        One entry for each relationship that was asked about, by codename.
    """
    run = every() if criteria is None else criteria
    told = sorted(accounts(caseload), key=lambda one: one.codename)
    spreads: dict[Key, tuple[float | None, int]] = {}
    found = []
    for account in told:
        who = account.relationship
        ended = who.ended is not None and who.ended <= caseload.as_of
        series = []
        for key, places in ({} if account.silent else _series(who, caseload)).items():
            if key not in spreads:
                spreads[key] = _spread(key, caseload)
            series.append(_beside(key, places, caseload, run, spreads[key], ended=ended))
        left_out = not is_on(STREAM, who.off, who.on)
        found.append(Compared(account, ended, tuple(series), left_out))
    return tuple(found)


def _series(who: Relationship, caseload: Caseload) -> dict[Key, tuple[Place, ...]]:
    """Return the sessions of each series from its first answer on; two raters or two times are two series."""
    if not is_on(STREAM, who.off, who.on):
        return {}
    scored = scorer(caseload.practice)
    until = horizon(who, caseload.as_of)
    answers: dict[Key, dict[date, list[tuple[Rating, float]]]] = {}
    for one in sorted(who.ratings, key=lambda one: (one.session_date, one.source)):
        score = scored(one)
        known = one.session_date <= until and (who.started is None or one.session_date >= who.started)
        name = f"rating {one.instrument} {one.by} {one.timing}"
        if score is None or not known or one.instrument == CHECK_IN or name in who.off:
            continue
        answers.setdefault((one.instrument, one.by, one.timing), {}).setdefault(one.session_date, []).append(
            (one, score)
        )
    sessions = [(one.start.date(), one.slot.date()) for one in who.sessions if shape_of(one) in THERE]
    order = list(Timing)
    keys = sorted(answers, key=lambda key: (key[0], key[1], order.index(key[2])))
    return {key: tuple(_places(answers[key], sessions, until)) for key in keys}


def _places(
    answers: dict[date, list[tuple[Rating, float]]], sessions: Sequence[tuple[date, date]], until: date
) -> Iterator[Place]:
    first = min(answers)
    # A session that was moved may be rated under the day it was first agreed for.
    days = {
        held for held, agreed in sessions if first <= held <= until and not (held not in answers and agreed in answers)
    }
    for at in sorted(days | set(answers)):
        given = answers.get(at, [])
        # Of two answers of one day nobody knows which came first; the day counts as not answered.
        yield Place(at, given[0][1], given[0][0].source) if len(given) == 1 else Place(at)


def _spread(key: Key, caseload: Caseload) -> tuple[float | None, int]:
    """Return the spread of people's own means in this practice, and of how many; None where too few answered."""
    rows = []
    for who in caseload.practice.relationships:
        scores = [one.score for one in _series(who, caseload).get(key, ()) if one.score is not None]
        if len(scores) >= ANSWERS:
            rows.append(scores)
    if len(rows) < PEOPLE:
        return None, 0
    table = np.full((len(rows), max(map(len, rows))), nan)
    for line, scores in zip(table, rows, strict=True):
        line[: len(scores)] = scores
    try:
        return between_people(table), len(rows)
    except ReattuneError:
        return None, 0


def _beside(
    key: Key,
    places: tuple[Place, ...],
    caseload: Caseload,
    criteria: Sequence[Criterion],
    spread: tuple[float | None, int],
    *,
    ended: bool,
) -> Beside:
    instrument = find(key[0], caseload.practice.instruments)
    bare = Beside(key, instrument, places, (), *spread)
    return replace(bare, said=tuple(_said(one, bare, ended=ended) for one in criteria))


def _said(criterion: Criterion, series: Beside, *, ended: bool) -> Said:
    why = _why_not(criterion, series)
    if why:
        return Said(criterion, why)
    assert series.instrument is not None
    scores = np.array([nan if one.score is None else one.score for one in series.places])
    try:
        marked = criterion.mark(scores, _scale(series.instrument, series), ended=ended)
    except ReattuneError as error:
        return Said(criterion, str(error))
    able = tuple(bool(one) for one in np.isfinite(marked.statistic))
    if not any(able):
        return Said(criterion, _("Too little to say: it has nothing to hold any of these answers against."))
    return Said(criterion, "", able, tuple(_markings(marked)))


def _why_not(criterion: Criterion, series: Beside) -> str:
    """Return why a criterion cannot be run on a series, or ""."""
    one = series.instrument
    if one is None:
        return _(
            "This form has no definition, so the ends of its scale are not known; define it to run criteria on it."
        )
    if one.higher_is_better is None:
        return _("Whether a higher answer is better is not known of this form; say so in its definition.")
    if series.answers < criterion.fewest:
        needed = plural("{n} answer", "{n} answers", criterion.fewest)
        return _("Too little to say: it needs {needed}, and there are {n}.").format(needed=needed, n=series.answers)
    if len({place.score for place in series.places if place.score is not None}) == 1:
        return _("Nothing to mark: all answers are the same.")
    return _missing(criterion, _scale(one, series))


def _missing(criterion: Criterion, scale: Scale) -> str:
    words = {"sd_between": _("the spread between people"), "reliability": _("the reliability of the form")}
    missing = [words.get(name, name) for name in lacking(criterion, scale)]
    if not missing:
        return ""
    return _("Not run: it needs {what}, which is not known here, and no number is made up for it.").format(
        what=_(" and ").join(missing)
    )


def _scale(one: Instrument, series: Beside) -> Scale:
    return Scale(
        minimum=one.minimum,
        maximum=one.maximum,
        higher_is_better=one.higher_is_better is not False,
        sd_between=series.sd_between,
        items=one.item_count or 1,
    )


def _markings(marked: Marked) -> Iterator[Marking]:
    for place in np.flatnonzero(marked.marked):
        back = int(marked.repaired_at[place])
        state = State(int(marked.state[place]))
        yield Marking(int(place), state, None if back < 0 else back, float(marked.magnitude[place]))
