"""From a corpus to a model whose card is whole."""

from reattune.speech.larger.learning import from_ratings

ABOUT = {"name": "made", "licence": "mark", "target": "score", "by": "rater"}


def test_everything_a_card_needs_is_there(corpus):
    told = []
    model = from_ratings(*corpus, ABOUT, say=told.append)
    about = model.about
    assert (about["sessions"], about["groups"], about["licence"]) == (160, 16, "mark")
    assert about["slope"]["steepness"] < 0
    assert 0 < about["familiar"] <= 1
    assert about["brier"] < about["brier_base"]
    assert len(told) == 5
    assert model.encoder == ""
