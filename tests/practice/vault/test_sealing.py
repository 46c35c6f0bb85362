"""Sealed words: opened as they were, or not at all."""

import copy
import pickle

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.practice.vault import DamagedVaultError, Sealer, new_key
from reattune.practice.vault.sealing import NONCE_BYTES, TAG_BYTES, VERSION

KEY = bytes(range(32))
NIST = {
    "key": "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
    "nonce": "cafebabefacedbaddecaf888",
    "about": "feedfacedeadbeeffeedfacedeadbeefabaddad2",
    "plain": "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
    "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    "sealed": "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
    "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
    "tag": "76fc6ece0f4e1768cddf8853bb2d551b",
}
"""Test case 16 of the GCM specification that NIST adopted: AES-256 with additional data."""


def test_the_cipher_is_that_of_the_standard():
    given = {name: bytes.fromhex(value) for name, value in NIST.items()}
    made = AESGCM(given["key"]).encrypt(given["nonce"], given["plain"], given["about"])
    assert made == given["sealed"] + given["tag"]


def test_a_sealer_opens_what_the_standard_sealed():
    made = AESGCM(KEY).encrypt(b"n" * NONCE_BYTES, b"words", b"moment:1")
    assert Sealer(KEY).open(VERSION + b"n" * NONCE_BYTES + made, "moment:1") == b"words"


@given(st.binary(max_size=500), st.text(max_size=60))
def test_what_was_sealed_is_opened_as_it_was(plain, about):
    sealer = Sealer(KEY)
    sealed = sealer.seal(plain, about)
    assert sealer.open(sealed, about) == plain
    assert len(sealed) == len(VERSION) + NONCE_BYTES + len(plain) + TAG_BYTES


@given(st.binary(max_size=100), st.data())
def test_one_changed_bit_anywhere_is_noticed(plain, data):
    sealed = bytearray(Sealer(KEY).seal(plain, "x"))
    place = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[place // 8] ^= 1 << place % 8
    with pytest.raises(DamagedVaultError, match="changed or belongs elsewhere"):
        Sealer(KEY).open(bytes(sealed), "x")


@given(st.binary(max_size=60))
def test_what_was_never_sealed_is_refused(content):
    with pytest.raises(DamagedVaultError):
        Sealer(KEY).open(content, "x")


def test_it_opens_nowhere_else_and_with_no_other_key():
    sealed = Sealer(KEY).seal(b"words", "moment:1")
    with pytest.raises(DamagedVaultError):
        Sealer(KEY).open(sealed, "moment:2")
    with pytest.raises(DamagedVaultError):
        Sealer(new_key()).open(sealed, "moment:1")


def test_twice_the_same_words_never_look_the_same():
    assert len({Sealer(KEY).seal(b"words", "x") for _n in range(200)}) == 200


def test_half_a_surrogate_pair_stops_nobody():
    sealer = Sealer(KEY)
    assert sealer.open(sealer.seal(b"words", "\ud83d"), "\ud83d") == b"words"


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_refused(length):
    with pytest.raises(ReattuneError, match="32 bytes"):
        Sealer(b"k" * length)


def test_a_sealer_never_shows_its_key_and_cannot_be_copied():
    assert repr(Sealer(KEY)) == "<Sealer>"
    for take in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds a key"):
            take(Sealer(KEY))


def test_new_keys_are_new():
    assert len({new_key() for _n in range(100)}) == 100
