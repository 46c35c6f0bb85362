"""The rows of a day in words, each with the place it came from."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from tests.reading.test_recorded_figures import MOVEMENT, SOUND

from reattune.model import (
    CheckIn,
    FeltOff,
    Initiator,
    Payment,
    PaymentKind,
    Rating,
    Session,
    SessionKind,
    Share,
    Source,
    Timing,
    Voice,
)
from reattune.practice import consent, models
from reattune.practice.mapping.codec import dump
from reattune.practice.portrait import portrait
from reattune.practice.rows import payment_words, place, rows_of
from reattune.reading.recorded_figures import plain_movement, plain_sound

DAY = date(2026, 6, 16)
SLOT = datetime(2026, 6, 16, 17, 0, tzinfo=ZoneInfo("Europe/London"))
Kind = models.Record.Kind


def kept(client, kind, record):
    row = models.Record(client=client, kind=kind, day=DAY)
    row.words = dump(record)
    row.save()


def said(client):
    return [(one.kind, one.said, one.more) for one in rows_of(portrait(client, date(2026, 6, 30)), DAY)]


def test_every_kind_of_row_of_a_day_is_there(new_client):
    heron = new_client("heron")
    session = Session(
        SLOT,
        SLOT,
        None,
        SessionKind.CANCELLED,
        "Cancelled",
        Source("a.csv", "2"),
        initiated_by=Initiator.CLIENT,
        changed_at=SLOT - timedelta(hours=30),
        stated_reason="train strike",
        fee_charged=False,
    )
    kept(heron, Kind.SESSION, session)
    paid = Payment(
        PaymentKind.PAID, "paid", Source("p.csv", "3"), due=DAY, paid=DAY, amount=Decimal(80), currency="GBP"
    )
    kept(heron, Kind.PAYMENT, paid)
    kept(heron, Kind.RATING, Rating(DAY, "srs", Voice.CLIENT, Timing.POST, Source("r.csv", "4"), score=36.5))
    kept(
        heron,
        Kind.CHECK_IN,
        CheckIn(DAY, Voice.CLIENT, FeltOff.YES, "a little far", Share.NOW, Source("c.csv", "5")),
    )
    models.Pause.objects.create(client=heron, start=DAY, end=DAY, by="both", agreed=date(2026, 5, 1))
    found = {kind: (words, more) for kind, words, more in said(heron)}
    assert found["session"][0] == "16 Jun 2026, 17:00: cancelled by the client"
    assert "30 hours before." in found["session"][1]
    assert "Reason as it was given: “train strike”." in found["session"][1]
    assert "The fee was not charged." in found["session"][1]
    assert found["payment"] == ("paid", ("80 GBP", "Due 16 Jun 2026.", "Paid 16 Jun 2026."))
    assert found["rating"][0].endswith("client: 36.5")
    assert found["said, client"][0] == "“a little far”"
    assert found["break"][1] == ("Agreed on 1 May 2026.",)


def test_what_is_not_shared_is_not_there(new_client):
    heron = new_client("heron")
    kept(heron, Kind.CHECK_IN, CheckIn(DAY, Voice.CLIENT, FeltOff.YES, "for me", Share.ONLY_ME, Source("c.csv", "5")))
    assert said(heron) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("a.csv", "7"), "a.csv, row 7"),
        (Source("a.ics", ""), "a.ics"),
        (Source("frame", "x"), "the frame, as it is written here"),
        (Source("register", "x"), "the week’s register"),
        (Source("desk", "x"), "written at the desk"),
    ],
)
def test_a_place_is_said_as_a_person_looks_it_up(source, words):
    assert place(source) == words


def test_every_payment_has_words_that_blame_nobody():
    words = {payment_words(one) for one in PaymentKind}
    assert len(words) == len(PaymentKind)
    assert not any("fail" in one for one in words)


def test_a_recording_is_named_as_one_and_says_how_much_of_it_could_be_used(new_client):
    heron = new_client("heron")
    consent.write(heron, consent.Purpose.RECORDING, given=True, by="therapist", day=DAY)
    recording = models.Recording(client=heron, day=DAY, size=9, delete_on=date(2026, 7, 30))
    figures = {"sound": plain_sound(SOUND), "movement": plain_movement(MOVEMENT)}
    recording.words = {"name": "tuesday.mp4", "figures": figures, "known_at": "2026-06-16"}
    recording.save()
    rows = rows_of(portrait(heron, date(2026, 6, 30)), DAY)
    assert [(one.kind, one.place) for one in rows] == [
        ("what was heard", "the recording tuesday.mp4"),
        ("what was seen", "the recording tuesday.mp4"),
    ]
    assert rows[0].said == f"{round(SOUND.seconds / 60)} minutes were listened to"
    assert rows[1].said == f"{round(MOVEMENT.usable / 60)} minutes have movement data of both"
    consent.write(heron, consent.Purpose.RECORDING, given=False, by="therapist", day=date(2026, 6, 17))
    assert rows_of(portrait(models.Client.objects.get(pk=heron.pk), date(2026, 6, 30)), DAY) == ()
