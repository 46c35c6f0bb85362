"""A folder's transcripts taken over: those whose speakers are said, from their own day on, and no others."""

from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent, models
from reattune.practice.heard.kept_figures import figures_of
from reattune.practice.heard.taking_over import take_over
from reattune.practice.heard.transcript import transcript_of
from reattune.practice.seeding import seed

SPEAKERS = """
[[source]]
file = "2026-06-02.vtt"
labels = {"Anna B." = "therapist", "Kestrel" = "client"}
[[correction]]
file = "2026-06-02.vtt"
cue = 4
role = "therapist"
"""


@pytest.fixture
def practice(tmp_path, vtt):
    """A practice's folder with one relationship and its sessions."""
    (tmp_path / "practice.toml").write_text('schema = "reattune.practice/1"\ntime_zone = "Europe/London"\n')
    sessions = tmp_path / "heron" / "sessions"
    sessions.mkdir(parents=True)
    (tmp_path / "heron" / "appointments.csv").write_text("start,status\n2026-06-02 10:00,attended\n")
    (sessions / "speakers.toml").write_text(SPEAKERS)
    (sessions / "2026-06-02.vtt").write_bytes(vtt())
    (sessions / "2026-06-09.vtt").write_bytes(vtt((("Somebody", "Hello."), ("Kestrel", "Hi."))))
    (sessions / "notes.txt").write_text("Anna: not a session\nKestrel: no")
    (sessions / "2026-06-16.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00")
    (sessions / "2026-06-23.vtt").write_bytes(b"")
    (sessions / "2026-06-30.vtt").mkdir()
    return tmp_path


def test_what_the_folder_says_comes_along_with_its_corrections(store, practice):
    assert seed(practice) == 1
    row = models.Heard.objects.get()
    assert row.day == date(2026, 6, 2)
    turns = transcript_of(row).turns
    assert [turn.role for turn in turns[1:4]] == [Role.CLIENT, Role.THERAPIST, Role.THERAPIST]
    heron = models.Client.objects.get()
    assert heron.consents.get(purpose=consent.Purpose.TRANSCRIPTS).day == date(2026, 6, 2)
    (one,) = figures_of(heron)
    assert (one.known_at, one.client_turns) == (date(2026, 6, 2), 2)


def test_taken_over_twice_it_is_there_once(store, practice, new_client):
    from reattune.reading.gathered import Place
    from reattune.reading.settings import read_settings

    settings = read_settings(practice)
    place = Place(root=practice, zone=settings.zone, mappings=settings.mappings, currency=settings.currency)
    heron = new_client("heron")
    assert take_over(heron, practice / "heron" / "sessions", place) == 1
    assert take_over(heron, practice / "heron" / "sessions", place) == 0
    assert models.Heard.objects.count() == 1


def test_an_empty_folder_asks_for_nothing(store, practice, new_client, tmp_path):
    (tmp_path / "empty").mkdir()
    heron = new_client("wren")
    assert take_over(heron, tmp_path / "empty", None) == 0
    assert not heron.consents.exists()
