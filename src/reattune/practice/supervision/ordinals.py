"""Days by the sessions that took place: "session 41", "three sessions later"; a day itself never leaves."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reattune.language import _, plural
from reattune.model import Session
from reattune.noticing.numbers import Spelled
from reattune.practice.around import TOOK_PLACE


@dataclass(frozen=True, slots=True)
class Ordinals:
    """The days on which sessions took place, in order."""

    days: tuple[date, ...] = ()

    def of(self, day: date) -> str:
        """Return where a day lies among the sessions: at one, between two, before the first, or after the last."""
        before, after = bisect_left(self.days, day), bisect_right(self.days, day)
        if not self.days:
            return _("on one day")
        if before != after:
            return _("session {n}").format(n=after)
        if after == 0:
            return _("before session {n}").format(n=1)
        if after == len(self.days):
            return _("after session {n}").format(n=after)
        return _("between sessions {first} and {second}").format(first=after, second=after + 1)

    def on(self, day: date) -> str:
        """Return where a day lies, in place of "on" and the day."""
        return _("in {session}").format(session=self.of(day)) if day in self.days else self.of(day)

    def since(self, day: date, earlier: date) -> str:
        """Return where a day lies, seen from an earlier one; as `of` where nothing can be counted between them."""
        held = [bisect_left(self.days, one) != bisect_right(self.days, one) for one in (day, earlier)]
        if day == earlier:
            return _("the same session") if all(held) else _("the same day")
        apart = bisect_right(self.days, day) - bisect_right(self.days, earlier)
        if not all(held) or apart <= 0:
            return self.of(day)
        return plural("{n} session later", "{n} sessions later", Spelled(apart))


def ordinals(sessions: Iterable[Session]) -> Ordinals:
    """Return the days on which sessions took place."""
    return Ordinals(tuple(sorted({one.start.date() for one in sessions if one.kind in TOOK_PLACE})))
