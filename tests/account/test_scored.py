"""A rating's score, by the practice's own definitions."""

from dataclasses import replace

from reattune.account.scored import answered_words, form_name, scorer
from reattune.account.told import accounts


def test_a_total_is_taken_as_given_and_items_are_scored(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    total = heron.ratings[0]
    practice = replace(
        whole.practice,
        instruments={"srs": replace(whole.practice.instruments["srs"], item_count=4, item_maximum=10.0, step=1)},
    )
    score = scorer(practice)
    assert score(total) == total.score
    assert score(replace(total, score=None, items=(9.0, 8.0, 7.0, 6.0))) == 30
    assert score(replace(total, score=None)) is None
    assert score(replace(total, score=None, instrument="unknown", items=(1.0,))) is None


def test_a_form_has_the_name_people_know(whole):
    assert form_name(whole.practice, "phq-9") == "PHQ-9"
    assert form_name(whole.practice, "own-form") == "OWN-FORM"


def test_an_answer_is_named_and_its_value_is_not(whole):
    (answer,) = accounts(whole)[0].answered
    assert answered_words(answer, "PHQ-9") == (
        "Item 9 of the PHQ-9 was answered above zero on 3 Mar 2026; please read it."
    )
