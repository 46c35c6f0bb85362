"""From a corpus to a model whose card is whole."""

from reattune.speech.larger.learning import from_codes, from_ratings

ABOUT = {"name": "made", "licence": "mark", "target": "score", "by": "rater"}


def test_everything_a_card_needs_is_there(corpus):
    told = []
    model = from_ratings(*corpus, ABOUT, say=told.append)
    about = model.about
    assert (about["sessions"], about["groups"], about["licence"]) == (160, 16, "mark")
    assert about["slope"]["steepness"] < 0
    assert 0 < about["familiar"] <= 1
    assert about["brier"] < about["brier_base"]
    assert about["under"] < 0 < about["over"]
    assert 0 < about["low_share"] < 1
    assert set(about["usual"]) == {part.name for part in model.reader.parts}
    assert len(told) == 5
    assert model.encoder == ""


def test_a_model_of_codes_knows_whose_turns_were_coded(coded_sessions):
    model = from_codes(coded_sessions, [str(number // 3) for number in range(30)], ABOUT)
    assert model.about["roles"] == ["client"]
    assert 0.9 < model.about["familiar"] <= 1
