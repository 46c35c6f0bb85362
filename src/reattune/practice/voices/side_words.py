"""What one side of a talk can say: six boxes that may each stay blank, a way without words, and how it is now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Voice
from reattune.practice import typed
from reattune.practice.check_in.asked import CLOSENESS, COLOURS, LEADING, colour_names
from reattune.practice.voices.sides import NOT_THEN, THEN, Cell

BOXES = ("happened", "felt", "wish", "expected", "came", "needed")
NOW = ("sore", "easier", "leave")
VIEWS = range(5)
"""A number only where one is wanted: 0 not talked through, 4 talked through. Kept apart, and never averaged."""
LONGEST = 4000
TICKS = ("wordless", "mended")
FIELDS = (*BOXES, "wordless", "colour", "closeness", "leading", "now", "now_text", "view", "noticed", "mended")
BOTH_FIT = frozenset((*BOXES, "now_text"))
"""Fields of which two texts can be kept, one after the other."""
Words = dict[str, Any]


def labels() -> dict[str, str]:
    """Return what each box is called by whoever writes in it."""
    return {
        "happened": _("What happened"),
        "felt": _("What it felt like"),
        "wish": _("What I wished for"),
        "expected": _("What I expected"),
        "came": _("What came"),
        "needed": _("What I would have needed"),
    }


def now_words() -> tuple[tuple[str, str], ...]:
    """Return how something can be now, in words."""
    return (("sore", _("still sore")), ("easier", _("easier")), ("leave", _("I would leave it for now")))


def noticed_words() -> tuple[tuple[str, str], ...]:
    """Return what each can say of their own noticing."""
    return ((THEN, _("I noticed it at the time")), (NOT_THEN, _("I did not notice it at the time")))


def cell_words(cell: Cell, reader: Voice) -> str:
    """Return who noticed, as it is told to one of the two.

    Args:
        cell: Who noticed.
        reader: Who reads it.
    """
    match cell:
        case Cell.BOTH:
            return _("Both of you noticed at the time.")
        case Cell.NEITHER:
            return _("Neither of you noticed at the time.")
        case Cell.CLIENT | Cell.THERAPIST:
            if cell.value == reader.value:
                return _("Only you noticed at the time.")
            is_client = reader is Voice.CLIENT
            return (
                _("Only your therapist noticed at the time.")
                if is_client
                else _("Only your client noticed at the time.")
            )
        case other:
            assert_never(other)


def blank() -> Words:
    """Return a side with nothing said."""
    return {name: "" for name in FIELDS if name not in TICKS} | dict.fromkeys(TICKS, False)


def read(form: Mapping[str, str]) -> Words:
    """Return what a form says.

    Args:
        form: Its texts by field; what is missing was not said.

    Returns:
        Every field of `FIELDS`.

    Raises:
        ReattuneError: A text is too long, or a choice is none of those there are; the text says which.
    """
    plain = {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in form.items()}
    named = labels()
    found: Words = {name: typed.words(plain, name, LONGEST, named[name]) for name in BOXES}
    found["now_text"] = typed.words(plain, "now_text", LONGEST, _("How it is now"))
    found["now"] = typed.choice(plain, "now", NOW, _("How it is now"))
    found["view"] = typed.choice(plain, "view", _figures(VIEWS), _("A number, if you want one"))
    found["colour"] = typed.choice(plain, "colour", COLOURS, _("A colour"))
    found["closeness"] = typed.choice(plain, "closeness", _figures(CLOSENESS), _("How near or far"))
    found["leading"] = typed.choice(plain, "leading", _figures(LEADING), _("Who led"))
    found["noticed"] = typed.choice(plain, "noticed", (THEN, NOT_THEN), _("Who noticed"))
    return found | {name: bool(plain.get(name)) for name in TICKS}


def shown_in_form(form: Mapping[str, str]) -> Words:
    """Return what was typed as the form shows it again, whether or not it can be understood."""
    return blank() | {name: bool(form.get(name)) if name in TICKS else form.get(name, "") for name in FIELDS}


def differing(mine: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields in which two texts of one side differ."""
    return tuple(name for name in FIELDS if (mine.get(name) or "") != (other.get(name) or ""))


def chosen(mine: Words, other: Mapping[str, Any], picks: Mapping[str, str]) -> Words:
    """Return one text of two, as their author picked.

    Args:
        mine: What was just typed.
        other: What was saved meanwhile.
        picks: "other" or "both" by field; anything else keeps what was just typed.
    """
    found = dict(mine)
    for name in differing(mine, other):
        there = other.get(name) or ""
        if picks.get(name) == "other":
            found[name] = bool(there) if name in TICKS else there
        elif picks.get(name) == "both" and name in BOTH_FIT:
            found[name] = "\n\n".join(text for text in (str(there), str(mine[name])) if text)
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a side says, under its name."""

    label: str
    text: str


def told(words: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return what a side says, in the order of the form; what stayed blank is not there.

    Args:
        words: A side's, as `read` returns them.
    """
    lines = [Line(name, str(words[key])) for key, name in labels().items() if words.get(key)]
    if words.get("wordless"):
        lines.append(Line(_("In words"), _("I can’t put it into words yet.")))
    colour = colour_names().get(str(words.get("colour")))
    if colour:
        lines.append(Line(_("A colour"), colour))
    lines.extend(_positions(words))
    return tuple(lines)


def told_now(words: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return how it is now, words first; a number stands by itself.

    Args:
        words: A side's, or those said afterwards.
    """
    spoken = [dict(now_words()).get(str(words.get("now") or ""), ""), str(words.get("now_text") or "")]
    lines = [Line(_("Now"), ". ".join(one for one in spoken if one))] if any(spoken) else []
    if words.get("mended"):
        lines.append(Line(_("Mended"), _("For me this is mended.")))
    if str(words.get("view") or ""):
        lines.append(Line(_("As a number"), _("{n}, from 0 to 4").format(n=words["view"])))
    return tuple(lines)


def in_words(name: str, value: object) -> str:
    """Return what a field holds as it is read, "" where it is blank.

    Args:
        name: Of `FIELDS`.
        value: What it holds.
    """
    if name in TICKS:
        return _("ticked") if value else ""
    known = {"now": now_words(), "colour": tuple(colour_names().items()), "noticed": noticed_words()}.get(name, ())
    return dict(known).get(str(value), str(value or ""))


def read_afterwards(form: Mapping[str, str]) -> Words:
    """Return how it is now, said later: now, now_text, view and mended.

    Raises:
        ReattuneError: It cannot be understood, or nothing was said.
    """
    words = {name: value for name, value in read(form).items() if name in {"now", "now_text", "view", "mended"}}
    if not any(words.values()):
        raise ReattuneError(_("Nothing was said yet: choose how it is now, or write a few words. Nothing was changed."))
    return words


def _positions(words: Mapping[str, Any]) -> list[Line]:
    ends = {
        "closeness": (_("How near or far"), _("far apart"), _("close")),
        "leading": (_("Who led"), _("I followed"), _("I led")),
    }
    found = []
    for name, (label, low, high) in ends.items():
        if str(words.get(name) or ""):
            text = _("{n}, from -3 ({low}) to 3 ({high})").format(n=words[name], low=low, high=high)
            found.append(Line(label, text))
    return found


def _figures(among: range) -> tuple[str, ...]:
    return tuple(str(one) for one in among)
