"""Kinds: each has a heading and a placeholder of its own."""

import pytest

from reattune.speech.deidentify.piece import Kind, kind_words, placeholder


def test_no_two_kinds_are_told_alike():
    assert len({kind_words(kind) for kind in Kind}) == len(Kind)
    assert len({placeholder(kind, 1) for kind in Kind}) == len(Kind)


@pytest.mark.parametrize(
    ("kind", "said"), [(Kind.NAME, "[name 2]"), (Kind.PLACE, "[place 2]"), (Kind.DATE, "[date 2]")]
)
def test_a_placeholder_has_a_number(kind, said):
    assert placeholder(kind, 2) == said
