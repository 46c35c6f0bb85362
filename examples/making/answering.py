"""Ratings and payments: what was answered, and when bills were paid."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import exp, sqrt

from making.draw import Draw
from making.effects import (
    ATTENDED,
    AUTOCORRELATION,
    BETWEEN_PEOPLE_LOG_ODDS,
    LATE,
    LEVELS,
    PAID_PER_DAY,
    RATING_SKIPPED,
    TREND_PER_SESSION,
    TREND_SESSIONS,
    WITHIN_LOG_SD,
)
from making.person import END, Answer, Bill, Person, Slot
from making.plan import Stretch

PHQ_ITEMS = 9


def rated(person: Person, slots: Sequence[Slot], change: Stretch, draw: Draw) -> tuple[Answer, ...]:
    """Return what both people answered after, and before, the sessions that took place."""
    answers = []
    for instrument, by in person.instruments:
        answers += _scores(instrument, by, slots, change, draw)
    if person.phq:
        answers += _items(slots, draw)
    return tuple(sorted(answers, key=lambda answer: (answer.day, answer.instrument, answer.by)))


def _scores(instrument: str, by: str, slots: Sequence[Slot], change: Stretch, draw: Draw) -> list[Answer]:
    level = LEVELS[instrument, by]
    own = level.centre + level.between * draw.normal()
    within = level.within * exp(WITHIN_LOG_SD * draw.normal())
    noise = draw.normal()
    answers = []
    for number, slot in enumerate(slots):
        noise = AUTOCORRELATION * noise + sqrt(1 - AUTOCORRELATION**2) * draw.normal()
        skipped = draw.chance(RATING_SKIPPED)
        if slot.outcome not in {ATTENDED, LATE}:
            continue
        shift = TREND_PER_SESSION * min(number, TREND_SESSIONS)
        if change.holds(number):
            shift += change.effect.client_sd if by == "client" else change.effect.therapist_sd
        score = min(max(round(own + within * (shift + noise), level.decimals), level.minimum), level.maximum)
        if change.holds(number) and change.effect.top_score:
            score, skipped = level.maximum, False
        answers.append(Answer(slot.start.date(), instrument, by, "post", None if skipped else score))
    return answers


def _items(slots: Sequence[Slot], draw: Draw) -> list[Answer]:
    burden = 1.3 + 0.3 * draw.normal()
    answers = []
    for number, slot in enumerate(slots):
        if slot.outcome not in {ATTENDED, LATE} or number % 4:
            continue
        burden = max(0.2, burden + 0.15 * draw.normal() - 0.02)
        items: list[int | None] = []
        for item in range(PHQ_ITEMS):
            base = burden if item < PHQ_ITEMS - 1 else burden - 1.6
            items.append(None if draw.chance(0.02) else min(max(round(base + 0.6 * draw.normal()), 0), 3))
        answers.append(Answer(slot.start.date(), "phq-9", "client", "pre", items=tuple(items)))
    return answers


def billed(person: Person, slots: Sequence[Slot], change: Stretch, draw: Draw) -> tuple[Bill, ...]:
    """Return a bill for every charged session, due in a week, and the day it was paid."""
    usual = PAID_PER_DAY * exp(BETWEEN_PEOPLE_LOG_ODDS * draw.normal() / 2)
    onset, stop = _days(slots, change)
    bills = []
    for slot in slots:
        if not slot.charged or slot.outcome == "therapist cancelled":
            continue
        day = slot.start.date()
        paid = day
        while paid <= END:
            hazard = usual * (change.effect.hazard if onset <= paid < stop else 1.0)
            if draw.chance(hazard):
                break
            paid += timedelta(days=1)
        amount = person.fee + (5 if day >= date(2026, 1, 1) else 0)
        bills.append(Bill(day, day + timedelta(days=7), paid if paid <= END else None, amount))
    return tuple(bills)


def _days(slots: Sequence[Slot], change: Stretch) -> tuple[date, date]:
    if change.first >= change.stop:
        return date.max, date.max
    stop = slots[change.stop].slot.date() if change.stop < len(slots) else date.max
    return slots[change.first].slot.date(), stop
