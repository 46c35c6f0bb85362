"""Sessions made by a rule that is known: who is glad is rated high, who is let down is rated low."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from reattune.model import Role, Source, Times, Transcript, Turn

GLAD = ["that really lifts something", "yes exactly that is it", "oh that eases my chest", "good to say it out loud"]
LOW = ["you said so before", "why do you ask me that", "no idea honestly", "let us stop there then"]
PLAIN = ["the week was long", "my sister came over", "work is as it was", "we cooked and talked", "it rained on friday"]
ASKS = ["what was that like", "tell me more about it", "how did you feel then", "and what happened next?"]


def made_session(random, warm, turns=24, name="s"):
    """A session of `turns` client turns; `warm` in 0..1 says how many of them are glad rather than let down."""
    said = []
    for number in range(turns):
        said.append(Turn(Role.THERAPIST, "T", str(random.choice(ASKS)), f"{number}t", number * 20.0, number * 20.0 + 5))
        coloured = random.random() < 0.4
        words = random.choice((GLAD if random.random() < warm else LOW) if coloured else PLAIN)
        said.append(Turn(Role.CLIENT, "C", str(words), f"{number}c", number * 20.0 + 7, number * 20.0 + 15))
    return Transcript(date(2026, 1, 5), Source(name, ""), tuple(said), Times.BOTH, "en")


def made_corpus(sessions=160, raters=16, seed=3):
    random = np.random.default_rng(seed)
    warm = random.random(sessions)
    transcripts = [made_session(random, warm[number], name=f"{number}.vtt") for number in range(sessions)]
    scores = [float(round(20 + 60 * value + random.normal(0, 4), 1)) for value in warm]
    return transcripts, scores, [f"{number % raters}" for number in range(sessions)]


class Letters:
    """An encoder without a network: counts of letters, turned to length one, the same text always the same."""

    def __init__(self, digest="letters"):
        self.digest = digest
        self.read = []

    def vectors(self, texts):
        self.read += list(texts)
        rows = np.zeros((len(texts), 26), np.float32)
        for number, text in enumerate(texts):
            for letter in text.lower():
                if "a" <= letter <= "z":
                    rows[number, ord(letter) - ord("a")] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


@pytest.fixture
def made():
    return SimpleNamespace(session=made_session, corpus=made_corpus, Letters=Letters, glad=GLAD, low=LOW)


@pytest.fixture(scope="session")
def corpus():
    return made_corpus()


@pytest.fixture(scope="session")
def coded_sessions():
    """Thirty sessions whose client turns are coded glad, low or other, as their words are."""
    random = np.random.default_rng(5)
    found = []
    for _session in range(30):
        one = made_session(random, random.random(), turns=12)
        kinds = {**dict.fromkeys(GLAD, "glad"), **dict.fromkeys(LOW, "low")}
        found.append(
            (one, {at: kinds.get(turn.text, "other") for at, turn in enumerate(one.turns) if turn.label == "C"})
        )
    return found
