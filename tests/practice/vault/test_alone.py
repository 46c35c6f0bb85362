"""One at a time: among threads, among programs, and each file by itself."""

import os
import threading
import time

import pytest

from reattune.practice.vault import VaultError
from reattune.practice.vault.alone import NAME, alone


def test_threads_wait_for_each_other(tmp_path):
    inside, most = [], []

    def one():
        with alone(tmp_path):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.002)
            inside.pop()

    threads = [threading.Thread(target=one) for _n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1


def test_a_program_that_was_killed_holds_nothing(tmp_path):
    pid = os.fork()
    if pid == 0:
        with alone(tmp_path):
            os._exit(0)
    os.waitpid(pid, 0)
    with alone(tmp_path):
        assert (tmp_path / NAME).exists()


def test_another_program_is_waited_for(tmp_path):
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        with alone(tmp_path):
            os.write(write, b"held")
            time.sleep(0.3)
            (tmp_path / "done").touch()
        os._exit(0)
    os.read(read, 4)
    with alone(tmp_path):
        assert (tmp_path / "done").exists()
    os.waitpid(pid, 0)


def test_another_file_is_held_by_itself(tmp_path):
    with alone(tmp_path), alone(tmp_path, "another.lock"):
        assert (tmp_path / "another.lock").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(VaultError, match="could not be written"), alone(tmp_path / "none"):
        pass
