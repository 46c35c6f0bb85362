"""What holds for the whole practice, and work that goes on in the background."""

from django.db import models

from reattune.practice.models.person import of_therapist
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within


class Setting(models.Model):
    """One setting of the practice."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.JSONField()


class Job(Sealed):
    """Something long, done piece by piece so that a restart goes on where it stopped. Words: what it needs to know."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        STOPPED = "stopped"

    within = ""
    therapist = of_therapist()
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    said = models.CharField(max_length=300, blank=True, default="")
    leased_until = models.DateTimeField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True, blank=True)

    objects = Within()

    class Meta:
        """Oldest first."""

        ordering = ("made",)
