"""What is said of a recording: nothing twice, nothing that is not known, and nothing about what it meant."""

from dataclasses import replace

from tests.account.never import never_said
from tests.cli import recorded_made as made

from reattune.cli import recorded_words as words
from reattune.model import Quarantined, Silence, Way
from reattune.nonverbal.figures import sound_figures


def test_the_longest_silences_are_those_between_words_in_order_of_time():
    assert [(one.when, one.said) for one in words.longest(made.HEARD)] == [
        ("0:06", "7.2 s between two of your turns; something that is not speech can be heard in it"),
        ("0:40", "5 s between two of the client's turns"),
        ("0:50", "2.5 s after the client spoke, before you did"),
    ]


def test_where_it_is_not_known_who_spoke_nobody_is_named():
    assert [one.said for one in words.longest(made.ROOM)] == ["7.2 s", "5 s", "2.5 s"]


def test_six_are_listed_and_a_recording_without_speech_has_none():
    many = tuple(Silence(6 + at / 10, 6 + at / 10 + 2 + at / 100) for at in range(40))
    found = replace(made.HEARD, listened=replace(made.LISTENED, silences=many))
    assert len(words.longest(found)) == words.LONGEST
    nobody = replace(made.HEARD, listened=replace(made.LISTENED, spoke=(), silences=(Silence(0, 60),)))
    assert words.longest(nobody) == ()


def test_figures_begin_with_how_it_is_known_and_from_which_file():
    assert words.figures(made.HEARD)[0] == "Known from: a microphone each."
    listened = replace(made.LISTENED, way=Way.TRANSCRIPT)
    given = made.HEARD.figures
    figures = sound_figures(listened, given.day, given.source, given.day)
    found = replace(made.HEARD, listened=listened, figures=figures, transcript="a.vtt")
    assert words.figures(found)[:2] == (
        "Known from: the transcript of this session, whose speakers you named.",
        "Who spoke is taken from a.vtt.",
    )
    # A transcript that did not belong to the recording said nothing, and is not named.
    assert not any("a.vtt" in one for one in words.figures(replace(made.HEARD, transcript="a.vtt")))


def test_remarks_are_sentences_and_each_is_said_once():
    notes = ("a.vtt could tell who spoke, but", "Something could not be heard")
    found = words.heard_remarks(replace(made.HEARD, notes=notes))
    assert found == ("Something could not be heard.", "a.vtt could tell who spoke, but.", "No pictures.")
    assert words.heard_remarks(made.ROOM)[-1] == "It has pictures, too; to look at movement: reattune watch FILE"
    assert words.seen_remarks(made.SEEN)[-1] == "It has sound, too; to listen to it: reattune listen FILE"


def test_rows_that_were_set_aside_are_counted():
    assert words.seen_remarks(made.SERIES)[-1] == "Row 2 was set aside: no number."
    rows = tuple(Quarantined("a.txt", str(at), "x", "no number") for at in range(8))
    found = words.seen_remarks(replace(made.SERIES, aside=rows))
    assert found[-1] == "… and 3 more rows."


def test_the_heading_says_what_was_opened():
    assert words.heading(made.HEARD) == "wav, 1:00 long, sound on 2 channels · 2026-04-07"
    assert words.heading(made.ROOM) == "wav, 1:00 long, sound on 2 channels, pictures 1280 × 720"
    assert words.heading(made.SERIES) == "a series of movement from another program"


def test_a_moment_says_what_else_it_may_be_and_ones_own_part():
    (block,) = words.heard_blocks(made.HEARD)
    assert block.when == "0:06"
    assert block.sentence == "7.2 s of quiet; the others of this session last about 2.5 s."
    assert block.ordinary[0].startswith("Thinking, feeling or remembering takes time")
    assert block.part
    assert block.rests == "It rests on 0:06 to 0:13."
    (moved,) = words.seen_blocks(made.SEEN)
    assert (moved.when, moved.part) == ("10:00", "")
    assert moved.ordinary


def test_movement_is_told_with_its_chance_and_no_direction_is_better():
    said = words.amounts(made.SEEN)
    assert said[0] == "There is movement data of both for 45:00 of 50:00."
    assert said[1].startswith("The client: motion energy 1.50 on average, movement in 20 %")
    assert said[2].startswith("You: motion energy 1.00")
    assert "That says nothing about good or bad." in said[3]
    assert said[4] == "max Z, 60/10 s, lag 5 s: 0.700; 100 shifted series give 0.500 (z 4.0, p 0.010)."
    assert said[-1] == "On the whole yours comes first, by 0.8 s."
    bare = replace(made.WATCHED, usable=0.0, client=None, therapist=None, together=None)
    assert words.amounts(replace(made.SEEN, watched=bare)) == (
        "There is movement data of both for 0:00 of 50:00.",
        "No movement data.",
    )


def test_no_word_is_said_that_never_is():
    every = [words.limits(), words.closing(), words.nothing()]
    for found in (made.HEARD, made.ROOM):
        every += [*words.figures(found), *words.heard_remarks(found), *(one.said for one in words.longest(found))]
        every += [text for one in words.heard_blocks(found) for text in (one.sentence, *one.ordinary, one.part)]
    for found in (made.SEEN, made.SERIES):
        every += [*words.amounts(found), *words.seen_remarks(found)]
        every += [text for one in words.seen_blocks(found) for text in (one.sentence, *one.ordinary)]
    assert never_said(" ".join(every)) == set()
