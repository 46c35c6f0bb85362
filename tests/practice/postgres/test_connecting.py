import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.practice.commands import NOTED
from reattune.practice.postgres import connecting


def test_an_address_becomes_settings():
    found = connecting.settings_of("postgresql://ada:secret@db.example:5433/practice?sslmode=verify-full")
    assert (found["NAME"], found["USER"], found["PASSWORD"]) == ("practice", "ada", "secret")
    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("db.example", "5433", {"sslmode": "verify-full"})
    assert found["DISABLE_SERVER_SIDE_CURSORS"] is True


@pytest.mark.parametrize("words", ["mysql://x", "postgresql://user@host", "nonsense", "postgresql://a:hidden@h/d?no=1"])
def test_what_is_no_address_is_refused_without_saying_it_again(words):
    with pytest.raises(ReattuneError, match="not the address") as refused:
        connecting.settings_of(words)
    assert "hidden" not in str(refused.value)


def test_another_database_is_used_and_the_former_one_again():
    before = connection.vendor
    former = connecting.change(connecting.settings_of("dbname=other"))
    assert (connection.vendor, connection.settings_dict["NAME"]) == ("postgresql", "other")
    connecting.change(former)
    assert connection.vendor == before


def test_the_folder_knows_its_database_and_no_password(tmp_path):
    connecting.note(tmp_path, "postgresql://ada:secret@db.example/practice")
    words = (tmp_path / NOTED).read_text()
    assert "secret" not in words
    assert connecting.settings_of(words)["HOST"] == "db.example"
