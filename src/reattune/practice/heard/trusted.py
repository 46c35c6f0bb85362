"""How far each rule is trusted here: worked out from what this therapist has said to moments, of all their clients."""

from dataclasses import dataclass

from reattune.language import _
from reattune.practice import models
from reattune.speech.moments import Moment, Trust
from reattune.speech.worth import Answer, Count, Said, counts, trust

LEAST = 3
"""Answers to one rule before anything is said of how they went."""


@dataclass(frozen=True, slots=True)
class Trusted:
    """How often each was said, by rule, and what that makes of the rules."""

    counted: dict[str, Count]
    trust: Trust


def trusted() -> Trusted:
    """Return what the answers of whoever asks make of the rules; nobody else's go into it."""
    rows = models.Answer.objects.filter(undone=None)
    # One answer a moment: the last one, should two windows have kept one each.
    given = {(one.heard_id, one.moment): one for one in rows}
    answers = [Answer(one.moment, tuple(one.words.get("rules", ())), Said(one.answer)) for one in given.values()]
    counted = counts(answers)
    return Trusted(counted, trust(counted))


def words(counted: dict[str, Count], moment: Moment) -> str:
    """Return how moments of a moment's clearest rule were answered here, "" where too few were."""
    clearest = max(moment.hits, key=lambda hit: hit.strength)
    count = counted.get(clearest.rule, Count())
    total = count.yes + count.no + count.unsure
    if total < LEAST:
        return ""
    if not count.no:
        return _("You have answered {total} like this, and called none of them ordinary.").format(total=total)
    return _("You called {no} of {total} like this ordinary.").format(no=count.no, total=total)
