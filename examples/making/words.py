"""What the two people said between sessions, and the record one pair kept: invented sentences."""

from collections.abc import Sequence

from making.draw import Draw
from making.effects import ATTENDED, LATE
from making.person import Change, Life, Slot

FINE = ("It helped to slow down.", "We stayed with it.", "", "A good hour.", "I said more than I meant to.")
OFF = ("I felt hurried, I think", "Hard to say. Something was missing.", "I did not know where we were going.", "")
MET = ("I felt understood today.", "You remembered what I had said in spring.", "Something eased.")
THERAPIST_OFF = ("I spoke too soon, I think.", "I lost the thread for a while.")


def said(life: Life, draw: Draw) -> list[dict[str, str]]:
    """Return check-ins of both, about every third session; some of the client's are for the client alone."""
    rows = []
    for number, slot in enumerate(life.slots):
        if slot.outcome not in {ATTENDED, LATE} or number % 3:
            continue
        changed = _inside(slot, life.change)
        rows.append(_client(slot, changed, draw))
        if changed == "away" and draw.chance(0.5):
            words = THERAPIST_OFF[draw.between(0, len(THERAPIST_OFF) - 1)]
            rows.append({"date": _day(slot), "by": "therapist", "felt_off": "unsure", "words": words})
    return rows


def _client(slot: Slot, changed: str, draw: Draw) -> dict[str, str]:
    pools = {"away": (OFF, {"yes": 0.4, "unsure": 0.3, "skipped": 0.3}), "attuned": (MET, {"no": 1.0})}
    words, answers = pools.get(changed, (FINE, {"no": 0.85, "unsure": 0.05, "skipped": 0.1}))
    felt = draw.word(answers)
    share = draw.word({"only_me": 0.4, "now": 0.35, "raise_for_me": 0.05, "after_ending": 0.05, "": 0.15})
    chosen = words[draw.between(0, len(words) - 1)]
    return {
        "date": _day(slot),
        "by": "client",
        "felt_off": felt,
        "words": "" if felt == "skipped" else chosen,
        "share": share,
    }


def _inside(slot: Slot, change: Change | None) -> str:
    if change is None or not change.onset <= slot.slot.date() < change.until:
        return ""
    return change.direction


def _day(slot: Slot) -> str:
    return slot.start.date().isoformat()


def episodes(life: Life) -> str:
    """Return the pair's own record of what happened at the onset and on the day they talked about it."""
    if life.change is None:
        return ""
    came: Sequence[str] = [_day(slot) for slot in life.slots if slot.outcome in {ATTENDED, LATE}]
    first = next(day for day in came if day >= life.change.onset.isoformat())
    talked = next(day for day in came if day >= life.change.until.isoformat())
    return f"""[[episode]]
id = "wren-1"
date = {first}
where = "in_session"
with = "therapist"
movement = "away"
who_noticed = "therapist"

[episode.therapist]
words = "I explained when I could have asked. Afterwards it was quieter."
response = "I felt pressed for time."
visibility = "therapist_only"

[[episode]]
id = "wren-2"
date = {talked}
where = "in_session"
with = "therapist"
movement = "both"
who_noticed = "both"
tried = ["acknowledge own contribution", "invite thoughts and feelings"]
similar_to = ["wren-1"]

[episode.client]
words = "I said that I had felt hurried in the weeks before."
wish = "to be asked first"
expected = "to be told I was mistaken"
actual = "you asked, and you waited"
response = "relieved, and a little shaky"
view = 3
visibility = "shared_with_client"

[episode.therapist]
words = "We spoke about the weeks of moving and missing."
view = 2
visibility = "shared_with_client"
"""
