"""Scripts in Word (.docx) and OpenDocument (.odt): a paragraph a turn, or a table of speakers and words."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Script
from reattune.reading.transcripts.entries import Original
from reattune.reading.transcripts.grids import spoken
from reattune.reading.transcripts.markup import checked
from reattune.reading.transcripts.scripts import Paragraph, script_of

WORD, OPEN = "Word script", "OpenDocument script"
_LARGEST = 50 * 1024 * 1024
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_XML = 40 * 1024 * 1024
_MOST_PARTS = 5000
_OPEN_KIND = b"application/vnd.oasis.opendocument.text"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSAID = frozenset({f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "footnoteReference")})
"""What is deleted or moved away is no longer said; a text box stands beside the text, and twice in the file."""
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}

Block = str | tuple[tuple[str, ...], ...]
"""A paragraph, or a table as rows of cells."""


def recognises_word(_name: str, data: bytes) -> bool:
    """Return whether the bytes are a Word document."""
    return "word/document.xml" in _parts(data)


def recognises_open(_name: str, data: bytes) -> bool:
    """Return whether the bytes are an OpenDocument text."""
    return data.startswith(b"PK\x03\x04") and _OPEN_KIND in data[:200] and "content.xml" in _parts(data)


def read_word(data: bytes, name: str) -> Script:
    """Return what is said in a Word document.

    Raises:
        UnreadableError: If it is damaged, unpacks to far more than a transcript, or nobody is named in it.

    """
    _check(data, name)
    return _script(Original(name, data, WORD), _opened(_word, data, name))


def read_open(data: bytes, name: str) -> Script:
    """Return what is said in an OpenDocument text.

    Raises:
        UnreadableError: If it is damaged, unpacks to far more than a transcript, or nobody is named in it.

    """
    _check(data, name)
    return _script(Original(name, data, OPEN), _opened(_open, data, name))


def _parts(data: bytes) -> frozenset[str]:
    if not data.startswith(b"PK\x03\x04"):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist()[:_MOST_PARTS])
    except Exception:  # noqa: BLE001  (damaged archives raise nearly anything; `read` says so in a sentence)
        return frozenset()


def _check(data: bytes, name: str) -> None:
    """Look through all parts before a library unpacks any: sizes as declared, which no part can exceed, and XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            xml = _marked(archive, len(data), name)
            for part in xml:
                checked(archive.read(part), name)
    except UnreadableError:
        raise
    except Exception as error:  # zipfile raises nearly anything for a damaged archive
        raise UnreadableError(_damaged(name)) from error


def _marked(archive: zipfile.ZipFile, size: int, name: str) -> list[zipfile.ZipInfo]:
    parts = archive.infolist()
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    whole, marked = (sum(part.file_size for part in some) for some in (parts, xml))
    if size > _LARGEST or len(parts) > _MOST_PARTS or whole > _MOST_UNPACKED or marked > _MOST_XML:
        message = _("{file} unpacks to far more than a transcript holds and was not read; save it without pictures")
        raise UnreadableError(message.format(file=name))
    return xml


def _damaged(name: str) -> str:
    message = _("{file} is cut off, damaged or has a password; open it, and save it again as .docx, .odt or .txt")
    return message.format(file=name)


def _opened(walk: Any, data: bytes, name: str) -> list[Block]:
    try:
        return list(walk(io.BytesIO(data)))
    except Exception as error:  # a document that is whole as XML may still be none; the libraries raise anything
        raise UnreadableError(_damaged(name)) from error


def _word(file: io.BytesIO) -> Iterator[Block]:
    import docx  # noqa: PLC0415  (slow to import, and most folders hold no document)

    yield from _word_blocks(docx.Document(file).element.body)


def _word_blocks(element: Any) -> Iterator[Block]:
    for inner in element.iterchildren():
        if inner.tag == f"{_W}p":
            # python-docx's own `text` leaves out words that were put in while changes were tracked.
            yield _word_text(inner).strip(" ")
        elif inner.tag == f"{_W}tbl":
            yield tuple(
                tuple(_word_cell(cell) for cell in row.iter(f"{_W}tc")) for row in inner.iterchildren(f"{_W}tr")
            )
        elif inner.tag not in _UNSAID:
            yield from _word_blocks(inner)


def _word_cell(cell: Any) -> str:
    return " ".join(_word_text(paragraph) for paragraph in cell.iterchildren(f"{_W}p")).strip()


def _word_text(element: Any) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in _SIGNS or element.tag in _UNSAID:
        return _SIGNS.get(element.tag, "")
    return "".join(_word_text(inner) for inner in element.iterchildren())


def _open(file: io.BytesIO) -> Iterator[Block]:
    from odf.opendocument import load  # noqa: PLC0415  (slow to import, and most folders hold no document)

    yield from _open_blocks(load(file).text)


def _open_blocks(element: Any) -> Iterator[Block]:
    for inner in element.childNodes:
        kind = _kind(inner)
        if kind in {"p", "h"}:
            yield _open_text(inner).strip(" ")
        elif kind == "table":
            rows = _within(inner, "table-row")
            yield tuple(tuple(_open_cell(cell) for cell in _within(row, "table-cell")) for row in rows)
        elif kind != "tracked-changes":
            yield from _open_blocks(inner) if inner.nodeType == inner.ELEMENT_NODE else ()


def _within(element: Any, kind: str) -> list[Any]:
    found = []
    for inner in element.childNodes:
        if _kind(inner) == kind:
            found.append(inner)
        elif _kind(inner) in {"table-header-rows", "table-rows", "table-row-group"}:
            found += _within(inner, kind)
    return found


def _kind(node: Any) -> str:
    return node.qname[1] if node.nodeType == node.ELEMENT_NODE else ""


def _open_cell(cell: Any) -> str:
    return " ".join(_open_text(inner) for inner in cell.childNodes if _kind(inner) in {"p", "h"}).strip()


def _open_text(node: Any) -> str:
    kind = _kind(node)
    if not kind:
        return str(getattr(node, "data", ""))
    if kind in {"annotation", "note", "tracked-changes", "frame"}:
        return ""
    if kind == "s":
        return " " * min(int(node.getAttribute("c") or 1), 100)
    return {"tab": "\t", "line-break": "\n"}.get(kind) or "".join(_open_text(inner) for inner in node.childNodes)


def _script(original: Original, blocks: Sequence[Block]) -> Script:
    remarks: list[str] = []
    paragraphs: list[Paragraph] = []
    number = 0
    for block in blocks:
        number += isinstance(block, str)
        if isinstance(block, str):
            paragraphs += [Paragraph(str(number), line) for line in block.split("\n")]
            continue
        for label, words in spoken(block, remarks):
            number += 1
            paragraphs.append(Paragraph(str(number), words, label))
    return script_of(original, paragraphs, remarks)
