"""Nobody is guessed: what is asked, what is given, what is kept, and what stays of a person's own file."""

import tomllib

import pytest

from reattune.cli.who import settled, voices
from reattune.errors import ReattuneError
from reattune.model import Cue, Role, Script, Times
from reattune.reading.transcripts.speakers import read_speakers


def script(*said, name="2026-03-10.vtt"):
    cues = tuple(Cue(label, text, str(number)) for number, (label, text) in enumerate(said, 1))
    return Script(name, "WebVTT", "", cues, Times.NONE)


TWO = script(("Ann", "Come in."), ("Kim", "Thank you. It is wet."), ("Ann", "Sit down."))


def answering(*answers):
    left = list(answers)

    def ask(_question):
        return left.pop(0)

    return ask


@pytest.fixture
def lines():
    return []


def test_each_label_is_asked_with_its_first_words_and_its_share(tmp_path, lines):
    found = settled(TWO, tmp_path / TWO.name, (), answering("t", "C "), lines.append)
    assert found.confirmed(TWO) == {"Ann": Role.THERAPIST, "Kim": Role.CLIENT}
    told = "\n".join(lines)
    assert "“Kim”: 1 entry, 5 words (56 of every hundred words)" in told
    assert "    Thank you. It is wet." in lines
    assert "Kept in speakers.toml beside it, for this file." in lines
    assert read_speakers(tmp_path / "speakers.toml", "speakers.toml").confirmed(TWO) == found.confirmed(TWO)


def test_no_answer_is_taken_for_granted(tmp_path, lines):
    settled(TWO, tmp_path / TWO.name, (), answering("", "yes", "t", "c"), lines.append)
    assert lines.count("Please answer with t, c or o.") == 2


def test_nobody_is_asked_twice(tmp_path, lines):
    settled(TWO, tmp_path / TWO.name, (), answering("t", "c"), lines.append)
    before = (tmp_path / "speakers.toml").read_bytes()
    settled(TWO, tmp_path / TWO.name, (), None, lines.append)
    assert (tmp_path / "speakers.toml").read_bytes() == before


def test_where_nobody_can_be_asked_it_says_what_to_give(tmp_path, lines):
    with pytest.raises(ReattuneError) as told:
        settled(TWO, tmp_path / TWO.name, (), None, lines.append)
    assert '--who "Ann=…" --who "Kim=…"' in str(told.value)
    assert not (tmp_path / "speakers.toml").exists()


@pytest.mark.parametrize("given", ["Kim", "Kim=boss", "=", "Eve=client"])
def test_what_cannot_be_meant_is_said(tmp_path, lines, given):
    with pytest.raises(ReattuneError):
        settled(TWO, tmp_path / TWO.name, (given,), None, lines.append)


def test_in_a_folder_of_sessions_it_is_kept_for_every_file_of_the_format(tmp_path, lines):
    folder = tmp_path / "sessions"
    folder.mkdir()
    settled(TWO, folder / TWO.name, ("Ann=therapist", "Kim=client"), None, lines.append)
    later = script(("Kim", "Hello."), ("Ann", "Hello."), ("Jo", "I am the partner."), name="2026-03-17.vtt")
    found = settled(later, folder / later.name, ("Jo=o",), None, lines.append)
    assert found.confirmed(later) == {"Kim": Role.CLIENT, "Ann": Role.THERAPIST, "Jo": Role.OTHER}
    kept = tomllib.loads((folder / "speakers.toml").read_text("utf-8"))
    assert [one["format"] for one in kept["source"]] == ["WebVTT"]


def test_labels_that_a_program_numbers_are_kept_for_one_file(tmp_path, lines):
    folder = tmp_path / "sessions"
    folder.mkdir()
    numbered = script(("SPEAKER_00", "Come in."), ("SPEAKER_01", "Thanks."))
    settled(numbered, folder / numbered.name, ("SPEAKER_00=t", "SPEAKER_01=c"), None, lines.append)
    assert 'file = "2026-03-10.vtt"' in (folder / "speakers.toml").read_text("utf-8")


def test_a_persons_own_remarks_in_the_file_stay(tmp_path, lines):
    kept = tmp_path / "speakers.toml"
    kept.write_text('# my own words\n[[source]]\nfile = "other.vtt"\nlabels = {"A" = "client"}\n', encoding="utf-8")
    settled(TWO, tmp_path / TWO.name, ("Ann=t", "Kim=c"), None, lines.append)
    text = kept.read_text("utf-8")
    assert text.startswith("# my own words")
    assert [one["file"] for one in tomllib.loads(text)["source"]] == ["other.vtt", TWO.name]


def test_a_file_with_something_not_understood_is_left_alone(tmp_path, lines):
    kept = tmp_path / "speakers.toml"
    kept.write_text('[[source]]\nfile = "a.vtt"\nlabels = {"A" = "boss"}\n', encoding="utf-8")
    before = kept.read_bytes()
    found = settled(TWO, tmp_path / TWO.name, ("Ann=t", "Kim=c"), None, lines.append)
    assert found.confirmed(TWO)["Kim"] is Role.CLIENT
    assert kept.read_bytes() == before
    assert lines[-1].startswith("Not kept: speakers.toml")


def test_where_it_cannot_be_written_it_goes_on_and_says_so(tmp_path, lines):
    found = settled(TWO, tmp_path / "gone" / TWO.name, ("Ann=t", "Kim=c"), None, lines.append)
    assert found.confirmed(TWO)["Ann"] is Role.THERAPIST
    assert lines[-1].startswith("Not kept, so it is asked again next time")


def test_headings_are_not_asked_one_by_one(tmp_path, lines):
    many = script(*((f"Name {letter}{other}", "word") for letter in "abcdef" for other in "abcdef"))
    found = settled(many, tmp_path / many.name, (), answering("t", *["c"] * 29), lines.append)
    roles = list(found.confirmed(many).values())
    assert (roles.count(Role.CLIENT), roles.count(Role.OTHER)) == (29, 6)


def test_long_first_words_are_cut_where_they_are_shown():
    (voice,) = voices(script(("A", "word " * 100)))
    assert len(voice.first[0]) <= 101
    assert (voice.words, voice.share) == (100, 100)
