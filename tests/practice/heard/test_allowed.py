"""What was agreed decides: talked about, withdrawn, switched off."""

from datetime import date

from reattune.practice import consent
from reattune.practice.heard import allowed

DAY = date(2026, 6, 2)


def test_agreed_withdrawn_and_switched_off(new_client):
    heron = new_client("heron")
    assert (allowed.is_agreed(heron), allowed.is_withdrawn(heron), allowed.is_counted(heron)) == (False, False, False)
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=True, by="therapist", day=DAY)
    assert (allowed.is_agreed(heron), allowed.is_withdrawn(heron), allowed.is_counted(heron)) == (True, False, True)
    heron.off = ["speech"]
    assert not allowed.is_counted(heron)
    consent.write(heron, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=DAY)
    assert (allowed.is_agreed(heron), allowed.is_withdrawn(heron)) == (False, True)


def test_the_paragraph_says_that_no_is_a_full_answer():
    assert "“No” is a full answer" in allowed.asking()
