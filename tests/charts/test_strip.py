"""The last sessions as one line."""

from dataclasses import replace

from reattune.charts import strip
from reattune.model import Initiator, Relationship, SessionKind


def test_a_strip_holds_the_last_twelve_up_to_the_day(made):
    many = [made.session(n) for n in range(20)]
    many[10] = made.session(10, SessionKind.DID_NOT_ATTEND)
    who = Relationship("heron", sessions=tuple(reversed(many)))
    assert strip(who, many[10].slot.date()) == "·" * 10 + "×"
    assert strip(who, many[19].slot.date()) == "··×·········"


def test_a_kept_move_is_seen_and_your_own_is_told_apart(made):
    moved = made.session(0, moved_days=2)
    yours = replace(made.session(1, moved_days=2), moved_by=Initiator.THERAPIST)
    late = made.session(2, SessionKind.ATTENDED_LATE, moved_days=2)
    assert strip(Relationship("heron", sessions=(moved, yours, late)), late.slot.date()) == "→◇~"
