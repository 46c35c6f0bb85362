import sys
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

from make_practice import make, simulate
from making.effects import EFFECTS, OUTCOMES
from making.life import lived
from making.people import PEOPLE

from reattune.reading import read_folder

ROOT = Path(__file__).parents[2]
SEEDS = (1, 7, 1000, 1001)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def practice(tmp_path):
    make(7, tmp_path / "practice", tmp_path / "truth.toml")
    return tmp_path / "practice"


@pytest.fixture
def truth(tmp_path, practice):
    return tomllib.loads((tmp_path / "truth.toml").read_text("utf-8"))


RECORDED = ".ogg", ".heard.json"
"""Made by `make_recording.py`, which needs voices that sound a little different with each version of their program."""


def test_the_committed_practice_is_the_one_made_with_seed_7(practice):
    committed = bytes_of(ROOT / "examples" / "practice")
    assert bytes_of(practice) == {name: data for name, data in committed.items() if not name.endswith(RECORDED)}


def test_the_committed_truth_is_the_one_made_with_seed_7(practice, tmp_path):
    assert (tmp_path / "truth.toml").read_bytes() == (ROOT / "examples" / "truth.toml").read_bytes()


def test_another_seed_gives_another_practice(practice, tmp_path):
    make(8, tmp_path / "other", None)
    assert bytes_of(practice).keys() == bytes_of(tmp_path / "other").keys()
    assert bytes_of(practice) != bytes_of(tmp_path / "other")


def test_the_truth_never_lies_inside_the_practice(tmp_path):
    with pytest.raises(ValueError, match="a place of its own"):
        make(7, tmp_path, tmp_path / "heron" / "truth.toml")
    assert not (ROOT / "examples" / "practice" / "truth.toml").exists()


def test_nothing_in_the_package_knows_the_truth_file():
    for path in (ROOT / "src").rglob("*.py"):
        assert "truth.toml" not in path.read_text("utf-8"), path


def test_what_the_demonstration_was_promised_to_hold(truth):
    kinds = Counter(change["kind"] for change in truth["change"])
    assert kinds == {"strong": 3, "moderate": 2, "attuned": 1, "payment_only": 1, "quiet": 1}
    assert sum(change["how_it_ended"] == "repaired" for change in truth["change"]) == 2
    assert {part["what"] for part in truth["benign"]} == {"illness", "bereavement", "holiday"}
    assert len(truth["relationship"]) == 14


@pytest.mark.parametrize("seed", SEEDS)
def test_every_change_leaves_room_before_it_and_after(seed):
    for life in simulate(seed):
        if life.change:
            before = [slot for slot in life.slots if slot.slot.date() < life.change.onset]
            during = [slot for slot in life.slots if life.change.onset <= slot.slot.date() <= life.change.until]
            assert len(before) >= 24
            assert len(during) >= 6
            assert any(slot.slot.date() == life.change.onset for slot in life.slots)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_happens_after_the_last_day_or_in_a_break(seed):
    for life in simulate(seed):
        for slot in life.slots:
            assert slot.start.date() <= date(2026, 6, 30)
            assert not any(away.start <= slot.slot.date() <= away.end for away in life.breaks)
            assert slot.changed is None or slot.changed < slot.slot


def rates(plans, changed):
    counts = Counter()
    people = [person for person in PEOPLE if person.plan in plans]
    for seed in range(150):
        for life in (lived(person, seed) for person in people):
            for slot in life.slots:
                inside = life.change is not None and life.change.onset <= slot.slot.date() < life.change.until
                if inside is changed:
                    counts[slot.outcome] += 1
    return {outcome: counts[outcome] / sum(counts[outcome] for outcome in OUTCOMES) for outcome in OUTCOMES}


def test_outcomes_come_about_as_often_as_the_documentation_says():
    usual = rates({"strong", "none"}, changed=False)
    for outcome, rate in OUTCOMES.items():
        assert usual[outcome] == pytest.approx(rate, rel=0.35), outcome


def test_a_strong_withdrawal_multiplies_the_odds_it_says_it_multiplies():
    usual, away = rates({"strong"}, changed=False), rates({"strong"}, changed=True)
    for outcome, factor in EFFECTS["strong"].odds.items():
        odds = (away[outcome] / away["attended"]) / (usual[outcome] / usual["attended"])
        assert odds == pytest.approx(factor, rel=0.35), outcome


def test_ratings_fall_by_two_own_sd():
    heron = next(person for person in PEOPLE if person.codename == "heron")
    falls = []
    for seed in range(100):
        life = lived(heron, seed)
        scores = [(answer.day, answer.score) for answer in life.answers if answer.by == "client" and answer.score]
        before = [score for day, score in scores if day < life.change.onset][-20:]
        during = [score for day, score in scores if day >= life.change.onset]
        mean = sum(before) / len(before)
        spread = (sum((score - mean) ** 2 for score in before) / (len(before) - 1)) ** 0.5
        falls.append((mean - sum(during) / len(during)) / spread)
    assert sorted(falls)[50] == pytest.approx(2.0, abs=0.3)


def test_the_effects_in_the_documentation_are_those_in_the_code():
    text = (ROOT / "docs" / "example.md").read_text("utf-8")
    for person in PEOPLE:
        assert person.codename in text
    assert "attended .86, late .05, cancelled in time .045, cancelled at short notice .025, did not attend .02" in text
    assert list(OUTCOMES.values()) == [0.86, 0.05, 0.045, 0.025, 0.02]


def readable(line):
    return line.startswith("date,") or ",therapist," in line or line.endswith((",now", ",raise_for_me"))


def test_every_spoilt_row_is_where_the_truth_says(practice, truth):
    encodings = {"dunlin/visits.csv": "cp1252"}
    tables = [spoilt for spoilt in truth["spoilt"] if spoilt["row"].isdigit() and spoilt["field"] != "items"]
    assert len(tables) == 8
    for spoilt in tables:
        text = (practice / spoilt["file"]).read_text(encodings.get(spoilt["file"], "utf-8"))
        lines = [line for line in text.splitlines() if "check_ins" not in spoilt["file"] or readable(line)]
        row = lines[int(spoilt["row"]) - 1]
        values = {"31.02.2026", "came by phone?", "71", "perhaps", "30/02/2025 14:00", "soon"}
        assert row == lines[int(spoilt["row"]) - 2] or any(value in row for value in values), spoilt


def test_encodings_are_as_mixed_as_in_the_wild(practice):
    assert (practice / "bunting" / "check_ins.csv").read_bytes()[:2] in {b"\xff\xfe", b"\xfe\xff"}
    assert b"\xa35 for the caf\xe9" in (practice / "dunlin" / "visits.csv").read_bytes()
    assert (practice / "plover" / "payments.csv").read_bytes().startswith(b"\xef\xbb\xbfid;")
    assert (practice / "fulmar" / "check_ins.csv").read_bytes() == b""
    assert not (practice / "fulmar" / "frame.toml").exists()


def test_every_calendar_can_be_read_by_the_library(practice):
    feeds = sorted(practice.rglob("*.ics"))
    assert len(feeds) == 7
    for feed in feeds:
        events = Calendar.from_ical(feed.read_bytes()).walk("VEVENT")
        assert any("RRULE" in event for event in events)
        assert any("RECURRENCE-ID" in event for event in events)


def test_only_the_earlier_feed_lists_the_extra_session(practice):
    first = (practice / "heron" / "calendar@2026-03-01.ics").read_bytes()
    second = (practice / "heron" / "calendar@2026-06-01.ics").read_bytes()
    assert b"heron-extra" in first
    assert b"heron-extra" not in second


def test_reading_meets_every_spoilt_row_and_sets_aside_no_other(practice, truth):
    read = read_folder(practice)
    aside = {(one.file, one.row) for one in read.quarantined if not one.why.startswith("the calendar says")}
    expected = {
        (spoilt["file"], spoilt["row"]) for spoilt in truth["spoilt"] if spoilt["expect"] in {"set_aside", "duplicate"}
    }
    assert aside == expected
    kinds = {
        (session.source.file, session.source.row): session.kind
        for one in read.relationships
        for session in one.sessions
    }
    for spoilt in truth["spoilt"]:
        if spoilt["expect"] in {"unmapped", "no_longer_listed"}:
            listed = [
                kind
                for (file, row), kind in kinds.items()
                if row == spoilt["row"] and file.startswith(spoilt["file"][:5])
            ]
            assert spoilt["expect"] in listed, spoilt


def test_reading_finds_all_fourteen_and_their_facts(practice):
    by_name = {one.codename: one for one in read_folder(practice).relationships}
    assert sorted(by_name) == [person.codename for person in PEOPLE]
    assert by_name["godwit"].suppress
    assert by_name["fulmar"].frame.inferred
    assert by_name["merlin"].ended_how == "without_last_session"
    assert len(by_name["wren"].episodes) == 2
    assert sum(session.moved for session in by_name["siskin"].sessions) >= 10
    for life in simulate(7):
        assert len(by_name[life.person.codename].ratings) >= len(life.answers) - 2
