"""Reattune: notice when something has gone quiet or wrong between two people, and think about it together.

import reattune as ra

practice = ra.read_folder("practice")
for noticing in ra.notice(practice).noticed["heron"].noticings: ...
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reattune.caseload import Caseload, notice
    from reattune.errors import NothingToReadError, ReattuneError, UnreadableError
    from reattune.reading import read_folder

__all__ = ["Caseload", "NothingToReadError", "ReattuneError", "UnreadableError", "notice", "read_folder"]

_WHERE = {
    "Caseload": "caseload",
    "NothingToReadError": "errors",
    "ReattuneError": "errors",
    "UnreadableError": "errors",
    "notice": "caseload",
    "read_folder": "reading",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: a command must be able to say how numpy is to work before anything has loaded it.
    if name not in _WHERE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
