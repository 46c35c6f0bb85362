"""Transcripts known by what is in them: one registry, for our formats and for anybody's."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import Script
from reattune.reading import raw
from reattune.reading.transcripts import (
    aws,
    chat,
    deepgram,
    documents,
    elan,
    otter,
    rtf,
    scripts,
    subtitles,
    tables,
    textgrid,
    webvtt,
    whisper,
)

GROUP = "reattune.transcripts"


@dataclass(frozen=True, slots=True)
class Format:
    """A format of transcripts.

    `recognises` is given a file's name and its bytes and says, by what is in them, whether they are of this format;
    `read` is given the bytes and the name.
    """

    name: str
    recognises: Callable[[str, bytes], bool]
    read: Callable[[bytes, str], Script]


BUILT_IN: tuple[Format, ...] = (
    Format("WebVTT", webvtt.recognises, webvtt.read),
    Format("AWS Transcribe", aws.recognises, aws.read),
    Format("Deepgram", deepgram.recognises, deepgram.read),
    Format("WhisperX", whisper.recognises_aligned, whisper.read_aligned),
    Format("Whisper", whisper.recognises, whisper.read),
    Format("SubStation", subtitles.recognises_substation, subtitles.read_substation),
    Format("SubRip", subtitles.recognises_subrip, subtitles.read_subrip),
    Format("ELAN", elan.recognises, elan.read),
    Format("TextGrid", textgrid.recognises, textgrid.read),
    Format("CHAT", chat.recognises, chat.read),
    Format("RTF", rtf.recognises, rtf.read),
    Format("Word script", documents.recognises_word, documents.read_word),
    Format("OpenDocument script", documents.recognises_open, documents.read_open),
    Format("Otter", otter.recognises, otter.read),
    Format("table", tables.recognises, tables.read),
    Format("script", scripts.recognises, scripts.read),
)
"""In the order in which they are tried: what is sure by its first bytes comes first."""


def formats() -> tuple[Format, ...]:
    """Return every format: our own, then those that installed packages offer under `reattune.transcripts`, by name.

    Raises:
        ReattuneError: If a package offers something that is no `Format`.

    """
    offered: list[Format] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        found = _loaded(point)
        if not isinstance(found, Format):
            message = _("the package behind “{name}” offers no format of transcripts; update or remove it")
            raise ReattuneError(message.format(name=point.name))
        offered.append(found)
    return (*BUILT_IN, *offered)


def recognise(data: bytes, name: str) -> Format | None:
    """Return the format of a transcript, or None where none knows it."""
    # Ours come first, so that a package that is out of order costs only the files it was meant for.
    ours = next((each for each in BUILT_IN if each.recognises(name, data)), None)
    return ours or next((each for each in formats() if each.recognises(name, data)), None)


def read_script(path: Path, name: str) -> Script:
    """Read a transcript as its file has it.

    Args:
        path: The file.
        name: Its name as a person sees it.

    Returns:
        Cues in time order, with the file's own labels; nobody is guessed.

    Raises:
        UnreadableError: If it is empty, too large, no transcript that is known, or broken.

    """
    return read_bytes(raw.read_bytes(path, name), name)


def read_bytes(data: bytes, name: str) -> Script:
    """Read a transcript from its bytes; see `read_script`.

    Raises:
        UnreadableError: If it is no transcript that is known, or broken.

    """
    found = recognise(data, name)
    if found is None:
        message = _(
            "{file} is no transcript that is known here; export it as WebVTT (.vtt), or as a table with the columns "
            "speaker and text."
        )
        raise UnreadableError(message.format(file=name))
    return found.read(data, name)


def _loaded(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception:  # noqa: BLE001  (a package of somebody else's may raise anything while it is imported)
        return None
