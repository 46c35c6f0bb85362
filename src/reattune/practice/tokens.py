"""Tokens with which other programs on this computer may read: named, shown once, kept only as a digest."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import backing, scope
from reattune.practice.auditing import Action, record
from reattune.practice.models import Setting

NAME = "tokens"
PREFIX = "reattune_"
"""So that a token which lies somewhere by mistake is known for what it is."""
LONGEST = 40
MOST = 20


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: what it was named, when it was made, and the digest by which it is known again."""

    name: str
    made: datetime
    digest: str
    person: UUID | None = None
    """Who made it, in a shared practice; a program sees what they see."""


def make(name: str) -> str:
    """Make a token and return it; it is shown once and cannot be looked up afterwards.

    Args:
        name: What the program is called; unlike the name of every other token.

    Returns:
        The token.

    Raises:
        ReattuneError: The name is empty, too long, or taken, or there are too many tokens.
    """
    with transaction.atomic():
        backing.queue(NAME)
        known = _every()
        own = _checked(name, known)
        token = PREFIX + secrets.token_urlsafe(32)
        _keep((*known, Token(own, datetime.now(UTC), _digest(token), scope.person())))
        record(Action.SETTINGS, what="token made", purpose="keeping")
    return token


def revoke(name: str) -> bool:
    """Take a token back, from this moment on, and say whether there was one of this name."""
    with transaction.atomic():
        backing.queue(NAME)
        known = _every()
        left = tuple(one for one in known if one.name != name or one.person != scope.person())
        if len(left) == len(known):
            return False
        _keep(left)
        record(Action.SETTINGS, what="token taken back", purpose="keeping")
    return True


def listed() -> tuple[Token, ...]:
    """Return the tokens of whoever asks, oldest first."""
    return tuple(one for one in _every() if one.person == scope.person())


def _every() -> tuple[Token, ...]:
    value = Setting.objects.filter(name=NAME).values_list("value", flat=True).first() or []
    return tuple(_token(one) for one in value)


def _token(kept: dict[str, str]) -> Token:
    person = kept.get("person")
    made = datetime.fromisoformat(kept["made"])
    return Token(kept["name"], made, kept["digest"], UUID(person) if person else None)


def holder(token: str) -> str | None:
    """Return the name of a token; None where it is none of ours."""
    found = known(token)
    return None if found is None else found.name


def known(token: str) -> Token | None:
    """Return what is kept of a token; None where it is none of ours."""
    given, found = _digest(token), None
    for one in _every():
        # All are compared, so that the time it takes says nothing.
        if hmac.compare_digest(one.digest, given):
            found = one
    return found


def _checked(name: str, known: tuple[Token, ...]) -> str:
    own = " ".join(name.split())
    if not own or not own.isprintable():
        raise ReattuneError(_("Give the token a name, such as that of the program: it stands in the audit."))
    if len(own) > LONGEST:
        raise ReattuneError(_("A token’s name has at most {n} characters; one word is best.").format(n=LONGEST))
    if any(one.name.casefold() == own.casefold() for one in known):
        raise ReattuneError(_("There is a token named {name} already; choose another name.").format(name=own))
    if len(known) >= MOST:
        raise ReattuneError(_("There are {n} tokens already; take one back first.").format(n=len(known)))
    return own


def _keep(every: tuple[Token, ...]) -> None:
    value = [_kept(one) for one in every]
    Setting.objects.update_or_create(name=NAME, defaults={"value": value})


def _kept(one: Token) -> dict[str, str]:
    whose = {} if one.person is None else {"person": str(one.person)}
    return {"name": one.name, "made": one.made.isoformat(), "digest": one.digest, **whose}


def _digest(token: str) -> str:
    # 256 random bits: no salt and no slow derivation would make guessing harder.
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
