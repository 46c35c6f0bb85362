"""Hard words about oneself count when they are settled, and not when they are looked at."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.hopeless import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("T", "What do you need from me today?"),
            ("C", "Nothing. I'm a waste of your time, there are people with real problems."),
        ),
        (
            ("T", "What do you need from me today?"),
            ("C", "I keep thinking I'm a waste of your time. I'd like to look at why I do that."),
        ),
    ),
    (
        (
            ("T", "You've had a setback. Could we go through it?"),
            ("C", "I've blown it, like I always do. I'm just weak. End of."),
        ),
        (
            ("T", "You've had a setback. Could we go through it?"),
            (
                "C",
                "I had a drink on Thursday. I've been calling myself weak, but I also rang my sponsor the same night.",
            ),
        ),
    ),
    (
        (
            ("T", "Is there some part of this that could shift?"),
            ("C", "I've tried everything. It's who I am, I was born miserable and I'll die miserable."),
        ),
        (
            ("T", "Is there some part of this that could shift?"),
            ("C", "I've tried a lot of things. The mornings might shift, if I had somewhere to go."),
        ),
    ),
    (
        (
            ("T", "It sounds as though it's been a hard week with the kids."),
            ("C", "I'm a rubbish mother. They'd be better off with somebody else. I don't know why I bother coming."),
        ),
        (
            ("T", "It sounds as though it's been a hard week with the kids."),
            ("C", "I felt like a rubbish mother on Monday. Then my little one drew me, and I thought, hang on."),
        ),
    ),
    (
        (
            ("T", "What if we looked at it from another side?"),
            ("C", "There isn't another side. I'm just not a person anyone could love."),
        ),
        (
            ("T", "What if we looked at it from another side?"),
            ("C", "Okay. It's hard, because part of me is sure I'm not a person anyone could love."),
        ),
    ),
    (
        (
            ("T", "Would you like to tell me what went wrong?"),
            ("C", "Me, I went wrong. Years ago. You can't mend it, so don't try."),
        ),
        (
            ("T", "Would you like to tell me what went wrong?"),
            ("C", "I forgot to ring the clinic. You can mend it, they said, I just have to rebook."),
        ),
    ),
    (
        (
            ("T", "I'm glad you came today."),
            ("C", "I don't know why. It's a waste of a chair. I'm never going to be any different."),
        ),
        (
            ("T", "I'm glad you came today."),
            ("C", "Me too. I nearly didn't, I had that old 'waste of a chair' thought on the bus."),
        ),
    ),
    (
        (
            ("T", "What might help a little, this week?"),
            (
                "C",
                "Honestly, nothing. I'm a lost cause. You should give my hour to somebody who'll get something out of it.",
            ),
        ),
        (
            ("T", "What might help a little, this week?"),
            ("C", "Honestly, on Tuesday I felt like a lost cause, and then ringing my brother helped."),
        ),
    ),
    (
        (
            ("T", "What happened when you tried the letter?"),
            ("C", "I couldn't even do that. I can't do anything right, I never could."),
        ),
        (
            ("T", "What happened when you tried the letter?"),
            ("C", "I got two lines down and I heard my dad's voice saying I can't do anything right, and I cried."),
        ),
    ),
    (
        (
            ("T", "Can we look at what made the argument start?"),
            ("C", "Me. I made it start. I'm poison, I ruin everything I touch."),
        ),
        (
            ("T", "Can we look at what made the souffle sink?"),
            ("C", "Me. I made it sink. I'm a menace, I ruin everything I bake."),
        ),
    ),
    (
        (
            ("T", "I'd like us to try to understand it together."),
            (
                "C",
                "There's nothing to understand. I'm just defective. It won't get better and talking won't change it.",
            ),
        ),
        (
            ("T", "I'd like us to try to understand it together."),
            (
                "C",
                "I'd like that. There's this thought that I'm defective, and I'm starting to wonder who put it there.",
            ),
        ),
    ),
    (
        (
            ("T", "You look so tired. What is it?"),
            ("C", "I've had enough. There's no point any more, it's always going to be like this."),
        ),
        (
            ("T", "How's the printer at work, still jamming?"),
            ("C", "I've had enough. There's no point any more, it's always going to be like this."),
        ),
    ),
    (
        (
            ("T", "How did it feel to tell me that?"),
            ("C", "Stupid. I'm such an idiot for saying it. You must think I'm pathetic."),
        ),
        (
            ("T", "How did it feel to tell me that?"),
            ("C", "A bit stupid, at first. Then sort of lighter. I've never said it to anyone."),
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
        assert rule.family is Family.HOPELESS
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


def test_a_skill_one_lacks_is_not_listed() -> None:
    assert strength((("T", "What was it like at school?"), ("C", "I'm useless at maths, I give up."))) < LISTED


def test_the_words_of_an_earlier_self_count_for_less() -> None:
    said = ("C", "I'm a lost cause. Nothing can help me.")
    then = ("T", "What would you have said back when we started?")
    assert strength((then, said)) < strength((("T", "What might help you now?"), said))


@pytest.mark.parametrize(
    "words",
    [
        "I don't see the point of these forms.",
        "What's the point of doing that exercise?",
        "There's no point in coming here.",
    ],
)
def test_no_point_in_something_done_in_therapy_is_no_giving_up(words: str) -> None:
    before = ("T", "How do you feel when you look at it?")
    assert strength([before, ("C", words)]) < LISTED
    assert strength([before, ("C", "I don't see the point of anything. What's the point?")]) >= LISTED
