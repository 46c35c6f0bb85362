"""A portrait: what is known, and what the last look found, in words."""

from datetime import date

from reattune.practice import jobs
from reattune.practice.portrait import portrait

TODAY = date(2026, 6, 30)


def test_before_any_look_nothing_came_up_and_nothing_is_made_up(new_client):
    found = portrait(new_client("heron"), TODAY)
    assert found.looked is None
    assert (found.told, found.own, found.silent) == ((), (), "")
    assert found.known.codename == "heron"


def test_silence_is_known_with_its_reason_after_a_look(new_client):
    heron = new_client("heron", suppress=True, suppress_why="a pause")
    jobs.start("look")
    jobs.run_pending()
    assert portrait(heron, TODAY).silent == "a pause"
