"""ELAN annotations: a tier is somebody who speaks; tiers that hang under it say the same in another way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # only the type: the parsing is defusedxml's

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Cue, Script
from reattune.reading.transcripts.entries import Original, finished, in_order, short_language
from reattune.reading.transcripts.markup import checked
from reattune.reading.transcripts.pauses import apart

# pympi reads from a path only, expands entities, and stops at files without a schema's address.
FORMAT = "ELAN"
MOST_TIERS = 500
"""No session has so many; each is held beside all the others."""
_NUMBER = re.compile(r"\d{1,12}$")
_SHORT_NAME = re.compile(r"(?=\D*\d)[\w.\-]+$")
"""What stands in a tier of references (“A_001”): a number for the tier under it that holds the words."""


@dataclass(frozen=True, slots=True)
class _Note:
    """One annotation: its own times (the names of two slots), or the annotation it hangs on."""

    id: str
    text: str
    slots: tuple[str, str] | None
    parent: str


@dataclass(frozen=True, slots=True)
class _Tier:
    id: str
    participant: str
    parent: str
    language: str
    notes: tuple[_Note, ...]


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are an ELAN annotation document."""
    return b"<ANNOTATION_DOCUMENT" in data[:4096].replace(b"\x00", b"")


def read(data: bytes, name: str) -> Script:
    """Return what is said on the speakers' tiers of an .eaf file.

    Raises:
        UnreadableError: If it is cut off, declares entities of its own, or holds no words.

    """
    root = fromstring(checked(data, name))
    if root.tag != "ANNOTATION_DOCUMENT":
        raise UnreadableError(_("{file} is no ELAN file; save it again in ELAN").format(file=name))
    tiers = [_tier(element) for element in root.iter("TIER")]
    if len(tiers) > MOST_TIERS:
        message = _("{file} has more than {n} tiers and was not read; export those of the people who speak")
        raise UnreadableError(message.format(file=name, n=MOST_TIERS))
    spoken = _spoken(tiers)
    moments = {slot.get("TIME_SLOT_ID", ""): _seconds(slot.get("TIME_VALUE")) for slot in root.iter("TIME_SLOT")}
    notes = {note.id: note for tier in tiers for note in tier.notes}
    cues = _in_time([list(_cues(tier, _label(tier, spoken), notes, moments)) for tier in spoken])
    languages = {tier.language for tier in spoken if tier.language}
    language = short_language(languages.pop()) if len(languages) == 1 else ""
    return finished(
        Original(name, data, FORMAT, "ELAN", language),
        cues,
        remarks=_left_out(tiers, spoken),
        sort=False,
    )


def _tier(element: Element) -> _Tier:
    notes = tuple(_note(inner) for outer in element.iter("ANNOTATION") for inner in list(outer)[:1])
    get = element.get
    return _Tier(get("TIER_ID", ""), get("PARTICIPANT", "").strip(), get("PARENT_REF", ""), get("LANG_REF", ""), notes)


def _note(element: Element) -> _Note:
    value = element.find("ANNOTATION_VALUE")
    text = "" if value is None else " ".join((value.text or "").split())
    get = element.get
    own = (get("TIME_SLOT_REF1", ""), get("TIME_SLOT_REF2", "")) if element.tag == "ALIGNABLE_ANNOTATION" else None
    return _Note(get("ANNOTATION_ID", ""), text, own, get("ANNOTATION_REF", ""))


def _spoken(tiers: list[_Tier]) -> list[_Tier]:
    """Return one tier for each that hangs under none: itself, or, where it only numbers, the first under it."""
    known = {tier.id for tier in tiers}
    tops = [tier for tier in tiers if tier.notes and tier.parent not in known]
    return [_worded(top, [tier for tier in tiers if tier.parent == top.id and tier.notes]) for top in tops]


def _worded(top: _Tier, under: list[_Tier]) -> _Tier:
    numbers = all(not note.text or _SHORT_NAME.match(note.text) for note in top.notes)
    worded = [tier for tier in under if any(" " in note.text for note in tier.notes)]
    return worded[0] if numbers and worded else top


def _label(tier: _Tier, spoken: list[_Tier]) -> str:
    """Return whose tier it is; where one person has several, the tier's own name keeps them apart."""
    same = sum(other.participant == tier.participant for other in spoken)
    return tier.participant if tier.participant and same == 1 else tier.id


def _cues(tier: _Tier, label: str, notes: dict[str, _Note], moments: dict[str, float | None]) -> Iterator[Cue]:
    for note in tier.notes:
        first, last = _slots(note, notes)
        words, pauses = apart(note.text)
        yield Cue(label, words, note.id, moments.get(first), moments.get(last), pauses=pauses)


def _in_time(tiers: list[list[Cue]]) -> list[Cue]:
    """Return the tiers' cues as one list; one without a beginning stays behind the one before it on its own tier."""
    keyed = []
    for cues in tiers:
        last: float | None = None
        for cue in in_order(cues):
            last = next((time for time in (cue.start, last, cue.end) if time is not None), None)
            keyed.append((last or 0.0, cue))
    return [cue for _, cue in sorted(keyed, key=lambda pair: pair[0])]


def _slots(note: _Note, notes: dict[str, _Note]) -> tuple[str, str]:
    """Return the time slots of an annotation, or of the one it hangs on, however far up."""
    seen: set[str] = set()
    found: _Note | None = note
    while found is not None and found.slots is None and found.id not in seen:
        seen.add(found.id)
        found = notes.get(found.parent)
    return ("", "") if found is None or found.slots is None else found.slots


def _seconds(value: str | None) -> float | None:
    """Return milliseconds as seconds; a slot without a time has none, and is given none."""
    return int(value) / 1000 if value is not None and _NUMBER.match(value.strip().removeprefix("-")) else None


def _left_out(tiers: list[_Tier], spoken: list[_Tier]) -> list[str]:
    message = _("the tier “{tier}” belongs to another one (single words, a translation, a number) and was not read")
    return [message.format(tier=tier.id) for tier in tiers if tier.notes and tier not in spoken]
