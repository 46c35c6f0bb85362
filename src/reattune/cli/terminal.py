"""The terminal: where lines are printed, and how a person who waits is told what is being done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text


def console(*, stderr: bool = False) -> Console:
    """Return a console that prints words as they are: nothing in them is taken for a sign."""
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


@contextmanager
def waiting() -> Iterator[Callable[[str], None]]:
    """Offer a way to say what is being done; it is shown only to a person at a terminal, beside the output."""
    beside = console(stderr=True)
    if not beside.is_terminal:
        yield lambda _said: None
        return
    with beside.status("") as status:
        yield lambda said: status.update(Text(said))
