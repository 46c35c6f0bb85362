from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning.mended import leant
from reattune.speech.place import Place, prepare
from reattune.speech.rule import REPAIR, Family

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}


def lean(family: Family, *lines: tuple[str, str]) -> float:
    turns = tuple(Turn(ROLES[who], who, text, str(at)) for at, (who, text) in enumerate(lines))
    context = prepare(Transcript(date(2026, 1, 1), Source("invented", ""), turns, Times.NONE, "en"))
    return leant(family, Place(context, len(turns) - 1))


HURT = ("C", "You yawned while I was telling you that.")
STORY = ("C", "He yawned all through the film, my brother.")

OTHER_WORDS = [
    (Family.OWNS_PART, HURT, "I did, and it was careless of me.", "You think he did, and he was careless of you."),
    (
        Family.DISCLOSES,
        HURT,
        "I notice I feel quite ashamed, sitting here.",
        "He must have felt ashamed, sitting there.",
    ),
    (Family.CLARIFIES, HURT, "I never meant that to sound as if I was bored.", "And how was it for you at home?"),
    (Family.INVITES, HURT, "What was it like to get that from me?", "What was it like for them at school?"),
    (
        Family.LINKS_HERE,
        HURT,
        "It was the same last month: I get tired, you go quiet.",
        "He was tired last month, was he?",
    ),
    (Family.LINKS_OUTSIDE, HURT, "Like with your dad, when I look away?", "Could you try to look up next time?"),
    (
        Family.VALIDATES,
        ("C", "I keep it all to myself, always have."),
        "No wonder. It was a clever way to survive.",
        "Could you try to share a bit of it?",
    ),
    (
        Family.CHANGES_TASK,
        ("C", "I hate this breathing exercise, it's stupid."),
        "Let's drop it, then, and do something else instead.",
        "Carry on as planned, one more go.",
    ),
    (
        Family.RATIONALE,
        ("C", "Why do I have to write this diary every day?"),
        "So that we see a pattern, because memory fades.",
        "Did you bring it? Next step, then.",
    ),
    (
        Family.REFOCUSES,
        ("C", "Anyway, the boiler, and then the plumber came, three hundred pounds."),
        "Can we go back to what you started to say, earlier?",
        "Three hundred pounds for a boiler? Who was the plumber?",
    ),
]


@pytest.mark.parametrize(("family", "before", "marked", "benign"), OTHER_WORDS)
def test_other_words_lean_less(family, before, marked, benign):
    assert lean(family, before, ("T", marked)) > lean(family, before, ("T", benign))


@pytest.mark.parametrize("family", sorted(REPAIR - {Family.REFOCUSES, Family.RATIONALE, Family.CHANGES_TASK}))
def test_the_same_words_lean_more_where_it_is_about_the_two(family):
    answer = ("T", "I see. That was a hard thing, and it went wrong.")
    assert lean(family, HURT, answer) > lean(family, STORY, answer)


def test_turning_back_leans_more_after_a_drift():
    answer = ("T", "Let's go back to Sunday.")
    drift = ("C", "And they put the parking up, the council, five pounds.")
    assert lean(Family.REFOCUSES, drift, answer) > lean(Family.REFOCUSES, ("C", "Sorry, where was I?"), answer)


def test_being_met_leans_on_what_was_offered():
    answer = ("C", "Oh. Nobody ever said that.")
    offered = ("T", "You were so alone with it, and you carried it for years.")
    assert lean(Family.MET, offered, answer) > lean(Family.MET, ("T", "Shall I open the window?"), answer)
    assert lean(Family.MET, offered, answer) > lean(Family.MET, offered, ("C", "Okay, thanks, whatever, I suppose."))
