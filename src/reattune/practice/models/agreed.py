"""What a client agreed to, purpose by purpose, and what was brought to supervision."""

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.episode import Episode
from reattune.practice.models.person import Person
from reattune.practice.models.sealed import Sealed
from reattune.practice.models.voice import Said, Talk, ToWhatIsHeard
from reattune.practice.scope import Within


class Consent(Sealed):
    """One purpose given or withdrawn on a day; rows are only added, a purpose's last one holds. Words: note."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=14)
    given = models.BooleanField()
    by = models.CharField(max_length=10)
    """Who wrote it down: client or therapist."""
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """In the order of writing."""

        ordering = ("made", "id")


class Consultation(Sealed):
    """One episode brought to supervision: what left, exactly as it left. Words: question, sheet."""

    brought = "supervisor"
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="consultations")
    episode = models.ForeignKey(Episode, on_delete=models.SET_NULL, null=True, blank=True, related_name="consultations")
    talk = models.ForeignKey(Talk, on_delete=models.SET_NULL, null=True, blank=True, related_name="consultations")
    supervisor = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True)
    """Who may read it inside a shared practice; None where it went on paper."""
    day = models.DateField()
    expires = models.DateTimeField(null=True, blank=True)
    ended = models.DateTimeField(null=True, blank=True)
    """When it was taken back."""
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")


class Remark(Sealed):
    """What came of a consultation, beside the record and never in it. Words: text."""

    brought = "consultation__supervisor"
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="remarks")
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=10)
    """said (by the supervisor), taken (back into the work), came (of it)."""
    by = models.CharField(max_length=10)
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """Oldest first."""

        ordering = ("made",)


class Use(models.Model):
    """What a therapist did with something a client said: applied now, later, or not; seen by the therapist alone."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="uses")
    said = models.ForeignKey(Said, on_delete=models.CASCADE, null=True, blank=True, related_name="uses")
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, null=True, blank=True, related_name="uses")
    use = models.CharField(max_length=14)
    """applied_now, applied_later or not_applied."""
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True, blank=True)

    objects = ToWhatIsHeard()

    class Meta:
        """In time order."""

        ordering = ("day", "made")
