"""A rating's score, by the practice's own definitions."""

from dataclasses import replace

from reattune.cli.scored import form_name, scorer


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
