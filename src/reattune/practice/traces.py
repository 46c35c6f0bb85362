"""What is written to the terminal of something that went wrong inside: which error and where, never with what words."""

import logging
import sys
import traceback
from types import TracebackType
from typing import TextIO

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Places(logging.Formatter):
    """Writes an error as its kind and its places in the program; what an error says may be somebody's words."""

    def formatException(self, ei: Raised) -> str:  # noqa: N802  (its name in the standard library)
        """Return one line for each place, and the kind of each error in the chain."""
        lines = []
        error = ei[1]
        while error is not None:
            lines += [f"  {one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
            lines.append(type(error).__name__)
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


class Terminal(logging.StreamHandler[TextIO]):
    """Writes to the terminal as it is at that moment, and not to one that was closed since the program began."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]  # asked for each time, and never set
        """Return what errors are written to."""
        return sys.stderr
