"""What is no movement: planted cuts, light, stills and layouts are found where they are, and nothing else is."""

import numpy as np
import pytest

from reattune.model import Role, Span
from reattune.nonverbal.energy import Energy
from reattune.nonverbal.faults import faults, missing
from reattune.nonverbal.regions import Part, Regions, Side, halves
from reattune.nonverbal.watched import Kind
from reattune.synthetic.filming import Happens, Pictures, film

HALVES = halves(Side.LEFT)


def looked(blocks, parts=HALVES):
    energy = Energy(parts)
    for block in blocks:
        energy.see(block)
    found = energy.done()
    return found, faults(found)


def planted(happens, seconds=24, seed=3, **others):
    return looked(film(seconds, seed, happens=happens, **others).blocks())


@pytest.mark.parametrize("seed", range(3))
def test_an_ordinary_film_has_none(seed):
    seen, found = planted(Happens(), seed=seed)
    assert found == ()
    assert not missing(seen, found).any()


def test_a_short_cut_is_two():
    _seen, found = planted(Happens(cuts=(Span(12, 12.6),)))
    assert [one.kind for one in found] == [Kind.CUT, Kind.CUT]
    assert found[0].start <= 12 <= found[0].end
    assert found[1].start <= 12.6 <= found[1].end
    assert "cut at 0:11" in found[0].sentence


def test_another_scene_is_left_out_until_the_first_is_back():
    seen, found = planted(Happens(cuts=(Span(10, 16),)))
    assert [one.kind for one in found] == [Kind.LAYOUT]
    assert (found[0].start, found[0].end) == (pytest.approx(10, abs=0.1), pytest.approx(16, abs=1.1))
    assert missing(seen, found)[260:390].all()


@pytest.mark.parametrize("span", [Span(8, 16), Span(8, 9)])
@pytest.mark.parametrize("brighter", [70.0, -70.0])
def test_changing_light_is_left_out(span, brighter):
    seen, found = planted(Happens(light=span, brighter=brighter))
    assert [one.kind for one in found] == [Kind.LIGHT]
    assert found[0].start <= span.start
    assert span.end - 0.3 <= found[0].end <= span.end + 1.2
    assert missing(seen, found).any()


def test_a_still_picture_is_no_movement_data():
    seen, found = planted(Happens(frozen=(Span(8, 14),)))
    assert [(one.kind, one.role) for one in found] == [(Kind.FROZEN, None)]
    assert (found[0].start, found[0].end) == (pytest.approx(8, abs=0.1), pytest.approx(14, abs=0.3))
    # The jump out of it, too, is left out.
    assert missing(seen, found)[202:346].all()


def test_one_still_half_is_missing_for_its_person_alone():
    seen, found = planted(Happens(stills=(Span(8, 15),)))
    still = [one for one in found if one.kind is Kind.FROZEN]
    assert [one.role for one in still] == [Role.CLIENT]
    assert "client's part" in still[0].sentence
    lost = missing(seen, found)
    assert lost[210:370, 0].all()
    assert not lost[210:360, 1].any()


def test_a_new_layout_and_a_zoom_last_until_the_end():
    for happens, when in ((Happens(anew=12.48), 12.48), (Happens(zoom=Span(10, 12)), 11)):
        seen, found = planted(happens)
        assert [one.kind for one in found] == [Kind.LAYOUT]
        assert found[0].start == pytest.approx(when, abs=1.1)
        assert found[0].end == seen.times[-1]
        assert "draw the parts again" in found[0].sentence
        assert missing(seen, found)[-250:].all()


def test_pictures_that_a_codec_repeats_are_no_still():
    blocks = list(film(12, 5, per_second=5).blocks())
    times = np.concatenate([one.times for one in blocks]).repeat(5) + np.tile(np.arange(5) / 25, 60)
    grey = np.concatenate([one.grey for one in blocks]).repeat(5, axis=0)
    _seen, found = looked([Pictures(times, grey)])
    assert found == ()


def test_a_picture_drawn_anew_by_the_codec_does_not_end_a_still():
    pulse = np.full((150, 90, 160), 100, np.uint8)
    pulse[75:] += 3
    _seen, found = looked([Pictures(np.arange(150) / 25, pulse)])
    assert [(one.start, one.end) for one in found] == [(0.0, 5.96)]


def test_no_picture_for_some_seconds_is_a_gap():
    made = next(iter(film(2.5, 1).blocks()))
    times = made.times + np.where(made.times > 1, 4.0, 0.0)
    _seen, found = looked([Pictures(times, made.grey)])
    assert Kind.GAP in {one.kind for one in found}


def test_noise_in_the_background_is_an_error():
    draw = np.random.default_rng(0)
    grey = np.clip(120 + 2 * draw.standard_normal((50, 90, 160)), 0, 255).astype(np.uint8)
    grey[20, :30] = 250
    parts = Regions(Part(0, 0.5, 0.5, 0.5), Part(0.5, 0.5, 0.5, 0.5), Part(0, 0, 1, 0.4))
    seen, found = looked([Pictures(np.arange(50) / 25, grey)], parts)
    assert [one.kind for one in found] == [Kind.ERROR]
    assert missing(seen, found)[19:21].all()
    assert not missing(seen, found)[[5, 40]].any()


def test_a_jump_in_one_part_is_an_error():
    draw = np.random.default_rng(0)
    grey = np.clip(120 + 2 * draw.standard_normal((50, 90, 160)), 0, 255).astype(np.uint8)
    grey[20, :30, :80] = 250
    seen, found = looked([Pictures(np.arange(50) / 25, grey)])
    assert [one.kind for one in found] == [Kind.ERROR]
    assert missing(seen, found)[19:21].all()


def test_too_few_pictures_have_none():
    assert looked([])[1] == ()
    assert missing(looked([])[0], ()).shape == (0, 2)
