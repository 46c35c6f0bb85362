"""The simulated threshold is said to be what it is; of the guaranteed one nothing is said."""

from reattune.account.threshold import threshold_words
from reattune.model import Threshold

SAID = "measured, not guaranteed"


def test_only_the_simulated_one_says_so(hands):
    assert threshold_words(Threshold.GUARANTEED) == ""
    assert SAID in threshold_words(Threshold.SIMULATED)
    assert hands.never_said(threshold_words(Threshold.SIMULATED)) == set()
