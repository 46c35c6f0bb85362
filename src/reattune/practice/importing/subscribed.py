"""Calendar addresses a person entered: fetched when they press the button, each time as a dated export."""

from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import keys, models
from reattune.practice.auditing import Action, record
from reattune.practice.importing import address, taking, working
from reattune.practice.importing.folder import is_known

LONGEST = 2000


def subscribe(given: str, client: models.Client | None = None) -> models.Feed:
    """Keep an address, sealed; nothing is fetched yet.

    Args:
        given: The address.
        client: Whose calendar it is, where it is about one client.

    Raises:
        ReattuneError: It is no address that can be fetched, or too long.
    """
    if len(given) > LONGEST:
        raise ReattuneError(_("This address is longer than any calendar's; copy it again."))
    where = address.checked(given)
    digest = keys.vault().digest("address", where)
    feed = models.Feed.objects.filter(kind=models.Feed.Kind.ADDRESS, digest=digest).first()
    if feed is None:
        feed = models.Feed(kind=models.Feed.Kind.ADDRESS, digest=digest, client=client)
        feed.words = {"where": where, "name": name_of(where), "host": urlsplit(where).hostname}
        with transaction.atomic():
            feed.save()
            record(Action.SETTINGS, what="calendar address", purpose="keeping")
    return feed


def forget(feed: models.Feed) -> None:
    """Forget an address; what was taken in stays, as a calendar whose exports are dropped by hand."""
    with transaction.atomic():
        record(Action.SETTINGS, what="calendar address forgotten", purpose="keeping")
        if not feed.imports.exists():
            feed.delete()
            return
        feed.kind, feed.digest = models.Feed.Kind.FILES, ""
        feed.words = {name: found for name, found in feed.words.items() if name not in {"where", "host"}}
        feed.save()


def fetch_now(feed: models.Feed) -> models.Import:
    """Fetch an address once and take in what it sends; kept at once where every label in it is known.

    Raises:
        ReattuneError: It could not be fetched or read; the text says why, and nothing is changed.
    """
    words = feed.words
    content = address.fetch(words["where"])
    imported = taking.receive(f"{words['name']}.ics", content, feed.client, feed)
    feed.checked = datetime.now(UTC)
    feed.save(update_fields=["checked"])
    if imported.state == models.Import.State.PREVIEWED and working.read_soon(imported) and is_known(imported):
        working.keep_soon(imported)
        imported.refresh_from_db()
    return imported


def name_of(where: str) -> str:
    """Return a name for an address that does not give its secret part away."""
    parts = urlsplit(where)
    last = PurePosixPath(parts.path).stem
    return last if last.isalpha() and len(last) <= 20 else str(parts.hostname)  # noqa: PLR2004 - longer is a secret
