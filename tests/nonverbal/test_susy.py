"""SUSY's curves and figures, against its output."""

import csv
from pathlib import Path

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal.susy import susy

FILES = Path(__file__).parent / "synchrony"


def read(name):
    return np.genfromtxt(
        FILES / f"{name}.csv", delimiter=",", skip_header=1, missing_values="NA", filling_values=np.nan
    )


def series(case):
    if case == "plain":
        return read("edge_in_identical")[:, 0], read("edge_in_constant")[:, 1]
    return tuple(read(f"edge_in_{case}").T)


@pytest.mark.parametrize("case", ["plain", "constant", "partialNA"])
def test_the_curves_are_those_of_susy(case):
    found = susy(*series(case), 25, 10, 2)
    curves = [found.real.r, found.pseudo.r, found.real.z, found.real.signed, found.pseudo.z, found.pseudo.signed]
    expected = read(f"susy_syn_lags_{case}_seg10_lag2")
    np.testing.assert_allclose(np.column_stack([found.lags_s, *curves]), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("case", ["plain", "constant", "partialNA"])
def test_the_figures_are_those_of_susy(case):
    with (FILES / f"susy_syn_{case}_seg10_lag2.csv").open() as file:
        (row,) = csv.DictReader(file)
    found = susy(*series(case), 25, 10, 2)
    held, signed = found.without_sign, found.signed
    ours = {
        "n(data)": found.used,
        "n(Segmente)": found.stretches,
        "n(lags)": found.lags_s.size,
        "Z": held.real,
        "Z-Pseudo": held.pseudo,
        "SD(Z)": held.deviation,
        "SD(Z-Pseudo)": held.pseudo_deviation,
        "%>Pseudo": held.above,
        "ES": held.es,
        "Z(lead1)": found.lead1,
        "Z(lead2)": found.lead2,
        "ES(lead1)": found.es_lead1,
        "ES(lead2)": found.es_lead2,
        "meanZ(in-phase)": found.in_phase.mean(),
        "meanZ(anti-phase)": found.anti_phase.mean(),
        "Anzahl(in-phase)": found.in_phase.size,
        "Anzahl(anti-phase)": found.anti_phase.size,
        "Z(noAbs)": signed.real,
        "Z(Pseudo-noAbs)": signed.pseudo,
        "%>Pseudo(noAbs)": signed.above,
        "ES(noAbs)": signed.es,
    }
    for name, value in ours.items():
        assert value == pytest.approx(float(row[name]), abs=1e-12), name


def test_identical_series_have_an_infinite_z_and_pseudo_curves_that_do_not():
    one = series("plain")[0]
    found = susy(one, one, 25, 10, 2)
    assert found.real.r[50] == pytest.approx(1)
    assert np.isfinite(found.pseudo.z).all()


def test_below_zero_the_first_leads():
    drawn = np.random.default_rng(0)
    one = np.abs(drawn.normal(size=3000))
    found = susy(one, np.roll(one, 20), 25, 10, 2)
    assert found.lags_s[found.real.signed.argmax()] == pytest.approx(-0.8)
    assert found.lead1 > found.lead2


def test_without_lags_nobody_leads():
    found = susy(*series("plain"), 25, 10, 0)
    assert np.isnan([found.lead1, found.lead2, found.without_sign.es]).all()


def test_too_little_is_said():
    with pytest.raises(ReattuneError, match="two stretches"):
        susy(np.ones(100), np.ones(100), 25, 10, 2)
    with pytest.raises(ReattuneError, match="twice the lag"):
        susy(np.ones(1000), np.ones(1000), 25, 4, 3)
