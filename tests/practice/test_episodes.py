"""Records are kept without one save overwriting another; two texts wait until a person has chosen."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.practice import episodes, models
from reattune.practice.mapping.episodes import record_of
from reattune.repair.movement import Movement
from reattune.repair.steps import Step
from reattune.repair.strategies import Strategy

DAY = date(2026, 6, 24)


@pytest.fixture
def row(new_client):
    record = replace(episodes.blank(DAY), text="one")
    return episodes.begin(new_client("heron"), record)


def fresh(row):
    return models.Episode.objects.get(pk=row.pk)


def test_a_new_record_is_version_one_and_in_the_audit(row):
    assert (fresh(row).version, record_of(fresh(row)).text) == (1, "one")
    assert [one.action for one in models.AuditEvent.objects.filter(what="episode")] == ["wrote"]


def test_a_save_goes_on_from_the_version_it_saw(row):
    record = replace(record_of(row), text="two", hold_until=date(2026, 7, 7))
    assert episodes.save(row, record, 1) is None
    found = fresh(row)
    assert (found.version, record_of(found), found.hold_until) == (2, record, date(2026, 7, 7))


def test_two_windows_keep_both_texts(row):
    base = record_of(row)
    episodes.save(fresh(row), replace(base, text="from the first"), 1)
    aside = episodes.save(fresh(row), replace(base, text="from the second"), 1)
    assert record_of(fresh(row)).text == "from the first"
    assert episodes.record_aside(aside).text == "from the second"
    assert episodes.aside_of(fresh(row)) == aside


def test_the_same_text_twice_is_nothing_to_choose_from(row):
    changed = replace(record_of(row), text="two")
    episodes.save(fresh(row), changed, 1)
    assert episodes.save(fresh(row), changed, 1) is None
    assert not models.Aside.objects.exists()


def test_what_is_done_beside_a_save_is_undone_with_it(row):
    def breaks(_row):
        raise RuntimeError("cut off")

    with pytest.raises(RuntimeError):
        episodes.save(fresh(row), replace(record_of(row), text="two"), 1, breaks)
    assert (fresh(row).version, record_of(fresh(row)).text) == (1, "one")
    assert models.AuditEvent.objects.filter(what="episode").count() == 1


KEPT = replace(
    episodes.blank(DAY), text="one", steps={Step.LEARN: (DAY,)}, tried=(Strategy.INVITE,), movement=Movement.AWAY
)
ASIDE = replace(
    KEPT, text="two", steps={Step.EXPLORE: (DAY,)}, tried=(Strategy.CLARIFY,), movement=Movement.AGAINST, view=2
)


def test_only_what_differs_is_asked_and_texts_and_lists_join():
    found = {one.name: one.joins for one in episodes.differing(KEPT, ASIDE)}
    assert found == {"text": True, "movement": False, "tried": True, "view": False, "steps": True}
    assert episodes.differing(KEPT, KEPT) == ()


def test_each_part_is_chosen_by_itself():
    choices = {"text": "both", "movement": "aside", "tried": "both", "view": "kept", "steps": "both"}
    found = episodes.chosen(KEPT, ASIDE, choices)
    assert found.text == "one\n\ntwo"
    assert found.movement is Movement.AGAINST
    assert found.tried == (Strategy.INVITE, Strategy.CLARIFY)
    assert found.view is None
    assert found.steps == {Step.EXPLORE: (DAY,), Step.LEARN: (DAY,)}


@pytest.mark.parametrize("choice", [{}, {"movement": "both"}, {"movement": "neither"}])
def test_without_a_choice_that_fits_nothing_is_chosen(choice):
    rest = {"text": "kept", "tried": "kept", "view": "kept", "steps": "kept"}
    assert episodes.chosen(KEPT, ASIDE, {**rest, **choice}) is None


def test_a_choice_lets_go_of_the_other_text(row):
    base = record_of(row)
    episodes.save(fresh(row), replace(base, text="first"), 1)
    aside = episodes.save(fresh(row), replace(base, text="second"), 1)
    assert episodes.settle(fresh(row), aside, replace(base, text="first and second"), 2)
    assert record_of(fresh(row)).text == "first and second"
    assert not models.Aside.objects.exists()


def test_a_choice_made_too_late_changes_nothing(row):
    base = record_of(row)
    episodes.save(fresh(row), replace(base, text="first"), 1)
    aside = episodes.save(fresh(row), replace(base, text="second"), 1)
    episodes.save(fresh(row), replace(base, text="third"), 2)
    assert not episodes.settle(fresh(row), aside, replace(base, text="old choice"), 2)
    assert record_of(fresh(row)).text == "third"
    assert models.Aside.objects.get() == aside


def test_the_others_are_the_clients_own_and_not_itself(row, new_client):
    other = episodes.begin(row.client, episodes.with_words(episodes.blank(DAY), "another"))
    episodes.begin(new_client("wren"), episodes.blank(DAY))
    assert [one.id for one in episodes.others(record_of(row), row.client)] == [str(other.pk)]
