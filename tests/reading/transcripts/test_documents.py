import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Section

from reattune.errors import UnreadableError
from reattune.model import Pause, Role, Times
from reattune.reading.transcripts import documents, known


def word(*paragraphs, table=(), xml=()):
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    for inner in xml:
        document.paragraphs[-1]._p.append(parse_xml(inner.replace(">", f" {nsdecls('w')}>", 1)))
    return saved(document)


def saved(document):
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def open_text(*paragraphs, table=()):
    document = OpenDocumentText()
    inside = Section(name="all")
    document.text.addElement(inside)
    for text in paragraphs:
        inside.addElement(P(text=text))
    if table:
        grid = Table()
        for cells in table:
            row = TableRow()
            for text in cells:
                cell = TableCell()
                cell.addElement(P(text=text))
                row.addElement(cell)
            grid.addElement(row)
        document.text.addElement(grid)
    return saved(document)


def changed(data, part, content):
    """Return an archive with one part put in another's place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return made.getvalue()


READERS = [(word, documents.read_word, "a.docx"), (open_text, documents.read_open, "a.odt")]
SCRIPT = ("Session 3", "T1: How was it? (pause)", "C1: Long.", "And full.", "T2: Full?", "C2: Yes.")
TURNS = [("T", "T1", "How was it?"), ("C", "C1", "Long. And full."), ("T", "T2", "Full?"), ("C", "C2", "Yes.")]


@pytest.mark.parametrize(("make", "read", "name"), READERS)
def test_a_paragraph_a_turn(make, read, name):
    script = read(make(*SCRIPT), name)
    assert [(cue.label, cue.row, cue.text) for cue in script.cues] == TURNS
    assert script.cues[0].pauses == (Pause(11, "(pause)"),)
    assert (script.times, script.name) == (Times.NONE, name)
    assert "1 line before" in script.remarks[0]


@pytest.mark.parametrize(("make", "read", "name"), READERS)
def test_a_table_of_speakers_and_words_and_one_of_two_columns(make, read, name):
    rows = (("Speaker", "Text"), ("T1", "Well?"), ("C1", "Yes."), ("T2", "Hm."))
    script = read(make(table=rows), name)
    assert [(cue.label, cue.row, cue.text) for cue in script.cues] == [
        ("T", "T1", "Well?"),
        ("C", "C1", "Yes."),
        ("T", "T2", "Hm."),
    ]
    script = read(make("Session 3", table=(("Therapist", "Client"), ("Well?", ""), ("", "Yes."), ("Hm.", ""))), name)
    assert [(cue.label, cue.text) for cue in script.cues] == [
        ("Therapist", "Well?"),
        ("Client", "Yes."),
        ("Therapist", "Hm."),
    ]
    assert script.stated == (("Therapist", Role.THERAPIST), ("Client", Role.CLIENT))


def test_words_put_in_while_changes_were_tracked_are_said_and_deleted_ones_are_not():
    put_in = "<w:ins><w:r><w:t> yes</w:t></w:r></w:ins>"
    deleted = "<w:del><w:r><w:delText> no</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom>"
    script = documents.read_word(word("T: a", "C: well", xml=(put_in, deleted, moved)), "a.docx")
    assert script.cues[1].text == "well yes"


def test_lines_within_a_paragraph_and_stamps_are_read_as_in_plain_text():
    script = documents.read_word(word("I: Hallo #00:00:05-1#\nP: Ja. #00:00:09-0#"), "a.docx")
    assert [(cue.label, cue.row, cue.start) for cue in script.cues] == [("I", "1", None), ("P", "1", 5.1)]
    document = OpenDocumentText()
    line = P(text="T:")
    for piece in (S(c=2), LineBreak()):
        line.addElement(piece)
    line.addText("C: b")
    document.text.addElement(line)
    document.text.addElement(P(text="T: c"))
    assert documents.read_open(saved(document), "a.odt").labels == ("C", "T")


def test_a_heading_of_name_and_time_begins_a_turn():
    script = documents.read_word(word("Anna   0:03", "Hello.", "Ben   0:07", "Hi."), "a.docx")
    assert [(cue.label, cue.text, cue.start) for cue in script.cues] == [("Anna", "Hello.", 3.0), ("Ben", "Hi.", 7.0)]


@pytest.mark.parametrize(("make", "read", "name"), READERS)
def test_each_is_known_by_what_is_in_it(make, read, name):
    data = make(*SCRIPT)
    assert len([each.name for each in known.BUILT_IN if each.recognises("x", data)]) == 1
    assert known.read_bytes(data, name) == read(data, name)


BOMB = b"<a>" + b" " * (41 * 1024 * 1024) + b"</a>"
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(("make", "read", "name"), READERS)
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BOMB, "unpacks"),
        (ENTITIES, "entities"),
        (b"<a>" * 500 + b"</a>" * 500, "deep"),
        (b"<a>", "damaged"),
        (b"<a/>", ""),
    ],
)
def test_documents_made_to_do_harm_or_cut_off_are_not_read(make, read, name, content, why):
    part = "word/document.xml" if name.endswith("docx") else "content.xml"
    with pytest.raises(UnreadableError, match=f"^{name}.*{why}"):
        read(changed(make(*SCRIPT), part, content), name)


@pytest.mark.parametrize(("make", "read", "name"), READERS)
def test_a_document_without_names_or_words_is_said_to_be_one(make, read, name):
    for data in (make("A story."), make(), b"PK\x03\x04 and nothing", b""):
        with pytest.raises(UnreadableError, match=f"^{name}"):
            read(data, name)
    assert not documents.recognises_word("x", b"PK\x03\x04")
    assert not documents.recognises_open("x", b"PK\x03\x04")


@settings(max_examples=30)
@given(st.binary(max_size=40), st.integers(0, 40_000), st.integers(0, 20))
def test_any_bytes_are_read_or_said_to_be_unreadable(noise, place, length):
    for make, read, name in READERS:
        whole = WHOLE[make]
        at = place % len(whole)
        for data in (noise, whole[:at] + noise + whole[at + length :]):
            try:
                script = read(data, name)
            except UnreadableError:
                continue
            assert script.cues


WHOLE = {make: make(*SCRIPT) for make, _read, _name in READERS}
