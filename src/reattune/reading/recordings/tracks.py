"""The tracks of a container as ffprobe names them, and which of them are read."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Audio, Video
from reattune.reading.recordings import ffmpeg
from reattune.reading.recordings.source import Source, title

_FASTEST = 480
"""Pictures a second; a container that names more has counted ticks of its clock."""
_VARIES = 0.005
_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Tracks:
    """What is in a container: the first track of sound and of pictures that can be read, and each one's number.

    `sounds` and `films` count all that can be read, `unknown` those that this ffmpeg cannot, `covers` single pictures.
    """

    format: str
    seconds: float | None
    audio: Audio | None = None
    audio_at: int = -1
    video: Video | None = None
    video_at: int = -1
    sounds: int = 0
    films: int = 0
    unknown: tuple[str, ...] = ()
    covers: int = 0


def tracks(source: Source, name: str = "") -> Tracks:
    """Return the tracks of a recording.

    Args:
        source: the recording.
        name: what to call it in a sentence.

    Raises:
        UnreadableError: If it is no recording that ffmpeg can read.
        MissingError: If ffmpeg is not installed.

    """
    ask = [ffmpeg.found("ffprobe"), "-hide_banner", "-v", "error", "-show_format", "-show_streams", "-of", "json"]
    with ffmpeg.running([*ask, *ffmpeg.opening(source)], source) as program:
        told = program.read()
        status = program.ended()
    if status:
        raise UnreadableError(
            _(
                "{file} is no sound or video that can be read, whatever its name says. Play it on this computer: if"
                " that does not work either, copy it once more from where it was recorded"
            ).format(file=title(source, name))
        )
    return _tracks(json.loads(told))


def _tracks(told: Mapping[str, Any]) -> Tracks:
    streams: Sequence[Mapping[str, Any]] = told.get("streams", ())
    known = [one for one in streams if one.get("codec_name", "unknown") not in {"unknown", "none"}]
    sounds = [(one["index"], sound) for one in known if (sound := _audio(one)) is not None]
    shown = [one for one in known if one.get("codec_type") == "video"]
    films = [(one["index"], film) for one in shown if not _still(one) and (film := _video(one)) is not None]
    container = told.get("format", {})
    return Tracks(
        format=str(container.get("format_name", "")).split(",")[0],
        seconds=_seconds(container.get("duration")),
        audio=sounds[0][1] if sounds else None,
        audio_at=sounds[0][0] if sounds else -1,
        video=films[0][1] if films else None,
        video_at=films[0][0] if films else -1,
        sounds=len(sounds),
        films=len(films),
        unknown=tuple(
            one["codec_type"] for one in streams if one not in known and one.get("codec_type") in {"audio", "video"}
        ),
        covers=sum(1 for one in shown if _still(one)),
    )


def _audio(stream: Mapping[str, Any]) -> Audio | None:
    rate, channels = int(stream.get("sample_rate", 0) or 0), int(stream.get("channels", 0) or 0)
    if stream.get("codec_type") != "audio" or rate <= 0 or channels <= 0:
        return None
    return Audio(rate, channels, str(stream["codec_name"]))


def _video(stream: Mapping[str, Any]) -> Video | None:
    width, height = int(stream.get("width", 0) or 0), int(stream.get("height", 0) or 0)
    if width <= 0 or height <= 0:
        return None
    width = max(1, round(width * (_ratio(stream.get("sample_aspect_ratio"), ":") or 1)))
    if round(_turned(stream) / _QUARTER) % 2:
        width, height = height, width
    average, steady = (_rate(stream.get(key)) for key in ("avg_frame_rate", "r_frame_rate"))
    varying = average == 0 or abs(steady - average) > _VARIES * average
    return Video(width, height, average or steady, str(stream["codec_name"]), varying)


def _still(stream: Mapping[str, Any]) -> bool:
    disposition = stream.get("disposition", {})
    return any(disposition.get(key) for key in ("attached_pic", "timed_thumbnails", "still_image"))


def _turned(stream: Mapping[str, Any]) -> float:
    beside = [one["rotation"] for one in stream.get("side_data_list", ()) if "rotation" in one]
    turned = float(beside[0] if beside else stream.get("tags", {}).get("rotate", 0))
    return turned if math.isfinite(turned) else 0.0


def _rate(text: str | None) -> float:
    rate = float(_ratio(text, "/"))
    return rate if rate <= _FASTEST else 0.0


def _ratio(text: str | None, sign: str) -> Fraction:
    one, _sign, other = (text or "0").partition(sign)
    try:
        return Fraction(int(one), int(other or 1))
    except (ValueError, ZeroDivisionError):
        return Fraction(0)


def _seconds(text: str | None) -> float | None:
    try:
        seconds = float(text or "nan")
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds > 0 else None
