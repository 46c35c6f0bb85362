"""Courses as the detectors and the criteria take them: drawn by `reattune.synthetic`, with onset and size known."""

import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np

from reattune.model import Instrument, Observation, Purpose, Scores, Series, Source, Streams
from reattune.noticing.prior import fit
from reattune.streams.ratings import defined
from reattune.synthetic import Ratings, Shape, draw, planted

FIRST_ONSET, LAST_ONSET_BEFORE_END = 4, 3
"""Onsets are uniform on the 5th session to the 3rd before the last (counted from 0 here)."""
OTHERS, OTHERS_SESSIONS = 20, 20
"""The people whom the detectors may have learned from: earlier, other, and unchanged."""
SHAPES = {
    "single dip of 2 SD": (Shape.DIP, 2.0),
    "single dip of 3 SD": (Shape.DIP, 3.0),
    "V of 2 SD": (Shape.V, 2.0),
    "V of 3 SD": (Shape.V, 3.0),
    "lasting fall of 1 SD": (Shape.LASTING, 1.0),
    "lasting fall of 1.5 SD": (Shape.LASTING, 1.5),
    "lasting fall of 2 SD": (Shape.LASTING, 2.0),
    "slow slide of 2 SD": (Shape.SLIDE, 2.0),
}


@dataclass(frozen=True)
class Courses:
    """Scores `[R, T]` with nan for no answer, what they would be without steps and ends, and the truth."""

    scores: np.ndarray
    latent: np.ndarray
    level: np.ndarray
    sd: np.ndarray
    onset: np.ndarray


@cache
def settings() -> dict:
    return tomllib.loads((Path(__file__).parent / "settings.toml").read_text("utf-8"))


def ratings(setting: str, misfit: str = "") -> Ratings:
    """Return how ratings are drawn under a setting, with a misfit's changes."""
    given = settings()[setting] | (settings()["misfit"][misfit] if misfit else {})
    names = {field.name for field in fields(Ratings)}
    return Ratings(**{name: value for name, value in given.items() if name in names})


def onsets(people: int, sessions: int, rng: np.random.Generator) -> np.ndarray:
    return rng.integers(FIRST_ONSET, sessions - LAST_ONSET_BEFORE_END, people)


def courses(how: Ratings, people: int, sessions: int, seed: int, change: tuple[Shape, float] | None = None) -> Courses:
    """Return courses, each with its own onset; `change` None plants nothing (the onsets are drawn all the same)."""
    rng = np.random.default_rng(seed)
    onset = onsets(people, sessions, rng)
    added = None
    if change is not None:
        added = np.stack([planted(*change, at, sessions) for at in range(sessions)])[onset]
    drawn = draw(how, people, sessions, rng, added)
    return Courses(drawn.scores, drawn.latent, drawn.level, drawn.sd, onset)


def instrument(how: Ratings) -> Instrument:
    """Return an alliance instrument with the range and steps of what is drawn."""
    return Instrument("invented", "1", "invented", Purpose.ALLIANCE, how.minimum, how.maximum, how.step, True)


def default_pattern(how: Ratings) -> Scores:
    """Return what Reattune takes for usual of such an instrument before it knows anybody."""
    return defined(instrument(how))


def fitted_pattern(how: Ratings, seed: int) -> Scores:
    """Return what it takes for usual once it knows twenty others: as for any practice, by `prior.fit`."""
    pattern = default_pattern(how)
    start = date(2024, 1, 1)
    others = draw(how, OTHERS, OTHERS_SESSIONS, np.random.default_rng([seed, 7]))
    people = [
        Streams(
            f"other-{person}",
            days,
            (Series("rating", pattern, tuple(_observed(pattern, days, scores))),),
        )
        for person, scores in enumerate(others.scores)
        for days in [tuple(start + timedelta(weeks=week) for week in range(OTHERS_SESSIONS))]
    ]
    own = Streams("own", (start + timedelta(weeks=60),), (Series("rating", pattern, ()),))
    found = fit(own, people).patterns["rating"]
    assert isinstance(found, Scores)
    return found


def pattern_for(setting: str, misfit: str, seed: int) -> Scores:
    """Return the fitted pattern, wrong on purpose where the misfit says so (in score units, factors for spreads)."""
    how = ratings(setting, misfit)
    pattern = fitted_pattern(how, seed)
    wrong = settings()["misfit"].get(misfit, {}).get("prior")
    if not wrong:
        return pattern
    return replace(
        pattern,
        centre=pattern.centre + wrong["centre"],
        within=pattern.within * wrong["within"],
        between=pattern.between * wrong["between"],
    )


def _observed(pattern: Scores, days: tuple[date, ...], scores: np.ndarray) -> list[Observation]:
    return [
        Observation(day, day, int(code), float(score), Source("invented.csv", str(row)))
        for row, (day, score, code) in enumerate(zip(days, scores, codes(pattern, scores), strict=True), start=2)
        if code >= 0
    ]


def codes(pattern: Scores, scores: np.ndarray) -> np.ndarray:
    """Return scores as codes, -1 where there is no answer."""
    place = np.floor((np.nan_to_num(scores) - pattern.minimum) / pattern.step + 0.5).astype(int)
    return np.where(np.isnan(scores), -1, np.clip(place, 0, pattern.size - 1))
