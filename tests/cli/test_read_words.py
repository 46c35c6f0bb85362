"""The words of a session: calm, with the benign reading first, and figures that can be counted again."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from reattune.cli import read_words
from reattune.cli.session import look
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.speakers import FILE, read_speakers

HERON = Path(__file__).parents[2] / "examples" / "practice" / "heron" / "sessions"


@pytest.fixture
def session(tmp_path):
    shutil.copytree(HERON, tmp_path / "sessions")
    path = tmp_path / "sessions" / "2026-03-31.vtt"
    speakers = read_speakers(path.with_name(FILE), FILE)
    return look(read_script(path, path.name), speakers, path, date(2026, 3, 31), 12, False, False, lambda _said: None)


def test_what_was_read_is_said(session):
    assert read_words.heading(session) == (
        "31 Mar 2026, WebVTT, 144 turns, 21 minutes. “Kim” is the client; “Ruth Example” is the therapist."
    )


def test_of_each_moment_only_the_clearest_is_told_unless_all_is_wanted(session):
    for one, whole in zip(read_words.blocks(session), read_words.blocks(session, whole=True), strict=True):
        assert 1 <= len(one.lines) <= read_words.MARKS
        assert len({line.turn for line in one.lines}) == len(one.lines)
        assert len(whole.lines) == len(one.moment.hits)
        assert whole.further == ""
        assert one.benign
        assert len(one.attempts) <= read_words.ATTEMPTS


def test_an_attempt_is_never_the_very_words_of_the_moment(session):
    for one in read_words.blocks(session):
        assert not {(line.turn, line.quote) for line in one.lines} & {(line.turn, line.quote) for line in one.attempts}


def test_counts_and_figures_are_those_of_the_turns(session):
    client = [turn for turn in session.transcript.turns if turn.role == "client"]
    words = sum(len(turn.text.split()) for turn in client)
    assert read_words.counts(session)[0].startswith(f"Of {len(client)} turns of the client")
    assert f"{words} by the client" in read_words.wordless(session)[0]
    short = sum(len(turn.text.split()) <= 3 for turn in client)
    assert f"{short} have at most three words" in read_words.wordless(session)[1]


def test_no_word_that_no_face_may_say(session, hands):
    told = [
        *read_words.counts(session),
        *read_words.wordless(session),
        read_words.limits(),
        *read_words.omitted(session),
    ]
    for one in read_words.blocks(session):
        told += [one.title, *one.benign, *one.afterwards, *(line.sentence for line in (*one.lines, *one.before))]
    assert hands.never_said(" ".join(told)) == set()


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (61.9, "1:01"), (3599, "59:59"), (3600, "1:00:00"), (-4, "0:00")]
)
def test_clocks(seconds, words):
    assert read_words.clock(seconds) == words
