"""What something said changes by itself while it is shared, and that this ends the moment it is not.

A correction takes the weight from one row, "as always, for me" is a verdict of the client's own: both can only lower
what comes up. Nothing of either outlasts the words that it rests on.
"""

from datetime import date
from typing import Any

from reattune.practice import models, scope
from reattune.practice.voices.kinds import Kind

CLIENT = "client"
ORDINARY = "ordinary"
OF_ROW = ("file", "row", "what", "about")


def begin(row: models.Said) -> None:
    """Take something into account, once however often it is shared.

    Args:
        row: What was said and may be read now.
    """
    if row.kind == Kind.CORRECTION.value:
        _leave_out(row, row.words)
    elif row.kind == Kind.ORDINARY.value:
        _call_ordinary(row, row.words)


def end(row: models.Said) -> None:
    """Undo what something said changed, and what was shown of it elsewhere.

    Args:
        row: What its author no longer shares.
    """
    models.LeftOut.objects.filter(said=row).delete()
    models.Verdict.objects.filter(said=row).delete()
    # A likeness that its author sees in a moment outside says nothing without it, and goes out of sight with it,
    # whoever does this: a database would not let somebody hide a row from themselves.
    with scope.use(scope.EVERYONE):
        for likeness in models.Likeness.every.filter(outside=row, by=CLIENT, shown__isnull=False):
            if likeness.own is None:
                likeness.delete()
            else:
                likeness.sealed, likeness.shown = None, None
                likeness.save(update_fields=["sealed", "shown"])


def _leave_out(row: models.Said, words: dict[str, Any]) -> None:
    if not words.get("file") or models.LeftOut.objects.filter(said=row).exists():
        return
    left = models.LeftOut(client=row.client, weight=0.0, on=row.day, said=row)
    left.words = {name: words.get(name, "") for name in OF_ROW} | {"why": words.get("text", "")}
    left.save(force_insert=True)


def _call_ordinary(row: models.Said, words: dict[str, Any]) -> None:
    if not words.get("noticing") or models.Verdict.objects.filter(said=row).exists():
        return
    noticing = date.fromisoformat(words["noticing"])
    models.Verdict.objects.create(
        client=row.client, noticing=noticing, verdict=ORDINARY, on=row.day, by=CLIENT, said=row
    )
