"""After a crash there is no picture of memory on the disk; tried in a program of its own."""

import subprocess
import sys

import pytest

SAID = """
import ctypes, resource
from reattune.practice.unseen import keep_unseen
keep_unseen()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
print(open("/proc/net/tcp").readline().split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asked for as Linux answers")
def test_no_picture_of_memory_is_written_and_nobody_looks_in():
    answer = subprocess.run([sys.executable, "-c", SAID], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["0", "0", "sl"]
