"""Who is who in a transcript: asked at the terminal or given as options, never guessed, and kept beside the file."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reattune.cli.writing import write_whole
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Role, Script
from reattune.reading.transcripts.labels import is_numbered
from reattune.reading.transcripts.roles import unsaid
from reattune.reading.transcripts.speakers import FILE, Said, Speakers, read_speakers, toml_text

Ask = Callable[[str], str]
"""Puts a question to a person at the terminal and returns what was typed."""
Say = Callable[[str], None]

FIRST, LONGEST = 3, 100
"""How many of somebody's first words are shown, and how many characters of each."""
MOST = 30
"""Speakers that are asked about; a file with more has most likely headings before its colons."""
SESSIONS = "sessions"
_LETTERS = {"t": Role.THERAPIST, "c": Role.CLIENT, "o": Role.OTHER}


@dataclass(frozen=True, slots=True)
class Voice:
    """What is shown of one label, to say who it is: its first words and how much it says."""

    label: str
    first: tuple[str, ...]
    entries: int
    words: int
    share: int
    """Of every hundred words."""


def settled(script: Script, path: Path, given: Sequence[str], ask: Ask | None, say: Say) -> Speakers:
    """Return who is who in a script, once every label has been said.

    Args:
        script: The file as it stands.
        path: Where it lies; what is said is kept in speakers.toml beside it.
        given: What was typed as `--who`, each a label, an equals sign and a role.
        ask: Puts a question to a person; None where nobody is there to answer.
        say: Prints a line to that person.

    Raises:
        ReattuneError: If a label has no role and nobody can be asked, or what was typed cannot be meant.
    """
    kept = path.parent / FILE
    speakers = read_speakers(kept, FILE)
    new = _given(script, given)
    missing = unsaid(script, {**speakers.confirmed(script), **new})
    if missing and script.labels != ("",):
        new |= _asked(script, missing, ask, say)
    changed = {label: role for label, role in new.items() if speakers.confirmed(script).get(label) != role}
    if not changed:
        return speakers
    said = _source(script, path, {**speakers.confirmed(script), **new}, speakers)
    say(_keep(kept, said, speakers))
    return speakers.with_said(said)


def voices(script: Script) -> tuple[Voice, ...]:
    """Return what is shown of each label of a script, in the order of first speaking."""
    entries: Counter[str] = Counter()
    words: Counter[str] = Counter()
    first: dict[str, list[str]] = {}
    for cue in script.cues:
        entries[cue.label] += 1
        words[cue.label] += len(cue.text.split())
        begun = first.setdefault(cue.label, [])
        if len(begun) < FIRST:
            begun.append(_short(cue.text))
    whole = max(1, words.total())
    return tuple(
        Voice(label, tuple(first[label]), entries[label], words[label], round(100 * words[label] / whole))
        for label in script.labels
    )


def named(label: str) -> str:
    """Return a label as it is shown."""
    return f"“{label}”" if label else _("(no name)")


def _given(script: Script, given: Sequence[str]) -> dict[str, Role]:
    found: dict[str, Role] = {}
    for text in given:
        label, sign, word = text.rpartition("=")
        role = _role(word)
        if not sign or role is None:
            message = _(
                "“{text}” does not say who is who; give a name, = and therapist, client or other, such as "
                "--who “Kim=client”."
            )
            raise ReattuneError(message.format(text=text))
        if label.strip() not in script.labels:
            message = _("Nobody is called “{label}” in {file}; there are: {labels}.")
            names = ", ".join(named(one) for one in script.labels[:MOST])
            raise ReattuneError(message.format(label=label.strip(), file=script.name, labels=names))
        found[label.strip()] = role
    return found


def _role(word: str) -> Role | None:
    plain = word.strip().casefold()
    return _LETTERS.get(plain) or (Role(plain) if plain in tuple(Role) else None)


def _asked(script: Script, missing: Sequence[str], ask: Ask | None, say: Say) -> dict[str, Role]:
    if ask is None:
        options = " ".join(f'--who "{label}=…"' for label in missing[:MOST])
        message = _(
            "Nobody has said yet who is who in {file}. Say it so, with therapist, client or other in place of …: "
            "{options}"
        )
        raise ReattuneError(message.format(file=script.name, options=options))
    shown = sorted((one for one in voices(script) if one.label in missing), key=lambda one: -one.words)[:MOST]
    say(_("Who is who in {file}? Nobody is guessed; you say it once.").format(file=script.name))
    if len(missing) > MOST:
        message = _("There are more than {n} names; all that speak less than these are taken for somebody else.")
        say(message.format(n=MOST))
    found = dict.fromkeys(missing, Role.OTHER)
    for voice in (one for label in missing for one in shown if one.label == label):
        for line in _about(voice):
            say(line)
        found[voice.label] = _answer(ask, say)
    return found


def _about(voice: Voice) -> Iterator[str]:
    yield ""
    yield _("{label}: {entries}, {words} ({share} of every hundred words)").format(
        label=named(voice.label),
        entries=plural("{n} entry", "{n} entries", voice.entries),
        words=plural("{n} word", "{n} words", voice.words),
        share=voice.share,
    )
    yield from (f"    {words}" for words in voice.first)


def _answer(ask: Ask, say: Say) -> Role:
    while True:
        role = _role(ask(_("t therapist, c client, o somebody else: ")))
        if role is not None:
            return role
        say(_("Please answer with t, c or o."))


def _source(script: Script, path: Path, roles: Mapping[str, Role], speakers: Speakers) -> Said:
    """Return what is kept: in one client's folder for every file of the format, elsewhere for this file alone."""
    lasting = path.resolve().parent.name == SESSIONS and not any(map(is_numbered, script.labels))
    said_of_file = any(one.file == path.name for one in speakers.said)
    if not lasting or said_of_file:
        return Said(dict(roles), file=path.name)
    before = [one.labels for one in speakers.said if one.format == script.format]
    return Said({label: role for labels in (*before, roles) for label, role in labels.items()}, format=script.format)


def _keep(kept: Path, said: Said, speakers: Speakers) -> str:
    """Write what was said into speakers.toml and return a line about it; what a person wrote there stays."""
    if speakers.quarantined:
        message = _("Not kept: {file} holds something that is not understood ({why}); put it right there.")
        return message.format(file=FILE, why=speakers.quarantined[0].why)
    try:
        write_whole(kept, _text(kept, said, speakers))
    except ReattuneError as error:
        return _("Not kept, so it is asked again next time: {why}").format(why=error)
    if said.format:
        return _("Kept in {file} beside it, for every {format} file in this folder.").format(
            file=FILE, format=said.format
        )
    return _("Kept in {file} beside it, for this file.").format(file=FILE)


def _text(kept: Path, said: Said, speakers: Speakers) -> str:
    whole = toml_text(speakers.with_said(said))
    replaced = any((one.file, one.format) == (said.file, said.format) for one in speakers.said)
    if not kept.exists() or replaced:
        return whole
    # Added at the end, so that a person's own remarks in the file stay.
    added = toml_text(Speakers((said,))).split("\n", 2)[2]
    text = f"{kept.read_text(encoding='utf-8-sig').rstrip()}\n\n{added}"
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return whole
    return text


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
