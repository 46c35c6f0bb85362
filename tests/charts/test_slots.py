"""Slots inside a break."""

from datetime import date

from reattune.charts.slots import agreed_slots
from reattune.model import Break, BreakBy, Frame, Relationship, SessionKind


def test_what_a_calendar_repeats_inside_a_break_was_never_agreed(made):
    away = Break(date(2025, 1, 13), date(2025, 1, 27), BreakBy.THERAPIST, made.SRC)
    slots = (
        made.session(3, SessionKind.SCHEDULED),
        made.session(0),
        made.session(1, SessionKind.SCHEDULED),
        made.session(2, SessionKind.DID_NOT_ATTEND),
    )
    who = Relationship("heron", frame=Frame(breaks=(away,)), sessions=slots)
    found = agreed_slots(who, date(2025, 1, 1), date(2025, 12, 31))
    assert [one.slot.day for one in found] == [7, 21, 28]
    assert agreed_slots(who, date(2025, 1, 8), date(2025, 1, 21)) == (slots[3],)
