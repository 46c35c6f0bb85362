"""Voiceprint: any model of voices a user has, checked before it is used."""

import sys

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from reattune.errors import ReattuneError
from reattune.model import Way
from reattune.nonverbal.seeded import by_seed
from reattune.nonverbal.voiceprint import Prints, load


def written(path, shape, nodes, weights=(), out=("batch", "size")):
    graph = helper.make_graph(
        nodes,
        "voices",
        [helper.make_tensor_value_info("sound", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("voice", TensorProto.FLOAT, out)],
        [numpy_helper.from_array(value, name) for name, value in weights],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(path))
    return path


def mel(path, shape=("batch", "frames", 80), axis=1):
    """Write a model whose vector is the spread of each mel band over time."""
    nodes = [
        helper.make_node("Mul", ["sound", "sound"], ["square"]),
        helper.make_node("ReduceMean", ["square"], ["mean"], axes=[axis], keepdims=0),
        helper.make_node("Sqrt", ["mean"], ["voice"]),
    ]
    return written(path, shape, nodes)


def wave(path, shape=("batch", "samples")):
    """Write a model that takes sound: the energies of a few filters."""
    filters = np.sin(2 * np.pi * np.outer([100, 200, 400, 800, 1600, 3200], np.arange(160)) / 16_000)
    nodes = [
        helper.make_node("Unsqueeze", ["sound", "one"], ["shaped"])
        if len(shape) == 2
        else helper.make_node("Identity", ["sound"], ["shaped"]),
        helper.make_node("Conv", ["shaped", "filters"], ["heard"], strides=[160]),
        helper.make_node("Mul", ["heard", "heard"], ["square"]),
        helper.make_node("ReduceMean", ["square"], ["voice"], axes=[2], keepdims=0),
    ]
    weights = [("filters", filters[:, None].astype(np.float32)), ("one", np.array([1], np.int64))]
    return written(path, shape, nodes, weights)


@pytest.mark.parametrize(
    "make",
    [
        wave,
        lambda path: wave(path, ("batch", 1, "samples")),
        mel,
        lambda path: mel(path, ("batch", 80, "frames"), axis=2),
    ],
)
def test_sound_or_mel_bands_in_either_order(make, tmp_path):
    model = load(make(tmp_path / "voices.onnx"), threads=1)
    sound = np.random.default_rng(0).standard_normal(16_000 * 20).astype(np.float32)
    whole, parts = Prints(model), Prints(model)
    whole.hear(sound)
    for part in np.array_split(sound, 7):
        parts.hear(part)
    found = whole.done().vectors
    assert len(found) == 38  # every half second, as long as a second and a half is left
    np.testing.assert_array_equal(parts.done().vectors, found)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, rtol=1e-5)


def test_both_orders_of_mel_bands_say_the_same(tmp_path):
    sounds = np.random.default_rng(1).standard_normal((2, 24_000)).astype(np.float32)
    one = load(mel(tmp_path / "one.onnx")).prints(sounds)
    two = load(mel(tmp_path / "two.onnx", ("batch", 80, "frames"), axis=2)).prints(sounds)
    np.testing.assert_allclose(one, two, rtol=1e-5)


@pytest.mark.system("espeak-ng")
def test_it_stands_in_for_cepstra(tmp_path, room, pairs, der):
    one = room(pairs["m+f"])
    prints = Prints(load(mel(tmp_path / "voices.onnx"), threads=1))
    prints.hear(one.sound)
    told = by_seed(prints.done(), one.heard.speech, one.seeds)
    assert told.way is Way.SEEDED
    assert der(one.truth.spoke, told.spoke, after=one.after) <= 10


def test_too_little_sound_has_no_prints(tmp_path):
    prints = Prints(load(wave(tmp_path / "voices.onnx")))
    prints.hear(np.zeros(100, np.float32))
    assert np.isnan(prints.done().describe(np.array([0.0]), np.array([1.0]))).all()


def test_what_is_no_model_of_voices_is_said(tmp_path):
    with pytest.raises(ReattuneError, match="There is no file"):
        load(tmp_path / "none.onnx")
    (tmp_path / "text.onnx").write_text("So.", "utf-8")
    with pytest.raises(ReattuneError, match="cannot be read"):
        load(tmp_path / "text.onnx")
    with pytest.raises(ReattuneError, match="neither sound nor"):
        load(mel(tmp_path / "bands.onnx", ("batch", "frames", 33)))
    nodes = [helper.make_node("Neg", ["sound"], ["less"]), helper.make_node("Log", ["less"], ["voice"])]
    path = written(tmp_path / "log.onnx", ("batch", "samples"), nodes)
    with pytest.raises(ReattuneError, match="numbers that are none"):
        load(path)
    nodes = [helper.make_node("Gemm", ["sound", "much"], ["voice"])]
    path = written(tmp_path / "gemm.onnx", ("batch", "n"), nodes, [("much", np.ones((5, 2), np.float32))])
    with pytest.raises(ReattuneError, match="could not work with"):
        load(path)


def test_without_the_extra_it_says_how(tmp_path, monkeypatch):
    path = wave(tmp_path / "voices.onnx")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ReattuneError, match="extra “speaker”"):
        load(path)
