"""What the client says, in their own words; the rows that a therapist may see are those their author shared."""

import json
import uuid
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Exists, OuterRef, Q

from reattune.model import Share
from reattune.practice import clock
from reattune.practice.models.client import Client
from reattune.practice.models.episode import Episode
from reattune.practice.models.sealed import Sealed
from reattune.practice.scope import Within

UTC = ZoneInfo("UTC")
SHARED = (Share.NOW.value, Share.RAISE_FOR_ME.value)


def heard(today: date | None = None) -> Q:
    """Return what picks the words that a therapist may read: shared, or kept for after an end that has come.

    An end that was only tried, or set down in the past, opens nothing by itself: its client has two weeks from the day
    it was written down, is told so from that day on, and can take back what they kept.

    Args:
        today: The day of asking, None for the day it is in UTC.
    """
    return Q(share__in=SHARED) | waited(today)


def waited(today: date | None = None) -> Q:
    """Return what picks the words that were kept for after an end, where it has come and been set down long enough.

    Args:
        today: The day of asking, None for the day it is in UTC.
    """
    return Q(share=Share.AFTER_ENDING.value) & Client.opened_by(today or clock.today(UTC))


class Heard(Within):
    """What a therapist may read."""

    def get_queryset(self) -> Any:
        """Return it."""
        return super().get_queryset().filter(heard())


class OwnKey(models.Model):
    """A client's own key: what is sealed for it opens only with the client's own words, or with their own code."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, primary_key=True, related_name="own_key")
    public = models.BinaryField()
    by_words = models.BinaryField()
    by_code = models.BinaryField()
    salt = models.BinaryField()
    code_salt = models.BinaryField()
    cost = models.JSONField(default=dict)
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()


class OwnWords(Sealed):
    """A row whose reader the client decides: `own` opens only with their own key, `sealed` with the practice's.

    A word that is only theirs has no `sealed`; one that waits for a moment they chose has both.
    """

    own = models.BinaryField(null=True, editable=False)

    class Meta:
        """No table of its own."""

        abstract = True

    @property
    def about(self) -> str:
        """Return what its words are bound to."""
        return self._about()

    @staticmethod
    def packed(words: dict[str, Any]) -> bytes:
        """Return words as they are sealed."""
        return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


class Said(OwnWords):
    """Something a client said. Words: text, and what its kind has besides (`practice/voices/kinds.py`)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="said")
    kind = models.CharField(max_length=14)
    share = models.CharField(max_length=14)
    """A `Share`: only_me, now, raise_for_me or after_ending."""
    sitting = models.UUIDField(null=True, blank=True, db_index=True)
    """What belongs together, such as the answers of one check-in."""
    talk = models.ForeignKey("Talk", on_delete=models.CASCADE, null=True, blank=True, related_name="said")
    about_said = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later")
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)
    shared_on = models.DateField(null=True, blank=True)
    taken_up = models.DateField(null=True, blank=True)
    """The day on which the therapist said that it was spoken about."""

    objects = Heard()
    every = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")
        indexes = (models.Index(fields=("client", "share", "day")),)


class ToWhatIsHeard(Within):
    """A therapist's rows about something said, while it may be read.

    Taken back, it is kept where its author has a key of their own and deleted where not; either way what hangs on it
    is out of sight, so that nothing tells which.
    """

    def get_queryset(self) -> Any:
        """Return them."""
        return super().get_queryset().filter(Q(said=None) | Q(said__in=Said.objects.all()))


class Reply(Sealed):
    """What a therapist answered to something a client said, or asked for. Words: text."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="replies")
    said = models.ForeignKey(Said, on_delete=models.CASCADE, related_name="replies")
    day = models.DateField()
    made = models.DateTimeField(auto_now_add=True)

    objects = ToWhatIsHeard()
    every = Within()

    class Meta:
        """Oldest first."""

        ordering = ("made",)


class TalksOfTherapist(Within):
    """Those that the client has shown, and those that the therapist began or wrote in."""

    def get_queryset(self) -> Any:
        """Return them."""
        # A talk that the client took back takes the therapist's own words from nobody.
        wrote = Exists(Side.objects.filter(talk=OuterRef("pk"), by="therapist", saved__isnull=False))
        return super().get_queryset().filter(Q(by="therapist") | Q(shown__isnull=False) | wrote)


class Talk(OwnWords):
    """Something to talk about, with a side for each of the two. Words: title, and what it began with (`said`).

    One that a client began and has not shown is sealed for them alone, as their side is.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="talks")
    by = models.CharField(max_length=10)
    """Who began it: client or therapist."""
    day = models.DateField()
    """The day it is about."""
    shown = models.DateField(null=True, blank=True)
    """The day on which whoever began it let the other see that it is there."""
    episode = models.ForeignKey(Episode, on_delete=models.SET_NULL, null=True, blank=True, related_name="talks")
    """The therapist's own record of it; the client never sees that one."""
    noticing = models.DateField(null=True, blank=True)
    closed = models.DateField(null=True, blank=True)
    """The day the therapist put it away for themselves; the client's own day stands in their side."""
    made = models.DateTimeField(auto_now_add=True)

    objects = TalksOfTherapist()
    every = Within()

    class Meta:
        """Newest first."""

        ordering = ("-day", "-made")


class SidesOfTherapist(Within):
    """The therapist's own, and what the client has shown."""

    def get_queryset(self) -> Any:
        """Return them."""
        return super().get_queryset().filter(Q(by="therapist") | Q(shown__isnull=False))


class Side(OwnWords):
    """One side of a talk, in the words of one of the two (`practice/voices/sides.py` names the fields)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="sides")
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="sides")
    by = models.CharField(max_length=10)
    saved = models.DateTimeField(null=True, blank=True)
    passed = models.DateTimeField(null=True, blank=True)
    """When its author said that they would rather not write; only they know, unless they say so."""
    wants = models.CharField(max_length=10, blank=True, default="")
    """What its author has chosen: "" to keep it, "show", or "together"; the other never sees this."""
    shown = models.DateTimeField(null=True, blank=True)
    """When the other could first read it."""
    until = models.DateField(null=True, blank=True)
    """The day on which its author wants to come back to it; it rests for them until then."""
    away = models.DateField(null=True, blank=True)
    """The day the client put it away for themselves."""
    version = models.PositiveIntegerField(default=1)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    objects = SidesOfTherapist()
    every = Within()

    class Meta:
        """One for each of the two."""

        constraints = (models.UniqueConstraint(fields=("talk", "by"), name="one_side_each"),)


class LikenessesOfTherapist(Within):
    """The therapist's own, and what the client has shown."""

    def get_queryset(self) -> Any:
        """Return them."""
        return super().get_queryset().filter(Q(by="therapist") | Q(shown__isnull=False))


class Likeness(OwnWords):
    """That one of the two sees something alike in two moments. Words: wish, response, exception, text."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="likenesses")
    by = models.CharField(max_length=10)
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Talk, on_delete=models.CASCADE, null=True, blank=True, related_name="likened")
    outside = models.ForeignKey(Said, on_delete=models.CASCADE, null=True, blank=True, related_name="likenesses")
    """A moment outside the room, where it is one."""
    day = models.DateField()
    shown = models.DateField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)

    objects = LikenessesOfTherapist()
    every = Within()

    class Meta:
        """Oldest first."""

        ordering = ("day", "made")


class Invitation(models.Model):
    """A link that opens one check-in, once. Whether it was used is never shown: that would tell who answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    when = models.CharField(max_length=10, default="after")
    """before or after a session."""
    made = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, blank=True)

    objects = Within()


class Letter(models.Model):
    """A file that a client sent back, taken in once; what it held is in `Said`."""

    digest = models.CharField(max_length=64, primary_key=True)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="letters")
    made = models.DateTimeField(auto_now_add=True)

    objects = Within()
