"""From a folder to what came up, and back in time: the promises that others rely on."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import reattune as ra
from reattune.model import Threshold
from reattune.noticing.document import dump

PRACTICE = Path(__file__).parents[1] / "examples" / "practice"
AS_OF = date(2026, 6, 30)


@pytest.fixture(scope="module")
def practice():
    return ra.read_folder(PRACTICE, as_of=AS_OF)


@pytest.fixture(scope="module")
def whole(practice):
    return ra.notice(practice, AS_OF)


def noticings(caseload, until=AS_OF):
    return {
        one["codename"]: [found for found in one["noticings"] if found["at"] <= until.isoformat()]
        for one in caseload.document()["relationships"]
    }


@pytest.mark.parametrize("day", [date(2025, 3, 1), date(2025, 10, 16), date(2026, 2, 4), date(2026, 5, 5)])
def test_as_of_a_day_is_the_full_run_up_to_it_byte_for_byte(whole, day):
    early = ra.notice(ra.read_folder(PRACTICE, as_of=day), day)
    assert json.dumps(noticings(early)) == json.dumps(noticings(whole, day))


@pytest.fixture(scope="module")
def few():
    """Two relationships, so that factors are found for few sets of streams; the priors are then the default."""

    def read(day):
        whole = ra.read_folder(PRACTICE, as_of=day)
        kept = tuple(one for one in whole.relationships if one.codename in {"heron", "kestrel"})
        return replace(whole, relationships=kept, threshold=Threshold.SIMULATED)

    return read


@pytest.fixture(scope="module")
def simulated(few):
    return ra.notice(few(AS_OF), AS_OF)


@pytest.mark.parametrize("day", [date(2025, 2, 3), date(2025, 3, 1), date(2025, 10, 16), date(2026, 2, 4)])
def test_by_the_simulated_threshold_too_a_day_is_the_full_run_up_to_it(few, simulated, day):
    early = ra.notice(few(day), day)
    assert json.dumps(noticings(early)) == json.dumps(noticings(simulated, day))


def test_the_threshold_is_the_practice_s_own_unless_another_is_asked_for(few, simulated):
    assert simulated.document()["threshold"] == "simulated"
    guaranteed = ra.notice(few(AS_OF), AS_OF, threshold=Threshold.GUARANTEED)
    assert guaranteed.document()["threshold"] == "guaranteed"
    assert noticings(guaranteed) == noticings(ra.notice(replace(few(AS_OF), threshold=Threshold.GUARANTEED), AS_OF))
    assert noticings(guaranteed) != noticings(simulated)


def test_the_same_input_gives_the_same_bytes(practice, whole):
    assert dump(ra.notice(practice, AS_OF).document()) == dump(whole.document())


def test_one_folder_alone_says_what_the_whole_says(whole):
    alone = ra.notice(ra.read_folder(PRACTICE / "heron", as_of=AS_OF), AS_OF)
    assert set(alone.noticed) == {"heron"}
    assert noticings(alone)["heron"] == noticings(whole)["heron"]
    assert alone.spend_per_tick == whole.spend_per_tick


def test_a_smaller_budget_never_brings_more(practice, whole):
    small = ra.notice(practice, AS_OF, 0.2)
    assert small.spend_per_tick < whole.spend_per_tick
    count = sum(len(found) for found in noticings(small).values())
    assert count < sum(len(found) for found in noticings(whole).values())


@pytest.mark.parametrize("budget", [0, -1, float("inf"), float("nan")])
def test_an_impossible_budget_is_refused_in_words(practice, budget):
    with pytest.raises(ra.ReattuneError, match="give a number above 0"):
        ra.notice(practice, AS_OF, budget)


def test_every_stream_switched_off_leaves_quiet(practice):
    off = frozenset(
        {
            "attendance",
            "rescheduling",
            "payment",
            "ratings",
            "gap",
            "speech",
            "silence",
            "turns",
            "voice",
            "movement",
            "unanswered",
        }
    )
    still = replace(practice, relationships=tuple(replace(one, off=off) for one in practice.relationships))
    assert all(not one.noticings for one in ra.notice(still, AS_OF).noticed.values())


def test_progress_names_everyone(practice):
    names = []
    ra.notice(practice, AS_OF, progress=names.append)
    assert names == sorted(one.codename for one in practice.relationships)


def test_every_row_behind_a_noticing_is_in_its_file(whole):
    for one in whole.document()["relationships"]:
        for found in one["noticings"]:
            for stream in found["streams"]:
                for seen in stream["observations"]:
                    file, row = PRACTICE / seen["source"]["file"], seen["source"]["row"]
                    assert file.exists()
                    if file.suffix == ".csv":
                        assert 1 < row <= len(file.read_bytes().splitlines())
                    assert seen["known_at"] <= found["at"]
