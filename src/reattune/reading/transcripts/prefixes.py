"""Who speaks, where a script says it at the beginning of a paragraph: `T1:`, `Therapist:`, a name and a tab."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reattune.reading.transcripts.labels import stated

_LETTER = r"[^\W\d_]"
_NUMBER = r"(?:(?P<number>\d{1,5})(?:[.)]|\b)\s*)?"
_COLON = re.compile(
    rf"\s*[\u200e\u200f\u202a-\u202e]*{_NUMBER}(?P<open>[\[(<]?)(?P<label>{_LETTER}[^:：\n\t\[\]<>]{{0,39}}?)[\])>]?"
    r"(?:\s*[\[(](?P<clock>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])])?\s*[:：](?!//)\s*",
)
_TAB = re.compile(rf"\s*{_NUMBER}(?P<label>{_LETTER}[\w .]{{0,30}}?)[.:]?\t+")
_HEADED = re.compile(
    rf"\s*(?P<label>{_LETTER}[^:\n\t]{{0,39}}?)(?: {{2,}}|\t+)\(?(?P<clock>(?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}})\)?\s*$"
)
_NUMBERED = re.compile(r"(.*?)\s?(\d{1,4})$")
_LETTERS = re.compile(r"[A-ZÄÖÜ][A-Za-zäöü]{0,2}\s?\d{0,4}$")
_MOST_WORDS = 4
_FEW = 9


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the words: who speaks, a number, a time of the clock, and where the words begin."""

    label: str
    number: str
    clock: str
    after: int


def prefix_of(text: str) -> Prefix | None:
    """Return what may be a speaker at the beginning of a paragraph, None where nothing there can be one."""
    for pattern in (_HEADED, _COLON, _TAB):
        match = pattern.match(text)
        if match and _may_be(label := match["label"].strip(), text[match.end() :]):
            parts = match.groupdict()
            return Prefix(label, parts.get("number") or "", parts.get("clock") or "", match.end())
    return None


def accepted(found: Sequence[Prefix | None]) -> dict[str, tuple[str, str]]:
    """Return the labels that are speakers, each with the speaker's label and, for `T12`, the turn it counts.

    A label counts that is a word for a role, a letter or two, or that comes again; a name that comes once counts too,
    unless it stands above the first that comes again: there a script has its head (“Date: ...”).
    """
    labels = [prefix.label for prefix in found if prefix is not None]
    counted = _counted(labels)
    whose = {label: counted.get(label, (label, "")) for label in dict.fromkeys(labels)}
    times = Counter(whose[label][0] for label in labels)
    begun = next((place for place, label in enumerate(labels) if times[whose[label][0]] > 1), 0)
    last = {label: place for place, label in enumerate(labels)}
    return {
        label: speaker
        for label, speaker in whose.items()
        if _named(label, times[speaker[0]]) and (times[speaker[0]] > 1 or last[label] > begun or not begun)
    }


def is_role_or_letters(label: str) -> bool:
    """Return whether a label is the word for a role, or a letter or two, such as `T` or `Th`."""
    return bool(stated([label])) or _LETTERS.match(label) is not None


def _may_be(label: str, rest: str) -> bool:
    if len(label.split()) > _MOST_WORDS or re.search(r"[?!;,\"“”„/=]", label) or not label:
        return False
    return not (label[-1].isdigit() and rest[:1].isdigit() and " " in label)


def _named(label: str, times: int) -> bool:
    if is_role_or_letters(label):
        return True
    words = re.sub(r"[()]", "", label).split()
    capital = all(not word[0].islower() for word in words)
    return capital if times == 1 or len(words) > 1 else True


def _counted(labels: list[str]) -> dict[str, tuple[str, str]]:
    """Return, for labels such as `T12`, the speaker `T`, where the numbers count turns and not people.

    Numbers of people come again and again (`S1`, `S2`, `S1`); numbers of turns hardly ever do.
    """
    numbered = [(label, match) for label in labels if (match := _NUMBERED.match(label)) and match[1].strip()]
    repeated = len(numbered) - len({label for label, _match in numbered})
    by_stem: dict[str, set[str]] = defaultdict(set)
    for label, match in numbered:
        by_stem[match[1].strip()].add(label)
    if not numbered or repeated * 5 > len(numbered) or (len(by_stem) == 1 and len(numbered) <= _FEW):
        return {}
    return {label: (match[1].strip(" _-"), label) for label, match in numbered}
