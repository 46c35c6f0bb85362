"""Who can sign in to a shared practice; one's own desk has nobody but whoever knows its passphrase."""

import uuid
from typing import Any

from django.db import models

from reattune.practice import scope


class Person(models.Model):
    """Somebody with a sign-in, a role, and a second step."""

    class Role(models.TextChoices):
        """What they are here."""

        THERAPIST = "therapist"
        CLIENT = "client"
        SUPERVISOR = "supervisor"
        MANAGER = "manager"
        RESEARCHER = "researcher"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60, unique=True)
    """What they sign in with."""
    role = models.CharField(max_length=12, choices=Role.choices)
    client = models.OneToOneField("Client", on_delete=models.CASCADE, null=True, blank=True, related_name="person")
    """Whom this is, where the role is client."""
    password = models.CharField(max_length=200, blank=True, default="")
    """As argon2id keeps it; empty until the first sign-in link was used."""
    totp = models.BinaryField(null=True)
    """The secret of the second step, sealed."""
    last_step = models.BigIntegerField(default=0)
    """The last code's step, so that none is taken twice."""
    invited = models.CharField(max_length=64, blank=True, default="")
    """The digest of a sign-in link that was not used yet."""
    invited_until = models.DateTimeField(null=True, blank=True)
    turn = models.PositiveIntegerField(default=0)
    """Counts changes of how they sign in; whoever signed in before the last of them signs in again."""
    active = models.BooleanField(default=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """By name."""

        ordering = ("name",)


class Passkey(models.Model):
    """A passkey of somebody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="passkeys")
    credential = models.BinaryField(unique=True)
    public = models.BinaryField()
    count = models.PositiveBigIntegerField(default=0)
    name = models.CharField(max_length=60, blank=True, default="")
    made = models.DateTimeField(auto_now_add=True)
    used = models.DateTimeField(null=True, blank=True)


def of_therapist() -> Any:
    """Return the column that says whose a row is in a shared practice; empty at one's own desk."""
    return models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, default=scope.person, related_name="+"
    )
