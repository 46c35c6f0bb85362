"""What the forms of a talk have in common for both: what is offered, what was typed, and choosing between two texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import capturing, models
from reattune.practice.check_in.asked import CLOSENESS, LEADING, colour_names
from reattune.practice.typed import LATEST
from reattune.practice.voices import afterwards, side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author, Mine
from reattune.practice.voices.side_words import Words
from reattune.practice.voices.sides import Wants
from reattune.repair.holding import State, due, words

PICK = "pick_"
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that comes back with what was typed: why, and what was saved in another window meanwhile."""

    words: Words
    wants: str
    trouble: str
    meanwhile: Mine | None = None

    @property
    def differing(self) -> tuple[str, ...]:
        """Return the fields of which two texts are there."""
        return () if self.meanwhile is None else side_words.differing(self.words, self.meanwhile.words)


def kept(talk: models.Talk, author: Author, given: Mapping[str, str]) -> Typed | None:
    """Keep a side as its form says it.

    Args:
        talk: Of which.
        author: Who writes.
        given: What was sent, by field.

    Returns:
        None where it was kept; otherwise the form as it comes back, with nothing of it lost.
    """
    shown, wants = side_words.shown_in_form(given), given.get("wants", "")
    try:
        said = side_words.read(given)
        picks = {name.removeprefix(PICK): pick for name, pick in given.items() if name.startswith(PICK)}
        if picks:
            there = side_rows.mine(side_rows.rows(talk).get(author.voice), author)
            if there.version == given.get("version"):
                said = side_words.chosen(said, there.words, picks)
        meanwhile = side_rows.save(talk, author, said, _wanted(wants), given.get("version", ""))
    except ReattuneError as error:
        return Typed(shown, wants, str(error))
    if meanwhile is None:
        return None
    trouble = _("This was saved in another window meanwhile. Nothing is lost: both texts are below, to choose from.")
    return Typed(shown, wants, trouble, meanwhile)


def _wanted(typed: str) -> Wants:
    try:
        return Wants(typed)
    except ValueError as error:
        raise ReattuneError(
            _("Choose who may read it, and when. Nothing was kept yet; what you wrote is still here.")
        ) from error


def begun(form: Mapping[str, str], today: date) -> tuple[str, date]:
    """Return the title and the day of something to talk about.

    Args:
        form: Its texts by field.
        today: The day it is.

    Raises:
        ReattuneError: There is no title, or the day is none.
    """
    title = " ".join(form.get("title", "").split())
    if not title:
        raise ReattuneError(_("Give it a few words, so that you find it again."))
    if len(title) > talks.LONGEST_TITLE:
        raise ReattuneError(
            _("These are more than {n} characters; a few words are enough here.").format(n=talks.LONGEST_TITLE)
        )
    return title, capturing.past_day(form.get("day", ""), today)


def until(form: Mapping[str, str], today: date) -> date:
    """Return the day of coming back to a talk.

    Args:
        form: Its texts by field.
        today: The day it is.

    Raises:
        ReattuneError: It is no day, or not one to come.
    """
    found = capturing.some_day(form.get("until", ""))
    if not today < found <= LATEST:
        raise ReattuneError(_("Choose a day that is still to come."))
    return found


def told(choice: str) -> str:
    """Return a choice of what the other is to know.

    Raises:
        ReattuneError: It is none of those there are.
    """
    if choice not in dict(afterwards.tell_words()):
        raise ReattuneError(_("Choose what the other may know; nothing was said."))
    return choice


def state(mine: Mine, today: date) -> State:
    """Return whether a talk is in view for one of the two."""
    return due(today, mine.until, None, mine.away)


def state_words(mine: Mine, today: date) -> str:
    """Return the same in a sentence."""
    return words(state(mine, today), mine.until)


def offers(typed: Typed | None, mine: Mine, today: date) -> dict[str, Any]:
    """Return what every page with a side's form needs.

    Args:
        typed: A form that comes back, if one does.
        mine: The side as it is kept.
        today: The day it is.
    """
    names = side_words.labels() | {
        "wordless": _("Without words"),
        "colour": _("A colour"),
        "closeness": _("How near or far"),
        "leading": _("Who led"),
        "now": _("How it is now"),
        "now_text": _("In a few words"),
        "view": _("A number, if you want one"),
        "noticed": _("Who noticed"),
        "mended": _("Mended"),
    }
    return {
        "form": typed.words if typed else mine.words,
        "wants": typed.wants if typed else mine.wants.value,
        "version": typed.meanwhile.version if typed and typed.meanwhile else mine.version,
        "typed": typed,
        "names": names,
        "joined": side_words.BOTH_FIT,
        "in_words": side_words.in_words,
        "labels": side_words.labels(),
        "now_words": side_words.now_words(),
        "noticed_words": side_words.noticed_words(),
        "colours": tuple(colour_names().items()),
        "views": side_words.VIEWS,
        "places": {"closeness": CLOSENESS, "leading": LEADING},
        "tells": afterwards.tell_words(),
        "next_week": today + WEEK,
    }
