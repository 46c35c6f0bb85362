"""Where chance comes from: for every person and every part of their life a stream of their own, from one seed."""

from enum import IntEnum
from hashlib import sha256

import numpy as np

from reattune.synthetic.limits import whole


class Part(IntEnum):
    """The parts of a life that chance decides, each by itself; a new part is added at the end."""

    PLAN = 0
    COMING = 1
    PAYING = 2
    CLIENT = 3
    THERAPIST = 4
    TALK = 5
    CALENDAR = 6
    TENDENCY = 7
    MIX = 8


def stream(seed: int, codename: str, part: Part) -> np.random.Generator:
    """Return the generator of one part of one person's life; nobody else's depends on it.

    Args:
        seed: a whole number of 0 or more.
        codename: whose life.
        part: which part.

    Raises:
        ReattuneError: the seed is negative or no whole number.
    """
    whole("The seed", seed, 0)
    person = int.from_bytes(sha256(codename.encode()).digest()[:8], "big")
    child = np.random.SeedSequence(entropy=int(seed), spawn_key=(person, int(part)))
    return np.random.Generator(np.random.PCG64(child))
