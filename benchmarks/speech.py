"""What was said: how well markers, larger models and rules do, beside length alone and beside no words at all.

    ./run bench speech kokoro --data FOLDER     the named markers against the client's own score (two minutes)
    ./run bench speech larger --data FOLDER     a larger local model on the same splits
    ./run bench speech annomi --data FOLDER     client talk, by video: a check of the reader, no claim about ruptures
    ./run bench speech pairs                    our own contrast pairs
    ./run bench speech streams                  what comes up where nothing changes, and what is found
    ./run bench speech speed                    turns a second, on words invented for it

FOLDER holds kokorochat-en-dev/ and annomi/; neither is part of this project, and without them it is said where they
are. Intervals are 95 %, by drawing whole clients or videos again.
"""

import argparse
import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

PARTS = {
    "kokoro": "markers",
    "larger": "larger",
    "annomi": "annomi",
    "pairs": "pairs",
    "streams": "streams",
    "speed": "speed",
}
"""Each part's module; it is loaded only when asked for."""


def line(row: object) -> str:
    """Return a line as it is, and cells as a row of a table."""
    return row if isinstance(row, str) else f"| {' | '.join(map(str, row))} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="which; all where none is named")
    parser.add_argument("--data", type=Path, help="the folder with the corpora")
    asked = parser.parse_args()
    for part in asked.part or PARTS:
        print(f"## {part}\n")
        module = importlib.import_module(f"spoken.{PARTS[part]}")
        if hasattr(module, "rows"):
            found = module.rows(asked.data)
            columns = getattr(module, "COLUMNS", ()) if found else ()
            head = [columns, ["---"] * len(columns)] if columns else []
            print("\n".join(map(line, [*head, *found])))
        else:
            module.main([])
        print(flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
