"""An encoder that reads each text once: a session's turns stand in it as a whole and in its quarters."""

from collections.abc import Sequence

import numpy as np

from reattune.speech.larger.encoder import Encodes, Vectors


class Remembering:
    """An encoder with a memory, for as long as one model is trained or read with.

    Args:
        encoder: the one that reads.
    """

    def __init__(self, encoder: Encodes) -> None:
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    @property
    def digest(self) -> str:
        """The encoder's own."""
        return self._encoder.digest

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text; only texts not met before are read."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.vectors(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32)
