"""Bringing one episode or talk to supervision: what may go along, what was chosen of it, and the act itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from reattune import language
from reattune.practice import auditing, models
from reattune.practice.importing.linking import label_of
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship
from reattune.practice.memory import memory
from reattune.practice.supervision.anonymising import Known, anonymised
from reattune.practice.supervision.gathering import Found, Subject, found
from reattune.practice.supervision.ordinals import ordinals
from reattune.practice.supervision.sheet import Item, Part, Sheet

WHAT, PURPOSE = "consultation", "supervision"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Names on sheets; I and O read as other signs."""
ADDED = "added:"
"""What the therapist writes here and nowhere else, one for each part but the client's own."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that may go along: as it would leave, and as it was kept."""

    item: Item
    kept: str


def letter(client: models.Client) -> str:
    """Return what a client is called on sheets: as the last time, or by the first letter that nobody has yet."""
    names: dict[str, str] = {}
    for one in models.Consultation.objects.select_related(None).order_by("day", "made"):
        names[str(one.client_id)] = str(one.words["sheet"]["name"])
    own = names.get(str(client.pk))
    taken = set(names.values())
    return own or next((one for one in LETTERS if one not in taken), LETTERS[0])


def known(client: models.Client, name: str) -> Known:
    """Return what is known here about a client that must not leave.

    Args:
        client: Who is brought.
        name: What they are called on the sheet.
    """
    labels = [(one.client_id, label_of(one)) for one in models.Label.objects.all()]
    own = (client.codename, *(label for whose, label in labels if whose == client.pk and label))
    codenames = models.Client.objects.exclude(pk=client.pk).values_list("codename", flat=True)
    others = (*codenames, *(label for whose, label in labels if whose != client.pk and label))
    read = None if client.stale else memory().relationships.get(client.pk)
    whole = read or relationship(client, kept().zone)[0]
    return Known(name, own, others, ordinals(whole.sessions))


def offered(subject: Subject, here: Known) -> tuple[Offered, ...]:
    """Return all that may go along, in the order of a sheet, as it would leave.

    Args:
        subject: What is brought.
        here: What must not leave.

    Returns:
        The client's own words are among it only where they agreed to supervision and shared them.
    """
    every = sorted(found(subject), key=lambda one: (list(Part).index(one.part), one.day or date.min))
    first: date | None = None
    made = []
    for one in every:
        when = ""
        if one.day is not None and here.ordinals.days and one.part in {Part.EVIDENCE, Part.CLIENT}:
            # The first thing says which session it was; the others are told from there.
            when = here.ordinals.of(one.day) if first is None else here.ordinals.since(one.day, first)
            first = first or one.day
        made.append(_offered(one, here, when))
    return tuple(made)


def _offered(one: Found, here: Known, when: str) -> Offered:
    text = anonymised(one.text, here)
    changed = one.part is Part.CLIENT and text != one.text
    return Offered(Item(one.ref, one.part, text, one.label, when, one.quote, changed), one.text)


def usual(every: tuple[Offered, ...]) -> frozenset[str]:
    """Return what is ticked beforehand: all but the client's own words, which are chosen one by one."""
    return frozenset(one.item.ref for one in every if one.item.part is not Part.CLIENT)


def chosen(every: tuple[Offered, ...], take: frozenset[str], texts: Mapping[str, str]) -> tuple[Item, ...]:
    """Return what goes along.

    Args:
        every: What was offered.
        take: The refs of what is to go along.
        texts: Words as they were changed, by ref; `added:` and a part for what was added there.

    Returns:
        In the order of a sheet; what has no words is left out.
    """
    items = [_worded(one, texts) for one in every if one.item.ref in take]
    for part in Part:
        words = texts.get(f"{ADDED}{part.value}", "")
        if part is not Part.CLIENT and words:
            items.append(Item(f"{ADDED}{part.value}", part, words))
    return tuple(one for one in sorted(items, key=lambda one: list(Part).index(one.part)) if one.text)


def _worded(one: Offered, texts: Mapping[str, str]) -> Item:
    text = texts.get(one.item.ref, one.item.text)
    return replace(one.item, text=text, changed=one.item.part is Part.CLIENT and text != one.kept)


def sheet(name: str, question: str, readers: str, items: tuple[Item, ...]) -> Sheet:
    """Return a sheet in the language in use here."""
    return Sheet(name, question, readers, language.current().partition("_")[0], items)


def bring(
    subject: Subject,
    what: Sheet,
    day: date,
    *,
    supervisor: models.Person | None = None,
    expires: datetime | None = None,
) -> models.Consultation:
    """Bring a sheet to supervision: it is kept as it leaves, and the client can see in the audit that it did.

    Args:
        subject: What it is about.
        what: All that leaves.
        day: The day of it.
        supervisor: Who may read it inside a shared practice; None where it goes on paper.
        expires: Until when they may.

    Returns:
        The row.
    """
    row = models.Consultation(
        client=subject.client,
        episode=subject.episode,
        talk=subject.talk,
        supervisor=supervisor,
        day=day,
        expires=expires,
    )
    row.words = {"question": what.question, "sheet": what.as_dict()}
    with transaction.atomic():
        row.save(force_insert=True)
        auditing.record(auditing.Action.EXPORTED, subject.client.pk, WHAT, PURPOSE)
    return row
