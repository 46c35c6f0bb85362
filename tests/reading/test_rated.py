"""A corpus of one's own: what is rated or coded stands beside its transcript; what cannot be read is named."""

import json

import pytest

from reattune.errors import NothingToReadError, ReattuneError, UnreadableError
from reattune.model import Role
from reattune.reading.rated import read_corpus

SCRIPT = "T: How was it?\nC: Long.\nC: Very long.\nT: Tell me more.\nC: There is not much to tell.\n"
SPEAKERS = '[[source]]\nformat = "script"\nlabels = {T = "therapist", C = "client"}\n'


@pytest.fixture
def folder(tmp_path):
    for name in ("2026-01-05.txt", "b.txt"):
        (tmp_path / name).write_text(SCRIPT)
    (tmp_path / "speakers.toml").write_text(SPEAKERS)
    return tmp_path


def rated(folder, rows, header="file,rater,score"):
    (folder / "ratings.csv").write_text("\n".join([header, *rows]) + "\n")
    return read_corpus(folder)


def test_ratings_stand_beside_their_transcripts(folder):
    found = rated(folder, ["2026-01-05.txt,ann,7.5", "b.txt,ben,3"])
    assert [(one.transcript.source.file, one.rater, one.score) for one in found.rated] == [
        ("2026-01-05.txt", "ann", 7.5),
        ("b.txt", "ben", 3.0),
    ]
    first = found.rated[0].transcript
    assert first.day.isoformat() == "2026-01-05"
    assert [turn.role for turn in first.turns] == [Role.THERAPIST, Role.CLIENT, Role.THERAPIST, Role.CLIENT]
    assert found.licence == ""
    assert found.left_out == ()


def test_two_people_may_rate_one_session(folder):
    found = rated(folder, ["b.txt,ann,7", "b.txt,ben,3"])
    assert [one.rater for one in found.rated] == ["ann", "ben"]
    assert found.rated[0].transcript is not None


def test_of_several_rated_things_one_is_meant(folder):
    rows = ["b.txt,ann,7,bond", "b.txt,ann,3,goals"]
    with pytest.raises(ReattuneError, match="bond, goals"):
        rated(folder, rows, "file,rater,score,target")
    found = read_corpus(folder, "goals")
    assert [one.score for one in found.rated] == [3.0]
    assert found.target == "goals"


def test_codes_are_of_the_files_own_entries(folder):
    (folder / "codes.csv").write_text("file,turn,code\nb.txt,2,short\nb.txt,3,long\nb.txt,99,beyond\n")
    (one,) = read_corpus(folder).coded
    assert [turn.text for turn in one.transcript.turns] == [line[3:] for line in SCRIPT.splitlines()]
    assert one.codes == {1: "short", 2: "long"}


def test_a_file_that_cannot_be_read_is_left_out_and_named(folder):
    (folder / "c.txt").write_text("X: who am I\nY: nobody said\nX: yes\n")
    found = rated(folder, ["b.txt,ann,7", "c.txt,ann,3", "gone.txt,ann,4", "../b.txt,ann,4"])
    assert [one.transcript.source.file for one in found.rated] == ["b.txt"]
    assert [each.what for each in found.left_out] == ["c.txt", "gone.txt", "../b.txt"]
    assert "who is who" in found.left_out[0].why


@pytest.mark.parametrize(
    ("rows", "header", "said"),
    [
        (["b.txt,ann,good"], "file,rater,score", "row 2.*not a number"),
        (["b.txt,ann,nan"], "file,rater,score", "not a number"),
        (["b.txt,,3"], "file,rater,score", "rater is empty"),
        (["b.txt,3"], "file,score", "no column rater"),
    ],
)
def test_a_table_that_cannot_be_meant_is_said_where(folder, rows, header, said):
    with pytest.raises(UnreadableError, match=said):
        rated(folder, rows, header)


def test_a_folder_without_a_table_or_a_readable_session_gives_nothing(folder):
    with pytest.raises(NothingToReadError, match=r"ratings\.csv"):
        read_corpus(folder)
    with pytest.raises(NothingToReadError, match="no such file"):
        rated(folder, ["gone.txt,ann,4"])


def test_kokorochat_carries_its_licence(tmp_path):
    message = {"role": "client", "time": "2021-03-04T10:00:00", "content": "Hello."}
    review = {"client_id": 1, "score": 50}
    (tmp_path / "en1.json").write_text(json.dumps({"dialogue": [message], "review_by_client": review}))
    found = read_corpus(tmp_path)
    assert "CC BY-NC-ND" in found.licence
    assert "do not pass on" in found.licence
    assert [(one.rater, one.score) for one in found.rated] == [("1", 50.0)]
