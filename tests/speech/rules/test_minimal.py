"""Short replies count where more was asked for; a short answer that answers, or a listening word, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning.faint import ALONE
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.reading import read
from reattune.speech.rule import Family
from reattune.speech.rules.minimal import RULES

Lines = tuple[tuple[str, str], ...]
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (("T", "When you picture him at the door, what do you notice in yourself?"), ("C", "Not much.")),
        (("T", "Is there much traffic out there today?"), ("C", "Not much.")),
    ),
    (
        (("T", "What do you make of what I just said?"), ("C", "Yeah, no, that's fine.")),
        (("T", "I'll just move the clock. Can you still see it?"), ("C", "Yeah, no, that's fine.")),
    ),
    (
        (
            ("T", "I'd love to understand what makes it so painful to be praised."),
            ("C", "I don't know really. I just don't know."),
        ),
        (
            ("T", "I'd love to understand what makes it so painful to be praised."),
            ("C", "I don't know really. I think it's that nobody did, so it feels like a trick."),
        ),
    ),
    (
        (("T", "What would you like me to know about that night?"), ("C", "[shrugs] It happened. That's it.")),
        (
            ("T", "What would you like me to know about that night?"),
            ("C", "[shrugs] I was eleven. I'd hidden the car keys so he couldn't drive."),
        ),
    ),
    (
        (
            ("T", "How was it leaving here last week?"),
            ("C", "Okay."),
            ("T", "Just okay? I had the sense you were upset with me."),
            ("C", "Nope."),
        ),
        (
            ("T", "Was the door open when you got here last week?"),
            ("C", "Okay, let me think. No."),
            ("T", "Was there anyone at the desk?"),
            ("C", "Nope."),
        ),
    ),
    (
        (("T", "You looked hurt when I brought up the fee. What was going through you?"), ("C", "Nothing really.")),
        (("T", "You looked puzzled when I brought up the form. Anything unclear on it?"), ("C", "Nothing really.")),
    ),
    (
        (("T", "What's it been like without her?"), ("C", "It's been okay.")),
        (("T", "What's it been like without her?"), ("C", "It's been quiet. Horribly quiet.")),
    ),
    (
        (("T", "What would it be like to tell me more about that?"), ("C", "I can't be bothered, to be honest.")),
        (("T", "What would it be like to tell me more about that?"), ("C", "Scary, to be honest.")),
    ),
    (
        (("T", "What was it like to see him again after all that?"), ("C", "All right, I suppose.")),
        (("T", "Is the chair all right there?"), ("C", "All right, I suppose.")),
    ),
    (
        (("T", "What's happening inside right now?"), ("C", "Dunno. Nothing.")),
        (("T", "What's happening inside right now?"), ("C", "Dunno. Sort of a knot, here.")),
    ),
    (
        (
            ("T", "How has the week been?"),
            ("C", "Same."),
            ("T", "And things with your wife, how do they feel?"),
            ("C", "Fine."),
            ("T", "I'm curious what made you say fine so quickly."),
            ("C", "Just is."),
        ),
        (
            ("T", "Have you had breakfast?"),
            ("C", "Yes."),
            ("T", "And did you get the bus?"),
            ("C", "Yep."),
            ("T", "Is it still raining?"),
            ("C", "Just is."),
        ),
    ),
    (
        (
            ("T", "You've not said much since I mentioned ending. What's that about for you?"),
            ("C", "I've nothing to say about it."),
        ),
        (
            ("T", "You've not said much since I mentioned ending. What's that about for you?"),
            ("C", "I don't know how to say it. I hate endings, I always leave before people can leave me."),
        ),
    ),
    (
        (("T", "How did you feel when she hung up?"), ("C", "Whatever. Doesn't matter.")),
        (("T", "How did you feel when she hung up?"), ("C", "Small. Really small.")),
    ),
    (
        (("T", "Tell me a little about what last night brought up."), ("C", "I'd rather not go there.")),
        (
            ("T", "Tell me a little about what last night brought up."),
            ("C", "Give me a second. I want to find the right words."),
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
        assert rule.family is Family.MINIMAL
        assert rule.role is Role.CLIENT
        assert rule.looks_at().endswith(".")
        assert 1 <= len(rule.benign()) <= 3


OPEN = ("T", "How did it feel when your brother left like that?")


def test_a_run_counts_for_more_than_one() -> None:
    one = strength((OPEN, ("C", "Fine.")))
    run = read(transcript((OPEN, ("C", "Fine."), OPEN, ("C", "Dunno."), OPEN, ("C", "Nothing.")))).hits
    assert 0 < one <= 0.6 + ALONE
    shorts = [hit.strength for hit in run if hit.rule == "minimal.short"]
    assert shorts[-1] > shorts[0]


def test_three_shorter_replies_running_are_a_drop_once() -> None:
    long = (
        "C",
        "I was sitting with my sister and we talked about how it used to be when we were small and frightened.",
    )
    short = ("C", "We talked about that day again, briefly.")
    lines = (OPEN, long) * 6 + (OPEN, short) * 4
    drops = [hit.turn for hit in read(transcript(lines)).hits if hit.rule == "minimal.drop"]
    assert drops == [17]


def test_listening_and_closed_answers_are_no_minimal_response() -> None:
    assert strength((("T", "It sounds as if that was lonely."), ("C", "Yeah. Mm."))) < LISTED
    assert strength((("T", "Did you take the bus?"), ("C", "Yes."))) < LISTED
    assert strength((("T", "How confident are you, from nought to ten?"), ("C", "A 7."))) < LISTED


def test_the_usual_is_named_where_it_is_known() -> None:
    long = (
        "C",
        "I was sitting with my sister and we talked about how it used to be when we were small and frightened.",
    )
    found = [
        hit for hit in read(transcript((OPEN, long) * 5 + (OPEN, ("C", "Fine.")))).hits if hit.rule == "minimal.short"
    ]
    assert "usually about 21 words" in found[0].reason


def test_that_is_it_said_to_words_that_fit_closes_nothing() -> None:
    before = ("T", "If being asked feels like being looked at, then of course you keep your sadness to yourself.")
    assert strength([before, ("C", "That's it. That's exactly it. Nobody has ever put it like that.")]) < LISTED
    assert strength([("T", "What do you feel, when you think of her?"), ("C", "That's all there is.")]) >= LISTED
