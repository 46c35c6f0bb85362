"""How fast: rules and markers in utterances a second on two cores, beside a plain lexicon in the same run.

The words are invented here; nothing is read.
"""

import os
import random
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.markers.table import table
from reattune.speech.markers.weighing import weigh
from reattune.speech.place import prepare
from reattune.speech.reading import read

SESSIONS = 60
TURNS = 200
WORDS = 24
"""Words in a turn, on average, as in spoken transcripts."""
MINUTES = 50
WORDS_A_MINUTE = 140
REPEATS = 3
_SAID = (
    "I was thinking about the week and it was fine mostly",
    "how did that feel when she said so",
    "I don't really know, it just goes on and on",
    "so you were on your own with it again",
    "yes, that is what it was like",
    "thank you, I'll try that with my brother",
    "what would you like to look at today?",
    "it sounds like that was hard to carry",
    "we talked about the garden, the dog and the neighbours' new fence",
    "no, not that, I meant the other evening",
)
_LEXICON = re.compile(
    r"\b(?:but|can'?t|won'?t|don'?t (?:think|want|need|see|know|like|care)|i'?m (?:fine|not)|i guess|whatever"
    r"|why should|it'?s not|what'?s the point|doesn'?t (?:help|work|bother)|hard|pointless|leave me|waste)\b",
    re.IGNORECASE,
)


def session(turns: int, seed: int) -> Transcript:
    """Return an invented session."""
    drawn = random.Random(seed)
    roles = (Role.THERAPIST, Role.CLIENT)
    made = []
    for at in range(turns):
        text = ""
        length = drawn.randint(1, 2 * WORDS)
        while len(text.split()) < length:
            text = f"{text} {drawn.choice(_SAID)}.".strip()
        made.append(Turn(roles[at % 2], roles[at % 2].value, text, str(at), at * 9.0, at * 9.0 + 8))
    return Transcript(date(2026, 1, 1), Source("invented", ""), tuple(made), Times.BOTH, "en")


def by_lexicon(one: Transcript) -> int:
    return sum(len(_LEXICON.findall(turn.text)) for turn in one.turns)


def by_rules(one: Transcript) -> int:
    return len(read(one).hits)


def by_markers(one: Transcript) -> int:
    return table().looker.look(prepare(one)).values().size


def by_both(one: Transcript) -> int:
    reading = read(one)
    return len(reading.hits) + table().looker.look(reading.context).values().size


def rows(_data: Path | None = None) -> list[str]:
    """Return the table as text."""
    sessions = [session(TURNS, seed) for seed in range(SESSIONS)]
    count = sum(len(one.turns) for one in sessions)
    said = sum(len(turn.text.split()) for one in sessions for turn in one.turns) / count
    lines = [
        f"{count} invented turns, {said:.0f} words each; {os.cpu_count()} cores, two processes; best of {REPEATS}",
        "",
        "| what | turns a second | beside the lexicon |",
        "|---|---|---|",
    ]
    with ProcessPoolExecutor(2) as pool:
        figures = {
            "plain lexicon": _rate(pool, by_lexicon, sessions),
            "rules": _rate(pool, by_rules, sessions),
            "markers": _rate(pool, by_markers, sessions),
            "rules and markers": _rate(pool, by_both, sessions),
        }
    for name, figure in figures.items():
        lines.append(f"| {name} | {figure:,.0f} | {figure / figures['plain lexicon']:.2f} |")
    return [*lines, "", _one()]


def _rate(pool: ProcessPoolExecutor, what: Callable[[Transcript], int], sessions: Sequence[Transcript]) -> float:
    halves = (sessions[::2], sessions[1::2])
    list(pool.map(_timed, [what] * 2, halves))  # patterns are made once
    best = min(max(pool.map(_timed, [what] * 2, halves)) for _repeat in range(REPEATS))
    return sum(len(one.turns) for one in sessions) / best


def _timed(what: Callable[[Transcript], int], sessions: Sequence[Transcript]) -> float:
    begun = time.perf_counter()
    for one in sessions:
        what(one)
    return time.perf_counter() - begun


def _one() -> str:
    one = session(MINUTES * WORDS_A_MINUTE // WORDS, 1)
    times = []
    for _repeat in range(2 * REPEATS):
        begun = time.perf_counter()
        weigh(read(one).context)
        times.append(time.perf_counter() - begun)
    return f"one session of {MINUTES} minutes ({len(one.turns)} turns), read and weighed: {1000 * min(times):.0f} ms"
