import sys
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from reattune.model import Role, Times
from reattune.speech.reading import read
from reattune.speech.rule import REPAIR, Family

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from spoken import pairs as bench

FILES = sorted(bench.FOLDER.glob("*.toml"))
NUMBERS = {"seen": range(1, 8), "more": range(101, 113), "unseen": range(8, 15)}
OF_THERAPIST = REPAIR | {Family.THERAPIST_AWAY, Family.THERAPIST_AGAINST}
each_file = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])


def stored(file: Path) -> list[dict]:
    return tomllib.loads(file.read_text("utf-8"))["pair"]


def test_the_pairs_for_development_are_there():
    assert {"seen", "more"} <= {file.stem for file in FILES} <= set(NUMBERS)


@each_file
def test_every_pair_is_well_formed(file):
    for one in stored(file):
        assert set(one) == {"id", "family", "speaker", "note", "marked", "benign"}, one["id"]
        assert one["note"].endswith(".")
        assert one["marked"] != one["benign"]
        for lines in (one["marked"], one["benign"]):
            assert 2 <= len(lines) <= 6, one["id"]
            assert all(who in bench.ROLES and text == text.strip() != "" for who, text in lines), one["id"]
            assert all(first[0] != second[0] for first, second in pairwise(lines)), one["id"]
            assert any(bench.ROLES[who] == one["speaker"] for who, _text in lines), one["id"]


@each_file
def test_every_family_has_its_number_and_its_speaker(file):
    found = stored(file)
    numbers = NUMBERS[file.stem]
    assert [one["id"] for one in found] == list(dict.fromkeys(one["id"] for one in found))
    assert Counter(one["family"] for one in found) == dict.fromkeys(Family, len(numbers))
    for one in found:
        family, _, number = one["id"].rpartition("-")
        assert (family, int(number) in numbers) == (one["family"], True)
        assert one["speaker"] == (Role.THERAPIST if family in OF_THERAPIST else Role.CLIENT)


def test_no_snippet_stands_twice():
    snippets = [side for file in FILES for pair in bench.load(file) for side in (pair.marked, pair.benign)]
    assert len(snippets) == len(set(snippets))


@each_file
def test_length_alone_does_not_tell_them_apart(file):
    found = bench.outcomes(bench.load(file), bench.by_length)
    assert 0.4 < bench.accuracy(found) < 0.6


@each_file
def test_every_snippet_is_read_as_it_stands(file):
    for pair in bench.load(file):
        for lines in (pair.marked, pair.benign):
            transcript = bench.transcript(pair.id, lines)
            assert transcript.times is Times.NONE
            reading = read(transcript)
            for hit in reading.hits:
                assert reading.quote(hit) == lines[hit.turn][1][hit.start : hit.end] != ""


def one_pair(name: str, family: str, marked: str, benign: str) -> bench.Pair:
    ask = ("T", "And how was that?")
    return bench.Pair(name, family, Role.CLIENT, (ask, ("C", marked)), (ask, ("C", benign)))


def test_a_tie_is_a_half_and_strictly_wrong():
    pairs = [
        one_pair("a-01", "a", "one two three", "one"),
        one_pair("a-02", "a", "one", "two"),
        one_pair("b-01", "b", "one", "one two"),
    ]
    found = bench.outcomes(pairs, bench.by_length)
    assert [one.value for one in found] == [1.0, 0.5, 0.0]
    assert bench.accuracy(found) == 0.5
    assert bench.strict(found) == pytest.approx(1 / 3)
    assert bench.interval(found, draws=200) == (0.0, 0.75)


def test_the_word_list_looks_at_the_last_words_of_the_speaker():
    pair = one_pair("a-01", "a", "I don't know, but whatever", "I do know")
    assert bench.by_lexicon(pair, pair.marked) == 3
    assert bench.by_lexicon(pair, (*pair.marked, ("T", "but"), ("C", "Yes"))) == 0


def test_the_figures_are_printed_for_every_file_named(capsys):
    assert bench.main(["--pairs", str(bench.FOLDER / "seen.toml"), "--draws", "20"]) == 0
    printed = capsys.readouterr().out
    assert "## seen: 189 pairs, 27 families" in printed
    assert all(f"| {name} |" in printed for name in (*bench.WAYS, *Family))


def test_the_rules_tell_the_seen_half_apart():
    found = bench.outcomes(bench.load(bench.FOLDER / "seen.toml"), bench.by_rules)
    assert bench.accuracy(found) >= 0.80
