"""Signs are well formed, distinct, and never markup from a file."""

import xml.etree.ElementTree as ET

import pytest

from reattune.charts import Shape, glyphs


@pytest.mark.parametrize("shape", list(Shape))
def test_every_shape_is_a_well_formed_sign_with_its_words(shape):
    sign = ET.fromstring(glyphs.session(shape, 10, 10, "<late> & away"))
    assert sign.find("title").text == "<late> & away"
    assert len(sign) >= 2


def test_no_two_shapes_look_the_same():
    assert len({glyphs.session(shape, 10, 10) for shape in Shape}) == len(Shape)


def test_a_legend_s_sign_is_hidden_from_those_who_hear_the_words():
    assert ET.fromstring(glyphs.icon(Shape.LATE)).get("aria-hidden") == "true"


def test_words_are_escaped():
    assert ET.fromstring(glyphs.text(1, 2, '<script> & "x"', "a")).text == '<script> & "x"'


def test_a_coordinate_has_at_most_one_decimal():
    assert [glyphs.number(value) for value in (1, 1.04, 1.06, 10.0)] == ["1", "1", "1.1", "10"]


def test_an_arrow_from_its_own_place_is_still_drawn():
    assert "nan" not in glyphs.head(3, 3, 3, 3)
