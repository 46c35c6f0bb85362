"""A card says from what, how well on unseen people, beside what is trivial, and what it is not."""

import pytest

from reattune.speech.larger.card import card
from reattune.speech.larger.learning import from_ratings

MARK = "trained on CC BY-NC-ND data: non-commercial, do not pass on"


@pytest.fixture(scope="module")
def written(corpus):
    return card(from_ratings(*corpus, {"name": "made", "licence": MARK, "target": "score", "by": "rater"}, low=40))


def test_it_names_the_corpus_and_its_licence(written):
    assert f"**{MARK}**" in written
    assert "made; 160 sessions in 16 groups (rater)" in written


def test_baselines_stand_beside_the_model_with_intervals(written):
    lines = [line for line in written.splitlines() if line.startswith("| ")]
    names = [line.split("|")[1].strip() for line in lines]
    assert names == [
        "Model",
        "how many turns, and nothing else",
        "figures without words (lengths, shares, pauses)",
        "this model",
    ]
    values = [float(line.split("|")[2].split()[0]) for line in lines[1:]]
    assert values[2] > 0.8 > max(values[:2])
    assert all(line.count("–") == 4 for line in lines[1:])


def test_it_says_what_it_is_not(written):
    assert "nothing of what happened between two people" in written
    assert "not for a practice's screens" in written
    assert "keep it on this machine" in written
