"""Whether a transcript's own recording is told from a strange one, over invented talk of 2 to 50 minutes."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from reattune.errors import ReattuneError
from reattune.model import Role, Source, Span, Spoke, Times, Transcript, Turn
from reattune.nonverbal.labelled import by_transcript

COLUMNS = ("what the transcript has", "minutes", "its own taken", "strange ones taken")
MINUTES = {2: 150, 5: 150, 20: 60, 50: 60}
"""How many talks of each length."""
KINDS = ("exact", "loose", "starts", "whole starts", "whole")
SHIFTS = (0.0, 0.0, 0.0, -1.6, 13.0, 70.0)
STRANGE = 5_000


def rows() -> Iterator[tuple[object, ...]]:
    """Yield how many transcripts are taken, of those that belong and of those that do not."""
    for minutes, count in MINUTES.items():
        for kind in KINDS:
            own = strange = 0
            for seed in range(count):
                speech = heard(talk(seed, minutes * 60), seed)
                shift = 0.0 if kind == "whole starts" else SHIFTS[seed % len(SHIFTS)]
                own += taken(written(talk(seed, minutes * 60), seed, kind, shift), speech)
                strange += taken(written(talk(seed + STRANGE, minutes * 60), seed, kind, 0.0), speech)
            yield kind, minutes, f"{own} of {count}", f"{strange} of {count}"


def taken(transcript: Transcript, speech: list[Span]) -> bool:
    """Return whether a transcript is taken for that of what was heard."""
    try:
        by_transcript(transcript, speech)
    except ReattuneError:
        return False
    return True


def talk(seed: int, seconds: float) -> list[Spoke]:
    """Return turns whose lengths and pauses are drawn; one in ten pauses is long, one in ten an overlap."""
    draw = np.random.default_rng(seed)
    at = draw.uniform(0.5, 3)
    found: list[Spoke] = []
    while True:
        client = len(found) % 2 == 1
        length = min(90, draw.lognormal(np.log(6 if client else 3.5), 0.9) + 0.3)
        if at + length > seconds - 1:
            return found
        found.append(Spoke(at, at + length, Role.THERAPIST if client else Role.CLIENT))
        chance = draw.random()
        after = draw.uniform(0.1, 1.2)
        if chance < 0.1:
            after = draw.uniform(3, 9)
        elif chance < 0.2 and length > 2:
            after = -draw.uniform(0.2, 0.9)
        at = at + length + after


def heard(spoke: list[Spoke], seed: int) -> list[Span]:
    """Return the speech that a detector would hear: with pauses in turns, edges a little off, short gaps joined."""
    draw, parts = np.random.default_rng(seed + 99), []
    for one in spoke:
        at = one.start
        while at < one.end:
            end = min(one.end, at + draw.exponential(3) + 0.4)
            parts.append((at + draw.normal(0, 0.03), end + draw.normal(0, 0.05)))
            at = end + draw.uniform(0.25, 1.0)
    found: list[Span] = []
    for start, end in sorted(part for part in parts if part[1] > part[0]):
        if found and start - found[-1].end < 0.25:
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Span(max(0.0, start), end))
    return [one for one in found if one.seconds > 0.1]


def written(spoke: list[Spoke], seed: int, kind: str, shift: float) -> Transcript:
    """Return a transcript of turns: of one kind, its clock off by so many seconds."""
    draw, turns = np.random.default_rng(seed + 7), []
    for number, one in enumerate(spoke):
        start, end = one.start, one.end
        if kind == "whole":
            start, end = np.floor(start), np.ceil(end)
        elif kind != "exact":
            start, end = start + draw.normal(0, 0.2), end + draw.normal(0, 0.3)
        start, end = max(0.0, start + shift), max(0.1, end + shift)
        if kind == "whole starts":
            start = float(np.floor(start))
        if end > start and one.role is not None:
            turns.append(Turn(one.role, one.role.value, "So.", str(number), start, None if "starts" in kind else end))
    times = Times.STARTS if "starts" in kind else Times.BOTH
    return Transcript(date(2026, 3, 2), Source("talk.vtt", "1"), tuple(turns), times)
