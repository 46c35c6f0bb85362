"""Telephone numbers, addresses of mail and web, numbers that are somebody's, and high ages."""

import pytest

from reattune.speech.deidentify.numbers import ages, contacts, numbers


def found(rule, text):
    return list(dict.fromkeys(text[one.start : one.end] for one in rule(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ring 01632 960 418 then", "01632 960 418"),
        ("+44 7700 900275", "+44 7700 900275"),
        ("(0941) 55 21 880", "(0941) 55 21 880"),
        ("call me, 555 010 4477", "555 010 4477"),
        ("it is ada.b+x@post.example.", "ada.b+x@post.example"),
        ("see https://a.example/x?y=1.", "https://a.example/x?y=1"),
        ("I am @quiet_fern there", "@quiet_fern"),
        ("ada dot bell at mail dot com", "ada dot bell at mail dot com"),
    ],
)
def test_ways_to_reach_somebody(text, said):
    assert found(contacts, text) == [said]


@pytest.mark.parametrize("text", ["12 and 13", "3 / 4 / 5", "from 10 to 12", "it cost 1200", "at least", "a @ b"])
def test_what_reaches_nobody_is_left(text):
    assert found(contacts, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("IBAN GB29 NWBK 6016 1331 9268 19", "GB29 NWBK 6016 1331 9268 19"),
        ("the card 4929 1182 7730 4415", "4929 1182 7730 4415"),
        ("my case number is FL-2209-416", "FL-2209-416"),
        ("reference HB/4471/20938.", "HB/4471/20938"),
        ("Aktenzeichen 4411", "4411"),
        ("it says 7482913", "7482913"),
        ("oh seven seven double one two nine", "oh seven seven double one two nine"),
    ],
)
def test_numbers_that_are_somebodys(text, said):
    assert said in found(numbers, text)


@pytest.mark.parametrize(
    "text",
    [
        "20000 euros",
        "£15,000",
        "I am 45",
        "in 30 minutes",
        "two or three",
        "the NHS",
        "10 of 12",
        "I said A",
        "12345 steps",
    ],
)
def test_amounts_are_left(text):
    assert found(numbers, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She is 91 now", "91"),
        ("he turns ninety-two", "ninety-two"),
        ("a man of 95 years", None),
        ("she is ninety", "ninety"),
        ("95 years old", "95"),
        ("sie ist dreiundneunzig", "dreiundneunzig"),
        ("he's almost 100", "100"),
    ],
)
def test_an_age_of_ninety_and_more(text, said):
    assert found(ages, text) == ([said] if said else [])


@pytest.mark.parametrize(
    "text", ["I am 45", "it is 95 percent", "it was 92 kilos", "it is 90%", "93 of them", "is 95.5"]
)
def test_other_numbers_are_no_high_age(text):
    assert found(ages, text) == []
