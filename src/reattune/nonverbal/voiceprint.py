"""A model of voices that a user supplies, in place of cepstra; needs the extra `speaker`. Nothing is downloaded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.banks import RATE, bank

LENGTH, HOP = 1.5, 0.5
"""Seconds of sound that one print is made of, and from one print to the next."""
BANDS = (40, 64, 80)
"""How many mel bands a model may take."""
POINTS, FRAME, STEP = 512, 400, 160
AT_ONCE = 16
SMALL = 1e-10

Floats = NDArray[np.float32]
Wide = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Voiceprint:
    """A model that turns a second and a half of sound into a vector that is alike for the same voice.

    Args:
        session: the model, loaded.
        name: of its one input.
        bands: how many mel bands it takes; 0 where it takes the sound itself.
        bands_first: whether bands come before frames.
        rank: how many dimensions its input has.
    """

    session: Any
    name: str
    bands: int
    bands_first: bool
    rank: int

    def prints(self, sounds: Floats) -> Floats:
        """Return a vector of length 1 for each sound.

        Args:
            sounds: one row a sound, all as long, at 16,000 samples a second.

        Raises:
            ReattuneError: the model cannot work with what it is given.
        """
        given = self._mel(sounds) if self.bands else sounds
        if not self.bands and self.rank == 3:  # noqa: PLR2004 - (batch, 1, samples)
            given = given[:, None, :]
        try:
            found = self.session.run(None, {self.name: np.ascontiguousarray(given, np.float32)})[0]
        except Exception as error:
            message = _("The model of voices could not work with {seconds} s of sound ({why}); try another model.")
            raise ReattuneError(message.format(seconds=LENGTH, why=error)) from error
        found = np.asarray(found, np.float32).reshape(len(sounds), -1)
        if not np.isfinite(found).all():
            raise ReattuneError(_("The model of voices gives numbers that are none; try another model."))
        return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), SMALL), np.float32)

    def _mel(self, sounds: Floats) -> Floats:
        short = np.lib.stride_tricks.sliding_window_view(sounds, FRAME, axis=1)[:, ::STEP]
        spectrum = np.fft.rfft(short * np.hamming(FRAME).astype(np.float32), POINTS, axis=2)
        power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
        mel = np.log(power @ bank(self.bands, POINTS).T + np.float32(SMALL))
        # What a microphone does to all of it alike is taken out, as these models expect.
        mel -= mel.mean(axis=1, keepdims=True)
        return np.asarray(mel.transpose(0, 2, 1) if self.bands_first else mel, np.float32)


@dataclass(frozen=True, slots=True)
class Printed:
    """Prints of a whole recording, one each half second: stands in for `Cepstral` wherever voices are told apart.

    Args:
        vectors: one row a print; print i is made of the sound from `i * HOP` to `i * HOP + LENGTH`.
    """

    vectors: Floats

    @property
    def weights(self) -> Wide:
        """How much each column counts: all alike."""
        return np.ones(self.vectors.shape[1])

    def describe(self, starts: Wide, ends: Wide) -> Wide:
        """Return for each stretch the print whose middle lies nearest, or between the two nearest, weighed by distance.

        Args:
            starts: where the stretches begin, in seconds.
            ends: where they end.
        """
        if not len(self.vectors):
            return np.full((len(starts), self.vectors.shape[1]), np.nan)
        at = np.clip(((starts + ends) / 2 - LENGTH / 2) / HOP, 0, len(self.vectors) - 1)
        first = np.floor(at).astype(np.int64)
        after = np.minimum(first + 1, len(self.vectors) - 1)
        share = (at - first)[:, None]
        return np.asarray(self.vectors[first] * (1 - share) + self.vectors[after] * share, np.float64)


class Prints:
    """Gathers `Printed` from chunks of any length; the same for any way of cutting the sound."""

    def __init__(self, model: Voiceprint) -> None:
        self._model = model
        self._waiting: Floats = np.empty(0, np.float32)
        self._done: list[Floats] = []

    def hear(self, chunk: Floats) -> None:
        """Take in the next samples.

        Args:
            chunk: one microphone at 16,000 samples a second.
        """
        self._waiting = np.concatenate((self._waiting, np.asarray(chunk, np.float32)))
        needed = round((LENGTH + (AT_ONCE - 1) * HOP) * RATE)
        while len(self._waiting) >= needed:
            self._take(AT_ONCE)

    def done(self) -> Printed:
        """Return what was gathered, once all has been heard."""
        left = (len(self._waiting) - round(LENGTH * RATE)) // round(HOP * RATE) + 1
        if left > 0:
            self._take(left)
        return Printed(np.concatenate(self._done) if self._done else np.empty((0, 1), np.float32))

    def _take(self, count: int) -> None:
        step = round(HOP * RATE)
        view = np.lib.stride_tricks.sliding_window_view(self._waiting, round(LENGTH * RATE))[::step][:count]
        self._done.append(self._model.prints(view))
        self._waiting = self._waiting[count * step :]


def load(path: Path, threads: int = 2) -> Voiceprint:
    """Return the model of voices in a file.

    Args:
        path: an ONNX file on this computer with one input, either sound (batch, samples) or (batch, 1, samples) at
            16,000 samples a second, or mel bands (batch, frames, bands) or (batch, bands, frames); its first output
            holds a vector for each.
        threads: how many cores it may use.

    Raises:
        ReattuneError: there is no such file, it is no such model, or the extra `speaker` is not installed.
    """
    if not path.is_file():
        raise ReattuneError(_("There is no file {path}; name an ONNX model of voices.").format(path=path))
    try:
        import onnxruntime  # noqa: PLC0415 - only those who use such a model have it
    except ImportError as error:
        raise ReattuneError(_("A model of voices needs more: install reattune with the extra “speaker”.")) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        message = _("The model of voices in {path} cannot be read ({why}); check the file.")
        raise ReattuneError(message.format(path=path, why=error)) from error
    model = _checked(session, path)
    # Tried once now, so that an hour of listening does not end in an error.
    model.prints(np.zeros((2, round(LENGTH * RATE)), np.float32) + np.float32(1e-3))
    return model


def _checked(session: Any, path: Path) -> Voiceprint:
    inputs, outputs = session.get_inputs(), session.get_outputs()
    shape = list(inputs[0].shape) if inputs else []
    if len(inputs) != 1 or not outputs or inputs[0].type != "tensor(float)":
        message = _("The model in {path} does not take one sound and give one vector; choose a model of voices.")
        raise ReattuneError(message.format(path=path))
    name = inputs[0].name
    if len(shape) == 2 or (len(shape) == 3 and shape[1] == 1):  # noqa: PLR2004 - as described in `load`
        return Voiceprint(session, name, 0, False, len(shape))
    if len(shape) == 3 and shape[2] in BANDS:  # noqa: PLR2004
        return Voiceprint(session, name, int(shape[2]), False, 3)
    if len(shape) == 3 and shape[1] in BANDS:  # noqa: PLR2004
        return Voiceprint(session, name, int(shape[1]), True, 3)
    message = _(
        "The model in {path} takes an input of shape {shape}, which is neither sound nor 40, 64 or 80 mel bands."
    )
    raise ReattuneError(message.format(path=path, shape=shape))
