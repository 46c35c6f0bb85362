"""A client's own key: what is sealed for it, nobody opens without the words that the client chose, or their code.

Anybody here can put something in (X25519, HKDF-SHA256 and AES-256-GCM, as in a sealed box); only the client takes it
out. The key itself lies here twice: sealed by their words (argon2id) and by a code that is shown once.
"""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.vault import Cost, DamagedVaultError, Sealer, recovery
from reattune.practice.vault.deriving import SHORTEST, USUAL, derived, from_passphrase

SALT_BYTES, POINT_BYTES = 16, 32
ABOUT = "own key"


class OwnKeyError(ReattuneError):
    """A client's own words or code do not open what is only theirs, or there is no such key."""


def has(client: models.Client) -> bool:
    """Say whether a client has a key of their own; no page of a therapist may ask."""
    return models.OwnKey.objects.filter(client=client).exists()


def make(client: models.Client, words: str, *, cost: Cost = USUAL) -> tuple["Own", str]:
    """Make a client's own key.

    Args:
        client: Whose.
        words: What they choose to open it with; ten characters or more.
        cost: How much work one try is.

    Returns:
        The open key, and a code that opens it too; it is kept nowhere.

    Raises:
        ReattuneError: The words are too short, or there is a key already.
    """
    if len(words.strip()) < SHORTEST:
        raise OwnKeyError(
            _("Choose at least {n} characters; three or four words that only you would put together are good.").format(
                n=SHORTEST
            )
        )
    if has(client):
        raise OwnKeyError(_("There is a space of your own already; open it with the words you chose."))
    private, code = X25519PrivateKey.generate(), recovery.make()
    salt, code_salt = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SALT_BYTES)
    raw, about = private.private_bytes_raw(), f"{ABOUT}:{client.pk}"
    models.OwnKey.objects.create(
        client=client,
        public=private.public_key().public_bytes_raw(),
        by_words=Sealer(from_passphrase(words.strip(), salt, cost)).seal(raw, about),
        by_code=_code_sealer(code, code_salt).seal(raw, about),
        salt=salt,
        code_salt=code_salt,
        cost=asdict(cost),
    )
    return Own(private), code


def opened(client: models.Client, words: str) -> "Own":
    """Return a client's own key, opened with their words or with their code.

    Raises:
        OwnKeyError: There is none, or neither opens it.
    """
    row = models.OwnKey.objects.filter(client=client).first()
    if row is None:
        raise OwnKeyError(_("There is no space of your own here yet."))
    about = f"{ABOUT}:{client.pk}"
    key = from_passphrase(words.strip(), bytes(row.salt), Cost(**row.cost))
    for sealer, sealed in ((Sealer(key), row.by_words), (_by_code(words, bytes(row.code_salt)), row.by_code)):
        try:
            if sealer is not None:
                return Own(X25519PrivateKey.from_private_bytes(sealer.open(bytes(sealed), about)))
        except DamagedVaultError:
            continue
    raise OwnKeyError(_("These words do not open it. Capital letters and spaces count; the code you were shown does."))


def change(client: models.Client, own: "Own", words: str, *, cost: Cost = USUAL) -> None:
    """Have other words open a client's own key from now on; the code stays as it is."""
    if len(words.strip()) < SHORTEST:
        raise OwnKeyError(_("Choose at least {n} characters.").format(n=SHORTEST))
    salt = secrets.token_bytes(SALT_BYTES)
    sealed = Sealer(from_passphrase(words.strip(), salt, cost)).seal(own.raw(), f"{ABOUT}:{client.pk}")
    models.OwnKey.objects.filter(client=client).update(by_words=sealed, salt=salt, cost=asdict(cost))


def put(client: models.Client, plain: bytes, about: str) -> bytes | None:
    """Return something sealed for a client alone; None where they have no key, and nothing can be kept for them alone.

    Args:
        client: For whom.
        plain: What is to be sealed.
        about: What it belongs to, needed again to open it.
    """
    public = models.OwnKey.objects.filter(client=client).values_list("public", flat=True).first()
    if public is None:
        return None
    once = X25519PrivateKey.generate()
    theirs = X25519PublicKey.from_public_bytes(bytes(public))
    point = once.public_key().public_bytes_raw()
    return point + Sealer(_agreed(once.exchange(theirs), point, bytes(public))).seal(plain, about)


class Own:
    """A client's own key, open; it is never shown, copied or written."""

    __slots__ = ("_private",)

    def __init__(self, private: X25519PrivateKey) -> None:
        self._private = private

    def take(self, sealed: bytes, about: str) -> bytes:
        """Return what `put` sealed.

        Raises:
            DamagedVaultError: It was changed, or is somebody else's.
        """
        point, rest = bytes(sealed[:POINT_BYTES]), bytes(sealed[POINT_BYTES:])
        shared = self._private.exchange(X25519PublicKey.from_public_bytes(point))
        return Sealer(_agreed(shared, point, self._private.public_key().public_bytes_raw())).open(rest, about)

    def raw(self) -> bytes:
        """Return the key itself, to be sealed at once."""
        return self._private.private_bytes_raw()

    def __repr__(self) -> str:
        return "<Own>"


_lock = threading.Lock()
_held: dict[str, Own] = {}
"""Open keys by the session that opened them; gone when it ends, and with the process."""


def hold(session: str, own: Own) -> None:
    """Hold an open key for a session."""
    with _lock:
        _held[session] = own


def held(session: str | None) -> Own | None:
    """Return the key that a session opened, if it did."""
    with _lock:
        return _held.get(session or "")


def let_go(session: str | None = None) -> None:
    """Let go of a session's key; of all of them where no session is named."""
    with _lock:
        if session is None:
            _held.clear()
        else:
            _held.pop(session, None)


@contextmanager
def moved(before: str | None) -> Iterator[list[str]]:
    """Hold a session's key under the session's new name: put that into the list within the block."""
    now: list[str] = []
    yield now
    with _lock:
        own = _held.pop(before or "", None)
        if own is not None and now:
            _held[now[0]] = own


def _agreed(shared: bytes, point: bytes, public: bytes) -> bytes:
    return derived(shared, b"reattune own words" + point + public)


def _code_sealer(code: str, salt: bytes) -> Sealer:
    return Sealer(derived(recovery.check(code).encode(), b"own code", salt=salt))


def _by_code(typed: str, salt: bytes) -> Sealer | None:
    try:
        return _code_sealer(typed, salt)
    except ReattuneError:
        return None
