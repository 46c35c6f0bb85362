"""Banks: triangles that cover what is heard."""

import numpy as np

from reattune.nonverbal.banks import bank


def test_neighbours_add_up_to_one_between_the_outer_peaks():
    found = bank(40, 4096)
    peaks = np.fft.rfftfreq(4096, 1 / 16_000)[found.argmax(axis=1)]
    assert (np.diff(peaks) > 0).all()
    heard = np.fft.rfftfreq(4096, 1 / 16_000)
    inside = (heard > peaks[0] + 4) & (heard < peaks[-1] - 4)
    np.testing.assert_allclose(found.sum(axis=0)[inside], 1, atol=1e-5)
    # 1000 Hz is 1000 mel by definition.
    assert bank(1, 4096, 20, 8000).shape == (1, 2049)
