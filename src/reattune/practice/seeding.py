"""A practice's folder taken over into an open, empty store: every row kept as it was read."""

from datetime import date
from pathlib import Path

from django.db import transaction
from django.db.models import Min

from reattune.model import Frame
from reattune.practice import clients, models
from reattune.practice.auditing import Action, record
from reattune.practice.heard.taking_over import take_over
from reattune.practice.importing.storing import keep as keep_import
from reattune.practice.importing.taking import take, understand_as
from reattune.practice.keeping import keep
from reattune.practice.recorded import taking_over as recordings
from reattune.reading.frames import RelationshipSettings, read_frame
from reattune.reading.gathered import Place
from reattune.reading.layout import INSTRUMENTS_FOLDER, Contents, FileKind, Found, look_into, recordings_of
from reattune.reading.marks import read_marks
from reattune.reading.rows import settings_for
from reattune.reading.settings import read_settings


def seed(folder: Path) -> int:
    """Take over every relationship that lies in a folder of its own, each in one transaction.

    Dates and payments count as agreed on from the first day, but where the folder leaves them out.

    Args:
        folder: The practice's folder, with practice.toml.

    Returns:
        How many relationships there are.

    Raises:
        ReattuneError: The folder cannot be understood, or a codename in it is taken.
    """
    settings = read_settings(folder)
    place = Place(root=folder, zone=settings.zone, mappings=settings.mappings, currency=settings.currency)
    keep(
        time_zone=settings.zone.key,
        currency=settings.currency or "",
        holidays=settings.holidays,
        budget=settings.budget_per_month,
        threshold=settings.threshold.value,
    )
    inside = (look_into(each, place) for each in look_into(folder, place).folders if each.name != INSTRUMENTS_FOLDER)
    found = [each for each in inside if each.files]
    for each in found:
        with transaction.atomic():
            _take_over(each, place)
    return len(found)


def _take_over(contents: Contents, place: Place) -> None:
    frame, settings = _frame(contents, place)
    client = clients.add(contents.folder.name)
    # Of two rows that say the same the one of the latest import is kept; in a folder it is the one of the first file.
    for file in reversed(contents.files):
        if file.kind not in {FileKind.FRAME, FileKind.MARKS}:
            _file(client, file, place)
    _agree(client, frame, settings, client.records.aggregate(first=Min("day"))["first"])
    for file in contents.of(FileKind.MARKS):
        _marks(client, file, place)
    sessions = recordings_of(contents)
    if sessions is not None:
        take_over(client, sessions, place)
        recordings.take_over(client, sessions, place)
    record(Action.IMPORTED, client.pk, "folder", "therapy")


def _frame(contents: Contents, place: Place) -> tuple[Frame, RelationshipSettings]:
    for file in contents.of(FileKind.FRAME):
        frame, settings, _aside = read_frame(file.path, place)
        return frame, settings
    return Frame(), RelationshipSettings()


def _agree(client: models.Client, frame: Frame, settings: RelationshipSettings, first: date | None) -> None:
    """Keep the contract, and what was settled."""
    for one in frame.versions:
        models.Agreement.objects.create(
            client=client,
            start=one.start,
            weekday=one.weekday,
            starts_at=one.starts_at,
            minutes=one.minutes,
            every_weeks=one.every_weeks,
            fee=one.fee,
            notice_hours=one.notice_hours,
        )
    for stretch in frame.breaks:
        models.Pause.objects.create(
            client=client, start=stretch.start, end=stretch.end, by=stretch.by.value, agreed=stretch.agreed
        )
    client.started, client.ended = settings.started, settings.ended
    client.ended_how, client.ended_by = settings.ended_how or "", settings.ended_by or ""
    client.suppress, client.suppress_why = settings.suppress, settings.suppress_why
    client.off, client.on = sorted(settings.off), sorted(settings.on)
    client.dates_agreed = client.payment_agreed = settings.started or first
    client.save()


def _file(client: models.Client, file: Found, place: Place) -> None:
    """Take one file in as a person would: looked at, its columns named where the folder says so, and kept."""
    content = file.path.read_bytes()
    if not content:
        return  # an empty file says nothing, as when a folder is read
    taken = take(file.path.name, content, client)
    mapping = settings_for(place.name(file.path), place)
    if mapping is not None:
        kind = mapping.kind if mapping.columns else ""
        understand_as(
            taken, kind, {"columns": mapping.columns, "status": mapping.status, "day_first": mapping.day_first}
        )
    keep_import(taken)


def _marks(client: models.Client, file: Found, place: Place) -> None:
    read = read_marks(file.path, place)
    for mark in read.marks:
        models.Verdict.objects.create(
            client=client, noticing=mark.noticing, verdict=mark.verdict.value, on=mark.on, until=mark.until
        )
    for source, weight in read.left_out.items():
        row = models.LeftOut(client=client, weight=weight, on=client.started or date.min)
        row.words = {"file": source.file, "row": source.row, "what": "", "why": ""}
        row.save()
