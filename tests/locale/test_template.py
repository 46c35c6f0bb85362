"""The template that translations start from holds every text."""

from pathlib import Path

import pytest

import reattune
from reattune.errors import ReattuneError
from reattune.locale import template as making
from reattune.locale.template import Text, template, texts

PACKAGE = Path(reattune.__file__).parent


def test_texts_are_found_with_their_plurals(tmp_path):
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "words.py").write_text(
        '_("One " "text.")\nplural("{n} day", "{n} days", len(x))\n_(name)\n__("no")\n', encoding="utf-8"
    )
    assert texts(tmp_path) == [Text("One text.", "", "room/words.py"), Text("{n} day", "{n} days", "room/words.py")]


def test_texts_are_found_in_templates(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.html.j2").write_text(
        """{% extends "base.html.j2" %}{% macro said(what) %}{{ _("In a macro.") }}{{ what }}{% endmacro %}
        {% if days %}<p title="{{ _('In an attribute.') }}">{{ plural("{n} day", "{n} days", days | length) }}</p>
        {% endif %}{{ said(_("Handed {on}.").format(on=_("to it"))) }} {{ _(name) }} {{ other._("no") }}
        {# {{ _("A remark.") }} #}{% do rows.append(_("Added.")) %}""",
        encoding="utf-8",
    )
    (tmp_path / "pages" / "plain.html").write_text('<p>{{ _("Say " "so.") }}</p>', encoding="utf-8")
    assert texts(tmp_path) == [
        *(Text(one, "", "pages/one.html.j2") for one in ("Added.", "Handed {on}.", "In a macro.", "In an attribute.")),
        Text("Say so.", "", "pages/plain.html"),
        Text("to it", "", "pages/one.html.j2"),
        Text("{n} day", "{n} days", "pages/one.html.j2"),
    ]


def test_a_template_that_is_none_is_named_with_its_line(tmp_path):
    (tmp_path / "odd.j2").write_text("one\n{{ _( }}\n", encoding="utf-8")
    with pytest.raises(ReattuneError, match=r"odd\.j2:2 is not a template"):
        texts(tmp_path)


def test_an_entry_is_written_once_with_all_its_files():
    found = [Text('Say "so".', "", "a.py"), Text('Say "so".', "", "b.py"), Text("{n} day", "{n} days", "a.py")]
    content = template(found)
    assert content.count('msgid "Say \\"so\\"."') == 1
    assert "#: a.py\n#: b.py\nmsgid" in content
    assert 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] ""\nmsgstr[1] ""\n' in content


def test_every_text_handed_to_a_translation_is_a_literal():
    told = {text.one for text in texts(PACKAGE)}
    assert {"Unusual here.", "This may be holidays or work.", "Of the last {n} session, {{what}}."} <= told
    assert any(text.file.startswith("cli/templates/") for text in texts(PACKAGE))


def test_the_template_is_written_beside_its_script(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "HERE", tmp_path / "locale")
    (tmp_path / "locale").mkdir()
    (tmp_path / "words.py").write_text('_("Hello.")\n', encoding="utf-8")
    assert making.main() == 0
    assert 'msgid "Hello."' in (tmp_path / "locale" / "reattune.pot").read_text(encoding="utf-8")
