from datetime import date

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import moments
from reattune.speech.nearby import Afterwards, near
from reattune.speech.place import prepare
from reattune.speech.reading import Reading
from reattune.speech.rule import Family, Hit

LONG = "well it is hard to say but I think that it was the way she looked at me when I came in late"


def reading(
    *hits: tuple[int, Family], turns: int = 60, every: float | None = None, words: dict[int, str] | None = None
) -> Reading:
    said = [_turn(at, every, (words or {}).get(at, LONG)) for at in range(turns)]
    times = Times.NONE if every is None else Times.STARTS
    transcript = Transcript(date(2025, 3, 4), Source("s.vtt", ""), tuple(said), times)
    marks = tuple(Hit(family.value, family, turn, 0, 2, 0.6, "seen") for turn, family in hits)
    return Reading(prepare(transcript), marks)


def _turn(at: int, every: float | None, words: str) -> Turn:
    role = Role.CLIENT if at % 2 else Role.THERAPIST
    return Turn(role, role, words, "", None if every is None else at * every)


def nearby(read: Reading, index: int = 0):
    found = moments(read)
    return near(read, found[index], found)


def test_an_attempt_soon_after_is_found():
    (one,) = nearby(reading((3, Family.REJECTS), (6, Family.OWNS_PART)))
    assert (one.moment.first, one.afterwards) == (6, ())


def test_without_times_thirty_turns_are_looked_at():
    assert len(nearby(reading((3, Family.REJECTS), (32, Family.OWNS_PART)))) == 1
    assert nearby(reading((3, Family.REJECTS), (34, Family.OWNS_PART))) == ()


def test_with_times_three_windows_after_its_own_are_looked_at():
    assert len(nearby(reading((3, Family.REJECTS), (38, Family.OWNS_PART), every=30.0))) == 1
    assert nearby(reading((3, Family.REJECTS), (40, Family.OWNS_PART), every=30.0)) == ()


def test_what_came_before_a_moment_is_no_attempt_after_it():
    assert nearby(reading((2, Family.OWNS_PART), (3, Family.REJECTS)), 1) == ()


def test_of_an_attempt_that_began_earlier_only_what_came_afterwards_is_near():
    (one,) = nearby(reading((4, Family.OWNS_PART), (5, Family.DENIAL), (6, Family.INVITES)), 1)
    assert ([hit.turn for hit in one.moment.hits], one.moment.first, one.moment.strength) == ([6], 6, 0.6)


def test_a_therapist_may_put_their_own_words_right_in_the_same_breath():
    read = reading((4, Family.THERAPIST_AGAINST), (4, Family.OWNS_PART))
    found = moments(read)
    against = next(one for one in found if one.direction is not None)
    assert len(near(read, against, found)) == 1


def test_nothing_is_looked_for_after_being_met():
    assert nearby(reading((3, Family.MET), (6, Family.OWNS_PART))) == ()


def test_afterwards_met():
    (one,) = nearby(reading((3, Family.REJECTS), (6, Family.OWNS_PART), (9, Family.MET)))
    assert one.afterwards == (Afterwards.MET,)


def test_afterwards_more():
    (one,) = nearby(reading((3, Family.REJECTS), (6, Family.OWNS_PART), (7, Family.DENIAL)))
    assert one.afterwards == (Afterwards.MORE,)


def test_afterwards_as_long_as_usual_again_only_where_it_was_short():
    short = reading((3, Family.MINIMAL), (6, Family.INVITES), words={3: "dunno"})
    assert nearby(short)[0].afterwards == (Afterwards.USUAL,)
    still = reading(
        (3, Family.MINIMAL), (6, Family.INVITES), words={3: "dunno", **dict.fromkeys(range(7, 17, 2), "no idea")}
    )
    assert nearby(still)[0].afterwards == ()


def test_at_the_end_of_a_session_nothing_is_said_of_afterwards():
    (one,) = nearby(reading((3, Family.MINIMAL), (6, Family.INVITES), turns=8, words={3: "dunno"}))
    assert one.afterwards == ()
