"""What a person said about who is who in a recording, before it is listened to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reattune.model import Role, Span, Transcript


@dataclass(frozen=True, slots=True)
class Who:
    """What is known of who speaks, by order of trust; whatever is given and cannot be used is said in a remark.

    Args:
        channels: whose microphone the first and the second channel are.
        seeds: for each of two people, stretches in which only they speak, about 20 seconds altogether.
        transcript: a timed transcript of the same session whose speakers a person has named.
        guess: whether voices may be told apart where nothing is known; the result is shown as uncertain.
    """

    channels: tuple[Role, Role] | None = None
    seeds: Mapping[Role, tuple[Span, ...]] = field(default_factory=dict)
    transcript: Transcript | None = None
    guess: bool = True


NOBODY = Who()
"""Nothing is known."""
