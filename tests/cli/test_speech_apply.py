"""`reattune speech apply`: what a model of one's own says of one transcript, and what it does not."""

import json
import random

import pytest

from reattune.cli import app as door

GLAD = ["that lifts something", "yes exactly that", "oh that eases it"]
LOW = ["you said so before", "why ask me that", "no idea honestly"]
PLAIN = ["the week was long", "my sister came", "it rained on friday"]
WHO = ["--who", "T=therapist", "--who", "C=client"]


def script(drawn, warm):
    lines = []
    for _turn in range(24):
        coloured = GLAD if drawn.random() < warm else LOW
        lines += ["T: and what was that like?", f"C: {drawn.choice(coloured if drawn.random() < 0.5 else PLAIN)}"]
    return lines


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    ratings, codes = tmp_path_factory.mktemp("ratings"), tmp_path_factory.mktemp("codes")
    drawn = random.Random(6)
    rated, coded = ["file,rater,score"], ["file,turn,code"]
    for number in range(110):
        warm = drawn.random()
        lines = script(drawn, warm)
        for folder in (ratings, codes):
            (folder / f"s{number}.txt").write_text("\n".join(lines) + "\n")
        rated.append(f"s{number}.txt,r{number % 11},{round(20 + 60 * warm)}")
        if number < 30:
            for at, line in enumerate(lines, start=1):
                if line.startswith("C: "):
                    code = "glad" if line[3:] in GLAD else "low" if line[3:] in LOW else "plain"
                    coded.append(f"s{number}.txt,{at},{code}")
    for folder, name, rows in ((ratings, "ratings.csv", rated), (codes, "codes.csv", coded)):
        (folder / name).write_text("\n".join(rows) + "\n")
        (folder / "speakers.toml").write_text(
            '[[source]]\nformat = "script"\nlabels = {T = "therapist", C = "client"}\n'
        )
    return ratings, codes


@pytest.fixture(scope="module")
def models(corpora, tmp_path_factory):
    out = tmp_path_factory.mktemp("models")
    found = out / "scores.model", out / "codes.model"
    for corpus, model in zip(corpora, found, strict=True):
        assert door.run(["speech", "train", str(corpus), "--out", str(model)]) == 0
    return found


@pytest.fixture
def low(tmp_path):
    file = tmp_path / "2026-04-02.txt"
    file.write_text("\n".join(script(random.Random(77), 0.05)) + "\n")
    return file


def test_a_session_is_told_with_domain_interval_band_and_parts(models, low, capsys, hands):
    assert door.run(["speech", "apply", str(models[0]), str(low), *WHO]) == 0
    shown = capsys.readouterr().out
    assert "Learned from ratings" in shown
    assert "four in five" in shown
    assert "Band: " in shown
    assert "nothing of what happened" in shown
    assert "the client, quarter 4 of 4" in shown
    assert not hands.never_said(shown)


def test_the_document_of_a_session_holds_the_same(models, low, capsys):
    assert door.run(["speech", "apply", str(models[0]), str(low), *WHO, "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["goal"], told["why_not"], told["day"]) == (
        "reattune.applied/1",
        "score",
        "",
        "2026-04-02",
    )
    assert told["rated"][0] < told["score"] < told["rated"][1]
    assert told["usual"] + sum(one["adds"] for one in told["parts"]) == pytest.approx(told["score"])
    assert told["band"]["precision"] >= 0.5


def test_of_a_short_session_nothing_is_said_and_why(models, tmp_path, capsys):
    file = tmp_path / "short.txt"
    file.write_text("T: and what was that like?\nC: the week was long\n")
    assert door.run(["speech", "apply", str(models[0]), str(file), *WHO, "--day", "2026-05-01", "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "1 turn" in told["why_not"]
    assert (told["score"], told["band"], told["parts"], told["day"]) == (None, None, [], "2026-05-01")
    assert door.run(["speech", "apply", str(models[0]), str(file)]) == 0
    assert "Nothing is said of this session: the client has 1 turn" in capsys.readouterr().out


def test_turns_are_a_second_opinion_with_their_words(models, low, tmp_path, capsys, hands):
    written = tmp_path / "told.json"
    asked = ["speech", "apply", str(models[1]), str(low), *WHO, "--most", "3", "--json", str(written)]
    assert door.run(asked) == 0
    shown = capsys.readouterr().out
    assert "second opinion, not a finding" in shown
    assert "30 sessions in 30 groups (file)" in shown
    assert "less clear" in shown
    assert not hands.never_said(shown)
    told = json.loads(written.read_text(encoding="utf-8"))
    assert len(told["turns"]) == 3
    lines = low.read_text().splitlines()
    for one in told["turns"]:
        assert lines[one["turn"] - 1] == f"C: {one['text']}"
        assert f"“{one['text']}”" in shown
    assert sum(told["counts"].values()) == 24


def test_wrong_usage_is_said(models, low, corpora, capsys):
    assert door.run(["speech", "apply", str(corpora[0] / "ratings.csv"), str(low), *WHO]) == 64
    assert door.run(["speech", "apply", str(models[0]), str(low)]) == 64
    assert "who is who" in capsys.readouterr().err.replace("\n", " ")
    assert door.run(["speech", "apply", str(models[0]), str(low.parent / "gone.txt"), *WHO]) == 2
    assert door.run(["speech", "apply", str(models[0]), str(low), *WHO, "--encoder", str(low.parent)]) == 64
