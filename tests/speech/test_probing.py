"""How much there was to move away from grows from something practical to something felt."""

from datetime import date

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.probing import FAINT, NEAR, depth, staged, weight


def place(*said: str) -> Place:
    roles = (Role.THERAPIST, Role.CLIENT)
    turns = tuple(Turn(roles[at % 2], "", text, str(at)) for at, text in enumerate(said))
    context = prepare(Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE))
    return Place(context, len(said) - 1)


def test_depth_grows_with_what_was_named() -> None:
    practical = depth(place("Is the heating all right, or shall I open the window?", "Fine."))
    open_question = depth(place("What did you do?", "Fine."))
    felt = depth(place("How did you feel when your father died?", "Fine."))
    assert practical < FAINT < open_question < NEAR < felt <= 1


def test_what_came_earlier_weighs_a_little() -> None:
    alone = depth(place("Is there more?", "No."))
    after = depth(place("And then?", "He died, and I was so alone and ashamed.", "Is there more?", "No."))
    assert alone < after < depth(place("How did you feel when he died?", "No."))


def test_the_first_line_has_little_before_it() -> None:
    assert depth(place("Hello.")) < FAINT


def test_words_of_another_self_are_staged() -> None:
    assert staged("what would you have said back then?")
    assert not staged("what do you feel?")
    asked = "What would your mother say about the shame?"
    assert depth(place(asked, "Nothing.")) < NEAR < weight(place(asked, "x").context.lines[0]) + 1
