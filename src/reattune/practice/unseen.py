"""The keys and words of an open practice are in this program's memory; no picture of that is to come onto the disk."""

import ctypes
import sys
from contextlib import suppress

NOT_DUMPABLE = (4, 0, 0, 0, 0)
"""PR_SET_DUMPABLE, as Linux numbers it: no picture after a crash, and no look in by another program of the account."""


def keep_unseen() -> None:
    """Have the system write no picture of this program's memory when it crashes; where it cannot, nothing happens."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not there on Windows)

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(*NOT_DUMPABLE)
