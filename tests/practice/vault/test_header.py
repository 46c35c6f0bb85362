"""The header: written whole, read strictly, and what is damaged is told with a way on."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.practice.vault import Cost, DamagedVaultError, header
from reattune.practice.vault.header import Header

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
ONE = Header("ab" * 16, CHEAP, b"s" * 16, b"c" * 16, b"p", b"r", b"k", b"i")


def test_what_is_written_is_read(tmp_path):
    full = Header("ab" * 16, CHEAP, b"s", b"c", b"p", b"r", b"k", b"i", by_keyring=b"y", former=b"f")
    for one in (ONE, full):
        header.write(tmp_path, one)
        assert header.read(tmp_path) == one
    assert (tmp_path / header.NAME).stat().st_mode & 0o777 == 0o600


def test_a_field_is_changed_and_the_others_stay(tmp_path):
    header.write(tmp_path, ONE)
    changed = header.changed(tmp_path, ONE, former=b"f")
    assert header.read(tmp_path) == changed
    assert header.changed(tmp_path, changed, former=b"") == ONE


def test_a_passphrase_is_bound_to_its_cost():
    other = Header(**{**{name: getattr(ONE, name) for name in Header.__slots__}, "cost": Cost(128, 1, 1)})
    assert ONE.about("by_passphrase") != other.about("by_passphrase")
    assert ONE.about("store") == other.about("store")


def test_one_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DamagedVaultError, match="no practice"):
        header.read(tmp_path)


def _with(**fields):
    return json.dumps({**json.loads(ONE.to_file()), **fields}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 60_000,
        ONE.to_file()[:-20],
        ONE.to_file() + b"{}",
        _with(version=2),
        _with(version="1"),
        _with(format="something else"),
        _with(salt="not base64!"),
        _with(salt=None),
        _with(argon2id={}),
        _with(argon2id={"memory_kib": 2**50, "passes": 1, "lanes": 1}),
        _with(argon2id={"memory_kib": "x", "passes": 1, "lanes": 1}),
        json.dumps({"format": header.FORMAT, "version": 1}).encode(),
    ],
)
def test_one_that_is_damaged_or_of_another_version_is_told(tmp_path, content):
    (tmp_path / header.NAME).write_bytes(content)
    with pytest.raises(DamagedVaultError, match="reattune restore"):
        header.read(tmp_path)


@given(st.integers(0, len(ONE.to_file()) - 2))
def test_cut_off_anywhere_it_is_told(tmp_path_factory, length):
    folder = tmp_path_factory.mktemp("cut")
    (folder / header.NAME).write_bytes(ONE.to_file()[:length])
    with pytest.raises(DamagedVaultError):
        header.read(folder)
