"""The page: one of A4, accessible, in the right order, whatever is to stand on it; and nothing is fetched."""

import io
import re
import socket
from dataclasses import replace

import pikepdf
import pytest
from pdfua import validate

from reattune import language
from reattune.practice.supervision import paper
from reattune.practice.supervision.sheet import Item, Part, Sheet

NOT_EVALUATED = {"UA-14-001"}
"""A rule of the validator's that cannot read an array here; what it is for is looked at by `headings` below."""


class Read:
    """A PDF as a reader of its tags goes through it: each element with its words, in the order of the tags."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self.pages = len(self.pdf.pages)
        self.title = str(self.pdf.docinfo.get("/Title", ""))
        self.language = str(self.pdf.Root.Lang)
        self._words = self._marked()
        self.elements: list[tuple[str, str]] = []
        self._walk(self.pdf.Root.StructTreeRoot.K)
        self.text = " ".join(words for _role, words in self.elements)

    def _marked(self) -> dict[int, str]:
        fonts = self.pdf.pages[0].Resources.Font
        maps = {name: _to_unicode(font.ToUnicode.read_bytes().decode()) for name, font in fonts.items()}
        found: dict[int, str] = {}
        open_now: list[tuple[int | None, str | None]] = []
        font = ""
        for operands, operator in pikepdf.parse_content_stream(self.pdf.pages[0]):
            word = str(operator)
            if word in {"BDC", "BMC"}:
                about = operands[1] if len(operands) > 1 else {}
                actual = about.get("/ActualText") if len(operands) > 1 else None
                mcid = int(about["/MCID"]) if "/MCID" in about else (open_now[-1][0] if open_now else None)
                open_now.append((mcid, None if actual is None else str(actual)))
                if actual is not None and mcid is not None:
                    found[mcid] = found.get(mcid, "") + str(actual)
            elif word == "EMC":
                open_now.pop()
            elif word == "Tf":
                font = str(operands[0])
            elif word in {"TJ", "Tj"} and open_now and open_now[-1][0] is not None and open_now[-1][1] is None:
                pieces = operands[0] if word == "TJ" else [operands[0]]
                raw = b"".join(bytes(one) for one in pieces if isinstance(one, pikepdf.String))
                codes = [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]
                mcid = open_now[-1][0]
                found[mcid] = found.get(mcid, "") + "".join(maps[font].get(code, "") for code in codes)
        return found

    def _walk(self, node) -> str:
        if isinstance(node, int):
            return self._words.get(node, "")
        if isinstance(node, pikepdf.Array):
            return " ".join(filter(None, (self._walk(one) for one in node)))
        if "/S" not in node:
            return self._words.get(int(node.MCID), "") if "/MCID" in node else self._walk(node.K)
        at = len(self.elements)
        self.elements.append((str(node.S), ""))
        own = [one for one in _list(node.get("/K")) if isinstance(one, int)]
        words = " ".join(self._words.get(one, "") for one in own)
        self.elements[at] = (str(node.S), words)
        for one in _list(node.get("/K")):
            if not isinstance(one, int):
                self._walk(one)
        return ""

    def headings(self) -> list[tuple[str, str]]:
        return [(role, words) for role, words in self.elements if re.fullmatch(r"/H\d", role)]


def _list(node) -> list:
    return list(node) if isinstance(node, pikepdf.Array) else [] if node is None else [node]


def _to_unicode(table: str) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", table, re.MULTILINE)
    }


def checked(content: bytes, folder) -> None:
    """Have the validator look at it; its absence would have failed this file's import."""
    file = folder / "sheet.pdf"
    file.write_bytes(content)
    report = validate(str(file))
    assert [(one.rule_id, one.message) for one in report.findings] == []
    assert report.exit_code == 0
    with pikepdf.open(file) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


def many(sheet: Sheet, times: int, text: str = "") -> Sheet:
    items = tuple(replace(one, text=text or one.text) for one in sheet.items) * times
    return replace(sheet, items=items)


def test_it_is_one_accessible_page_in_the_right_order(sheet, tmp_path):
    made = paper.pdf(sheet)
    checked(made.content, tmp_path)
    read = Read(made.content)
    assert (read.pages, read.title, read.language) == (1, "For supervision: A", "en")
    assert made.remarks == ()
    box = [float(one) for one in read.pdf.pages[0].MediaBox]
    assert [round(one) for one in box] == [0, 0, 595, 842]
    order = [
        "For supervision: A",
        "May be seen by: my supervisor and me.",
        "The question",
        "How do I ask?",
        "What there was",
        "session 41",
        "She looked at the floor.",
        "two sessions later",
        "In my client’s words",
        "changed so that nobody is named",
        "I did not know what to say.",
        "What else it could be",
        "It may be holidays or work.",
        "What was tried",
        "Asked how it had been.",
        "My part",
        "I was tired.",
        "To write on",
    ]
    assert [read.text.index(one) for one in order] == sorted(read.text.index(one) for one in order)


def test_headings_go_one_level_at_a_time_and_none_is_empty(sheet):
    found = Read(paper.pdf(sheet).content).headings()
    assert [role for role, _words in found] == ["/H1", *["/H2"] * (len(found) - 1)]
    assert all(words.strip() for _role, words in found)


def test_quotes_and_lists_are_tagged_as_such(sheet):
    roles = [role for role, _words in Read(paper.pdf(sheet).content).elements]
    assert roles.count("/BlockQuote") == 3
    assert roles.count("/L") == 2


def test_the_page_tells_no_day_and_nobody(sheet):
    made = paper.pdf(sheet).content
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert "/Author" not in pdf.docinfo
    assert made == paper.pdf(sheet).content


@pytest.mark.parametrize(
    "text",
    [
        "word " * 4000,
        "x" * 4000,
        "שלום עולם " * 400,
        "مرحبا بالعالم " * 400,
        "".join(chr(0x4E00 + one) for one in range(2000)),
        "😀👩\u200d👩\u200d👧 \ue000\u0378 हिन्दी " * 240,
        "line\n" * 800,
    ],
    ids=["words", "one run", "hebrew", "arabic", "chinese", "pictures", "lines"],
)
@pytest.mark.parametrize("times", [1, 12])
def test_whatever_stands_on_it_it_is_one_accessible_page(sheet, tmp_path, text, times):
    made = paper.pdf(many(sheet, times, text[:4000]))
    checked(made.content, tmp_path)
    read = Read(made.content)
    assert read.pages == 1
    assert "To write on" in read.text
    assert any("one page" in one for one in made.remarks)
    assert "continuesintherecord" in "".join(read.text.replace("\u200b", "").split())


def test_many_short_things_lose_as_few_as_can_be(sheet):
    many_things = many(sheet, 40)
    made = paper.pdf(many_things)
    read = Read(made.content)
    assert read.pages == 1
    assert read.text.count("She looked at the floor.") >= 2


def test_a_very_long_question_is_cut_and_everything_else_stays(sheet):
    read = Read(paper.pdf(replace(sheet, question="why " * 1000)).content)
    assert read.pages == 1
    assert "I was tired." in read.text


def test_signs_that_cannot_be_set_are_named_and_a_box_stands_for_them(sheet):
    made = paper.pdf(replace(sheet, question="How \ue000 now?"))
    assert "How □ now?" in Read(made.content).text
    assert any("\ue000" in one for one in made.remarks)


@pytest.mark.parametrize(
    "text",
    [
        '*bold* _x_ `y` $z$ @ref <label> #import "@preview/a:1.0.0"',
        "#panic()",
        '#read("/etc/passwd")',
        "\\ ] [ // x",
        '"}',
    ],
)
def test_no_word_is_ever_read_as_markup(sheet, text):
    made = paper.pdf(replace(sheet, question=text, name=text, readers=text))
    assert Read(made.content).text.count(" ".join(text.split())) >= 2


def test_in_german_it_is_a_german_page(sheet):
    german = replace(sheet, language="de")
    read = Read(paper.pdf(german).content)
    assert read.language == "de"
    with language.use("de"):
        assert read.headings()[2][1] == german.parts()[0][1]


def test_the_picture_is_of_one_page(sheet):
    assert paper.picture(sheet).content.startswith(b"\x89PNG")
    assert paper.picture(many(sheet, 30)).content.startswith(b"\x89PNG")


def test_nothing_is_fetched(sheet, monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    assert paper.pdf(sheet).content.startswith(b"%PDF")
    template = paper.TEMPLATE.read_text("utf-8")
    assert not re.search(r"#?import|include|read\(|@preview|image\(|plugin", template)


def test_an_empty_sheet_is_a_page_too(tmp_path):
    made = paper.pdf(Sheet("A", "?", "me", "en"))
    checked(made.content, tmp_path)
    assert Read(made.content).pages == 1


def test_cutting_says_so_and_leaves_the_rest_alone(sheet):
    items = (Item("a", Part.MINE, "x" * 50), Item("b", Part.MINE, "short"))
    cut = paper.cut_to(replace(sheet, items=items), 10)
    assert [one.text for one in cut.items] == ["xxxxxxxxxx… (continues in the record)", "short"]
    assert next(one.text for one in paper.fewer(cut, 1).items).count(paper.continues()) == 2
