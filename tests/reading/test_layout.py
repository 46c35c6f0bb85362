from zoneinfo import ZoneInfo

import pytest

from reattune.reading.gathered import ColumnMapping, Place
from reattune.reading.layout import FileKind, inner_folders, look_into, recordings_of

UTC = ZoneInfo("UTC")


def write(folder, *names, text="a,b\n1,2\n"):
    for name in names:
        (folder / name).write_text(text)


def kinds(contents):
    return {file.path.name: file.kind for file in contents.files}


def test_files_are_known_by_name_and_the_others_are_said(tmp_path):
    write(tmp_path, "FRAME.toml", "Diary.ICS", "appointments 2026.csv", "payments.json", "photo.png", "practice.toml")
    write(tmp_path, ".hidden.csv", "_draft.csv", "~$open.xlsx")
    contents = look_into(tmp_path, Place(tmp_path, UTC))
    assert kinds(contents) == {
        "FRAME.toml": FileKind.FRAME,
        "Diary.ICS": FileKind.CALENDAR,
        "appointments 2026.csv": FileKind.APPOINTMENTS,
    }
    assert [each.what for each in contents.not_analysed] == ["payments.json", "photo.png"]
    assert "[[mapping]]" in contents.not_analysed[0].why


@pytest.mark.parametrize("kind", ["appointments", "check_ins"])
def test_check_ins_are_never_read_as_anything_else(tmp_path, kind):
    write(tmp_path, "check_ins.csv")
    mapping = ColumnMapping("check_ins.csv", kind, {"words": "a"}, {})
    contents = look_into(tmp_path, Place(tmp_path, UTC, (mapping,)))
    (file,) = contents.files
    assert (file.kind, file.mapping) == (FileKind.CHECK_INS, mapping if kind == "check_ins" else None)
    assert not contents.known


def test_a_mapping_says_what_a_file_is_whatever_its_name(tmp_path):
    write(tmp_path, "visits.csv")
    assert look_into(tmp_path, Place(tmp_path, UTC)).files == ()
    mapping = ColumnMapping("visits.csv", "appointments", {"start": "a"}, {})
    contents = look_into(tmp_path, Place(tmp_path, UTC, (mapping,)))
    assert kinds(contents) == {"visits.csv": FileKind.APPOINTMENTS}
    assert contents.known


def test_of_every_relationship_it_is_said_what_was_not_read_inside(tmp_path):
    place = Place(tmp_path, UTC)
    (tmp_path / "heron").mkdir()
    assert [each.what for each in inner_folders(look_into(tmp_path / "heron", place), place)] == ["heron/sessions"]
    for name in ("sessions", "letters"):
        (tmp_path / "heron" / name).mkdir()
    before, letters = inner_folders(look_into(tmp_path / "heron", place), place)
    write(tmp_path / "heron" / "sessions", "one.txt")
    filled = look_into(tmp_path / "heron", place)
    (still,) = inner_folders(filled, place)
    assert letters.what == "heron/letters"
    assert before.why == "no transcripts or recordings"
    assert still == letters
    assert recordings_of(filled) == tmp_path / "heron" / "sessions"


def test_a_link_back_is_not_followed_and_a_missing_folder_is_set_aside(tmp_path):
    (tmp_path / "heron").mkdir()
    (tmp_path / "heron" / "again").symlink_to(tmp_path)
    contents = look_into(tmp_path / "heron", Place(tmp_path, UTC))
    assert (contents.folders, [each.what for each in contents.not_analysed]) == ((), ["heron/again"])
    assert [each.file for each in look_into(tmp_path / "gone", Place(tmp_path, UTC)).quarantined] == ["gone"]


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_an_empty_file_of_our_own_is_said_to_be_empty_once(tmp_path, content):
    for name in ("frame.toml", "marks.toml", "practice.toml"):
        (tmp_path / name).write_bytes(content)
    contents = look_into(tmp_path, Place(tmp_path, UTC))
    assert [(each.what, each.why) for each in contents.not_analysed] == [
        (name, "is empty") for name in ("frame.toml", "marks.toml", "practice.toml")
    ]
    assert contents.known


@pytest.mark.parametrize(
    "content", ["", '[[episode]]\nid = "e"\ndate = 2026-01-01\n[episode.client]\nwords = "mine"\n']
)
def test_an_empty_repair_record_looks_as_one_with_private_entries_only(tmp_path, content):
    (tmp_path / "episodes.toml").write_text(content)
    assert look_into(tmp_path, Place(tmp_path, UTC)).not_analysed == ()
