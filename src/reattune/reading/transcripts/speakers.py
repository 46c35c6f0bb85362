"""speakers.toml: who is who in the transcripts of one folder, as a person has said it, file by file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from reattune.language import _
from reattune.model import Quarantined, Role, Script, Transcript
from reattune.reading.fields import FieldError
from reattune.reading.toml_values import as_number, as_table, as_tables, as_text, read_toml
from reattune.reading.transcripts.labels import is_numbered
from reattune.reading.transcripts.roles import transcript

FILE = "speakers.toml"


@dataclass(frozen=True, slots=True)
class Said:
    """Who is who in one file, or in every file of one format: exactly one of the two is given."""

    labels: Mapping[str, Role]
    file: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One cue that is somebody else's after all; `cue` counts from 1, in order of time."""

    file: str
    cue: int
    role: Role


@dataclass(frozen=True, slots=True)
class Speakers:
    """All that was said about who is who in one folder, and what could not be understood."""

    said: tuple[Said, ...] = ()
    corrections: tuple[Correction, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()

    def confirmed(self, script: Script) -> dict[str, Role]:
        """Return which label of a script is whose: what was said of the file, else of its format, else by itself.

        A label that a program numbers anew in each file (`SPEAKER_01`) holds for the file alone of which it was said.
        """
        name = PurePosixPath(script.name).name
        roles = dict(script.stated)
        for each in self.said:
            if each.format and each.format.casefold() == script.format.casefold():
                roles |= {label: role for label, role in each.labels.items() if not is_numbered(label)}
        for each in self.said:
            if each.file and each.file == name:
                roles |= each.labels
        return {label: roles[label] for label in script.labels if label in roles}

    def changed(self, script: Script) -> dict[int, Role]:
        """Return the cues of a script, by their number from 0, that are somebody else's after all."""
        name = PurePosixPath(script.name).name
        return {each.cue - 1: each.role for each in self.corrections if each.file == name}

    def transcript(self, script: Script, day: date) -> Transcript:
        """Return a script as turns with roles.

        Raises:
            UnreadableError: Where a label has no role.

        """
        return transcript(script, self.confirmed(script), day, corrections=self.changed(script))

    def with_said(self, said: Said) -> "Speakers":
        """Return these with one more, in place of what was said of the same file or format before."""
        others = tuple(each for each in self.said if (each.file, each.format) != (said.file, said.format))
        return replace(self, said=(*others, said))

    def with_correction(self, correction: Correction) -> "Speakers":
        """Return these with one more correction, in place of an earlier one of the same cue."""
        place = (correction.file, correction.cue)
        others = tuple(each for each in self.corrections if (each.file, each.cue) != place)
        return replace(self, corrections=(*others, correction))


def read_speakers(path: Path, name: str) -> Speakers:
    """Read speakers.toml; what cannot be meant is set aside.

    Args:
        path: The file; where there is none, nothing was said.
        name: Its name as a person sees it.

    Raises:
        UnreadableError: Where the file is not TOML.

    """
    if not path.exists():
        return Speakers()
    content = read_toml(path, name)
    aside: list[Quarantined] = []
    said: list[Said] = []
    corrections: list[Correction] = []
    for number, table in _tables(content, "source", name, aside):
        try:
            said.append(_said(table))
        except FieldError as error:
            aside.append(Quarantined(name, f"source {number}", "source", error.why))
    for number, table in _tables(content, "correction", name, aside):
        try:
            corrections.append(_correction(table))
        except FieldError as error:
            aside.append(Quarantined(name, f"correction {number}", "correction", error.why))
    return Speakers(tuple(said), tuple(corrections), tuple(aside))


def toml_text(speakers: Speakers) -> str:
    """Return speakers.toml as text; a face writes it (reading never writes)."""
    lines = ["# Who is who in these transcripts, as a person has said it: therapist, client or other.", ""]
    for said in speakers.said:
        place = f"file = {_quoted(said.file)}" if said.file else f"format = {_quoted(said.format)}"
        pairs = ", ".join(f"{_quoted(label)} = {_quoted(role.value)}" for label, role in said.labels.items())
        lines += ["[[source]]", place, f"labels = {{{pairs}}}", ""]
    for each in speakers.corrections:
        file, role = f"file = {_quoted(each.file)}", f"role = {_quoted(each.role.value)}"
        lines += ["[[correction]]", file, f"cue = {each.cue}", role, ""]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    # A JSON string is a TOML string but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _tables(
    content: Mapping[str, object], kind: str, name: str, aside: list[Quarantined]
) -> list[tuple[int, Mapping[str, object]]]:
    try:
        return list(enumerate(as_tables(content, kind), start=1))
    except FieldError as error:
        aside.append(Quarantined(name, "", kind, error.why))
        return []


def _said(table: Mapping[str, object]) -> Said:
    file, form = as_text(table, "file"), as_text(table, "format")
    if bool(file) == bool(form):
        raise FieldError(_("needs either file (its name in this folder) or format (such as WebVTT)"))
    labels = as_table(table, "labels")
    return Said({label: _role(labels, label) for label in labels}, file, form)


def _correction(table: Mapping[str, object]) -> Correction:
    file, cue = as_text(table, "file"), as_number(table, "cue")
    if not file or cue is None or cue < 1 or cue != int(cue):
        raise FieldError(_("needs file, cue (its number, from 1) and role"))
    return Correction(file, int(cue), _role(table, "role"))


def _role(table: Mapping[str, object], field: str) -> Role:
    word = as_text(table, field).casefold()
    if word not in tuple(Role):
        raise FieldError(_('"{word}" is not one of: {words}').format(word=word, words=", ".join(Role)))
    return Role(word)
