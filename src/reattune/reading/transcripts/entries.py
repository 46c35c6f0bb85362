"""From a format's entries to a script: in time order, nothing empty, no impossible time, all of it said."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Cue, Quarantined, Role, Script, Times
from reattune.reading.transcripts.labels import stated as said_by
from reattune.reading.transcripts.order import at_once, fit, kept_text, out_of_order, real_times

_LANGUAGES = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "spa": "es", "ita": "it", "nld": "nl", "heb": "he"}
_TOOL, _CODE = 100, 35
"""Characters of a program's name, and of a language's code."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came: its name as a person sees it, its bytes, and what kind of file it is."""

    name: str
    data: bytes
    format: str
    tool: str = ""
    language: str = ""


def short_language(code: str) -> str:
    """Return the two letters of a language's three, where they are among the usual ones; else the code itself."""
    return _LANGUAGES.get(code.strip().lower(), code.strip().lower())


def finished(
    original: Original,
    cues: Iterable[Cue],
    *,
    stated: tuple[tuple[str, Role], ...] | None = None,
    remarks: Iterable[str] = (),
    quarantined: Iterable[Quarantined] = (),
    sort: bool = True,
    times: Times = Times.BOTH,
    one_list: bool = False,
) -> Script:
    """Return a script of what was said.

    Args:
        original: the file.
        cues: its entries, in the file's order.
        stated: roles that the file names itself; None for those of labels that are the word for a role.
        remarks: what had to be assumed on the way.
        quarantined: what was set aside on the way.
        sort: whether the times decide the order; otherwise the file's order stands.
        times: what the format can say about time at most; less is kept where the entries say less.
        one_list: whether the file holds one list in order of time, so that another order is worth saying.

    Raises:
        UnreadableError: If nobody says anything in it.

    """
    entries = [fit(cue) for cue in cues]
    spoken = [cue for cue in entries if cue.text]
    if not spoken:
        message = _("{file}: nobody says anything in it; export the transcript again, with its words")
        raise UnreadableError(message.format(file=original.name))
    said, aside = list(remarks), list(quarantined)
    if len(spoken) < len(entries):
        counted = plural("{n} empty entry was", "{n} empty entries were", len(entries) - len(spoken))
        said.append(_("in {file}, {counted} left out").format(file=original.name, counted=counted))
    timed = [_possible(cue, original.name, aside) for cue in spoken]
    ordered = in_order(timed) if sort else timed
    said += out_of_order(timed, original.name) if sort and one_list else ()
    said += at_once(ordered, original.name)
    real, about_ends = real_times(ordered, times, original.name)
    return Script(
        original.name,
        original.format,
        sha256(original.data).hexdigest(),
        tuple(ordered),
        real,
        kept_text(original.tool, _TOOL),
        kept_text(original.language, _CODE),
        stated=said_by(cue.label for cue in ordered) if stated is None else stated,
        quarantined=tuple(aside),
        remarks=(*said, *about_ends),
    )


def in_order(cues: list[Cue]) -> list[Cue]:
    """Return cues by when they begin; one without a time stays behind the one before it."""
    last, keyed = 0.0, []
    for cue in cues:
        last = last if cue.start is None else cue.start
        keyed.append((last, cue))
    return [cue for _, cue in sorted(keyed, key=lambda pair: pair[0])]


def _possible(cue: Cue, name: str, aside: list[Quarantined]) -> Cue:
    start, end = cue.start, cue.end
    if (start is not None and start < 0) or (end is not None and end < 0):
        why = _("a time before the beginning of the recording; the words are kept without a time")
        aside.append(Quarantined(name, cue.row, "time", why))
        return replace(cue, start=None, end=None)
    if start is not None and end is not None and end < start:
        aside.append(Quarantined(name, cue.row, "time", _("it ends before it begins; only its beginning is kept")))
        return replace(cue, end=None)
    return cue
