"""Who spoke when, and how it is known: what every way of telling two voices apart gives back."""

from dataclasses import dataclass

from reattune.model import Spoke, Way


@dataclass(frozen=True, slots=True)
class Told:
    """Who spoke when, in time order, and the way it is known.

    Args:
        way: how it is known; `Way.NONE` where it could not be told, and then no role is given.
        spoke: runs of speech; a role of None where it is not known whose, `Role.OTHER` for somebody else.
        bleeds: whether two microphones hear both people, or there is one: then overlap is not to be reported.
        remarks: sentences about what could not be told, and why.
    """

    way: Way
    spoke: tuple[Spoke, ...]
    bleeds: bool = False
    remarks: tuple[str, ...] = ()
