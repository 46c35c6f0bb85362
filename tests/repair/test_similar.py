"""Similar episodes: offered from the next session on, as a list and never as a claim."""

from datetime import date

from reattune.repair.episode import Record
from reattune.repair.similar import earlier, may_link

DAY, NEXT = date(2026, 3, 4), date(2026, 3, 11)


def test_linking_waits_for_the_next_session_and_says_so():
    decision = may_link(DAY, DAY, iter([DAY, NEXT]))
    assert not decision.allowed
    assert decision.from_day == NEXT
    assert "next session" in decision.reason


def test_linking_is_offered_on_the_day_of_the_next_session():
    decision = may_link(NEXT, DAY, [DAY, NEXT])
    assert decision.allowed
    assert decision.from_day is None
    assert "if you see a likeness" in decision.reason


def test_without_a_next_session_there_is_no_day_to_name():
    decision = may_link(NEXT, DAY, [DAY])
    assert (decision.allowed, decision.from_day) == (False, None)


def test_earlier_ones_come_newest_first_and_by_id_on_the_same_day():
    records = [
        Record("c", date(2026, 1, 7)),
        Record("b", date(2026, 2, 4), closed=date(2026, 2, 5)),
        Record("a", date(2026, 2, 4)),
        Record("later", NEXT),
        Record("same day", DAY),
        Record("me", DAY),
    ]
    assert [each.id for each in earlier(records[-1], iter(records))] == ["a", "b", "c"]


def test_the_likeness_of_words_plays_no_part():
    me = Record("me", DAY, wish="to be asked")
    alike, other = Record("x", date(2026, 1, 1), wish="to be asked"), Record("y", date(2026, 2, 1), wish="rest")
    assert earlier(me, [alike, other]) == (other, alike)
