from zoneinfo import ZoneInfo

import pytest
import yaml

from reattune.instruments import shipped
from reattune.reading.gathered import Place
from reattune.reading.own_instruments import read_instruments

GOOD = {
    "id": "mine",
    "version": "1",
    "name": "Mine",
    "licence": "ours",
    "items": {"count": 3, "minimum": 0, "maximum": 4},
}


@pytest.fixture
def read(tmp_path):
    def _read(**files):
        (tmp_path / "instruments").mkdir()
        for name, content in files.items():
            text = content if isinstance(content, str) else yaml.safe_dump(content)
            (tmp_path / "instruments" / f"{name}.yaml").write_text(text)
        return read_instruments(tmp_path, Place(tmp_path, ZoneInfo("UTC")))

    return _read


def test_without_a_folder_of_its_own_a_practice_has_what_is_shipped(tmp_path):
    found, aside = read_instruments(tmp_path, Place(tmp_path, ZoneInfo("UTC")))
    assert (dict(found), aside) == (dict(shipped()), ())


def test_a_practices_own_definition_stands_before_the_shipped_one_of_its_id(read):
    taken = min(shipped())
    found, aside = read(a=GOOD, b=GOOD | {"id": taken, "name": "Ours"})
    assert (found["mine"].name, found[taken].name, aside) == ("Mine", "Ours", ())
    assert list(found) == sorted({*shipped(), "mine"})


def test_of_two_with_one_id_the_first_file_is_kept_and_the_other_said(read):
    found, (entry,) = read(b=GOOD | {"name": "Second"}, a=GOOD)
    assert found["mine"].name == "Mine"
    assert (entry.file, entry.field) == ("instruments/b.yaml", "id")


def test_a_definition_that_cannot_be_meant_is_set_aside_and_the_others_stay(read):
    found, aside = read(a=GOOD | {"licence": ""}, b="[", c=GOOD)
    assert "mine" in found
    assert [(each.file, each.field) for each in aside] == [
        ("instruments/a.yaml", "licence"),
        ("instruments/b.yaml", ""),
    ]
