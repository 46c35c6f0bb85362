"""Scripts: what they say of themselves."""

from reattune.model import Cue, Script, Times


def test_labels_stand_in_the_order_in_which_people_first_speak():
    said = [Cue(label, "words", str(row)) for row, label in enumerate(("Ben", "", "Anna", "Ben", ""))]
    script = Script("talk.vtt", "WebVTT", "0" * 64, tuple(said), Times.NONE)
    assert script.labels == ("Ben", "", "Anna")
