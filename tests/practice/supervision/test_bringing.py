"""Choosing what goes along, and the act of bringing it."""

from datetime import UTC, date, datetime

import pytest

from reattune.practice import auditing, models
from reattune.practice.importing import linking
from reattune.practice.supervision import bringing
from reattune.practice.supervision.sheet import Part

TODAY = date(2026, 6, 30)


@pytest.fixture
def here(heron):
    return bringing.known(heron, "A")


@pytest.fixture
def every(subject, here):
    return bringing.offered(subject, here)


def by_ref(every):
    return {one.item.ref: one.item for one in every}


def test_names_and_days_have_gone_before_anything_is_chosen(every):
    assert by_ref(every)["record:text"].text == "A went quiet after session 9, when Mrs Smith rang from Leeds."
    assert by_ref(every)["record:text"].when == "session 9"
    assert by_ref(every)["record:wish"].when == "the same session"
    assert "2026" not in " ".join(one.item.text + one.item.when for one in every)


def test_what_the_client_said_is_told_from_the_first_session(subject, here, said, agreed):
    row = said("Heron is not my name")
    item = by_ref(bringing.offered(subject, here))[f"said:{row.pk}"]
    assert (item.when, item.text, item.changed) == ("one session later", "A is not my name", True)


def test_labels_that_mean_the_client_are_known_and_those_of_others_too(heron, new_client):
    linking.link("Jane Miller", heron)
    linking.link("Tom Baker", new_client("wren"))
    here = bringing.known(heron, "A")
    assert set(here.own) == {"heron", "Jane Miller"}
    assert set(here.others) == {"wren", "Tom Baker"}


def test_all_is_ticked_beforehand_but_the_clients_words(subject, here, said, agreed):
    row = said()
    every = bringing.offered(subject, here)
    assert bringing.usual(every) == {one.item.ref for one in every} - {f"said:{row.pk}"}


def test_only_what_was_ticked_goes_along_in_the_words_that_were_typed(every):
    items = bringing.chosen(every, frozenset({"record:my_part", "record:text", "no:such"}), {"record:text": "Changed."})
    assert [(one.ref, one.text) for one in items] == [
        ("record:text", "Changed."),
        ("record:my_part", "I looked at the clock."),
    ]


def test_a_line_of_ones_own_goes_along_but_none_in_the_clients_name(every):
    items = bringing.chosen(every, frozenset(), {"added:rivals": "She was tired.", "added:client": "I am fine."})
    assert [(one.part, one.text) for one in items] == [(Part.RIVALS, "She was tired.")]


def test_what_was_emptied_stays_here(every):
    assert bringing.chosen(every, frozenset({"record:text"}), {"record:text": ""}) == ()


def test_changed_words_of_the_client_say_so_and_unchanged_ones_do_not(subject, here, said, agreed):
    ref = f"said:{said('I was sad').pk}"
    every = bringing.offered(subject, here)
    take = frozenset({ref})
    assert not bringing.chosen(every, take, {ref: "I was sad"})[0].changed
    assert bringing.chosen(every, take, {ref: "I was"})[0].changed


def test_bringing_keeps_it_as_it_left_and_stands_in_the_audit(subject, every, heron):
    what = bringing.sheet("A", "How?", "me", bringing.chosen(every, bringing.usual(every), {}))
    row = bringing.bring(subject, what, TODAY)
    found = models.Consultation.objects.get()
    assert found.pk == row.pk
    assert found.words == {"question": "How?", "sheet": what.as_dict()}
    line = models.AuditEvent.objects.get(action="exported")
    assert (line.client, line.what, line.purpose) == (heron.pk, "consultation", "supervision")
    assert list(auditing.verify()) == []


def test_a_client_keeps_their_letter_and_another_gets_the_next(subject, heron, new_client):
    assert bringing.letter(heron) == "A"
    bringing.bring(subject, bringing.sheet("A", "How?", "me", ()), TODAY, expires=datetime.now(UTC))
    assert bringing.letter(heron) == "A"
    assert bringing.letter(new_client("wren")) == "B"
