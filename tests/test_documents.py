"""The documents: their examples run, their links lead somewhere, and every page is in the index."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def heading(value: str) -> str:
    return value if re.fullmatch(r"\S+\.md:\d+", value) else "example"


def blocks(language: str) -> list[tuple[str, str]]:
    """Every marked example in the documents: where it stands, and its text."""
    pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    fence = re.compile(rf"^```{language}\n(.*?)^```", re.MULTILINE | re.DOTALL)
    found = []
    for page in pages:
        text = page.read_text("utf-8")
        for match in fence.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append((f"{page.relative_to(ROOT).as_posix()}:{line}", match.group(1)))
    return found


@pytest.mark.parametrize(("where", "example"), blocks("python"), ids=heading)
def test_examples_in_the_documents_run(where, example, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(example, where, "exec"), {"__name__": "example"})


@pytest.mark.parametrize(("where", "example"), blocks("toml"), ids=heading)
def test_toml_in_the_documents_is_toml(where, example):
    assert tomllib.loads(example), where


def test_links_between_documents_lead_somewhere():
    pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_every_page_is_in_the_index():
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    pages = sorted(page.relative_to(ROOT / "docs") for page in (ROOT / "docs").rglob("*.md"))
    named = {page for page in pages if f"({page.as_posix()})" in index or f"({page.parent.as_posix()}/)" in index}
    assert set(pages) - named == {Path("README.md")}
