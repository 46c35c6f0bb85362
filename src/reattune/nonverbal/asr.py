"""Words from sound, by a Whisper model that the user supplies as a folder; the extra `asr`. Nothing is ever fetched.

Such models write down words that nobody said, most of all where nobody speaks: what they put there is left out.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Cue, Span
from reattune.nonverbal.activity import listen

RATE = 16_000
NEEDED = ("model.bin", "config.json", "tokenizer.json")
LONGEST, EARLIEST = 30 * RATE, 20 * RATE
"""A piece that the model hears at once ends at its quietest moment between these two."""
QUIET = RATE // 5

Sound = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes down what is said, with the model in one folder."""

    model: Any

    def written(self, chunks: Iterable[Sound], language: str | None = None, words: bool = False) -> Iterator[Cue]:
        """Yield what was said, in time order, without who said it.

        Args:
            chunks: the sound in pieces of any length: (n,), one channel, 16 kHz, between -1 and 1.
            language: two letters, such as "de"; None for what the model takes it to be.
            words: whether each word is an entry of its own; otherwise each stretch is that the model makes.

        Yields:
            Entries with their times and the model's own confidence, without a label.
        """
        row = 0
        for start, piece in pieces(chunks):
            speech = listen([piece]).speech
            for text, first, last, sure in self._heard(piece, language, words) if speech else ():
                if text and spoken(Span(first, last), speech):
                    row += 1
                    yield Cue("", text, str(row), start + float(first), start + float(last), float(sure))

    def _heard(self, piece: Sound, language: str | None, words: bool) -> Iterator[tuple[str, float, float, float]]:
        segments, _about = self.model.transcribe(
            piece,
            language=language,
            word_timestamps=words,
            temperature=0.0,
            condition_on_previous_text=False,
            vad_filter=False,
        )
        for one in segments:
            if words:
                for word in one.words or ():
                    yield word.word.strip(), word.start, word.end, min(1.0, word.probability)
            else:
                yield one.text.strip(), one.start, min(one.end, len(piece) / RATE), min(1.0, math.exp(one.avg_logprob))


def load(folder: Path, threads: int = 2) -> Writer:
    """Return a writer with the model in a folder.

    Args:
        folder: a Whisper model as faster-whisper reads it: model.bin, config.json, tokenizer.json and its vocabulary.
        threads: how many cores it may use.

    Raises:
        ReattuneError: a file is missing or cannot be read, or the extra `asr` is not installed.
    """
    for name in NEEDED:
        # Without its tokenizer the library would try to fetch one.
        if not (folder / name).is_file():
            message = _("{folder} holds no {name}; name a folder with a Whisper model as faster-whisper reads it.")
            raise ReattuneError(message.format(folder=folder, name=name))
    try:
        whisper = import_module("faster_whisper")
    except ImportError as error:
        message = _('Writing down what is said needs more; run: pip install "reattune[asr]"')
        raise ReattuneError(message) from error
    try:
        use = {"device": "cpu", "compute_type": "int8", "cpu_threads": threads, "local_files_only": True}
        model = whisper.WhisperModel(str(folder), **use)
    except Exception as error:
        message = _("The model in {folder} cannot be read ({why}); check its files.")
        raise ReattuneError(message.format(folder=folder, why=error)) from error
    return Writer(model)


def spoken(one: Span, speech: Iterable[Span]) -> bool:
    """Return whether anybody spoke during a stretch."""
    return any(each.start < one.end and one.start < each.end for each in speech)


def pieces(chunks: Iterable[Sound]) -> Iterator[tuple[float, Sound]]:
    """Yield pieces of at most 30 s that end where it is quietest, each with the second at which it begins.

    Args:
        chunks: the sound in pieces of any length.
    """
    waiting, at = np.zeros(0, np.float32), 0
    for chunk in chunks:
        waiting = np.concatenate((waiting, chunk.astype(np.float32, copy=False)))
        while len(waiting) >= LONGEST:
            end = quietest(waiting)
            yield at / RATE, waiting[:end]
            waiting, at = waiting[end:], at + end
    if len(waiting):
        yield at / RATE, waiting


def quietest(sound: Sound) -> int:
    """Return the middle of the quietest fifth of a second between the 20th and the 30th second."""
    part = sound[EARLIEST:LONGEST].astype(np.float64)
    power = (part.reshape(-1, QUIET // 2) ** 2).sum(axis=1)
    return EARLIEST + (int((power[:-1] + power[1:]).argmin()) + 1) * (QUIET // 2)
