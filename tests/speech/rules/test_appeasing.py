"""Giving way counts where nothing of one’s own is added."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.appeasing import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("T", "You seemed annoyed at the end last time. Have I got that right?"),
            ("C", "Annoyed? With you? No, never. You've been so good to me, I've nothing but respect for you."),
        ),
        (
            ("T", "You seemed annoyed at the end last time. Have I got that right?"),
            ("C", "Annoyed, yes. We'd just got somewhere and you looked at the clock."),
        ),
    ),
    (
        (
            ("T", "Shall we try the chair exercise, or would you rather talk?"),
            ("C", "I'll go along with whatever you reckon. I don't want to be awkward."),
        ),
        (
            ("T", "Shall we try the chair exercise, or would you rather talk?"),
            ("C", "I'd rather talk, actually. The chair thing made me cringe."),
        ),
    ),
    (
        (
            ("T", "That interpretation might be off. What's your own sense?"),
            ("C", "No, it's spot on, I'm sure. You've studied all this, I haven't."),
        ),
        (
            ("T", "That interpretation might be off. What's your own sense?"),
            ("C", "It's nearly spot on. It's less my dad and more my gran, she was the one who went cold."),
        ),
    ),
    (
        (
            ("T", "You were a bit late today. I wondered if part of you didn't want to come."),
            (
                "C",
                "God, I'm really sorry, it won't happen again. I'll set two alarms. I feel awful for keeping you waiting.",
            ),
        ),
        (
            ("T", "You were a bit late today. I wondered if part of you didn't want to come."),
            ("C", "There is a part. I sat in the car park for ten minutes arguing with it."),
        ),
    ),
    (
        (
            ("T", "I suggested you ring her, and I'm not sure you wanted to."),
            ("C", "No, I'll ring her. If that's what you want me to do, I'll do it today."),
        ),
        (
            ("T", "I suggested you ring her, and I'm not sure you wanted to."),
            ("C", "I didn't, if I'm honest. It felt too soon."),
        ),
    ),
    (
        (
            ("T", "How would you feel about going back to weekly sessions?"),
            ("C", "Whatever suits you, I'll fit in. I don't want to take someone else's place."),
        ),
        (
            ("T", "How would you feel about going back to weekly sessions?"),
            ("C", "I'd be glad, actually. Two weeks is too long for me at the moment."),
        ),
    ),
    (
        (
            ("T", "I think I missed something important just now."),
            ("C", "You didn't miss anything! I explained it badly. You're doing a wonderful job."),
        ),
        (
            ("T", "I think I missed something important just now."),
            ("C", "You did, a bit. It wasn't the money, it was that he hid it."),
        ),
    ),
    (
        (
            ("T", "I noticed you winced when I suggested telling your husband. What do you make of it?"),
            ("C", "No, it's a great idea. I'll tell him tonight. You're the one who knows about these things."),
        ),
        (
            ("T", "I noticed you winced when I suggested telling your husband. What do you make of it?"),
            ("C", "It's a good idea in principle. I'm just scared he'd use it in the divorce."),
        ),
    ),
    (
        (
            ("T", "I got that wrong last week, I think. I pushed you."),
            ("C", "No no, you were brilliant, honestly. It was me, I was being oversensitive."),
        ),
        (
            ("T", "I got that wrong last week, I think. I pushed you."),
            ("C", "Yeah, you did, a bit. Thanks for saying so. I was cross the whole way home."),
        ),
    ),
    (
        (("T", "What would you like to work on first?"), ("C", "Whatever you think is best. I'm happy with anything.")),
        (("T", "Tea or coffee?"), ("C", "Whatever you think is best. I'm happy with anything.")),
    ),
    (
        (
            ("T", "You were going to do the thought diary. How did that go?"),
            (
                "C",
                "I'm so sorry, I know I'm hopeless. I promise I'll do it properly this week, please don't be cross with me.",
            ),
        ),
        (
            ("T", "You were going to do the thought diary. How did that go?"),
            ("C", "I didn't do it, sorry. The columns confused me, could we go through it?"),
        ),
    ),
    (
        (
            ("T", "Is there anything about our sessions you'd want to be different?"),
            ("C", "Oh no, nothing at all, I wouldn't change a thing. You're so good at this."),
        ),
        (
            ("T", "Is there anything about our sessions you'd want to be different?"),
            ("C", "I like most of it. I'd want a bit more time at the end, I leave all churned up."),
        ),
    ),
    (
        (
            ("T", "So maybe it's that you're angry with me, rather than with her."),
            ("C", "If you say so. You'd know better than me."),
        ),
        (
            ("T", "So maybe it's that you're angry with me, rather than with her."),
            ("C", "Maybe, yeah. I was annoyed on Tuesday when you looked at the clock."),
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
        assert rule.family is Family.APPEASING
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


def test_words_said_to_somebody_in_a_story_count_for_less() -> None:
    asked = ("T", "I wonder if you were annoyed with me. What do you think?")
    told = "I said to my boss, whatever you think is best, and he laughed."
    assert strength((asked, ("C", told))) < strength((asked, ("C", "Whatever you think is best.")))
