"""A folder taken over: what the store then knows is what reading the folder gives."""

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from reattune.errors import ReattuneError
from reattune.model import Source
from reattune.practice import auditing, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.practices import practice
from reattune.practice.seeding import seed
from reattune.reading import read_folder
from reattune.speech.figures import figures
from reattune.speech.reading import read

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "practice"
AS_OF = date(2026, 6, 30)
AHEAD = AS_OF + timedelta(days=60)
"""A folder's calendars are followed so far; the desk's for longer, until the next export comes."""
NOWHERE = Source("", "")
SPOKEN = {"transcripts", "speech"}
"""A folder has the words themselves; the store hands on their figures."""


def bare(record):
    """A record without where it came from, which a store and a folder name differently."""
    changes = {"source": NOWHERE} if hasattr(record, "source") else {}
    if hasattr(record, "note") and hasattr(record, "agreed"):
        changes["note"] = None
    return replace(record, **changes)


def shown(one, name):
    value = getattr(one, name)
    if name == "frame":
        return replace(value, versions=tuple(map(bare, value.versions)), breaks=in_order(value.breaks))
    if name == "sessions":
        value = tuple(each for each in value if each.slot.date() <= AHEAD)
    return in_order(value) if isinstance(value, tuple) else value


def in_order(records):
    return tuple(sorted(map(bare, records), key=repr))


@pytest.fixture(scope="module")
def folder():
    return {one.codename: one for one in read_folder(EXAMPLE, as_of=AS_OF).relationships}


@pytest.fixture
def seeded(store):
    assert seed(EXAMPLE) == 14
    return {one.codename: one for one in practice(AS_OF).relationships}


def test_the_store_knows_of_everybody_what_the_folder_says(seeded, folder):
    assert set(seeded) == set(folder)
    unlike = {
        (codename, each.name)
        for codename, one in folder.items()
        for each in fields(one)
        if each.name not in SPOKEN and shown(one, each.name) != shown(seeded[codename], each.name)
    }
    assert unlike == set()
    assert sum(len(one.sessions) for one in seeded.values()) > 800


def test_figures_of_what_was_said_are_those_of_the_folders_transcripts(seeded, folder):
    read_there = {
        (codename, replace(figures(read(one)), source=NOWHERE))
        for codename, each in folder.items()
        for one in each.transcripts
    }
    assert read_there
    assert {(name, bare(one)) for name, each in seeded.items() for one in each.speech} == read_there


def test_the_settings_are_taken_over(seeded):
    settings = kept()
    assert (settings.time_zone, settings.currency, settings.holidays) == ("Europe/London", "GBP", "GB-ENG")
    assert settings.budget == 2.0


def test_every_relationship_is_in_the_audit_and_every_row_has_its_import(seeded):
    lines = models.AuditEvent.objects.filter(action="imported", what="folder")
    assert set(lines.values_list("client", flat=True)) == set(models.Client.objects.values_list("id", flat=True))
    assert list(auditing.verify()) == []
    assert not models.Record.objects.filter(source=None).exists()
    assert {one.state for one in models.Import.objects.all()} == {"kept"}


def test_nothing_is_taken_over_twice(seeded):
    with pytest.raises(ReattuneError, match="bunting"):
        seed(EXAMPLE)
    assert models.Client.objects.count() == 14


def test_marks_and_rows_left_out_come_too(store, tmp_path):
    (tmp_path / "practice.toml").write_text('schema = "reattune.practice/1"\ntime_zone = "Europe/Berlin"\n')
    own = tmp_path / "wryneck"
    own.mkdir()
    (own / "appointments.csv").write_text("start,status\n2026-05-04 10:00,attended\n2026-05-11 10:00,cancelled\n")
    (own / "marks.toml").write_text(
        '[[mark]]\nnoticing = 2026-05-11\non = 2026-05-18\nas = "ordinary"\n'
        '[[leave_out]]\nfile = "appointments.csv"\nrow = "3"\n'
    )
    assert seed(tmp_path) == 1
    (one,) = practice(AS_OF).relationships
    assert [(mark.noticing, mark.verdict) for mark in one.marks] == [(date(2026, 5, 11), "ordinary")]
    assert one.left_out
    assert {session.source for session in one.sessions} & set(one.left_out)
    assert models.Client.objects.get().dates_agreed == date(2026, 5, 4)
