"""A session's figures for the reading page: of both people, with how many they rest on, each leading back to a turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reattune.errors import ReattuneError
from reattune.language import _, decimal, plural
from reattune.model import Role, Times, Transcript
from reattune.practice import models
from reattune.practice.heard.gaps import SHORTEST, said
from reattune.reading.transcripts.silences import silences
from reattune.speech.dynamics import SHORT, Dynamics, dynamics, from_row
from reattune.speech.usual import LEAST_EARLIER, Change, against_usual

EARLIER = 30
"""Sessions before this one that say what is usual, the last ones."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table: what it is, yours, the client's, what it rests on, and a turn to look at."""

    name: str
    yours: str
    theirs: str
    rests_on: str = ""
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one session, and what lies outside everything that this client's earlier sessions had."""

    rows: tuple[Measure, ...]
    changes: tuple[Change, ...]
    earlier: str
    is_known: bool
    """Whether enough sessions came before to say what is usual."""


def measured(heard: models.Heard, transcript: Transcript) -> Measured:
    """Return a session's figures beside the same client's earlier ones.

    Args:
        heard: The transcript's row.
        transcript: Its turns with roles.
    """
    now, before = dynamics(transcript), _earlier(heard)
    changes = against_usual(now, before)
    return Measured(rows(transcript, now), changes, _earlier_words(len(before)), len(before) >= LEAST_EARLIER)


def rows(transcript: Transcript, now: Dynamics) -> tuple[Measure, ...]:
    """Return a session's figures as rows of a table; what was not measured says so."""
    words = max(1, now.client_words + now.therapist_words)
    found = [
        Measure(_("turns"), str(now.therapist_turns), str(now.client_turns)),
        Measure(_("words"), str(now.therapist_words), str(now.client_words)),
        Measure(_("of every hundred words"), _whole(100 * now.therapist_words / words), _whole(100 * now.client_share)),
        Measure(_("words of a turn, in the middle"), _one(now.therapist_length), _one(now.client_length)),
        Measure(_("turns with a question mark"), str(now.asking), "–"),
        Measure(
            _("turns of at most {n} words").format(n=SHORT),
            "–",
            str(now.minimal),
            _("of {n} turns").format(n=now.client_turns),
        ),
        _run(transcript, now),
        _latency(transcript, now),
        *_silence(transcript),
    ]
    return tuple(found)


def _run(transcript: Transcript, now: Dynamics) -> Measure:
    """Return the most such turns after one another, and the turn where they begin."""
    run, begins, first = 0, None, None
    for at, turn in enumerate(transcript.turns):
        if turn.role is not Role.CLIENT:
            continue
        run = run + 1 if len(turn.text.split()) <= SHORT else 0
        first = at if run == 1 else first
        if run == now.longest_run and begins is None:
            begins = first
    return Measure(_("most of them after one another"), "–", str(now.longest_run), turn=begins)


def _latency(transcript: Transcript, now: Dynamics) -> Measure:
    name = _("seconds until they begin, in the middle")
    if transcript.written:
        return Measure(name, "–", "–", _("typed: the time between is typing time"))
    if transcript.times is not Times.BOTH:
        return Measure(name, "–", "–", _("the file does not say when a turn ends"))
    known = missing = 0
    for one, two in pairwise(transcript.turns):
        if two.role is Role.CLIENT and one.role is not Role.CLIENT:
            is_known = one.end is not None and two.start is not None
            known, missing = known + is_known, missing + (not is_known)
    about = _("{n} of the client’s measured").format(n=known)
    if missing:
        about = _("{n} of the client’s measured, {missing} not").format(n=known, missing=missing)
    return Measure(name, _one(now.therapist_latency), _one(now.client_latency), about)


def _silence(transcript: Transcript) -> Sequence[Measure]:
    if transcript.written or transcript.times is not Times.BOTH:
        return ()
    found = [one for one in silences(transcript, SHORTEST) if one.seconds is not None]
    if not found:
        return ()
    longest = max(found, key=lambda one: one.seconds or 0.0)
    count = plural("{n} silence of three seconds or more", "{n} silences of three seconds or more", len(found))
    name = _("the longest: {silence}").format(silence=said(longest.seconds or 0.0))
    return (Measure(name, "–", "–", count, longest.turn),)


def _earlier(heard: models.Heard) -> list[Dynamics]:
    """Return the figures of the same client's sessions before, as they were kept; what is not worked out is not in."""
    rows = models.Heard.objects.filter(client_id=heard.client_id, day__lt=heard.day).exclude(confirmed=None)
    found = []
    for one in rows.defer("body").order_by("-day", "-made")[:EARLIER]:
        kept = one.words.get("dynamics")
        try:
            found += [from_row(kept)] if kept else []
        except ReattuneError:
            # Kept by an earlier version, and worked out anew soon.
            continue
    return found


def _earlier_words(count: int) -> str:
    if count < LEAST_EARLIER:
        words = _("What is usual for the two of you is said once {least} earlier sessions are here.")
        so_far = plural("So far there is {n}.", "So far there are {n}.", count) if count else _("So far there is none.")
        return f"{words.format(least=LEAST_EARLIER)} {so_far}"
    return plural(
        "Held beside {n} session before, of this client and nobody else.",
        "Held beside {n} sessions before, of this client and nobody else.",
        count,
    )


def _whole(value: float) -> str:
    return f"{value:.0f}"


def _one(value: float | None) -> str:
    return "–" if value is None else decimal(f"{value:.1f}".removesuffix(".0"))
