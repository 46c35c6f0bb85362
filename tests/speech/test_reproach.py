import re2

from reattune.speech.reproach import ADV, FELT, HEED, ILL, JUST, NOT, WELL


def test_every_list_is_one_group_that_can_be_put_into_an_expression():
    for words in (ADV, FELT, HEED, ILL, JUST, NOT, WELL):
        assert words.startswith("(?:")
        assert re2.compile(rf"^{words}$").search("nothing of the kind") is None


def test_what_is_missed_is_no_reproach_without_a_not():
    assert re2.compile(rf"^{WELL}$").search("listening")
    assert not re2.compile(rf"^{ILL}$").search("listening")
