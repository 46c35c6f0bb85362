"""What a turn asks is read from its end: nothing, a yes or no or a fact, something open, a feeling, the two of them."""

import pytest

from reattune.speech.asking import Asked, asked
from reattune.speech.folding import fold


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("You went quiet.", Asked.NOTHING),
        ("", Asked.NOTHING),
        ("Did you take the bus?", Asked.CLOSED),
        ("Does that make sense?", Asked.CLOSED),
        ("What time is it?", Asked.CLOSED),
        ("How many sisters have you?", Asked.CLOSED),
        ("So you're thinking it is for people who need it?", Asked.CLOSED),
        ("It was hard, wasn't it?", Asked.CLOSED),
        ("What happened then?", Asked.OPEN),
        ("Can you say what happened?", Asked.OPEN),
        ("Tell me more about that day.", Asked.OPEN),
        ("I'd really like to hear about the house.", Asked.OPEN),
        ("How did you feel then?", Asked.FEELING),
        ("So, when he said that, what was it like?", Asked.FEELING),
        ("You said he left, what was that like?", Asked.FEELING),
        ("Do you have any sense of what comes up?", Asked.FEELING),
        ("Does that touch anything?", Asked.FEELING),
        ("How was that for you?", Asked.FEELING),
        ("Are you angry with me?", Asked.US),
        ("How did you take what I said?", Asked.US),
        ("What has been missing in our sessions?", Asked.US),
        ("What was it like? Is it still raining?", Asked.CLOSED),
    ],
)
def test_kinds(said: str, kind: Asked) -> None:
    assert asked(fold(said)) is kind
