"""What one invented relationship is, and what is known of its life: plain records."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

BEGIN = date(2025, 1, 6)
END = date(2026, 6, 30)


@dataclass(frozen=True)
class Person:
    """One invented relationship as it was meant to be, the same for every seed."""

    codename: str
    started: date
    at: time
    fee: int
    plan: str = "none"
    instruments: tuple[tuple[str, str], ...] = ()
    minutes: int = 50
    every_weeks: int = 1
    notice_hours: int = 48
    last: date = END
    moves: float | None = None
    repaired: bool = False
    leaves: bool = False
    ended_how: str = ""
    phq: bool = False


@dataclass(frozen=True)
class Slot:
    """An agreed session and what became of it; `start` differs from `slot` where it was moved."""

    slot: datetime
    start: datetime
    outcome: str
    by: str = ""
    changed: datetime | None = None
    reason: str = ""
    charged: bool = False
    moved: bool = False
    move_word: str = ""


@dataclass(frozen=True)
class Away:
    """A planned break, both days included."""

    start: date
    end: date
    by: str
    agreed: date
    note: str


@dataclass(frozen=True)
class Bill:
    """What was due for one session, and the day it was paid, if it was."""

    day: date
    due: date
    paid: date | None
    amount: int


@dataclass(frozen=True)
class Answer:
    """One rating: a score, or items, or neither where it was skipped."""

    day: date
    instrument: str
    by: str
    timing: str
    score: float | None = None
    items: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class Change:
    """What was planted: from the first changed session on, until it ended or the data do."""

    codename: str
    kind: str
    direction: str
    onset: date
    until: date
    how_it_ended: str
    streams: tuple[str, ...]


@dataclass(frozen=True)
class Benign:
    """A stretch with an ordinary explanation, and whether it was stated."""

    codename: str
    what: str
    start: date
    end: date
    stated: bool = True


@dataclass(frozen=True)
class Life:
    """Everything that happened in one relationship, and what was planted in it."""

    person: Person
    slots: tuple[Slot, ...]
    breaks: tuple[Away, ...]
    bills: tuple[Bill, ...]
    answers: tuple[Answer, ...]
    change: Change | None = None
    benign: tuple[Benign, ...] = ()


@dataclass(frozen=True)
class Fault:
    """A row spoilt on purpose, where it is, and what should become of it."""

    file: str
    row: str
    field: str
    expect: str
    what: str


@dataclass
class Faults:
    """All that was spoilt while the files were written."""

    found: list[Fault] = field(default_factory=list)

    def add(self, file: str, row: int | str, name: str, expect: str, what: str) -> None:
        """Remember one spoilt row."""
        self.found.append(Fault(file, str(row), name, expect, what))
