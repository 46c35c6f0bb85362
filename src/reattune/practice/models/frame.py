"""The agreed contract in its versions, and breaks."""

import uuid

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.person import of_therapist
from reattune.practice.scope import Within


class Agreement(models.Model):
    """The contract from one day on; earlier versions stay."""

    is_frame = True
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="agreements")
    start = models.DateField()
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    every_weeks = models.PositiveSmallIntegerField(default=1)
    fee = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    notice_hours = models.FloatField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """Oldest first."""

        ordering = ("start", "made")


class Pause(models.Model):
    """A planned break; without a client it is the therapist's own and everybody's."""

    is_frame = True
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, null=True, blank=True, related_name="pauses")
    therapist = of_therapist()
    start = models.DateField()
    end = models.DateField()
    by = models.CharField(max_length=10)
    agreed = models.DateField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """In time order."""

        ordering = ("start", "end")
