"""How long a recording really is, and whether its file stops before it should."""

from pathlib import Path

from reattune.reading.recordings import ffmpeg
from reattune.reading.recordings.source import Source, head
from reattune.reading.recordings.streamable import Layout, layout
from reattune.reading.recordings.tracks import Tracks

_MATROSKA, _SEGMENT = 0x1A45DFA3, 0x18538067
_MICROSECONDS = 1_000_000
_RIFF_UNKNOWN = (0, 0xFFFFFFFF)


def boxes(source: Source) -> Layout | None:
    """Return the boxes of an MP4, MOV, M4A or 3GP; None for anything else."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return layout(file)
    return layout(source)


def cut(source: Source, size: int) -> bool:
    """Return whether a container says that it is longer than its file.

    Args:
        source: the recording.
        size: how many bytes there are.

    """
    start = head(source, 4096)
    if start[:4] == b"RIFF":
        stated = int.from_bytes(start[4:8], "little")
        return stated not in _RIFF_UNKNOWN and stated + 8 > size + 1
    if int.from_bytes(start[:4]) == _MATROSKA:
        return _matroska_end(start) > size
    seen = boxes(source)
    return seen is not None and seen.cut


def counted(source: Source, found: Tracks) -> float | None:
    """Return the seconds that are really there, counted without decoding anything; None where nothing is.

    Args:
        source: the recording.
        found: its tracks.

    """
    which = [str(one) for one in (found.audio_at, found.video_at) if one >= 0]
    mapped = [word for one in which for word in ("-map", f"0:{one}")]
    command = [*ffmpeg.converting(source, timed=False), *mapped, "-c", "copy", "-progress", "pipe:1", "-f", "null", "-"]
    with ffmpeg.running(command, source) as program:
        told = program.read().decode("ascii", "replace").split()
    times = [one.partition("=")[2] for one in told if one.startswith("out_time_us=")]
    return int(times[-1]) / _MICROSECONDS if times and times[-1].isdigit() and int(times[-1]) else None


def _matroska_end(data: bytes) -> int:
    """Return where a Matroska or WebM file says it ends; 0 where it does not say."""
    length, at, _known = _number(data, 4)
    at += length
    if int.from_bytes(data[at : at + 4]) != _SEGMENT:
        return 0
    length, body, known = _number(data, at + 4)
    return body + length if known else 0


def _number(data: bytes, at: int) -> tuple[int, int, bool]:
    """Return a length as Matroska writes it, where it ends, and whether it is known."""
    first = data[at] if at < len(data) else 0
    more = 8 - first.bit_length()
    if not first:
        return 0, at + 1, False
    value = int.from_bytes(data[at : at + 1 + more]) & ((1 << (7 * (more + 1))) - 1)
    return value, at + 1 + more, value != (1 << (7 * (more + 1))) - 1
