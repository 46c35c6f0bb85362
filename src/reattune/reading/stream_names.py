"""The names of streams, as a person writes them under `off` and `on` in frame.toml."""

from importlib.metadata import entry_points

GROUP = "reattune.streams"
"""Under this name installed packages offer streams of their own."""

FAMILIES = (
    "attendance",
    "rescheduling",
    "payment",
    "ratings",
    "gap",
    "speech",
    "silence",
    "turns",
    "voice",
    "movement",
    "unanswered",
    "check_ins",
)
_SERIES = ("rating ", "gap ", "unanswered ")
_SINGLE = frozenset(
    {
        *(f"speech {what}" for what in ("away", "against", "attuned", "engagement")),
        *(f"silence {what}" for what in ("between", "share")),
        *(f"turns {what}" for what in ("minimal", "reply")),
        *(f"{what} together" for what in ("voice", "movement")),
        "voice span",
        "movement amount",
    }
)
"""Series that there is one of."""


def is_stream(name: str) -> bool:
    """Tell whether a name stands for a stream: a family, one series of it, or a family of an installed package.

    Args:
        name: The name as written; capitals and a missing or added "s" at its end are of no matter.
    """
    plain = " ".join(name.casefold().split())
    if plain.startswith(_SERIES) or plain in _SINGLE:
        return True
    return _family(plain) in {_family(family) for family in FAMILIES} or _family(plain) in _offered()


def _family(name: str) -> str:
    return name.casefold().replace("-", "_").replace("check in", "check_in").removesuffix("s")


def _offered() -> frozenset[str]:
    """Return the families of installed packages' streams; a package that cannot be loaded is known by its entry."""
    found: set[str] = set()
    for entry in entry_points(group=GROUP):
        found.add(_family(entry.name))
        try:
            family = getattr(entry.load(), "family", "")
        except Exception:  # noqa: BLE001, S112  (a package of somebody else's may raise anything while it is imported)
            continue
        if isinstance(family, str) and family:
            found.add(_family(family))
    return frozenset(found)
