import re2

from reattune.speech.markers.sign import words


def test_words_are_met_whole_by_any_of_the_parts():
    made = words("tea", "cof+ee")
    assert re2.search(made, "some coffee then")
    assert not re2.search(made, "a teapot")
