"""A client's own key: what is sealed for it, nobody opens without the words that the client chose, or their code.

Anybody here can put something in (X25519, HKDF-SHA256 and AES-256-GCM, as in a sealed box); only the client takes it
out. The key itself lies here twice: sealed by their words (argon2id) and by a code that is shown once.
"""

import json
import secrets
import threading
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.vault import Cost, DamagedVaultError, Sealer, recovery
from reattune.practice.vault.attempts import since_start
from reattune.practice.vault.deriving import SHORTEST, USUAL, derived, from_passphrase, normalised
from reattune.practice.voices.tries import OwnKeyError, Tries

__all__ = ["Own", "OwnKeyError", "ThereAlreadyError"]

SALT_BYTES, POINT_BYTES = 16, 32
ABOUT = "own key"
UNUSED_SECONDS = 10 * 60.0
"""An open key that was not used for so long is let go."""


class ThereAlreadyError(OwnKeyError):
    """A client has a key of their own already."""

    def __init__(self) -> None:
        super().__init__(_("There is a space of your own already; open it with the words you chose."))


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
        ReattuneError: The words are too short, or there is a key already (`ThereAlreadyError`).
    """
    _long_enough(words)
    if has(client):
        raise ThereAlreadyError
    private, code = X25519PrivateKey.generate(), recovery.make()
    salt, code_salt = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SALT_BYTES)
    raw, about = private.private_bytes_raw(), f"{ABOUT}:{client.pk}"
    made = {
        "public": private.public_key().public_bytes_raw(),
        "by_words": Sealer(from_passphrase(words.strip(), salt, cost)).seal(raw, about),
        "by_code": _code_sealer(code, code_salt).seal(raw, about),
        "salt": salt,
        "code_salt": code_salt,
        "cost": asdict(cost),
    }
    # Sent twice at one moment, the first one that is kept holds.
    _row, is_new = models.OwnKey.objects.get_or_create(client=client, defaults=made)
    if not is_new:
        raise ThereAlreadyError
    return Own(private), code


def other_code(client: models.Client, own: "Own") -> str:
    """Return another code that opens a client's own key; the one before opens nothing any more."""
    code, salt = recovery.make(), secrets.token_bytes(SALT_BYTES)
    sealed = _code_sealer(code, salt).seal(own.raw(), f"{ABOUT}:{client.pk}")
    models.OwnKey.objects.filter(client=client).update(by_code=sealed, code_salt=salt)
    return code


def opened(client: models.Client, words: str) -> "Own":
    """Return a client's own key, opened with their words or with their code.

    The answer is the same whether there is no such key or the words are others: nobody learns here that there is one.

    Raises:
        OwnKeyError: Neither opens one, or several tries did not and it is not time for another yet.
    """
    _tries.begin(client.pk)
    row = models.OwnKey.objects.filter(client=client).first()
    # Worked on all the same where there is no key, so that the time it takes tells nothing either.
    salt, cost = (bytes(row.salt), Cost(**row.cost)) if row else (bytes(SALT_BYTES), USUAL)
    key = from_passphrase(words.strip(), salt, cost)
    found = _opened(row, key, words) if row else None
    if found is None:
        raise OwnKeyError(
            _("These words open nothing here. Capital letters and spaces count; the code you were shown opens it too.")
        )
    _tries.clear(client.pk)
    return found


def _opened(row: models.OwnKey, key: bytes, typed: str) -> "Own | None":
    about = f"{ABOUT}:{row.pk}"
    for sealer, sealed in ((Sealer(key), row.by_words), (_by_code(typed, bytes(row.code_salt)), row.by_code)):
        try:
            if sealer is not None:
                return Own(X25519PrivateKey.from_private_bytes(sealer.open(bytes(sealed), about)))
        except DamagedVaultError:
            continue
    return None


def change(client: models.Client, own: "Own", words: str, *, cost: Cost = USUAL) -> None:
    """Have other words open a client's own key from now on; the code stays as it is.

    Raises:
        OwnKeyError: The words are too short.
    """
    _long_enough(words)
    salt = secrets.token_bytes(SALT_BYTES)
    sealed = Sealer(from_passphrase(words.strip(), salt, cost)).seal(own.raw(), f"{ABOUT}:{client.pk}")
    models.OwnKey.objects.filter(client=client).update(by_words=sealed, salt=salt, cost=asdict(cost))


def _long_enough(words: str) -> None:
    if len(normalised(words.strip())) < SHORTEST:
        raise OwnKeyError(
            _("Choose at least {n} characters; three or four words that only you would put together are good.").format(
                n=SHORTEST
            )
        )


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

    def words(self, row: models.OwnWords) -> dict[str, Any] | None:
        """Return the words of a row that are sealed for this key; None where none are.

        Raises:
            DamagedVaultError: As of `take`.
        """
        if row.own is None:
            return None
        found: dict[str, Any] = json.loads(self.take(bytes(row.own), row.about))
        return found

    def raw(self) -> bytes:
        """Return the key itself, to be sealed at once."""
        return self._private.private_bytes_raw()

    def __repr__(self) -> str:
        return "<Own>"


@dataclass(slots=True)
class _Held:
    own: Own
    used: float


_lock = threading.Lock()
_held: dict[str, _Held] = {}
"""Open keys by the session that opened them; gone when it ends, and with the process."""


def hold(session: str | None, own: Own) -> None:
    """Hold an open key for a session, until it is let go or was not used for ten minutes."""
    if session is None:
        raise OwnKeyError(_("There is no session to keep it open for; open your space again."))
    with _lock:
        _held[session] = _Held(own, since_start())


def held(session: str | None) -> Own | None:
    """Return the key that a session opened and has used since; asking counts as use."""
    with _lock:
        found = _still(session)
        if found is None:
            return None
        found.used = since_start()
        return found.own


def is_held(session: str | None) -> bool:
    """Say whether a session's key is open, without counting that as use."""
    with _lock:
        return _still(session) is not None


def let_go(session: str | None) -> None:
    """Let go of a session's key, where it opened one."""
    with _lock:
        _held.pop(session or "", None)


def let_go_of_all() -> None:
    """Let go of every session's key."""
    with _lock:
        _held.clear()


def _still(session: str | None) -> _Held | None:
    """Return what is held for a session, and let go of every key that was not used for too long."""
    now = since_start()
    for name in [name for name, one in _held.items() if now - one.used >= UNUSED_SECONDS]:
        del _held[name]
    return _held.get(session or "")


_tries = Tries()


def _agreed(shared: bytes, point: bytes, public: bytes) -> bytes:
    return derived(shared, b"reattune own words" + point + public)


def _code_sealer(code: str, salt: bytes) -> Sealer:
    return Sealer(derived(recovery.check(code).encode(), b"own code", salt=salt))


def _by_code(typed: str, salt: bytes) -> Sealer | None:
    try:
        return _code_sealer(typed, salt)
    except ReattuneError:
        return None
