"""What is handed out to research: asked for each time, under pseudonyms, without a word, a name or a date."""

import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest

from reattune.errors import ReattuneError
from reattune.model import Initiator, Rating, Session, SessionKind, Source, Timing, Voice
from reattune.practice import consent, models, studying
from reattune.practice.consent import Purpose
from reattune.practice.mapping.codec import dump

TODAY, FIRST = date(2026, 6, 30), datetime(2026, 5, 5, 16, tzinfo=UTC)
SECRET = "quetzal"
KINDS = (SessionKind.ATTENDED, SessionKind.DID_NOT_ATTEND, SessionKind.CANCELLED, SessionKind.ATTENDED_LATE)


def keep(client, kind, record, day):
    row = models.Record(client=client, kind=kind, day=day)
    row.words = dump(record)
    row.save()


@pytest.fixture
def heron(new_client):
    """A client with four sessions and three ratings, and words in every place for words."""
    client = new_client(SECRET, dates_agreed=TODAY, started=FIRST.date(), ended_how=SECRET, suppress_why=SECRET)
    place = Source(f"{SECRET}.csv", SECRET)
    for number, kind in enumerate(KINDS):
        at = FIRST + timedelta(weeks=number)
        one = Session(
            at, at, at + timedelta(minutes=50), kind, SECRET, place, initiated_by=Initiator.CLIENT, note=SECRET
        )
        keep(client, "session", one, at.date())
    for number, (score, items) in enumerate([(30.0, (7.0, 8.0, 7.0, 8.0)), (None, (7.0, None, 6.0, 7.0)), (None, ())]):
        day = (FIRST + timedelta(weeks=number)).date()
        keep(client, "rating", Rating(day, "srs", Voice.CLIENT, Timing.POST, place, score, items), day)
    return client


@pytest.fixture
def given(heron):
    consent.write(heron, Purpose.RESEARCH, given=True, by="client", day=TODAY, note=SECRET)
    return heron


def tables(study="closeness 2026"):
    with zipfile.ZipFile(io.BytesIO(studying.export(study))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def rows(found, name):
    return list(csv.DictReader(io.StringIO(found[name])))


def test_without_consent_nothing_is_handed_out_nor_written_down(heron):
    for purpose in (Purpose.SUPERVISION, Purpose.CHECK_INS):
        consent.write(heron, purpose, given=True, by="client", day=TODAY)
    with pytest.raises(ReattuneError, match="Nobody has given"):
        studying.export("closeness")
    assert not models.AuditEvent.objects.filter(action="exported").exists()


def test_consent_is_asked_at_the_export_itself(given, new_client):
    new_client("other", started=TODAY)
    assert studying.given() == [given.pk]
    consent.write(given, Purpose.RESEARCH, given=False, by="client", day=TODAY)
    assert studying.given() == []
    with pytest.raises(ReattuneError):
        studying.export("closeness")


def test_no_word_no_name_and_no_date_leaves(given):
    for name, text in tables().items():
        assert SECRET not in text
        assert str(given.pk) not in text
        if name != "READ-ME.txt":
            assert not re.search(r"20\d\d-\d\d|\d\d:\d\d", text)


def test_kinds_of_attendance_stand_apart_by_day_and_session(given):
    found = rows(tables(), "sessions.csv")
    assert [one["kind"] for one in found] == [one.value for one in KINDS]
    assert [(one["day"], one["session"]) for one in found] == [("0", "1"), ("7", "1"), ("14", "1"), ("21", "2")]
    assert {one["initiated_by"] for one in found} == {"client"}


def test_raw_items_rater_timing_and_what_is_missing(given):
    found = tables()
    ratings, items = rows(found, "ratings.csv"), rows(found, "items.csv")
    assert [one["missing"] for one in ratings] == ["", "not_answered", "offered_and_skipped"]
    assert (ratings[0]["rater"], ratings[0]["timing"], ratings[0]["score"]) == ("client", "post", "30.0")
    assert [(one["item"], one["value"], one["missing"]) for one in items[4:6]] == [
        ("1", "7.0", ""),
        ("2", "", "not_answered"),
    ]


def test_a_pseudonym_holds_within_a_study_and_not_across_two(given):
    one, again, other = (rows(tables(name), "relationships.csv")[0]["pseudonym"] for name in ("a", "a", "b"))
    assert one == again
    assert one != other
    assert re.fullmatch("[0-9a-f]{16}", one)


def test_each_client_finds_it_in_their_own_audit(given):
    studying.export("closeness")
    line = models.AuditEvent.objects.get(action="exported")
    assert (line.client, line.what, line.purpose) == (given.pk, "research", "research")


@pytest.mark.parametrize("study", ["", "   ", "x" * 81])
def test_a_study_has_a_name(given, study):
    with pytest.raises(ReattuneError, match="study"):
        studying.export(study)


def test_few_people_are_said_to_be_few():
    assert "recognised" in studying.few_words(4)
    assert studying.few_words(4) != studying.few_words(5)


def test_the_read_me_says_how_to_read_it(given):
    words = tables()["READ-ME.txt"]
    assert "closeness 2026" in words
    assert "offered and skipped" in words
