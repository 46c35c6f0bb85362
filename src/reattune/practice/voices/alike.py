"""What is said of similar moments: what is alike, what was otherwise, and a moment outside, with a role and no name."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.voices.own import Own

LONGEST = 2000
OF_MOMENT = ("text", "wish", "expected", "came", "response", "exception")
"""What can be said of a moment outside, besides the role of the other."""
MARKS = ("wish", "response")
"""What can be alike; in the words of a likeness, whether it is."""


class Role(StrEnum):
    """Who the other was, in a moment outside; never a name."""

    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    FRIEND = "friend"
    WORK = "work"
    OTHER = "other"


def role_words() -> tuple[tuple[str, str], ...]:
    """Return the roles, each as it is said."""
    return (
        (Role.PARTNER.value, _("a partner")),
        (Role.PARENT.value, _("a parent")),
        (Role.CHILD.value, _("a child")),
        (Role.FRIEND.value, _("a friend")),
        (Role.WORK.value, _("somebody at work")),
        (Role.OTHER.value, _("somebody else")),
    )


def read(given: Mapping[str, str]) -> dict[str, Any]:
    """Return what is alike, and what was otherwise, as a form says it.

    Args:
        given: Its texts by field.

    Raises:
        ReattuneError: Something is too long.
    """
    return {
        **{name: bool(given.get(f"same_{name}")) for name in MARKS},
        "exception": short(given.get("otherwise", "")),
        "text": short(given.get("like_text", "")),
    }


def read_moment(given: Mapping[str, str]) -> dict[str, str]:
    """Return a moment outside as a form says it.

    Args:
        given: Its texts by field.

    Raises:
        ReattuneError: Nothing was said of it, the role is none of those there are, or something is too long.
    """
    role = given.get("role", "")
    if role not in set(Role):
        raise ReattuneError(_("Choose who the other was, by role; nothing was kept yet."))
    words = {name: short(given.get(name, "")) for name in OF_MOMENT}
    if not any(words.values()):
        raise ReattuneError(_("Say a few words about the moment, so that you know it again."))
    return {"role": role, **words}


def short(text: str) -> str:
    """Return a text as it is kept.

    Args:
        text: As it was typed.

    Raises:
        ReattuneError: It is too long.
    """
    found = text.replace("\r\n", "\n").strip()
    if len(found) > LONGEST:
        raise ReattuneError(_("This is too long; {n} letters at most.").format(n=LONGEST))
    return found


def moment_lines(moment: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return what is said of a moment outside: what is told, and its words.

    Args:
        moment: As it is kept.
    """
    names = {
        "text": _("What happened"),
        "wish": _("What was wished for"),
        "expected": _("What was expected"),
        "came": _("What came"),
        "response": _("What followed"),
        "exception": _("What went otherwise"),
    }
    return tuple((names[name], str(moment[name])) for name in OF_MOMENT if moment.get(name))


def words_for(row: models.Likeness, key: Own | None) -> dict[str, Any]:
    """Return a likeness's words, for whoever may read it.

    Args:
        row: Which.
        key: The client's own key, where it is open.
    """
    if row.sealed is not None:
        return row.words
    return (key and key.words(row)) or {}
