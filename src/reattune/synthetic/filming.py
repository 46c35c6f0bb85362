"""An invented film of two people as two textured shapes, with its truth: how fast each moved, and how far together.

Invented movement is clean: in real rooms light, clothes and cameras make figures less sure.
"""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Span

WIDTH, HEIGHT = 320, 180
PER_SECOND = 25.0
BLOCK = 64
"""Pictures in a block."""
RHYTHM = 0.3
"""Seconds over which speed changes."""
FASTEST = 25.0
"""Pixels a second that a speed of 1 is."""
NOISES = 16
"""Pictures of sensor noise that are drawn, and then used in turn."""

Floats = NDArray[np.float64]
Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Pictures:
    """A block of pictures: `grey[i]` (height, width) is shown at the second `times[i]`."""

    times: Floats
    grey: Grey


@dataclass(frozen=True, slots=True)
class Happens:
    """What happens to a film besides movement; times in seconds.

    Args:
        cuts: the camera shows something else for this long.
        light: the picture becomes lighter evenly.
        brighter: by how many grey levels in all.
        frozen: the picture stands still.
        stills: the client's half alone stands still.
        anew: from here on the two halves have changed places and sizes.
        zoom: the camera moves nearer, and stays there.
    """

    cuts: tuple[Span, ...] = ()
    light: Span | None = None
    brighter: float = 60.0
    frozen: tuple[Span, ...] = ()
    stills: tuple[Span, ...] = ()
    anew: float | None = None
    zoom: Span | None = None


@dataclass(frozen=True, slots=True)
class Film:
    """An invented film; the same for the same arguments.

    Args:
        times: seconds of the pictures.
        speed: (n, 2): the client's and the therapist's true speed in pixels a second, the client on the left.
        happens: what else happens.
        seed: for texture and noise.
        noise: standard deviation of the sensor's noise in grey levels.
        width: of the pictures.
        height: of the pictures.
    """

    times: Floats
    speed: Floats
    happens: Happens = field(default_factory=Happens)
    seed: int = 0
    noise: float = 2.0
    width: int = WIDTH
    height: int = HEIGHT

    def blocks(self) -> Iterator[Pictures]:
        """Yield the pictures, a block at a time."""
        studio = _Studio(self)
        for first in range(0, len(self.times), BLOCK):
            at = range(first, min(first + BLOCK, len(self.times)))
            yield Pictures(self.times[first : first + BLOCK], np.stack([studio.picture(one) for one in at]))


def speeds(
    seconds: float,
    seed: int,
    coupling: float = 0.0,
    lag: float = 0.8,
    losses: tuple[Span, ...] = (),
    per_second: float = PER_SECOND,
) -> Floats:
    """Return the speed of two people over time, (n, 2), above 0: bursts of movement, and quiet between.

    The therapist's is sqrt(coupling) of the client's, later by the lag, and sqrt(1 - coupling) of its own; in a loss it
    is all of its own.

    Args:
        seconds: how long.
        seed: for the drawing.
        coupling: the shared part of the variance, from 0 to 1.
        lag: seconds by which the client moves first; below 0, the therapist.
        losses: stretches without anything shared.
        per_second: values a second.
    """
    draw = np.random.default_rng(seed)
    count, late = round(seconds * per_second), round(lag * per_second)
    reach = abs(late)
    one, own = (_rhythm(count + 2 * reach, draw, per_second) for _one in range(2))
    shared = np.full(count, coupling)
    for loss in losses:
        shared[round(loss.start * per_second) : round(loss.end * per_second)] = 0.0
    client, later = one[reach : reach + count], one[reach - late : reach - late + count]
    therapist = np.sqrt(shared) * later + np.sqrt(1 - shared) * own[:count]
    return np.stack([_bursts(client), _bursts(therapist)], axis=1)


def film(
    seconds: float,
    seed: int,
    coupling: float = 0.0,
    lag: float = 0.8,
    happens: Happens | None = None,
    per_second: float = PER_SECOND,
    noise: float = 2.0,
    width: int = WIDTH,
    height: int = HEIGHT,
) -> Film:
    """Return a film of two people.

    Args:
        seconds: how long.
        seed: for the drawing of everything.
        coupling: the shared part of the two speeds' variance.
        lag: seconds by which the client moves first.
        happens: what else happens.
        per_second: pictures a second.
        noise: standard deviation of the sensor's noise.
        width: of the pictures.
        height: of the pictures.
    """
    speed = FASTEST * speeds(seconds, seed, coupling, lag, per_second=per_second)
    times = np.arange(len(speed)) / per_second
    return Film(times, speed, happens or Happens(), seed, noise, width, height)


def write(path: Path, made: Film, *options: str) -> Path:
    """Write a film with ffmpeg, by default as H.264, and return its path.

    Args:
        path: of a new file; its ending says which container.
        made: the film, with an even rate.
        options: of ffmpeg's output, before the path.

    Raises:
        ReattuneError: ffmpeg is not installed.
    """
    program = shutil.which("ffmpeg")
    if program is None:
        raise ReattuneError(_("Writing an invented film needs ffmpeg; on Debian: apt-get install ffmpeg"))
    rate = 1 / float(np.median(np.diff(made.times)))
    raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{made.width}x{made.height}", "-r", f"{rate:.6g}", "-i", "-"]
    coded = options or ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-pix_fmt", "yuv420p")
    command = [program, "-v", "error", "-y", *raw, *coded, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as running:  # noqa: S603  our own pictures
        assert running.stdin is not None
        for block in made.blocks():
            running.stdin.write(block.grey.tobytes())
    return path


class _Studio:
    """Draws the pictures of one film, one after the other."""

    def __init__(self, made: Film) -> None:
        draw = np.random.default_rng((made.seed, 1))
        self._made = made
        self._size = round(made.height * 0.45)
        self._room = _texture(draw, made.height, made.width, 24, 45.0)
        self._elsewhere = _texture(draw, made.height, made.width, 30, 60.0)
        self._shapes = [_clothes(draw, self._size) for _one in range(2)]
        self._noises = made.noise * draw.standard_normal((NOISES, made.height, made.width)).astype(np.float32)
        steps = np.diff(made.times, append=made.times[-1:] + (made.times[-1] - made.times[-2]))
        self._ways = np.cumsum(made.speed * steps[:, np.newaxis], axis=0)

    def picture(self, at: int) -> Grey:
        """Return one picture."""
        made, happens = self._made, self._made.happens
        time = float(made.times[at])
        frozen = next((one for one in happens.frozen if one.start <= time < one.end), None)
        if frozen is not None:
            at = int(np.searchsorted(made.times, frozen.start))
            time = float(made.times[at])
        if any(one.start <= time < one.end for one in happens.cuts):
            return self._finished(self._elsewhere, at)
        scene = self._scene(at)
        if happens.anew is not None and time >= happens.anew:
            scene = _anew(scene)
        if happens.zoom is not None and time >= happens.zoom.start:
            scene = _nearer(scene, 1 + 0.8 * min(1.0, (time - happens.zoom.start) / happens.zoom.seconds))
        if happens.light is not None:
            done = np.clip((time - happens.light.start) / happens.light.seconds, 0, 1)
            scene = scene + np.float32(happens.brighter * done)
        found = self._finished(scene, at)
        still = next((one for one in happens.stills if one.start <= time < one.end), None)
        if still is not None and at != (first := int(np.searchsorted(made.times, still.start))):
            found[:, : made.width // 2] = self.picture(first)[:, : made.width // 2]
        return found

    def _scene(self, at: int) -> NDArray[np.float32]:
        made, size = self._made, self._size
        scene = self._room.copy()
        half = made.width // 2
        for who, shape in enumerate(self._shapes):
            room = half - size - 8
            # Back and forth along the half's width, at whole and broken pixels.
            way = float(self._ways[at, who] % (2 * room))
            place = 4 + half * who + min(way, 2 * room - way)
            top = (made.height - size) // 2
            column, part = int(place), place - int(place)
            wide = np.zeros((size, size + 1), np.float32)
            wide[:, :-1] += np.float32(1 - part) * shape
            wide[:, 1:] += np.float32(part) * shape
            behind = scene[top : top + size, column : column + size + 1]
            cover = np.ones(size + 1, np.float32)
            cover[0], cover[-1] = 1 - part, part
            behind[:] = wide + (1 - cover) * behind
        return scene

    def _finished(self, scene: NDArray[np.float32], at: int) -> Grey:
        return np.asarray(np.clip(scene + self._noises[at * 7 % NOISES], 0, 255), np.uint8)


def _texture(draw: np.random.Generator, high: int, wide: int, grain: int, depth: float) -> NDArray[np.float32]:
    """Return smooth spots of about so many pixels around a middle grey."""
    rows, columns = np.fft.fftfreq(high)[:, np.newaxis], np.fft.rfftfreq(wide)
    kept = np.exp(-((rows**2 + columns**2) * (grain * 2.2) ** 2))
    found = np.fft.irfft2(np.fft.rfft2(draw.standard_normal((high, wide))) * kept, (high, wide))
    return np.asarray(np.clip(120 + depth * found / found.std(), 10, 235), np.float32)


def _clothes(draw: np.random.Generator, size: int) -> NDArray[np.float32]:
    """Return patches with edges, faint and clear ones, of which the more pixels change the further they move."""
    edges = np.tanh((_texture(draw, size, size, 5, 60.0) - 120) / 2)
    depth = np.clip(_texture(draw, size, size, 8, 40.0) - 80, 5, 110)
    return np.asarray(np.clip(120 + depth * edges, 0, 255), np.float32)


def _anew(scene: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the halves with places changed, smaller, with black above and below: a call laid out anew."""
    half = scene.shape[1] // 2
    found = np.full_like(scene, 16)
    smaller = scene[::2]
    top = (scene.shape[0] - len(smaller)) // 2
    found[top : top + len(smaller), :half] = smaller[:, half : 2 * half]
    found[top : top + len(smaller), half : 2 * half] = smaller[:, :half]
    return found


def _nearer(scene: NDArray[np.float32], factor: float) -> NDArray[np.float32]:
    high, wide = scene.shape
    rows = ((np.arange(high) - high / 2) / factor + high / 2).astype(int)
    columns = ((np.arange(wide) - wide / 2) / factor + wide / 2).astype(int)
    return np.asarray(scene[rows][:, columns])


def _rhythm(count: int, draw: np.random.Generator, per_second: float) -> Floats:
    """Return noise that changes over about half a second, with a mean of 0 and a standard deviation of 1."""
    width = max(RHYTHM * per_second, 1.0)
    reach = np.arange(-int(3 * width), int(3 * width) + 1)
    found = np.convolve(draw.standard_normal(count + len(reach) - 1), np.exp(-0.5 * (reach / width) ** 2), "valid")
    return np.asarray((found - found.mean()) / found.std())


def _bursts(rhythm: Floats) -> Floats:
    """Return speed: hardly any for about half of the time, and the faster the rarer."""
    return np.asarray(np.log1p(np.exp(3 * rhythm)) / 3)
