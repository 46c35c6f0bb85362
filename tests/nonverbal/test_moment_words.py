import re

import pytest

from reattune.model import Role, Span
from reattune.nonverbal import moment_words
from reattune.nonverbal.listened import Moment
from reattune.nonverbal.moment_rules import BUILT_IN

FIGURES = {
    "longest": 7.2,
    "count": 3.0,
    "minutes": 4.2,
    "before": 9.0,
    "now": 2.0,
    "seconds": 12.4,
    "usual": 3.0,
    "sounding": 1.5,
}
NEVER = re.compile(
    r"risk|alert|alarm|warning|resist|complian|failed|no-show|patient|dropout|diagnos|rupture|!", re.IGNORECASE
)


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
@pytest.mark.parametrize("role", [Role.CLIENT, Role.THERAPIST])
def test_each_moment_has_ordinary_readings_and_the_therapists_own_part(rule, role):
    words = rule.words(Moment("a", 1.0, 2.0, rule.id, (Span(1, 2),), tuple(FIGURES.items()), role))
    assert len(words.ordinary) >= 2
    assert re.search(r"\byou", words.part, re.IGNORECASE) or "wait" in words.part
    for text in (words.sentence, *words.ordinary, words.part):
        assert not NEVER.search(text)
        assert "{" not in text


def test_who_came_in_early_is_said():
    def told(role):
        figures = (("count", 4.0), ("minutes", 2.0))
        return moment_words.coming_in(Moment("a", 1.0, 2.0, "coming-in", (Span(1, 2),), figures, role)).sentence

    assert told(Role.THERAPIST).startswith("You began 4 times")
    assert told(Role.CLIENT).startswith("The client began 4 times")


def test_seconds_have_a_tenth_where_they_are_few():
    assert [moment_words.seconds(one) for one in (0.64, 7.2, 9.0, 12.4)] == ["0.6 s", "7.2 s", "9 s", "12 s"]
    assert moment_words.minutes(0.2) == "1 minute"


def test_a_silence_without_others_is_told_without_them():
    one = Moment("a", 1.0, 2.0, "long-silence", (Span(1, 2),), (("seconds", 16.0), ("usual", 0.0)))
    assert moment_words.long_silence(one).sentence == "16 s of quiet."
