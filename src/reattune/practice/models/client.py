"""A client, under a codename, and the key that all words about them are sealed with."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from reattune.practice.models.person import of_therapist
from reattune.practice.scope import Within

AFTERWARDS = timedelta(weeks=2)
"""So long after an end was written down a client can still take back what they kept for then."""
DAY = timedelta(days=1)


class Client(models.Model):
    """One relationship. The codename is the therapist's choice; no real name has a place here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    within, is_frame = "", True
    codename = models.CharField(max_length=60)
    therapist = of_therapist()
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    ended_how = models.CharField(max_length=30, blank=True, default="")
    ended_by = models.CharField(max_length=20, blank=True, default="")
    ended_written = models.DateField(null=True, blank=True)
    """The day on which that end was set or changed at the desk; None where it was taken over with a folder."""
    suppress = models.BooleanField(default=False)
    suppress_why = models.CharField(max_length=200, blank=True, default="")
    dates_agreed = models.DateField(null=True, blank=True)
    """The day the contract paragraph was given; until then dates are not noticed."""
    payment_agreed = models.DateField(null=True, blank=True)
    """The day it was talked about; until then payments are not noticed."""
    off = models.JSONField(default=list, blank=True)
    on = models.JSONField(default=list, blank=True)
    show_ratings = models.BooleanField(default=False)
    """Whether the client sees the therapist's own answers to forms beside theirs."""
    stale = models.BooleanField(default=True)
    """Whether something changed since it was last looked at."""

    objects = Within()

    class Meta:
        """By codename, as people look for one; no therapist has two of the same."""

        ordering = ("codename",)
        constraints = (
            models.UniqueConstraint(fields=("codename",), condition=Q(therapist=None), name="one_of_a_name"),
            models.UniqueConstraint(fields=("therapist", "codename"), name="one_of_a_name_each"),
        )

    def __str__(self) -> str:
        return self.codename

    def is_over(self, day: date) -> bool:
        """Say whether the work had ended before a day; its last day still belongs to it."""
        return self.ended is not None and self.ended < day

    @property
    def opens(self) -> date | None:
        """Return the day from which what they kept for after the end is read; None where no end is set."""
        if self.ended is None:
            return None
        return max(self.ended + DAY, (self.ended_written or self.ended) + AFTERWARDS)

    def has_opened(self, day: date) -> bool:
        """Say whether what they kept for after the end is read on a day."""
        return self.opens is not None and self.opens <= day

    @staticmethod
    def opened_by(day: date) -> Q:
        """Return what picks words of clients for whom `has_opened` holds on a day."""
        written = Q(client__ended__lt=day, client__ended_written__lte=day - AFTERWARDS)
        return written | Q(client__ended__lte=day - AFTERWARDS, client__ended_written=None)


class ClientKey(models.Model):
    """A client's key, wrapped; deleting this row makes every word about them unreadable."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, primary_key=True, related_name="key")
    wrapped = models.BinaryField()


class Label(models.Model):
    """A name or alias found in files, linked once, by hand, to a codename; the label itself is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64)
    """Keyed, so that a label can be found again without being readable."""
    client = models.ForeignKey(Client, on_delete=models.CASCADE, null=True, blank=True, related_name="labels")
    """None where it is nobody who is seen here: rows under it are left out."""
    therapist = of_therapist()
    sealed = models.BinaryField(null=True)

    objects = Within()

    class Meta:
        """No therapist has two links of the same label."""

        constraints = (
            models.UniqueConstraint(fields=("digest",), condition=Q(therapist=None), name="one_of_a_label"),
            models.UniqueConstraint(fields=("therapist", "digest"), name="one_of_a_label_each"),
        )
