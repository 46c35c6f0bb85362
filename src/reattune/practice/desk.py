"""One process, one practice: set up, unlocked, in use, locked again, on request or when nobody has used it."""

import secrets
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from django.http import HttpRequest

from reattune import language as languages
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import backing, keys, scope
from reattune.practice.vault import Vault, VaultError, header
from reattune.practice.vault.attempts import since_start

STORE = "practice.db"


@dataclass(slots=True)
class _State:
    home: Path | None = None
    opening: str = ""
    used: float = 0.0
    idle_seconds: float = 15 * 60
    language: str = "en"
    begun: bool = False
    background: bool = False
    worker: object = None
    lock: threading.RLock = field(default_factory=threading.RLock)


_state = _State()


def at(home: Path, *, background: bool = False) -> None:
    """Say where the practice is kept, and whether long work is done in the background (or only when asked for)."""
    lock()
    _state.home, _state.background = home, background


def home() -> Path:
    """Return the folder in which the practice is kept."""
    if _state.home is None:
        raise ReattuneError(_("No practice was named; start with: reattune"))
    return _state.home


def store_path() -> Path:
    """Return the store's file."""
    return home() / STORE


def exists() -> bool:
    """Say whether a practice was set up here."""
    return Vault.exists(home())


def is_open() -> bool:
    """Say whether it is unlocked."""
    return backing.is_open()


def opening() -> str:
    """Return a word for this unlocking; after the next one, browsers that were let in before must unlock again."""
    return _state.opening


def create(passphrase: str) -> str:
    """Set a practice up, open it, and return the recovery code, which is shown once."""
    with _state.lock:
        vault, code = Vault.create(home(), passphrase)
        _open(vault)
    return code


def let_out() -> None:
    """Have every browser that was let in unlock again, while the practice stays open."""
    with _state.lock:
        if _state.opening:
            _state.opening = secrets.token_hex(16)


def unlock(passphrase: str, *, beside: bool = False) -> None:
    """Open the practice with its passphrase.

    Args:
        passphrase: As it was typed.
        beside: Whether a desk may have it open in another process; then its browsers stay let in.

    Raises:
        VaultError: Wrong passphrase, too many tries, or a damaged header.
        DamagedStoreError: The store is damaged; the text says which backup is the last.
    """
    vault = Vault.unlock(home(), passphrase)
    if backing.is_open():
        # Another window has it open already: the passphrase was right, and that is all there is to know.
        vault.close()
        touch()
        return
    _open(vault, beside=beside)


def unlock_by_code(code: str) -> None:
    """Open the practice with the recovery code; a new passphrase is to be asked for next."""
    _open(Vault.recover(home(), code))


def is_remembered() -> bool:
    """Say whether the header says that a keyring may open it; the keyring itself is not asked."""
    with suppress(VaultError):
        return bool(header.read(home()).by_keyring)
    return False


def unlock_remembered() -> bool:
    """Open the practice if this computer's keyring remembers it, and say whether it did."""
    vault = Vault.remembered(home())
    if vault is None:
        return False
    _open(vault)
    return True


def _open(vault: Vault, *, beside: bool = False) -> None:
    with _state.lock:
        _end_worker()
        _store().open_with(vault, store_path(), beside=beside)
        _state.opening = secrets.token_hex(16)
        touch()
        remember_settings()
        if _state.background:
            from reattune.practice.jobs import Worker  # noqa: PLC0415

            _state.worker = Worker()
            _state.worker.start()


def _store() -> ModuleType:
    """Return what opens the store: a file, or the database of a shared practice."""
    # Both need Django to be set up, and only a shared practice has the driver.
    if backing.is_postgres():
        from reattune.practice.postgres import opening  # noqa: PLC0415

        return opening
    from reattune.practice.store import opening as of_file  # noqa: PLC0415

    return of_file


def lock() -> None:
    """Forget every key and close the store; nothing that was saved is lost."""
    from reattune.practice.voices import own  # noqa: PLC0415  (needs Django to be set up)

    with _state.lock:
        _end_worker()
        if backing.is_open():
            with suppress(Exception):  # whatever happens, the keys must go
                _store().closing(store_path())
        backing.close()
        keys.release()
        own.let_go_of_all()
        _state.opening = ""


def _end_worker() -> None:
    from reattune.practice.jobs import Worker  # noqa: PLC0415

    if isinstance(_state.worker, Worker):
        _state.worker.end()
        if _state.worker is not threading.current_thread():
            _state.worker.join(timeout=10)
        _state.worker = None


def touch() -> None:
    """Say that somebody is using it."""
    _state.used = since_start()


def lock_if_idle() -> bool:
    """Lock where nobody has used it for as long as the settings say, and say whether it was locked now.

    The time a computer was asleep counts too: a lid that was closed for long locks the practice. A shared one stays
    open for the others; there each one's own session ends.
    """
    if scope.is_shared() or not backing.is_open() or since_start() - _state.used < _state.idle_seconds:
        return False
    lock()
    return True


def remember_settings() -> None:
    """Take over the settings that must be known while the practice is locked."""
    from reattune.practice.keeping import kept  # noqa: PLC0415

    settings = kept()
    _state.idle_seconds = settings.idle_minutes * 60
    _state.language = settings.language
    _state.begun = settings.set_up


def idle_seconds() -> float:
    """Return after how long without use it locks, or a session of a shared practice ends."""
    return _state.idle_seconds


def begun() -> bool:
    """Say whether the first questions about the practice were answered."""
    return _state.begun


def language(request: HttpRequest) -> str:
    """Return the language to answer in: the practice's; before it is open, the browser's."""
    if backing.is_open():
        return _state.language
    wanted = request.headers.get("Accept-Language", "")
    for part in wanted.split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in languages.languages():
            return code
    return "en"
