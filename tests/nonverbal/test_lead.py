"""One sentence for who leads, whatever sign a method gives it."""

import numpy as np
import pytest

from reattune.nonverbal.lagged import lagged
from reattune.nonverbal.lead import Sign, lead, sentence
from reattune.nonverbal.peaks import peaks
from reattune.nonverbal.susy import susy
from reattune.nonverbal.wcc import wcc


def test_all_three_methods_say_the_same():
    drawn = np.random.default_rng(8)
    one = np.convolve(np.abs(drawn.normal(size=6012)), np.ones(13) / 13, "valid")
    two = np.roll(one, 20)
    cells = lagged(one, two, 25, 2, 10, 5)
    by_susy, by_wcc = susy(one, two, 25, 10, 2), wcc(one, two, 250, 50, 125)
    found = [
        (cells.lags_s[cells.cells[4:].mean(axis=0).argmax()], Sign.RMEA),
        (by_susy.lags_s[by_susy.real.signed.argmax()], Sign.SUSY),
        (by_wcc.lags[by_wcc.cells[4:].mean(axis=0).argmax()] / 25, Sign.WCC),
    ]
    assert [sentence(float(lag), sign) for lag, sign in found] == ["s1 leads by +0.80 s"] * 3
    picked = float(np.nanmedian(peaks(by_wcc.cells[4:], 45).index)) / 2 / 25
    assert lead(picked, Sign.WCC) == pytest.approx(0.8, abs=0.02)


def test_the_second_may_lead_and_nobody_may():
    assert sentence(-0.4) == "s2 leads by +0.40 s"
    assert sentence(0.4, Sign.WCC, "the client", "the therapist") == "the therapist leads by +0.40 s"
    assert sentence(0.001) == "s1 and s2 move at the same time"
    assert sentence(float("nan")) == "no lag stands out"
    assert lead(-1.5, Sign.SUSY) == pytest.approx(1.5)
