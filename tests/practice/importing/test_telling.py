"""What was understood is told in plain words and small numbers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from reattune.model import Payment, PaymentKind, Quarantined, Session, SessionKind, Source
from reattune.practice.importing.telling import counted, label_line, sentence, understood
from reattune.reading.gathered import Gathered

ZONE = ZoneInfo("Europe/London")


def session(day, kind=SessionKind.ATTENDED, word="came"):
    start = datetime(2026, 3, day, 17, 0, tzinfo=ZONE)
    return Session(slot=start, start=start, end=None, kind=kind, original_word=word, source=Source("f", str(day)))


def test_one_sentence_says_how_much_of_what_of_whom_from_when():
    gathered = Gathered(
        sessions=(("H.", session(3)), ("H.", session(10)), ("W.", session(11))),
        quarantined=(Quarantined("f", "17", "start", "is no date"),),
    )
    words = understood(gathered, calendar=False)
    assert sentence(words) == "3 appointments of 2 names, from 3 Mar 2026 to 11 Mar 2026, with 1 row set aside."
    assert words["aside"] == [["17", "start", "is no date"]]


def test_a_single_day_and_nothing_at_all():
    assert "on 3 Mar 2026" in sentence(understood(Gathered(sessions=(("", session(3)),)), calendar=False))
    assert sentence(understood(Gathered(), calendar=False)) == "Nothing in it could be read yet."
    assert "1 Mar 2026" in sentence({"same": "2026-03-01"})


def test_a_label_is_told_by_when_it_usually_is():
    words = understood(Gathered(sessions=(("H.", session(3)), ("H.", session(10)))), calendar=True)
    line = label_line(words["labels"][0])
    assert line == "2 appointments, mostly Tuesdays 17:00, 3 Mar 2026 to 10 Mar 2026"


def test_words_nobody_knows_are_named_once():
    unknown = session(3, SessionKind.UNMAPPED, "Zoomed")
    payment = Payment(PaymentKind.UNMAPPED, "odd", Source("f", "1"), due=date(2026, 1, 1))
    gathered = Gathered(sessions=(("", unknown), ("", unknown)), payments=(("", payment),))
    assert understood(gathered, calendar=False)["unmapped"] == ["Zoomed", "odd"]


def test_counting_leaves_out_what_is_not_there():
    assert counted({"payment": 1, "rating": 2, "leave": 1}) == "1 payment, 2 ratings, 1 stretch away"
    assert counted({}) == ""


def test_few_rows_set_aside_are_listed_and_all_are_counted():
    aside = tuple(Quarantined("f", str(n), "x", "why") for n in range(500))
    words = understood(Gathered(quarantined=aside), calendar=False)
    assert words["aside_count"] == 500
    assert len(words["aside"]) == 300


def test_advice_for_a_folder_is_left_out_where_a_page_asks():
    aside = Quarantined("f", "2", "date", "31/31/2026 is not a date; give year-month-day or set day_first")
    remark = "nobody has said what “Odd” means; add it under status in practice.toml"
    words = understood(Gathered(quarantined=(aside,), remarks=(remark, "plain; simple")), calendar=False)
    assert words["aside"] == [["2", "date", "31/31/2026 is not a date"]]
    assert words["said"] == ["nobody has said what “Odd” means", "plain; simple"]
    assert words["two_ways"] == 0
