"""A model in one file: numbers and words, no code, with a hash that is checked and the licence's mark inside."""

import io
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.speech.larger.around import AROUND
from reattune.speech.larger.blocks import Learned, Part, Reader, Scale
from reattune.speech.larger.ridge import Line
from reattune.speech.larger.tfidf import Terms

FORM = 2
"""The version of the file's form."""
Goal = Literal["score", "code"]


@dataclass(frozen=True)
class Model:
    """What was learned: from what, for what, how it reads, what it weighs, and how well it did on unseen raters.

    `about` is plain data for the card: the corpus, its licence's mark, counts, figures with their intervals.
    """

    goal: Goal
    outcomes: tuple[str, ...]
    reader: Reader
    line: Line
    encoder: str = ""
    """The hash of the encoder it was trained with, "" where it reads words alone."""
    about: Mapping[str, Any] = field(default_factory=dict)
    digest: str = ""
    second: Line | None = None
    """For codes: what the neighbours of a turn add (see `around`)."""


def save(model: Model, path: Path) -> None:
    """Write a model.

    Args:
        model: any model.
        path: the file, for its owner alone; what is there is replaced once the new one is whole.
    """
    arrays: dict[str, NDArray[Any]] = {"base": model.line.base}
    for number, part in enumerate(model.reader.parts):
        arrays[f"weight_{number}"] = model.line.weights[part.name]
        known = model.reader.learned[part.name]
        if isinstance(known, Terms):
            arrays[f"terms_{number}"] = np.frombuffer("\n".join(known.terms).encode(), np.uint8)
            arrays[f"rarity_{number}"] = known.rarity
        else:
            arrays[f"middle_{number}"], arrays[f"spread_{number}"] = known.middle, known.spread
    head = {
        "form": FORM,
        "goal": model.goal,
        "outcomes": model.outcomes,
        "parts": [[part.kind, part.of, part.weight] for part in model.reader.parts],
        "encoder": model.encoder,
        "about": dict(model.about),
    }
    if model.second is not None:
        arrays["second_weight"], arrays["second_base"] = model.second.weights[AROUND], model.second.base
    told = json.dumps(head, ensure_ascii=False, sort_keys=True)
    arrays["head"] = np.frombuffer(told.encode(), np.uint8)
    arrays["hash"] = np.frombuffer(_hash(arrays).encode(), np.uint8)
    whole = io.BytesIO()
    np.savez_compressed(whole, **arrays)  # type: ignore[arg-type]  # every value is an array
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(whole.getvalue())
    beside.replace(path)


def load(path: Path) -> Model:
    """Return a model that was saved.

    Args:
        path: its file.

    Raises:
        ReattuneError: it cannot be opened, is no model, was changed since, or is of a newer form.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as opened:
            arrays = {name: opened[name] for name in opened.files}
        head = json.loads(_text(arrays["head"]))
        kept = _text(arrays.pop("hash"))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, TypeError) as error:
        message = _("{file} is no model that “reattune speech train” wrote, or is not whole; train it again.")
        raise ReattuneError(message.format(file=path)) from error
    if _hash(arrays) != kept:
        message = _("{file} was changed after it was trained and is not used; train it again.")
        raise ReattuneError(message.format(file=path))
    if head["form"] != FORM:
        message = _("{file} was written by another version of Reattune; train it again with this one.")
        raise ReattuneError(message.format(file=path))
    return _made(arrays, head, kept)


def _made(arrays: Mapping[str, NDArray[Any]], head: Mapping[str, Any], digest: str) -> Model:
    parts = tuple(Part(kind, of, float(weight)) for kind, of, weight in head["parts"])
    learned: dict[str, Learned] = {}
    for number, part in enumerate(parts):
        if part.kind in {"words", "letters"}:
            told = _text(arrays[f"terms_{number}"])
            kind: Literal["words", "letters"] = "words" if part.kind == "words" else "letters"
            learned[part.name] = Terms(kind, tuple(told.split("\n")) if told else (), arrays[f"rarity_{number}"])
        else:
            learned[part.name] = Scale(arrays[f"middle_{number}"], arrays[f"spread_{number}"])
    weights = {part.name: arrays[f"weight_{number}"] for number, part in enumerate(parts)}
    line = Line(weights, arrays["base"])
    second = Line({AROUND: arrays["second_weight"]}, arrays["second_base"]) if "second_weight" in arrays else None
    reader = Reader(parts, learned)
    return Model(head["goal"], tuple(head["outcomes"]), reader, line, head["encoder"], head["about"], digest, second)


def _text(array: NDArray[Any]) -> str:
    return array.tobytes().decode()


def _hash(arrays: Mapping[str, NDArray[Any]]) -> str:
    whole = sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        whole.update(f"{name} {array.dtype} {array.shape}\n".encode())
        whole.update(array.tobytes())
    return whole.hexdigest()
