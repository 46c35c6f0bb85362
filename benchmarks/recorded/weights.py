"""Take the 16 kHz network's weights out of one of Silero's published ONNX files, as the file that is shipped.

    .venv/bin/python benchmarks/recorded/weights.py silero_vad_16k_op15.onnx silero_vad_16k.safetensors

The ONNX file is in the wheel silero-vad 6.2.3 (MIT), under silero_vad/data. Needs the package onnx. Nothing is
computed: the arrays are written as they are, in a fixed order, so that the same file always gives the same bytes.
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx

NAMES = (
    "stft_conv.weight",
    *(f"conv{layer}.{which}" for layer in (1, 2, 3, 4) for which in ("weight", "bias")),
    *(f"lstm_cell.{which}" for which in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")),
    "final_conv.weight",
    "final_conv.bias",
)
"""What the arrays are called here, in the order in which the ONNX file has them."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("published", type=Path, help="silero_vad_16k_op15.onnx")
    parser.add_argument("shipped", type=Path, help="the safetensors file to write")
    asked = parser.parse_args()
    raw = asked.published.read_bytes()
    print(f"read {asked.published.name}: sha256 {hashlib.sha256(raw).hexdigest()}")
    made = safetensors(raw)
    asked.shipped.write_bytes(made)
    print(f"wrote {asked.shipped.name}: {len(made):,} bytes, sha256 {hashlib.sha256(made).hexdigest()}")
    return 0


def safetensors(published: bytes) -> bytes:
    """Return the arrays of an ONNX file as the bytes of a safetensors file."""
    contents: dict[str, object] = {
        "__metadata__": {
            "source": "silero-vad 6.2.3, silero_vad_16k_op15.onnx",
            "source_sha256": hashlib.sha256(published).hexdigest(),
            "licence": "MIT",
        }
    }
    arrays = b""
    for name, one in zip(NAMES, onnx.load_from_string(published).graph.initializer, strict=True):
        values = onnx.numpy_helper.to_array(one).astype("<f4")
        first = len(arrays)
        arrays += values.tobytes()
        contents[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [first, len(arrays)]}
    table = json.dumps(contents, separators=(",", ":")).encode()
    table += b" " * (-len(table) % 8)
    return len(table).to_bytes(8, "little") + table + arrays


if __name__ == "__main__":
    raise SystemExit(main())
