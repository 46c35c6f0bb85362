"""Every text a person may see, gathered from the source: `python -m reattune.locale.template` writes reattune.pot.

A translator copies the template, and `python -m reattune.locale.compile` makes a catalogue of it.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from reattune.errors import ReattuneError
from reattune.language import _

HERE = Path(__file__).parent
PAGES = ("*.j2", "*.html")
"""How the names of templates end."""
HEADER = """# Texts of Reattune. Names in braces, single or double, are to be kept as they are.
msgid ""
msgstr ""
"Project-Id-Version: reattune\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text, its plural where it has one, and the file it stands in."""

    one: str
    many: str
    file: str


def texts(source: Path) -> list[Text]:
    """Return every text under a folder that is handed to `_` or `plural`, in order.

    Args:
        source: The folder; its modules and its templates are read.

    Returns:
        Each text once for each file it stands in.

    Raises:
        ReattuneError: a template cannot be understood.
    """
    found = {text for file in source.rglob("*.py") for text in _in_module(file, file.relative_to(source))}
    for pattern in PAGES:
        found.update(text for file in source.rglob(pattern) for text in _in_page(file, file.relative_to(source)))
    return sorted(found)


def _in_module(file: Path, name: Path) -> Iterator[Text]:
    """Yield the texts of one module."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(one))]):
                yield Text(one, "", name.as_posix())
            case ast.Call(
                func=ast.Name(id="plural"), args=[ast.Constant(value=str(one)), ast.Constant(value=str(many)), _count]
            ):
                yield Text(one, many, name.as_posix())


def _in_page(file: Path, name: Path) -> Iterator[Text]:
    """Yield the texts of one template."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    try:
        page = environment.parse(file.read_text(encoding="utf-8"))
    except TemplateSyntaxError as error:
        said = _("{where} is not a template that can be read: {why}")
        raise ReattuneError(said.format(where=f"{name.as_posix()}:{error.lineno}", why=error.message)) from error
    for call in page.find_all(nodes.Call):
        called = call.node.name if isinstance(call.node, nodes.Name) else ""
        given = tuple(one.value if isinstance(one, nodes.Const) else None for one in call.args)
        match called, given:
            case "_", (str(one),):
                yield Text(one, "", name.as_posix())
            case "plural", (str(one), str(many), _count):
                yield Text(one, many, name.as_posix())


def template(found: list[Text]) -> str:
    """Return the template's content: each text once, with the files it stands in."""
    entries: dict[str, list[Text]] = {}
    for text in found:
        entries.setdefault(text.one, []).append(text)
    return "\n".join([HEADER, *(_entry(one, same) for one, same in sorted(entries.items()))])


def _entry(one: str, same: list[Text]) -> str:
    """Return one text's entry."""
    many = max(text.many for text in same)
    lines = [f"#: {file}" for file in sorted({text.file for text in same})]
    lines.append(f"msgid {_quoted(one)}")
    lines += [f"msgid_plural {_quoted(many)}", 'msgstr[0] ""', 'msgstr[1] ""'] if many else ['msgstr ""']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a template writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def main() -> int:
    """Write the template beside this file and return the exit status."""
    (HERE / "reattune.pot").write_text(template(texts(HERE.parent)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
