"""What the programming interface answers: the library's own records, each with whose it is."""

from datetime import date, datetime
from typing import Annotated, Generic, TypeVar
from uuid import UUID

from ninja import Field, Schema

from reattune.account.told import ToldPart
from reattune.model import Direction, Noticing, Observation, Outcomes, OwnAct, Scores
from reattune.repair.episode import Record

MOST = 200
FURTHEST = 1_000_000
Item = TypeVar("Item")


class Window(Schema):
    """Which part of a list is asked for."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="How many at most.")] = 50
    offset: Annotated[int, Field(ge=0, le=FURTHEST, description="How many to leave out first.")] = 0


class Part(Schema, Generic[Item]):
    """A part of a list, and how long the whole list is."""

    items: list[Item]
    count: int
    limit: int
    offset: int


class Refusal(Schema):
    """Why nothing is answered, in a sentence."""

    detail: str


class Relationship(Schema):
    """One relationship, under its codename, as it was last looked at."""

    id: UUID
    codename: str
    started: date | None
    ended: date | None
    last_session: date | None
    as_of: Annotated[date | None, Field(description="The day of the last look; null before the first.")]
    current: Annotated[bool, Field(description="Whether nothing has changed since that look.")]
    silent: Annotated[str, Field(description="Why nothing is said about it at all, or empty.")]
    open_noticings: int
    streams: list[str]


class Stream(Schema):
    """One stream of a relationship: what it rests on, how much was observed, and the usual pattern assumed."""

    name: str
    words: str
    basis: str
    observations: int
    first: date | None
    last: date | None
    pattern: Outcomes | Scores


class Streams(Schema):
    """Everything noticing may know about one relationship, but for the observations themselves."""

    relationship: UUID
    codename: str
    as_of: date
    ticks: list[date]
    streams: list[Stream]
    own: Annotated[
        list[OwnAct], Field(description="What the therapist did to the frame; never evidence about the client.")
    ]
    silent: str
    remarks: list[str]


class Observed(Schema):
    """One observation of one stream."""

    stream: str
    observation: Observation


class Noticed(Schema):
    """Something unusual in one relationship, in words; it says what was seen, never that something happened."""

    relationship: UUID
    codename: str
    at: date
    since: date
    direction: Direction
    open: bool
    verdict: Annotated[str, Field(description="What the therapist made of it, or empty.")]
    said: str
    readings: Annotated[list[str], Field(description="What it may be about, the benign reading first.")]
    yours: Annotated[list[str], Field(description="The therapist's own part.")]
    basis: str
    once: str


class Beside(Schema):
    """Something the client said about what came up, while they share it."""

    day: date
    kind: Annotated[str, Field(description="correction (of a row), ordinary (“as always, for me”), or line.")]
    what: Annotated[str, Field(description="The row that a correction is about; it counts for nothing, and stays.")]
    text: Annotated[str, Field(description="In the client’s words; may be empty.")]


class NoticedWhole(Noticed):
    """The same with the rows it rests on, in words and as the library's record, and what the client said about it."""

    parts: list[ToldPart]
    corrections: list[Beside]
    noticing: Noticing


class Episode(Schema):
    """One episode: its days, without a word of what was written."""

    id: UUID
    relationship: UUID
    codename: str
    day: date
    hold_until: date | None
    not_yet_until: date | None
    closed: date | None
    version: int
    changed: datetime


class EpisodeWhole(Episode):
    """The same with everything that was written: the therapist's side alone."""

    record: Record
