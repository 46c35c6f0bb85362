from reattune.model import Role, Span
from reattune.nonverbal.who import NOBODY, Who


def test_nothing_known_is_said_as_such():
    assert (NOBODY.channels, dict(NOBODY.seeds), NOBODY.transcript, NOBODY.guess) == (None, {}, None, True)


def test_marks_belong_to_a_person():
    assert Who(seeds={Role.CLIENT: (Span(1, 9),)}).seeds[Role.CLIENT][0].seconds == 8
