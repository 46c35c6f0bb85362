"""Slots: when sessions were agreed, and what became of each."""

from datetime import date, datetime, timedelta
from math import exp

from making.draw import Draw
from making.effects import (
    ABSENT,
    ATTENDED,
    BETWEEN_PEOPLE_LOG_ODDS,
    CANCELLED,
    INITIATOR_RECORDED,
    LATE,
    MOVES,
    OUTCOMES,
    REASONS,
    SHORT_NOTICE,
    THERAPIST_ACTS,
)
from making.people import PRACTICE_BREAKS
from making.person import END, Away, Person, Slot
from making.plan import Stretch

THERAPIST_CANCELLED = "therapist cancelled"


def breaks_of(person: Person, draw: Draw) -> tuple[Away, ...]:
    """Return the practice's breaks and the client's own two holidays, each agreed well before."""
    own = []
    for year, month in ((2025, 6), (2026, 2)):
        start = date(year, month, draw.between(1, 20))
        if person.started < start < person.last:
            end = start + timedelta(days=draw.between(7, 12))
            own.append(Away(start, end, "client", start - timedelta(days=draw.between(30, 60)), "holiday"))
    kept = [away for away in PRACTICE_BREAKS if person.started < away.start < person.last]
    return tuple(sorted([*kept, *own], key=lambda away: away.start))


def agreed(person: Person, breaks: tuple[Away, ...]) -> list[date]:
    """Return every agreed day, outside all planned breaks."""
    days = []
    day = person.started
    while day <= person.last:
        if not any(away.start <= day <= away.end for away in breaks):
            days.append(day)
        day += timedelta(weeks=person.every_weeks)
    return days


class Coming:
    """How one person usually comes, moves and cancels, and how a planted change tilts it."""

    def __init__(self, person: Person, count: int, draw: Draw) -> None:
        self.person = person
        self.count = count
        self.draw = draw
        self.weights = {
            word: rate * (1.0 if word == ATTENDED else exp(BETWEEN_PEOPLE_LOG_ODDS * draw.normal()))
            for word, rate in OUTCOMES.items()
        }
        self.moves = person.moves or _tilted(MOVES, exp(BETWEEN_PEOPLE_LOG_ODDS * draw.normal()))

    def becomes(self, day: date, change: Stretch | None, benign: str) -> Slot:
        """Return what became of the slot on `day`."""
        slot = datetime.combine(day, self.person.at)
        if benign:
            return self._benign(slot, benign)
        if self.draw.chance(THERAPIST_ACTS):
            return Slot(slot, slot, THERAPIST_CANCELLED, "therapist", self._before(slot, 24, 200))
        movable = day <= END - timedelta(days=4)
        if self.draw.chance(THERAPIST_ACTS) and movable:
            return self._moved(slot, "therapist", ATTENDED, 200)
        odds = change.effect.odds if change else {}
        outcome = self.draw.word({word: rate * odds.get(word, 1.0) for word, rate in self.weights.items()})
        moves = _tilted(self.moves, change.effect.moves if change else 1.0)
        if movable and outcome in {ATTENDED, LATE} and self.draw.chance(moves):
            return self._moved(slot, "client", outcome, 120 if change is None else 72)
        return self._kept(slot, outcome)

    def _kept(self, slot: datetime, outcome: str) -> Slot:
        notice = self.person.notice_hours
        if outcome == CANCELLED:
            return Slot(slot, slot, outcome, self._who(), self._before(slot, notice + 1, 150), self.draw.word(REASONS))
        if outcome == SHORT_NOTICE:
            changed = self._before(slot, 1, notice - 1)
            return Slot(slot, slot, outcome, self._who(), changed, self.draw.word(REASONS), charged=True)
        return Slot(slot, slot, outcome, charged=True)

    def _moved(self, slot: datetime, by: str, outcome: str, longest: int) -> Slot:
        start = slot + timedelta(days=self.draw.between(1, 3), hours=self.draw.between(-2, 1))
        changed = self._before(slot, 3, longest)
        short = slot - changed < timedelta(hours=self.person.notice_hours)
        word = "rescheduled_short_notice" if short else "rescheduled"
        recorded = by if by == "therapist" else self._who()
        reason = self.draw.word(REASONS) if by == "client" else ""
        return Slot(slot, start, outcome, recorded, changed, reason, charged=True, moved=True, move_word=word)

    def _benign(self, slot: datetime, why: str) -> Slot:
        hours = self.draw.between(6, 90)
        word = CANCELLED if hours > self.person.notice_hours else SHORT_NOTICE
        return Slot(slot, slot, word, "client", slot - timedelta(hours=hours), why)

    def _who(self) -> str:
        return "client" if self.draw.chance(INITIATOR_RECORDED) else ""

    def _before(self, slot: datetime, least: int, most: int) -> datetime:
        return slot - timedelta(hours=self.draw.between(least, most), minutes=5 * self.draw.between(0, 11))


def absent(person: Person, day: date) -> Slot:
    """Return a slot that the client did not attend."""
    slot = datetime.combine(day, person.at)
    return Slot(slot, slot, ABSENT, charged=True)


def _tilted(probability: float, factor: float) -> float:
    odds = factor * probability / (1 - probability)
    return odds / (1 + odds)
