"""Bytes as found on disk, and the text or JSON in them; anything else is said to be unreadable, in a sentence."""

import json
import re
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _

MAX_BYTES = 200 * 1024 * 1024
_SAMPLE = 64 * 1024
_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸ€£§°©®´·«»‘’“”‚„–—…•™¿¡ªº¥¢\xa0")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_SIGNATURES = (
    (b"PK\x03\x04", "a workbook or an archive; a workbook's name ends in .xlsx"),
    (b"\xd0\xcf\x11\xe0", "an old workbook; save it as .xlsx or as CSV"),
    (b"%PDF", "a PDF; export it as CSV instead"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
)


def read_bytes(path: Path, name: str, *, at_most: int | None = None) -> bytes:
    """Return the file's bytes, or only the first `at_most`.

    Raises:
        UnreadableError: If it is empty, larger than 200 MB (looked up before reading) or cannot be opened.

    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableError(_("{file} is not a file").format(file=name))
        if size == 0:
            raise UnreadableError(_("{file} is empty").format(file=name))
        if size > MAX_BYTES and at_most is None:
            message = _("{file} is larger than 200 MB and was not read; split it or export fewer columns")
            raise UnreadableError(message.format(file=name))
        with path.open("rb") as file:
            return file.read() if at_most is None else file.read(at_most)
    except (OSError, ValueError) as error:
        raise UnreadableError(
            _("{file} could not be opened; see whether it is still there").format(file=name)
        ) from error


def without_name(why: str, name: str) -> str:
    """Return why without the file's name at its start: it stands beside it anyway."""
    rest = why.removeprefix(name)
    return rest.lstrip(": ") if rest[:1] in {" ", ":"} else why


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in `data`, and remarks about anything that had to be assumed.

    UTF-8 and UTF-16 are recognised with and without a byte order mark; a few broken bytes among UTF-8 are replaced;
    anything else is read as Windows-1252 or, where that makes no sense, as charset-normalizer sees it.

    Raises:
        UnreadableError: If the bytes are no text.

    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(_("{file} is no text but {what}").format(file=name, what=what))
    text, remarks = ("\x00", ()) if b"\x00" in data and not _marked_encoding(data) else _decoded(data, name)
    sample = text[:_SAMPLE]
    # One control character in a hundred is far more than any export holds by accident.
    if "\x00" in text or len(_CONTROL.findall(sample)) * 100 > len(sample):
        raise UnreadableError(_("{file} holds no text that can be read; export it again as CSV").format(file=name))
    return text, remarks


def read_json(path: Path, name: str) -> object:
    """Return what a JSON file holds.

    Raises:
        UnreadableError: If it holds no JSON.

    """
    data = read_bytes(path, name)
    try:
        parsed: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(_("{file} holds no complete JSON; export it again").format(file=name)) from error
    return parsed


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    marked = _marked_encoding(data)
    if marked:
        text = data.decode(marked, "replace")
        return text.removeprefix("\ufeff"), _replaced(text, name)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        whole = len(text) - len(text.encode("ascii", "ignore")) - broken
        cut_off = error.reason == "unexpected end of data"
        if cut_off or whole > broken:
            return text, _replaced(text, name)
    encoding = _legacy_encoding(data)
    remark = _("{file} was read as {encoding}; if letters look wrong, save it as UTF-8")
    return data.decode(encoding, "replace"), (remark.format(file=name, encoding=encoding),)


def _marked_encoding(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    # Without a mark, Western text in UTF-16 has a NUL in nearly every second place.
    even, odd = data[:4096:2], data[1:4096:2]
    if odd and odd.count(0) * 10 > len(odd) * 4 and even.count(0) * 20 < len(even):
        return "utf-16-le"
    if even and even.count(0) * 10 > len(even) * 4 and odd.count(0) * 20 < len(odd):
        return "utf-16-be"
    return ""


def _replaced(text: str, name: str) -> tuple[str, ...]:
    if "\ufffd" not in text:
        return ()
    return (_("some characters in {file} could not be read and are shown as \ufffd").format(file=name),)


def _legacy_encoding(data: bytes) -> str:
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    western = telling.decode("cp1252", "replace")
    foreign = [letter for letter in western if not letter.isascii()]
    letters = sum(1 for letter in western if letter.isalpha())
    # Accented letters stand among plain ones in Western text; in other scripts they come in runs.
    if all(letter in _WESTERN for letter in foreign) and len(foreign) * 3 <= letters + len(foreign):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow to import, and seldom needed)

    best = from_bytes(telling).best()
    return best.encoding if best is not None and best.encoding != "ascii" else "cp1252"
