"""Who is who, as a person has said it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Cue, Role, Script, Times
from reattune.reading.transcripts.speakers import Correction, Said, Speakers, read_speakers, toml_text

TEXT = """
[[source]]
format = "WebVTT"
labels = {"Anna B." = "therapist", "SPEAKER_01" = "client"}

[[source]]
file = "2026-03-10.vtt"
labels = {"SPEAKER_01" = "Other", "Kim" = "client"}

[[correction]]
file = "2026-03-10.vtt"
cue = 2
role = "therapist"
"""


def script(*labels, file="2026-03-10.vtt", stated=()):
    cues = tuple(Cue(label, "word", str(at)) for at, label in enumerate(labels))
    return Script(f"heron/sessions/{file}", "WebVTT", "", cues, Times.NONE, stated=stated)


def read(tmp_path, text):
    path = tmp_path / "speakers.toml"
    path.write_text(text, encoding="utf-8")
    return read_speakers(path, "heron/sessions/speakers.toml")


def test_a_file_comes_before_its_format_and_that_before_its_own_words(tmp_path):
    speakers = read(tmp_path, TEXT)
    assert not speakers.quarantined
    made = script(
        "Anna B.", "Kim", "SPEAKER_01", "Client", "Nobody", stated=(("Client", Role.CLIENT), ("Kim", Role.OTHER))
    )
    assert speakers.confirmed(made) == {
        "Anna B.": Role.THERAPIST,
        "Kim": Role.CLIENT,
        "SPEAKER_01": Role.OTHER,
        "Client": Role.CLIENT,
    }


def test_a_numbered_label_holds_for_the_file_alone_of_which_it_was_said(tmp_path):
    assert read(tmp_path, TEXT).confirmed(script("Anna B.", "SPEAKER_01", file="other.vtt")) == {
        "Anna B.": Role.THERAPIST
    }


def test_corrections_count_from_one(tmp_path):
    speakers = read(tmp_path, TEXT)
    assert speakers.changed(script("Kim")) == {1: Role.THERAPIST}
    turns = speakers.transcript(script("Kim", "Kim", "Anna B."), date(2026, 3, 10)).turns
    assert [turn.role for turn in turns] == [Role.CLIENT, Role.THERAPIST, Role.THERAPIST]


def test_no_file_says_nothing_and_a_broken_one_is_refused(tmp_path):
    assert read_speakers(tmp_path / "none.toml", "none.toml") == Speakers()
    with pytest.raises(UnreadableError, match="not TOML"):
        read(tmp_path, "[[source]\n")


@pytest.mark.parametrize(
    "text",
    [
        'source = "x"',
        '[[source]]\nlabels = {A = "client"}',
        '[[source]]\nfile = "a"\nformat = "b"\nlabels = {}',
        '[[source]]\nfile = "a"\nlabels = {A = "boss"}',
        '[[source]]\nfile = "a"\nlabels = 3',
        '[[correction]]\nfile = "a"\ncue = 0\nrole = "client"',
        '[[correction]]\nfile = "a"\ncue = 1.5\nrole = "client"',
    ],
)
def test_what_cannot_be_meant_is_set_aside(tmp_path, text):
    speakers = read(tmp_path, text)
    assert (speakers.said, speakers.corrections) == ((), ())
    assert len(speakers.quarantined) == 1


def test_what_is_said_again_takes_the_place_of_what_was():
    once = Speakers().with_said(Said({"A": Role.CLIENT}, "a.vtt")).with_correction(Correction("a.vtt", 3, Role.OTHER))
    again = once.with_said(Said({"A": Role.THERAPIST}, "a.vtt")).with_correction(Correction("a.vtt", 3, Role.CLIENT))
    assert (len(again.said), len(again.corrections)) == (1, 1)
    assert again.said[0].labels == {"A": Role.THERAPIST}
    assert again.corrections[0].role is Role.CLIENT


# A file is kept with stripped ends, as every text in our own files is.
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(
    st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.sampled_from(Role)),
    NAMES,
    st.integers(1, 10**6),
)
def test_what_is_written_is_read_again(tmp_path_factory, labels, file, cue):
    speakers = Speakers((Said(labels, file),), (Correction(file, cue, Role.CLIENT),))
    assert read(tmp_path_factory.mktemp("speakers"), toml_text(speakers)) == speakers
