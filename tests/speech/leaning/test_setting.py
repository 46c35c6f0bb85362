"""What stands before a turn puts it in the room or outside it."""

import pytest

from reattune.speech.leaning.setting import setting

PAIRS = [
    ("how has it been, doing these by video?", "how has the new office been, with the video calls?"),
    ("i wondered whether i'd annoyed you, last week.", "and what did your sister say, last week?"),
    ("you've gone quiet since i asked about the sheet.", "the greengrocer, was it, or the market?"),
    ("maybe there's some anger under that.", "and so what do you tell the children when they fight?"),
    ("shall we look at what we've done so far?", "how's the kitchen coming along, did the tiles arrive?"),
]


@pytest.mark.parametrize(("room", "outside"), PAIRS)
def test_the_room_is_told_from_what_is_outside(room, outside):
    assert setting(room).inside > setting(outside).inside


def test_nothing_said_is_neither():
    assert setting("").inside == 0.0


def test_a_part_to_play_is_outside():
    assert setting("go on, i'm the bank. what did they say?").played > 0


@pytest.mark.parametrize("text", ["", "me me me us we", "the dog the cat the hat " * 50, "session " * 99])
def test_every_part_stays_between_0_and_1(text):
    found = setting(text)
    parts = [found.between, found.work, found.reads, found.now, found.account, found.played, found.outside]
    assert all(0.0 <= part <= 1.0 for part in parts)
    assert -1.2 <= found.inside <= 1.5
