"""Pitch as Praat finds it, for those who want to compare or to cite it; the extra `praat`, which is under the GPL.

Nothing of Reattune needs it. It is imported only when asked for.
"""

from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.pitch import HIGHEST, LENGTH, LOWEST, RATE, STEP, Pitch


def pitch(sound: NDArray[np.float32]) -> Pitch:
    """Return the pitch of a sound as Praat's autocorrelation method finds it, at the times of ours.

    Args:
        sound: (n,), one channel, 16 kHz, between -1 and 1; at least 40 ms.

    Returns:
        A pitch every 10 ms, with Praat's own settings but for 75 to 500 Hz.

    Raises:
        ReattuneError: the extra `praat` is not installed.
    """
    times = (np.arange(max(0, (len(sound) - LENGTH) // STEP + 1)) * STEP + LENGTH / 2) / RATE
    praat = parselmouth()
    if not len(times):
        return Pitch(times, np.zeros(0), np.zeros(0))
    heard = praat.Sound(sound.astype(np.float64), RATE)
    track = heard.to_pitch_ac(time_step=STEP / RATE, pitch_floor=LOWEST, pitch_ceiling=HIGHEST)
    # The nearest of Praat's frames, whose first is put so that all of them lie in the middle.
    first, frames = float(track.xs()[0]), track.selected_array
    at = np.clip(np.rint((times - first) * RATE / STEP).astype(int), 0, len(frames) - 1)
    hertz = np.asarray(frames["frequency"], np.float64)[at]
    strength = np.asarray(frames["strength"], np.float64)[at]
    return Pitch(times, np.where(hertz > 0, hertz, np.nan), np.where(hertz > 0, strength, np.nan))


def parselmouth() -> Any:
    """Return the library, which is there only with the extra."""
    try:
        return import_module("parselmouth")
    except ImportError as error:
        message = _('Pitch by Praat needs more; run: pip install "reattune[praat]"')
        raise ReattuneError(message) from error
