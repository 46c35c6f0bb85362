"""One dated candidate of movement, in words: what was seen, its numbers, and what else it could be."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reattune.language import _, decimal, plural
from reattune.nonverbal.spans import clock


class Rule(StrEnum):
    """What was other than in the rest of the session."""

    TOGETHER = "movement.together"
    CLIENT = "movement.client"
    THERAPIST = "movement.therapist"


@dataclass(frozen=True, slots=True)
class Moved:
    """One stretch in which movement was other than in the rest of this session.

    Args:
        id: the same for the same recording and settings.
        start: seconds.
        end: seconds.
        rule: what was other.
        figures: the numbers it rests on: here, usual, z (against this session); for together also low and high, the
            edges of what 19 in 20 shifted windows give.
    """

    id: str
    start: float
    end: float
    rule: Rule
    figures: Mapping[str, float]

    @property
    def sentence(self) -> str:
        """What was seen, when, with its numbers and its way."""
        figures = self.figures
        rising = figures["z"] > 0
        sentence = _TEXTS[self.rule][rising]()
        minutes = plural("{n} minute", "{n} minutes", max(1, round((self.end - self.start) / 60)))
        band = ""
        if self.rule is Rule.TOGETHER:
            band = _("; 19 in 20 shifted windows lie between {low} and {high}").format(
                low=_figure(figures["low"]), high=_figure(figures["high"])
            )
        return sentence.format(
            minutes=minutes,
            start=clock(self.start),
            end=clock(self.end),
            here=_figure(figures["here"]),
            usual=_figure(figures["usual"]),
            band=band,
        )

    @property
    def readings(self) -> tuple[str, ...]:
        """What it could be, the most ordinary first; the therapist's own part is among them."""
        rising = self.figures["z"] > 0
        if self.rule is Rule.TOGETHER:
            return _more_together() if rising else _less_together()
        return _livelier(self.rule) if rising else _stiller(self.rule)


def _figure(value: float) -> str:
    return decimal(f"{value:.2f}")


def _together_more() -> str:
    return _(
        "For about {minutes} ({start} to {end}) your movements went together more than otherwise in this session"
        " (max Z {here}, usually {usual}; 60 s windows, lag 5 s{band})."
    )


def _together_less() -> str:
    return _(
        "For about {minutes} ({start} to {end}) your movements went together less than otherwise in this session"
        " (max Z {here}, usually {usual}; 60 s windows, lag 5 s{band})."
    )


def _client_more() -> str:
    return _(
        "For about {minutes} ({start} to {end}) the client moved more than otherwise in this session"
        " (motion energy {here}, usually {usual})."
    )


def _client_less() -> str:
    return _(
        "For about {minutes} ({start} to {end}) the client moved less than otherwise in this session"
        " (motion energy {here}, usually {usual})."
    )


def _therapist_more() -> str:
    return _(
        "For about {minutes} ({start} to {end}) you moved more than otherwise in this session"
        " (motion energy {here}, usually {usual})."
    )


def _therapist_less() -> str:
    return _(
        "For about {minutes} ({start} to {end}) you moved less than otherwise in this session"
        " (motion energy {here}, usually {usual})."
    )


_TEXTS = {
    Rule.TOGETHER: {True: _together_more, False: _together_less},
    Rule.CLIENT: {True: _client_more, False: _client_less},
    Rule.THERAPIST: {True: _therapist_more, False: _therapist_less},
}
"""For each rule, what is said of more (True) and of less."""


def _more_together() -> tuple[str, ...]:
    return (
        _("Something both did at once: laughing, reaching for a cup, settling into the chair."),
        _("One of you adjusting to the other, which can be ease and can be effort; yours is half of it."),
        _("The camera, the light or one person in both parts of the picture."),
    )


def _less_together() -> tuple[str, ...]:
    return (
        _("One of you told a story with the hands while the other listened."),
        _("One of you sat back, wrote something down or looked at a page; you too."),
        _("The camera moved, or somebody was partly out of the picture."),
    )


def _livelier(rule: Rule) -> tuple[str, ...]:
    who = _("Your own part: a note, a gesture, a change of seat.")
    other = _("Something you said or showed may have set it going.")
    return (
        _("A story told with the hands, or a new way of sitting."),
        who if rule is Rule.THERAPIST else other,
        _("The camera or the light."),
    )


def _stiller(rule: Rule) -> tuple[str, ...]:
    who = _("Your own part: listening closely, or writing.")
    other = _("You may have been speaking for longer than usual.")
    return (
        _("Sitting back, listening or thinking. Being still means nothing by itself."),
        who if rule is Rule.THERAPIST else other,
        _("A camera that sees less of the person than before."),
    )
