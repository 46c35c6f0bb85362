"""Answers to moments: one stands at a time, taken back it stays as undone, and what is ordinary counts no more."""

import pytest

from reattune.practice import jobs, models
from reattune.practice.heard import answering, figures
from reattune.practice.heard.opened import open_up
from reattune.practice.heard.trusted import trusted, words
from reattune.speech.moments import moments
from reattune.speech.worth import Said


@pytest.fixture
def moment(told):
    return next(one for one in moments(open_up(told).reading) if one.direction is not None)


def test_an_answer_is_kept_with_its_rules_and_in_the_audit(told, moment):
    row = answering.say(told, moment, Said.YES)
    assert answering.standing(told) == {moment.id: row}
    assert models.Answer.objects.get().words == {"rules": list(moment.rules)}
    assert models.AuditEvent.objects.filter(what=answering.WHAT, action="wrote", client=told.client_id).count() == 1


def test_the_same_twice_is_once_and_another_takes_it_back(told, moment):
    first = answering.say(told, moment, Said.YES)
    assert answering.say(told, moment, Said.YES) == first
    answering.say(told, moment, Said.UNSURE)
    assert [one.answer for one in answering.standing(told).values()] == ["unsure"]
    assert models.Answer.objects.exclude(undone=None).count() == 1


def test_taken_back_it_stays_as_undone(told, moment):
    row = answering.say(told, moment, Said.NO)
    assert answering.take_back(row)
    assert not answering.take_back(row)
    assert answering.standing(told) == {}
    assert models.Answer.objects.count() == 1


def test_only_ordinary_changes_the_figures(told, moment):
    jobs.run_pending()
    answering.say(told, moment, Said.YES)
    assert not models.Job.objects.filter(kind=figures.KIND, state="waiting").exists()
    answering.say(told, moment, Said.NO)
    assert models.Job.objects.filter(kind=figures.KIND, state="waiting").exists()


@pytest.mark.parametrize("said", list(Said))
def test_each_has_words(said):
    assert answering.words(said)


def test_trust_comes_from_what_stands(told, moment):
    assert trusted().trust == {}
    row = answering.say(told, moment, Said.NO)
    assert all(trusted().trust[rule] == pytest.approx(20 / 21) for rule in moment.rules)
    answering.take_back(row)
    assert trusted().trust == {}


def test_counts_are_said_from_three_on(told, moment):
    for number in range(2):
        row = models.Answer(client=told.client, heard=told, moment=f"{number}", answer="yes")
        row.words = {"rules": list(moment.rules)}
        row.save()
    assert words(trusted().counted, moment) == ""
    answering.say(told, moment, Said.NO)
    assert words(trusted().counted, moment) == "You called 1 of 3 like this ordinary."
    answering.say(told, moment, Said.UNSURE)
    assert words(trusted().counted, moment) == "You have answered 3 like this, and called none of them ordinary."


def test_two_windows_that_each_kept_one_are_taken_back_together(told, moment):
    for said in ("yes", "no"):
        row = models.Answer(client=told.client, heard=told, moment=moment.id, answer=said)
        row.words = {"rules": list(moment.rules)}
        row.save()
    assert answering.take_back(answering.standing(told)[moment.id])
    assert answering.standing(told) == {}
    assert not answering.take_back(row)
    assert models.Job.objects.filter(kind=figures.KIND, state="waiting").exists(), "one of them said it was ordinary"
