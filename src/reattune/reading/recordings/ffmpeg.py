"""The programs ffmpeg and ffprobe at work: no network, no other files, and never left behind."""

import os
import re
import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.reading.recordings.source import Source
from reattune.reading.recordings.streamable import pieces

FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,mpeg,mpegts,ogg,wav,w64,flac,mp3,aac,amr,amrnb,amrwb,"
    "caf,aiff,au,gsm,dv,mxf,ac3,eac3,wv,voc,nut"
)
"""What is opened at all. Playlists and lists of files are left out: they would have ffmpeg open other places."""
LARGEST_PICTURE = 8192 * 8192
THREADS = 4
_NEEDS_FPS_MODE = 5, 1
_REMEMBERED = 20


class MissingError(ReattuneError):
    """A program that is needed is not installed."""


def there() -> bool:
    """Return whether both programs can be found on this computer."""
    return shutil.which("ffmpeg") is not None and shutil.which("ffprobe") is not None


def found(program: str) -> str:
    """Return where a program is.

    Raises:
        MissingError: If it is not installed; says how to.

    """
    path = shutil.which(program)
    if path is None:
        raise MissingError(
            _(
                "The program {program} was not found, and this kind of recording cannot be read without it. Install"
                " ffmpeg: on Debian or Ubuntu “sudo apt install ffmpeg”, on macOS “brew install ffmpeg”, on Windows"
                " “winget install ffmpeg”; then open this again"
            ).format(program=program)
        )
    return path


def opening(source: Source) -> list[str]:
    """Return the words by which ffmpeg or ffprobe opens a recording, and nothing but it."""
    place = f"file:{source.absolute()}" if isinstance(source, Path) else "pipe:0"
    allowed = "file" if isinstance(source, Path) else "pipe"
    limits = ["-protocol_whitelist", allowed, "-format_whitelist", FORMATS, "-max_pixels", str(LARGEST_PICTURE)]
    return [*limits, "-i", place]


def converting(source: Source, *, say: str = "error", timed: bool = True) -> list[str]:
    """Return the beginning of a command of ffmpeg.

    Args:
        source: the recording.
        say: how much it says.
        timed: whether times are to be the container's, counted from its own beginning.

    """
    quiet = ["-hide_banner", "-nostats", "-v", say, "-threads", str(min(THREADS, os.cpu_count() or 1))]
    alone = ["-nostdin"] if isinstance(source, Path) else []
    times = ["-copyts", "-start_at_zero"] if timed else []
    return [found("ffmpeg"), *quiet, *alone, *times, *opening(source)]


@cache
def picture_by_picture(program: str) -> tuple[str, ...]:
    """Return the words by which this ffmpeg gives every picture once; older ones have other words."""
    told = subprocess.run([program, "-version"], capture_output=True, check=False, env=_surroundings()).stdout  # noqa: S603  ffmpeg's own path
    version = re.match(rb"ffmpeg version n?(\d+)\.(\d+)", told)
    if version is not None and (int(version[1]), int(version[2])) < _NEEDS_FPS_MODE:
        return "-vsync", "passthrough"
    return "-fps_mode", "passthrough"


class Running:
    """One program at work: `read` what it gives; what it complains of is remembered, or heard line by line."""

    def __init__(self, command: Sequence[str], fed: Iterator[bytes] | None, hear: Callable[[str], bool]) -> None:
        self.complaints: deque[str] = deque(maxlen=_REMEMBERED)
        self._hear = hear
        self._broken: BaseException | None = None
        self._made = subprocess.Popen(  # noqa: S603  ffmpeg's own path and words of ours
            list(command),
            stdin=subprocess.DEVNULL if fed is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_surroundings(),
        )
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        if fed is not None:
            self._threads.append(threading.Thread(target=self._feed, args=(fed,), daemon=True))
        for thread in self._threads:
            thread.start()

    def read(self, count: int = -1) -> bytes:
        """Return so many bytes, or fewer at the end; what went wrong while it was fed is raised there."""
        assert self._made.stdout is not None
        given = self._made.stdout.read(count)
        if count < 0 or len(given) < count:
            self.ended()
        return given

    def ended(self) -> int:
        """Wait for the end, and return the exit status; what went wrong while it was fed is raised."""
        status = self._made.wait()
        for thread in self._threads:
            thread.join()
        if self._broken is not None:
            raise self._broken
        return status

    def close(self) -> None:
        """Stop it where it still runs, and leave nothing behind."""
        self._made.kill()
        self._made.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._made.stdout, self._made.stderr):
            if pipe is not None:
                pipe.close()

    def _listen(self) -> None:
        assert self._made.stderr is not None
        for line in self._made.stderr:
            text = line.decode("utf-8", "replace").strip()
            if text and not self._hear(text):
                self.complaints.append(text)

    def _feed(self, fed: Iterator[bytes]) -> None:
        stdin = self._made.stdin
        assert stdin is not None
        try:
            for piece in fed:
                try:
                    stdin.write(piece)
                except (OSError, ValueError):  # it has read enough, or was stopped
                    break
        except Exception as error:  # noqa: BLE001  whatever the reader raises is raised where its bytes are awaited
            self._broken = error
            self._made.kill()
        finally:
            with suppress(OSError):
                stdin.close()


@contextmanager
def running(
    command: Sequence[str], source: Source, hear: Callable[[str], bool] = lambda _line: False
) -> Iterator[Running]:
    """Run ffmpeg or ffprobe over a recording for the time of a `with` block; afterwards it is gone.

    Args:
        command: the program and its words.
        source: the recording; a reader's bytes are piped, in an order in which they can be read.
        hear: is told each line the program says; those it does not take are remembered as complaints.

    Yields:
        The program at work.

    """
    fed = None if isinstance(source, Path) else pieces(source)
    with closing(Running(command, fed, hear)) as made:
        yield made


def _surroundings() -> dict[str, str]:
    """Return the environment without what would make ffmpeg write a report file, or colour its lines."""
    return {**{key: value for key, value in os.environ.items() if key != "FFREPORT"}, "AV_LOG_FORCE_NOCOLOR": "1"}
