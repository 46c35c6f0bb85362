"""The invented film keeps its own word."""

import json
import subprocess

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Span
from reattune.synthetic import filming


def test_the_same_arguments_give_the_same_film():
    one, two = (next(filming.film(3, 7).blocks()) for _one in range(2))
    assert np.array_equal(one.grey, two.grey)
    assert one.grey.shape == (64, filming.HEIGHT, filming.WIDTH)
    assert not np.array_equal(one.grey, next(filming.film(3, 8).blocks()).grey)


def test_the_therapist_follows_by_the_lag():
    for lag in (0.8, -1.2):
        speed = filming.speeds(120, 1, coupling=1.0, lag=lag)
        late = round(lag * 25)
        first, second = (speed[:, 0], speed[:, 1]) if late > 0 else (speed[:, 1], speed[:, 0])
        assert np.allclose(first[: -abs(late)], second[abs(late) :])


def test_coupling_is_shared_variance_and_a_loss_has_none():
    speed = filming.speeds(2000, 2, coupling=0.4, lag=0.0, losses=(Span(1000, 2000),))
    before, after = (np.corrcoef(part.T)[0, 1] for part in (speed[:25_000], speed[25_000:]))
    assert before == pytest.approx(np.sqrt(0.4), abs=0.08)
    assert abs(after) < 0.1


def test_what_happens_can_be_seen():
    made = filming.film(4, 1, noise=0, happens=filming.Happens(frozen=(Span(1, 2),), light=Span(3, 3.5), brighter=40))
    grey = np.concatenate([one.grey for one in made.blocks()])
    assert (grey[25:50] == grey[25]).all()
    assert grey[90].mean() - grey[70].mean() == pytest.approx(40, abs=2)


@pytest.mark.system("ffmpeg")
def test_a_film_is_written(tmp_path):
    path = filming.write(tmp_path / "a.mp4", filming.film(2, 1, width=160, height=90))
    asked = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", str(path)]
    stream = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)["streams"][0]
    assert (stream["width"], stream["height"], stream["nb_read_frames"]) == (160, 90, "50")


def test_without_ffmpeg_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(ReattuneError, match="needs ffmpeg"):
        filming.write(tmp_path / "a.mp4", filming.film(2, 1))
