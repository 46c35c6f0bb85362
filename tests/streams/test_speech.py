"""What was said: one figure a session, each traced to turns, and nothing of it where it is switched off."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.streams.streams_made import day, heron, seen, series, values

import reattune as ra
from reattune.model import Direction, Role, Source, SpeechFigures, Times, Transcript, Turn
from reattune.noticing.looseness import share_used
from reattune.noticing.telling import basis, said
from reattune.speech.figures import figures
from reattune.speech.moments import LEAST
from reattune.speech.reading import read
from reattune.speech.rule import direction
from reattune.streams import observe, speech
from reattune.streams.speech import ENGAGEMENT, MARKS, figures_of, share_code

PLAIN = "We went to the market on Sunday and then I cooked for my sister and her friends."
AWAY = "It is all my fault, I am hopeless, nothing will ever change."
MET = "I felt understood by you last week, thank you."
ASKS = "And what was that like for you when it happened?"
GERMAN = "Am Sonntag sind wir auf den Markt gegangen und danach habe ich für meine Schwester gekocht."


def spoken(week, *, turns=40, away=0, met=0, plain=PLAIN, asks=ASKS, known=None, source=None):
    """A session whose client says something plain, but for the first few turns."""
    words = [AWAY] * away + [MET] * met + [plain] * (turns - away - met)
    said = [(Role.THERAPIST, asks), *((Role.CLIENT, one) for one in words)]
    whole = [pair for one in said[1:] for pair in (said[0], one)]
    kept = tuple(Turn(role, role.value, text, str(row)) for row, (role, text) in enumerate(whole, start=1))
    name = source or f"heron/sessions/{day(week)}.vtt"
    return Transcript(day(week), Source(name, ""), kept, Times.NONE, known_at=known)


def figure(week, **more):
    return SpeechFigures(day(week), Source(f"kept {week}", ""), day(week), 50, 700, 900, **more)


def counted(transcript):
    return f"{figures(read(transcript)).away}_of_40"


def names(relationship, **more):
    return [one.name for one in seen(relationship, **more).series]


def test_marks_are_counted_and_how_much_was_said():
    one = heron(transcripts=(spoken(0, away=6, met=2),))
    assert names(one) == ["speech against", "speech attuned", "speech away", "speech engagement"]
    assert values(one, "speech away") == [counted(one.transcripts[0])]
    assert values(one, "speech attuned") == ["2_of_40"]
    (words,) = values(one, "speech engagement")
    assert 10 < words < 18
    found = series(one, "speech away")
    assert (found.basis, found.pattern.falls, found.pattern.rises) == ("transcripts", None, Direction.AWAY)
    assert found.observations[0].source == Source(f"heron/sessions/{day(0)}.vtt", "")
    assert (series(one, "speech attuned").pattern.rises, ENGAGEMENT.rises) == (Direction.ATTUNED, None)


def test_every_count_is_turns_of_the_reading_and_no_more():
    transcript = spoken(0, away=6, met=2)
    reading = read(transcript)
    for way in MARKS:
        turns = {
            hit.turn
            for hit in reading.hits
            if direction(hit.family) is way and hit.strength >= LEAST and transcript.turns[hit.turn].role is Role.CLIENT
        }
        assert values(heron(transcripts=(transcript,)), f"speech {way}") == [f"{len(turns)}_of_40"]


def test_a_short_session_gives_nothing_and_that_is_said():
    found = seen(heron(transcripts=(spoken(0, turns=19, away=4),)))
    assert found.series == ()
    assert found.remarks == ("1 transcript has fewer than 20 turns of the client; too little to look at here.",)
    (counts,) = series(heron(transcripts=(spoken(0, turns=20),)), "speech away").observations
    assert (counts.weight, counts.foreseen) == (0.5, True), "a session half as long counts half"


def test_words_that_are_not_read_give_lengths_only():
    one = heron(transcripts=(spoken(0, plain=GERMAN, asks=GERMAN),), speech=(figure(1, why="not kept"),))
    assert names(one) == ["speech engagement"]
    assert len(values(one, "speech engagement")) == 2
    assert seen(one).remarks[0].startswith("The words of 2 sessions were not read")


def test_a_session_without_marks_may_still_be_short_of_words():
    english = heron(transcripts=(spoken(0, turns=20, plain="No."),))
    assert values(english, "speech engagement") == [1.0]


def test_figures_kept_elsewhere_count_and_a_transcript_counts_once():
    transcript = spoken(0, away=3)
    double = replace(figure(0, away=30, against=0, attuned=0), source=transcript.source)
    one = heron(transcripts=(transcript,), speech=(double, figure(1, away=2, against=1, attuned=0)))
    assert values(one, "speech away") == [counted(transcript), "2_of_50"]


@pytest.mark.parametrize("name", ["speech", "Speech", "speech away"])
def test_switched_off_nothing_of_it_remains(name):
    one = heron(transcripts=(spoken(0, away=9), spoken(1, turns=5)), off=frozenset({name}))
    if name == "speech away":
        assert names(one) == ["speech against", "speech attuned", "speech engagement"]
    else:
        assert seen(one) == seen(replace(one, transcripts=()))


def test_days_of_transcripts_are_sessions_where_nothing_else_tells():
    one = replace(heron(transcripts=(spoken(0), spoken(1))), frame=type(heron().frame)())
    assert seen(one).ticks == (day(0), day(1))
    assert seen(replace(one, off=frozenset({"speech"}))).ticks == ()


def test_left_out_counts_nothing():
    transcript = spoken(0, away=9)
    one = heron(transcripts=(transcript,), left_out={transcript.source: 0.0})
    (found,) = series(one, "speech away").observations
    assert (found.weight, found.foreseen, found.reason) == (0.0, False, "known to you, and left out")


def test_how_much_was_said_counts_less_than_in_full():
    (found,) = series(heron(transcripts=(spoken(0, turns=90),)), "speech engagement").observations
    assert found.weight == speech.HANG_TOGETHER


def test_what_came_in_later_is_known_later():
    transcript = spoken(0, away=2, known=day(3))
    one = heron(transcripts=(transcript,), speech=(figure(1, away=1, against=0, attuned=0),))
    assert values(one, "speech away", day(2)) == ["1_of_50"]
    assert values(one, "speech away", day(3)) == ["1_of_50", counted(transcript)]
    assert values(replace(one, started=day(1)), "speech away") == ["1_of_50"]


TRANSCRIPTS = st.lists(
    st.builds(
        lambda week, turns, away, late: spoken(
            week, turns=turns, away=away, known=None if late is None else day(week, late), source=f"{week} {turns}"
        ),
        st.integers(0, 8),
        st.sampled_from([15, 20, 45]),
        st.integers(0, 4),
        st.sampled_from([None, None, 0, 5, 20]),
    ),
    max_size=6,
    unique_by=lambda one: one.source,
)
WHEN = st.integers(-3, 90).map(lambda days: day(0, days))


@given(TRANSCRIPTS, st.booleans(), WHEN, WHEN)
def test_a_day_s_streams_are_a_later_day_s_up_to_that_day(transcripts, framed, one, other):
    early, late = sorted([one, other])
    made = heron(transcripts=tuple(transcripts))
    made = made if framed else replace(made, frame=type(made.frame)())
    now, later = observe(made, {}, {}, early), observe(made, {}, {}, late)
    known = (
        replace(each, observations=tuple(seen for seen in each.observations if seen.known_at <= early))
        for each in later.series
    )
    assert now.series == tuple(each for each in known if each.observations)
    assert now.ticks == tuple(tick for tick in later.ticks if tick <= early)
    stood = tuple(one for one in transcripts if max(one.day, one.known_at or one.day) <= early)
    assert observe(replace(made, transcripts=stood), {}, {}, early) == now


def test_a_transcript_is_read_once(monkeypatch):
    transcript = spoken(0, away=1, source="read once")
    first = figures_of(transcript)
    monkeypatch.setattr(speech, "read", None)
    assert figures_of(replace(transcript)) is first
    assert first == figures(read(transcript))


def test_what_is_kept_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(speech, "MOST_KEPT", 1)
    for week in range(3):
        figures_of(spoken(week, source="never ending"))
    assert len(speech._kept) == 1


@given(st.integers(20, 500), st.data())
def test_more_marks_are_never_less_on_the_table(turns, data):
    few = data.draw(st.integers(0, turns))
    more = data.draw(st.integers(few, turns))
    pattern = MARKS[Direction.AWAY]
    assert 0 <= share_code(pattern, few, turns) <= share_code(pattern, more, turns) < pattern.size


def test_no_more_comes_up_than_is_spent_under_the_model():
    used = share_used([*MARKS.values(), ENGAGEMENT], 0.02, people=40, ticks=30)
    assert used.share < 1


def folder(place, away_of):
    """A folder with a frame's worth of invented transcripts, and who is who."""
    sessions = place / "heron" / "sessions"
    sessions.mkdir(parents=True)
    (sessions / "speakers.toml").write_text(
        '[[source]]\nformat = "WebVTT"\nlabels = {T = "therapist", C = "client"}\n', "utf-8"
    )
    for week in range(30):
        away = away_of(week)
        lines = ["WEBVTT", ""]
        for turn in range(80):
            client = turn % 2
            text = ASKS if not client else (AWAY if turn // 2 < away else PLAIN)
            at = f"00:{turn // 4:02}:{15 * (turn % 4):02}.000"
            lines += [f"{at} --> {at[:-3]}900", f"<v {'C' if client else 'T'}>{text}", ""]
        (sessions / f"{date(2025, 1, 7) + timedelta(weeks=week)}.vtt").write_text("\n".join(lines), "utf-8")
    return place


def test_a_folder_of_transcripts_in_which_moving_away_rises(tmp_path):
    practice = ra.read_folder(folder(tmp_path, lambda week: 1 + week % 2 if week < 22 else 12 + week % 3))
    caseload = ra.notice(practice, date(2025, 9, 1))
    (one, *_rest) = caseload.noticed["heron"].noticings
    assert one.direction is Direction.AWAY
    assert one.at >= date(2025, 1, 7) + timedelta(weeks=22)
    (part,) = [part for part in one.parts if part.stream == "speech away"]
    assert {seen.observation.source.row for seen in part.seen} == {""}
    for each in part.seen:
        (transcript,) = [t for t in practice.relationships[0].transcripts if t.source == each.observation.source]
        assert each.observation.value == f"{figures(read(transcript)).away}_of_40"
    assert "More of what the client said than usual here reads like moving away" in said(one)
    assert basis(one) == "transcripts only"
    early = ra.notice(practice, one.at)
    assert early.noticed["heron"].noticings == (one,)


def test_a_folder_in_which_nothing_changes_is_quiet(tmp_path):
    practice = ra.read_folder(folder(tmp_path, lambda week: 1 + week % 3))
    assert ra.notice(practice, date(2025, 9, 1)).noticed["heron"].noticings == ()
