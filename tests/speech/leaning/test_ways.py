"""Each way of leaning is further on in a reply that closes or turns away than in one that opens, in the same place."""

from collections.abc import Callable
from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning import ways
from reattune.speech.leaning.faint import graded
from reattune.speech.place import Place, prepare

PAIRS = [
    (
        ways.waving,
        (
            "When the police came to the door, what was that like?",
            "It's ages ago. I never give it a thought, it's fine.",
        ),
        (
            "When the police came to the door, what was that like?",
            "It's ages ago and I still shake, part of me is there.",
        ),
    ),
    (
        ways.waving,
        ("Your eyes filled up when you said her name.", "That's just the pollen."),
        ("The garden centre was full of tourists again?", "That's just the pollen."),
    ),
    (
        ways.answering_little,
        ("What do you feel when you think of your father's funeral?", "Okay I guess."),
        ("What do you feel when you think of your father's funeral?", "Ashamed, and cold."),
    ),
    (
        ways.answering_little,
        ("How did that land with you, what I said about your mother?", "Alright."),
        ("Is the heating all right for you?", "Alright."),
    ),
    (
        ways.generalising,
        (
            "How was it when she left you?",
            "Attachment is a process, and people have all sorts of expectations in life.",
        ),
        ("How was it when she left you?", "I sat on the stairs with her coat and I cried, my hands were shaking."),
    ),
    (
        ways.telling_of_others,
        (
            "Can we stay with how ashamed you felt?",
            "There's this bloke next door, and he goes and buys a horse for his wife.",
        ),
        ("Can we stay with how ashamed you felt?", "I felt like hiding, and I still do, I can't look at my own hands."),
    ),
    (
        ways.yielding,
        (
            "I think I pushed you too hard last week.",
            "No, no, you were wonderful. It's me, I'm sorry, whatever you think.",
        ),
        (
            "I think I pushed you too hard last week.",
            "A bit, I was cross on the bus, though I'd rather we kept on with it.",
        ),
    ),
    (
        ways.jesting,
        ("So your brother was in hospital that night.", "[giggles] Oh what a hoot, tubes everywhere, ta-da!"),
        ("So your brother was at the party that night.", "[giggles] Oh what a hoot, balloons everywhere, ta-da!"),
    ),
    (
        ways.sinking,
        ("What would you like from the spring?", "Nothing. I'm a burden, I always was, there's no point in me."),
        (
            "What would you like from the spring?",
            "I notice I say I'm a burden. Maybe that's the old voice, I want to try.",
        ),
    ),
    (
        ways.sinking,
        ("When you sit with how lonely you are, what comes up?", "I'm hopeless, I never get it right."),
        ("How do you find the knitting class?", "I'm hopeless, I never get it right."),
    ),
]
EVERY = [
    ways.waving,
    ways.answering_little,
    ways.generalising,
    ways.telling_of_others,
    ways.yielding,
    ways.jesting,
    ways.sinking,
]
Way = Callable[[Place], tuple[float, float]]


def place(*said: str) -> Place:
    roles = (Role.THERAPIST, Role.CLIENT)
    turns = tuple(Turn(roles[at % 2], "", text, str(at)) for at, text in enumerate(said))
    return Place(prepare(Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE)), len(said) - 1)


@pytest.mark.parametrize(("way", "marked", "benign"), PAIRS)
def test_the_marked_one_leans_further(way: Way, marked: tuple[str, str], benign: tuple[str, str]) -> None:
    assert graded(*way(place(*marked))) > graded(*way(place(*benign)))


@pytest.mark.parametrize("way", EVERY)
def test_what_is_said_first_or_not_at_all_leans_hardly(way: Way) -> None:
    assert graded(*way(place("Hello, it's cold out."))) < 0.1
    assert graded(*way(place("How are you?", ""))) < 0.1


def test_a_long_reply_waves_less_away() -> None:
    said = "It was nothing, honestly, it's in the past."
    long = f"{said} {'and the road was wet and the lamps were on ' * 6}"
    asked = "How was it when he hit you?"
    assert ways.waving(place(asked, long))[0] < ways.waving(place(asked, said))[0]
