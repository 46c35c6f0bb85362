"""Days, months and years."""

import pytest

from reattune.speech.deidentify.dates import dates


def found(text):
    spans = sorted((one.start, one.end) for one in dates(text))
    return [
        text[start:end]
        for start, end in spans
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on 2026-03-10 it rained", "2026-03-10"),
        ("due 30/09/2026.", "30/09/2026"),
        ("geboren 17.05.1979", "17.05.1979"),
        ("am 12.05. um acht", "12.05."),
        ("the 3rd of May", "the 3rd of May"),
        ("on Saturday, 9 June 2018", "Saturday, 9 June 2018"),
        ("April 22nd, same time", "April 22nd"),
        ("in March 2019", "March 2019"),
        ("on the twenty-second of april", "the twenty-second of april"),
        ("on the 24th we moved", "the 24th"),
        ("It was in October.", "October"),
        ("since last May", "May"),
        ("back in 1998", "1998"),
        ("the class of ’98", "’98"),
        ("am 3. Oktober 2024", "3. Oktober 2024"),
        ("seit dem 12. Februar", "12. Februar"),
        ("on 3 Mar. 2024", "3 Mar. 2024"),
        ("in october it was cold", "october"),
    ],
)
def test_a_date_is_found_whole(text, said):
    assert found(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "May I ask",
        "you may be right",
        "we march on",
        "2000 steps a day",
        "in 2000 steps",
        "see you Monday",
        "at 5:30 in the morning",
        "one of the first",
        "half of it",
        "3.5 times",
        "12 of them",
    ],
)
def test_what_is_no_date_is_left(text):
    assert found(text) == []
