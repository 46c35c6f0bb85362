"""Who can sign in to a shared practice, how far they see, and the links with which they begin."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import assert_never
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, models
from reattune.practice.door import NOBODY_HERE, PERSON, TURN, Present, Who
from reattune.practice.scope import Reach, Scope

Role = models.Person.Role
LASTS = timedelta(days=3)
"""How long a link for a first sign-in can be used."""
LONGEST = 60
KNOWN = "known_person"
"""On a request: who signed in with its browser, looked up once."""


def signed_in(request: HttpRequest) -> Present:
    """Return who signed in with this browser, both steps done; nobody where they were taken out since."""
    found = here(request)
    return NOBODY_HERE if found is None else of(found)


def here(request: HttpRequest) -> models.Person | None:
    """Return the person who signed in with this browser; None where they were stopped, or sign in otherwise since."""
    wanted = request.session.get(PERSON)
    if not wanted:
        return None
    # The door, the view and the page each ask; an answer holds for one request, and for this way of signing in.
    asked = (wanted, request.session.get(TURN, 0))
    known: tuple[tuple[str, int], models.Person | None] | None = getattr(request, KNOWN, None)
    if known is None or known[0] != asked:
        found = models.Person.objects.filter(pk=UUID(wanted), active=True, turn=asked[1]).first()
        known = (asked, found)
        setattr(request, KNOWN, known)
    return known[1]


def of(person: models.Person) -> Present:
    """Return somebody's role and how far it lets them see.

    Args:
        person: Who signed in.
    """
    match Role(person.role):
        case Role.THERAPIST:
            return Present(Who.THERAPIST, Scope(Reach.OWN_CLIENTS, person.pk))
        case Role.CLIENT:
            if person.client_id is None:
                return NOBODY_HERE
            return Present(Who.CLIENT, Scope(Reach.ONE_CLIENT, person.pk, person.client_id, actor="client"))
        case Role.SUPERVISOR:
            return Present(Who.SUPERVISOR, Scope(Reach.BROUGHT, person.pk, actor=_actor(person)))
        case Role.MANAGER:
            return Present(Who.MANAGER, Scope(Reach.FRAME, person.pk, actor=_actor(person)))
        case Role.RESEARCHER:
            return Present(Who.RESEARCHER, Scope(Reach.NOBODY, person.pk, actor=_actor(person)))
        case other:
            assert_never(other)


def _actor(person: models.Person) -> str:
    most = models.AuditEvent._meta.get_field("who").max_length  # noqa: SLF001  (how Django describes a table)
    return f"{person.role}: {person.name}"[:most]


def role_word(role: Role) -> str:
    """Return what a role is called."""
    match role:
        case Role.THERAPIST:
            return _("therapist")
        case Role.CLIENT:
            return _("client")
        case Role.SUPERVISOR:
            return _("supervisor")
        case Role.MANAGER:
            return _("practice manager")
        case Role.RESEARCHER:
            return _("researcher")
        case other:
            assert_never(other)


def add(name: str, role: Role, client: models.Client | None = None) -> models.Person:
    """Add somebody; until they used a link, nobody can sign in under their name.

    Args:
        name: What they sign in with, unlike everybody else's.
        role: What they are here.
        client: Whom this is, where the role is client.

    Returns:
        The person.

    Raises:
        ReattuneError: The name is empty, too long or taken, or a role and a client do not go together.
    """
    own = _checked(name)
    if (role is Role.CLIENT) is not (client is not None):
        raise ReattuneError(_("A client is invited from their relationship’s page; nobody else is."))
    with transaction.atomic():
        made = models.Person.objects.create(name=own, role=role.value, client=client)
        auditing.record(auditing.Action.SETTINGS, what="person", purpose="keeping")
    return made


def link(person: models.Person) -> str:
    """Make a link for a first sign-in, or for one who lost their way of signing in; the one before is void.

    Args:
        person: For whom; what they sign in with now holds until the link was used.

    Returns:
        What stands in the link; it is not kept, and can be shown this once.
    """
    token = secrets.token_urlsafe(32)
    person.invited, person.invited_until = digest(token), datetime.now(UTC) + LASTS
    person.active = True
    with transaction.atomic():
        person.save(update_fields=["invited", "invited_until", "active"])
        auditing.record(auditing.Action.SETTINGS, what="person", purpose="keeping")
    return token


def by_link(token: str) -> models.Person | None:
    """Return whose a link is; None where it is nobody's, was used, or is too old."""
    found: models.Person | None = models.Person.objects.filter(
        invited=digest(token), invited_until__gt=datetime.now(UTC), active=True
    ).first()
    return found


def stop(person: models.Person) -> None:
    """Let somebody in no more, from this moment on, wherever they are signed in."""
    with transaction.atomic():
        models.Person.objects.filter(pk=person.pk).update(active=False, invited="", turn=person.turn + 1)
        auditing.record(auditing.Action.SETTINGS, what="person", purpose="keeping")


def named(name: str) -> models.Person | None:
    """Return who signs in under a name, however it is capitalised; None where nobody does."""
    own = " ".join(name.split())
    if not own or not own.isprintable() or len(own) > LONGEST:
        return None
    found: models.Person | None = models.Person.objects.filter(name__iexact=own).first()
    return found


def listed() -> Sequence[models.Person]:
    """Return everybody but clients, whom their own therapist looks after, by name."""
    return list(models.Person.objects.exclude(role=Role.CLIENT))


def digest(token: str) -> str:
    """Return what a link is known again by."""
    # 256 random bits: no salt and no slow derivation would make guessing harder.
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _checked(name: str) -> str:
    own = " ".join(name.split())
    if not own or not own.isprintable():
        raise ReattuneError(_("A name to sign in with is needed, such as a.brook."))
    if len(own) > LONGEST:
        raise ReattuneError(_("A name to sign in with has at most {n} characters.").format(n=LONGEST))
    if named(own) is not None:
        raise ReattuneError(_("Somebody signs in as {name} already; choose another name.").format(name=own))
    return own
