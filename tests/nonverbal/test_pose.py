"""A posture model that the user supplies, tried with small models made here."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from reattune.errors import ReattuneError
from reattune.nonverbal import pose, regions
from reattune.synthetic.filming import Pictures

HALVES = regions.halves(regions.Side.LEFT)


def save(path: Path, nodes, inputs, outputs, constants=()) -> Path:
    graph = helper.make_graph(nodes, "small", inputs, outputs, list(constants))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())
    return path


def whole(name: str, values) -> onnx.TensorProto:
    return helper.make_tensor(name, TensorProto.INT64, [len(values)], values)


def heat(path: Path, size: int = 24) -> Path:
    """Every point lies where the picture is brightest."""
    nodes = [
        helper.make_node("ReduceMean", ["in"], ["grey"], axes=[1], keepdims=1),
        helper.make_node("Expand", ["grey", "shape"], ["out"]),
    ]
    one = helper.make_tensor_value_info("in", TensorProto.FLOAT, [1, 3, size, size])
    out = helper.make_tensor_value_info("out", TensorProto.FLOAT, [1, 17, size, size])
    return save(path, nodes, [one], [out], [whole("shape", [1, 17, size, size])])


def simcc(path: Path, size: int = 24) -> Path:
    """As `heat`, but with a row for each direction."""
    nodes = [
        helper.make_node("ReduceMax", ["in"], ["columns"], axes=[1, 2], keepdims=0),
        helper.make_node("ReduceMax", ["in"], ["rows"], axes=[1, 3], keepdims=0),
        helper.make_node("Unsqueeze", ["columns", "axis"], ["columns3"]),
        helper.make_node("Unsqueeze", ["rows", "axis"], ["rows3"]),
        helper.make_node("Expand", ["columns3", "shape"], ["x"]),
        helper.make_node("Expand", ["rows3", "shape"], ["y"]),
    ]
    one = helper.make_tensor_value_info("in", TensorProto.FLOAT, [1, 3, size, size])
    outs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 17, size]) for name in "xy"]
    return save(path, nodes, [one], outs, [whole("shape", [1, 17, size]), whole("axis", [1])])


def direct(path: Path, count: int = 17, kind: int = TensorProto.INT32) -> Path:
    """Points at y .25, x .75, score .9, whatever is seen; as models with a direct output give them."""
    points = helper.make_tensor("points", TensorProto.FLOAT, [1, 1, count, 3], [0.25, 0.75, 0.9] * count)
    nodes = [
        helper.make_node("Cast", ["in"], ["float"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["float"], ["mean"], axes=[0, 1, 2, 3], keepdims=1),
        helper.make_node("Mul", ["mean", "zero"], ["nothing"]),
        helper.make_node("Add", ["points", "nothing"], ["out"]),
    ]
    one = helper.make_tensor_value_info("in", kind, [1, 24, 24, 3])
    out = helper.make_tensor_value_info("out", TensorProto.FLOAT, [1, 1, count, 3])
    zero = helper.make_tensor("zero", TensorProto.FLOAT, [1], [0.0])
    return save(path, nodes, [one], [out], [points, zero])


def spot(high: int, wide: int, row: int, column: int):
    picture = np.full((high, wide), 100, np.uint8)
    picture[row - 3 : row + 4, column - 3 : column + 4] = 250
    return picture


@pytest.mark.parametrize("made", [heat, simcc])
def test_points_lie_where_the_model_says(made, tmp_path):
    found = pose.load(made(tmp_path / "m.onnx")).points(spot(96, 96, 24, 72))
    assert found.shape == (17, 3)
    assert np.allclose(found[:, 0], 0.75, atol=0.06)
    assert np.allclose(found[:, 1], 0.25, atol=0.06)
    assert (found[:, 2] > 1).all()


def test_points_given_directly_are_turned_round(tmp_path):
    found = pose.load(direct(tmp_path / "m.onnx")).points(spot(40, 60, 10, 10))
    assert np.allclose(found, [[0.75, 0.25, 0.9]] * 17)


def test_who_moves_has_movement_and_who_does_not_has_none(tmp_path):
    model = pose.load(heat(tmp_path / "m.onnx"))
    grey = np.stack([spot(96, 192, 48, 20 + 4 * at) | spot(96, 192, 48, 144) for at in range(12)])
    block = Pictures(np.arange(12) / 12.5, grey)
    found = pose.motion([block], HALVES, model, "x.mp4")
    assert found.unit == pose.UNIT
    assert found.client[0] is None
    # 4 pixels of 96 in each picture, 12.5 pictures a second.
    assert np.mean(found.client[1:]) == pytest.approx(4 / 96 * 12.5, rel=0.15)
    assert max(found.therapist[1:]) == 0


def test_what_is_not_surely_found_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(pose, "SURE", 5.0)
    model = pose.load(direct(tmp_path / "m.onnx"))
    block = Pictures(np.arange(5) / 12.5, np.zeros((5, 48, 96), np.uint8))
    assert set(pose.motion([block], HALVES, model).client) == {None}


def test_a_model_of_another_kind_is_refused(tmp_path):
    with pytest.raises(ReattuneError, match="17 points"):
        pose.load(direct(tmp_path / "m.onnx", count=5)).points(spot(40, 40, 9, 9))
    with pytest.raises(ReattuneError, match="fixed size"):
        pose.load(direct(tmp_path / "n.onnx", kind=TensorProto.DOUBLE))
    (tmp_path / "text.onnx").write_text("nothing")
    with pytest.raises(ReattuneError, match=r"text\.onnx cannot be read"):
        pose.load(tmp_path / "text.onnx")


def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with pytest.raises(ReattuneError, match="extra “pose”"):
        pose.load(tmp_path / "m.onnx")
