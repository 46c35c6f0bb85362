"""Who signed in to a shared practice, and how far they see."""

from typing import assert_never
from uuid import UUID

from django.http import HttpRequest

from reattune.practice import models
from reattune.practice.door import NOBODY_HERE, PERSON, Present, Who
from reattune.practice.scope import Reach, Scope

Role = models.Person.Role


def signed_in(request: HttpRequest) -> Present:
    """Return who signed in with this browser, both steps done; nobody where they were taken out since."""
    wanted = request.session.get(PERSON)
    found = models.Person.objects.filter(pk=UUID(wanted), active=True).first() if wanted else None
    return NOBODY_HERE if found is None else of(found)


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
            return Present(Who.SUPERVISOR, Scope(Reach.BROUGHT, person.pk, actor=f"supervisor: {person.name}"))
        case Role.MANAGER:
            return Present(Who.MANAGER, Scope(Reach.FRAME, person.pk, actor=f"manager: {person.name}"))
        case Role.RESEARCHER:
            return Present(Who.RESEARCHER, Scope(Reach.NOBODY, person.pk, actor=f"researcher: {person.name}"))
        case other:
            assert_never(other)
