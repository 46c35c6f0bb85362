"""`reattune speech train` and `card`: from a folder of rated transcripts to a model with its card."""

import random

import pytest

from reattune.cli import app as door
from reattune.speech.larger.model import load

GLAD = ["that lifts something", "yes exactly that", "oh that eases it"]
LOW = ["you said so before", "why ask me that", "no idea honestly"]
PLAIN = ["the week was long", "my sister came", "it rained on friday"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("corpus")
    drawn = random.Random(6)
    rows = ["file,rater,score"]
    for number in range(110):
        warm = drawn.random()
        lines = []
        for _turn in range(20):
            coloured = GLAD if drawn.random() < warm else LOW
            lines += ["T: and what was that like?", f"C: {drawn.choice(coloured if drawn.random() < 0.5 else PLAIN)}"]
        (made / f"s{number}.txt").write_text("\n".join(lines) + "\n")
        rows.append(f"s{number}.txt,r{number % 11},{round(20 + 60 * warm)}")
    rows.append("gone.txt,r1,50")
    (made / "ratings.csv").write_text("\n".join(rows) + "\n")
    (made / "speakers.toml").write_text('[[source]]\nformat = "script"\nlabels = {T = "therapist", C = "client"}\n')
    return made


@pytest.fixture(scope="module")
def trained(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "own.model"
    assert door.run(["speech", "train", str(folder), "--out", str(out)]) == 0
    return out


def test_a_model_and_its_card_are_written(trained, capsys):
    assert load(trained).about["sessions"] == 110
    assert door.run(["speech", "card", str(trained)]) == 0
    shown = capsys.readouterr().out
    assert shown == trained.with_name("own.model.md").read_text(encoding="utf-8")
    assert "110 sessions in 11 groups (rater)" in shown


def test_by_file_measures_on_files(folder, tmp_path, capsys):
    assert door.run(["speech", "train", str(folder), "--out", str(tmp_path / "m"), "--by", "file", "--low", "40"]) == 0
    said = capsys.readouterr()
    assert "Left out: gone.txt" in said.err.replace("\n", " ")
    assert load(tmp_path / "m").about["groups"] == 110
    assert load(tmp_path / "m").about["below"] == 40


def test_wrong_usage_is_said_and_writes_nothing(folder, tmp_path, capsys):
    out = tmp_path / "m"
    assert door.run(["speech", "train", str(folder), "--out", str(out), "--by", "moon"]) == 64
    assert door.run(["speech", "train", str(folder), "--out", str(tmp_path / "no" / "m")]) == 64
    assert door.run(["speech", "train", str(folder), "--out", str(out), "--encoder", str(tmp_path)]) == 64
    assert "model.onnx" in capsys.readouterr().err
    assert door.run(["speech", "train", str(tmp_path), "--out", str(out)]) == 2
    assert door.run(["speech", "card", str(folder / "ratings.csv")]) == 64
    assert not out.exists()
