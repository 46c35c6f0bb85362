"""How much would have come up, word for word; and what is said where there is too little."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.account.gone_through import calibration, line

from reattune.cli import app as door
from reattune.cli.calibrating import show_calibration
from reattune.model import Threshold

APPOINTMENTS = "id,start,end,status\n" + "".join(
    f"{n},2026-01-{n:02}T17:00,2026-01-{n:02}T17:50,attended\n" for n in (6, 13, 20)
)


@pytest.fixture
def found():
    return calibration()


def test_the_words_on_the_screen(found, hands):
    said = hands.printed(show_calibration, found, [Path("out") / "c.json"])
    assert said == hands.golden("calibrate")
    assert hands.never_said(said) == set()


def test_the_simulated_threshold_promises_nothing(found, hands):
    said = re.sub(r"\s+", " ", hands.printed(show_calibration, replace(found, threshold=Threshold.SIMULATED)))
    assert "at most" not in said.replace("the most that", "")
    assert "nothing guarantees it" in said
    assert "about 11 would have come up if nothing had changed" in said
    assert hands.never_said(said) == set()


def test_what_was_not_measured_is_not_said(found, hands):
    assert "simulation" not in hands.printed(show_calibration, replace(found, used=None))


def test_it_fits_a_narrow_terminal(found, hands):
    assert max(len(one) for one in hands.printed(show_calibration, found).splitlines()) <= 100


def test_that_nobody_can_know_which_were_right_comes_before_any_number_of_noticings(found, hands):
    said = " ".join(hands.printed(show_calibration, found).split())
    assert said.index("not better") < said.index("noticings came up")
    assert said.index("nobody can know") < said.index("budget a month")


def test_where_all_is_there_nothing_is_said_of_less(found, hands):
    said = hands.printed(
        show_calibration, replace(found, begun=None, ordinary_marks=0, budgets=found.budgets[:2] + found.budgets[2:3])
    )
    assert "Your files begin" not in said
    assert "ordinary" not in said
    assert "a larger budget brings no more" in said


def test_one_relationship_alone_and_nothing_at_all(found, hands):
    alone = replace(found, relationships=("heron",), alone=True, budgets=(line(2.0, 0, own=True),))
    said = hands.printed(show_calibration, alone)
    assert "what is counted here is heron alone" in said
    assert "At your budget of 2 a month nothing came up." in said


def test_one_is_one(found, hands):
    said = hands.printed(show_calibration, replace(found, budgets=(line(2.0, 1, 1, own=True, away=1),)))
    assert "1 noticing came up (1 away), with 1 of 3 relationships; 1 more was added" in said.replace("\n", " ")


def test_without_settings_it_says_that_no_budget_is_spread(found, hands):
    said = hands.printed(show_calibration, replace(found, spread=False, budgets=(line(2.0, 9, own=True, away=9),)))
    assert "No practice.toml was found" in said
    assert "In this time 9 noticings came up" in said
    assert "none set" in said


@pytest.mark.parametrize(("ticks", "end"), [(0, date(2026, 6, 30)), (40, date(2025, 3, 1))])
def test_too_little_is_said_and_nothing_else(found, hands, ticks, end):
    said = hands.printed(show_calibration, replace(found, ticks=ticks, end=end))
    assert "Too little to say" in said
    assert "budget" not in said


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "practice.toml").write_text('schema = "reattune.practice/1"\ntime_zone = "Europe/London"\n')
    (tmp_path / "heron").mkdir()
    (tmp_path / "heron" / "appointments.csv").write_text(APPOINTMENTS)
    return tmp_path


def test_the_command_ends_well_and_writes_what_was_asked_for(folder, tmp_path_factory, capsys):
    out = tmp_path_factory.mktemp("out") / "c.json"
    given = ["calibrate", str(folder), "--as-of", "2026-06-30", "--months", "6", "--json", str(out)]
    assert door.run(given) == 0
    said = capsys.readouterr().out
    assert "At your budget of 2 a month" in re.sub(r"\s+", " ", said)
    assert "c.json" in said.replace("\n", "")
    document = json.loads(out.read_text(encoding="utf-8"))
    assert [one["budget_per_month"] for one in document["budgets"]] == [0.5, 1.0, 2.0, 4.0]
    assert door.run([*given[:-1], "-"]) == 0
    assert json.loads(capsys.readouterr().out) == document


def test_too_little_is_an_answer_and_not_a_mistake(folder, capsys):
    assert door.run(["calibrate", str(folder), "--as-of", "2026-01-31"]) == 0
    assert "Too little to say" in capsys.readouterr().out


@pytest.mark.parametrize("given", [["--months", "0"], ["--months", "241"], ["--months", "some"], ["--budget", "2"]])
def test_wrong_usage_is_64(folder, given, capsys):
    assert door.run(["calibrate", str(folder), *given]) == 64
