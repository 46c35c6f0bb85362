from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Direction, Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT, LEAST, LONGEST, Moment, attempts, listed, moments, trusted
from reattune.speech.place import prepare
from reattune.speech.reading import Reading
from reattune.speech.rule import Family, Hit

DIRECTED = (Direction.AWAY, Direction.AGAINST, Direction.ATTUNED)


def reading(*hits: tuple[int, Family, float], turns: int = 40) -> Reading:
    said = [
        Turn(
            Role.CLIENT if at % 2 else Role.THERAPIST, "c" if at % 2 else "t", f"words {at}", "", at * 10.0, at * 10 + 9
        )
        for at in range(turns)
    ]
    transcript = Transcript(date(2025, 3, 4), Source("s.vtt", ""), tuple(said), Times.BOTH)
    marks = tuple(Hit(family.value, family, turn, 0, 5, strength, "seen") for turn, family, strength in hits)
    return Reading(prepare(transcript), marks)


def test_hits_of_one_direction_on_neighbouring_turns_are_one_moment():
    found = moments(reading((3, Family.DENIAL, 0.6), (5, Family.MINIMAL, 0.5), (5, Family.REJECTS, 0.6)))
    assert [(one.direction, one.first, one.last) for one in found] == [
        (Direction.AWAY, 3, 5),
        (Direction.AGAINST, 5, 5),
    ]
    assert found[0].strength == 1 - 0.4 * 0.5
    assert (found[0].start, found[0].end) == (30.0, 59.0)
    assert found[0].rules == ("denial", "minimal_response")


def test_what_lies_further_apart_is_two_moments():
    assert [one.first for one in moments(reading((3, Family.DENIAL, 0.6), (7, Family.DENIAL, 0.6)))] == [3, 7]


def test_the_two_people_never_share_a_moment():
    found = moments(reading((3, Family.DENIAL, 0.6), (4, Family.THERAPIST_AWAY, 0.6)))
    assert [one.role for one in found] == [Role.CLIENT, Role.THERAPIST]


def test_a_moment_is_never_longer_than_can_be_read_in_one_look():
    found = moments(reading(*((at, Family.MINIMAL, 0.5) for at in range(1, 40, 2))))
    assert all(one.last - one.first < LONGEST for one in found)
    assert sum(len(one.hits) for one in found) == 20


def test_two_marks_of_one_family_on_one_turn_count_once():
    (one,) = moments(reading((3, Family.DENIAL, 0.6), (3, Family.DENIAL, 0.4)))
    assert one.strength == 0.6


def test_an_id_stays_whatever_else_is_found_and_changes_with_the_entries_it_begins_with():
    first = moments(reading((3, Family.DENIAL, 0.6)))[0]
    again = moments(reading((3, Family.DENIAL, 0.9), (5, Family.MINIMAL, 0.3), (21, Family.REJECTS, 0.6)))[0]
    assert again.id == first.id
    other = reading((3, Family.DENIAL, 0.6))
    turns = list(other.transcript.turns)
    for apart in ({"messages": 2}, {"row": "9"}):
        turns[3] = replace(other.transcript.turns[3], **apart)
        changed = Reading(prepare(replace(other.transcript, turns=tuple(turns))), other.hits)
        assert moments(changed)[0].id != first.id
    assert moments(reading((3, Family.REJECTS, 0.6)))[0].id != first.id


def test_an_id_is_made_of_no_word_so_that_no_word_can_be_guessed_from_it():
    plain = reading((3, Family.DENIAL, 0.6))
    turns = tuple(replace(turn, text="Fine.", label="Kestrel") for turn in plain.transcript.turns)
    other = Reading(prepare(replace(plain.transcript, turns=turns)), plain.hits)
    assert moments(other)[0].id == moments(plain)[0].id


def test_being_met_is_not_crowded_out():
    away = [(at, Family.DENIAL, 0.9) for at in range(1, 200, 8)]
    met = [(at, Family.MET, 0.6) for at in range(5, 200, 20)]
    against = [(7, Family.REJECTS, 0.6)]
    result = listed(moments(reading(*away, *met, *against, turns=220)), 12)
    ways = [one.direction for one in result.moments]
    assert len(ways) == 12
    assert ways.count(Direction.ATTUNED) == 4
    assert ways.count(Direction.AGAINST) == 1
    assert [one.first for one in result.moments] == sorted(one.first for one in result.moments)
    assert result.left_out == len(away) + len(met) + len(against) - 12


def test_weak_single_marks_are_listed_only_where_asked_for():
    found = moments(reading((3, Family.DENIAL, 0.3), (11, Family.DENIAL, 0.6)))
    assert [one.first for one in listed(found).moments] == [11]
    assert listed(found).weak == 1
    assert [one.first for one in listed(found, weak=True).moments] == [3, 11]
    assert listed(found, weak=True).weak == 0


def test_attempts_take_no_place():
    found = moments(reading((4, Family.OWNS_PART, 0.9), (3, Family.REJECTS, 0.6)))
    assert [one.first for one in attempts(found)] == [4]
    assert [one.first for one in listed(found, 1).moments] == [3]


def test_trust_lowers_a_moment_and_may_leave_it_out():
    found = moments(reading((3, Family.DENIAL, 0.6)))
    assert trusted(found[0], {"denial": 0.5}).strength == 0.3
    assert trusted(found[0], {"another": 0.5}).strength == 0.6
    assert listed(found, trust={"denial": 0.5}).weak == 1


def test_of_no_moments_none_are_listed():
    assert listed(()).moments == ()
    assert listed(moments(reading((3, Family.DENIAL, 0.6))), 0).left_out == 1


HITS = st.lists(
    st.tuples(
        st.integers(0, 39),
        st.sampled_from([Family.DENIAL, Family.REJECTS, Family.MET, Family.INVITES]),
        st.floats(0, 1),
    ),
    max_size=60,
)


@given(HITS, st.integers(0, 15), st.booleans())
def test_every_clear_hit_is_in_one_moment_and_the_list_keeps_to_its_number(hits, most, weak):
    found = moments(reading(*hits))
    assert sum(len(one.hits) for one in found) == sum(strength >= FAINT for _turn, _family, strength in hits)
    assert len({one.id for one in found}) == len(found)
    assert all(0 <= one.strength <= 1 for one in found)
    result = listed(found, most, weak=weak)
    assert len(result.moments) <= most
    directed = [one for one in found if one.direction in DIRECTED]
    assert len(result.moments) + result.left_out + result.weak == len(directed)
    assert weak or all(one.strength >= LEAST for one in result.moments)
    _strongest_first(result.moments, directed)


def _strongest_first(chosen: tuple[Moment, ...], directed: list[Moment]) -> None:
    for way in DIRECTED:
        taken = [one.strength for one in chosen if one.direction is way]
        left = [one.strength for one in directed if one.direction is way and one not in chosen]
        assert not taken or not left or max(left) <= min(taken)


def test_faint_marks_make_no_moment_however_many():
    faint = [(at, Family.DENIAL, 0.29) for at in range(1, 24, 2)]
    assert moments(reading(*faint)) == ()
    (one,) = moments(reading(*faint, (3, Family.DENIAL, 0.6)))
    assert one.strength == 0.6


def test_two_families_on_one_turn_are_one_witness_and_two_turns_are_two():
    (together,) = moments(reading((1, Family.DENIAL, 0.4), (1, Family.MINIMAL, 0.4)))
    assert together.strength == 0.4
    (apart,) = moments(reading((1, Family.DENIAL, 0.4), (3, Family.DENIAL, 0.4)))
    assert apart.strength == 0.64
