"""The pictures of a recording: small, grey, in blocks, each with the second at which a player shows it."""

import math
import queue
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import Video
from reattune.reading.recordings import ffmpeg
from reattune.reading.recordings.source import Source, size, title
from reattune.reading.recordings.tracks import tracks

WIDTH, HEIGHT = 320, 180
BLOCK = 64
"""Pictures in a block, at most."""
PATIENCE = 60.0
"""Seconds to wait for the time of a picture that is already there."""
_CLOCK = re.compile(r"showinfo.*config in time_base: (\d+)/(\d+)")
_TIME = re.compile(r"showinfo.* n: *\d+ +pts: *(-?\d+|NOPTS)")


@dataclass(frozen=True, slots=True)
class Pictures:
    """A block of pictures: `grey[i]` is shown at the second `times[i]`; each is (height, width)."""

    times: NDArray[np.float64]
    grey: NDArray[np.uint8]


def fitted(video: Video, width: int = WIDTH, height: int = HEIGHT) -> tuple[int, int]:
    """Return width and height that fit into a box, in the shape in which the video is shown, and never larger.

    Args:
        video: the track.
        width: the box's.
        height: the box's.

    """
    smaller = min(width / video.width, height / video.height, 1.0)
    return max(1, round(video.width * smaller)), max(1, round(video.height * smaller))


def pictures(source: Source, width: int = WIDTH, height: int = HEIGHT) -> Iterator[Pictures]:
    """Yield the pictures of a recording in blocks of at most 64; only one block is in memory at a time.

    Each has the second of its presentation timestamp, counted from the container's beginning, also where the rate
    varies. A portrait recording is turned upright; nothing is added at the sides. What is broken is left out.

    Args:
        source: the recording; a reader is used until the last block was given, or the iterator is closed.
        width: pictures are at most so wide.
        height: and at most so high.

    Raises:
        UnreadableError: If there are no moving pictures that can be read.
        MissingError: If ffmpeg is not installed.

    """
    size(source)
    found = tracks(source)
    if found.video is None:
        raise _still(source)
    wide, high = fitted(found.video, width, height)
    command = [
        *(*ffmpeg.converting(source, say="repeat+info"), "-map", f"0:{found.video_at}"),
        *("-vf", f"scale={wide}:{high}:flags=area,format=gray,showinfo=checksum=0"),
        *(*ffmpeg.picture_by_picture(ffmpeg.found("ffmpeg")), "-f", "rawvideo", "pipe:1"),
    ]
    clock = _Clock(found.video.per_second)
    with ffmpeg.running(command, source, clock.hear) as program:
        given = 0
        while data := program.read(BLOCK * wide * high):
            count = len(data) // (wide * high)
            given += count
            if count:
                grey = np.frombuffer(data, np.uint8, count * wide * high).reshape(count, high, wide)
                yield Pictures(clock.times(count), grey)
        if not given:
            raise _still(source)


class _Clock:
    """Hears ffmpeg say when each picture is shown; exact, in ticks of the track's own clock."""

    def __init__(self, per_second: float) -> None:
        self._tick = math.nan
        self._step = 1 / per_second if per_second else 0.04
        self._last = -self._step
        self._times: queue.SimpleQueue[float] = queue.SimpleQueue()

    def hear(self, line: str) -> bool:
        """Take in a line, and return whether it is one of the clock's."""
        if clock := _CLOCK.search(line):
            self._tick = int(clock[1]) / int(clock[2])
        elif time := _TIME.search(line):
            # A picture without a time comes one step after the one before.
            self._last = self._last + self._step if time[1] == "NOPTS" else int(time[1]) * self._tick
            self._times.put(self._last)
        return "showinfo" in line or "[error]" not in line

    def times(self, count: int) -> NDArray[np.float64]:
        """Return the times of the next pictures; each was said before its picture was given."""
        try:
            return np.array([self._times.get(timeout=PATIENCE) for _one in range(count)], np.float64)
        except queue.Empty as error:
            raise ReattuneError(
                _(
                    "This computer’s ffmpeg gives pictures without saying when they are shown. Install a release of"
                    " ffmpeg from 4.4 on"
                )
            ) from error


def _still(source: Source) -> UnreadableError:
    return UnreadableError(
        _("{file} holds no moving pictures that can be read. See whether it plays with a picture here").format(
            file=title(source)
        )
    )
