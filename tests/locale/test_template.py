"""The template that translations start from holds every text."""

from pathlib import Path

import reattune
from reattune.locale import template as making
from reattune.locale.template import Text, template, texts

PACKAGE = Path(reattune.__file__).parent


def test_texts_are_found_with_their_plurals(tmp_path):
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "words.py").write_text(
        '_("One " "text.")\nplural("{n} day", "{n} days", len(x))\n_(name)\n__("no")\n', encoding="utf-8"
    )
    assert texts(tmp_path) == [Text("One text.", "", "room/words.py"), Text("{n} day", "{n} days", "room/words.py")]


def test_an_entry_is_written_once_with_all_its_files():
    found = [Text('Say "so".', "", "a.py"), Text('Say "so".', "", "b.py"), Text("{n} day", "{n} days", "a.py")]
    content = template(found)
    assert content.count('msgid "Say \\"so\\"."') == 1
    assert "#: a.py\n#: b.py\nmsgid" in content
    assert 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] ""\nmsgstr[1] ""\n' in content


def test_every_text_handed_to_a_translation_is_a_literal():
    told = {text.one for text in texts(PACKAGE)}
    assert {"Unusual here.", "This may be holidays or work.", "Of the last {n} session, {{what}}."} <= told


def test_the_template_is_written_beside_its_script(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "HERE", tmp_path / "locale")
    (tmp_path / "locale").mkdir()
    (tmp_path / "words.py").write_text('_("Hello.")\n', encoding="utf-8")
    assert making.main() == 0
    assert 'msgid "Hello."' in (tmp_path / "locale" / "reattune.pot").read_text(encoding="utf-8")
