"""Direct report: client and therapist are each asked whether there was a rupture, and both answers are kept."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reattune.criteria import checked
from reattune.criteria.marked import Bools, Floats, Ints
from reattune.errors import ReattuneError
from reattune.language import _


class Cell(IntEnum):
    """What the two of them said of one session."""

    NOT_KNOWN = 0
    """One or both did not answer."""
    BOTH = 1
    CLIENT_ONLY = 2
    THERAPIST_ONLY = 3
    NEITHER = 4


@dataclass(frozen=True, slots=True)
class Reported:
    """What was said of series of sessions: `cell` holds `Cell` codes, `[..., T]`."""

    cell: NDArray[np.int8]

    @property
    def counts(self) -> dict[Cell, Ints]:
        """How many sessions of each series fell into each cell, `[...]`, those not known for themselves."""
        return {cell: (self.cell == cell).sum(axis=-1, dtype=np.int64) for cell in Cell}

    @property
    def said(self) -> Bools:
        """Whether both answered and at least one said yes, `[..., T]`."""
        return (self.cell > Cell.NOT_KNOWN) & (self.cell < Cell.NEITHER)


def direct_report(client: ArrayLike, therapist: ArrayLike) -> Reported:
    """Sort sessions by what client and therapist each said of them.

    Args:
        client: `[..., T]`, 1 for yes, 0 for no, nan or None where not answered.
        therapist: the same sessions, the same way.

    Returns:
        One cell for each session; a session that one of them did not answer is not known, whatever the other said.

    Raises:
        ReattuneError: an answer is neither yes nor no, or the two are not of the same sessions.

    Source:
        Post-session questionnaire: Rubel 2018, Muran 2009 (verified): ask both, keep the four cells.
    """
    theirs, own = _answers(client), _answers(therapist)
    if theirs.shape != own.shape:
        raise ReattuneError(
            _(
                "Client and therapist have answered {client} and {therapist} sessions; give both for the same ones."
            ).format(client=theirs.shape, therapist=own.shape)
        )
    known = ~np.isnan(theirs) & ~np.isnan(own)
    said = np.where(theirs == 1.0, np.where(own == 1.0, Cell.BOTH, Cell.CLIENT_ONLY), Cell.THERAPIST_ONLY)
    neither = (theirs == 0.0) & (own == 0.0)
    return Reported(np.where(known, np.where(neither, Cell.NEITHER, said), Cell.NOT_KNOWN).astype(np.int8))


def _answers(given: ArrayLike) -> Floats:
    """Return answers, each yes, no or none."""
    found = checked.series(given)
    if not (np.isnan(found) | (found == 0.0) | (found == 1.0)).all():
        raise ReattuneError(
            _("An answer is neither 0 (no) nor 1 (yes); give one of the two, or nan where not answered.")
        )
    return found
