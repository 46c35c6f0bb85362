"""A recording arrives piece by piece: safe once it is said so, gone on with after any kill, never without a yes."""

import errno
import hashlib
import secrets
import threading
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection

from reattune.errors import ReattuneError, UnreadableError
from reattune.practice import consent, desk, jobs, models
from reattune.practice.recorded import arriving, kept, sealed_file
from reattune.practice.recorded.allowed import NotAgreedError
from reattune.practice.recorded.arriving import PIECE, OutOfOrderError
from reattune.practice.store.faults import StoreError

DAY = date(2026, 6, 23)
PASSPHRASE = "seven quiet herons at dusk"


def mark_of(content):
    ends = content[:PIECE] + (content[max(PIECE, len(content) - PIECE) :] if len(content) > PIECE else b"")
    return hashlib.sha256(ends).hexdigest()


def send(row, content, start=0):
    arrived = start
    while arrived < len(content):
        arrived = arriving.piece(row, arrived, content[arrived : arrived + PIECE])
    return models.Recording.objects.get(pk=row.pk)


def begun(client, content, name="talk.wav"):
    return arriving.begin(client, name, len(content), DAY, mark_of(content))


def test_it_arrives_sealed_and_is_put_in_line_to_be_analysed(agreed, sound, store):
    row = arriving.finish(send(begun(agreed, sound), sound))
    assert (row.state, row.arrived, row.delete_on) == ("here", len(sound), date(2026, 9, 28))
    with kept.source(row) as file:
        assert file.read() == sound
    file = kept.path_of(row.pk)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    for one in store.rglob("*"):
        if one.is_file():
            assert sound[100:400] not in one.read_bytes()
    assert models.Job.objects.get(kind="listen").words == {"recording": str(row.pk), "client": str(agreed.pk)}
    assert row.words["track"]["audio"]["channels"] == 1
    assert arriving.finish(row).pk == row.pk
    assert models.Job.objects.filter(kind="listen").count() == 1


def test_a_piece_that_comes_again_changes_nothing_and_one_out_of_turn_is_told_where_to_go_on(agreed):
    content = secrets.token_bytes(2 * PIECE + 99)
    row = begun(agreed, content)
    assert arriving.piece(row, 0, content[:PIECE]) == PIECE
    assert arriving.piece(row, 0, content[:PIECE]) == PIECE
    for offset in (PIECE - 1, 2 * PIECE):
        with pytest.raises(OutOfOrderError) as caught:
            arriving.piece(row, offset, content[offset : offset + PIECE])
        assert caught.value.arrived == PIECE
    assert arriving.piece(row, PIECE, b"") == PIECE
    for wrong in (b"half a piece", secrets.token_bytes(2 * PIECE)):
        with pytest.raises(ReattuneError):
            arriving.piece(row, PIECE, wrong)
    with pytest.raises(OutOfOrderError):
        arriving.finish(row)
    done = send(row, content, PIECE)
    with kept.source(done) as file:
        assert file.read() == content


def test_the_same_file_is_known_again_and_another_is_not(agreed, new_client):
    content = secrets.token_bytes(PIECE + 5)
    row = begun(agreed, content)
    arriving.piece(row, 0, content[:PIECE])
    again = begun(agreed, content)
    assert (again.pk, again.arrived) == (row.pk, PIECE)
    other = secrets.token_bytes(PIECE + 5)
    assert begun(agreed, other).pk != row.pk
    assert begun(agreed, content, "another.wav").pk != row.pk
    with pytest.raises(NotAgreedError, match="Talk about it first"):
        begun(new_client("wren"), content)


def test_gone_on_with_it_takes_the_day_that_was_said_last(agreed):
    content = secrets.token_bytes(PIECE + 5)
    row = begun(agreed, content)
    again = arriving.begin(agreed, "talk.wav", len(content), DAY - timedelta(days=1), mark_of(content))
    assert (again.pk, again.day) == (row.pk, DAY - timedelta(days=1))
    assert arriving.begin(agreed, "talk.wav", len(content), None, mark_of(content)).day == again.day
    with pytest.raises(ReattuneError, match="has not come yet"):
        arriving.begin(agreed, "talk.wav", len(content), date(2026, 7, 1), mark_of(content))


def test_what_is_here_already_is_not_taken_in_twice(agreed, sound, new_client):
    arriving.finish(send(begun(agreed, sound), sound))
    for name in ("talk.wav", "the same under another name.wav"):
        with pytest.raises(ReattuneError, match="is here already, as the recording of 23 Jun 2026"):
            begun(agreed, sound, name)
    assert models.Recording.objects.count() == 1
    wren = new_client("wren")
    consent.write(wren, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    assert begun(wren, sound).client == wren


def test_pieces_of_two_files_are_not_taken_for_one(agreed, sound):
    row = arriving.begin(agreed, "talk.wav", len(sound), DAY, mark_of(b"another file"))
    with pytest.raises(ReattuneError, match="not the file that was announced"):
        arriving.finish(send(row, sound))
    assert not models.Recording.objects.exists()
    assert not list(kept.folder().iterdir())


def test_what_is_no_recording_is_said_and_taken_out_at_once(agreed):
    content = b"Dear diary, this is no recording at all.\n" * 50
    row = send(begun(agreed, content, "notes.mp4"), content)
    with pytest.raises(UnreadableError, match=r"notes\.mp4"):
        arriving.finish(row)
    assert not models.Recording.objects.exists()
    assert not list(kept.folder().iterdir())


@pytest.mark.parametrize(
    ("size", "day", "said"),
    [
        (0, DAY, "is empty"),
        (arriving.LARGEST + 1, DAY, "larger than 8 GB"),
        (5, None, "On which day"),
        (5, date(2026, 7, 1), "has not come yet"),
    ],
)
def test_what_cannot_be_is_refused_before_it_is_sent(agreed, size, day, said):
    with pytest.raises(ReattuneError, match=said):
        arriving.begin(agreed, "a.wav", size, day)
    assert not models.Recording.objects.exists()


def test_there_must_be_room_for_it(agreed, monkeypatch):
    monkeypatch.setattr(arriving.shutil, "disk_usage", lambda _place: SimpleNamespace(free=10))
    with pytest.raises(StoreError, match="0 MB are free"):
        arriving.begin(agreed, "a.wav", 50, DAY)


def test_a_full_disk_loses_nothing(agreed, monkeypatch):
    content = secrets.token_bytes(PIECE + 9)
    row = begun(agreed, content)
    arriving.piece(row, 0, content[:PIECE])

    real = sealed_file.os.write

    def full(_handle, _data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sealed_file.os, "write", full)
    with pytest.raises(StoreError, match="disk is full"):
        arriving.piece(row, PIECE, content[PIECE:])
    monkeypatch.setattr(sealed_file.os, "write", real)
    with kept.source(send(row, content, PIECE)) as file:
        assert file.read() == content


def test_a_no_midway_is_in_effect_at_the_next_piece(agreed, withdraw, sound):
    content = secrets.token_bytes(PIECE + 9)
    row = begun(agreed, content)
    arriving.piece(row, 0, content[:PIECE])
    withdraw(agreed)
    for refused in (
        lambda: arriving.piece(row, PIECE, content[PIECE:]),
        lambda: arriving.finish(row),
        lambda: begun(agreed, content),
    ):
        with pytest.raises(NotAgreedError, match="No was said to recording"):
            refused()


def test_a_file_that_is_gone_begins_anew(agreed):
    content = secrets.token_bytes(PIECE + 9)
    row = begun(agreed, content)
    arriving.piece(row, 0, content[:PIECE])
    kept.path_of(row.pk).unlink()
    with pytest.raises(OutOfOrderError) as caught:
        arriving.piece(row, PIECE, content[PIECE:])
    assert caught.value.arrived == 0
    with kept.source(send(row, content)) as file:
        assert file.read() == content


def test_killed_at_any_moment_it_goes_on_where_it_was_safe(agreed, killed):
    content = secrets.token_bytes(6 * PIECE + 1234)
    row = begun(agreed, content)
    desk.lock()
    known = row.pk
    for seconds in (0.0, 0.01, 0.03):

        def work(say):
            desk.unlock(PASSPHRASE)
            mine = models.Recording.objects.get(pk=known)
            arrived = mine.arrived
            while arrived < len(content):
                say(f"arrived {arrived}")
                arrived = arriving.piece(mine, arrived, content[arrived : arrived + PIECE])
            say(f"arrived {arrived}")

        said = killed(work, seconds)
        desk.unlock(PASSPHRASE)
        there = models.Recording.objects.get(pk=known)
        assert there.arrived >= max(int(one[1]) for one in said)
        if there.arrived:
            assert kept.path_of(known).stat().st_size >= sealed_file.sealed_bytes(there.arrived)
        desk.lock()
    desk.unlock(PASSPHRASE)
    there = models.Recording.objects.get(pk=known)
    with kept.source(send(there, content, there.arrived)) as file:
        assert file.read() == content


def test_a_transcript_of_the_same_day_is_put_beside_it(agreed, sound):
    heard = models.Heard.objects.create(client=agreed, day=DAY, digest="d", confirmed="2026-06-24T10:00:00Z")
    assert arriving.finish(send(begun(agreed, sound), sound)).heard == heard
    assert arriving.delete_on() - timedelta(days=90) == date(2026, 6, 30)
    assert "listen" in jobs.KINDS


def test_the_same_piece_at_one_moment_is_taken_once(agreed):
    content = secrets.token_bytes(2 * PIECE + 7)
    row = begun(agreed, content)
    together, said = threading.Barrier(6), []

    def bring(offset):
        together.wait(20)
        try:
            said.append(arriving.piece(row, offset, content[offset : offset + PIECE]))
        except OutOfOrderError as error:
            said.append(error.arrived)
        finally:
            connection.close()

    threads = [threading.Thread(target=bring, args=(offset,)) for offset in (0, 0, 0, PIECE, PIECE, 2 * PIECE)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    assert len(said) == 6
    done = models.Recording.objects.get()
    assert done.arrived == max(said)
    with kept.source(send(done, content, done.arrived)) as file:
        assert file.read() == content
