"""A talk as one of the two may see it: their own side, what the other has shown, and both beside each other."""

from dataclasses import dataclass
from typing import Any

from reattune.model import Voice
from reattune.practice import models
from reattune.practice.voices import afterwards, side_rows, side_words, sides
from reattune.practice.voices.own import Own
from reattune.practice.voices.side_rows import Author, Mine
from reattune.practice.voices.side_words import Line, Words
from reattune.practice.voices.sides import Cell, other_of

ANSWERED = "answered"
"""In the session of a client's browser: the talks of which they said there that they would rather not write."""


@dataclass(frozen=True, slots=True)
class Column:
    """One side, to be read: what it says, and how it is now; they never merge."""

    voice: Voice
    lines: tuple[Line, ...]
    now: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one of the two sees of a talk."""

    mine: Mine
    theirs: Column | None
    """The other's side, where they have shown it."""
    columns: tuple[Column, Column] | None
    """Both sides, the client's first; None unless both are shown."""
    cell: Cell | None
    later: tuple[afterwards.Afterwards, ...]
    told: tuple[afterwards.Told, ...]
    mended: bool
    """Whether both have named a mend."""


def seen(talk: models.Talk, reader: Author, *, answered: bool = False) -> Seen:
    """Return a talk as one of the two sees it.

    Args:
        talk: Which.
        reader: Who reads it.
        answered: Whether a client without an open key said just now that they would rather not write: that is shown
            on no later page, and the therapist's side is not either, which would tell of it.
    """
    found = side_rows.rows(talk)
    client, therapist = found.get(Voice.CLIENT), found.get(Voice.THERAPIST)
    mine = side_rows.mine(found.get(reader.voice), reader)
    open_to_reader = reader.may_keep or mine.shown or answered
    theirs = side_rows.theirs(found.get(other_of(reader.voice))) if open_to_reader else None
    both = _both_shown(client, therapist)
    later, told = afterwards.said_by_client(talk, reader)
    later_too, told_too = afterwards.said_by_therapist(therapist, reader)
    if reader.voice is Voice.CLIENT and theirs is None:
        later_too = []
    said = sorted((*later, *later_too), key=lambda one: one.day)
    return Seen(
        mine=mine,
        theirs=None if theirs is None else _column(other_of(reader.voice), theirs),
        columns=(_column(Voice.CLIENT, both[0]), _column(Voice.THERAPIST, both[1])) if both else None,
        cell=sides.cell(both[0]["noticed"], both[1]["noticed"]) if both else None,
        later=tuple(said),
        told=tuple(sorted((*told, *told_too), key=lambda one: one.day)),
        mended=afterwards.mended_by_both(client, therapist, said),
    )


def shown_to_client(client: models.Client, key: Own | None) -> Any:
    """Return the therapist's sides that a client may read in their own space.

    Args:
        client: Who.
        key: Their own key. While it is shut only those beside a side that they have shown: it may be the therapist who
            sits there, and the others would tell that the client had answered.
    """
    of = models.Side.every.filter(client=client, shown__isnull=False)
    rows = of.filter(by=Voice.THERAPIST.value)
    return rows if key is not None else rows.filter(talk__in=of.filter(by=Voice.CLIENT.value).values("talk"))


def _both_shown(client: models.Side | None, therapist: models.Side | None) -> tuple[Words, Words] | None:
    """Return both sides' words; whoever shows theirs has saved it, so that neither learns here what they may not."""
    first, second = side_rows.theirs(client), side_rows.theirs(therapist)
    return None if first is None or second is None else (first, second)


def _column(voice: Voice, words: Words) -> Column:
    return Column(voice, side_words.told(words), side_words.told_now(words))
