"""Status words to kinds."""

import pytest

from reattune.model import Initiator, PaymentKind, Session, SessionKind, Source
from reattune.reading.statuses import (
    GOCARDLESS,
    OPENEMR,
    PLAIN,
    SIMPLEPRACTICE,
    SIMPLEPRACTICE_PAYMENTS,
    STRIPE,
    Meaning,
    initiator_named,
    payment_kind,
    says_death,
    session_meaning,
    unmapped,
)


@pytest.mark.parametrize("kind", list(SessionKind))
def test_every_kind_is_a_word_of_its_own(kind):
    assert session_meaning(kind, {}).kind is kind
    assert session_meaning(kind.replace("_", " ").upper(), {}).kind is kind


@pytest.mark.parametrize("kind", list(PaymentKind))
def test_every_payment_kind_is_a_word_of_its_own(kind):
    assert payment_kind(kind, {}) is kind


def test_an_empty_word_is_an_agreement_and_an_unknown_one_is_unmapped():
    assert session_meaning("", {}) == Meaning(SessionKind.SCHEDULED)
    assert session_meaning("no show", {}) == Meaning(SessionKind.UNMAPPED)
    assert payment_kind("", {}) is None
    assert payment_kind("gift", {}) is PaymentKind.UNMAPPED


def test_the_practice_own_mapping_comes_first():
    own = {"DNA": "did_not_attend", "attended": "attended_late", "Odd": "no such kind"}
    assert session_meaning("dna", own).kind is SessionKind.DID_NOT_ATTEND
    assert session_meaning("attended", own).kind is SessionKind.ATTENDED_LATE
    assert session_meaning("Odd", own).kind is SessionKind.UNMAPPED
    assert payment_kind("Bar", {"bar": "paid"}) is PaymentKind.PAID


@pytest.mark.parametrize(
    ("word", "kind", "initiator", "confirmed"),
    [
        ("Show", SessionKind.ATTENDED, Initiator.UNKNOWN, False),
        ("Canceled", SessionKind.CANCELLED, Initiator.UNKNOWN, True),
        ("Late canceled", SessionKind.CANCELLED_SHORT_NOTICE, Initiator.UNKNOWN, True),
        ("No show", SessionKind.DID_NOT_ATTEND, Initiator.UNKNOWN, True),
        ("clinician canceled", SessionKind.CANCELLED, Initiator.THERAPIST, True),
        ("Client canceled", SessionKind.CANCELLED, Initiator.CLIENT, True),
    ],
)
def test_simplepractice_words(word, kind, initiator, confirmed):
    assert session_meaning(word, {}, SIMPLEPRACTICE) == Meaning(kind, initiator, confirmed)


def test_openemr_codes_with_and_without_their_words():
    assert set("-*+^@<>$~!x%?=&#") <= set(OPENEMR)
    assert session_meaning("-", {}, OPENEMR).kind is SessionKind.SCHEDULED
    assert session_meaning("~", {}, OPENEMR).kind is SessionKind.ATTENDED_LATE
    assert session_meaning("X Canceled", {}, OPENEMR).kind is SessionKind.CANCELLED
    assert session_meaning("- None", {}, OPENEMR).kind is SessionKind.SCHEDULED
    assert session_meaning("#", {}, OPENEMR).kind is SessionKind.UNMAPPED
    assert session_meaning("#", {"#": "cancelled"}, OPENEMR).kind is SessionKind.CANCELLED
    assert session_meaning("*", {"-": "cancelled"}, OPENEMR).kind is SessionKind.SCHEDULED


def test_payment_words():
    assert payment_kind("Refunded", {}, STRIPE) is PaymentKind.REFUNDED
    assert payment_kind("NO CHARGE", {}, SIMPLEPRACTICE_PAYMENTS) is PaymentKind.NO_CHARGE
    assert payment_kind("customer_approval_denied", {}, GOCARDLESS) is PaymentKind.FAILED


def test_who_is_named():
    assert initiator_named("Third party") is Initiator.THIRD_PARTY
    assert initiator_named("") is Initiator.UNKNOWN
    assert initiator_named("reception") is None


def test_the_therapist_is_away_by_the_therapist():
    assert PLAIN["therapist unavailable"].initiator is Initiator.THERAPIST


def test_each_unmapped_word_is_said_once(day):
    def session(word, row):
        return Session(day, day, None, SessionKind.UNMAPPED, word, Source("f.csv", row))

    sessions = [session("Zumba", "2"), session("DNA", "3"), session("Zumba", "4")]
    said = unmapped("f.csv", sessions, {"DNA": "absent"})
    assert [one.what for one in said] == ["f.csv", "f.csv"]
    assert "“absent”, which is no kind" in said[0].why
    assert "“Zumba” means (2 rows, first: 2); add it under status" in said[1].why


@pytest.fixture
def day():
    from datetime import UTC, datetime

    return datetime(2026, 1, 6, 17, tzinfo=UTC)


@pytest.mark.parametrize("text", ["died", "Dead", "DEATH", "has died", "Client died.", "pat-dec", "PAT_DEC"])
def test_words_that_say_a_client_has_died(text):
    assert says_death(text)


@pytest.mark.parametrize("text", ["", "a friend died", "dead line", "death in the family"])
def test_words_about_somebody_else_do_not(text):
    assert not says_death(text)


def test_a_word_that_silences_is_not_listed_as_one_nobody_explained(day):
    session = Session(day, day, None, SessionKind.UNMAPPED, "pat-dec", Source("f.csv", "2"))
    assert unmapped("f.csv", [session]) == ()
