"""The check-in that comes with Reattune: four questions of our own, under CC0, never summed and never charted."""

from dataclasses import dataclass
from enum import StrEnum

from reattune.language import _
from reattune.model import FeltOff, Share


class When(StrEnum):
    """Before a session, about the time since the last one; or after it."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be tapped; whoever cannot put it into words can show it in another way."""

    value: str
    words: str
    wordless: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question, on a screen of its own; it may be left out, and nothing is kept of that."""

    id: str
    words: str
    choices: tuple[Choice, ...]
    box: str
    """What stands above the empty box."""


FELT_OFF, WORKED, HARD, GOOD = "felt_off", "worked", "hard_to_say", "felt_good"
WORDLESS = "wordless"
COLOURS = ("sand", "moss", "sea", "dusk", "stone", "rust")
"""Six calm colours, none of which means anything by itself."""
CLOSENESS = LEADING = range(-3, 4)


def questions(when: When) -> tuple[Question, ...]:
    """Return the four questions in the language of the page.

    Args:
        when: Before or after a session.
    """
    between = when is When.BEFORE
    no_words = Choice(WORDLESS, _("I can’t put it into words"), wordless=True)
    return (
        Question(
            FELT_OFF,
            _("Since last time: did anything between us feel off?")
            if between
            else _("Did anything feel off between us?"),
            (Choice("yes", _("Yes")), Choice("no", _("No")), Choice("unsure", _("Not sure")), no_words),
            _("If you like, in your own words"),
        ),
        Question(
            WORKED,
            _("Last time: did we work on what matters to you?")
            if between
            else _("Did we work on what matters to you?"),
            (Choice("yes", _("Yes")), Choice("partly", _("Partly")), Choice("no", _("No")), no_words),
            _("What would matter now?"),
        ),
        Question(
            HARD,
            _("Is there anything that is hard to say?") if between else _("Was there anything that was hard to say?"),
            (Choice("yes", _("Yes")), Choice("no", _("No")), no_words),
            _("As much of it as you like"),
        ),
        Question(
            GOOD,
            _("Was there anything last time that felt good?") if between else _("Was there anything that felt good?"),
            (Choice("yes", _("Yes")), Choice("no", _("No")), no_words),
            _("What was it?"),
        ),
    )


def shares() -> tuple[tuple[Share, str], ...]:
    """Return who may read an answer, as it is said to the client."""
    return (
        (Share.ONLY_ME, _("Only for me")),
        (Share.NOW, _("Share now")),
        (Share.RAISE_FOR_ME, _("Please raise this for me")),
        (Share.AFTER_ENDING, _("Tell them after we have ended")),
    )


def colour_names() -> dict[str, str]:
    """Return what each colour is called by which something is shown without words."""
    return {
        "sand": _("sand"),
        "moss": _("moss"),
        "sea": _("sea"),
        "dusk": _("dusk"),
        "stone": _("stone"),
        "rust": _("rust"),
    }


def felt_off(choice: str) -> FeltOff:
    """Return what the rest of the library knows of an answer to the first question."""
    return FeltOff(choice) if choice in {"yes", "no", "unsure"} else FeltOff.UNSURE
