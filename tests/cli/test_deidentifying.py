"""`reattune deidentify`: listed, written, and honest about what it cannot find."""

import json

import pytest

from reattune.cli import app as door

VTT = """WEBVTT

00:00:00.000 --> 00:00:08.000
Anna Brandt: How has the week been, Kestrel?

00:00:10.000 --> 00:00:18.000
Kestrel: My sister Tara Quinn rang from Leeds on 3 March. Tara is well.

00:00:20.000 --> 00:00:28.000
Anna Brandt: And the bakery?
"""
WHO = ["--who", "Anna Brandt=therapist", "--who", "Kestrel=client"]


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "2026-03-10 kestrel.vtt"
    made.write_text(VTT, encoding="utf-8")
    return made


def run(file, *more):
    return door.run(["deidentify", str(file), *WHO, *more])


def test_text_is_written_without_names_days_or_labels(file, tmp_path, capsys):
    out = tmp_path / "out.txt"
    assert run(file, "--out", str(out), "--also", "bakery") == 0
    text = out.read_text(encoding="utf-8")
    assert "Client: My sister [name 1] rang from [place 1] on [date 1]. [name 1] is well." in text
    assert "Therapist: And the [word 1]?" in text
    assert not any(word in text for word in ("Anna", "Kestrel", "Quinn", "2026"))
    said = capsys.readouterr().err.replace("\n", " ")
    assert "3 names, 1 place, 1 date, 1 word you added" in said
    assert "No program can promise" in said


def test_json_goes_to_standard_output(file, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert run(file, "--out", str(out), "--keep", "leeds") == 0
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["schema"] == "reattune.deidentified/1"
    assert "rang from Leeds" in document["turns"][1]["text"]
    assert run(file, "--out", "-") == 0
    assert "Client: My sister [name 1]" in capsys.readouterr().out


def test_a_review_lists_all_with_the_words_around_it_and_writes_nothing(file, capsys):
    before = sorted(one.name for one in file.parent.iterdir())
    assert run(file, "--review") == 0
    shown = capsys.readouterr().out
    assert "[name 1]  Tara Quinn / Tara  (2 places)" in shown
    assert "2: …My sister Tara Quinn rang" in shown
    assert sorted(one.name for one in file.parent.iterdir()) == [*before, "speakers.toml"]


def test_words_that_stand_nowhere_are_named(file, capsys):
    assert run(file, "--review", "--also", "bakkery") == 0
    assert "“bakkery” stands nowhere" in capsys.readouterr().err


def test_wrong_usage_is_said(file, tmp_path, capsys):
    assert run(file) == 64
    assert "--review" in capsys.readouterr().err
    assert door.run(["deidentify", str(tmp_path / "no.vtt"), "--review"]) == 2
    assert door.run(["deidentify", str(file), "--review"]) == 64
    assert "Nobody has said yet who is who" in capsys.readouterr().err.replace("\n", " ")
