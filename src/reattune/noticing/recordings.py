"""What a recording shows, in words: how much quiet, how long the turns, and that voice or movement are different.

Every figure names how it is known who spoke when, or which statistic it is. None says what anything meant.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from reattune.language import _, decimal, plural
from reattune.model import Observation, Way
from reattune.noticing.numbers import Spelled, figure

LAST = 3
"""How many sessions are listed."""
_BY = "_by_"

_IN_MINUTES = re.compile(r"(\d+)_in_(\d+)")
_COUNT = re.compile(r"(\d+)_of_(\d+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

_TOLD: Mapping[str, Callable[[], str]] = {
    "silence between": lambda: _(
        "More often than usual here, three seconds or more of quiet lay between two of your turns ({sessions})."
    ),
    "silence share": lambda: _(
        "How much of a session was quiet differs from what is usual here (percent of its time: {sessions})."
    ),
    "turns minimal": lambda: _("More of the client’s turns than usual here lasted less than a second ({sessions})."),
    "turns reply": lambda: _("The client spoke more briefly at a time than usual here (seconds: {sessions})."),
    "voice span": lambda: _(
        "How far the client’s voice rises and falls differs from what is usual here (semitones: {sessions})."
    ),
    "voice together": lambda: _(
        "How the pitch of both voices moves from turn to turn differs from what is usual here (standard deviations "
        "from chance, as for 40 turns: {sessions})."
    ),
    "movement amount": lambda: _(
        "How much the client moved differs from what is usual here (percent of their part of the picture: {sessions})."
    ),
    "movement together": lambda: _(
        "How you both move together differs from what is usual here (standard deviations from chance, as for 20 "
        "minutes: {sessions})."
    ),
}

_ONE: Mapping[str, Callable[[], str]] = {
    "silence share": lambda: _("{figure} % of the recording was quiet ({how})"),
    "turns reply": lambda: _("{figure} seconds each time the client spoke, in the middle of all ({how})"),
    "voice span": lambda: _("{figure} semitones between the lower and the higher end of the client’s voice ({how})"),
    "voice together": lambda: _(
        "{figure} standard deviations from chance for both voices moving from turn to turn, as for 40 turns ({how})"
    ),
    "movement amount": lambda: _("the client moved in {figure} % of their part of the picture, on average"),
    "movement together": lambda: _(
        "{figure} standard deviations from chance for moving together, as for 20 minutes ({how})"
    ),
}

RECORDED = frozenset(_TOLD)
"""The streams of recordings."""
RECKONED = frozenset({"movement together"})
"""Those beside whose figures a statistic stands, not how it is known who spoke."""


def named() -> Mapping[str, str]:
    """Return what the streams of recordings are called."""
    return {
        "silence between": _("quiet between two of your turns"),
        "silence share": _("how much was quiet"),
        "turns minimal": _("very short turns of the client"),
        "turns reply": _("how long the client spoke at a time"),
        "voice span": _("how far the client’s voice rises and falls"),
        "voice together": _("how the two voices move"),
        "movement amount": _("how much the client moved"),
        "movement together": _("moving together"),
    }


def shown(stream: str, value: str | float) -> str:
    """Return one session's figure in words, "" where it is none of a recording.

    Args:
        stream: the stream's name.
        value: the figure and, after "_by_", how it is known: "7_in_50_by_channels", "4.2_by_seeded".
    """
    if stream not in RECORDED or not isinstance(value, str):
        return ""
    said, _by, how = value.partition(_BY)
    match stream:
        case "silence between":
            return _between(said, how)
        case "turns minimal":
            return _minimal(said, how)
        case _:
            plain = _NUMBER.fullmatch(said)
            return _ONE[stream]().format(figure=decimal(said), how=way_words(how)) if plain else ""


def recorded(stream: str, seen: Sequence[Observation]) -> str:
    """Return what is told of a stream of recordings: its last sessions, how they are known, and how little it says.

    Args:
        stream: the stream's name.
        seen: its observations, by day.
    """
    last = [one for one in seen if one.weight > 0][-LAST:] or list(seen)[-LAST:]
    values = [str(one.value).partition(_BY) for one in last]
    told = _TOLD[stream]().format(sessions="; ".join(_short(said) for said, _by, _how in values))
    ways = dict.fromkeys(way_words(how) for _said, _by, how in values if how)
    if not ways:
        return told
    text = _("Reckoned as: {ways}.") if stream in RECKONED else _("Known by: {ways}.")
    return f"{told} {text.format(ways='; '.join(ways))}"


def everyday_of(stream: str) -> str:
    """Return the everyday reading of a stream of recordings."""
    match stream.partition(" ")[0]:
        case "silence":
            return _("Quiet is often time to think or to feel; another room or microphone changes it too.")
        case "turns":
            return _("Some days and some questions only want short answers.")
        case "voice":
            return _("A cold, little sleep or another microphone changes a voice.")
        case _:
            return _("Another chair, camera or light changes what movement can be seen.")


def own_part(stream: str) -> str:
    """Return the therapist's own part in a stream of recordings, "" where there is none to name."""
    match stream.partition(" ")[0]:
        case "silence":
            return _("You may have left more room yourself.")
        case "turns":
            return _("Your own questions, and how long you spoke, shape the answers.")
        case "voice" | "movement":
            return _("It takes two: what you did yourself is in this as well.")
        case _:
            return ""


def way_words(how: str) -> str:
    """Return how it is known who spoke when, or the statistic's own name."""
    match how:
        case Way.TRANSCRIPT:
            return _("who spoke when is taken from a transcript")
        case Way.CHANNELS:
            return _("a microphone each")
        case Way.SEEDED:
            return _("one microphone, some of each voice marked")
        case Way.CLUSTERED:
            return _("one microphone, speakers guessed")
        case Way.NONE:
            return _("who spoke when is not known")
        case _:
            return how or _("how is not recorded")


def _between(said: str, how: str) -> str:
    found = _IN_MINUTES.fullmatch(said)
    if found is None:
        return ""
    text = plural(
        "{n} time three seconds or more of quiet between two of your turns, in {{minutes}} minutes ({{how}})",
        "{n} times three seconds or more of quiet between two of your turns, in {{minutes}} minutes ({{how}})",
        Spelled(int(found[1])),
    )
    return text.format(minutes=found[2], how=way_words(how))


def _minimal(said: str, how: str) -> str:
    found = _COUNT.fullmatch(said)
    if found is None:
        return ""
    text = plural(
        "{n} of {{all}} turns of the client lasted less than a second ({{how}})",
        "{n} of {{all}} turns of the client lasted less than a second ({{how}})",
        int(found[1]),
    )
    return text.format(all=int(found[2]), how=way_words(how))


def _short(said: str) -> str:
    """Return a figure in a list of sessions."""
    within = _IN_MINUTES.fullmatch(said)
    if within:
        return _("{n} in {minutes} minutes").format(n=within[1], minutes=within[2])
    counted = _COUNT.fullmatch(said)
    if counted:
        return _("{n} of {all}").format(n=counted[1], all=counted[2])
    return figure(float(said)) if _NUMBER.fullmatch(said) else said.replace("_", " ")
