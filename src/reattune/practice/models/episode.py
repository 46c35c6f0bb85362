"""Moments caught in ten seconds, and episodes that are held open and thought about."""

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within


class Moment(Sealed):
    """A felt sense, with or without words. Words: words."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="moments")
    felt = models.CharField(max_length=10)
    """met, off or unsure."""
    by = models.CharField(max_length=10, default="therapist")
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)
    kept = models.BooleanField(default=False)
    """Whether its words were chosen to be kept in view."""
    episode = models.ForeignKey("Episode", on_delete=models.SET_NULL, null=True, blank=True, related_name="moments")

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")


class Episode(Sealed):
    """The therapist's side of a repair record (`reattune.repair.episode.Record`), all of it sealed but the dates."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="episodes")
    day = models.DateField()
    hold_until = models.DateField(null=True, blank=True)
    not_yet_until = models.DateField(null=True, blank=True)
    closed = models.DateField(null=True, blank=True)
    """The day it was put away; an open line is as finished as a mended one."""
    version = models.PositiveIntegerField(default=1)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")


class Aside(Sealed):
    """The other text, where two windows saved the same episode: kept until a person has chosen. Words: the record."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE)
    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="asides")
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()


class Attached(Sealed):
    """Something an episode is about: a row, a session, a noticing. Words: what it says."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE)
    episode = models.ForeignKey(Episode, on_delete=models.CASCADE, related_name="attached")
    kind = models.CharField(max_length=10)
    """noticing, session or row; moment for one of a transcript."""
    day = models.DateField()

    objects = Within()
