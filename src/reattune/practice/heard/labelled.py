"""What a person sees of each speaker in a file, to say who it is: first words, how much was said, what is known."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reattune.language import _, decimal, plural
from reattune.model import Role, Script

FIRST = 3
LONGEST = 180
"""Characters of each of the first things somebody said."""
MOST = 30
"""Speakers that are shown one by one; a file with more has most likely no speakers but headings."""
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """One label: the first things it said, how much, and who it is as far as that is known, and from where."""

    number: int
    label: str
    first: tuple[str, ...]
    count: int
    spoke: str
    chosen: Role | None
    why: str


def speakers(
    script: Script, *, words: bool, confirmed: Mapping[str, Role], before: Mapping[str, Role]
) -> tuple[Speaker, ...]:
    """Return every label of a script in the order of first speaking.

    Args:
        script: The transcript.
        words: Whether its words are there to be shown.
        confirmed: What a person has said already.
        before: What was confirmed for the same labels of this client before.
    """
    stated = dict(script.stated)
    counts, lengths, seconds, first = _measured(script)
    whole = max(1, lengths.total())
    found = []
    for number, label in enumerate(script.labels):
        chosen, why = _known(label, confirmed, stated, before)
        spoke = _spoke(counts[label], lengths[label], whole, seconds[label])
        found.append(Speaker(number, label, tuple(first[label]) if words else (), counts[label], spoke, chosen, why))
    return tuple(found)


def remark(script: Script) -> str:
    """Return what is to be said where a file does not tell two people apart, "" where it does."""
    if script.labels == ("",):
        return _(
            "This file does not say who speaks. Nobody is guessed, and taking turns is not assumed. You can put each "
            "speaker’s name and a colon before the words, and bring it again; or say here whose most of it is, and put "
            "the other’s entries right one by one while reading."
        )
    if len(script.labels) == 1:
        return _(
            "Everything stands under one name, as happens when both use one sign-in, or only one of you was recorded. "
            "Say whose most of it is; the other’s entries are put right one by one while reading."
        )
    if len(script.labels) > MOST:
        return _(
            "There are more than {n} names before a colon; perhaps they are headings. Those that speak most stand "
            "below, and all the others are taken for somebody else."
        ).format(n=MOST)
    return ""


def _measured(script: Script) -> tuple[Counter[str], Counter[str], Counter[str], dict[str, list[str]]]:
    counts: Counter[str] = Counter()
    lengths: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    first: dict[str, list[str]] = {}
    for cue in script.cues:
        counts[cue.label] += 1
        lengths[cue.label] += len(cue.text.split())
        if cue.start is not None and cue.end is not None:
            seconds[cue.label] += max(0, round(cue.end - cue.start))
        begun = first.setdefault(cue.label, [])
        if len(begun) < FIRST and cue.text.strip():
            begun.append(_short(cue.text))
    return counts, lengths, seconds, first


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rstrip()}…"


def _spoke(count: int, length: int, whole: int, seconds: int) -> str:
    said = _("{times}, {words}, {share} of every hundred words").format(
        times=plural("{n} entry", "{n} entries", count),
        words=plural("{n} word", "{n} words", length),
        share=decimal(f"{100 * length / whole:.0f}"),
    )
    minutes = round(seconds / MINUTE)
    return f"{said}, {plural('{n} minute', '{n} minutes', minutes)}" if minutes else said


def _known(
    label: str, confirmed: Mapping[str, Role], stated: Mapping[str, Role], before: Mapping[str, Role]
) -> tuple[Role | None, str]:
    if label in confirmed:
        return confirmed[label], ""
    if label in stated:
        return stated[label], _("as the file itself says")
    if label in before:
        return before[label], _("as last time")
    return None, ""
