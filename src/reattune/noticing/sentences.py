"""What was seen, one sentence for each kind of stream: counted by outcome and never pooled."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reattune.language import _, plural
from reattune.model import Direction, Noticing, Observation, Part
from reattune.noticing.answers import scores, unanswered
from reattune.noticing.bills import bills
from reattune.noticing.numbers import Spelled, alike, clauses, date_text
from reattune.noticing.phrases import (
    SESSION_ORDER,
    SESSIONS,
    USUAL_VALUES,
    known_reason,
    observed,
    parse,
    rows,
    several,
    unrecorded,
)
from reattune.noticing.recordings import RECORDED, recorded
from reattune.noticing.transcripts import SPEECH, heard

LAST = 3
"""How many observations of a stream of no known kind are listed."""


def sentences(noticing: Noticing) -> list[str]:
    """Return what was seen, stream by stream, those with most of the evidence first; dates of sessions together."""
    told: list[str] = []
    about_sessions = sorted((part for part in noticing.parts if part.stream in SESSIONS), key=lambda part: part.stream)
    for part in noticing.parts:
        if part.stream not in SESSIONS:
            told.append(_part(part, noticing))
        elif about_sessions:
            told.extend(_sessions(about_sessions, noticing))
            about_sessions = []
    return told


def _part(part: Part, noticing: Noticing) -> str:
    """Return the sentence for a part that is not about sessions' dates."""
    name = parse(part.stream)
    seen = rows(part)
    match name.kind:
        case "payment":
            return bills(seen, noticing.at)
        case "unanswered":
            return unanswered(name, seen)
        case "rating" | "gap":
            return scores(name, part, noticing.direction)
        case kind if kind in SPEECH:
            return heard(kind, seen)
        case kind if kind in RECORDED:
            return recorded(kind, seen)
        case _:
            what = "; ".join(observed(part.stream, one) for one in seen[-LAST:])
            return _("Seen in “{stream}”: {what}.").format(stream=part.stream, what=what)


def _sessions(parts: Sequence[Part], noticing: Noticing) -> list[str]:
    """Return what became of the agreed sessions: one sentence, or one per stream where all went as agreed."""
    pairs = [(part.stream, one) for part in parts for one in rows(part)]
    days = sorted({one.at for _stream, one in pairs})
    if len(days) == 1:
        telling = [observed(*pair) for pair in pairs if pair[1].value not in USUAL_VALUES]
        what = "; ".join(telling or [observed(*pairs[0])])
        return [_("The session of {date}: {what}.").format(date=date_text(days[0]), what=what)]
    with alike([len(days)]):
        told = _session_clauses([one for _stream, one in pairs], noticing.direction)
        if told:
            return [_opening(days, noticing.at, clauses(told))]
    return [_as_agreed(part, noticing.at) for part in parts]


def _opening(days: Sequence[date], at: date, what: str) -> str:
    """Return "Of the last five sessions, ...", or with its dates where they do not run up to the noticing."""
    count = Spelled(len(days))
    if days[-1] == at:
        return plural("Of the last {n} session, {{what}}.", "Of the last {n} sessions, {{what}}.", count).format(
            what=what
        )
    dated = plural(
        "Of the {n} session from {{first}} to {{last}}, {{what}}.",
        "Of the {n} sessions from {{first}} to {{last}}, {{what}}.",
        count,
    )
    return dated.format(first=date_text(days[0]), last=date_text(days[-1]), what=what)


def _session_clauses(seen: Sequence[Observation], direction: Direction) -> list[str]:
    """Return one clause per outcome; outcomes as agreed are named only for moments of being met."""
    left_out = [one for one in seen if one.weight == 0 and one.value not in USUAL_VALUES]
    counted = Counter((str(one.value), not unrecorded(one)) for one in seen if one not in left_out)
    remarkable = {key: count for key, count in counted.items() if key[0] not in USUAL_VALUES}
    if remarkable and direction is Direction.ATTUNED:
        remarkable |= {key: count for key, count in counted.items() if key[0] == "attended"}
    told = [
        several(value, count, recorded=recorded)
        for (value, recorded), count in sorted(remarkable.items(), key=lambda item: _place(*item[0]))
    ]
    if left_out:
        told.append(known_reason(len(left_out)))
    return told


def _place(value: str, recorded: bool) -> tuple[int, str, bool]:
    """Return where an outcome stands in a sentence."""
    place = SESSION_ORDER.index(value) if value in SESSION_ORDER else len(SESSION_ORDER)
    return place, value, not recorded


def _as_agreed(part: Part, at: date) -> str:
    """Return the sentence for sessions that all went as agreed."""
    seen = rows(part)
    count = Spelled(len({one.at for one in seen}))
    recent = seen[-1].at == at
    first, last = date_text(seen[0].at), date_text(seen[-1].at)
    if part.stream == "rescheduling":
        if recent:
            return plural(
                "The last {n} session stayed at its time.", "The last {n} sessions all stayed at their times.", count
            )
        dated = plural(
            "The {n} session from {{first}} to {{last}} stayed at its time.",
            "The {n} sessions from {{first}} to {{last}} all stayed at their times.",
            count,
        )
        return dated.format(first=first, last=last)
    if recent:
        return plural("The last {n} session was attended.", "The last {n} sessions were all attended.", count)
    dated = plural(
        "The {n} session from {{first}} to {{last}} was attended.",
        "The {n} sessions from {{first}} to {{last}} were all attended.",
        count,
    )
    return dated.format(first=first, last=last)
