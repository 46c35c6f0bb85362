"""A letter that came back: taken in once, for whom it says, and without a trace of what is not shared."""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from reattune.model import Share
from reattune.practice import consent, models
from reattune.practice.check_in import arriving
from reattune.practice.check_in.letter import LetterError
from reattune.practice.keeping import keep
from reattune.practice.vault import Cost
from reattune.practice.voices import own
from reattune.practice.voices.saying import words_for_author

TODAY = date(2026, 6, 30)
SENDING = "0123456789abcdef0123456789abcdef"
OFF = {"question": "felt_off", "choice": "yes", "text": "You looked at the clock.", "share": "now"}
LATER = {"question": "felt_good", "choice": "yes", "text": "That you stayed.", "share": "after_ending"}

pytestmark = pytest.mark.usefixtures("asking")


def test_what_was_shared_is_kept_in_the_clients_voice(new_client, seal):
    heron = new_client("heron")
    new_client("wren")
    raised = {"question": "hard_to_say", "choice": "", "text": "Money.", "share": "raise_for_me"}
    found = arriving.take_in(seal(heron, sending=SENDING, answers=[OFF, raised], day="2026-06-29"), TODAY)
    assert found.client == heron
    assert found.sitting == UUID(hex=SENDING)
    assert found.left_out == 0
    rows = {row.words["question"]: row for row in models.Said.objects.filter(sitting=found.sitting)}
    assert rows["felt_off"].words == {
        "question": "felt_off",
        "choice": "yes",
        "text": "You looked at the clock.",
        "when": "after",
    }
    assert rows["felt_off"].day == date(2026, 6, 29)
    assert rows["hard_to_say"].share == Share.RAISE_FOR_ME
    assert {row.client for row in rows.values()} == {heron}


def test_what_felt_off_and_was_shared_is_something_to_talk_about_at_once(new_client, seal):
    heron = new_client("heron")
    arriving.take_in(seal(heron, answers=[OFF]), TODAY)
    assert models.Talk.objects.get().client == heron


def test_what_waits_for_the_end_is_seen_by_nobody_before(new_client, seal):
    heron = new_client("heron")
    arriving.take_in(seal(heron, answers=[LATER]), TODAY)
    assert not models.Said.objects.exists()
    row = models.Said.every.get()
    assert row.share == Share.AFTER_ENDING
    models.Client.objects.update(ended=date(2026, 6, 1))
    assert models.Said.objects.get().words["text"] == "That you stayed."


def test_what_waits_for_the_end_can_be_read_by_its_author_meanwhile(new_client, seal):
    heron = new_client("heron")
    key, _code = own.make(heron, "a heron of my own", cost=Cost(memory_kib=64, passes=1, lanes=1))
    arriving.take_in(seal(heron, answers=[LATER]), TODAY)
    assert words_for_author(models.Said.every.get(), key)["text"] == "That you stayed."


def test_the_audit_is_the_same_with_and_without_what_waits(new_client, seal):
    lines = []
    for name, answers in (("heron", [OFF]), ("wren", [OFF, LATER])):
        client = new_client(name)
        before = set(models.AuditEvent.objects.values_list("pk", flat=True))
        arriving.take_in(seal(client, answers=answers), TODAY)
        new = models.AuditEvent.objects.exclude(pk__in=before).order_by("seq")
        lines.append([(one.action, one.what, one.who) for one in new])
    assert lines[0] == lines[1]
    assert ("imported", "letter", "therapist") in lines[0]


def test_twice_is_said_and_not_kept_twice(new_client, seal):
    heron = new_client("heron")
    for answers in ([OFF], [OFF, LATER]):
        text = seal(heron, sending=SENDING, answers=answers)
        if len(answers) == 1:
            arriving.take_in(text, TODAY)
            continue
        with pytest.raises(LetterError, match="taken in already, on"):
            arriving.take_in(text, TODAY)
    assert models.Said.every.count() == 1
    assert models.Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-06-30", TODAY),
        ("2026-07-01", TODAY),
        ("1970-01-01", TODAY),
        ("soon", TODAY),
        (["2026-06-29"], TODAY),
        ("2026-06-01", date(2026, 6, 1)),
    ],
)
def test_a_day_that_cannot_be_is_today(new_client, seal, written, kept):
    arriving.take_in(seal(new_client("heron"), answers=[OFF], day=written), TODAY)
    assert models.Said.objects.get().day == kept


def test_from_nobody_who_is_kept_here_nothing_is_kept(new_client, seal):
    heron = new_client("heron")
    text = seal(heron, answers=[OFF])
    heron.delete()
    with pytest.raises(LetterError, match="nobody who is kept here"):
        arriving.take_in(text, TODAY)
    assert not models.Said.every.exists()


def test_where_check_ins_are_not_open_nothing_is_taken_in(new_client, seal):
    heron = new_client("heron")
    text = seal(heron, answers=[OFF])
    consent.write(heron, consent.Purpose.CHECK_INS, given=False, by="client", day=TODAY)
    with pytest.raises(LetterError, match="withdrawn"):
        arriving.take_in(text, TODAY)
    consent.write(heron, consent.Purpose.CHECK_INS, given=True, by="client", day=TODAY)
    keep(read_when="")
    with pytest.raises(LetterError, match="not open yet"):
        arriving.take_in(text, TODAY)
    assert not models.Letter.objects.exists()


def test_a_letter_is_found_again_by_its_number_alone(new_client, seal):
    heron = new_client("heron")
    found = arriving.take_in(seal(heron, answers=[]), TODAY)
    assert arriving.taken_in(found.sitting).client == heron
    assert arriving.taken_in(UUID(int=5)) is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest FROM practice_letter")
        assert found.sitting.hex not in str(cursor.fetchall())
