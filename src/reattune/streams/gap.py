"""How far apart two people rated the same session: therapist minus client, on one instrument, at one moment."""

from datetime import date

from reattune.instruments import find
from reattune.model import Direction, Instrument, Observation, Rating, Scores, Series, Timing, Voice
from reattune.streams.ratings import CARRY, code_of, lattice, usable
from reattune.streams.reasons import weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "gap"

Moment = tuple[str, Timing]


def observe(view: View) -> Found:
    """Return one series per instrument and timing; only of instruments whose range is known to be the same for both."""
    pairs: dict[Moment, dict[date, dict[Voice, Rating]]] = {}
    for rating in usable(view):
        moments = pairs.setdefault((rating.instrument, rating.timing), {})
        moments.setdefault(rating.session_date, {}).setdefault(rating.by, rating)
    series = []
    for (name, timing), by_day in sorted(pairs.items()):
        instrument = find(name, view.instruments)
        if instrument is not None:
            scores = pattern(instrument)
            seen = (_observation(voices, scores, view) for _day, voices in sorted(by_day.items()))
            kept = tuple(one for one in seen if one is not None)
            series.append(Series(f"gap {name} {timing}", scores, kept, basis="ratings"))
    return Found(tuple(series))


def pattern(instrument: Instrument) -> Scores:
    """Return the usual pattern of differences: Reattune's own default figures, not findings."""
    width = instrument.maximum - instrument.minimum
    step, maximum = lattice(-width, width, instrument.step)
    return Scores(
        minimum=-width,
        maximum=maximum,
        step=step,
        centre=0.0,
        between=0.15 * width,
        within=0.10 * width,
        falls=Direction.CHANGED,
        rises=Direction.CHANGED,
        carry=CARRY,
    )


def _observation(voices: dict[Voice, Rating], scores: Scores, view: View) -> Observation | None:
    client, therapist = voices.get(Voice.CLIENT), voices.get(Voice.THERAPIST)
    if client is None or therapist is None or client.score is None or therapist.score is None:
        return None
    difference = round(therapist.score - client.score, 9)
    weight = weigh((client.source, therapist.source), view.relationship.left_out)
    return Observation(
        at=client.session_date,
        known_at=max(client.session_date, therapist.session_date),
        code=code_of(scores, difference),
        value=difference,
        source=client.source,
        weight=weight.weight,
        foreseen=weight.foreseen,
        reason=weight.reason,
    )


STREAM = Stream(family=FAMILY, observe=observe, needs=("ratings",))
