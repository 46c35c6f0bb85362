"""Without words: the same lengths and times, and nothing that was said."""

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Cue, Pause, Role, Script, Times
from reattune.practice.heard.wordless import ASKED, MARK, keeping, promise, without_names, without_words

TEXT = st.text(max_size=80)


@given(st.lists(st.tuples(TEXT, st.integers(0, 80)), max_size=6))
def test_as_long_in_words_and_not_a_letter_of_them(found):
    cues = tuple(
        Cue("A", text, str(number), pauses=(Pause(at, "(.)", 1.5),)) for number, (text, at) in enumerate(found)
    )
    script = Script("a.vtt", "WebVTT", "digest", cues, Times.NONE, remarks=("something said",))
    bare = without_words(script)
    assert bare.sha256 == ""
    assert bare.remarks == ()
    for before, after in zip(script.cues, bare.cues, strict=True):
        assert len(after.text.split()) == len(before.text.split())
        assert set(after.text) <= {MARK, ASKED, " "}
        assert (ASKED in after.text) == (ASKED in before.text)
        assert all(0 <= pause.after <= len(after.text) for pause in after.pauses)
        assert [(pause.mark, pause.seconds) for pause in after.pauses] == [("", 1.5)]


def test_names_become_numbers_in_the_order_of_speaking():
    cues = (Cue("Wren", "·", "1"), Cue("", "·", "2"), Cue("Wren", "·", "3"))
    script = Script("a.vtt", "WebVTT", "", cues, Times.NONE, stated=(("Wren", Role.CLIENT),))
    bare, numbers = without_names(script)
    assert numbers == {"Wren": "1", "": "2"}
    assert [cue.label for cue in bare.cues] == ["1", "2", "1"]
    assert bare.stated == ()


def test_both_choices_are_explained_in_two_lines():
    assert len(promise()) == len(keeping()) == 2
    assert "Not one word" in promise()[0]


def test_a_scripts_own_names_for_its_places_go_too():
    cues = (Cue("Anna Maria", "Hello there.", "Anna Maria 12"), Cue("Wren", "Hm.", "Wren 7"))
    script = Script("a.txt", "script", "", cues, Times.NONE, tool="written by Anna Maria")
    bare = without_words(script)
    assert [cue.row for cue in bare.cues] == ["1", "2"]
    assert bare.tool == ""
