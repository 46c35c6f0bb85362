import hashlib
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.nonverbal.silero import FRAME, Net, net
from reattune.synthetic.sounding import breath, sob

PUBLISHED = Path(__file__).parent / "silero_vad_16k_op15.onnx"
"""The same network as it is published for other programs: silero-vad 6.2.3, `silero_vad_16k_op15.onnx`."""


def sounding(seed=0):
    """Voiced and voiceless sounds with quiet between them, ending in the middle of a frame."""
    draw = np.random.default_rng(seed)
    parts = [
        draw.standard_normal(9_000) * 0.003,
        *(np.concatenate((sob() * 0.1, draw.standard_normal(2_000) * 0.01)) for _ in range(20)),
        breath(0.7, seed) * 0.05,
        np.zeros(5_000),
        np.sin(np.arange(8_000) * 0.08) * 0.3,
        np.clip(draw.standard_normal(3_000), -1, 1),
    ]
    return np.concatenate(parts).astype(np.float32)


def by_onnx(model, sound):
    """Every probability, by onnxruntime, one frame after the other."""
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    frames = -(-len(sound) // FRAME)
    padded = np.concatenate((np.zeros(64), sound, np.zeros(frames * FRAME - len(sound)))).astype(np.float32)
    state, found = np.zeros((2, 1, 128), np.float32), []
    for at in range(frames):
        heard = padded[at * FRAME : at * FRAME + 64 + FRAME][None]
        likely, state = session.run(None, {"input": heard, "state": state, "sr": np.array(16_000)})
        found.append(likely[0, 0])
    return np.array(found)


def by_us(sound):
    one = Net()
    return np.concatenate((one.hear(sound), one.done()))


def test_the_weights_are_those_that_were_published():
    raw = files("reattune.nonverbal.silero").joinpath("silero_vad_16k.safetensors").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == "a0b99f78f4bacf6b0c19449d09c3af8374c8d14099a60c9dba1d19990fa042ba"
    assert sum(one.size for one in net.weights().values()) == (len(raw) - 8 - int.from_bytes(raw[:8], "little")) // 4


def test_the_arrays_are_those_of_the_published_program():
    published = onnx.load(PUBLISHED).graph.initializer
    for there, (name, ours) in zip(published, net.weights().items(), strict=True):
        assert np.array_equal(onnx.numpy_helper.to_array(there), ours), name


@pytest.mark.parametrize("seed", [0, 1])
def test_the_published_program_says_the_same(seed):
    sound = sounding(seed)
    ours, theirs = by_us(sound), by_onnx(PUBLISHED.read_bytes(), sound)
    assert np.ptp(theirs) > 0.5
    assert np.abs(ours - theirs).max() <= 1e-4


LONG = sounding(2)
WHOLE = by_us(LONG)


@settings(max_examples=15)
@given(st.lists(st.integers(0, len(LONG)), max_size=12))
def test_any_pieces_give_the_very_same(cuts):
    one = Net()
    found = [one.hear(piece) for piece in np.split(LONG, sorted(cuts))]
    assert np.array_equal(np.concatenate((*found, one.done())), WHOLE)


@pytest.mark.parametrize(("samples", "frames"), [(0, 0), (1, 1), (511, 1), (512, 1), (513, 2)])
def test_a_last_frame_that_ends_early_counts(samples, frames):
    assert len(by_us(np.zeros(samples, np.float32))) == frames


def test_total_silence_is_no_speech():
    assert by_us(np.zeros(160_000, np.float32)).max() < 0.2
