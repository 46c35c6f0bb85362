"""A plain form's upload: sealed in pieces as it comes, taken once, and gone where it became nothing."""

import secrets
from datetime import date

import pytest
from django.core.files.uploadhandler import StopUpload
from django.test import RequestFactory

from reattune.practice.recorded import arriving, form, kept
from reattune.practice.recorded.sealed_file import CHUNK, sealed_bytes

DAY = date(2026, 6, 23)


@pytest.fixture
def sealing(agreed):
    made = form.Sealing(RequestFactory().post("/"))
    yield made
    made.clear()


def receive(sealing, content, step=70_000):
    sealing.new_file(form.FIELD, "C:\\fakepath\\talk.wav", "audio/wav", len(content))
    for start in range(0, len(content), step):
        sealing.receive_data_chunk(content[start : start + step], start)
    return sealing.file_complete(len(content))


@pytest.mark.parametrize("size", [1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 1])
def test_it_is_sealed_whole_and_becomes_a_recording(sealing, agreed, size):
    content = secrets.token_bytes(size)
    upload = receive(sealing, content)
    assert (upload.size, upload.file) == (size, None)
    assert sealing.part.stat().st_size == sealed_bytes(size)
    row = sealing.take(agreed, DAY)
    sealing.clear()
    assert [one.name for one in kept.folder().iterdir()] == [kept.path_of(row.pk).name]
    assert (row.arrived, row.state, row.day) == (size, "arriving", DAY)
    with kept.source(row) as file:
        assert file.read() == content


def test_while_it_comes_nobody_clears_it_away(sealing):
    sealing.new_file(form.FIELD, "a.wav", "", None)
    assert kept.clear_orphans() == 0
    assert sealing.part.exists()
    sealing.clear()
    assert not sealing.part.exists()


def test_one_at_a_time_and_not_too_large(sealing, monkeypatch):
    sealing.new_file(form.FIELD, "a.wav", "", None)
    with pytest.raises(StopUpload):
        sealing.new_file(form.FIELD, "b.wav", "", None)
    assert "one recording at a time" in str(sealing.trouble)
    monkeypatch.setattr(arriving, "LARGEST", 5)
    with pytest.raises(StopUpload):
        sealing.receive_data_chunk(b"six.six", 0)
    assert "larger than 8 GB" in str(sealing.trouble)
