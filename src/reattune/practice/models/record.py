"""What came from outside: imports, the feeds they belong to, and every row as it was read."""

from django.db import models

from reattune.practice.models.client import Client
from reattune.practice.models.person import of_therapist
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within


class Feed(Sealed):
    """One source read again and again: a calendar's exports, a watched folder, an address. Words: name, where."""

    class Kind(models.TextChoices):
        """Where it comes from."""

        FILES = "files"
        FOLDER = "folder"
        ADDRESS = "address"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.FILES)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, null=True, blank=True)
    digest = models.CharField(max_length=64, db_index=True, default="")
    checked = models.DateTimeField(null=True, blank=True)
    therapist = of_therapist()

    objects = Within()


class Import(Sealed):
    """One file taken in, or about to be.

    Words (the practice's key): name, understood, set aside, remarks, and rows whose label is linked to nobody yet.
    """

    class State(models.TextChoices):
        """Where it stands."""

        PREVIEWED = "previewed"
        KEPT = "kept"
        UNDONE = "undone"

    owner = None
    within = ""
    therapist = of_therapist()
    made = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREVIEWED)
    kind = models.CharField(max_length=20)
    digest = models.CharField(max_length=64, db_index=True, default="")
    feed = models.ForeignKey(Feed, on_delete=models.SET_NULL, null=True, blank=True, related_name="imports")
    client = models.ForeignKey(Client, on_delete=models.SET_NULL, null=True, blank=True)
    """Whose file it is, where all of it is about one client."""
    day = models.DateField(null=True, blank=True)
    """The day of a dated snapshot."""
    first_day = models.DateField(null=True, blank=True)
    """The first day that a snapshot lists anything for."""
    body = models.BinaryField(null=True)
    """The file itself, sealed, while it waits to be kept; gone afterwards."""

    objects = Within()

    class Meta:
        """Newest first."""

        ordering = ("-made",)


class Record(Sealed):
    """One row about one client, as it was read: the library's own record, sealed with the client's key."""

    class Kind(models.TextChoices):
        """Which record of the library it holds."""

        LISTED = "listed"
        LEAVE = "leave"
        SESSION = "session"
        PAYMENT = "payment"
        RATING = "rating"
        CHECK_IN = "check_in"
        BREAK = "break"
        EPISODE = "episode"

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="records")
    source = models.ForeignKey(Import, on_delete=models.CASCADE, null=True, blank=True, related_name="records")
    """The import it came with; None for what was entered at the desk."""
    kind = models.CharField(max_length=10, choices=Kind.choices)
    day = models.DateField(null=True)
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()

    class Meta:
        """Found by client and kind."""

        indexes = (models.Index(fields=("client", "kind", "day")),)


class Preset(Sealed):
    """How a table with unknown columns is read, saved under a name. Words: columns, status, day_first."""

    within = ""
    therapist = of_therapist()
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    headers = models.CharField(max_length=64, db_index=True)
    """A digest of the headers, so that the same export is known the next time."""

    objects = Within()
