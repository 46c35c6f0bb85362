"""What was heard and seen in a recording, as ribbons over its whole length: drawn once for every face."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reattune.charts.ribbon import Curve, Kind, Lane, Stretch, clock, draw_curve, draw_lane
from reattune.language import _
from reattune.model import Between, Role, Silence, Span
from reattune.nonverbal import telling
from reattune.nonverbal.listened import Listened
from reattune.nonverbal.moment_words import seconds
from reattune.nonverbal.watched import Watched

LONG = 3.0
"""Seconds from which a silence is drawn fuller."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One ribbon: its name, what it shows, and the drawing."""

    name: str
    kind: Kind
    svg: str


def heard_ribbons(listened: Listened) -> tuple[Drawn, ...]:
    """Return who spoke, the silences to scale, sounds that are not speech, and the moments.

    Args:
        listened: What was found.
    """
    lanes = [*_talk(listened), _silences(listened.silences), _sounds(listened.sounds), _moments(listened)]
    return tuple(
        Drawn(lane.name, lane.kind, draw_lane(lane, listened.seconds, f"ribbon-{lane.kind}"))
        for lane in lanes
        if lane.stretches and listened.seconds > 0
    )


def seen_ribbons(watched: Watched) -> tuple[Drawn, ...]:
    """Return how much each moved, how far it went together with what chance gives, and what could not be seen.

    Args:
        watched: What was found.
    """
    if watched.seconds <= 0:
        return ()
    whole, ribbons = watched.together, watched.ribbons
    curves = [
        Curve(_("The client’s movement"), Kind.CLIENT, ribbons.client),
        Curve(_("Your movement"), Kind.THERAPIST, ribbons.therapist),
    ]
    if whole is not None:
        name = _("How far you moved together, in windows of a minute; the band is what chance gives")
        curves.append(Curve(name, Kind.TOGETHER, ribbons.together, whole.low, whole.high))
    drawn = [
        Drawn(one.name, one.kind, draw_curve(one, watched.seconds, f"moved-{one.kind}")) for one in curves if one.values
    ]
    lanes = (
        Lane(_("No movement data"), Kind.MISSING, tuple(_faults(watched))),
        Lane(_("Moments"), Kind.MOMENT, tuple(_moved(watched))),
    )
    drawn += [
        Drawn(one.name, one.kind, draw_lane(one, watched.seconds, f"moved-{one.kind}"))
        for one in lanes
        if one.stretches
    ]
    return tuple(drawn)


def _talk(listened: Listened) -> Iterator[Lane]:
    named = {
        Role.CLIENT: (_("The client speaks"), Kind.CLIENT),
        Role.THERAPIST: (_("You speak"), Kind.THERAPIST),
        Role.OTHER: (_("Somebody else speaks"), Kind.SOMEBODY),
        None: (_("Somebody speaks"), Kind.SOMEBODY),
    }
    for role, (name, kind) in named.items():
        spoke = (Span(one.start, one.end) for one in listened.spoke if one.role is role)
        yield Lane(name, kind, tuple(_stretches(spoke, name)))


def _silences(silences: Iterable[Silence]) -> Lane:
    return Lane(
        _("Silences of two seconds and more; of three and more fuller"),
        Kind.QUIET,
        tuple(
            Stretch(
                one.start,
                one.end,
                _quiet(one),
                strong=one.seconds >= LONG,
            )
            for one in silences
        ),
    )


def _quiet(one: Silence) -> str:
    said = f"{clock(one.start)}: {seconds(one.seconds)}"
    return said if one.between is Between.OTHER else f"{said} {telling.between(one.between)}"


def _sounds(sounds: Iterable[Span]) -> Lane:
    name = _("Sounds that are not speech: breath, tears, laughter, a chair")
    return Lane(name, Kind.SOUND, tuple(_stretches(sounds, _("a sound that is not speech"))))


def _moments(listened: Listened) -> Lane:
    told = ((one, telling.moment(one, listened.way).sentence) for one in listened.moments)
    stretches = tuple(Stretch(one.start, one.end, f"{clock(one.start)}: {sentence}") for one, sentence in told)
    return Lane(_("Moments"), Kind.MOMENT, stretches)


def _stretches(spans: Iterable[Span], words: str) -> Iterator[Stretch]:
    for one in spans:
        yield Stretch(
            one.start,
            one.end,
            _("{start} to {end}: {what}").format(start=clock(one.start), end=clock(one.end), what=words),
        )


def _faults(watched: Watched) -> Iterator[Stretch]:
    yield from (Stretch(one.start, one.end, one.sentence) for one in watched.faults)


def _moved(watched: Watched) -> Iterator[Stretch]:
    yield from (Stretch(one.start, one.end, one.sentence) for one in watched.moments)
