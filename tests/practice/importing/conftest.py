"""Small calendars and tables to take in."""

import pytest


def event(uid, title, start, extra=""):
    """Return one entry of a calendar, fifty minutes long."""
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART;TZID=Europe/London:{start}\r\n"
        f"DURATION:PT50M\r\n{extra}END:VEVENT\r\n"
    )


def calendar(*events):
    """Return a calendar with these entries."""
    return ("BEGIN:VCALENDAR\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4\r\n"
AWAY = "BEGIN:VEVENT\r\nUID:away\r\nSUMMARY:Easter\r\nDTSTART;VALUE=DATE:20260403\r\nDTEND;VALUE=DATE:20260411\r\nEND:VEVENT\r\n"


@pytest.fixture
def two_people():
    """A calendar of two people, four sessions each, and time away."""
    return calendar(
        event("a", "H. S.", "20260302T100000", WEEKLY), event("b", "W. B.", "20260303T110000", WEEKLY), AWAY
    )


@pytest.fixture
def made_calendar():
    """Make a calendar: `made_calendar(("a", "H. S.", "20260302T100000"), ...)`."""
    return lambda *entries: calendar(*(event(*entry) for entry in entries))
