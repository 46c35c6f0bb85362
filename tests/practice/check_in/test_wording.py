"""What is asked: the four questions but those left out, and forms in wording that a practice holds the permission for."""

from dataclasses import replace

import pytest

from reattune.errors import ReattuneError
from reattune.instruments import shipped
from reattune.practice import models
from reattune.practice.check_in import wording
from reattune.practice.check_in.asked import When
from reattune.practice.check_in.wording import Wording

PHQ = Wording("Lately:", tuple(f"item {n}" for n in range(1, 10)), ("never", "", "", "daily"), True, ("after",))


@pytest.fixture
def phq(store) -> wording.Form:
    wording.word("phq-9", PHQ)
    return wording.forms(When.AFTER)[0]


def test_to_begin_with_the_four_questions_are_asked_and_no_form(store):
    for when in When:
        assert [one.id for one in wording.questions(when)] == ["felt_off", "worked", "hard_to_say", "felt_good"]
        assert wording.forms(when) == ()


def test_a_question_can_be_left_out_at_one_time_and_asked_at_the_other(store):
    wording.ask(When.BEFORE, ["felt_off", "felt_good"])
    assert [one.id for one in wording.questions(When.BEFORE)] == ["felt_off", "felt_good"]
    assert len(wording.questions(When.AFTER)) == 4
    wording.ask(When.BEFORE, ["felt_off", "worked", "hard_to_say", "felt_good"])
    assert len(wording.questions(When.BEFORE)) == 4


def test_no_wording_comes_with_it(store):
    assert all(wording.find(name) is None for name in shipped())


def test_a_form_is_asked_with_its_words_its_values_and_what_may_touch_on_danger(phq):
    assert (phq.id, phq.name, phq.introduction) == ("phq-9", "PHQ-9", "Lately:")
    assert phq.items[8].words == "item 9"
    assert phq.values == (0, 1, 2, 3)
    assert phq.choices[0] == (0, "never")
    assert phq.risk_items == (9,)
    assert wording.forms(When.BEFORE) == ()


def test_a_form_can_be_found_even_while_it_is_not_asked(phq):
    wording.word("phq-9", replace(PHQ, on=()))
    assert wording.forms(When.AFTER) == ()
    assert wording.find("phq-9") == phq


def test_without_the_permission_no_word_is_kept(store):
    with pytest.raises(ReattuneError, match="permission"):
        wording.word("phq-9", replace(PHQ, permission=False))
    assert not models.Setting.objects.filter(name="wording").exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"items": PHQ.items[:8]}, "look at item 9"),
        ({"items": (*PHQ.items, "one more")}, "has 9 items"),
        ({"items": ("", *PHQ.items[1:])}, "look at item 1"),
        ({"labels": ("never", "", "", "")}, "lowest and the highest"),
        ({"labels": ("never", "daily")}, "lowest and the highest"),
        ({"introduction": "x" * 401}, "longer than 400"),
    ],
)
def test_what_is_missing_or_too_long_is_said(store, changed, words):
    with pytest.raises(ReattuneError, match=words):
        wording.word("phq-9", replace(PHQ, **changed))


@pytest.mark.parametrize("name", ["srs", "nothing"])
def test_of_what_only_a_total_is_known_nothing_can_be_asked(store, name):
    with pytest.raises(ReattuneError, match="with items here"):
        wording.word(name, PHQ)
    assert "SRS" in wording.on_paper()


def test_wording_is_taken_out(phq):
    wording.forget("phq-9")
    assert wording.find("phq-9") is None


def test_what_was_answered_has_its_score_and_what_may_touch_on_danger(phq):
    found = wording.answered(phq, [1, 0, 0, 0, 0, 0, 0, 2, 1], When.AFTER)
    assert found == {
        "instrument": "phq-9",
        "timing": "post",
        "items": [1, 0, 0, 0, 0, 0, 0, 2, 1],
        "score": 4.0,
        "risk": [9],
    }
    assert wording.answered(phq, [0] * 9, When.BEFORE)["risk"] == []


def test_what_was_left_out_is_missing_and_never_a_zero(phq):
    assert wording.answered(phq, [None] * 9, When.AFTER) is None
    assert wording.answered(phq, [None, *[1] * 8], When.AFTER)["score"] is None


@pytest.mark.parametrize("items", [[1] * 8, [1] * 10, [4, *[1] * 8], [-1, *[1] * 8]])
def test_answers_that_do_not_fit_are_refused(phq, items):
    with pytest.raises(ReattuneError, match="do not fit the form PHQ-9"):
        wording.answered(phq, items, When.AFTER)


def test_each_change_is_in_the_audit(store):
    before = models.AuditEvent.objects.count()
    wording.ask(When.AFTER, [])
    wording.word("phq-9", PHQ)
    wording.forget("phq-9")
    assert models.AuditEvent.objects.filter(action="settings").count() == 3
    assert models.AuditEvent.objects.count() == before + 3
