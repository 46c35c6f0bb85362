"""What came up, as it was last worked out, and what the therapist made of it."""

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within


class Noticed(Sealed):
    """One noticing, worked out anew at each look. Words: the library's own record."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="noticed")
    number = models.PositiveIntegerField()
    at = models.DateField(db_index=True)
    direction = models.CharField(max_length=10)
    open = models.BooleanField(default=False)

    objects = Within()

    class Meta:
        """In time order."""

        ordering = ("at", "number")


class Glance(Sealed):
    """All that Today needs of one client, so that it never grows with history. Words: strip, sessions, why silent."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="glance")
    as_of = models.DateField()
    last_session = models.DateField(null=True)
    current = models.BooleanField(default=True)
    """False from the moment a change is taken up until it was looked at, so that being cut off there is noticed."""

    objects = Within()


class Verdict(models.Model):
    """What the therapist made of a noticing on a day; undone, it stays in sight as undone."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="verdicts")
    noticing = models.DateField()
    verdict = models.CharField(max_length=10)
    """ordinary, talked, later, mattered or unsure."""
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True, blank=True)
    by = models.CharField(max_length=10, default="therapist")
    """Who said so: the therapist, or the client while looking at it together."""
    said = models.ForeignKey("Said", on_delete=models.CASCADE, null=True, blank=True, related_name="verdicts")
    """What the client said, where it is theirs."""

    objects = Within()

    class Meta:
        """In time order."""

        ordering = ("on", "made")


class LeftOut(Sealed):
    """A row set to "known, leave it out", with the reason. Words: file, row, what, why."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="left_out")
    weight = models.FloatField(default=0.0)
    on = models.DateField()
    undone = models.DateTimeField(null=True, blank=True)
    said = models.ForeignKey("Said", on_delete=models.CASCADE, null=True, blank=True, related_name="left_out")
    """The client's correction that it rests on, where it is not the therapist's own."""

    objects = Within()


class QuietLook(models.Model):
    """A relationship with nothing noticed, drawn at random for the same look."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE)
    offered = models.DateField()
    answered = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=10, blank=True, default="")

    objects = Within()
