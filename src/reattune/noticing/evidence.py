"""Detectors in spend form: what is spent at a tick grows with evidence and is noticed when the sum reaches 1.

Under the model, the expected number of noticings up to any time is at most the sum of what was spent (linearity of
e-detectors: Shin, Ramdas & Rinaldo 2023, from memory). Under anything else it is measured, not guaranteed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.model import Direction
from reattune.noticing.usual import Floats, Ints, Usual
from reattune.noticing.weights import AVERAGE, LASTING, ONE_SESSION, PRODUCT, direction_shares

ONSETS = 4
"""How many candidate onsets are kept; older ones are merged, so a tick costs the same (why 4: docs/noticing.md)."""
SIZES = 4
ORDER = (Direction.AWAY, Direction.AGAINST, Direction.ATTUNED, Direction.CHANGED)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One observation per relationship in one stream at one tick.

    `code` and `group` are `[R]`; `seen` says where there is one; `weight` is lambda; `foreseen` where the reason was
    known before the outcome.
    """

    code: Ints
    group: Ints
    seen: NDArray[np.bool_]
    weight: Floats
    foreseen: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tally:
    """The evidence after one tick: `total` `[R]`, per direction `[D, R]`, shares of streams `[D, S, R]`.

    `onset` `[D, R]` is the tick from which the evidence mostly runs; `usual` holds, per stream, the probability of
    each sighting `[R]`.
    """

    total: Floats
    by_direction: Floats
    by_stream: Floats
    onset: Ints
    usual: tuple[tuple[Floats, ...], ...]


class Detectors:
    """All detectors of `R` relationships that have the same streams, one tick at a time, at constant cost."""

    def __init__(self, usuals: Sequence[Usual], size: int, onsets: int = ONSETS) -> None:
        self.usuals = tuple(usuals)
        self.size, self.onsets = size, onsets
        self.clock = 0
        self.active = np.zeros((len(self.usuals), size), dtype=bool)
        self.lasting = [np.zeros((onsets, size, len(usual.directions))) for usual in self.usuals]
        self.together = np.zeros((len(ORDER), SIZES + 1, onsets, size))
        self.weight_of = np.zeros((len(ORDER), len(self.usuals), size))
        self.onset_tick = np.zeros(onsets, dtype=np.int64)
        self._of = [
            [np.flatnonzero([d is direction for d in usual.directions]) for direction in ORDER] for usual in self.usuals
        ]

    def tick(self, spend: Floats, sightings: Sequence[Sequence[Sighting]]) -> Tally:
        """Spend `spend` `[R]`, take in each stream's sightings (in order), and return the evidence."""
        slot = self._open_onset()
        shares = self._shares()
        ratios, usual = self._ratios(sightings)
        seen = np.array([_any_seen(one, self.size) for one in sightings]).reshape(len(self.usuals), self.size)
        by_stream = np.zeros((len(ORDER), len(self.usuals), self.size))
        onset_mass = np.zeros((len(ORDER), self.onsets, self.size))
        for stream, ratio in enumerate(ratios):
            self._stream(stream, slot, spend, shares, seen[stream], ratio, by_stream, onset_mass)
        self._several(slot, spend, shares, seen, ratios, by_stream, onset_mass)
        self.active |= seen
        self.clock += 1
        by_direction = by_stream.sum(axis=1)
        onset = self.onset_tick[onset_mass.argmax(axis=1)]
        return Tally(by_direction.sum(axis=0), by_direction, by_stream, onset, usual)

    def forget(self, rows: NDArray[np.bool_]) -> None:
        """Set all evidence to 0 where `rows`: after a noticing."""
        for mass in self.lasting:
            mass[:, rows] = 0.0
        self.together[:, :, :, rows] = 0.0
        self.weight_of[:, :, rows] = 0.0

    def _open_onset(self) -> int:
        """Open a new candidate onset in the oldest slot, whose evidence joins the next oldest."""
        slot = self.clock % self.onsets
        if self.clock >= self.onsets and self.onsets > 1:
            older = (slot + 1) % self.onsets
            for mass in self.lasting:
                mass[older] += mass[slot]
            self.together[:, :, older] += self.together[:, :, slot]
        if self.onsets > 1 or self.clock == 0:
            for mass in self.lasting:
                mass[slot] = 0.0
            self.together[:, :, slot] = 0.0
        self.onset_tick[slot] = self.clock
        for usual in self.usuals:
            usual.freeze(slot)
        return slot

    def _shares(self) -> Floats:
        """Return each direction's share `[D, R]`, from streams seen before this tick."""
        speaks = np.array(
            [
                [self.active[stream] & bool(len(self._of[stream][d])) for stream in range(len(self.usuals))]
                for d in range(len(ORDER))
            ]
        ).reshape(len(ORDER), len(self.usuals), self.size)
        self._speaks = speaks
        self._speaking = speaks.sum(axis=1)
        return direction_shares(self._speaking > 0, ORDER)

    def _ratios(self, sightings: Sequence[Sequence[Sighting]]) -> tuple[list[Floats], tuple[tuple[Floats, ...], ...]]:
        """Return each stream's evidence at this tick `[J, R, A]` and the probabilities of what was seen."""
        ratios: list[Floats] = []
        probabilities: list[tuple[Floats, ...]] = []
        for usual, stream in zip(self.usuals, sightings, strict=True):
            evidence = np.ones((self.onsets, self.size, len(usual.directions)))
            seen: list[Floats] = []
            for sighting in stream:
                probability, ratio = usual.ratios(sighting.code, sighting.group)
                evidence *= np.where(sighting.seen[None, :, None], tempered(ratio, sighting), 1.0)
                usual.learn(sighting.code, sighting.group, sighting.seen & (sighting.weight > 0))
                seen.append(probability)
            ratios.append(evidence)
            probabilities.append(tuple(seen))
        return ratios, tuple(probabilities)

    def _stream(
        self,
        stream: int,
        slot: int,
        spend: Floats,
        shares: Floats,
        seen: NDArray[np.bool_],
        ratio: Floats,
        by_stream: Floats,
        onset_mass: Floats,
    ) -> None:
        """Let one stream's own detectors take in a tick: lasting change, and one odd session."""
        mass = self.lasting[stream]
        for d, columns in enumerate(self._of[stream]):
            if not len(columns):
                continue
            alone = self._speaking[d] < 2  # noqa: PLR2004  (several streams need two)
            part = np.where(alone, 1.0, 1.0 - AVERAGE - PRODUCT) / np.maximum(self._speaking[d], 1)
            each = spend * shares[d] * part * self._speaks[d, stream] * seen / len(columns)
            mass[slot][:, columns] += (LASTING * each)[:, None]
            odd = (ONE_SESSION * each)[:, None] * ratio[slot][:, columns]
            mass[:, :, columns] *= ratio[:, :, columns]
            kept = mass[:, :, columns].sum(axis=2)
            by_stream[d, stream] += kept.sum(axis=0) + odd.sum(axis=1)
            onset_mass[d] += kept
            onset_mass[d, slot] += odd.sum(axis=1)

    def _several(
        self,
        slot: int,
        spend: Floats,
        shares: Floats,
        seen: NDArray[np.bool_],
        ratios: list[Floats],
        by_stream: Floats,
        onset_mass: Floats,
    ) -> None:
        """Let several streams speak together: their average, and their product at each size of change."""
        for d in range(len(ORDER)):
            speaking = [s for s in range(len(ratios)) if len(self._of[s][d])]
            two = self._speaking[d] >= 2  # noqa: PLR2004
            if len(speaking) < 2 or not two.any():  # noqa: PLR2004
                continue
            start = spend * shares[d] * two * (seen & self._speaks[d]).any(axis=0)
            average = np.zeros((self.onsets, self.size))
            products = np.ones((SIZES, self.onsets, self.size))
            for s in speaking:
                weighed = self._sized(s, d, ratios[s], self._speaks[d, s])
                average += self._speaks[d, s] / np.maximum(self._speaking[d], 1) * weighed.mean(axis=0)
                products *= 0.5 + 0.5 * weighed
                gained = np.log(np.maximum(weighed[:, slot].mean(axis=0), 1e-300))
                self.weight_of[d, s] = np.maximum(0.0, self.weight_of[d, s] + gained)
            mass = self.together[d]
            mass[0, slot] += AVERAGE * start
            mass[1:, slot] += PRODUCT / SIZES * start
            mass[0] *= np.where(self._speaking[d] > 0, average, 1.0)
            mass[1:] *= products
            kept = mass.sum(axis=0)
            onset_mass[d] += kept
            by_stream[d] += self._credit(d) * kept.sum(axis=0)

    def _sized(self, stream: int, d: int, ratio: Floats, speaks: NDArray[np.bool_]) -> Floats:
        """Return one stream's mean ratio for each size of change `[SIZES, J, R]`; 1 where it does not speak."""
        sizes, joint = self.usuals[stream].sizes, self.usuals[stream].joint
        largest = max(sizes)
        together = any(joint[c] for c in self._of[stream][d])
        rows = []
        for size in range(SIZES):
            columns = [c for c in self._of[stream][d] if sizes[c] == min(size, largest) and joint[c] == together]
            rows.append(np.where(speaks, ratio[:, :, columns].mean(axis=2), 1.0))
        return np.array(rows)

    def _credit(self, d: int) -> Floats:
        """Return how evidence of several streams is credited to each `[S, R]`."""
        speaks = self._speaks[d]
        weight = np.where(speaks, self.weight_of[d], 0.0)
        total = weight.sum(axis=0)
        even = speaks / np.maximum(self._speaking[d], 1)
        credit: Floats = np.where(total > 0, np.divide(weight, total, out=np.zeros_like(weight), where=total > 0), even)
        return credit


def tempered(ratio: Floats, sighting: Sighting) -> Floats:
    """Return evidence lowered by a reason: never raised.

    Known before the outcome: `1 - w + w e`. Stated with or after it: `min(e, 1 - w + w e)`.
    """
    if bool((sighting.weight == 1.0).all()):
        return ratio
    weight = sighting.weight[None, :, None]
    mixed = 1.0 - weight + weight * ratio
    lowered: Floats = np.where(sighting.foreseen[None, :, None], mixed, np.minimum(ratio, mixed))
    return lowered


def _any_seen(sightings: Sequence[Sighting], size: int) -> NDArray[np.bool_]:
    """Return where a stream has any sighting at this tick `[R]`."""
    seen = np.zeros(size, dtype=bool)
    for sighting in sightings:
        seen |= sighting.seen
    return seen
