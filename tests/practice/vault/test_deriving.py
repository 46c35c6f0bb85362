"""Keys from other secrets, against the vectors that their standards publish."""

import pytest
from argon2.low_level import Type, hash_secret_raw
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.practice.vault import VaultError, deriving
from reattune.practice.vault.deriving import Cost, accept, derived, from_passphrase, normalised

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)

RFC_5869 = [
    (
        "0b" * 22,
        "000102030405060708090a0b0c",
        "f0f1f2f3f4f5f6f7f8f9",
        42,
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        bytes(range(0x50)).hex(),
        bytes(range(0x60, 0xB0)).hex(),
        bytes(range(0xB0, 0x100)).hex(),
        82,
        (
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
            "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"
        ),
    ),
    (
        "0b" * 22,
        "",
        "",
        42,
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]
"""Appendix A, cases 1 to 3: key, salt, info, length, result."""


@pytest.mark.parametrize(("key", "salt", "info", "length", "result"), RFC_5869)
def test_hkdf_is_that_of_the_standard(key, salt, info, length, result):
    made = derived(bytes.fromhex(key), bytes.fromhex(info), salt=bytes.fromhex(salt) or None, length=length)
    assert made.hex() == result


@pytest.mark.parametrize(
    ("memory_power", "passes", "lanes", "secret", "result"),
    [
        (16, 2, 1, b"password", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        (8, 2, 1, b"password", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (8, 2, 2, b"password", "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
        (16, 4, 1, b"password", "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"),
    ],
)
def test_argon2id_is_that_of_its_reference(memory_power, passes, lanes, secret, result):
    """The vectors of the reference implementation's own tests, version 0x13, salt "somesalt"."""
    cost = Cost(memory_kib=2**memory_power, passes=passes, lanes=lanes)
    assert from_passphrase(secret.decode(), b"somesalt", cost).hex() == result


def test_accents_count_the_same_however_they_are_typed():
    assert from_passphrase("caf\u00e9 caf\u00e9 caf\u00e9", b"x" * 16, CHEAP) == from_passphrase(
        "cafe\u0301 cafe\u0301 cafe\u0301", b"x" * 16, CHEAP
    )
    assert normalised("\ufb01ne") == "fine"


@given(st.text(min_size=1, max_size=40), st.binary(min_size=16, max_size=16))
def test_any_passphrase_makes_a_key_and_always_the_same(passphrase, salt):
    made = from_passphrase(passphrase, salt, CHEAP)
    assert len(made) == 32
    assert made == from_passphrase(passphrase, salt, CHEAP)
    assert made == hash_secret_raw(normalised(passphrase).encode("utf-8", "surrogatepass"), salt, 1, 64, 1, 32, Type.ID)


@pytest.mark.parametrize(
    "words", [{"memory_kib": 7}, {"passes": 0}, {"lanes": 0}, {"memory_kib": 2**40}, {"passes": 65}, {"lanes": 65}]
)
def test_a_cost_that_nothing_can_do_is_refused(words):
    with pytest.raises(ReattuneError, match="cannot be worked on"):
        Cost(**words)


@pytest.mark.parametrize("passphrase", ["", "nine char", "\ufb03" * 3])
def test_a_short_passphrase_is_refused(passphrase):
    with pytest.raises(ReattuneError, match="at least 10"):
        accept(passphrase)
    accept("ten signs.")


def test_too_little_memory_is_told(monkeypatch):
    def refused(*_all):
        raise deriving.HashingError("Memory allocation error")

    monkeypatch.setattr(deriving, "hash_secret_raw", refused)
    with pytest.raises(VaultError, match="too little free memory"):
        from_passphrase("seven quiet herons", b"x" * 16, CHEAP)
