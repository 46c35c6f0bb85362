"""Denial counts after something felt or hard, and not where the words are plainly true."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.denial import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("T", "It sounds like that stung, what I said about the drinking."),
            ("C", "Not really. Water off a duck's back."),
        ),
        (
            ("T", "It sounds like that stung, what I said about the drinking."),
            ("C", "It did sting. I went home and poured one, to spite you."),
        ),
    ),
    (
        (("T", "I see tears."), ("C", "Oh, that's just my hay fever. Ignore it.")),
        (("T", "I see you've brought tissues."), ("C", "Oh, that's just my hay fever. Ignore it.")),
    ),
    (
        (
            ("T", "And your ex is getting married on Saturday."),
            ("C", "Good for them. Doesn't affect me one way or the other."),
        ),
        (("T", "And the clocks go back on Saturday."), ("C", "Good. Doesn't affect me one way or the other.")),
    ),
    (
        (
            ("T", "Last time you were sobbing about the flat. What's it like to come back to that?"),
            ("C", "I was being dramatic. There's really nothing to discuss, I've sorted it all out."),
        ),
        (
            ("T", "Last time you were sobbing about the flat. What's it like to come back to that?"),
            ("C", "I was in bits, wasn't I. I've been dreading coming, if I'm honest."),
        ),
    ),
    (
        (
            ("T", "How are you with your sister not inviting you?"),
            ("C", "I don't think I even noticed, to tell you the truth. She can do what she likes."),
        ),
        (
            ("T", "How are you with your sister not inviting you?"),
            ("C", "I noticed. I told everyone she can do what she likes, and then I couldn't sleep."),
        ),
    ),
    (
        (
            ("T", "I'd guess it hit you hard, getting that letter from the hospital."),
            ("C", "Hardly. I had a cup of tea and cracked on with the ironing."),
        ),
        (
            ("T", "I'd guess it hit you hard, getting that letter from the hospital."),
            ("C", "It did. I had to sit on the bottom stair for an hour."),
        ),
    ),
    (
        (
            ("T", "I wonder if there's some anger there, about how they treated you."),
            ("C", "I'm not an angry person. I never have been."),
        ),
        (
            ("T", "I wonder if there's some anger there, about how they treated you."),
            ("C", "I'm not an angry person usually, but my hands are shaking."),
        ),
    ),
    (
        (
            ("T", "You stopped for a second there, when you said her name."),
            ("C", "Did I? I honestly don't have much feeling about her these days."),
        ),
        (
            ("T", "You stopped for a second there, when you said her name."),
            ("C", "Yeah. I do that. I think I still expect her to walk in."),
        ),
    ),
    (
        (
            ("T", "He shouted at you in front of your children. How was that?"),
            ("C", "I'm used to it. It washes over me."),
        ),
        (
            ("T", "There's roadworks outside all week, sorry. How was that on the way in?"),
            ("C", "I'm used to it. It washes over me."),
        ),
    ),
    (
        (
            ("T", "I wonder whether you were a bit hurt that I took the call in our session."),
            ("C", "Hurt? God, no. Why would I be hurt, it's only a phone call."),
        ),
        (
            ("T", "I wonder whether you were a bit hurt that I took the call in our session."),
            ("C", "Hurt, yeah, a bit. I know it's only a phone call, but I was in the middle of saying something."),
        ),
    ),
    (
        (
            ("C", "They made me redundant on Friday, after nineteen years."),
            ("T", "Nineteen years. That's a big thing to lose."),
            ("C", "Nah, it's fine. It's just a job, isn't it. Plenty more out there."),
        ),
        (
            ("C", "They moved my desk on Friday, over to the window."),
            ("T", "And is that better or worse?"),
            ("C", "Nah, it's fine. It's just a desk, isn't it. Plenty more out there."),
        ),
    ),
    (
        (
            ("T", "When you talk about the baby you lost, your voice gets flat."),
            ("C", "That's all done with. I've put it behind me and I don't look back."),
        ),
        (
            ("T", "When you talk about the baby you lost, your voice gets flat."),
            ("C", "It does, doesn't it. It's like I've put it in a box because otherwise I'd cry."),
        ),
    ),
    (
        (
            ("T", "It looked as though something came over you just then."),
            ("C", "No, no, I'm good. Just a bit tired, that's all."),
        ),
        (
            ("T", "Do you need a glass of water before we start?"),
            ("C", "No, no, I'm good. Just a bit tired, that's all."),
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
        assert rule.family is Family.DENIAL
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


@pytest.mark.parametrize(
    "said",
    ["I told her I was fine, it's nothing, but I cried all night.", "I was fine until I opened the drawer."],
)
def test_words_taken_back_count_for_less(said: str) -> None:
    asked = "You went quiet when you spoke of your father's funeral. What was that like?"
    assert strength((("T", asked), ("C", said))) < strength((("T", asked), ("C", "I was fine. It was nothing.")))


def test_nothing_is_listed_after_something_practical() -> None:
    assert strength((("T", "Is the window all right open?"), ("C", "It's fine, doesn't bother me."))) < LISTED


def test_a_flat_no_is_weak() -> None:
    found = strength(
        (("T", "I wonder if there was anger about how he hurt you."), ("C", "No. I went and did the ironing."))
    )
    assert 0 < found < 0.3
