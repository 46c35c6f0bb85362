"""One microphone, and about twenty seconds of each person marked by somebody: whose is the rest."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.discriminant import fitted
from reattune.nonverbal.spans import both, clock, seconds
from reattune.nonverbal.told import Told
from reattune.nonverbal.windows import LENGTH, Voices, around, scaled, smoothed, voted, windows

LEAST = 8.0
"""Seconds of speech of each person that must be marked; about twenty do better."""
ALIKE = 0.85
"""Voices are told apart where at least this part of what is marked, left out in turn, is given to its owner."""
PARTS = 4
STRANGE = 1.4
"""How many times further from both voices than nearly all marked speech, left out in turn, somebody else's lies."""
STRANGERS = 20
"""Stretches of such speech (a quarter of a second apart), at least, before somebody else is spoken of."""

Wide = NDArray[np.float64]


def by_seed(features: Voices, speech: Sequence[Span], seeds: Mapping[Role, Sequence[Span]]) -> Told:
    """Return who spoke when, by the voices that somebody has marked.

    Exchanging the marks of two people exchanges their roles and nothing else.

    Args:
        features: how stretches of the recording sound.
        speech: where there is speech, in time order.
        seeds: for each person, stretches in which nobody else speaks; about twenty seconds each.

    Returns:
        Who spoke when. A voice far from both is given to `Role.OTHER`; no role is given where the marked voices
        sound too alike, and a remark says so.

    Raises:
        ReattuneError: marks are too short, lie outside the recording or where nobody speaks, or overlap.
    """
    roles, marked = _checked(speech, seeds)
    starts, ends, which = windows(speech)
    seed_windows = [windows(spans) for spans in marked]
    rows = features.describe(
        np.concatenate([starts, *(one[0] for one in seed_windows)]),
        np.concatenate([ends, *(one[1] for one in seed_windows)]),
    )
    rows = scaled(rows, features.weights)
    edges = np.cumsum([len(starts), *(len(one[0]) for one in seed_windows)])
    examples = [rows[edges[number] : edges[number + 1]] for number in range(len(marked))]
    right, usual = _left_out(examples)
    if right < ALIKE:
        return Told(Way.NONE, tuple(Spoke(one.start, one.end) for one in speech), True, (_too_alike(),))
    known = fitted(examples)
    rows = rows[: len(starts)]
    strange = around(known.distances(rows).min(axis=1), which) > STRANGE * usual
    # Less than a second tells too little of a voice.
    strange &= ends - starts > LENGTH - 1e-6
    people: tuple[Role | None, ...] = roles
    if strange.sum() >= STRANGERS:
        known, people = known.with_voice(rows[strange].mean(axis=0)), (*roles, Role.OTHER)
    spoke = voted(speech, starts, ends, which, smoothed(known.chances(rows), which), people)
    return Told(Way.SEEDED, spoke, True, _remarks(spoke, roles))


def _checked(
    speech: Sequence[Span], seeds: Mapping[Role, Sequence[Span]]
) -> tuple[tuple[Role, ...], list[tuple[Span, ...]]]:
    if len(seeds) != 2 or not all(seeds.values()):  # noqa: PLR2004 - a conversation of two
        raise ReattuneError(_("Mark about 20 seconds of each of the two people, where nobody else speaks."))
    spoken_until = max((one.end for one in speech), default=0.0)
    for spans in seeds.values():
        for one in spans:
            if one.start < 0 or one.end <= one.start or one.start >= spoken_until:
                message = _("The mark from {start} to {end} lies outside the speech of this recording; mark another.")
                raise ReattuneError(message.format(start=clock(one.start), end=clock(one.end)))
    # Taken in the order in which they were marked in the recording, so that no sum depends on who is who.
    order = sorted(seeds, key=lambda role: min(one.start for one in seeds[role]))
    marked = [tuple(sorted(seeds[role], key=lambda one: one.start)) for role in order]
    shared = both(marked[0], marked[1])
    if seconds(shared):
        message = _("The marks of both people overlap at {start}; shorten one, so that each holds one voice only.")
        raise ReattuneError(message.format(start=clock(shared[0].start)))
    spoken = [both(spans, speech) for spans in marked]
    for role, spans in zip(order, spoken, strict=True):
        if seconds(spans) < LEAST:
            raise ReattuneError(_too_short(role).format(found=f"{seconds(spans):.0f}", least=f"{LEAST:.0f}"))
    return tuple(order), spoken


def _too_short(role: Role) -> str:
    if role is Role.THERAPIST:
        return _(
            "In the therapist's marks there are {found} seconds of speech; at least {least} are needed, 20 are better: "
            "mark more."
        )
    if role is Role.CLIENT:
        return _(
            "In the client's marks there are {found} seconds of speech; at least {least} are needed, 20 are better: "
            "mark more."
        )
    return _(
        "In one person's marks there are {found} seconds of speech; at least {least} are needed, 20 are better: "
        "mark more."
    )


def _left_out(examples: Sequence[Wide]) -> tuple[float, float]:
    """Return what part of marked speech, left out in turn, goes to its owner, and how far from them 95 in 100 lie."""
    right, distances = [], []
    for part in range(PARTS):
        out = [np.arange(len(group)) * PARTS // len(group) == part for group in examples]
        known = fitted([group[~mine] for group, mine in zip(examples, out, strict=True)])
        for voice, (group, mine) in enumerate(zip(examples, out, strict=True)):
            found = known.distances(group[mine])
            right.append(found.argmin(axis=1) == voice)
            distances.append(found[:, voice])
    return float(np.concatenate(right).mean()), float(np.quantile(np.concatenate(distances), 0.95))


def _remarks(spoke: Sequence[Spoke], roles: Sequence[Role]) -> tuple[str, ...]:
    found = []
    others = [one for one in spoke if one.role is Role.OTHER]
    plain = [one for one in others if one.seconds >= LENGTH]
    if plain and Role.OTHER not in roles:
        message = _("Somebody else may be speaking, first at {start} and last at {end}: {total} seconds in all.")
        total = sum(one.seconds for one in others)
        found.append(message.format(start=clock(plain[0].start), end=clock(plain[-1].end), total=f"{total:.0f}"))
    return tuple(found)


def _too_alike() -> str:
    return _("The two voices marked sound too alike here to be told apart: only silences of the whole room are shown.")
