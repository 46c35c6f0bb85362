"""Watching 50 minutes of 720p: what it costs and where; and invented movement held against its truth."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from reattune.nonverbal.energy import Energy
from reattune.nonverbal.regions import Part, Regions
from reattune.synthetic.filming import film, write
from recorded.measured import Cost, cost, size, told

COLUMNS = ("what", "found", "demanded")
MINUTES, PIECES = 5, 10
RATE = "1.5M"
AIM, ROOM = ".10", "500 MB"
HALVES = Regions(Part(0.0, 0.0, 0.5, 1.0), Part(0.5, 0.0, 0.5, 1.0))


def rows() -> Iterator[object]:
    """Give the figures, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        path = _session(Path(folder))
        found = cost("watch", str(path), "--client", "left")
        yield from _demanded(f"720p, {RATE} bit/s, {size(path)}", 60.0 * MINUTES * PIECES, found)
    yield from _truth()


def _session(folder: Path) -> Path:
    """Write ten times five minutes of two people at 1280 x 720, with the grain of a sensor."""
    words = ("-vf", "scale=1280:720:flags=bicubic,noise=alls=6:allf=t", "-c:v", "libx264", "-preset", "veryfast")
    words += ("-b:v", RATE, "-maxrate", RATE, "-bufsize", "4M", "-pix_fmt", "yuv420p")
    piece = write(folder / "piece.mp4", film(60.0 * MINUTES, 1, coupling=0.3), *words)
    listed = folder / "pieces.txt"
    listed.write_text("file 'piece.mp4'\n" * PIECES)
    found = folder / "film.mp4"
    joining = ["ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "concat", "-i", listed, "-c", "copy", found]
    subprocess.run(joining, check=True)
    piece.unlink()
    return found


def _demanded(name: str, length: float, found: Cost) -> Iterator[object]:
    first, memory, *parts = told(name, length, found)
    yield (*first[:2], AIM)
    yield (*memory[:2], ROOM)
    yield from parts


def _truth() -> Iterator[object]:
    made = film(120.0, 4)
    energy = Energy(HALVES)
    for block in made.blocks():
        energy.see(block)
    seen = energy.done()
    for who, name in enumerate(("client", "therapist")):
        moved = seen.energy[:, who]
        true = made.speed[-len(moved) :, who]
        even = [np.convolve(one, np.ones(5) / 5, "valid") for one in (moved, true)]
        alike = spearmanr(*even).statistic
        yield f"{name}: rank correlation with the true speed", f"{alike:.3f}", ".95"
