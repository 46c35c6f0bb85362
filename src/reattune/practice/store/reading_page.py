"""The page of an export: what is kept about a client, written to be read by them."""

import re
from collections.abc import Mapping
from typing import Any

from django.template.loader import get_template

from reattune import language
from reattune.charts import day
from reattune.language import _
from reattune.practice import clock
from reattune.practice.keeping import kept

MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[0-9:.]*(?:Z|[+-]\d{2}:\d{2})?")
NAMED = frozenset({"due", "paid", "end"})
TURN = frozenset({"who", "text"})
"""What a turn of a transcript has."""
SAID = (
    "start",
    "end",
    "instrument",
    "by",
    "timing",
    "kind",
    "original_word",
    "due",
    "paid",
    "amount",
    "currency",
    "score",
    "items",
    "felt_off",
    "initiated_by",
    "stated_reason",
    "words",
    "text",
    "note",
)
"""What a row's line says, in this order; everything.json has the rest."""


def page(codename: str, found: Mapping[str, Any], note: str = "") -> str:
    """Return everything kept about a client as one page, in their words rather than in the program's.

    Args:
        codename: Theirs.
        found: What `gathering.everything` gave, with `what_came_up`.
        note: What is said besides at its beginning.
    """
    sections = [(title, [_lines(row) for row in found[name]]) for name, title in _titles().items() if found.get(name)]
    context = {
        "language": language.current(),
        "codename": codename,
        "note": note,
        "made": day(clock.today(kept().zone)),
        "about": _lines(found["about"]),
        "sections": sections,
        "records": sorted((_record(one) for one in found["record"]), key=lambda one: one[0]),
        "came_up": found["what_came_up"],
        "seen": [{**one, "at": _spoken(one["at"]), "did": _did(one["did"])} for one in found["seen"]],
    }
    return str(get_template("exported.html.j2").render(context))


def _lines(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what a row says as names and values, without what is empty."""
    flat = {**{k: v for k, v in row.items() if k != "words"}, **_as_mapping(row.get("words"))}
    return [(_named(name), text) for name, value in flat.items() if (text := _spoken(value)) != ""]


def _as_mapping(words: Any) -> Mapping[str, Any]:
    return words if isinstance(words, Mapping) else {} if words is None else {"words": words}


def _spoken(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping) and value.keys() >= TURN:
        return f"{_speaker(value['who'])}: {value['text']}"
    if isinstance(value, Mapping):
        return "\n".join(f"{_named(name)}: {text}" for name, one in value.items() if (text := _spoken(one)))
    if isinstance(value, list):
        return "\n".join(text for one in value if (text := _spoken(one)))
    return MOMENT.sub(r"\1 \2", str(value))


def _speaker(role: str) -> str:
    known = {"therapist": _("therapist"), "client": _("you"), "other": _("somebody else")}
    return known.get(role, role)


def _record(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return a row as its day, what it is, and what it says."""
    words = _as_mapping(row["words"])
    told = {name: text for name in SAID if (text := _spoken(words.get(name))) not in {"", "unknown"}}
    if "slot" in words:
        told.pop("end", None)
    if told.get("original_word") == told.get("kind"):
        told.pop("original_word", None)
    said = [f"{_named(name)}: {text}" if name in NAMED else text for name, text in told.items()]
    return row["day"] or "", _kind(row["kind"]), ", ".join(said)


def _kind(kind: str) -> str:
    known = {
        "listed": _("in the calendar"),
        "leave": _("time away, in the calendar"),
        "session": _("session"),
        "payment": _("payment"),
        "rating": _("answer to a form"),
        "check_in": _("check-in"),
        "break": _("break"),
        "episode": _("record"),
    }
    return known.get(kind, kind)


def _named(name: object) -> str:
    known = {
        "day": _("day"),
        "words": _("words"),
        "text": _("what happened"),
        "my_part": _("the therapist's own part"),
        "made": _("written down"),
        "start": _("from"),
        "end": _("until"),
        "felt": _("felt as"),
        "by": _("by"),
        "due": _("due"),
        "paid": _("paid"),
        "codename": _("known as"),
        "created": _("since"),
        "started": _("the work began"),
        "ended": _("the work ended"),
        "suppress": _("kept silent about"),
        "suppress_why": _("why silent"),
        "dates_agreed": _("dates are looked at since"),
        "payment_agreed": _("payments are looked at since"),
        "note": _("what was said about it"),
        "share": _("who may read it"),
        "shared_on": _("shared on"),
        "shown": _("shown on"),
        "taken_up": _("spoken about on"),
        "given": _("agreed to"),
        "turns": _("what was said"),
        "purpose": _("for"),
    }
    return known.get(str(name), str(name).replace("_", " "))


def _titles() -> dict[str, str]:
    return {
        "agreement": _("What was agreed"),
        "pause": _("Breaks"),
        "label": _("Names in files that were linked to you"),
        "consent": _("What you agreed to, and what you withdrew"),
        "said": _("What you said"),
        "reply": _("What your therapist answered"),
        "talk": _("Things to talk about"),
        "side": _("How each of you saw it"),
        "likeness": _("Similar moments"),
        "moment": _("Moments that were noted"),
        "episode": _("What your therapist wrote down to think about"),
        "aside": _("Other versions of what was written down"),
        "attached": _("What was put beside it"),
        "verdict": _("What your therapist made of what came up"),
        "leftout": _("What your therapist left out, and why"),
        "use": _("What your therapist did with what you said"),
        "consultation": _("What your therapist brought to supervision"),
        "remark": _("What came of it"),
        "person": _("How you sign in"),
        "recording": _("Recordings of sessions, and until when each is kept"),
        "found": _("What was found in a recording, in figures"),
        "picked": _("What your therapist made of moments of a recording"),
        "heard": _("What was said in sessions, as it was written down"),
        "answer": _("What your therapist made of moments in it"),
        "secondreading": _("What another program made of moments in it"),
        "feed": _("Calendars that are read again"),
        "quietlook": _("Times at which your therapist was asked to look without any reason"),
    }


def _did(action: str) -> str:
    known = {
        "viewed": _("looked at"),
        "wrote": _("wrote"),
        "changed": _("changed"),
        "imported": _("took in"),
        "undid": _("took back"),
        "exported": _("gave out"),
        "erased": _("erased"),
    }
    return known.get(action, action)
