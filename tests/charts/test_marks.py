"""Every kind of session has a shape and words of its own."""

import pytest

from reattune.charts import Shape, legend, shape_of, spoken_shape
from reattune.charts.marks import SYMBOLS
from reattune.model import Initiator, SessionKind


@pytest.mark.parametrize("kind", list(SessionKind))
@pytest.mark.parametrize("by", list(Initiator))
def test_every_kind_has_a_shape_and_words_of_its_own(made, kind, by):
    one = made.session(0, kind, by)
    assert legend(shape_of(one))
    assert spoken_shape(one)


def test_no_two_shapes_share_a_sign_or_words():
    assert len(set(SYMBOLS.values())) == len(Shape)
    assert len({legend(one) for one in Shape}) == len(Shape)


def test_what_the_therapist_did_is_never_drawn_as_the_client_s(made):
    assert shape_of(made.session(0, SessionKind.CANCELLED, Initiator.THERAPIST)) is Shape.YOURS
    assert shape_of(made.session(0, SessionKind.DID_NOT_ATTEND)) is Shape.ABSENT
    assert shape_of(made.session(0, SessionKind.CANCELLED)) is not shape_of(made.session(0, SessionKind.DID_NOT_ATTEND))
