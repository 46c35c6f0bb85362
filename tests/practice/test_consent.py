"""Consent: each purpose by itself, in effect at once, written down once wherever it was said."""

from datetime import date

import pytest

from reattune.practice import agreeing, auditing, consent, models
from reattune.practice.consent import Purpose, history, is_given, means, name_of, standing, write
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship
from reattune.practice.scope import Reach, Scope, use

TODAY = date(2026, 6, 30)
DAY = date(2026, 6, 1)


def off(client):
    return relationship(models.Client.objects.get(pk=client.pk), kept().zone)[0].off


def test_nothing_is_given_before_it_was_talked_about(new_client):
    heron = new_client("heron")
    found = standing(heron)
    assert set(found) == set(Purpose)
    assert not any(one.given for one in found.values())
    assert all(one.reason == "This was not talked about yet." for one in found.values())


def test_check_ins_may_be_offered_until_they_are_withdrawn_and_nothing_else_may(new_client):
    heron = new_client("heron")
    assert [one for one in Purpose if is_given(heron, one)] == [Purpose.CHECK_INS]
    write(heron, Purpose.CHECK_INS, given=False, by="client", day=TODAY)
    assert not is_given(heron, Purpose.CHECK_INS)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_given_and_withdrawn_each_holds_at_once_and_touches_no_other(new_client, purpose):
    heron = new_client("heron")
    others = {one: is_given(heron, one) for one in Purpose if one is not purpose}
    write(heron, purpose, given=True, by="client", day=DAY, note="we spoke about it")
    assert is_given(heron, purpose)
    write(heron, purpose, given=False, by="therapist", day=TODAY)
    assert not is_given(heron, purpose)
    assert standing(heron)[purpose].reason == "Withdrawn."
    assert (standing(heron)[purpose].since, standing(heron)[purpose].by) == (TODAY, "therapist")
    assert {one: is_given(heron, one) for one in others} == others
    lines = history(heron)[purpose]
    assert [(one.given, one.by, one.words.get("note", "")) for one in lines] == [
        (False, "therapist", ""),
        (True, "client", "we spoke about it"),
    ]
    written = models.AuditEvent.objects.filter(what=f"consent: {purpose.value}").order_by("seq")
    assert [one.who for one in written] == ["client", "therapist"]
    assert list(auditing.verify()) == []


def test_what_is_noticed_follows_at_once(new_client):
    heron = new_client("heron")
    write(heron, Purpose.TIMES, given=True, by="client", day=DAY)
    assert "attendance" not in off(heron)
    assert "payment" in off(heron)
    write(heron, Purpose.PAYMENTS, given=True, by="therapist", day=DAY)
    assert off(heron) == set()
    write(heron, Purpose.TIMES, given=False, by="client", day=TODAY)
    assert {"attendance", "rescheduling"} <= off(heron)
    assert models.Client.objects.get(pk=heron.pk).stale


def test_the_agreement_page_and_consent_are_one(new_client):
    heron = new_client("heron")
    agreeing.keep_days(heron, {"dates_agreed": "2026-06-01"}, TODAY)
    assert [(one.purpose, one.given, one.day, one.by) for one in heron.consents.all()] == [
        ("times", True, DAY, "therapist")
    ]
    write(heron, Purpose.TIMES, given=False, by="client", day=TODAY)
    assert models.Client.objects.get(pk=heron.pk).dates_agreed is None
    heron.refresh_from_db()
    agreeing.keep_days(heron, {"dates_agreed": "", "payment_agreed": ""}, TODAY)
    assert heron.consents.count() == 2, "what is as it was is not written down again"


def test_what_was_agreed_before_consent_was_a_record_of_its_own_counts(new_client):
    heron = new_client("heron", dates_agreed=DAY)
    found = standing(heron)[Purpose.TIMES]
    assert (found.given, found.since, found.by) == (True, DAY, "therapist")


def test_what_is_in_effect_holds_wherever_it_was_changed(new_client):
    heron = new_client("heron")
    write(heron, Purpose.TIMES, given=True, by="client", day=DAY)
    models.Client.objects.filter(pk=heron.pk).update(dates_agreed=None)
    assert not is_given(models.Client.objects.get(pk=heron.pk), Purpose.TIMES)


def test_a_client_at_the_device_writes_it_down_themselves(new_client):
    heron, wren = new_client("heron"), new_client("wren")
    with use(Scope(Reach.ONE_CLIENT, client=heron.pk, actor="client")):
        write(models.Client.objects.get(), Purpose.RESEARCH, given=True, by="client", day=TODAY)
    assert is_given(heron, Purpose.RESEARCH)
    assert not is_given(wren, Purpose.RESEARCH)


def test_every_purpose_has_a_name_and_says_in_a_sentence_what_it_means():
    assert len({name_of(one) for one in Purpose}) == len(Purpose)
    assert all(means(one).endswith(".") for one in Purpose)
    assert consent.Standing(Purpose.TIMES, given=True, since=DAY, by="client").reason == "Agreed to."


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_a_name_and_says_what_it_means(purpose):
    assert name_of(purpose)
    assert means(purpose).endswith(".")
