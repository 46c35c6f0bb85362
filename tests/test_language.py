"""Texts appear in the language that is asked for, here or in the whole process, and in English otherwise."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import reattune
from reattune import language
from reattune.language import _, current, decimal, languages, plural, set_language, use

WORDS = {
    "de": {"all of it": "alles", ("{n} day", "{n} days"): ("{n} Tag", "{n} Tage")},
    "pt_BR": {"all of it": "tudo"},
}


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    for code, words in WORDS.items():
        catalogue = Catalog(locale=code)
        for text, said in words.items():
            catalogue.add(text, said)
        content = BytesIO()
        write_mo(content, catalogue)
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "reattune.mo").write_bytes(content.getvalue())
    monkeypatch.setattr(language, "_FOLDER", tmp_path)
    monkeypatch.setattr(language, "_own", "en")
    return tmp_path


def test_every_shipped_catalogue_is_a_language():
    folder = Path(reattune.__file__).parent / "locale"
    assert languages() == ("en", *sorted(file.parent.parent.name for file in folder.glob("*/LC_MESSAGES/reattune.mo")))
    for code in languages():
        with use(code) as used:
            assert used == code
            assert _("all of it")


def test_a_language_rules_within_its_block_alone(shipped):
    assert languages() == ("en", "de", "pt_BR")
    with use("de"):
        assert (_("all of it"), current()) == ("alles", "de")
        with use("en"):
            assert _("all of it") == "all of it"
        assert _("all of it") == "alles"
    assert (_("all of it"), current()) == ("all of it", "en")


def test_a_block_that_ends_badly_ends_its_language_too(shipped):
    with pytest.raises(KeyError), use("de"):
        raise KeyError
    assert current() == "en"


def test_numbers_have_their_forms(shipped):
    with use("de"):
        assert [plural("{n} day", "{n} days", n) for n in (1, 2)] == ["1 Tag", "2 Tage"]
    assert [plural("{n} day", "{n} days", n) for n in (1, 2)] == ["1 day", "2 days"]


def test_what_has_no_translation_stays_as_it_is(shipped):
    with use("de"):
        assert _("most of it") == "most of it"


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE_de.UTF-8@euro", "de"),
        ("pt-br", "pt_BR"),
        ("pt", "en"),
        ("en_GB", "en"),
        ("xx", "en"),
        ("", "en"),
        ("../de", "en"),
    ],
)
def test_a_code_finds_its_language_or_english(shipped, asked, used):
    with use(asked) as got:
        assert got == current() == used


def test_the_process_has_a_language_of_its_own(shipped):
    assert set_language("de_DE") == "de"
    assert _("all of it") == "alles"
    with use("pt-BR"):
        assert _("all of it") == "tudo"
    assert set_language("nowhere") == "en"
    assert _("all of it") == "all of it"


def test_threads_do_not_hear_each_other(shipped):
    both = threading.Barrier(2, timeout=10)

    def said(code):
        with use(code):
            both.wait()
            words = [_("all of it") for _turn in range(200)]
            both.wait()
            return set(words)

    with ThreadPoolExecutor(2) as pool:
        german, portuguese = pool.map(said, ("de", "pt_BR"))
    assert (german, portuguese) == ({"alles"}, {"tudo"})
    assert current() == "en"


@pytest.mark.parametrize(
    ("environment", "used"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LANGUAGE": "fr:de", "LC_ALL": "en_GB.UTF-8"}, "de"),
        ({"LANGUAGE": "en_GB:en:de"}, "en"),
        ({"LANGUAGE": "", "LC_MESSAGES": "pt_BR"}, "pt_BR"),
    ],
)
def test_the_environment_is_asked_as_everywhere_else(shipped, monkeypatch, environment, used):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language._of_environment() == used


def test_a_process_begins_in_the_language_of_its_environment():
    program = "from reattune import language; print(language.current(), language._of_environment())"
    given = {"LANGUAGE": "xx:en", "PYTHONPATH": str(Path(reattune.__file__).parent.parent)}
    run = subprocess.run([sys.executable, "-c", program], env=given, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["en", "en"]


def test_a_number_has_the_decimal_sign_of_the_language():
    with use("en"):
        assert decimal("35.8") == "35.8"
        assert decimal("12") == "12"
    with use("de"):
        assert decimal("35.8") == "35,8"
        assert decimal("-0.5") == "-0,5"
        assert decimal("12") == "12"
