"""Reattune: notice when something has gone quiet or wrong between two people, and think about it together.

import reattune as ra

practice = ra.read_folder("practice")
for noticing in ra.notice(practice).noticed["heron"].noticings: ...
"""

from reattune.caseload import Caseload, notice
from reattune.errors import NothingToReadError, ReattuneError, UnreadableError
from reattune.reading import read_folder

__all__ = ["Caseload", "NothingToReadError", "ReattuneError", "UnreadableError", "notice", "read_folder"]
