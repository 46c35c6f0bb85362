"""One invented relationship from its first session to its last, with its truth."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.model import Direction, Instrument, Relationship, Voice
from reattune.synthetic import rates
from reattune.synthetic.answers import answers
from reattune.synthetic.bills import bills
from reattune.synthetic.chance import Part, stream
from reattune.synthetic.coming import Around, Came, came
from reattune.synthetic.effects import CHARACTERS, Effects, effects, resolved
from reattune.synthetic.life import Stretch, income, stretch
from reattune.synthetic.limits import whole
from reattune.synthetic.paying import Paying, own_chances, settled
from reattune.synthetic.plans import Kind, Plan
from reattune.synthetic.series import Ratings, carried, draw
from reattune.synthetic.setting import Setting, agreed_days, breaks_of, frame_of, weeks_for
from reattune.synthetic.slots import rows
from reattune.synthetic.talk import talk
from reattune.synthetic.truth import Truth
from reattune.synthetic.usual import Usual, lived_with, ratings_of

Floats = NDArray[np.float64]

_MOST_SESSIONS = 1000


@dataclass(frozen=True, slots=True)
class Lived:
    """An invented relationship, the client's words in each agreed slot `[T]` (nan: not held) or None, and the truth."""

    relationship: Relationship
    talk: Floats | None
    truth: Truth


@dataclass(frozen=True, slots=True)
class _Life:
    """What is settled before anything is drawn session by session."""

    codename: str
    seed: int
    usual: Usual
    setting: Setting
    plan: Plan
    change: Effects
    stretch: Stretch
    tendency: Floats
    wander: Floats


def relationship(
    codename: str,
    seed: int,
    sessions: int = 40,
    plan: Plan | None = None,
    usual: Usual | None = None,
    setting: Setting | None = None,
) -> Lived:
    """Return one invented relationship: the same for the same arguments, byte for byte.

    With another plan but the same codename and seed it is the same person with the same luck: everything before the
    onset is the same.

    Args:
        codename: its name; also what its chance hangs on, so that nobody else changes it.
        seed: a whole number of 0 or more.
        sessions: agreed slots, outside planned breaks.
        plan: what is planted; nothing by default.
        usual: how people usually are.
        setting: when the two meet and what is kept.

    Returns:
        The records (naming files that do not exist), the words, and the truth.

    Raises:
        ReattuneError: something asked for is not possible.

    Source: every figure with its source and status is in `reattune.synthetic.rates` and docs/synthetic.md.
    """
    usual, setting = usual or Usual(), setting or Setting()
    whole("The number of sessions", sessions, 1, _MOST_SESSIONS)
    usual.check()
    setting.check()
    life = _settle(codename, seed, sessions, plan or Plan(), usual, setting)
    place = stream(seed, codename, Part.CALENDAR).random(2)
    breaks = breaks_of(codename, setting, weeks_for(setting, sessions), (float(place[0]), float(place[1])))
    days = agreed_days(setting, breaks, sessions)
    holiday = np.array([day in setting.holidays for day in days])
    around = Around(
        odds=np.where(holiday, rates.HOLIDAY_ODDS.value, 1.0) * life.tendency * life.wander[0],
        moves=life.tendency * life.wander[1],
        stretch=life.stretch,
        notice_hours=setting.notice_hours,
    )
    coming = came(life.usual, life.plan, life.change, around, stream(seed, codename, Part.COMING))
    return _recorded(
        life, days[: life.change.gone], coming, Relationship(codename, frame_of(codename, setting, breaks))
    )


def _settle(codename: str, seed: int, sessions: int, plan: Plan, usual: Usual, setting: Setting) -> _Life:
    where = stream(seed, codename, Part.PLAN).random(2)
    whole_plan = resolved(plan, sessions, float(where[0]))
    if not setting.talk and whole_plan.kind is Kind.THINNING:
        raise ReattuneError("Talk cannot thin where words are not counted; give a setting with talk=True.")
    rng = stream(seed, codename, Part.TENDENCY)
    shared, own = rng.standard_normal((1, sessions)), rng.standard_normal((3, sessions))
    return _Life(
        codename=codename,
        seed=seed,
        usual=lived_with(usual, plan.life),
        setting=setting,
        plan=whole_plan,
        change=effects(whole_plan, sessions),
        stretch=stretch(plan, sessions, float(where[1])),
        tendency=np.exp(usual.shared * carried(shared, usual.wander_carry)[0]) if usual.shared else np.ones(sessions),
        wander=np.exp(usual.wander * carried(own, usual.wander_carry)) if usual.wander else np.ones((3, sessions)),
    )


def _recorded(life: _Life, days: list[date], coming: Came, empty: Relationship) -> Lived:
    setting, count = life.setting, len(days)
    sessions = rows(life.codename, setting, days, coming)
    late, due_days, paying = _paying(life)
    instrument = setting.defined()
    scores, level, sd = _scores(life, instrument)
    words, usual_words = _words(life)
    held = coming.held[:count]
    ended, how, by = _ending(life, days)
    relationship_ = replace(
        empty,
        sessions=sessions,
        payments=bills(life.codename, setting, sessions, late[:count], due_days) if setting.payments else (),
        ratings=answers(life.codename, instrument.id, sessions, held.tolist(), scores),
        started=setting.start,
        ended=ended,
        ended_how=how,
        ended_by=by,
    )
    return Lived(
        relationship_,
        None if words is None else np.where(held, words[:count], np.nan),
        _truth(life, days, coming, paying, level, sd, usual_words),
    )


def _paying(life: _Life) -> tuple[Floats, int, tuple[float, ...]]:
    """Return days late `[T]`, the days until a bill is due, and this person's own chances."""
    rng = stream(life.seed, life.codename, Part.PAYING)
    how = life.usual.paying
    own = own_chances(1, rng, how)
    sessions = len(life.change.slower)
    chance = rng.random((1, sessions, 2))
    slower = life.change.slower * income(life.plan.life, sessions, rng) * life.tendency * life.wander[2]
    due_days = how.due_days if isinstance(how, Paying) else int(rates.DUE_DAYS.value)
    return settled(own, chance, how, slower).days_late[0], due_days, tuple(own[0].tolist())


def _scores(life: _Life, instrument: Instrument) -> tuple[dict[Voice, Floats], dict[Voice, float], dict[Voice, float]]:
    """Return each rater's scores `[T]`, own level and own SD."""
    better = -1.0 if instrument.higher_is_better is False else 1.0
    lower = np.log(life.tendency)
    hows: dict[Voice, Ratings] = {Voice.CLIENT: life.usual.client or ratings_of(instrument)}
    shifts = {Voice.CLIENT: better * (life.change.ratings - lower)}
    if life.setting.therapist:
        hows[Voice.THERAPIST] = life.usual.therapist or ratings_of(instrument, Voice.THERAPIST)
        shifts[Voice.THERAPIST] = better * rates.THERAPIST_PART.value * life.change.ratings
    parts = {Voice.CLIENT: Part.CLIENT, Voice.THERAPIST: Part.THERAPIST}
    scores, level, sd = {}, {}, {}
    for by, how in hows.items():
        drawn = draw(how, 1, len(lower), stream(life.seed, life.codename, parts[by]), shifts[by])
        scores[by], level[by], sd[by] = drawn.scores[0], float(drawn.level[0]), float(drawn.sd[0])
    if life.change.still is not None:
        scores[Voice.CLIENT][life.change.still :] = _same(hows[Voice.CLIENT], level[Voice.CLIENT])
    return scores, level, sd


def _same(how: Ratings, level: float) -> float:
    """Return the attainable score nearest to a level: the answer of somebody who no longer varies."""
    steps = round((level - how.minimum) / how.step)
    return min(max(how.minimum + how.step * steps, how.minimum), how.maximum)


def _words(life: _Life) -> tuple[Floats | None, float | None]:
    if not life.setting.talk:
        return None, None
    rng = stream(life.seed, life.codename, Part.TALK)
    talked = talk(1, len(life.change.left), rng, left=life.change.left, how=life.usual.words)
    return talked.words[0], float(talked.level[0])


def _ending(life: _Life, days: list[date]) -> tuple[date | None, str | None, str | None]:
    """Return the day it ended, how, and by whom, or None for each where it goes on."""
    if life.change.gone is not None:
        return days[-1] + timedelta(days=int(rates.CLOSED_AFTER.value)), "without_last_session", "client"
    return (days[-1], "planned", "both") if life.setting.ends else (None, None, None)


def _truth(
    life: _Life,
    days: list[date],
    coming: Came,
    paying: tuple[float, ...],
    level: dict[Voice, float],
    sd: dict[Voice, float],
    words: float | None,
) -> Truth:
    change, plan, count = life.change, life.plan, len(days)
    character = CHARACTERS.get(plan.kind)
    until = None if change.until is None or change.until >= count else change.until
    ill = min(life.stretch.first, count), min(life.stretch.stop, count)
    return Truth(
        codename=life.codename,
        seed=life.seed,
        kind=plan.kind,
        life=plan.life,
        onset=None if change.onset is None else days[change.onset],
        onset_session=change.onset,
        until=None if until is None else days[until],
        until_session=until,
        direction=None if character is None else character.direction,
        later=Direction.ATTUNED if plan.kind is Kind.DEEPENED and until is not None else None,
        streams=plan.streams or frozenset(),
        plan=plan,
        life_onset=days[ill[0]] if ill[0] < ill[1] else None,
        life_sessions=ill,
        gone=change.gone is not None,
        sessions=count,
        days=tuple(days),
        withdrawn=tuple(np.flatnonzero(coming.withdrawn[:count]).tolist()),
        covered=tuple(np.flatnonzero(coming.covered[:count]).tolist()),
        level=level,
        sd=sd,
        chances=tuple(coming.chances.tolist()),
        moving=tuple(coming.moving.tolist()),
        paying=paying,
        words=words,
        usual=life.usual,
        setting=life.setting,
    )
