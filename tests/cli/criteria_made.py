"""Criteria made by hand, each with one plain rule, so that the faces are tested without the published ones."""

from dataclasses import replace

import numpy as np

from reattune.criteria import Criterion, Marked, State, Status
from reattune.errors import ReattuneError
from reattune.model import Voice


def _marked(scores, marked, state, back=None):
    repaired = np.full(scores.shape, -1)
    for place, at in (back or {}).items():
        repaired[place] = at
    return Marked(
        statistic=np.where(np.isnan(scores), -np.inf, marked.astype(float)),
        cutoff=1.0,
        marked=marked,
        state=np.where(marked, state, State.NONE).astype(np.int8),
        repaired_at=repaired,
        magnitude=np.where(marked, 2.0, np.nan),
        began=np.where(marked, np.arange(scores.size), -1),
    )


def low(scores, scale, ended=False):
    """Mark scores below 35 as came back at the next answer; where the work has ended, as censored."""
    marked = scores < 35
    answered = np.flatnonzero(~np.isnan(scores))
    back = {place: next((later for later in answered if later > place), -1) for place in np.flatnonzero(marked)}
    state = np.array(
        [
            State.CENSORED if ended else State.REPAIRED if back.get(n, -1) >= 0 else State.PENDING
            for n in range(scores.size)
        ]
    )
    return _marked(scores, marked, state, back)


def never(scores, scale, ended=False):
    return _marked(scores, np.zeros(scores.shape, dtype=bool), State.NONE)


def first(scores, scale, ended=False):
    marked = np.arange(scores.size) == np.flatnonzero(~np.isnan(scores))[0]
    return _marked(scores, marked, State.UNREPAIRED)


def mute(scores, scale, ended=False):
    found = never(scores, scale)
    return replace(found, statistic=np.full(scores.shape, -np.inf))


def wrong(scores, scale, ended=False):
    raise ReattuneError("The score of session 3 is 99, beyond the scale of 0 to 40; correct the score or the scale.")


def criterion(name, mark, status=Status.VERIFIED, fewest=2, needs=()):
    return Criterion(
        name, f"what {name} marks", f"k = {fewest}", f"{name} et al.", status, f"a note on {name}.", fewest, mark, needs
    )


CRITERIA = (
    criterion("low-2001", low),
    criterion("never-2002", never, Status.SECOND_HAND),
    criterion("first-2003", first, Status.FROM_MEMORY),
    criterion("mute-2004", mute, Status.OWN),
    criterion("wrong-2005", wrong),
    criterion("long-2006", low, fewest=50),
    criterion("needy-2007", low, needs=("sd_between", "reliability")),
)


def rows(caseload, codename="heron", by=Voice.CLIENT, instrument="srs"):
    """Return the rating rows of one series by day, read straight from the records."""
    (one,) = (one for one in caseload.practice.relationships if one.codename == codename)
    return {r.session_date: r for r in one.ratings if (r.by, r.instrument) == (by, instrument)}
