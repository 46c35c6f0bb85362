"""Rich text (.rtf): scripts from f4 and MAXQDA with stamps, from Transana with time codes, or as anybody types them."""

import re

from striprtf.striprtf import font_table_group, rtf_to_text

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Script
from reattune.reading.transcripts.entries import Original
from reattune.reading.transcripts.scripts import Paragraph, paragraphs_of, script_of

FORMAT = "RTF"
_LARGEST = 32 * 1024 * 1024
_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_PICTURE = re.compile(r"[0-9a-fA-F]{64,}")
_FIELD = re.compile(r"(\\field)\{", re.IGNORECASE)
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)[^{};]{0,200}?\\fcharset(\d{1,3})(?!\d)")
_CELLS = re.compile(r"([^|\n]{1,40})\|(.*)\|\s*$")


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are rich text."""
    return data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Script:
    """Return what is said in a script saved as rich text.

    Raises:
        UnreadableError: If it is larger than 32 MB, damaged, or nobody is named in it.

    """
    if len(data) > _LARGEST:
        message = _("{file} is larger than 32 MB and was not read; save it without pictures")
        raise UnreadableError(message.format(file=name))
    return script_of(Original(name, data, FORMAT), [_in_cells(each) for each in paragraphs_of(_text(data, name))])


def _text(data: bytes, name: str) -> str:
    try:
        found = str(rtf_to_text(_bounded(_decoded(data)), errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # a damaged file makes striprtf raise nearly anything
        message = _("{file} is cut off or damaged; open it, and save it again as .rtf or .docx")
        raise UnreadableError(message.format(file=name)) from error
    # What lies beyond the first 65,536 characters is written as two halves, which belong together.
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bounded(text: str) -> str:
    """Return rich text without pictures, in which striprtf's searches for links and fonts are short."""
    table = str(font_table_group(text))  # type: ignore[no-untyped-call]
    fonts = "".join(rf"{{\f{number}\fcharset{charset} X;}}" for number, charset in _FONT.findall(table))
    text = text.replace(table, rf"{{\fonttbl{fonts}}}", 1) if table else text
    # A space after `\field` means nothing, and a link's address is then left out, as it is on the page.
    return _FIELD.sub(r"\1 {", _PICTURE.sub("", text))


def _decoded(data: bytes) -> str:
    """Return the bytes as text: rich text is plain ASCII by its rules; some programs write letters as they are."""
    page = _PAGE.search(data[:4096])
    try:
        return data.decode(f"cp{page[1].decode()}" if page else "cp1252", "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _in_cells(each: Paragraph) -> Paragraph:
    """Return a table's row of two cells, speaker and words, as such."""
    cells = _CELLS.match(each.text)
    return each if cells is None else Paragraph(each.row, cells[2].strip(), cells[1].strip().rstrip(":"))
