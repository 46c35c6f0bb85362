"""Taking back: a preview let go, or a whole import undone."""

from uuid import UUID

from django.db import transaction

from reattune.practice import auditing, clients, models

KEPT = ("name", "file", "found", "first", "last")
"""What is still known of an import that was undone."""


def discard(imported: models.Import) -> None:
    """Let a preview go; the links that were made for it go too, and nothing of the file stays."""
    if imported.state == models.Import.State.PREVIEWED:
        with transaction.atomic():
            _unlink(imported)
            imported.delete()


def undo(imported: models.Import) -> None:
    """Undo a whole import: its rows and the links it made go; that it was, and when, stays.

    Args:
        imported: The import; where it is only a preview, it is let go.
    """
    imported.refresh_from_db()
    if imported.state != models.Import.State.KEPT:
        discard(imported)  # of what was undone before, nothing is left to take back
        return
    with transaction.atomic():
        words = imported.words
        about = set(imported.records.values_list("client_id", flat=True))
        imported.records.all().delete()
        _unlink(imported)
        # Where a person has said in their own words since why nothing is to be shown, that stays.
        silenced = models.Client.objects.filter(pk__in=[UUID(one) for one in words.get("silenced", ())])
        silenced.filter(suppress_why=words.get("silenced_why", "")).update(suppress=False, suppress_why="")
        feed, imported.feed = imported.feed, None
        imported.state, imported.body = models.Import.State.UNDONE, None
        imported.words = {name: words.get(name) for name in KEPT}
        imported.save()
        _undo_the_same(imported)
        if feed is not None and feed.kind == models.Feed.Kind.FILES and not feed.imports.exists():
            feed.delete()
        auditing.record(auditing.Action.UNDID, what="import", purpose="keeping")
        for client in models.Client.objects.filter(pk__in=about):
            auditing.record(auditing.Action.UNDID, client.pk, "import", "keeping")
            clients.changed(client)


def _undo_the_same(imported: models.Import) -> None:
    """Undo the later exports for which this one spoke because nothing had changed; they can be taken in again."""
    for one in models.Import.objects.filter(state=models.Import.State.KEPT, feed=None):
        words = one.words
        if words.get("same_as") == str(imported.pk):
            _unlink(one)
            one.state = models.Import.State.UNDONE
            one.words = {name: words.get(name) for name in KEPT}
            one.save()


def _unlink(imported: models.Import) -> None:
    models.Label.objects.filter(pk__in=[UUID(one) for one in imported.words.get("links") or ()]).delete()
