"""A transcript without its words: how long each entry was and when, and nothing of what was said."""

from dataclasses import replace

from reattune.language import _
from reattune.model import Cue, Pause, Script

MARK = "·"
ASKED = "?"


def promise() -> tuple[str, str]:
    """Return what keeping only lengths and times means, in two lines, to be said before."""
    return (
        _("Kept: who spoke, how many words at a time, when, and whether it was a question. Not one word, and no file."),
        _("Without words there are no moments to read again; how long and how soon each of you speaks is counted."),
    )


def keeping() -> tuple[str, str]:
    """Return what keeping the words means, in two lines, to be said before."""
    return (
        _("The file and its words are kept here, sealed with this client’s key; you can take them out at any time."),
        _("Moments worth reading again are marked beside the exact words they rest on."),
    )


def without_words(script: Script) -> Script:
    """Return a script with a mark in place of each word, and nothing else that the file said.

    Args:
        script: As the file has it.

    Returns:
        The same entries by the same speakers at the same times, as long in words as they were.
    """
    return Script(
        name=script.name,
        format=script.format,
        sha256="",
        cues=tuple(_bare(cue, number) for number, cue in enumerate(script.cues, 1)),
        times=script.times,
        language=script.language,
        written=script.written,
        stated=script.stated,
    )


def without_names(script: Script) -> tuple[Script, dict[str, str]]:
    """Return a script with numbers in place of its speakers' names, and which number each name became.

    Args:
        script: Without words.
    """
    numbers = {label: str(number) for number, label in enumerate(script.labels, 1)}
    cues = tuple(replace(cue, label=numbers[cue.label]) for cue in script.cues)
    return replace(script, cues=cues, stated=()), numbers


def _bare(cue: Cue, number: int) -> Cue:
    count = len(cue.text.split())
    text = " ".join([MARK] * count) + (ASKED if ASKED in cue.text else "")
    pauses = tuple(
        Pause(min(len(text), 2 * len(cue.text[: pause.after].split())), "", pause.seconds) for pause in cue.pauses
    )
    # A script's own name for a place (“Anna Maria 12”) may be somebody's name.
    return replace(cue, text=text, row=str(number), pauses=pauses)
