"""A translation becomes a catalogue, and a catalogue that says something else than its translation is found."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

import reattune
from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _, languages, plural, use
from reattune.locale import compile as making
from reattune.locale.compile import compile_all, compiled, stale
from reattune.locale.template import template, texts

PACKAGE = Path(reattune.__file__).parent
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
WORDS = """
msgid "all of it"
msgstr "alles"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "ein Tag"
msgstr[1] "{n} Tage"

#, fuzzy
msgid "most of it"
msgstr "das meiste"

msgid "some of it"
msgstr ""

msgid "Of the last {n} session, {{what}}."
msgid_plural "Of the last {n} sessions, {{what}}."
msgstr[0] "In der letzten Sitzung: {{what}}."
msgstr[1] "In den letzten {n} Sitzungen: {{what}}."
"""


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "de" / "LC_MESSAGES" / "reattune.po"
    file.parent.mkdir(parents=True)
    file.write_text(HEADER + WORDS, encoding="utf-8")
    return file


def test_every_shipped_catalogue_says_what_its_translation_says():
    folder = PACKAGE / "locale"
    assert [file.parent.parent.name for file in stale(folder)] == [], "run python -m reattune.locale.compile"
    translated = {file.parent.parent.name for file in folder.glob("*/LC_MESSAGES/reattune.po")}
    assert languages() == ("en", *sorted(translated))


def test_a_compiled_catalogue_is_a_language(source, tmp_path, monkeypatch):
    assert compile_all(tmp_path) == (source.with_suffix(".mo"),)
    monkeypatch.setattr(language, "_FOLDER", tmp_path)
    assert languages() == ("en", "de")
    with use("de"):
        assert _("all of it") == "alles"
        assert [plural("{n} day", "{n} days", n) for n in (1, 3)] == ["ein Tag", "3 Tage"]
        assert (_("most of it"), _("some of it")) == ("most of it", "some of it")


def test_the_template_is_a_translation_to_begin_with(source):
    source.write_text(template(texts(PACKAGE)), encoding="utf-8")
    assert [one.id for one in read_mo(BytesIO(compiled(source))) if one.id] == []


def test_a_catalogue_is_stale_once_its_translation_says_something_else(source, tmp_path):
    assert stale(tmp_path) == (source,)
    compile_all(tmp_path)
    assert stale(tmp_path) == ()
    source.write_text("# A remark.\n" + source.read_text("utf-8"), encoding="utf-8")
    assert stale(tmp_path) == ()
    source.write_text(source.read_text("utf-8").replace('"alles"', '"das Ganze"'), encoding="utf-8")
    assert stale(tmp_path) == (source,)


def test_the_same_translation_gives_the_same_bytes(source):
    assert compiled(source) == compiled(source)
    assert b"1970-01-01" in compiled(source)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"alles"', '"alles {n}"'),
        ("{n} Tage", "{m} Tage"),
        ("{n} Tage", "Tage {n"),
        ("letzten {n} Sitzungen: {{what}}", "letzten {n} Sitzungen: {what}"),
        ("letzten Sitzung: {{what}}", "letzten Sitzung"),
    ],
)
def test_names_in_braces_must_be_those_of_the_text(source, right, wrong):
    source.write_text(source.read_text("utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(ReattuneError, match=r"de/LC_MESSAGES/reattune.po:\d+: .*other names in braces"):
        compiled(source)


def test_a_file_that_is_no_translation_is_named(source):
    source.write_text(HEADER + 'msgid "x"\nsaid "y"\n', encoding="utf-8")
    with pytest.raises(ReattuneError, match=r"reattune\.po is not a translation"):
        compiled(source)


def test_the_command_says_how_many_it_made_or_what_is_wrong(source, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(making, "HERE", tmp_path)
    assert making.main() == 0
    assert capsys.readouterr().out == "1 catalogue made\n"
    source.write_text(source.read_text("utf-8").replace('"alles"', '"{all}"'), encoding="utf-8")
    assert making.main() == 1
    assert "other names in braces" in capsys.readouterr().err
