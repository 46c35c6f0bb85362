"""Who did or saw what, when and for what: rows that can only be added."""

from django.db import models


class AuditEvent(models.Model):
    """One line of the audit, chained to the one before by its digest; triggers refuse every change and deletion."""

    seq = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    who = models.CharField(max_length=60)
    action = models.CharField(max_length=30)
    client = models.UUIDField(null=True, db_index=True)
    """No link: a line outlives the client it is about, and names nobody."""
    what = models.CharField(max_length=200, default="")
    purpose = models.CharField(max_length=60, default="")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order of writing."""

        ordering = ("seq",)
