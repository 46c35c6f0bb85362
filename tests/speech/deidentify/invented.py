"""Invented sessions with every piece marked, and how much of it the rules find."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.deidentify.finding import find

MARK = re.compile(r"\{(\w+):([^}]*)\}")
FIRST, SECOND = "first", "second"
"""The half that was looked at while the rules were written, and the half that was not."""


def transcript(*lines, language=""):
    """Return a transcript of lines such as "C: words"; a label other than C or T stands before the colon as well."""
    turns = []
    for number, line in enumerate(lines):
        label, _colon, text = line.partition(": ")
        role = {"T": Role.THERAPIST, "C": Role.CLIENT, "O": Role.OTHER}[label[0]]
        turns.append(Turn(role, label.partition("=")[2] or label, text, str(number)))
    return Transcript(date(2026, 1, 1), Source("made", ""), tuple(turns), Times.NONE, language)


def sessions(half):
    """Yield the invented sessions of one half: the transcript, and where its pieces stand."""
    text = (Path(__file__).parent / "invented" / f"{half}.txt").read_text(encoding="utf-8")
    for session in filter(str.strip, re.split(r"^# .*\n", text, flags=re.MULTILINE)):
        marked = session.strip().splitlines()
        gold = [piece for turn, line in enumerate(marked) for piece in _gold(turn, line[len("C: ") :])]
        yield transcript(*(MARK.sub(r"\2", line) for line in marked)), gold


def _gold(turn, line):
    taken = 0
    for found in MARK.finditer(line):
        start = found.start() - taken
        yield turn, start, start + len(found[2]), found[1]
        taken += len(found[0]) - len(found[2])


def measured(half):
    """Return, by kind: how many pieces there are, were found, were found as what they are; what was taken, rightly."""
    there, hit, named, taken, right = (Counter() for _ in range(5))
    for session, gold in sessions(half):
        pieces = find(session).pieces
        for turn, start, end, kind in gold:
            over = [one for one in pieces if one.turn == turn and one.start <= start and end <= one.end]
            there[kind] += 1
            hit[kind] += bool(over)
            named[kind] += any(one.kind.value == kind for one in over)
        for one in pieces:
            taken[one.kind.value] += 1
            right[one.kind.value] += any(
                one.turn == turn and one.start < end and start < one.end for turn, start, end, _kind in gold
            )
    return {kind: (there[kind], hit[kind], named[kind], taken[kind], right[kind]) for kind in sorted({*there, *taken})}
