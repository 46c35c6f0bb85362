"""Inviting a client to their own space: a name that says nothing about them, and a link that is shown once."""

import secrets
from dataclasses import dataclass

from django.utils.safestring import SafeString

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models, people, second_step

TREES = (
    *("alder", "apple", "ash", "aspen", "beech", "birch", "cedar", "cherry", "elder", "fir", "hazel", "juniper"),
    *("larch", "laurel", "linden", "maple", "oak", "olive", "pear", "pine", "plum", "rowan", "spruce", "willow"),
)
NUMBERS = 9_000
TRIES = 50


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody invited: what they sign in with, and their link, which is not kept."""

    name: str
    link: str
    square: SafeString


def invite(client: models.Client, address: str) -> Invited:
    """Invite a client, or make a new link for one who was invited before.

    Args:
        client: Whom.
        address: Where the practice is served, such as "https://practice.example".

    Returns:
        What is given to them.
    """
    found: models.Person | None = models.Person.objects.filter(client=client).first()
    person = found or people.add(_free(), people.Role.CLIENT, client)
    link = f"{address.rstrip('/')}/sign-in/first/{people.link(person)}/"
    square = second_step.square(link, _("The link as a picture; the same link stands below as text."))
    return Invited(person.name, link, square)


def _free() -> str:
    """Return a name that nobody has; neither the codename nor anything else about a client is in it."""
    for _try in range(TRIES):
        name = f"{secrets.choice(TREES)}-{1000 + secrets.randbelow(NUMBERS)}"
        if people.named(name) is None:
            return name
    raise ReattuneError(_("No name to sign in with was free; try once more."))
