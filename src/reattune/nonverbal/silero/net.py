"""The network: a short-time Fourier transform, four convolutions, one LSTM cell and a logistic output.

Everything but the LSTM knows only its own 36 ms of sound and is done for many frames at once, in products that are each
too small for BLAS to share out among threads: waiting for each other would cost more than the work itself. Blocks
always begin at the same frames, whatever pieces the sound comes in, so that every piece gives the very same numbers.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

RATE = 16_000
"""Samples a second the network was trained for."""
FRAME = 512
"""Samples, 32 ms, that each probability belongs to."""
BEFORE = 64
"""Samples before a frame that the network sees with it."""
WINDOW, HOP, BINS = 256, 128, 129
BLOCK = 128
"""Frames, about 4 s, that are done together."""
UNITS = 128
WEIGHTS = "silero_vad_16k.safetensors"

Numbers = NDArray[np.float32]


@cache
def weights() -> dict[str, Numbers]:
    """Return the network's arrays by name, exactly as they were published."""
    raw = files("reattune.nonverbal.silero").joinpath(WEIGHTS).read_bytes()
    # Eight bytes say how long the table of contents is; the arrays follow it.
    start = 8 + int.from_bytes(raw[:8], "little")
    found = {}
    for name, one in json.loads(raw[8:start]).items():
        if name != "__metadata__":
            first, last = one["data_offsets"]
            found[name] = np.frombuffer(raw[start + first : start + last], "<f4").reshape(one["shape"])
    return found


class Net:
    """Hears a sound in pieces of any length and gives a probability of speech for each 32 ms."""

    def __init__(self) -> None:
        self._waiting = np.zeros(BEFORE, np.float32)
        self._cell = np.zeros(UNITS, np.float32)
        self._hidden = np.zeros(UNITS, np.float32)

    def hear(self, sound: Numbers) -> Numbers:
        """Return the probabilities of the frames that are now complete.

        Args:
            sound: the next samples, (n,), one channel, 16 kHz, between -1 and 1.

        Returns:
            One number for each frame of 512 samples, in order; frames wait until a block of them is there.
        """
        self._waiting = np.concatenate((self._waiting, sound.astype(np.float32, copy=False)))
        blocks = (len(self._waiting) - BEFORE) // (BLOCK * FRAME)
        found = [self._block(BLOCK) for _ in range(blocks)]
        return np.concatenate(found) if found else np.zeros(0, np.float32)

    def done(self) -> Numbers:
        """Return the probabilities of what is left; a frame that ends early is filled with silence."""
        left = len(self._waiting) - BEFORE
        frames = -(-left // FRAME)
        if not frames:
            return np.zeros(0, np.float32)
        self._waiting = np.concatenate((self._waiting, np.zeros(frames * FRAME - left, np.float32)))
        return self._block(frames)

    def _block(self, frames: int) -> Numbers:
        used = BEFORE + frames * FRAME
        heard = sliding_window_view(self._waiting[:used], BEFORE + FRAME)[::FRAME]
        self._waiting = self._waiting[used - BEFORE :]
        return self._remember(encoded(heard))

    def _remember(self, inputs: Numbers) -> Numbers:
        """Take the LSTM through the frames; `inputs` is (frames, 4 x 128), gates in the order of `gates`."""
        recurrent = gates()[1]
        cell, hidden = self._cell, self._hidden
        every = np.empty((len(inputs), UNITS), np.float32)
        half = np.float32(0.5)
        for at, given in enumerate(inputs):
            held = np.tanh(given + (recurrent @ hidden).reshape(-1))
            # A logistic is a tanh of half its argument, moved: one tanh serves all four gates.
            opened = held[: 3 * UNITS] * half + half
            cell = opened[UNITS : 2 * UNITS] * cell + opened[:UNITS] * held[3 * UNITS :]
            hidden = opened[2 * UNITS :] * np.tanh(cell)
            every[at] = hidden
        self._cell, self._hidden = cell, hidden
        last = weights()["final_conv.weight"][0, :, 0]
        score = np.maximum(every, 0) @ last + weights()["final_conv.bias"]
        return np.asarray(1 / (1 + np.exp(-score)), np.float32)


@cache
def gates() -> tuple[Numbers, Numbers, Numbers]:
    """Return the LSTM's weights of input and of memory and its bias: in, forget, out, new; logistic ones halved."""
    known = weights()
    order = np.r_[0 : 2 * UNITS, 3 * UNITS : 4 * UNITS, 2 * UNITS : 3 * UNITS]
    scale = np.repeat(np.asarray([0.5, 1], np.float32), [3 * UNITS, UNITS])
    given = known["lstm_cell.weight_ih"][order] * scale[:, None]
    kept = known["lstm_cell.weight_hh"][order] * scale[:, None]
    bias = (known["lstm_cell.bias_ih"] + known["lstm_cell.bias_hh"])[order] * scale
    pieces = given.reshape(8, -1, UNITS).transpose(0, 2, 1)
    return np.ascontiguousarray(pieces), np.ascontiguousarray(kept.reshape(8, -1, UNITS)), bias


def encoded(heard: Numbers) -> Numbers:
    """Return what the LSTM is given: (frames, 64 + 512) of sound become (frames, 4 x 128)."""
    mirrored = np.concatenate((heard, heard[:, -2 : -2 - BEFORE : -1]), axis=1)
    windows = sliding_window_view(mirrored, WINDOW, axis=1)[:, ::HOP]
    waves = windows.reshape(-1, 2, WINDOW) @ weights()["stft_conv.weight"][:, 0].T
    found = np.sqrt(waves[..., :BINS] ** 2 + waves[..., BINS:] ** 2).reshape(len(heard), -1, BINS)
    for layer, stride in ((1, 1), (2, 2), (3, 2), (4, 1)):
        found = convolved(found, weights()[f"conv{layer}.weight"], weights()[f"conv{layer}.bias"], stride)
    given, _, bias = gates()
    return np.asarray((found[:, None] @ given).reshape(len(found), -1) + bias, np.float32)


def convolved(found: Numbers, kernel: Numbers, bias: Numbers, stride: int) -> Numbers:
    """Return one convolution of width 3 over (frames, steps, channels), padded by one step, nothing below zero."""
    frames, steps, channels = found.shape
    if steps == 1:
        # Both neighbours are padding: only the middle of the kernel meets anything.
        return np.asarray(np.maximum(found @ kernel[:, :, 1].T + bias, 0), np.float32)
    padded = np.zeros((frames, steps + 2, channels), np.float32)
    padded[:, 1:-1] = found
    near = sliding_window_view(padded, 3, axis=1)[:, ::stride]
    flat = near.reshape(frames, -1, channels * 3) @ kernel.reshape(len(kernel), -1).T
    return np.asarray(np.maximum(flat + bias, 0), np.float32).reshape(frames, -1, len(kernel))
