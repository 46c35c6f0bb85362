"""Names of speakers: which say a role by themselves, which a program gave, and where one stands before the words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reattune.model import Role

_WORDS = {
    Role.THERAPIST: (
        "therapist psychotherapist counsellor counselor analyst psychoanalyst psychologist"
        " therapeut therapeutin psychotherapeut psychotherapeutin analytiker analytikerin berater beraterin"
        " thérapeute psychothérapeute terapeuta psicoterapeuta psicólogo psicóloga"
    ),
    Role.CLIENT: "client patient klient klientin patientin analysand analysandin cliente paciente paziente",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_NUMBERED = re.compile(
    r"(?:speaker|spk|sprecher|sprecherin|speaker_id|person|channel|ch|participant|voice|unknown|s|p)?[\s_\-#]*\d{1,4}",
    re.IGNORECASE,
)
_LONGEST = 60
_MOST_WORDS = 6
_BEFORE = re.compile(
    rf"(?:>>\s?)?(?:\[(?P<inside>[^\]\n]{{1,{_LONGEST}}})\]|(?P<plain>[^:：\n\[\]<>]{{1,{_LONGEST}}}))"
    r"\s?(?:：|:(?=\s|$))\s*(?P<text>.*)",
    re.DOTALL,
)
_NO_NAME = re.compile(r"[.!?…;,]\s+\w+\s+\w|[!?…;]|^\d+$|^https?$", re.IGNORECASE)
_RARE = 20
_PARTICLES = (
    "de",
    "da",
    "do",
    "dos",
    "van",
    "von",
    "der",
    "den",
    "di",
    "du",
    "la",
    "le",
    "el",
    "al",
    "bin",
    "ibn",
    "and",
    "und",
)


def stated(labels: Iterable[str]) -> tuple[tuple[str, Role], ...]:
    """Return the roles of those labels that are themselves the word for a role, and of no others."""
    said = ((label, _ROLES.get(label.strip("[]<> ").casefold())) for label in dict.fromkeys(labels))
    return tuple((label, role) for label, role in said if role is not None)


def is_numbered(label: str) -> bool:
    """Return whether a program gave the label: `SPEAKER_01` is somebody else in the next file."""
    return not label.strip() or _NUMBERED.fullmatch(label.strip()) is not None


def name_before(text: str) -> tuple[str, str] | None:
    """Return the name before a colon and the words after it, or None where nothing there looks like a name."""
    found = _BEFORE.match(text.lstrip())
    if found is None:
        return None
    name = (found["inside"] or found["plain"] or "").strip()
    if not name or len(name.split()) > _MOST_WORDS or name[0].islower() or _NO_NAME.search(name):
        return None
    return name, found["text"]


def named(texts: Sequence[str]) -> tuple[list[tuple[str, str]], int]:
    """Return each text's speaker and words, where names stand before a colon.

    A name counts where it comes again, or where most entries have one and it is written like a name; else the colon
    belongs to what was said.
    An entry without one goes on with the speaker before.

    Returns:
        Label ("" where no name stands anywhere before) and words of each text; how many went on in that way.
    """
    split = [name_before(text) for text in texts]
    counts = Counter(found[0] for found in split if found)
    filled = sum(1 for text in texts if text.strip())
    counts = Counter({name: count for name, count in counts.items() if count > 1 or _is_capital(name)})
    if sum(counts.values()) * 2 < filled:
        counts = Counter({name: count for name, count in counts.items() if count > 1 and count * _RARE >= filled})
    pairs: list[tuple[str, str]] = []
    label, went_on = "", 0
    for text, found in zip(texts, split, strict=True):
        if found and found[0] in counts:
            label = found[0]
            pairs.append((label, found[1]))
            continue
        went_on += bool(label and text.strip())
        pairs.append((label, text))
    return pairs, went_on


def _is_capital(name: str) -> bool:
    """Return whether every word of it is written as in a name (in scripts without capitals, every word is)."""
    return not any(word[0].islower() and word not in _PARTICLES for word in name.split())
