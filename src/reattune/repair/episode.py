"""The therapist's side of a repair record: everything may stay blank, and nothing is filled in that was not said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from reattune.model import Episode, EpisodeVoice, Source
from reattune.repair import values
from reattune.repair.movement import Movement, Noticer, Place, With
from reattune.repair.reader import Reader
from reattune.repair.steps import Step, tidy
from reattune.repair.strategies import Strategy

HIGHEST_VIEW = 4


@dataclass(frozen=True, slots=True)
class Record:
    """One episode as the therapist keeps it; None and empty mean that it was not said.

    `wish`, `expected`, `actual` and `response` are what was hoped for, which answer was expected, which came, and what
    it brought about. `closeness` goes from -1 (distant) to 1 (close), `leading` from -1 (following) to 1 (leading).
    """

    id: str
    day: date
    text: str = ""
    """What happened: the one empty box."""
    my_part: str = ""
    place: Place | None = None
    with_whom: With = With.THERAPIST
    movement: Movement | None = None
    wish: str = ""
    expected: str = ""
    actual: str = ""
    response: str = ""
    closeness: float | None = None
    leading: float | None = None
    noticer: Noticer | None = None
    tried: tuple[Strategy, ...] = ()
    now: str = ""
    """How the therapist sees it now."""
    view: int | None = None
    """How far it seems talked through to the therapist, 0 to 4; never averaged with anybody else's."""
    steps: Mapping[Step, tuple[date, ...]] = field(default_factory=dict)
    """The days on which each step was touched."""
    hold_until: date | None = None
    not_yet_until: date | None = None
    closed: date | None = None
    """The day it was put away."""
    similar: tuple[str, ...] = ()
    """Ids of other episodes."""
    question: str = ""
    """The question for supervision."""
    kept_words: str = ""
    """The words chosen to be kept in view."""
    mended_therapist: bool = False
    """Whether it is mended as the therapist sees it; by itself it says nothing about both."""

    def as_dict(self) -> dict[str, object]:
        """Return the record as JSON values, every field included, days as year-month-day."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    def to_model(self) -> Episode:
        """Return the episode as the rest of the library knows it: the therapist's side alone, shared with nobody."""
        return Episode(
            id=self.id,
            day=self.day,
            where=_word(self.place),
            source=Source("desk", self.id),
            with_whom=self.with_whom.value,
            movement=(self.movement or Movement.UNSURE).value,
            who_noticed=_word(self.noticer),
            tried=tuple(each.value for each in self.tried),
            similar_to=self.similar,
            therapist=EpisodeVoice(
                words=self.text,
                wish=self.wish,
                expected=self.expected,
                actual=self.actual,
                response=self.response,
                view=self.view,
                visibility=Reader.THERAPIST.value,
                not_yet_until=self.not_yet_until,
            ),
        )


def _word(one: StrEnum | None) -> str:
    return "" if one is None else one.value


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case Mapping():
            return {_plain(key): _plain(each) for key, each in value.items()}
        case _:
            return value


def from_dict(given: Mapping[str, object]) -> Record:
    """Return the record that `as_dict` gave, or any part of one.

    Args:
        given: JSON values by field. `id` and `day` are needed; any other may be missing, null or empty, which means
            that it was not said. Keys that no field has are left alone.

    Returns:
        The record.

    Raises:
        ReattuneError: Where a value does not fit its field. The field is named; what was written is not repeated.
    """
    return Record(
        id=values.required_text(given, "id"),
        day=values.required_day(given, "day"),
        text=values.text(given, "text"),
        my_part=values.text(given, "my_part"),
        place=values.one_of(given, "place", Place),
        with_whom=values.one_of(given, "with_whom", With) or With.THERAPIST,
        movement=values.one_of(given, "movement", Movement),
        wish=values.text(given, "wish"),
        expected=values.text(given, "expected"),
        actual=values.text(given, "actual"),
        response=values.text(given, "response"),
        closeness=values.slider(given, "closeness"),
        leading=values.slider(given, "leading"),
        noticer=values.one_of(given, "noticer", Noticer),
        tried=values.some_of(given, "tried", Strategy),
        now=values.text(given, "now"),
        view=values.whole(given, "view", HIGHEST_VIEW),
        steps=tidy(values.days_by(given, "steps", Step)),
        hold_until=values.day(given, "hold_until"),
        not_yet_until=values.day(given, "not_yet_until"),
        closed=values.day(given, "closed"),
        similar=values.texts(given, "similar"),
        question=values.text(given, "question"),
        kept_words=values.text(given, "kept_words"),
        mended_therapist=values.yes_no(given, "mended_therapist"),
    )
