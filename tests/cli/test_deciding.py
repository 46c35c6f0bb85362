"""The simulated threshold is said to be what it is, wherever noticings are told; the guaranteed one says nothing new."""

import json
import re
from dataclasses import replace

import pytest
import typer

from reattune.cli import app as door
from reattune.cli.deciding import threshold_word
from reattune.cli.report import report
from reattune.cli.table import show_table
from reattune.cli.why import show_why
from reattune.model import Threshold

SAID = "measured, not guaranteed"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "practice.toml").write_text('time_zone = "Europe/London"\nthreshold = "simulated"\n')
    (tmp_path / "heron").mkdir()
    rows = "".join(f"{n},2026-0{1 + n // 4}-{1 + 7 * (n % 4):02}T17:00,,attended\n" for n in range(20))
    (tmp_path / "heron" / "appointments.csv").write_text("id,start,end,status\n" + rows)
    return tmp_path


def plain(text):
    return re.sub(r"\s+", " ", text)


def test_it_is_said_in_the_table_the_explanation_and_the_report(whole, hands):
    simulated = replace(whole, threshold=Threshold.SIMULATED)
    for show in (show_table, show_why):
        assert SAID in plain(hands.printed(show, simulated))
        assert SAID not in plain(hands.printed(show, whole))
    assert SAID in plain(report(simulated, "0"))
    assert SAID not in plain(report(whole, "0"))


def test_a_word_names_a_threshold_or_is_refused_in_words():
    assert [threshold_word(one.value) for one in Threshold] == list(Threshold)
    with pytest.raises(typer.BadParameter, match="guaranteed, simulated"):
        threshold_word("Simulated")


@pytest.mark.parametrize("command", ["notice", "why", "calibrate"])
def test_every_command_takes_the_word(folder, command, capsys):
    given = [command, str(folder), "--as-of", "2026-06-01", "--threshold"]
    assert door.run([*given, "simulated"]) == 0
    assert SAID in plain(capsys.readouterr().out)
    assert door.run([*given, "guaranteed"]) == 0
    assert SAID not in plain(capsys.readouterr().out)
    assert door.run([*given, "guess"]) == 64
    assert "guaranteed, simulated" in plain(capsys.readouterr().err)


def test_the_practice_s_own_word_is_taken_and_stands_in_the_document(folder, capsys):
    given = ["notice", str(folder), "--as-of", "2026-06-01", "--json", "-"]
    assert door.run(given) == 0
    assert json.loads(capsys.readouterr().out)["threshold"] == "simulated"
    assert door.run([*given, "--threshold", "guaranteed"]) == 0
    assert json.loads(capsys.readouterr().out)["threshold"] == "guaranteed"
