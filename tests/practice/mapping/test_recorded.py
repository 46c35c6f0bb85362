"""Figures of recordings at the desk: only where recording was agreed, and known from the day they were found."""

from datetime import date

import pytest
from tests.reading.test_recorded_figures import MOVEMENT, SOUND

from reattune.practice import consent, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship
from reattune.reading.recorded_figures import plain_movement, plain_sound

DAY, TODAY = date(2026, 6, 2), date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    client = new_client("heron")
    consent.write(client, consent.Purpose.RECORDING, given=True, by="therapist", day=TODAY)
    recording = models.Recording(client=client, day=DAY, size=9, delete_on=date(2026, 7, 30))
    figures = {"sound": plain_sound(SOUND), "movement": plain_movement(MOVEMENT)}
    recording.words = {"name": "tuesday.mp4", "figures": figures, "known_at": "2026-06-05"}
    recording.save()
    return client


def known(client):
    return relationship(models.Client.objects.get(pk=client.pk), kept().zone)


def test_figures_come_with_their_recording_and_the_day_they_were_found(heron):
    one, _gathered = known(heron)
    (sound,), (moved,) = one.listened, one.watched
    recording = models.Recording.objects.get()
    assert (sound.source.file, sound.source.row) == ("tuesday.mp4", str(recording.pk))
    known_at = date(2026, 6, 5)
    assert (sound.day, sound.known_at, moved.day, moved.known_at) == (DAY, known_at, DAY, known_at)
    assert (sound.silences, sound.pauses, moved.together) == (SOUND.silences, SOUND.pauses, MOVEMENT.together)


def test_without_consent_nothing_of_it_counts(heron):
    consent.write(heron, consent.Purpose.RECORDING, given=False, by="therapist", day=TODAY)
    one, gathered = known(heron)
    assert (one.listened, one.watched, gathered.remarks) == ((), (), ())


def test_figures_that_cannot_be_are_told_and_left(heron):
    recording = models.Recording.objects.get()
    recording.words = {"name": "tuesday.mp4", "figures": {"sound": {"way": "guessed"}, "movement": None}}
    recording.save()
    one, gathered = known(heron)
    assert (one.listened, one.watched) == ((), ())
    assert any("tuesday.mp4 cannot be" in remark for remark in gathered.remarks)
    recording.words = {}
    recording.save()
    assert known(heron)[0].listened == ()
