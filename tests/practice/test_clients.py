"""Clients by codename, begun by hand, and looked at again after a change."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from reattune.errors import ReattuneError
from reattune.practice import clients, importing, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

TODAY = date(2026, 6, 30)


def test_a_client_has_a_key_of_their_own_at_once(new_client):
    heron = new_client("  grey   heron ")
    assert heron.codename == "grey heron"
    assert models.ClientKey.objects.get(client=heron).wrapped


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_codename_that_is_none_is_refused(store, name):
    with pytest.raises(ReattuneError, match="codename"):
        clients.add(name)
    assert not models.Client.objects.exists()


def test_a_codename_may_be_kept_by_whoever_has_it(new_client):
    heron = new_client("heron")
    assert clients.checked("Heron", besides=heron) == "Heron"
    with pytest.raises(ReattuneError, match="already"):
        clients.checked("HERON")


def test_a_change_is_marked_and_a_look_put_in_line_once(new_client):
    heron = new_client("heron")
    models.Client.objects.update(stale=False)
    clients.changed(heron)
    clients.changed(heron)
    assert models.Client.objects.get().stale
    assert models.Job.objects.filter(kind="look").count() == 1


def test_what_is_begun_by_hand_has_its_frame(store):
    start = clients.understood({"codename": "heron", "weekday": "2", "starts_at": "09:30:30", "minutes": "50"})
    made = clients.begin(start, TODAY)
    version = relationship(made, kept().zone)[0].frame.at(TODAY)
    assert (version.weekday, f"{version.starts_at:%H:%M:%S}", version.minutes) == (2, "09:30:00", 50)
    assert version.start == TODAY
    assert models.AuditEvent.objects.last().client == made.pk


def test_begun_with_a_taken_codename_nothing_is_left_behind(new_client):
    new_client("heron")
    with pytest.raises(ReattuneError):
        clients.begin(clients.Start("heron", weekday=1), TODAY)
    assert models.Client.objects.count() == 1
    assert not models.Agreement.objects.exists()


def test_what_was_not_said_stays_unsaid(store):
    assert clients.understood({"codename": "heron"}) == clients.Start("heron")


def test_a_new_client_has_the_time_away_that_files_told_of_before(store):
    away = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:b\nDTSTAMP:20260101T000000Z\n"
        "DTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260817\nSUMMARY:Holiday\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    clients.add("heron")
    imported = importing.keep(importing.take("mine.ics", away.encode()))
    wren = clients.add("wren")
    (one,) = relationship(wren, ZoneInfo("Europe/London"))[0].frame.breaks
    assert (one.start, one.end) == (date(2026, 8, 3), date(2026, 8, 16))
    importing.undo(imported)
    assert relationship(wren, ZoneInfo("Europe/London"))[0].frame.breaks == ()


def test_the_time_of_keeping_ends_some_years_after_the_work():
    assert clients.kept_until(date(2020, 5, 1), 7) == date(2027, 5, 1)
    assert clients.kept_until(date(2024, 2, 29), 7) == date(2031, 3, 1)
    assert clients.kept_until(None, 7) is None
    assert clients.kept_until(date(2020, 5, 1), 0) is None
    assert clients.kept_until(date(2020, 5, 1), 9000) is None
