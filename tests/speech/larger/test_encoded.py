"""A text is read once, however often it is asked for."""

import numpy as np

from reattune.speech.larger.encoded import Remembering


def test_each_text_is_read_once(made):
    letters = made.Letters()
    encoder = Remembering(letters)
    first = encoder.vectors(["abc", "d", "abc"])
    again = encoder.vectors(["d", "e", "abc"])
    assert letters.read == ["abc", "d", "e"]
    np.testing.assert_array_equal(first[1], again[0])
    np.testing.assert_array_equal(first[0], again[2])
    assert encoder.digest == letters.digest
