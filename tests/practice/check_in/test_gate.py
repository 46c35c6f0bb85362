"""No check-in before it is said who reads it and when; none once it was withdrawn."""

import pytest

from reattune.practice import consent
from reattune.practice.check_in import gate
from reattune.practice.keeping import keep


@pytest.fixture
def heron(new_client):
    keep(read_when="By six.")
    return new_client("heron")


def test_with_both_texts_it_is_open_without_anything_signed(heron):
    assert gate.why_not(heron) == ""


@pytest.mark.parametrize("name", ["read_when", "safety"])
def test_without_either_text_it_is_open_to_nobody(heron, name):
    keep(**{name: "  "})
    assert "not open yet" in gate.why_nobody()
    assert gate.why_not(heron) == gate.why_nobody()


def test_withdrawn_it_is_closed_for_this_client_and_open_again_when_given(heron, new_client):
    day = heron.created.date()
    consent.write(heron, consent.Purpose.CHECK_INS, given=False, by="client", day=day)
    assert "no consequences" in gate.why_not(heron)
    assert gate.why_not(new_client("wren")) == ""
    consent.write(heron, consent.Purpose.CHECK_INS, given=True, by="client", day=day)
    assert gate.why_not(heron) == ""
