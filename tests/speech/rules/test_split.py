"""A laugh counts beside something hard, and not where the speaker notices it."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.split import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (("C", "So that's the second miscarriage, ha. Third time lucky!"),),
        (("C", "So that's the second driving test, ha. Third time lucky!"),),
    ),
    (
        (
            ("T", "What was home like?"),
            (
                "C",
                "He'd come in drunk and we'd all scatter like mice. [laughing] It was hilarious, us under the table.",
            ),
        ),
        (
            ("T", "What was home like?"),
            (
                "C",
                "He'd come in singing and we'd all scatter like mice. [laughing] It was hilarious, us under the table.",
            ),
        ),
    ),
    (
        (("T", "She said she wished you'd never been born."), ("C", "Charming, eh? (grins) Mother of the year.")),
        (
            ("T", "She said she wished you'd never been born."),
            ("C", "I know I usually grin when I say that. It's the worst thing anyone's ever said to me."),
        ),
    ),
    (
        (("C", "And then she put my things out on the lawn in bin bags. Lovely! Brilliant start to the year!"),),
        (("C", "And then she helped me carry my things in. Lovely! Brilliant start to the year!"),),
    ),
    (
        (
            ("T", "You're describing being beaten, and there's a big smile."),
            ("C", "Haha, yeah, well, it made a man of me."),
        ),
        (
            ("T", "You're describing the beach, and there's a big smile."),
            ("C", "Haha, yeah, well, it made a man of me."),
        ),
    ),
    (
        (("T", "You've been told it's the same illness your mother had."), ("C", "Yep! Lucky old me. Ha ha.")),
        (("T", "You've been told it's the same prize your mother had."), ("C", "Yep! Lucky old me. Ha ha.")),
    ),
    (
        (("C", "I cut again on Saturday, but hey, it's all good, the weather was gorgeous."),),
        (("C", "I nearly cut again on Saturday, but I rang my sister instead, and I'm proud of that."),),
    ),
    (
        (
            ("T", "What did she do then?"),
            ("C", "She threw a plate at my head. It's quite funny really, when you picture it. [giggles]"),
        ),
        (
            ("T", "What did she do then?"),
            ("C", "She threw a plate at my head. I tell it like a funny story, but I was terrified."),
        ),
    ),
    (
        (("T", "So nobody turned up for the birthday."), ("C", "Not a soul! (smiling) More cake for me.")),
        (("T", "So everybody turned up for the birthday."), ("C", "Every last soul! (smiling) No cake for me.")),
    ),
    (
        (("C", "My best mate killed himself in March, haha, so that was a fun month."),),
        (("C", "My best mate killed himself in March. I laugh when I say it and I don't know why, it's awful."),),
    ),
    (
        (("T", "And your dad?"), ("C", "Oh, he's got weeks to live, but it's all good, onwards and upwards.")),
        (
            ("T", "And your dad?"),
            ("C", "Oh, he's got weeks to live. I sit with him and we don't say much, and it's very sad."),
        ),
    ),
)


def transcript(lines: Lines) -> Transcript:
    turns = tuple(Turn(ROLES[who], who, said, str(at)) for at, (who, said) in enumerate(lines))
    return Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE)


def strength(lines: Lines) -> float:
    ours = {rule.id for rule in RULES}
    return sum(hit.strength for hit in read(transcript(lines)).hits if hit.rule in ours)


@pytest.mark.parametrize(("marked", "benign"), PAIRS)
def test_the_marked_half_of_a_pair_is_stronger(marked: Lines, benign: Lines) -> None:
    assert strength(marked) > strength(benign)


def test_each_rule_says_what_it_looks_at_and_what_else_it_may_be() -> None:
    for rule in RULES:
        assert rule.family is Family.SPLIT
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


def test_a_laugh_about_something_light_is_not_listed() -> None:
    assert strength((("T", "And the dishwasher?"), ("C", "It flooded the kitchen again. (laughs)"))) < LISTED


def test_the_quote_holds_both_where_they_stand_close() -> None:
    reading = read(transcript((("T", "What then?"), ("C", "He hit me with the belt. (laughs)"))))
    assert (
        reading.quote(next(hit for hit in reading.hits if hit.rule == "split.bright"))
        == "hit me with the belt. (laughs)"
    )
