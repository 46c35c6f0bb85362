"""A sentence encoder that the user supplies: a folder with model.onnx and tokenizer.json; nothing is ever fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
TOKENS = 96
"""Longer turns are read up to here."""
BATCH = 64

Vectors = NDArray[np.float32]


class Encodes(Protocol):
    """Anything that turns sentences into vectors of one length, the same sentence always into the same."""

    @property
    def digest(self) -> str:
        """What tells this encoder from every other."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length one for each text."""


@dataclass(frozen=True)
class Encoder:
    """An ONNX sentence encoder: the mean of its last layer over the tokens, brought to length one."""

    digest: str
    session: Any
    tokenizer: Any
    wanted: frozenset[str]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length one for each text, in their order; an empty text is a row of zeros.

        Args:
            texts: sentences or turns; what goes beyond the first 96 pieces of words is not read.
        """
        kept = [number for number, text in enumerate(texts) if text.strip()]
        order = sorted(kept, key=lambda number: len(texts[number]))
        rows: dict[int, Vectors] = {}
        for begin in range(0, len(order), BATCH):
            chunk = order[begin : begin + BATCH]
            rows.update(zip(chunk, self._batch([texts[number] for number in chunk]), strict=True))
        width = len(next(iter(rows.values()))) if rows else 0
        found = np.zeros((len(texts), width), np.float32)
        for number, row in rows.items():
            found[number] = row
        return found

    def _batch(self, texts: list[str]) -> Vectors:
        pieces = self.tokenizer.encode_batch(texts)
        ids = np.array([piece.ids for piece in pieces], np.int64)
        mask = np.array([piece.attention_mask for piece in pieces], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        last = self.session.run(None, {name: value for name, value in given.items() if name in self.wanted})[0]
        weights = mask[:, :, None].astype(np.float32)
        means = (last * weights).sum(axis=1) / weights.sum(axis=1)
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        return np.asarray(means / np.maximum(lengths, 1e-12), np.float32)


def load(folder: Path, threads: int = 2) -> Encoder:
    """Return the encoder in a folder.

    Args:
        folder: holds model.onnx (inputs input_ids, attention_mask and, if wanted, token_type_ids; its first output has
            a vector for each token) and tokenizer.json.
        threads: how many cores it may use.

    Raises:
        ReattuneError: a file is missing or cannot be read, or the extra `encoder` is not installed.
    """
    for name in (MODEL, TOKENIZER):
        if not (folder / name).is_file():
            message = _("{folder} holds no {name}; name a folder with both model.onnx and tokenizer.json.")
            raise ReattuneError(message.format(folder=folder, name=name))
    try:
        import onnxruntime  # noqa: PLC0415 - only those who use an encoder have it
        from tokenizers import Tokenizer  # noqa: PLC0415
    except ImportError as error:
        raise ReattuneError(
            _("Reading with an encoder needs more: install reattune with the extra “encoder”.")
        ) from error
    try:
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        tokenizer.enable_truncation(TOKENS)
        tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 4
        session = onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        message = _("The encoder in {folder} cannot be read ({why}); check the two files.")
        raise ReattuneError(message.format(folder=folder, why=error)) from error
    wanted = frozenset(one.name for one in session.get_inputs())
    return Encoder(_digest(folder), session, tokenizer, wanted)


def _digest(folder: Path) -> str:
    whole = sha256()
    for name in (MODEL, TOKENIZER):
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()
