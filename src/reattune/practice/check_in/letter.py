"""A letter that only the practice opens: the key pair it is sealed for, and how a sealed one is opened.

On the client's phone: an ephemeral P-256 key, ECDH, HKDF-SHA256, AES-256-GCM, all by the browser itself. Every letter
is equally long, so that its size says nothing about how much was written, or for whom.
"""

import base64
import re

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    derive_private_key,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import keys, models
from reattune.practice.vault.deriving import derived

NAME = "letters"
MAGIC = b"RLTR1"
"""The first bytes; with the rest they make a length that base64 writes without padding, which mail would spoil."""
POINT, NONCE, TAG, SCALAR = 65, 12, 16, 32
ROOM = 16 * 1024
"""Bytes of every letter's words, blanks behind them included."""
LENGTH = len(MAGIC) + POINT + NONCE + ROOM + TAG
PURPOSE = b"reattune letter"
BEGINS, ENDS = "BEGIN REATTUNE LETTER", "END REATTUNE LETTER"
"""Looked for without the dashes around them, of which messengers make other ones."""
BEGIN, END = f"-----{BEGINS}-----", f"-----{ENDS}-----"
STRANGE = re.compile(r"[^A-Za-z0-9+/]")
TOKEN = 32


class LetterError(ReattuneError):
    """A letter that cannot be taken in, with what to do about it."""


def public() -> bytes:
    """Return the practice's public key, an uncompressed point; made when it is asked for first."""
    return _point(_private().public_key())


def token(client: models.Client) -> str:
    """Return what a letter calls its client; only this practice knows whom it means."""
    return keys.vault().digest("letter", str(client.pk))[:TOKEN]


def opened(text: str) -> bytes:
    """Return the words of a sealed letter, without the blanks behind them.

    Args:
        text: A file's content or a message; what stands around the letter is passed over.

    Raises:
        LetterError: There is no letter in it, a part of it is missing, or this practice's key does not open it.
    """
    sealed = _sealed(text)
    start = len(MAGIC)
    point, nonce = sealed[start : start + POINT], sealed[start + POINT : start + POINT + NONCE]
    private = _private()
    try:
        once = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
        key = derived(private.exchange(ECDH(), once), PURPOSE + point + _point(private.public_key()))
        return AESGCM(key).decrypt(nonce, sealed[start + POINT + NONCE :], MAGIC).rstrip(b" ")
    except (ValueError, InvalidTag) as error:
        raise LetterError(
            _(
                "This letter does not open here: it was made for another practice, or changed on its way. "
                "Ask for the file itself, as it was saved; nothing was kept."
            )
        ) from error


def _sealed(text: str) -> bytes:
    _before, begins, rest = text.partition(BEGINS)
    within, ends, _after = rest.partition(ENDS)
    if not (begins and ends):
        raise LetterError(
            _(
                "There is no letter in this. It begins with “{begin}” and ends with “{end}”; "
                "choose the file, or copy everything from the first line to the last."
            ).format(begin=BEGIN, end=END)
        )
    # Mail quotes lines, breaks them and puts blanks between them; none of that is part of a letter.
    written = STRANGE.sub("", within)
    sealed = base64.b64decode(written) if len(written) == LENGTH // 3 * 4 else b""
    if not sealed.startswith(MAGIC):
        raise LetterError(
            _(
                "This letter is not whole: a part of it is missing, or something came in between. "
                "Ask for the file itself, as it was saved; nothing was kept."
            )
        )
    return sealed


def _private() -> EllipticCurvePrivateKey:
    sealer = keys.vault().sealer(NAME)
    row = models.Setting.objects.filter(name=NAME).first()
    if row is None:
        made = generate_private_key(SECP256R1()).private_numbers().private_value.to_bytes(SCALAR)
        value = {"private": base64.b64encode(sealer.seal(made, NAME)).decode()}
        # Of two that are made at the same moment, the one that was kept is used.
        row, _made = models.Setting.objects.get_or_create(name=NAME, defaults={"value": value})
    scalar = sealer.open(base64.b64decode(row.value["private"]), NAME)
    return derive_private_key(int.from_bytes(scalar), SECP256R1())


def _point(key: EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
