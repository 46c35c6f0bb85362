"""A line knows what came before it, what was asked, and what is usual for this client."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.asking import Asked
from reattune.speech.place import USUAL_REPLY, Once, Place, Usual, prepare


def transcript(*said: tuple[Role, str]) -> Transcript:
    turns = tuple(Turn(role, role.value, text, str(at)) for at, (role, text) in enumerate(said))
    return Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE)


ASKS = (Role.THERAPIST, "What was that like?")


def test_a_line_knows_its_neighbours() -> None:
    context = prepare(transcript((Role.CLIENT, "Hello."), ASKS, (Role.CLIENT, "It was odd."), (Role.THERAPIST, "Mm.")))
    place = Place(context, 2)
    assert place.text == "it was odd."
    assert place.line.words == 3
    assert place.asked is Asked.FEELING
    assert place.other is context.lines[1]
    assert place.own is context.lines[0]
    assert place.before(1) == (context.lines[1],)
    assert place.after(5) == (context.lines[3],)


def test_the_first_line_has_nothing_before_it() -> None:
    place = Place(prepare(transcript((Role.CLIENT, "Hello."))), 0)
    assert place.other is None
    assert place.own is None
    assert place.asked is Asked.NOTHING


def test_the_usual_needs_four_replies() -> None:
    three = prepare(transcript(*(ASKS, (Role.CLIENT, "one two three")) * 3)).usual
    four = prepare(transcript(*(ASKS, (Role.CLIENT, "one two three")) * 4)).usual
    assert three == Usual(USUAL_REPLY, 0)
    assert four == Usual(3.0, 4)


def test_earlier_sessions_weigh_in() -> None:
    told = prepare(transcript(*(ASKS, (Role.CLIENT, "one two three")) * 4), Usual(9.0, 12)).usual
    assert told.reply == pytest.approx(7.5)
    assert told.replies == 16


def test_what_is_kept_at_a_place_is_worked_out_once() -> None:
    made: list[int] = []

    def found(place: Place) -> int:
        made.append(place.at)
        return len(made)

    class Kept(Place):
        kept = Once(found)

    context = prepare(transcript((Role.CLIENT, "Hello."), ASKS))
    places = [Kept(context, at) for at in (0, 1)]
    assert [place.kept for place in (*places, *places)] == [1, 2, 1, 2]
    assert made == [0, 1]
