"""Several weak streams at once: their average, and their product at each size of change.

The product is a detector of its own because streams are modelled as independent given the past (NOTICING.md); it bets
that each stream has changed with probability `BET`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reattune.noticing.usual import Floats, Usual
from reattune.noticing.weights import AVERAGE, BET, ORDER, PRODUCT, SIZE_WEIGHTS, SIZES


class Together:
    """The joint detectors of each direction, for `R` relationships and `J` candidate onsets."""

    def __init__(self, usuals: Sequence[Usual], size: int, onsets: int) -> None:
        streams = len(usuals)
        self.mass = np.zeros((len(ORDER), SIZES + 1, onsets, size))
        self.credit = np.zeros((len(ORDER), streams, size))
        self._mixes = [[_mix(usual, d) for d in range(len(ORDER))] for usual in usuals]
        self._now = np.ones((len(ORDER), streams, SIZES, onsets, size))
        self._tick = [np.ones((onsets, size, len(usual.directions))) for usual in usuals]
        self._speaks = np.zeros((len(ORDER), streams, size), dtype=bool)

    def begin(self, slot: int, spend: Floats, speaks: NDArray[np.bool_], seen: NDArray[np.bool_]) -> None:
        """Begin a tick: spend `[D, R]` where at least two streams speak and one of them is seen."""
        self._speaks = speaks
        two = (speaks.sum(axis=1) >= 2) & (speaks & seen).any(axis=1)  # noqa: PLR2004  (several means two)
        start = np.where(two, spend, 0.0)
        self.mass[:, 0, slot] += AVERAGE * start
        self.mass[:, 1:, slot] += PRODUCT * np.array(SIZE_WEIGHTS)[:, None] * start[:, None]
        self._now[:] = 1.0
        for one in self._tick:
            one[:] = 1.0

    def take_in(self, stream: int, slot: int, ratio: Floats) -> None:
        """Take in one sighting of one stream, ratios `[J, R, A]`."""
        self._tick[stream] *= ratio
        for d in self._directions(stream):
            sized = self._sized(stream, d, self._tick[stream])
            average, product = self._gains(stream, d, sized)
            self.mass[d, 0] *= average
            self.mass[d, 1:] *= product
            gained = np.log(
                np.maximum(sized[:, slot].mean(axis=0) / self._now[d, stream, :, slot].mean(axis=0), 1e-300)
            )
            self.credit[d, stream] = np.maximum(0.0, self.credit[d, stream] + gained)
            self._now[d, stream] = sized

    def would_be(self, stream: int, ratio: Floats) -> Floats:
        """Return what the stream's directions would hold `[X, J, R]` for each thing that could be seen.

        Args:
            stream: the stream that is about to be seen.
            ratio: its ratios for everything that could be seen `[X, J, R, A]`.
        """
        total = np.zeros(ratio.shape[:3])
        for d in self._directions(stream):
            sized = self._sized(stream, d, self._tick[stream] * ratio)
            average, product = self._gains(stream, d, sized)
            total += self.mass[d, 0] * average
            total += (self.mass[d, 1:, None] * product).sum(axis=0)
        return total

    def spoken(self, stream: int) -> Floats:
        """Return what the directions that a stream speaks to hold now `[R]`."""
        every: Floats = self.mass[self._directions(stream)].sum(axis=(0, 1, 2))
        return every

    def scale(self, stream: int, slot: int, factor: Floats) -> None:
        """Multiply what was spent on the newest onset in the stream's directions by `factor` `[R]`."""
        for d in self._directions(stream):
            self.mass[d, :, slot] *= factor

    def merge(self, slot: int, heir: int) -> None:
        """Let the evidence of `slot` join that of `heir`."""
        self.mass[:, :, heir] += self.mass[:, :, slot]
        self.mass[:, :, slot] = 0.0

    def forget(self, rows: NDArray[np.bool_]) -> None:
        """Set all evidence to 0 where `rows`."""
        self.mass[:, :, :, rows] = 0.0
        self.credit[:, :, rows] = 0.0

    def total(self) -> Floats:
        """Return the sum of all evidence `[R]`."""
        every: Floats = self.mass.sum(axis=(0, 1, 2))
        return every

    def by_onset(self) -> Floats:
        """Return evidence by direction and onset `[D, J, R]`."""
        every: Floats = self.mass.sum(axis=1)
        return every

    def by_stream(self) -> Floats:
        """Return evidence by direction, credited to each stream by what it gained `[D, S, R]`."""
        credit = np.where(self._speaks, self.credit, 0.0)
        whole = credit.sum(axis=1, keepdims=True)
        even = self._speaks / np.maximum(self._speaks.sum(axis=1, keepdims=True), 1)
        part = np.where(whole > 0, np.divide(credit, whole, out=np.zeros_like(credit), where=whole > 0), even)
        every: Floats = part * self.mass.sum(axis=(1, 2))[:, None]
        return every

    def _directions(self, stream: int) -> list[int]:
        return [d for d in range(len(ORDER)) if self._mixes[stream][d].shape[1]]

    def _sized(self, stream: int, d: int, ratio: Floats) -> Floats:
        """Return the mean ratio for each size of change `[SIZES, ..., J, R]`; 1 where the stream does not speak."""
        speaks = self._speaks[d, stream]
        mix = self._mixes[stream][d]
        mean = np.moveaxis(ratio @ mix, -1, 0)
        sized: Floats = np.where(speaks, mean, 1.0)
        return sized

    def _gains(self, stream: int, d: int, sized: Floats) -> tuple[Floats, Floats]:
        """Return what the average `[..., J, R]` and the products `[SIZES, ..., J, R]` are multiplied by."""
        now = self._now[d]
        share = self._speaks[d] / np.maximum(self._speaks[d].sum(axis=0), 1)
        before = (share[:, None] * now.mean(axis=1)).sum(axis=0)
        changed = before + share[stream] * (sized.mean(axis=0) - now[stream].mean(axis=0))
        average = np.where(before > 0, np.divide(changed, before, out=np.ones_like(changed), where=before > 0), 1.0)
        older = now[stream].reshape(SIZES, *([1] * (sized.ndim - 3)), *now[stream].shape[1:])
        return average, (1.0 - BET + BET * sized) / (1.0 - BET + BET * older)


def _mix(usual: Usual, d: int) -> Floats:
    """Return how changes are averaged for each size `[A, SIZES]`; no columns where none speaks for the direction.

    Half goes to the changes of one outcome each, half to several outcomes changing together, where there are any.
    """
    mine = [c for c, direction in enumerate(usual.directions) if direction is ORDER[d]]
    if not mine:
        return np.zeros((len(usual.directions), 0))
    mix = np.zeros((len(usual.directions), SIZES))
    largest = max(usual.sizes)
    for size in range(SIZES):
        kinds = [
            [c for c in mine if usual.joint[c] is joint and usual.sizes[c] == min(size, largest)]
            for joint in (True, False)
        ]
        some = [kind for kind in kinds if kind]
        for columns in some:
            mix[columns, size] = 1.0 / len(some) / len(columns)
    return mix
