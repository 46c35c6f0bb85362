"""A letter is opened by the practice it was made for, whole, whatever a mail did to it on the way; nothing else is."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from reattune.practice import desk, models
from reattune.practice.check_in import letter
from reattune.practice.check_in.letter import LetterError
from reattune.practice.vault import DamagedVaultError

PASSPHRASE = "seven quiet herons at dusk"


def bent(text: str, at: int) -> str:
    """Return a letter with one character of its text changed."""
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]


@pytest.fixture
def text(new_client, seal) -> str:
    return seal(new_client("heron"), plain=b"words")


def test_it_opens_with_the_practices_key(text):
    assert letter.opened(text) == b"words"


def test_every_letter_is_equally_long(new_client, seal):
    heron = new_client("heron")
    lengths = {len(seal(heron, plain=b"x" * n)) for n in (0, 1, 5000, letter.ROOM)}
    assert len(lengths) == 1


def test_what_a_mail_does_to_it_is_passed_over(text):
    quoted = "Hello,\n\n> " + text.replace("\n", "\r\n> ").replace("-----", "—") + "\nwith regards"
    assert letter.opened(quoted) == b"words"
    soft = text.replace("\n", "=\r\n")
    assert letter.opened(soft) == b"words"


@pytest.mark.parametrize("other", ["", "a shopping list", "BEGIN REATTUNE LETTER", "\x00" * 50])
def test_where_there_is_no_letter_it_says_how_one_looks(store, other):
    with pytest.raises(LetterError, match="There is no letter in this"):
        letter.opened(other)


def test_many_beginnings_and_no_end_are_looked_through_at_once(store):
    with pytest.raises(LetterError, match="no letter"):
        letter.opened("BEGIN REATTUNE LETTER" * 9000)


def test_where_a_part_is_missing_it_says_so(text):
    lines = text.splitlines()
    for cut in ([*lines[:5], *lines[6:]], [*lines[:5], "AAAA", *lines[5:]], [lines[0], lines[-1]]):
        with pytest.raises(LetterError, match="not whole"):
            letter.opened("\n".join(cut))


@pytest.mark.parametrize("at", [60, 150, 2000, -60])
def test_changed_in_one_place_it_does_not_open(text, at):
    with pytest.raises(LetterError, match="does not open here"):
        letter.opened(bent(text, at % len(text)))


def test_made_for_another_practice_it_does_not_open(new_client, seal):
    other = ec.generate_private_key(ec.SECP256R1()).public_key()
    key = other.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    with pytest.raises(LetterError, match="another practice"):
        letter.opened(seal(new_client("heron"), plain=b"words", key=key))


def test_the_key_outlives_a_locked_desk(text, store):
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert letter.opened(text) == b"words"


def test_the_private_key_is_kept_sealed(store):
    letter.public()
    value = models.Setting.objects.get(name="letters").value
    assert set(value) == {"private"}
    sealed = bytearray(base64.b64decode(value["private"]))
    sealed[-1] ^= 1
    models.Setting.objects.update(value={"private": base64.b64encode(sealed).decode()})
    with pytest.raises(DamagedVaultError):
        letter.public()


def test_the_token_says_nothing_about_the_client_and_stays_the_same(new_client):
    heron, wren = new_client("heron"), new_client("wren")
    assert letter.token(heron) == letter.token(heron) != letter.token(wren)
    assert heron.pk.hex not in letter.token(heron)
    assert len(letter.token(heron)) == letter.TOKEN
