"""Parts that are not ours: each declared, used, explained, and locked with its hashes."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "reattune"

MAKES_CATALOGUES = "locale/compile.py"  # for those who work on Reattune, with what only they have

DECLARED_AS = {
    "dateutil": "python-dateutil",
    "yaml": "pyyaml",
    "argon2": "argon2-cffi",
    "csp": "django-csp",
    "ninja": "django-ninja",
    "re2": "google-re2",
    "webvtt": "webvtt-py",
    "pympi": "pympi-ling",
    "docx": "python-docx",
    "odf": "odfpy",
    "sklearn": "scikit-learn",
    "parselmouth": "praat-parselmouth",
}
"""Libraries that are imported under another name than they are declared under."""

NOT_IMPORTED = {
    "tzdata": "data: zoneinfo finds it where the system has none",
    "whitenoise": "named in the settings of the desk",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    """Yield the full dotted name of all that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def test_every_part_used_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["dependencies"] + [one for extra in project["optional-dependencies"].values() for one in extra]
    known = {re.split(r"[<>=~!;\[ ]", one)[0].lower().replace("-", "_") for one in declared}
    known |= {"reattune"} | {real for real, name in DECLARED_AS.items() if name.replace("-", "_") in known}
    files = [file for file in modules() if file != PACKAGE / MAKES_CATALOGUES]
    used = {name.split(".")[0] for file in files for name in imports(file)} - set(sys.stdlib_module_names)
    assert used <= known


def test_every_part_declared_is_used():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=~!;\[ ]", one)[0].lower() for one in declared}
    as_imported = {name: real for real, name in DECLARED_AS.items()}
    used = {name.split(".")[0] for file in modules() for name in imports(file)}
    unused = {name for name in names if as_imported.get(name, name.replace("-", "_")) not in used}
    assert unused <= set(NOT_IMPORTED)


def test_every_declared_part_is_explained():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    every = declared["project"]["dependencies"] + declared["dependency-groups"]["dev"]
    names = {re.split(r"[<>=~!;\[ ]", one)[0].lower() for one in every}
    assert {name for name in names if f"| {name} |" not in page} == set()


def test_the_lock_pins_every_part_with_hashes_and_names_no_index():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in text
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9.-]+==\S+", block), block[:60]
        assert "--hash=sha256:" in block, block[:60]


def test_the_lock_covers_all_that_is_declared():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    every = declared["project"]["dependencies"] + declared["dependency-groups"]["dev"] + ["hatchling", "editables"]
    names = {re.split(r"[<>=~!;\[ ]", one)[0].lower() for one in every}
    locked = set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    assert names <= locked
