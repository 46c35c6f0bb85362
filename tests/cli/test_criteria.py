"""Criteria side by side in the terminal, word for word; every date beside a mark is the date of a row."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.account.made import AS_OF
from tests.cli.criteria_made import CRITERIA, rows

from reattune.account.told import where
from reattune.charts import day
from reattune.cli import app as door
from reattune.cli.criteria import show_criteria
from reattune.cli.side_by_side import compare
from reattune.criteria import every
from reattune.model import Voice


@pytest.fixture
def found(whole):
    return compare(whole, CRITERIA)


def test_the_words_on_the_screen(found, hands):
    said = hands.printed(show_criteria, found, CRITERIA, AS_OF, [Path("out") / "c.html"])
    assert said == hands.golden("criteria")
    assert hands.never_said(said) == set()


def test_what_they_are_worth_comes_before_any_mark(found, hands):
    said = " ".join(hands.printed(show_criteria, found, CRITERIA, AS_OF).split())
    for words in ("None of them says that something happened", "97 to 100 in 100", "there is no standard"):
        assert said.index(words) < said.index("low-2001")


@pytest.mark.parametrize("criteria", [CRITERIA, every()])
def test_every_date_beside_a_mark_is_that_of_a_row(whole, hands, criteria):
    said = hands.printed(show_criteria, compare(whole, criteria), criteria, AS_OF)
    parts = re.split(r"^(?:SRS|PHQ-9), (?=client|you)", said, flags=re.MULTILINE)[1:]
    series = (rows(whole, instrument="phq-9"), rows(whole), rows(whole, by=Voice.THERAPIST))
    counted = 0
    for part, given in zip(parts, series, strict=True):
        known = {(day(one), f"{row.score:g}", where(row.source)) for one, row in given.items()}
        printed = re.findall(r"^ +\d+ +(\d+ \w{3} \d{4}) +(\S+) +\d+ of \d+ +(\S+)$", part, flags=re.MULTILINE)
        counted += len(printed)
        assert set(printed) <= known
    assert counted > 10


def test_the_screen_for_all_that_come_with_reattune_holds_no_word_it_must_not_hold(whole, hands):
    assert hands.never_said(hands.printed(show_criteria, compare(whole, every()), every(), AS_OF)) == set()


def test_it_fits_its_width(whole, hands):
    said = hands.printed(show_criteria, compare(whole, every()), every(), AS_OF)
    assert max(map(len, said.splitlines())) <= 100


def test_work_that_ended_is_said_and_its_signs_too(whole, hands):
    people = tuple(
        replace(one, ended=date(2026, 1, 31)) if one.codename == "heron" else one
        for one in whole.practice.relationships
    )
    ended = replace(whole, practice=replace(whole.practice, relationships=people))
    said = hands.printed(show_criteria, compare(ended, CRITERIA), CRITERIA, AS_OF)
    assert "heron  ended 31 Jan 2026" in said
    assert "◇ marked, and the work ended before the time was over (censored)" in said


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "practice.toml").write_text('schema = "reattune.practice/1"\ntime_zone = "Europe/London"\n')
    (tmp_path / "heron").mkdir()
    scores = (34, 35, 36, 30, 31, 36, 35, 20)
    (tmp_path / "heron" / "ratings.csv").write_text(
        "session_date,instrument,by,timing,score\n"
        + "".join(f"2026-01-{n + 6:02},srs,client,post,{score}\n" for n, score in enumerate(scores))
    )
    return tmp_path


def test_the_command_ends_well_and_writes_what_was_asked_for(folder, tmp_path_factory, capsys):
    out = tmp_path_factory.mktemp("out")
    page, data = out / "c.html", out / "c.json"
    given = ["criteria", str(folder), "--as-of", "2026-02-01", "--html", str(page), "--json", str(data)]
    assert door.run(given) == 0
    assert "SRS, client, after the session" in capsys.readouterr().out
    first = page.read_bytes(), data.read_bytes()
    assert door.run(given) == 0
    assert (page.read_bytes(), data.read_bytes()) == first
    capsys.readouterr()
    assert door.run([*given[:4], "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(first[1])


def test_where_nothing_can_be_read_the_status_is_2(tmp_path, capsys):
    assert door.run(["criteria", str(tmp_path / "nowhere")]) == 2


def test_without_ratings_it_says_so_and_explains_nothing(whole, hands):
    people = tuple(replace(one, ratings=()) for one in whole.practice.relationships)
    bare = replace(whole, practice=replace(whole.practice, relationships=people))
    said = hands.printed(show_criteria, compare(bare, CRITERIA), CRITERIA, AS_OF)
    assert said.count("No ratings are recorded here.") == 3
    assert "What each one marks" not in said
