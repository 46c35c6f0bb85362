"""What the reading page shows of a second reader: whether it can be asked, how far it is, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reattune.language import _, plural
from reattune.model import Transcript
from reattune.practice import models
from reattune.practice.heard import second
from reattune.practice.heard.opened import Opened, open_up
from reattune.practice.heard.second_setting import Endpoint, kept
from reattune.speech.moments import Moment, moments
from reattune.speech.rule import Family
from reattune.speech.second.agreeing import Opinion, Rates, lowered
from reattune.speech.second.answering import Dropped, Mark


@dataclass(frozen=True, slots=True)
class About:
    """What was made of one moment: how many answers marked it, the words they rest on, and a benign reading."""

    moment: str
    turn: int
    said: str
    quote: str
    benign: str


@dataclass(frozen=True, slots=True)
class Result:
    """A second reading that is done: when, what is to be said of all of it, and of single moments where that holds."""

    made: datetime
    said: tuple[str, ...]
    dropped: tuple[str, ...]
    method: str
    about: tuple[About, ...]
    opinions: tuple[Opinion, ...]

    def weigh(self, found: Iterable[Moment]) -> tuple[Moment, ...]:
        """Return the same moments, weaker where they were not seen; never one more, never a stronger one."""
        return lowered(found, self.opinions)


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page needs; `why` says why it cannot be asked now, and is "" where it can."""

    endpoint: Endpoint | None
    why: str
    job: models.Job | None
    stopped: str
    result: Result | None


def shown(heard: models.Heard, one: Opened | None = None) -> Shown:
    """Return what there is to show of a second reader.

    Args:
        heard: The transcript.
        one: The same, where it was opened already.
    """
    endpoint = kept()
    why = second.why_not(heard, endpoint)
    if endpoint is None or why:
        return Shown(endpoint, why, None, "", None)
    opened = one or open_up(heard)
    job, halted = second.under_way(heard), second.last_stopped(heard)
    nothing = "" if second.passages(opened) else _("There is no moment in it to ask about.")
    return Shown(endpoint, nothing, job, halted.said if halted and job is None else "", _last(heard, opened))


def _last(heard: models.Heard, one: Opened) -> Result | None:
    done = [(row, words) for row in heard.second_readings.all() if (words := row.words).get("done")]
    return _result(*done[0], one, len(done)) if done else None


def _result(row: models.SecondReading, words: dict[str, Any], one: Opened, times: int) -> Result:
    found = Rates(*words["rates"])
    said = tuple(_opinion(each) for each in words["opinions"]) if found.is_clear else ()
    here = {each.id: each for each in moments(one.reading)}
    there = [each for each in said if each.moment in here and _stands(each, one.transcript)]
    valid = tuple(sorted(there, key=lambda each: here[each.moment].first))
    model = " ".join(dict.fromkeys(filter(None, (words["model"], *words.get("reported", ())))))
    method = _("Asked: {model} at {where}; method {method}.")
    return Result(
        row.made,
        (*_rates_words(found), *_times_words(times)),
        tuple(_dropped_words(Dropped(why), count) for why, count in words["dropped"].items()),
        method.format(model=model, where=words["where"], method=words["method"]),
        tuple(_about(each, here[each.moment]) for each in valid),
        valid,
    )


def _opinion(kept_one: dict[str, Any]) -> Opinion:
    mark = kept_one["mark"]
    known = Mark(**{**mark, "family": Family(mark["family"])}) if mark else None
    return Opinion(kept_one["moment"], kept_one["agreed"], kept_one["of"], known)


def _stands(opinion: Opinion, transcript: Transcript) -> bool:
    """Say whether its words still stand where they were: turns change when somebody says anew who is who."""
    mark = opinion.mark
    if mark is None:
        return True
    turns = transcript.turns
    return mark.turn < len(turns) and turns[mark.turn].text[mark.start : mark.end] == mark.quote


def _about(opinion: Opinion, moment: Moment) -> About:
    mark = opinion.mark
    if mark is None:
        words = _("In {of} readings it marked nothing here; it may have been nothing.").format(of=opinion.of)
        return About(opinion.moment, moment.first, words, "", "")
    words = _("Marked in {n} of {of} readings.").format(n=opinion.agreed, of=opinion.of)
    return About(opinion.moment, moment.first, words, mark.quote, mark.benign)


def _rates_words(found: Rates) -> tuple[str, ...]:
    message = _("It marked {marked} of {moments} passages with a moment, and {drawn} of {all} drawn at random.")
    counted = message.format(marked=found.marked, moments=found.moments, drawn=found.marked_drawn, all=found.drawn)
    if not found.is_enough:
        return counted, _("That is too few to compare, so what it said of single moments is not shown.")
    if not found.is_clear:
        return counted, _("That is not clearly more, so what it said of single moments is not shown.")
    return (counted,)


def _times_words(times: int) -> tuple[str, ...]:
    # A test that is repeated until it passes is none.
    message = _("This transcript was read {n} times; the more often, the likelier it looks clear by chance.")
    return (message.format(n=times),) if times > 1 else ()


def _dropped_words(why: Dropped, count: int) -> str:
    return {
        Dropped.ANSWER: plural(
            "{n} answer had not the form asked for.", "{n} answers had not the form asked for.", count
        ),
        Dropped.FORM: plural("{n} mark had not the form asked for.", "{n} marks had not the form asked for.", count),
        Dropped.MARKER: plural("{n} mark had a name not on the list.", "{n} marks had names not on the list.", count),
        Dropped.SPEAKER: plural("{n} mark named the wrong speaker.", "{n} marks named the wrong speaker.", count),
        Dropped.QUOTE: plural("{n} quote is not in the passage.", "{n} quotes are not in the passage.", count),
        Dropped.TWICE: plural("{n} mark was there twice.", "{n} marks were there twice.", count),
        Dropped.MANY: plural("{n} mark was one too many.", "{n} marks were too many.", count),
        Dropped.WORDS: plural(
            "{n} benign reading was left out for its words.",
            "{n} benign readings were left out for their words.",
            count,
        ),
    }[why]
