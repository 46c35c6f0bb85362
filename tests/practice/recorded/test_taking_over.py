"""A folder's recordings taken over: sealed, with what lies beside them, and only where nobody said no."""

import json
import shutil
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reattune.practice import consent, models
from reattune.practice.mapping.relationships import relationship
from reattune.practice.recorded import finding, kept
from reattune.practice.recorded.taking_over import take_over
from reattune.reading.gathered import Place

SESSIONS = Path(__file__).parents[3] / "examples" / "practice" / "heron" / "sessions"
NAME, DAY = "2026-03-31.ogg", date(2026, 3, 31)
HEARD = f"{NAME}.heard.json"

pytestmark = pytest.mark.system("ffmpeg")


@pytest.fixture
def folder(tmp_path):
    """A folder with one recording, what was found in it, and what is neither."""
    for name in (NAME, HEARD):
        shutil.copy(SESSIONS / name, tmp_path / name)
    (tmp_path / "2026-04-07.mp3").write_text("no recording at all")
    (tmp_path / "notes.txt").write_text("nothing")
    return tmp_path


@pytest.fixture
def place(folder):
    return Place(root=folder, zone=ZoneInfo("Europe/London"), mappings=(), currency=None)


def test_a_recording_comes_with_what_was_found_and_nothing_waits(store, new_client, folder, place):
    heron = new_client("heron")
    assert take_over(heron, folder, place) == 1
    row = models.Recording.objects.get()
    assert (row.state, row.day) == (models.Recording.State.HERE, DAY)
    with kept.source(row) as file:
        assert file.read() == (folder / NAME).read_bytes()
    found = models.Found.objects.get().words
    assert found["sound"]["moments"]
    assert finding.standing(row) is None
    assert heron.consents.get(purpose=consent.Purpose.RECORDING).day == DAY
    one, _gathered = relationship(models.Client.objects.get(), ZoneInfo("Europe/London"))
    (sound,) = one.listened
    assert (sound.day, sound.known_at) == (DAY, DAY)


def test_without_what_was_found_it_is_put_in_line(store, new_client, folder, place):
    (folder / HEARD).unlink()
    assert take_over(new_client("heron"), folder, place) == 1
    assert finding.standing(models.Recording.objects.get()) is not None
    assert not models.Found.objects.exists()


def test_what_was_found_in_another_recording_is_not_taken(store, new_client, folder, place):
    kept_beside = json.loads((folder / HEARD).read_text("utf-8"))
    kept_beside["file"]["bytes"] += 1
    (folder / HEARD).write_text(json.dumps(kept_beside), "utf-8")
    assert take_over(new_client("heron"), folder, place) == 1
    assert not models.Found.objects.exists()


def test_where_recording_was_said_no_to_nothing_is_taken(store, new_client, folder, place):
    heron = new_client("heron")
    take_over(heron, folder, place)
    consent.write(heron, consent.Purpose.RECORDING, given=False, by="client", day=DAY)
    assert take_over(heron, folder, place) == 0
    assert models.Recording.objects.count() == 1
