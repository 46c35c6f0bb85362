"""Detectors in spend form: what is spent at a tick grows with evidence and is noticed when the sum reaches 1.

Under the model, the expected number of noticings up to any time is at most the sum of what was spent (e-detectors:
Shin, Ramdas & Rinaldo 2023, from memory). Under anything else it is measured, not guaranteed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reattune.noticing.overshoot import RECLAIMED, spendable
from reattune.noticing.together import Together
from reattune.noticing.usual import Floats, Ints, Usual
from reattune.noticing.weights import ORDER, direction_shares, single_share

ONSETS = 4
"""How many candidate onsets are kept; older ones are merged, so a tick costs the same (why 4: docs/noticing.md)."""


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

    `onset` `[D, R]` is the tick from which the evidence mostly runs; `usual` holds, per stream, how common each
    sighting was `[R]` (see `model.Seen`).
    """

    total: Floats
    by_direction: Floats
    by_stream: Floats
    onset: Ints
    usual: tuple[tuple[Floats, ...], ...]


class Detectors:
    """All detectors of `R` relationships that have the same streams, one tick at a time, at constant cost.

    Args:
        usuals: one usual pattern per stream, each for `size` relationships and `onsets` frozen beliefs.
        size: the number of relationships `R`.
        onsets: candidate onsets kept.
        boosted: whether evidence that would be wasted beyond 1 is spent (see `overshoot`); slower, never less.
    """

    def __init__(self, usuals: Sequence[Usual], size: int, onsets: int = ONSETS, *, boosted: bool = False) -> None:
        self.usuals = tuple(usuals)
        self.size, self.onsets, self.boosted = size, onsets, boosted
        self.clock = 0
        self.taught = np.zeros((len(self.usuals), size), dtype=np.int64)
        self.lasting = [np.zeros((onsets, size, len(usual.directions))) for usual in self.usuals]
        self.odd = [np.zeros((size, len(usual.directions))) for usual in self.usuals]
        self.together = Together(self.usuals, size, onsets)
        self.reserve = np.zeros(size)
        self._crossed = np.zeros(size, dtype=bool)
        """Where a sighting of this tick has already brought the evidence to 1: what comes after it is not weighed."""
        self.origin = np.zeros((len(ORDER), onsets, size), dtype=np.int64)
        self._direction = [np.array([ORDER.index(d) for d in usual.directions]) for usual in self.usuals]

    def tick(self, spend: Floats, sightings: Sequence[Sequence[Sighting]]) -> Tally:
        """Spend `spend` `[R]`, take in each stream's sightings (in order), and return the evidence."""
        slot = self._open_onset()
        seen = np.array([_any_seen(one, self.size) for one in sightings], dtype=bool).reshape(
            len(self.usuals), self.size
        )
        self._crossed = np.zeros(self.size, dtype=bool)
        self._fade(seen)
        self._spend(slot, spend, seen)
        usual = tuple(
            tuple(self._take_in(stream, slot, sighting) for sighting in one) for stream, one in enumerate(sightings)
        )
        for stream, one in enumerate(sightings):
            self.taught[stream] += _any_seen([replace(s, seen=s.seen & (s.weight > 0)) for s in one], self.size)
        self.clock += 1
        return self._tally(slot, usual)

    def forget(self, rows: NDArray[np.bool_]) -> None:
        """Set all evidence to 0 where `rows`: after a noticing."""
        for mass in self.lasting:
            mass[:, rows] = 0.0
        for odd in self.odd:
            odd[rows] = 0.0
        self.together.forget(rows)
        self.origin[:, :, rows] = self.clock

    def total(self) -> Floats:
        """Return the sum of all evidence `[R]`."""
        every = self.together.total()
        for lasting, odd in zip(self.lasting, self.odd, strict=True):
            every = every + lasting.sum(axis=(0, 2)) + odd.sum(axis=1)
        return every

    def _open_onset(self) -> int:
        """Open a new candidate onset in the oldest slot, whose evidence joins the next oldest."""
        slot = self.clock % self.onsets
        heir = (slot + 1) % self.onsets
        if heir != slot:
            by_onset = self._by_onset()
            stronger = by_onset[:, slot] > by_onset[:, heir]
            self.origin[:, heir] = np.where(stronger, self.origin[:, slot], self.origin[:, heir])
            for mass in self.lasting:
                mass[heir] += mass[slot]
                mass[slot] = 0.0
            self.together.merge(slot, heir)
        self.origin[:, slot] = self.clock
        for usual in self.usuals:
            usual.freeze(slot)
        return slot

    def _fade(self, seen: NDArray[np.bool_]) -> None:
        """Let what is remembered fade where its stream is seen again; what has faded goes into the reserve."""
        before = self.total()
        for stream, usual in enumerate(self.usuals):
            self.lasting[stream] *= np.where(seen[stream], usual.keeps, 1.0)[None, :, None]
            self.odd[stream] = np.where(seen[stream][:, None], 0.0, self.odd[stream])
        self.reserve += RECLAIMED * (before - self.total())

    def _spend(self, slot: int, spend: Floats, seen: NDArray[np.bool_]) -> None:
        """Add this tick's spend to the detectors of streams seen before and seen now."""
        active = [taught >= usual.teaching for taught, usual in zip(self.taught, self.usuals, strict=True)]
        speaks = np.array(
            [
                [active[s] & bool((self._direction[s] == d).any()) for s in range(len(self.usuals))]
                for d in range(len(ORDER))
            ],
            dtype=bool,
        ).reshape(len(ORDER), len(self.usuals), self.size)
        speaking = speaks.sum(axis=1)
        shares = direction_shares(speaking > 0, ORDER)
        for stream, usual in enumerate(self.usuals):
            each = spend * shares * single_share(speaking) * speaks[:, stream] * seen[stream]
            per_change = each[self._direction[stream]].T
            self.lasting[stream][slot] += per_change * usual.lasting
            self.odd[stream] = per_change * usual.once
        self.together.begin(slot, spend * shares, speaks, seen)

    def _take_in(self, stream: int, slot: int, sighting: Sighting) -> Floats:
        """Let every detector take in one sighting, and return how common it was `[R]`."""
        usual = self.usuals[stream]
        apart = ~sighting.seen | self._crossed
        factor: Floats | None = None
        if self.boosted:
            chance, every = usual.every(sighting.group)
            every = foreseen(every, sighting)
            factor = self._boost(stream, slot, chance, every, apart)
            common = usual.common(chance, sighting.code)
            ratio = every[sighting.code, :, np.arange(self.size)].transpose(1, 0, 2)
        else:
            common, ratio = usual.ratios(sighting.code, sighting.group)
            ratio = foreseen(ratio, sighting)
        ratio = np.where(apart[None, :, None], 1.0, tempered(ratio, sighting))
        self.lasting[stream] *= ratio
        self.odd[stream] *= ratio[slot]
        self.together.take_in(stream, slot, ratio)
        if factor is not None:
            self._scale(stream, slot, factor)
        usual.learn(sighting.code, sighting.group, sighting.seen & (sighting.weight > 0))
        self._crossed |= sighting.seen & (self.total() >= 1.0)
        return common

    def _boost(self, stream: int, slot: int, chance: Floats, ratio: Floats, apart: NDArray[np.bool_]) -> Floats:
        """Return the factor by which this tick's spend may be multiplied before a sighting is looked at."""
        lasting = (self.lasting[stream] * ratio).sum(axis=3)
        together = self.together.would_be(stream, ratio)
        fresh = lasting[:, slot] + (self.odd[stream] * ratio[:, slot]).sum(axis=2) + together[:, slot]
        elsewhere = self.total() - self.together.spoken(stream)
        elsewhere = elsewhere - self.lasting[stream].sum(axis=(0, 2)) - self.odd[stream].sum(axis=1)
        whole = np.maximum(elsewhere, 0.0) + lasting.sum(axis=1)
        whole = whole + (self.odd[stream] * ratio[:, slot]).sum(axis=2) + together.sum(axis=1)
        factor, reserve = spendable(chance, np.maximum(whole - fresh, 0.0), fresh, self.reserve)
        self.reserve = np.where(apart, self.reserve, reserve)
        return np.where(apart, 1.0, factor)

    def _scale(self, stream: int, slot: int, factor: Floats) -> None:
        """Multiply what this tick spent on a stream, alone or with others, by `factor` `[R]`."""
        self.lasting[stream][slot] *= factor[:, None]
        self.odd[stream] *= factor[:, None]
        self.together.scale(stream, slot, factor)

    def _by_onset(self) -> Floats:
        """Return what is remembered, by direction and candidate onset `[D, J, R]`."""
        kept = self.together.by_onset()
        for lasting, direction in zip(self.lasting, self._direction, strict=True):
            for d in np.unique(direction):
                kept[d] += lasting[:, :, direction == d].sum(axis=2)
        return kept

    def _tally(self, slot: int, usual: tuple[tuple[Floats, ...], ...]) -> Tally:
        """Return the evidence by direction and stream, and the onset that most of it runs from."""
        by_stream = self.together.by_stream()
        by_onset = self._by_onset()
        for stream, (lasting, odd) in enumerate(zip(self.lasting, self.odd, strict=True)):
            for d in np.unique(self._direction[stream]):
                columns = self._direction[stream] == d
                once = odd[:, columns].sum(axis=1)
                by_stream[d, stream] += lasting[:, :, columns].sum(axis=(0, 2)) + once
                by_onset[d, slot] += once
        by_direction = by_stream.sum(axis=1)
        onset = np.take_along_axis(self.origin, by_onset.argmax(axis=1)[:, None], axis=1)[:, 0]
        return Tally(by_direction.sum(axis=0), by_direction, by_stream, onset, usual)


def foreseen(ratio: Floats, sighting: Sighting) -> Floats:
    """Return evidence `[..., J, R, A]` mixed with none where a reason was known before the outcome: `1 - w + w e`.

    It averages 1 like any evidence, whatever is seen, so it is mixed before the boost is reckoned.
    """
    if not bool(sighting.foreseen.any()):
        return ratio
    weight = np.where(sighting.foreseen, sighting.weight, 1.0)[:, None]
    mixed: Floats = 1.0 - weight + weight * ratio
    return mixed


def tempered(ratio: Floats, sighting: Sighting) -> Floats:
    """Return evidence lowered where a reason came with or after the outcome, never raised: `min(e, 1 - w + w e)`."""
    if bool((sighting.foreseen | (sighting.weight == 1.0)).all()):
        return ratio
    weight = np.where(sighting.foreseen, 1.0, sighting.weight)[None, :, None]
    lowered: Floats = np.minimum(ratio, 1.0 - weight + weight * ratio)
    return lowered


def _any_seen(sightings: Sequence[Sighting], size: int) -> NDArray[np.bool_]:
    """Return where a stream has any sighting at this tick `[R]`."""
    seen = np.zeros(size, dtype=bool)
    for sighting in sightings:
        seen |= sighting.seen
    return seen
