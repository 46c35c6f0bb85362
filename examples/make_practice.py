"""Make the invented practice: `python examples/make_practice.py --seed 7 --out DIR --truth FILE`."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from making.life import simulate
from making.truth import truth
from making.writing import written

__all__ = ["make", "simulate"]


def make(seed: int, folder: Path, truth_file: Path | None) -> None:
    """Write the practice into `folder` and what was planted into `truth_file`, the same bytes for the same seed.

    Args:
        seed: what happens, to whom and when.
        folder: where the practice goes; files of the same names are replaced, others are left alone.
        truth_file: where the truth goes, outside `folder`; None for nowhere.

    Raises:
        ValueError: if the truth would lie inside the practice.
    """
    if truth_file and folder.resolve() in truth_file.resolve().parents:
        raise ValueError(f"{truth_file} lies inside {folder}; give the truth a place of its own")
    lives = simulate(seed)
    files, faults = written(lives, seed)
    for name, data in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    if truth_file:
        truth_file.parent.mkdir(parents=True, exist_ok=True)
        truth_file.write_bytes(truth(lives, faults, seed).encode())


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description="Make the invented practice.")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True, help="folder for the practice")
    parser.add_argument("--truth", type=Path, help="file for what was planted, outside the folder")
    given = parser.parse_args()
    make(given.seed, given.out, given.truth)
    print(f"Wrote {given.out}" + (f" and {given.truth}" if given.truth else ""))


if __name__ == "__main__":
    main()
