"""Both sides of a talk as they are kept: nothing is overwritten unseen, and no act tells the other more than it may."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Voice
from reattune.practice import auditing, backing, models, scope
from reattune.practice.auditing import Action
from reattune.practice.voices import own, side_words
from reattune.practice.voices.side_words import Words
from reattune.practice.voices.sides import Act, Both, Standing, Wants, after, other_of

WHAT = "side"
EARLIER = "earlier"
"""In a client's own words: what they wrote before, where another text was shown without opening it."""
BESIDE = ("afterwards", "told", EARLIER)
"""What lies in a side's words beside what its form holds."""
ACTS = {Wants.KEEP: Act.KEEP, Wants.SHOW: Act.SHOW, Wants.TOGETHER: Act.TOGETHER}


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: one of the two; a client with their own key, where it is open."""

    voice: Voice
    key: own.Own | None = None

    @property
    def may_keep(self) -> bool:
        """Return whether what they write can be kept for them alone."""
        return self.voice is Voice.THERAPIST or self.key is not None


@dataclass(frozen=True, slots=True)
class Mine:
    """A side as its author sees it; a therapist is not told whether the client can read it yet."""

    words: Words
    version: str = ""
    wants: Wants = Wants.KEEP
    saved: bool = False
    passed: bool = False
    shown: bool = False
    until: date | None = None
    away: date | None = None
    earlier: tuple[Words, ...] = ()


NOTHING = Mine(side_words.blank())


def rows(talk: models.Talk) -> dict[Voice, models.Side]:
    """Return the rows of both sides, as far as there are any."""
    found = {Voice(row.by): row for row in models.Side.every.filter(talk=talk)}
    for row in found.values():
        row.talk = talk
    return found


def mine(row: models.Side | None, author: Author) -> Mine:
    """Return a side as its author may see it; a client whose key is shut sees what the therapist may see too.

    Args:
        row: The author's own side, if there is one.
        author: Who asks.
    """
    if row is None:
        return NOTHING
    if author.voice is Voice.THERAPIST:
        found = Mine(_form(row.words), _version(row), Wants(row.wants), saved=row.saved is not None)
        return replace(found, until=row.until, away=row.talk.closed)
    if author.key is None:
        return (
            NOTHING if row.shown is None else Mine(_form(row.words), _version(row), Wants.SHOW, saved=True, shown=True)
        )
    private = author.key.words(row) or {}
    words = private if row.shown is None else row.words
    return Mine(
        _form(words),
        _version(row),
        Wants(row.wants),
        saved=row.saved is not None,
        passed=row.passed is not None,
        shown=row.shown is not None,
        until=row.until,
        away=row.away,
        earlier=_earlier(private, words),
    )


def theirs(row: models.Side | None) -> Words | None:
    """Return what the other has shown; None where there is nothing to read.

    Args:
        row: The other's side, if there is one.
    """
    return None if row is None or row.shown is None else _form(row.words)


def save(talk: models.Talk, author: Author, words: Words, wants: Wants, version: str) -> Mine | None:
    """Keep a side, if nobody changed it since the version it is based on.

    Args:
        talk: Of which.
        author: Who writes.
        words: What it is to say.
        wants: What its author chose of showing it.
        version: The version that was shown when the writing began.

    Returns:
        None where it was kept; otherwise the side as it was saved meanwhile, and nothing was changed.

    Raises:
        ReattuneError: It is not to be shown at once, and there is no open key to keep it with.
    """
    if wants is not Wants.SHOW and not author.may_keep:
        raise ReattuneError(
            _("Only a space of your own keeps it for you alone: open that first, or let it be read. Nothing was kept.")
        )
    with transaction.atomic():
        row = row_of(talk, author.voice)
        known = mine(row, author)
        if _version(row) != version and known is not NOTHING and side_words.differing(words, known.words):
            return known
        _put(row, author, words, wants)
        row.saved, row.passed = datetime.now(UTC), None
        _keep(talk, row, ACTS[wants])
    return None


def decline(talk: models.Talk, author: Author) -> None:
    """Keep that an author would rather not write, for them alone; what they wrote before is no longer shown.

    Args:
        talk: Of which.
        author: Who says so.
    """
    with transaction.atomic():
        row = row_of(talk, author.voice)
        row.passed = datetime.now(UTC)
        _hide(row, author)
        _keep(talk, row, Act.DECLINE)


def take_back(talk: models.Talk, author: Author) -> None:
    """Take a side from the other's page, at once; its author keeps it where there is a key to keep it with.

    Args:
        talk: Of which.
        author: Whose side it is.
    """
    with transaction.atomic():
        row = row_of(talk, author.voice)
        if row.version:
            _hide(row, author)
            _keep(talk, row, Act.TAKE_BACK)


def let_go(talk: models.Talk, author: Author) -> None:
    """Let go of what a client wrote before for themselves alone.

    Args:
        talk: Of which.
        author: The client, with their key open.
    """
    with transaction.atomic():
        row = row_of(talk, author.voice)
        if row.version and author.key is not None:
            row.own = own.put(row.client, row.packed(mine(row, author).words), row.about)
            row.save()


def row_of(talk: models.Talk, voice: Voice) -> models.Side:
    """Return an author's row for changing it in this transaction; a new one was not written yet (version 0)."""
    # Each act may change what is shown of the other side, so the two sides are changed one after the other.
    backing.queue(f"talk {talk.pk}")
    found = models.Side.every.filter(talk=talk, by=voice.value).first()
    return found or models.Side(client_id=talk.client_id, talk=talk, by=voice.value, version=0)


def _version(row: models.Side) -> str:
    # A number would tell how often something was written that nobody else may know of.
    return hashlib.sha256(f"{row.pk}:{row.version}".encode()).hexdigest()[:16] if row.version else ""


def _form(words: Words) -> Words:
    return {**side_words.blank(), **{name: value for name, value in words.items() if name not in BESIDE}}


def _earlier(private: Words, words: Words) -> tuple[Words, ...]:
    before = tuple(private.get(EARLIER, ()))
    return (*before, _form(private)) if side_words.differing(private, words) and private else before


def _put(row: models.Side, author: Author, words: Words, wants: Wants) -> None:
    row.wants = wants.value
    if author.voice is Voice.THERAPIST:
        row.words = {**words, **{name: value for name, value in row.words.items() if name in BESIDE}}
        return
    _put_own(row, author, words)
    if wants is Wants.KEEP:
        row.sealed = None
    else:
        row.words = words


def _put_own(row: models.Side, author: Author, words: Words) -> None:
    """Seal words for the client alone; what lies there and cannot be read just now is left as it is."""
    if author.key is None and row.own is not None:
        return
    earlier = mine(row, author).earlier if author.key is not None else ()
    row.own = own.put(row.client, row.packed({**words, EARLIER: list(earlier)} if earlier else words), row.about)


def _hide(row: models.Side, author: Author) -> None:
    if author.voice is Voice.CLIENT and row.sealed is not None:
        _put_own(row, author, _form(row.words))
        row.sealed = None
    row.wants = Wants.KEEP.value


def _keep(talk: models.Talk, row: models.Side, act: Act) -> None:
    """Write a row, and what both now see; a line in the audit only for what the therapist may know."""
    voice = Voice(row.by)
    with scope.use(scope.EVERYONE):
        # What is shown now follows from both sides, of which a database keeps the other one out of the author's sight.
        found = rows(talk)
    before = Both(_standing(found.get(Voice.CLIENT)), _standing(found.get(Voice.THERAPIST)))
    now = after(before, voice, act)
    row.shown = _moment(row, now.of(voice))
    row.version += 1
    row.save()
    other = found.get(other_of(voice))
    if other is not None and (other.shown is not None) != now.of(other_of(voice)).shown:
        with scope.use(scope.EVERYONE):
            models.Side.every.filter(pk=other.pk).update(shown=_moment(other, now.of(other_of(voice))))
    _audit(talk, voice, before, now)


def _standing(row: models.Side | None) -> Standing:
    if row is None:
        return Standing()
    return Standing(row.saved is not None, row.passed is not None, Wants(row.wants), row.shown is not None)


def _moment(row: models.Side, standing: Standing) -> datetime | None:
    return (row.shown or datetime.now(UTC)) if standing.shown else None


def _audit(talk: models.Talk, voice: Voice, before: Both, now: Both) -> None:
    if voice is Voice.THERAPIST:
        auditing.record(Action.CHANGED, talk.client_id, WHAT, "therapy")
    # What a client does with a side that is not shown leaves no line; nor does what it lets them read.
    if now.client.shown and (voice is Voice.CLIENT or not before.client.shown):
        auditing.record(Action.CHANGED, talk.client_id, WHAT, "sharing", who=Voice.CLIENT.value)
    elif before.client.shown and not now.client.shown:
        auditing.record(Action.UNDID, talk.client_id, WHAT, "sharing", who=Voice.CLIENT.value)
