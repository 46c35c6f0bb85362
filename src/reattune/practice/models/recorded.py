"""A recording that was brought, what was found in it, and what the therapist made of its moments."""

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.heard import Heard
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within


class Recording(Sealed):
    """One recording; its bytes lie sealed in a file of its own beside the store, until the day they are deleted.

    Words: name, key (of the sealed file), who (how it is known who spoke), regions (of the picture), track (what the
    container says), remarks.
    """

    class State(models.TextChoices):
        """Still arriving, here, or deleted: then only what was found in it is left."""

        ARRIVING = "arriving"
        HERE = "here"
        DELETED = "deleted"

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="recordings")
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ARRIVING)
    size = models.BigIntegerField()
    """Bytes of the whole file, as the browser said before it was sent."""
    arrived = models.BigIntegerField(default=0)
    """Bytes of it that are sealed and safe."""
    touched = models.DateTimeField(auto_now=True)
    delete_on = models.DateField()
    """The day on which the file is deleted, whatever was or was not done with it."""
    heard = models.ForeignKey(Heard, on_delete=models.SET_NULL, null=True, blank=True, related_name="recordings")
    """The transcript of the same session that it is played beside."""

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")


class Found(Sealed):
    """What was found in a recording. Words: sound, movement, peaks, figures, moments (`practice/recorded`)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="found")
    recording = models.OneToOneField(Recording, on_delete=models.CASCADE, related_name="found")
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-made",)


class Picked(Sealed):
    """What the therapist made of one moment of a recording; undone, it stays in sight as undone. Words: note."""

    class Said(models.TextChoices):
        """Worth it, ordinary, or left as it is."""

        WORTH = "worth"
        ORDINARY = "ordinary"
        LEFT = "left"

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="picked")
    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="picked")
    moment = models.CharField(max_length=64)
    answer = models.CharField(max_length=10, choices=Said.choices)
    made = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True, blank=True)

    objects = Within()

    class Meta:
        """In time order."""

        ordering = ("made",)
