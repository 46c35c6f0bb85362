"""Movement from a posture model that the user supplies: how far 17 points of each body move, as a series.

Needs the extra `pose` (onnxruntime) and a model file with an open licence; none is shipped and none is fetched.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Movement, Role
from reattune.nonverbal.energy import Block, Floats, Grey
from reattune.nonverbal.regions import Regions

POINTS = 17
"""Points of a body, as COCO names them."""
SURE = 0.3
"""Score below which a point counts as not found."""
ENOUGH = 5
"""Points found in both pictures that movement is told from."""
PER_SECOND = 12.5
"""Pictures a second that the model is asked about, at most."""
UNIT = "heights of the part a second, mean over points"
_NUMBERS = {"tensor(float)": np.float32, "tensor(uint8)": np.uint8, "tensor(int32)": np.int32}
_MEAN, _DEVIATION = 116.0, 57.5
"""Grey levels of the photographs that models with plain numbers were made with."""


class Pose:
    """A posture model; asked about one person's part of a picture at a time."""

    def __init__(self, session: Any) -> None:
        """Begin with a session of onnxruntime; `load` makes one from a file."""
        self._session = session
        given = session.get_inputs()[0]
        self._name, shape = given.name, given.shape
        self._kind = _NUMBERS.get(given.type)
        self._last = shape[-1] == 3 if len(shape) == 4 else False  # noqa: PLR2004
        sides = shape[1:3] if self._last else shape[2:4]
        if self._kind is None or len(shape) != 4 or not all(isinstance(one, int) for one in sides):  # noqa: PLR2004
            message = _(
                "The posture model takes {shape} of {kind}; one picture of a fixed size with three colours fits."
            )
            raise ReattuneError(message.format(shape=shape, kind=given.type))
        self._high, self._wide = sides

    def points(self, picture: Grey) -> Floats:
        """Return the points of the body in a picture: (17, 3), x and y as fractions, and a score.

        Args:
            picture: grey, (height, width).

        Raises:
            ReattuneError: the model gives something that is not 17 points.
        """
        small = _resized(picture, self._high, self._wide)
        scaled = (small - _MEAN) / _DEVIATION if self._kind is np.float32 and not self._last else small
        colours = np.repeat(scaled[..., np.newaxis], 3, axis=2)
        fed = colours if self._last else np.moveaxis(colours, 2, 0)
        given = self._session.run(None, {self._name: np.ascontiguousarray(fed[np.newaxis], self._kind)})
        return _points([np.asarray(one, np.float64) for one in given])


def load(model: Path, threads: int = 2) -> Pose:
    """Return a posture model that lies in a file.

    Args:
        model: an ONNX file: one picture in; SimCC, heat maps or 17 points out.
        threads: processors to use.

    Raises:
        ReattuneError: the extra `pose` is not installed, or the file cannot be read as such a model.
    """
    try:
        import onnxruntime  # noqa: PLC0415 - only those who use a posture model have it
    except ImportError as error:
        raise ReattuneError(_("A posture model needs more: install reattune with the extra “pose”.")) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        message = _("The posture model {file} cannot be read ({why}); check that it is an ONNX file.")
        raise ReattuneError(message.format(file=model.name, why=error)) from error
    return Pose(session)


def motion(pictures: Iterable[Block], regions: Regions, pose: Pose, name: str = "") -> Movement:
    """Return how far the points of each body move, as a series like any other program's motion energy.

    Args:
        pictures: blocks of grey pictures with their times.
        regions: whose part is where.
        pose: the model.
        name: the recording's name.

    Returns:
        The series, missing where fewer than five points were found.
    """
    times: list[float] = []
    found: list[tuple[Floats, Floats]] = []
    for block in pictures:
        for time, picture in zip(block.times, block.grey, strict=True):
            if not times or time - times[-1] >= 1 / PER_SECOND - 1e-3:
                times.append(float(time))
                found.append(
                    (_asked(pose, picture, regions, Role.CLIENT), _asked(pose, picture, regions, Role.THERAPIST))
                )
    series = [_even(np.array(times), [one[who] for one in found]) for who in range(2)]
    client, therapist = ([None if np.isnan(one) else float(one) for one in values] for values in series)
    return Movement(name, PER_SECOND, tuple(client), tuple(therapist), unit=UNIT)


def _asked(pose: Pose, picture: Grey, regions: Regions, role: Role) -> Floats:
    rows, columns = regions.of(role).inside(*picture.shape)
    part = picture[rows, columns]
    found = pose.points(part)
    # Both directions in heights of the part, so that a point moves as far across as down.
    found[:, 0] *= part.shape[1] / part.shape[0]
    return found


def _even(times: Floats, bodies: list[Floats]) -> Floats:
    """Return mean movement a second on an even grid that begins with the recording."""
    count = round(float(times[-1]) * PER_SECOND) + 1 if len(times) else 0
    grid = np.full(count, np.nan)
    for at in range(1, len(times)):
        before, after = bodies[at - 1], bodies[at]
        sure = (before[:, 2] >= SURE) & (after[:, 2] >= SURE)
        lasting = times[at] - times[at - 1]
        if sure.sum() >= ENOUGH and lasting <= 1.0:
            moved = np.hypot(*(after[sure, :2] - before[sure, :2]).T).mean() / lasting
            grid[round(times[at - 1] * PER_SECOND) + 1 : round(times[at] * PER_SECOND) + 1] = moved
    return grid


def _points(given: list[Floats]) -> Floats:
    """Return (17, 3) from what a model gives: two SimCC rows, heat maps, or points as y, x, score."""
    plain = [one.squeeze() for one in given]
    if len(plain) >= 2 and all(one.ndim == 2 and len(one) == POINTS for one in plain[:2]):  # noqa: PLR2004
        across, down = plain[:2]
        score = np.minimum(across.max(axis=1), down.max(axis=1))
        return np.stack([across.argmax(axis=1) / across.shape[1], down.argmax(axis=1) / down.shape[1], score], axis=1)
    if plain and plain[0].shape == (POINTS, 3):
        return np.stack([plain[0][:, 1], plain[0][:, 0], plain[0][:, 2]], axis=1)
    if plain and plain[0].ndim == 3 and len(plain[0]) == POINTS:  # noqa: PLR2004
        _body, high, wide = plain[0].shape
        flat = plain[0].reshape(POINTS, -1)
        best = flat.argmax(axis=1)
        return np.stack([best % wide / wide, best // wide / high, flat.max(axis=1)], axis=1)
    message = _("The posture model gives {shapes}; it has to give the 17 points of a body.")
    raise ReattuneError(message.format(shapes=", ".join(str(one.shape) for one in given)))


def _resized(picture: Grey, high: int, wide: int) -> NDArray[np.float32]:
    """Return a picture in another size, between its pixels in a straight line."""
    rows, columns = _between(picture.shape[0], high), _between(picture.shape[1], wide)
    source = picture.astype(np.float32)
    down = source[rows[0]] * (1 - rows[1])[:, np.newaxis] + source[rows[0] + 1] * rows[1][:, np.newaxis]
    return np.asarray(down[:, columns[0]] * (1 - columns[1]) + down[:, columns[0] + 1] * columns[1], np.float32)


def _between(length: int, wanted: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    place = np.clip((np.arange(wanted) + 0.5) * length / wanted - 0.5, 0, length - 1.001)
    whole = place.astype(np.int64)
    return whole, (place - whole).astype(np.float32)
