"""What the browser is given that is not ours: listed, unmodified, and licensed so that it may be."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from reattune import practice

FOLDER = Path(practice.__file__).parent / "static" / "vendor"
LISTED = tomllib.loads((FOLDER / "vendor.toml").read_text("utf-8"))["file"]
LICENCES = {"0BSD": "htmx-LICENSE.txt", "OFL-1.1": "newsreader-OFL.txt", "BSD-3-Clause": "wavesurfer-LICENSE.txt"}
"""Those that let anybody use and pass on; each with the file that holds its words."""


@pytest.mark.parametrize("one", LISTED, ids=lambda one: one["file"])
def test_a_file_is_as_it_was_published(one):
    assert hashlib.sha256((FOLDER / one["file"]).read_bytes()).hexdigest() == one["sha256"]


@pytest.mark.parametrize("one", LISTED, ids=lambda one: one["file"])
def test_a_file_says_what_it_is_and_under_which_licence(one):
    assert all(one[name].strip() for name in ("name", "version", "licence", "what_for"))
    words = (FOLDER / LICENCES[one["licence"]]).read_text("utf-8")
    named = {"0BSD": "Zero-Clause BSD", "OFL-1.1": "SIL OPEN FONT LICENSE", "BSD-3-Clause": "BSD 3-Clause License"}
    assert named[one["licence"]] in words


def test_every_file_is_listed():
    there = {one.name for one in FOLDER.iterdir()} - {"vendor.toml", *LICENCES.values()}
    assert there == {one["file"] for one in LISTED}


def test_the_version_is_in_the_name_of_a_script_so_that_no_browser_keeps_an_old_one():
    for one in LISTED:
        if one["file"].endswith(".js"):
            assert one["version"] in one["file"]


def test_pages_name_only_files_that_are_there():
    base = "".join(file.read_text("utf-8") for file in (FOLDER.parent.parent / "templates").glob("*.j2"))
    scripts = [one["file"] for one in LISTED if one["file"].endswith(".js")]
    assert all(f"static('vendor/{name}')" in base for name in scripts)
