"""Forms that were offered and skipped: observed only where the client was told and agreed."""

from reattune.model import Direction, Observation, Outcomes, Rating, Series, Voice
from reattune.streams.ratings import CHECK_IN
from reattune.streams.reasons import weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "unanswered"
LABELS = ("answered", "skipped")
ANSWERED, SKIPPED = range(2)
PATTERN = Outcomes(
    labels=LABELS,
    # Reattune's own default, not a finding.
    mean=((0.9, 0.1),),
    strength=10.0,
    changes=((SKIPPED, Direction.AWAY),),
    factors=(2.0, 4.0),
)


def observe(view: View) -> Found:
    """Return one series per instrument that the client was offered; never of our own check-in."""
    offered: dict[str, list[Rating]] = {}
    started = view.relationship.started
    for rating in view.relationship.ratings:
        known = rating.session_date <= view.until and (started is None or rating.session_date >= started)
        if known and rating.by is Voice.CLIENT and rating.instrument != CHECK_IN:
            offered.setdefault(rating.instrument, []).append(rating)
    return Found(
        tuple(
            Series(f"{FAMILY} {name}", PATTERN, tuple(_observation(one, view) for one in ratings), basis="ratings")
            for name, ratings in sorted(offered.items())
        )
    )


def _observation(rating: Rating, view: View) -> Observation:
    code = ANSWERED if rating.answered else SKIPPED
    weight = weigh((rating.source,), view.relationship.left_out)
    return Observation(
        at=rating.session_date,
        known_at=rating.session_date,
        code=code,
        value=LABELS[code],
        source=rating.source,
        weight=weight.weight,
        foreseen=weight.foreseen,
        reason=weight.reason,
    )


STREAM = Stream(family=FAMILY, observe=observe, asked_for=True)
