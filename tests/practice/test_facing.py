"""Both people's answers side by side: two lines, a gap where there is none, before and after apart, nothing pooled."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from tests.practice.conftest import CHEAP
from tests.practice.pages.conftest import fill, keep

from reattune.charts.scores import voice_words
from reattune.model import Rating, Share, Source, Timing, Voice
from reattune.practice import facing, models
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
BOTH, MINE = frozenset(Voice), frozenset({Voice.CLIENT})
WINDOW = (date(2025, 6, 1), TODAY)
RATED = {"instrument": "srs", "timing": "post", "items": [8, 8, 8, 8], "score": 32.0}


@pytest.fixture
def heron(new_client):
    client = new_client("heron", dates_agreed=TODAY, started=date(2023, 1, 1))
    fill(client, 40)
    return client


def address(at):
    return f"/at/{at.isoformat()}/"


def drawn(panel):
    return facing.facing(panel, WINDOW, "form", address, voice_words)


def test_each_has_a_line_and_neither_is_mixed_with_the_other(heron):
    panel = facing.panels(heron, TODAY, BOTH)[0]
    assert [one.by for one in panel.lines] == [Voice.CLIENT, Voice.THERAPIST]
    scores = [{dot.score for run in one.runs for dot in run} for one in panel.lines]
    assert scores[0] <= {34, 35, 36, 37}
    assert scores[1] <= {30, 31, 32, 33, 34}


def test_only_those_asked_for_are_there(heron):
    panel = facing.panels(heron, TODAY, MINE)[0]
    assert [one.by for one in panel.lines] == [Voice.CLIENT]
    shown = drawn(panel)
    assert "rt-therapist" not in shown.svg
    assert all(len(row.answers) == 1 for row in shown.rows)


def test_before_and_after_a_session_stand_apart(heron):
    source = models.Import.objects.get()
    pre = Rating(date(2026, 5, 5), "srs", Voice.CLIENT, Timing.PRE, Source("pre.csv", "2"), 20)
    keep(heron, models.Record.Kind.RATING, pre, date(2026, 5, 5), source)
    assert [one.timing for one in facing.panels(heron, TODAY, BOTH)] == [Timing.PRE, Timing.POST]


def test_the_gap_between_two_answers_opens_their_session(heron):
    panel = facing.panels(heron, TODAY, BOTH)[0]
    shown = drawn(panel)
    root = ET.fromstring(shown.svg)
    space = "{http://www.w3.org/2000/svg}"
    taps = [one for one in root.iter(f"{space}a") if any(each.get("class") == "rt-tap" for each in one)]
    days = [{dot.at for run in one.runs for dot in run} for one in panel.lines]
    assert [one.get("href") for one in taps] == [address(at) for at in sorted(days[0] & days[1]) if at >= WINDOW[0]]
    assert root.find(f"{space}title").text
    assert root.find(f"{space}desc").text
    assert "style=" not in shown.svg


def test_the_table_says_all_of_it_and_where_there_is_no_answer(heron):
    panel = facing.panels(heron, TODAY, BOTH)[0]
    rows = drawn(panel).rows
    assert all(row.address == ("" if row.at in panel.gaps else address(row.at)) for row in rows)
    assert {row.at for row in rows if set(row.answers) == {"no answer recorded"}} == set(panel.gaps)
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)


def test_a_time_without_answers_is_not_drawn(heron):
    panel = facing.panels(heron, TODAY, BOTH)[0]
    assert facing.facing(panel, (date(2020, 1, 1), date(2020, 2, 1)), "form", address, voice_words) is None


def test_of_a_session_each_answer_is_told_and_no_difference(heron):
    panels = facing.panels(heron, TODAY, BOTH)
    at = panels[0].lines[0].runs[0][0].at
    told = facing.answered(panels, at, Voice)[0]
    assert [voice for voice, _words in told.answers] == list(Voice)
    assert told.answers[0][1].isdigit()
    assert facing.answered(panels, date(2020, 1, 1), Voice) == ()


def test_a_form_shared_in_a_check_in_is_there_and_one_kept_alone_only_with_the_key(heron):
    key, _code = own.make(heron, "a heron in the reeds", cost=CHEAP)
    saying.say(heron, Kind.RATING, RATED, Share.NOW, date(2026, 6, 9))
    saying.say(heron, Kind.RATING, {**RATED, "score": 11.0}, Share.ONLY_ME, date(2026, 6, 16))

    def scores(opened=None):
        found = facing.panels(heron, TODAY, MINE, opened)
        return {(dot.at, dot.score) for one in found for line in one.lines for run in line.runs for dot in run}

    assert (date(2026, 6, 9), 32.0) in scores()
    assert (date(2026, 6, 16), 11.0) not in scores()
    assert (date(2026, 6, 16), 11.0) in scores(key)


def test_without_answers_there_is_nothing(new_client):
    assert facing.panels(new_client("wren"), TODAY, BOTH) == ()
