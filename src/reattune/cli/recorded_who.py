"""Who is on which microphone, whose voice is where, who sits where: typed as options or asked, never guessed."""

import re
from collections.abc import Callable, Sequence

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Span
from reattune.nonverbal.regions import Part, Regions
from reattune.nonverbal.spans import clock

Ask = Callable[[str], str]
Say = Callable[[str], None]

_ROLES = {"t": Role.THERAPIST, "therapist": Role.THERAPIST, "c": Role.CLIENT, "client": Role.CLIENT}
_TIME = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)|(\d+(?:\.\d+)?)")
HALVES = {
    "left": Part(0.0, 0.0, 0.5, 1.0),
    "right": Part(0.5, 0.0, 0.5, 1.0),
    "top": Part(0.0, 0.0, 1.0, 0.5),
    "bottom": Part(0.0, 0.5, 1.0, 0.5),
}
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


def channels_of(text: str) -> tuple[Role, Role]:
    """Return whose microphone each of two channels is, as typed after `--channels`.

    Args:
        text: two roles with a comma, the first channel's first: "client,therapist" or "c,t".

    Raises:
        ReattuneError: it is anything else.
    """
    roles = tuple(_ROLES.get(word.strip().casefold()) for word in text.split(","))
    match roles:
        case (Role() as one, Role() as two) if one is not two:
            return one, two
        case _:
            message = _("“{text}” does not say whose channel each is; type --channels client,therapist or the reverse.")
            raise ReattuneError(message.format(text=text))


def marks_of(texts: Sequence[str]) -> dict[Role, tuple[Span, ...]]:
    """Return the stretches in which one person alone speaks, as typed after `--mark`.

    Args:
        texts: each a role, an equals sign and a stretch: "client=0:12-0:30".

    Returns:
        The stretches of each role, in the order in which they were typed.

    Raises:
        ReattuneError: one of them cannot be meant.
    """
    found: dict[Role, tuple[Span, ...]] = {}
    for text in texts:
        who, _sign, stretch = text.partition("=")
        role = _ROLES.get(who.strip().casefold())
        first, dash, last = stretch.replace("–", "-").partition("-")
        start, end = _seconds(first), _seconds(last)
        if role is None or not dash or start is None or end is None or end <= start:
            message = _("“{text}” marks no stretch; type it so: --mark client=0:12-0:30, about 20 seconds for each.")
            raise ReattuneError(message.format(text=text))
        found[role] = (*found.get(role, ()), Span(start, end))
    return found


def places_of(client: str | None, therapist: str | None) -> Regions | None:
    """Return who sits where in the picture, as typed after `--client` and `--therapist`; None where neither was.

    Args:
        client: left, right, top, bottom, or four percentages: left,top,width,height.
        therapist: the same; of two halves one is enough.

    Raises:
        ReattuneError: it cannot be meant, or their places overlap.
    """
    if client is None and therapist is None:
        return None
    client = client or OPPOSITE.get((therapist or "").strip().casefold())
    therapist = therapist or OPPOSITE.get((client or "").strip().casefold())
    if client is None or therapist is None:
        message = _("Say where both are: --client 5,10,40,80 --therapist 55,10,40,80 (left, top, width, height).")
        raise ReattuneError(message)
    return Regions(_place(client), _place(therapist))


def asked_channels(first: Sequence[float | None], ask: Ask | None, say: Say) -> tuple[Role, Role] | None:
    """Return whose microphone each channel is, as a person says; None where both are heard on both.

    Args:
        first: for each channel the second at which somebody is first heard on it, None where nobody is.
        ask: puts a question to a person; None where nobody is there to answer.
        say: prints a line.
    """
    if ask is None:
        return None
    say(_("This recording has two channels. Nobody is guessed; you say it once."))
    for number, at in enumerate(first, 1):
        where = (
            _("nobody is heard on it") if at is None else _("somebody is first heard at {time}").format(time=clock(at))
        )
        say(_("  Channel {number}: {where}").format(number=number, where=where))
    while True:
        answer = (
            ask(_("Whose microphone is channel 1? t therapist, c client, b both are heard on both: "))
            .strip()
            .casefold()
        )
        if answer in {"b", "both"}:
            return None
        if (role := _ROLES.get(answer)) is not None:
            return (role, Role.CLIENT if role is Role.THERAPIST else Role.THERAPIST)
        say(_("Please answer with t, c or b."))


def asked_places(ask: Ask | None, say: Say) -> Regions:
    """Return who sits where in the picture, as a person says.

    Args:
        ask: puts a question to a person; None where nobody is there to answer.
        say: prints a line.

    Raises:
        ReattuneError: nobody can be asked.
    """
    if ask is None:
        raise ReattuneError(_("Say who sits where: --client left, or right, top, bottom, or four percentages."))
    while True:
        answer = ask(_("Where in the picture is the client? left, right, top or bottom: ")).strip().casefold()
        whole = next((name for name in HALVES if answer and name.startswith(answer)), None)
        if whole is not None:
            return Regions(HALVES[whole], HALVES[OPPOSITE[whole]])
        say(_("Please answer with left, right, top or bottom."))


def _place(text: str) -> Part:
    half = HALVES.get(text.strip().casefold())
    if half is not None:
        return half
    try:
        left, top, width, height = (float(part) / 100 for part in text.split(","))
    except ValueError:
        left, top, width, height = -1.0, -1.0, -1.0, -1.0
    if min(left, top) < 0 or min(width, height) <= 0 or max(left + width, top + height) > 1:
        message = _(
            "“{text}” is no place in the picture; type left, right, top, bottom, or left,top,width,height in percent."
        )
        raise ReattuneError(message.format(text=text))
    return Part(left, top, width, height)


def _seconds(text: str) -> float | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds, alone = found.groups()
    return float(alone) if alone else int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
