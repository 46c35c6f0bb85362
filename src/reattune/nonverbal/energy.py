"""Motion energy: how much of each person's part of the picture changed from one picture to the next.

After Altmann's published procedure (its code was read; nothing of it is here): grey pictures are subtracted, changed
pixels counted and given in percent of the part. Ours: no median filter, since pictures made smaller by averaging hold
little noise; what is disturbed stays missing; values are brought onto 25 a second by the pictures' own times.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.regions import Part, Regions

THRESHOLD = 12
"""Grey levels that a pixel has to change by, as in Altmann's program."""
LEAST = 4
"""The lowest threshold that noise is taken to ask for."""
TOUCHED = 2
"""Grey levels beyond which a pixel is not the same as before: below, a codec may only have drawn it again."""
AT_ONCE = 8
"""Pictures worked on at once; few enough that they stay in the processor's own memory."""
ROWS, COLUMNS = 18, 32
"""Blocks of the small copy of the picture that light and layout are told from."""
LIGHT_EVERY, LAYOUT_EVERY, BACK = 0.2, 1.0, 1.0
"""Seconds between looks at light and at layout, and how far back light is compared."""

Grey = NDArray[np.uint8]
Floats = NDArray[np.float64]


class Block(Protocol):
    """Pictures in time order: `grey[i]` (height, width) is shown at the second `times[i]`."""

    @property
    def times(self) -> Floats:
        """Seconds, one a picture."""
        ...

    @property
    def grey(self) -> Grey:
        """The pictures, (n, height, width)."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """What was counted from picture to picture; row k belongs to pictures k and k + 1.

    Args:
        times: seconds of the pictures.
        energy: percent of changed pixels (n - 1, 3): client, therapist, background (nan where none was drawn).
        touched: percent of pixels that are not the same at all (n - 1, 3): client, therapist, whole picture.
        light: (k, 2): seconds, and by how many grey levels three quarters of the picture rose or fell in a second.
        looks: seconds of the small copies.
        copies: (m, blocks): the small copies, one a second.
    """

    times: Floats
    energy: Floats
    touched: Floats
    light: Floats
    looks: Floats
    copies: Grey


class Energy:
    """Counts changed pixels block by block; holds a few numbers a picture, and one picture."""

    def __init__(self, regions: Regions, threshold: int | None = THRESHOLD) -> None:
        """Begin.

        Args:
            regions: whose part is where.
            threshold: grey levels a pixel has to change by; None to take it from the noise of the background, as the
                level that 99 of 100 differences there stay below in the first pictures.

        Raises:
            ReattuneError: noise is to be taken from a background that was not drawn.
        """
        if threshold is None and regions.background is None:
            raise ReattuneError(_("Noise can only be measured in a still part of the picture; draw the background."))
        self._regions, self._threshold = regions, threshold
        self._last: Grey | None = None
        self._times: list[Floats] = []
        self._energy: list[Floats] = []
        self._touched: list[Floats] = []
        self._recent: list[tuple[float, Floats]] = []
        self._light: list[tuple[float, float]] = []
        self._looks: list[float] = []
        self._copies: list[Grey] = []

    def see(self, block: Block) -> None:
        """Take in the next pictures.

        Args:
            block: pictures later than all before.
        """
        for first in range(0, len(block.times), AT_ONCE):
            times, grey = block.times[first : first + AT_ONCE], block.grey[first : first + AT_ONCE]
            if self._last is not None:
                self._count(np.concatenate((self._last[np.newaxis], grey)))
            elif len(grey) > 1:
                self._count(grey)
            self._last = grey[-1]
            self._times.append(np.asarray(times, np.float64))
            for time, picture in zip(times, grey, strict=True):
                self._look(float(time), picture)

    def done(self) -> Seen:
        """Return all that was counted."""
        return Seen(
            np.concatenate(self._times) if self._times else np.zeros(0),
            np.concatenate(self._energy) if self._energy else np.zeros((0, 3)),
            np.concatenate(self._touched) if self._touched else np.zeros((0, 3)),
            np.array(self._light).reshape(-1, 2),
            np.array(self._looks),
            np.array(self._copies, np.uint8).reshape(-1, ROWS * COLUMNS),
        )

    def _count(self, grey: Grey) -> None:
        before, after = grey[:-1], grey[1:]
        # Unsigned numbers would run over below 0; the larger less the smaller cannot.
        changed = np.maximum(before, after)
        changed -= np.minimum(before, after)
        if self._threshold is None:
            self._threshold = _noise(changed, self._regions)
        regions = self._regions
        self._energy.append(_shares(changed > self._threshold, (regions.client, regions.therapist, regions.background)))
        self._touched.append(_shares(changed > TOUCHED, (regions.client, regions.therapist, _WHOLE)))

    def _look(self, time: float, picture: Grey) -> None:
        if self._recent and time - self._recent[-1][0] < LIGHT_EVERY - 1e-6:
            return
        small = _small(picture)
        self._recent.append((time, small))
        while len(self._recent) > 1 and self._recent[1][0] <= time - BACK:
            self._recent.pop(0)
        low, high = np.quantile(small - self._recent[0][1], (0.25, 0.75))
        self._light.append((time, float(low if low > 0 else min(high, 0.0))))
        if not self._looks or time - self._looks[-1] >= LAYOUT_EVERY - 1e-6:
            self._looks.append(time)
            self._copies.append(np.asarray(small.ravel(), np.uint8))


_WHOLE = Part(0.0, 0.0, 1.0, 1.0)


def _shares(changed: NDArray[np.bool_], parts: tuple[Part | None, ...]) -> Floats:
    """Return percent of changed pixels in each part, (pictures, parts)."""
    _pictures, high, wide = changed.shape
    ones = changed.view(np.uint8)
    sums: dict[tuple[int, int], NDArray[np.uint16]] = {}
    found = np.full((len(changed), len(parts)), np.nan)
    for at, part in enumerate(parts):
        if part is None:
            continue
        rows, columns = part.inside(high, wide)
        key = (rows.start, rows.stop)
        if key not in sums:
            sums[key] = _down(ones[:, rows])
        here = sums[key][:, columns]
        found[:, at] = 100 * here.sum(axis=1) / (here.shape[1] * len(range(high)[rows]))
    return found


def _down(ones: Grey) -> NDArray[np.uint16]:
    """Return the sum of each column: in pieces of 255 rows, whose sums fit into one byte and are quick to make."""
    pieces = range(0, ones.shape[1], 255)
    return np.asarray(
        sum(np.add.reduce(ones[:, at : at + 255], axis=1, dtype=np.uint8).astype(np.uint16) for at in pieces)
    )


def _noise(changed: Grey, regions: Regions) -> int:
    assert regions.background is not None
    rows, columns = regions.background.inside(*changed.shape[1:])
    return max(LEAST, int(np.ceil(np.quantile(changed[:, rows, columns], 0.99))))


def _small(picture: Grey) -> Floats:
    """Return the means of blocks, (ROWS, COLUMNS); pixels are used more than once where there are fewer than blocks."""
    high, wide = picture.shape
    rows, columns = np.arange(ROWS) * high // ROWS, np.arange(COLUMNS) * wide // COLUMNS
    sums = np.add.reduceat(np.add.reduceat(picture, rows, axis=0, dtype=np.uint32), columns, axis=1)
    tall = np.maximum(np.diff(np.append(rows, high)), 1)
    across = np.maximum(np.diff(np.append(columns, wide)), 1)
    return np.asarray(sums / np.outer(tall, across), np.float64)
