"""What was said in a session, as a transcript that was brought, and what the therapist made of its moments."""

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within


class Heard(Sealed):
    """One transcript. Words: name, format, tool, labels, roles, corrections, script (its cues) and figures.

    Without words (`wordless`) neither script nor file is kept: only lengths, shares and times.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="heard")
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)
    digest = models.CharField(max_length=64, db_index=True)
    """Of the file as it came, keyed, so that the same is known again without saying anything of it."""
    wordless = models.BooleanField(default=False)
    confirmed = models.DateTimeField(null=True, blank=True)
    """When a person said who is who; until then nothing of it is read."""
    body = models.BinaryField(null=True)
    """The file as it came, sealed with the client's key."""

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")


class Answer(Sealed):
    """What the therapist made of one moment of a transcript; undone, it stays in sight as undone. Words: rules."""

    class Said(models.TextChoices):
        """Yes, that; no, ordinary; not sure."""

        YES = "yes"
        NO = "no"
        UNSURE = "unsure"

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="answers")
    heard = models.ForeignKey(Heard, on_delete=models.CASCADE, related_name="answers")
    moment = models.CharField(max_length=64)
    answer = models.CharField(max_length=10, choices=Said.choices)
    made = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True, blank=True)

    objects = Within()

    class Meta:
        """In time order."""

        ordering = ("made",)


class SecondReading(Sealed):
    """What a program that the practice set up made of a transcript's moments. Words: model, what it said, dropped."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="second_readings")
    heard = models.ForeignKey(Heard, on_delete=models.CASCADE, related_name="second_readings")
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-made",)
