"""Looking back on what came up: how long it took, what was made of it, and what each said, never put together."""

from datetime import date

import pytest

from reattune.learning.noticings import Made, Named, Naming, Said, counted, course, made_words, waited, waited_words
from reattune.model import Direction, Noticing, Observation, Part, Seen, Source, Voice
from reattune.repair.strategies import Strategy

SINCE, AT = date(2026, 3, 3), date(2026, 3, 24)
ROW = Observation(SINCE, SINCE, 4, "did_not_attend", Source("a.csv", "4"))
NOTICING = Noticing(AT, Direction.AWAY, 100, (Part("attendance", "dates", 1.0, (Seen(ROW, 0.02),)),))


def test_the_wait_runs_from_the_first_row_to_coming_up_and_to_the_first_naming():
    found = waited(
        NOTICING,
        [
            Named(date(2026, 4, 7), Naming.VERDICT),
            Named(date(2026, 3, 31), Naming.RECORD),
            Named(date(2026, 3, 31), Naming.TOGETHER),
            Named(date(2026, 3, 10), Naming.RECORD),
        ],
    )
    assert (found.until_noticed, found.until_named, found.named) == (21, 28, Named(date(2026, 3, 31), Naming.TOGETHER))
    assert waited_words(found) == (
        "First row 2026-03-03; it came up on 2026-03-24, 21 days later. "
        "You talked about it together on 2026-03-31, 28 days after the first row."
    )


def test_what_was_not_named_need_not_be():
    found = waited(NOTICING, [])
    assert (found.named, found.until_named) == (None, None)
    assert waited_words(found).endswith("It was not named yet, and need not be.")


def test_what_was_made_of_noticings_is_counted_in_words():
    made = [Made.ORDINARY, Made.MATTERED, Made.ORDINARY, Made.NOTHING]
    assert counted(made) == ((Made.MATTERED, 1), (Made.ORDINARY, 2), (Made.NOTHING, 1))
    assert made_words(Made.ORDINARY, 2) == "2 were ordinary"


@pytest.mark.parametrize("made", list(Made))
def test_everything_has_words(made):
    assert "1" in made_words(made, 1)


def test_the_first_that_each_said_is_before_and_the_rest_is_afterwards():
    said = [
        Said(date(2026, 3, 20), Voice.CLIENT, "easier"),
        Said(date(2026, 3, 3), Voice.CLIENT, "still sore"),
        Said(date(2026, 3, 12), Voice.THERAPIST, "I was hurried"),
    ]
    found = course(AT, [Strategy.ACKNOWLEDGE, Strategy.CLARIFY, Strategy.CLARIFY], said)
    assert found.tried == (Strategy.CLARIFY, Strategy.ACKNOWLEDGE)
    before, later = found.of(Voice.CLIENT)
    assert ([one.words for one in before], [one.words for one in later]) == (["still sore"], ["easier"])
    assert found.of(Voice.THERAPIST) == ((said[2],), ())
