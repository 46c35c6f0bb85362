"""Signing in to a shared practice: a password and a code, or a passkey; nothing tells whether a name is somebody's."""

import base64
import json
import threading
import time
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, desk, keys, models, people, second_step
from reattune.practice.door import PERSON, TURN
from reattune.practice.voices import own
from reattune.practice.waiting import Waits

SHORTEST, LONGEST = 10, 200
HALFWAY = "halfway"
"""In the session: whose password was right, and until when the code may come."""
SIGNED = "signed"
"""In the session: when its person signed in."""
PATIENCE, FRESH = 300.0, 600.0
"""Seconds for the code, and seconds after signing in during which one's ways of signing in can be changed."""
WAITS = Waits()
HASHER = PasswordHasher()
_few = threading.Semaphore(4)
"""Each password takes 64 MiB to look at; more than four at once wait."""
_nobodys: list[str] = []


class SignInError(ReattuneError):
    """What does not let in, with what to do about it."""


def checked(password: str, again: str) -> str:
    """Return a new password as it is kept.

    Args:
        password: As typed.
        again: As typed the second time.

    Raises:
        SignInError: It is too short or long, or the two differ.
    """
    if len(password) < SHORTEST:
        raise SignInError(_("A password has at least {n} characters; a few words are easiest.").format(n=SHORTEST))
    if len(password) > LONGEST:
        raise SignInError(_("A password has at most {n} characters.").format(n=LONGEST))
    if password != again:
        raise SignInError(_("The two are not the same; type the password twice."))
    with _few:
        return HASHER.hash(_normal(password))


def by_password(name: str, password: str, address: str) -> models.Person:
    """Return who has a name and a password.

    Args:
        name: As typed.
        password: As typed.
        address: Where the request came from.

    Returns:
        The person; a code is to be asked for next.

    Raises:
        ReattuneError: They do not fit, whether or not there is such a name, or it is not time yet.
    """
    WAITS.begin(_by_name(name), ("address", address))
    found = people.named(name)
    spare = _nobodys_hash()
    usable = found if found is not None and found.active and found.password else None
    # For a name that nobody has the same work is done, so that the time it takes says nothing.
    if not _fits(usable.password if usable else spare, password) or usable is None:
        raise SignInError(_("Name and password do not go together. Look at both, and try again."))
    WAITS.clear(_by_name(name))
    WAITS.take_back(("address", address))
    return usable


def check_code(person: models.Person, code: str, now: Callable[[], float] = time.time) -> None:
    """See that a code is the present one of somebody's device, and was not used before.

    Args:
        person: Whose.
        code: As typed.
        now: The clock.

    Raises:
        ReattuneError: It is not, was used, or it is not time yet.
    """
    WAITS.begin(("code", str(person.pk)))
    step = second_step.matching(secret_of(person), code, now()) if person.totp else None
    if step is None:
        raise SignInError(_("That is not the code of this moment; type the one that the other device gives now."))
    if not models.Person.objects.filter(pk=person.pk, last_step__lt=step).update(last_step=step):
        raise SignInError(_("That code was used already; wait for the next one, at most half a minute."))
    WAITS.clear(("code", str(person.pk)))


def begin_halfway(request: HttpRequest, person: models.Person) -> None:
    """Remember that a password was right; the code is still to come, and nothing is open yet."""
    request.session.flush()
    request.session[HALFWAY] = {"person": str(person.pk), "turn": person.turn, "until": time.time() + PATIENCE}


def halfway(request: HttpRequest) -> models.Person | None:
    """Return whose password was right in this browser a moment ago; None where nobody's was."""
    said = request.session.get(HALFWAY)
    if not said or said["until"] < time.time():
        return None
    found: models.Person | None = models.Person.objects.filter(
        pk=said["person"], active=True, turn=said["turn"]
    ).first()
    return found


def let_in(request: HttpRequest, person: models.Person) -> None:
    """Let a browser in as somebody; called only after both of their steps. Nothing of before stays in its session."""
    leave(request)
    request.session["opening"] = desk.opening()
    request.session[PERSON], request.session[TURN] = str(person.pk), person.turn
    request.session[SIGNED] = time.time()
    if person.role != people.Role.CLIENT:
        # When a client comes and goes is nobody's business.
        actor = people.of(person).scope.actor
        auditing.record(auditing.Action.UNLOCKED, what="sign-in", purpose="keeping", who=actor)


def leave(request: HttpRequest) -> None:
    """Sign a browser out; nothing of whoever used it stays in its session, nor a client's key open."""
    if request.session.session_key:
        own.let_go(request.session.session_key or "")
    request.session.flush()


def is_fresh(request: HttpRequest) -> bool:
    """Say whether this browser's person signed in a moment ago, so that it is still they who sit there."""
    return time.time() - float(request.session.get(SIGNED, 0.0)) < FRESH


def knows(person: models.Person, password: str, address: str) -> bool:
    """Say whether a password is somebody's, such as of who takes their device back.

    Args:
        person: Who they say they are.
        password: As typed.
        address: Where the request came from.

    Raises:
        ReattuneError: It is not time yet, after several that were not.
    """
    try:
        return by_password(person.name, password, address).pk == person.pk
    except SignInError:
        return False


def use_password(person: models.Person, hashed: str, secret: str, code: str, token: str = "") -> models.Person:
    """Let somebody sign in with a password and the codes of a device from now on.

    Args:
        person: Who.
        hashed: The password as `checked` returned it.
        secret: The secret that the device was given.
        code: What the device shows, so that it is known to have it.
        token: The link that they came with; then every way of before is void.

    Returns:
        The person as they are now.

    Raises:
        ReattuneError: The code is not the present one, or the link was used meanwhile.
    """
    WAITS.begin(("code", str(person.pk)))
    step = second_step.matching(secret, code, time.time())
    if step is None:
        raise SignInError(
            _("That is not the code of this moment. See that both clocks are right, and type the next code.")
        )
    with transaction.atomic():
        if token:
            use_link(person, token)
        sealed = keys.sealer(None).seal(secret.encode(), _about(person))
        changed = {"password": hashed, "totp": sealed, "last_step": step}
        made = turned(person, **changed)
    WAITS.clear(("code", str(person.pk)))
    return made


def use_link(person: models.Person, token: str) -> None:
    """Use a link up, and with it every way of signing in that there was; in the transaction of the new one.

    Raises:
        SignInError: It was used meanwhile, or is too old.
    """
    used = models.Person.objects.filter(
        pk=person.pk, invited=people.digest(token), invited_until__gt=datetime.now(UTC), active=True
    ).update(invited="", invited_until=None, password="", totp=None)
    if not used:
        raise SignInError(_("This link was used already, or is too old; ask for a new one."))
    person.passkeys.all().delete()


def turned(person: models.Person, **changes: object) -> models.Person:
    """Change how somebody signs in; whoever is signed in as them elsewhere signs in again."""
    with transaction.atomic():
        models.Person.objects.filter(pk=person.pk).update(turn=F("turn") + 1, **changes)
        auditing.record(auditing.Action.SETTINGS, what="sign-in", purpose="keeping", who=people.of(person).scope.actor)
    person.refresh_from_db()
    return person


def secret_of(person: models.Person) -> str:
    """Return the secret of somebody's second step."""
    return keys.sealer(None).open(bytes(person.totp or b""), _about(person)).decode()


def address(person: models.Person, secret: str) -> str:
    """Return what an authenticator reads: the secret, and what it is for."""
    return pyotp.TOTP(secret).provisioning_uri(name=person.name, issuer_name="Reattune")


def pack(person: models.Person, words: dict[str, str]) -> str:
    """Return what waits in a session for a code, sealed: sessions may lie unsealed on a server."""
    return base64.b64encode(keys.sealer(None).seal(json.dumps(words).encode(), _about(person))).decode()


def unpack(person: models.Person, packed: str) -> dict[str, str]:
    """Return what was packed; nothing where it was somebody else's."""
    try:
        found: dict[str, str] = json.loads(keys.sealer(None).open(base64.b64decode(packed), _about(person)))
    except (ReattuneError, ValueError):
        return {}
    return found


def _about(person: models.Person) -> str:
    return f"person:{person.pk}"


def _by_name(name: str) -> tuple[str, str]:
    return "name", people.digest(" ".join(name.split()).casefold())


def _normal(password: str) -> bytes:
    # The same letter may come composed or not, as keyboards differ.
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def _fits(hashed: str, password: str) -> bool:
    try:
        with _few:
            return HASHER.verify(hashed, _normal(password[: LONGEST + 1]))
    except (Argon2Error, InvalidHashError):
        return False


def _nobodys_hash() -> str:
    if not _nobodys:
        _nobodys.append(HASHER.hash("the password of nobody at all"))
    return _nobodys[0]
