from datetime import date
from zoneinfo import ZoneInfo

import pytest

from reattune.errors import UnreadableError
from reattune.model import Source, Verdict
from reattune.reading.gathered import Place
from reattune.reading.marks import read_marks


@pytest.fixture
def read(tmp_path):
    def _read(text):
        path = tmp_path / "heron" / "marks.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_marks(path, Place(tmp_path, ZoneInfo("UTC")))

    return _read


def test_marks_come_in_the_order_of_the_days_they_were_made(read):
    found = read(
        '[[mark]]\nnoticing = 2026-03-10\non = 2026-04-12\nas = "later"\nuntil = 2026-05-01\n'
        '[[mark]]\nnoticing = "2026-03-10"\non = "2026-03-12"\nas = "ordinary"\n'
    )
    assert [(mark.on, mark.verdict, mark.until) for mark in found.marks] == [
        (date(2026, 3, 12), Verdict.ORDINARY, None),
        (date(2026, 4, 12), Verdict.LATER, date(2026, 5, 1)),
    ]
    assert found.marks[0].source == Source("heron/marks.toml", "mark 2")


def test_rows_left_out(read):
    found = read(
        '[[leave_out]]\nfile = "a.csv"\nrow = 41\n[[leave_out]]\nfile = "heron/b.csv"\nrow = "7"\nweight = 0.5\n'
    )
    assert found.left_out == {Source("a.csv", "41"): 0, Source("heron/a.csv", "41"): 0, Source("heron/b.csv", "7"): 0.5}


def test_a_transcript_is_left_out_as_a_whole(read):
    found = read('[[leave_out]]\nfile = "sessions/2026-03-10.vtt"\n')
    assert set(found.left_out) == {
        Source("sessions/2026-03-10.vtt", ""),
        Source("heron/sessions/2026-03-10.vtt", ""),
    }


@pytest.mark.parametrize(
    "text",
    [
        '[[mark]]\nnoticing = 2026-03-10\nas = "later"\n',
        '[[mark]]\nnoticing = 2026-03-10\non = 2026-03-01\nas = "later"\n',
        '[[mark]]\nnoticing = 2026-03-10\non = 2026-03-11\nas = "nothing"\n',
        '[[leave_out]]\nfile = "a.csv"\n',
        '[[leave_out]]\nfile = "a.csv"\nrow = 2\nweight = 2\n',
        "mark = 3\n",
    ],
)
def test_an_entry_that_cannot_be_meant_is_set_aside(read, text):
    found = read(text)
    assert (found.marks, found.left_out) == ((), {})
    assert [each.file for each in found.quarantined] == ["heron/marks.toml"]


@pytest.mark.parametrize("text", ["[[mark", "[[mark]]\non = 2026-02-31\n"])
def test_a_file_that_is_no_toml_is_unreadable(read, text):
    with pytest.raises(UnreadableError, match=r"heron/marks\.toml is not TOML"):
        read(text)
