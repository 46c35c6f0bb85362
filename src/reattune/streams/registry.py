"""Every stream by its family: the ones that come with Reattune and those of plugins come in by the same door.

A plugin is a `Stream` that an installed package names under the entry point group `reattune.streams`. Whatever a stream
returns, only what was known by the day of asking goes on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Series
from reattune.streams.ticks import View

GROUP = "reattune.streams"


@dataclass(frozen=True, slots=True)
class Found:
    """What a stream saw: its series, and what was understood on the way and should be said."""

    series: tuple[Series, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """One family of series: its name, as in `off`, and the function that observes it.

    `needs` are other families that must not be switched off either; `asked_for` streams are off unless named in `on`.
    """

    family: str
    observe: Callable[[View], Found]
    needs: tuple[str, ...] = ()
    asked_for: bool = False


def register(streams: Iterable[object]) -> tuple[Stream, ...]:
    """Return streams by family, each checked.

    Args:
        streams: the candidates.

    Returns:
        The streams, in order of their families.

    Raises:
        ReattuneError: one is no `Stream`, has no name, or two have the same.
    """
    found: dict[str, Stream] = {}
    for one in streams:
        if not isinstance(one, Stream) or not one.family:
            message = _(
                "A package offers {what} as a stream, which is none; remove the package or write to its author."
            )
            raise ReattuneError(message.format(what=repr(one)))
        if one.family in found:
            message = _("Two packages offer a stream called {name}; remove one of them.")
            raise ReattuneError(message.format(name=one.family))
        found[one.family] = one
    return tuple(found[family] for family in sorted(found))


@cache
def offered() -> tuple[object, ...]:
    """Return what installed packages offer as streams, in order of their names."""
    return tuple(entry.load() for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)))


def is_on(stream: Stream, off: Iterable[str], on: Iterable[str]) -> bool:
    """Return whether a family is observed, given the names switched off and on."""
    without = {_family(name) for name in off}
    if without & {_family(name) for name in (stream.family, *stream.needs)}:
        return False
    return not stream.asked_for or _family(stream.family) in {_family(name) for name in on}


def gather(streams: Sequence[Stream], view: View) -> Found:
    """Return what the streams saw and could know by `view.until`: sorted, without empty series."""
    series: list[Series] = []
    remarks: list[str] = []
    for stream in streams:
        if not is_on(stream, view.relationship.off, view.relationship.on):
            continue
        found = stream.observe(view)
        kept = [one for one in (_known(one, view) for one in found.series) if one.observations]
        series += [one for one in kept if one.name not in view.relationship.off]
        remarks += found.remarks
    return Found(tuple(sorted(series, key=lambda one: one.name)), tuple(remarks))


def _known(series: Series, view: View) -> Series:
    kept = (one for one in series.observations if one.known_at <= view.until)
    return replace(
        series, observations=tuple(sorted(kept, key=lambda one: (one.known_at, one.at, one.source, one.group)))
    )


def _family(name: str) -> str:
    """Return a name as it is compared: "payments" and "rating" are written as often as "payment" and "ratings"."""
    return name.strip().casefold().removesuffix("s")
