"""Beside every box stands who may one day read it."""

import pytest

from reattune.repair.reader import Reader, sentence


def test_each_reader_has_words_of_its_own():
    assert len({sentence(one) for one in Reader}) == len(Reader)


@pytest.mark.parametrize("reader", Reader)
def test_no_box_promises_that_nobody_will_ever_read_it(reader):
    said = sentence(reader)
    assert "court" in said
    assert "client" in said
    assert said.endswith("the law where you work decides.")


@pytest.mark.parametrize("reader", Reader)
def test_nothing_is_claimed_about_the_law(reader):
    assert not {"must", "never", "always", "protected", "privileged"} & set(sentence(reader).lower().split())


def test_the_values_are_visibilities_that_the_folder_knows():
    assert {one.value for one in Reader} == {"therapist_only", "shared_with_client", "supervision_anonymised"}
