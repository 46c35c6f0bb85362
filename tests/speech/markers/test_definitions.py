from reattune.language import use
from reattune.speech.dynamics import FEATURES
from reattune.speech.markers import between, guiding, holding, met, uncertain
from reattune.speech.markers.definitions import SIGNS, Stretch, candidates


def test_every_sign_has_a_name_of_its_own():
    assert len(SIGNS) == sum(len(one.SIGNS) for one in (between, guiding, holding, met, uncertain))
    assert not set(SIGNS) & set(FEATURES)


def test_every_candidate_is_named_once_and_defined():
    found = candidates()
    assert len({one.name for one in found}) == len(found) == 14 + 2 * len(SIGNS)
    with use("en"):
        assert all(one.says().endswith(".") for one in found)
        assert all("last quarter" in one.says() for one in found if one.stretch is Stretch.LATE)
