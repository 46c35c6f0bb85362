"""The rules of the house: who may import whom, how large a file may be, what may never stand in one."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "reattune"

LIBRARY = "model instruments criteria charts reading speech nonverbal streams noticing caseload calibration"
MAY_IMPORT = {
    "model": set(),
    **{room: {"model"} for room in ("instruments", "criteria", "charts", "noticing", "repair", "speech", "nonverbal")},
    "reading": {"model", "instruments"},
    "streams": {"model", "instruments", "speech"},
    "synthetic": {"model", "instruments"},
    "caseload": {"model", "streams", "noticing"},
    "calibration": {"model", "noticing", "caseload"},
    "learning": {"model", "noticing", "repair"},
    "account": {
        "model",
        "instruments",
        "charts",
        "speech",
        "nonverbal",
        "streams",
        "noticing",
        "caseload",
        "calibration",
    },
    "cli": {*LIBRARY.split(), "account"},
    "practice": {*LIBRARY.split(), "account", "repair", "learning"},
    "entry": {"cli", "practice"},
    "": set(LIBRARY.split()) - {"criteria", "calibration"},
    **{door: set() for door in ("language", "locale", "errors")},
}
"""The rooms, and which of ours each may import; "" is `reattune/__init__.py`."""

DOORS = {"language", "errors"}
"""May be imported by any room (docs/decisions/0001-language-door.md), but for the model, which knows nobody."""

FILES_AND_MACHINE = {"io", "os", "pathlib", "shutil", "tempfile", "csv", "json", "tomllib", "openpyxl", "icalendar"}
KNOW_NO_FILES = {"model", "streams", "noticing"}
WRITES_JSON = {"noticing/document.py"}
"""Makes the text of the output, and touches no file."""

NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "asyncio"}
REACHES = {
    "practice/importing/address.py": "fetches one calendar address, when a person presses the button for it",
    "practice/heard/second_door.py": "asks the program a therapist set up, about a client who agreed, at their request",
    "practice/serving.py": "listens on this computer's own address and on no other",
}
"""The only modules that know a network, each with what for."""

LONGEST = 300
MADE = "migrations"
"""A folder of files that Django writes: neither short nor tested one by one."""
NO_NAME = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}
PLACEHOLDERS = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "raise Not" + "Implemented")))
NO_MACHINE = re.compile(
    "|".join(
        (
            r"(?<![\w./-])/(?:work|root|tmp|home/\w+|Users/\w+)(?:/|\b)",
            r"[A-Z]:\\\\?Users\b",
            "py" + r"pi\.(?:org|python)",
            "python" + r"hosted\.org",
            "registry" + r"\.npmjs",
            "index" + "-url",
            "find" + "-links",
        )
    )
)
W3 = "http://www.w3.org/", "https://www.w3.org/"
NAMESPACES = (*W3, "https://json-schema.org/", "http://schemas.openxmlformats.org/")
"""Names that look like addresses; nothing is ever fetched from them."""
OWN = ("http://{", "https://{", "https://practice.example")
"""How a desk writes its own address, and the one that stands for it in explanations."""

UNTESTED = {
    "errors.py": "classes without behaviour",
    "model/instrument.py": "a record without behaviour of its own but one line, scored in tests/instruments",
    "model/kinds.py": "names only",
    "model/noticed.py": "records; the one property is used by every test of telling",
    "model/relationship.py": "records without behaviour",
    "model/recording.py": "records; lengths are used by every test of nonverbal",
    "model/observation.py": "records; sizes are used by every test of streams and noticing",
    "practice/apps.py": "a name",
    **{
        f"practice/models/{name}.py": "columns; what uses them is tested"
        for name in ("agreed", "audit", "episode", "frame", "heard", "kept", "looked", "person", "record", "recorded")
    },
    "reading/gathered.py": "records; joined in every test of reading",
}
"""Modules without a test file of their own, each with the reason."""


def python_files(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def modules() -> list[Path]:
    return python_files("src")


def short(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def room(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """Yield the full dotted name of all that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: import by full name"
            yield node.module
            if node.module == "reattune":
                yield from (f"reattune.{alias.name}" for alias in node.names)


@cache
def tracked() -> tuple[Path, ...]:
    """Every text file that is in the project, or is about to be."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=False, text=True)
    if listed.returncode == 0 and listed.stdout:
        files = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        files = [
            file for file in ROOT.rglob("*") if not any(part.startswith(".") for part in file.relative_to(ROOT).parts)
        ]
    return tuple(sorted(file for file in files if file.is_file() and b"\0" not in file.read_bytes()[:8000]))


@pytest.mark.parametrize("file", modules(), ids=short)
def test_a_room_imports_only_what_it_may(file):
    own = room(file)
    assert own in MAY_IMPORT, f"the room {own!r} is not in the table of ARCHITECTURE.md and this test"
    allowed = MAY_IMPORT[own] | {own} | (DOORS - {own} if own != "model" else set())
    found = {name.split(".")[1] for name in imports(file) if name.startswith("reattune.")}
    assert found <= allowed


@pytest.mark.parametrize("file", [f for f in modules() if room(f) in KNOW_NO_FILES], ids=short)
def test_model_streams_and_noticing_know_no_files(file):
    found = {name.split(".")[0] for name in imports(file)} & FILES_AND_MACHINE
    assert found <= ({"json"} if short(file) in WRITES_JSON else set())
    called = {node.func.id for node in ast.walk(ast.parse(file.read_text("utf-8"))) if is_named_call(node)}
    assert "open" not in called


def is_named_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


@pytest.mark.parametrize("file", modules(), ids=short)
def test_nothing_reaches_for_a_network(file):
    found = {name.split(".")[0] for name in imports(file) if name != "urllib.parse"}
    assert not found & NETWORK or short(file) in REACHES


def test_nothing_shipped_is_loaded_from_elsewhere():
    addresses = [
        (short(file), address)
        for file in sorted(PACKAGE.rglob("*"))
        if file.is_file() and not {"__pycache__", "vendor"} & set(file.parts) and file.suffix != ".yaml"
        for address in re.findall(r"https?://[^\s\"'<>)]+", file.read_text("utf-8", errors="replace"))
        if not address.startswith(NAMESPACES) and not address.startswith(OWN)
    ]
    assert addresses == []


@pytest.mark.parametrize("file", modules(), ids=short)
def test_no_code_knows_the_truth_file(file):
    assert "truth.toml" not in file.read_text("utf-8")


def test_no_file_is_too_long():
    files = [*python_files("src", "tests", "benchmarks", "examples"), ROOT / "run"]
    files = [file for file in files if MADE not in file.parts]
    long = {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in files}
    assert {name: lines for name, lines in long.items() if lines > LONGEST} == {}


def test_no_module_has_a_name_that_says_nothing():
    files = python_files("src", "tests", "benchmarks", "examples")
    parts = {part for file in files for part in file.relative_to(ROOT).with_suffix("").parts}
    assert {part for part in parts if part.removeprefix("test_").removeprefix("_") in NO_NAME} == set()


def test_nothing_is_left_for_later():
    files = [*python_files("src", "benchmarks", "examples"), ROOT / "run"]
    assert [file.name for file in files if PLACEHOLDERS.search(file.read_text("utf-8"))] == []


def test_no_file_names_a_machine():
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in tracked()
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1)
        if NO_MACHINE.search(line) and file != Path(__file__)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["see /wo" + "rk/it", "'/t" + "mp/x'", "-> /home/ann/x", "C:\\Users\\ann", "https://py" + "pi.org/simple"]
)
def test_the_search_for_machines_can_find_one(line):
    assert NO_MACHINE.search(line)


@pytest.mark.parametrize("line", ["and/or", "home/work", "at work / at home", "docs/wo" + "rk/x", "2/tmp"])
def test_the_search_for_machines_lets_words_be(line):
    assert not NO_MACHINE.search(line)


def test_every_module_has_its_test():
    without = [
        short(file)
        for file in modules()
        if file.name != "__init__.py"
        and MADE not in file.parts
        and short(file) not in UNTESTED
        and not (ROOT / "tests" / file.relative_to(PACKAGE).parent / f"test_{file.name}").exists()
    ]
    assert without == []


def test_nobody_is_excused_who_is_not_there():
    assert set(UNTESTED) <= {short(file) for file in modules()}
