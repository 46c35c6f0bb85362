"""An encoder from a folder: mean over tokens, length one; what is missing is said."""

import json
import sys

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from reattune.errors import ReattuneError
from reattune.speech.larger.encoder import load

TABLE = np.array([[0, 0, 9], [1, 0, 0], [0, 1, 0], [0, 0, 2]], np.float32)


@pytest.fixture
def folder(tmp_path):
    """A network of one layer: each token becomes its row of TABLE."""
    node = helper.make_node("Gather", ["table", "input_ids"], ["last"])
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["b", "n"])
    out = helper.make_tensor_value_info("last", TensorProto.FLOAT, ["b", "n", 3])
    graph = helper.make_graph([node], "one", [ids], [out], [numpy_helper.from_array(TABLE, "table")])
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), tmp_path / "model.onnx"
    )
    words = Tokenizer(models.WordLevel({"[PAD]": 0, "a": 1, "b": 2, "[UNK]": 3}, unk_token="[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def test_a_vector_is_the_mean_of_its_tokens_at_length_one(folder):
    encoder = load(folder, threads=1)
    rows = encoder.vectors(["a b", "a", "  ", "b b b a"])
    half = np.sqrt(0.5)
    np.testing.assert_allclose(rows[0], [half, half, 0], atol=1e-6)
    np.testing.assert_allclose(rows[1], [1, 0, 0], atol=1e-6)
    assert not rows[2].any()
    np.testing.assert_allclose(rows[3], np.array([1, 3, 0]) / np.sqrt(10), atol=1e-6)
    assert encoder.vectors([]).shape[0] == 0


def test_order_and_company_change_nothing(folder):
    encoder = load(folder, threads=1)
    texts = ["a b a b", "b", "a", "c a"] * 40
    together = encoder.vectors(texts)
    alone = np.vstack([encoder.vectors([text]) for text in texts[:4]])
    np.testing.assert_allclose(together[:4], alone, atol=1e-6)
    np.testing.assert_allclose(together[4:8], together[:4], atol=1e-6)


def test_two_encoders_are_told_apart(folder):
    before = load(folder).digest
    told = json.loads((folder / "tokenizer.json").read_text())
    told["model"]["vocab"]["c"] = 3
    (folder / "tokenizer.json").write_text(json.dumps(told))
    assert load(folder).digest != before


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(ReattuneError, match=name):
        load(folder)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_file_that_is_something_else_is_said_to_be(folder, name):
    (folder / name).write_text("nothing of the kind")
    with pytest.raises(ReattuneError, match="cannot be read"):
        load(folder)


def test_without_the_extra_it_says_what_to_install(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ReattuneError, match="encoder"):
        load(folder)
