"""Blocks: learned on training pieces alone, weighed, and the same again for new pieces."""

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.speech.larger.blocks import Part, read
from reattune.speech.larger.ridge import kernel
from reattune.speech.larger.texts import Piece, session

PARTS = (Part("words", "client", 1.0), Part("numbers", "figures", 0.5), Part("vectors", "client", 0.25))


@pytest.fixture
def pieces(corpus):
    return [session(transcript) for transcript in corpus[0][:30]]


def test_what_was_learned_gives_the_training_pieces_the_same_blocks_again(pieces, made):
    reader, blocks = read(PARTS, pieces, made.Letters(), 2)
    again = reader.blocks(pieces, made.Letters())
    assert list(again) == [part.name for part in PARTS]
    for name in blocks:
        np.testing.assert_allclose(kernel({name: blocks[name]}), kernel({name: again[name]}), atol=1e-9)


def test_a_weight_counts_in_the_kernel(pieces):
    _reader, once = read((Part("numbers", "figures", 1.0),), pieces, None, 2)
    _reader, twice = read((Part("numbers", "figures", 2.0),), pieces, None, 2)
    np.testing.assert_allclose(2 * kernel(once), kernel(twice))


def test_figures_far_out_count_no_more(pieces):
    reader, _blocks = read((Part("numbers", "figures", 1.0),), pieces, None, 2)
    far = Piece(pieces[0].said, {"figures": (1e9,) * 14})
    block = reader.blocks([far])["numbers: figures"]
    np.testing.assert_allclose(block, 4 / np.sqrt(14))


def test_a_stretch_without_words_is_no_vector(made):
    empty = Piece({"client": ()}, {})
    reader, blocks = read(
        (Part("vectors", "client", 1.0),), [empty, Piece({"client": ("abc",)}, {})], made.Letters(), 1
    )
    assert np.isfinite(blocks["vectors: client"]).all()
    assert np.isfinite(reader.blocks([empty], made.Letters())["vectors: client"]).all()


def test_an_encoder_that_is_needed_is_asked_for(pieces):
    with pytest.raises(ReattuneError, match="--encoder"):
        read(PARTS, pieces, None, 2)
