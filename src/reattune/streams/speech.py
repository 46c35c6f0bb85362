"""What was said, one figure a session: how many of the client's turns carry a mark, and how much the client says.

A session is one observation, not a hundred: its turns hang together. Counts are taken as a logit, so that twice as many
is the same step for those who have few and those who have many.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reattune.language import plural
from reattune.model import Direction, Observation, Scores, Series, Source, SpeechFigures, Transcript
from reattune.speech.figures import figures
from reattune.speech.place import prepare
from reattune.speech.reading import Reading, read
from reattune.speech.tongue import why_not_read
from reattune.streams.ratings import code_of
from reattune.streams.reasons import FULL, weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "speech"
BASIS = "transcripts"
LEAST_TURNS = 20
"""Client turns below which a session gives no observation."""
FULL_TURNS = 40
"""Client turns from which a session counts in full; a shorter one, whose shares are noisier, counts in proportion."""
HANG_TOGETHER = 0.7
"""The most that one observation of how much was said counts: short answers are among the marks of moving away too."""
OFFSET = 0.5
"""Added to marked and to unmarked turns, so that a session without any mark has a logit."""
MOST_KEPT = 4096
"""Sessions whose figures are kept while the program runs; no word of them is."""

# All figures here are Reattune's own defaults, not findings (docs/streams/speech.md). `within` is what one person
# varies from session to session, and what chance alone adds to a share of some fifty turns.
MARKS: Mapping[Direction, Scores] = {
    way: Scores(
        minimum=-4.5,
        maximum=0.5,
        step=0.25,
        centre=-3.7,
        between=0.9,
        within=0.65,
        falls=None,
        rises=way,
        carry=0.2,
    )
    for way in (Direction.AWAY, Direction.AGAINST, Direction.ATTUNED)
}
ENGAGEMENT = Scores(
    minimum=0.0,
    maximum=6.0,
    step=0.2,
    centre=2.8,
    between=0.6,
    within=0.35,
    falls=Direction.AWAY,
    rises=None,
    carry=0.2,
)

_kept: dict[tuple[Source, date, int, int], SpeechFigures] = {}


def observe(view: View) -> Found:
    """Return a series for each way that marks point, and one of how much the client says.

    Args:
        view: one relationship; its transcripts, and the figures kept where the words are not here.

    Returns:
        The series; sessions too short, or whose words were not read, are said.
    """
    known = of_sessions(view)
    enough = [one for one in known if one.client_turns >= LEAST_TURNS]
    left_out = view.relationship.left_out
    series = [
        Series(f"{FAMILY} {way}", pattern, tuple(_marked(way, pattern, enough, left_out)), BASIS)
        for way, pattern in MARKS.items()
    ]
    engaged = tuple(_engaged(one, left_out) for one in enough)
    series.append(Series(f"{FAMILY} engagement", ENGAGEMENT, engaged, BASIS))
    return Found(tuple(series), tuple(_remarks(known, enough)))


def of_sessions(view: View) -> tuple[SpeechFigures, ...]:
    """Return the figures of every session known by the day of asking, in order of days; a transcript counts once."""
    one = view.relationship
    found = {each.source: figures_of(each) for each in one.transcripts if _is_in(each.day, each.known_at, view)}
    for each in one.speech:
        if _is_in(each.day, each.known_at, view):
            found.setdefault(each.source, each)
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.source)))


def figures_of(transcript: Transcript) -> SpeechFigures:
    """Return a transcript's figures; read once, however many days are gone through.

    Args:
        transcript: turns with roles.

    Returns:
        The figures; without counts of marks where the words are in a language that the rules do not know.
    """
    key = (transcript.source, transcript.day, len(transcript.turns), hash(transcript))
    if key not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = _read(transcript)
    return _kept[key]


def share_code(pattern: Scores, marked: int, turns: int) -> int:
    """Return the place on a pattern's table of so many marked turns out of so many."""
    return code_of(pattern, math.log((marked + OFFSET) / (turns - marked + OFFSET)))


def _read(transcript: Transcript) -> SpeechFigures:
    why = why_not_read(transcript)
    return figures(Reading(prepare(transcript), ()), why=why) if why else figures(read(transcript))


def _is_in(day: date, known_at: date | None, view: View) -> bool:
    started = view.relationship.started
    return max(day, known_at or day) <= view.until and (started is None or day >= started)


def _marked(
    way: Direction, pattern: Scores, sessions: Sequence[SpeechFigures], left_out: Mapping[Source, float]
) -> Iterator[Observation]:
    for one in sessions:
        count = {Direction.AWAY: one.away, Direction.AGAINST: one.against, Direction.ATTUNED: one.attuned}[way]
        if count is not None:
            code = share_code(pattern, count, one.client_turns)
            yield _observation(one, code, f"{count}_of_{one.client_turns}", left_out)


def _engaged(one: SpeechFigures, left_out: Mapping[Source, float]) -> Observation:
    words = one.client_words / one.client_turns
    code = code_of(ENGAGEMENT, math.log(max(words, 1.0)))
    return _observation(one, code, round(words, 1), left_out, HANG_TOGETHER)


def _observation(
    one: SpeechFigures, code: int, value: str | float, left_out: Mapping[Source, float], most: float = FULL
) -> Observation:
    weight = weigh((one.source,), left_out)
    size = min(most, one.client_turns / FULL_TURNS)
    return Observation(
        at=one.day,
        known_at=max(one.day, one.known_at),
        code=code,
        value=value,
        source=one.source,
        weight=size * weight.weight,
        # How long a session was says nothing of its marks, so evidence is mixed evenly, as with a reason known before.
        foreseen=weight.weight >= FULL,
        reason=weight.reason,
    )


def _remarks(known: Sequence[SpeechFigures], enough: Sequence[SpeechFigures]) -> Iterator[str]:
    if len(known) > len(enough):
        yield plural(
            "{n} transcript has fewer than {{least}} turns of the client; too little to look at here.",
            "{n} transcripts have fewer than {{least}} turns of the client; too little to look at here.",
            len(known) - len(enough),
        ).format(least=LEAST_TURNS)
    unread = sum(one.away is None for one in enough)
    if unread:
        yield plural(
            "The words of {n} session were not read (another language, or they are not kept); only how much the "
            "client said is looked at.",
            "The words of {n} sessions were not read (another language, or they are not kept); only how much the "
            "client said is looked at.",
            unread,
        )


STREAM = Stream(family=FAMILY, observe=observe)
