"""How numbers and lists are put into words: small numbers spelled out, lists joined as a sentence needs them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from reattune.language import _, decimal

_WORDS: Mapping[int, Callable[[], str]] = {
    0: lambda: _("none"),
    1: lambda: _("one"),
    2: lambda: _("two"),
    3: lambda: _("three"),
    4: lambda: _("four"),
    5: lambda: _("five"),
    6: lambda: _("six"),
    7: lambda: _("seven"),
    8: lambda: _("eight"),
    9: lambda: _("nine"),
    10: lambda: _("ten"),
    11: lambda: _("eleven"),
    12: lambda: _("twelve"),
}


_in_figures: ContextVar[bool] = ContextVar("_in_figures", default=False)


@contextmanager
def alike(counts: Sequence[int]) -> Iterator[None]:
    """Write every count within in figures if one of `counts` has no word: never "of 14, five"."""
    before = _in_figures.set(_in_figures.get() or any(count not in _WORDS for count in counts))
    try:
        yield
    finally:
        _in_figures.reset(before)


class Spelled(int):
    """A count that reads as a word up to twelve and in figures above (see also `alike`)."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the word, or the figures."""
        word = None if _in_figures.get() else _WORDS.get(int(self))
        return format(int(self), spec) if word is None or spec else word()


def figure(value: float) -> str:
    """Return a score as a person writes it: 48, not 48.0."""
    return str(int(value)) if float(value).is_integer() else decimal(f"{value:g}")


def figures(values: Sequence[float]) -> str:
    """Return scores in their order, as a plain list; a comma does not part numbers that have one themselves."""
    written = [figure(value) for value in values]
    return ("; " if any("," in one for one in written) else ", ").join(written)


def clauses(parts: Sequence[str]) -> str:
    """Return one or more clauses joined as in a sentence: "a", "a and b", "a, b, and c"."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:  # noqa: PLR2004  (two are joined without a comma)
        return _("{first} and {last}").format(first=parts[0], last=parts[1])
    rest = parts[0]
    for part in parts[1:-1]:
        rest = _("{first}, {next}").format(first=rest, next=part)
    return _("{first}, and {last}").format(first=rest, last=parts[-1])


def date_text(day: date) -> str:
    """Return a day as year-month-day, which no two countries read differently."""
    return day.isoformat()
