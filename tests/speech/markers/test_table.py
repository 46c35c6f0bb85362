from importlib.resources import files

import numpy as np
import pytest

from reattune.language import use
from reattune.speech.dynamics import FEATURES
from reattune.speech.markers.definitions import candidates
from reattune.speech.markers.table import FILE, MOST, read, table

TEXT = files("reattune.speech.markers").joinpath(FILE).read_text("utf-8")


def test_no_more_markers_than_may_be_shipped_and_each_is_one_that_can_be_looked_for():
    found = table().markers
    assert 0 < len(found) <= MOST == 64
    assert len({one.name for one in found}) == len(found)
    assert set(found) <= set(candidates())


def test_the_definitions_in_the_file_are_those_of_the_program():
    import tomllib

    with use("en"):
        said = {one.name: one.says() for one in candidates()}
    for row in tomllib.loads(TEXT)["marker"]:
        assert row["definition"] == said[row["name"]]
        assert 0 < row["n"] <= 2826


def test_source_authors_licence_and_split_stand_in_the_table():
    about = table().about
    assert "Qi et al., ACL 2025" in about["by"]
    assert "Suzuki et al., LREC 2026" in about["by"]
    assert "CC BY-NC-ND 4.0" in about["licence"]
    assert "26e755c" in about["source"]
    assert "client_id" in about["split"]


@pytest.mark.parametrize("part", ["whole", "first_half"])
def test_each_fit_has_its_errors_and_bands_in_order(part):
    fit = getattr(table(), part)
    assert len(fit.coefficients) == len(table().markers) == len(fit.errors)
    assert (fit.errors > 0).all()
    assert (fit.deviations > 0).all()
    assert fit.slope < 0 < fit.offset
    assert fit.under < 0 < fit.over
    assert [band.name for band in fit.bands] == ["weak", "moderate", "strong"]
    assert [band.at for band in fit.bands] == sorted(band.at for band in fit.bands)
    assert all(band.lower < band.precision < band.upper for band in fit.bands)


def test_a_value_that_is_not_known_counts_as_the_usual_one():
    fit = table().whole
    values = fit.means + fit.deviations
    values[0] = np.nan
    scaled = fit.standardised(values)
    assert scaled[0] == 0
    assert np.allclose(scaled[1:], 1)


def test_another_table_can_be_read():
    again = read(TEXT)
    assert again.markers == table().markers
    assert again.looker.signs
    assert set(FEATURES) & {one.of for one in again.markers}
