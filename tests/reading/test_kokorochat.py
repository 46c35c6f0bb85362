"""KokoroChat's form, on dialogues of our own."""

import io
import json
import tarfile

import pytest

from reattune.errors import UnreadableError
from reattune.model import Role, Times
from reattune.reading.kokorochat import holds_dialogues, read_dialogues


def dialogue(client=7, score=64):
    said = [("counselor", "Hello, what brings you?", 0), ("client", "Not much.", 20), ("client", "Well, this.", 30)]
    messages = [
        {"role": who, "time": f"2021-03-04T10:00:{at:02}", "origin": "", "content": words} for who, words, at in said
    ]
    return {"dialogue": messages, "topic": {}, "review_by_client": {"client_id": client, "score": score}}


@pytest.fixture
def folder(tmp_path):
    for number in (10, 9, 101):
        (tmp_path / f"en{number}.json").write_text(json.dumps(dialogue(client=number, score=number / 2)))
    return tmp_path


def test_dialogues_come_in_the_order_of_their_numbers_with_their_rating(folder):
    assert holds_dialogues(folder)
    found = list(read_dialogues(folder))
    assert [(one.source.file, rater, score) for one, rater, score in found] == [
        ("en9.json", "9", 4.5),
        ("en10.json", "10", 5.0),
        ("en101.json", "101", 50.5),
    ]
    one = found[0][0]
    assert [(turn.role, turn.text, turn.messages) for turn in one.turns] == [
        (Role.THERAPIST, "Hello, what brings you?", 1),
        (Role.CLIENT, "Not much. Well, this.", 2),
    ]
    assert (one.turns[1].start, one.turns[1].end, one.times, one.written) == (20.0, 30.0, Times.BOTH, True)


def test_an_archive_is_read_as_the_folder_is(folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "English.tar.xz"
    with tarfile.open(path, "w:xz") as archive:
        for file in folder.iterdir():
            data = file.read_bytes()
            member = tarfile.TarInfo(f"English/{file.name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    assert holds_dialogues(path)
    assert list(read_dialogues(path)) == list(read_dialogues(folder))


def test_anything_else_holds_none(tmp_path):
    assert not holds_dialogues(tmp_path)
    (tmp_path / "x.json").write_text("{}")
    assert not holds_dialogues(tmp_path)
    assert not holds_dialogues(tmp_path / "x.json")
    assert not holds_dialogues(tmp_path / "nowhere")


@pytest.mark.parametrize("broken", ["{", '{"review_by_client": {"client_id": 1}, "dialogue": []}', "[1]"])
def test_a_dialogue_that_is_not_as_published_is_named(folder, broken):
    (folder / "en3.json").write_text(broken)
    with pytest.raises(UnreadableError, match=r"en3\.json"):
        list(read_dialogues(folder))
