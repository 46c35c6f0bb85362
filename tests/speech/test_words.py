"""Words that several families share: feelings, weighty matters, the room, looking inward, what is told or taken back."""

from reattune.speech.words import feelings, inward, matters, notices, practical, reported, sentence, turned, weighty


def test_kinds_of_words() -> None:
    assert feelings("i was sad and so angry") == 2
    assert feelings("the bus was late") == 0
    assert weighty("after the funeral")
    assert not weighty("after the film")
    assert notices("it sounds like that was close")
    assert not notices("the kettle is on")
    assert inward("i felt it because of him") == 2
    assert inward("it was monday") == 0


def test_a_room_is_practical_unless_something_is_felt() -> None:
    assert practical("is the window open?")
    assert not practical("you looked at the window and cried")


def test_told_and_taken_back() -> None:
    told = "i told him i'm fine"
    assert reported(told, told.index("i'm"))
    assert not reported("well, i'm fine", 6)
    assert not reported("he said so. i'm fine", 12)
    assert turned("i'm fine, but it hurt", 8)
    assert not turned("i'm fine", 8)


def test_matters_meet_by_their_beginnings() -> None:
    assert matters("she was leaving") & matters("when he leaves") == set()
    assert matters("my neighbour's dog") & matters("the neighbours") == {"neigh"}
    assert matters("it was what i said") == frozenset()


def test_a_sentence_has_no_white_space_around_it() -> None:
    text = "One.  Two three. Four"
    assert text[slice(*sentence(text))] == "One."
    assert text[slice(*sentence(text, 4))] == "Two three."
    assert sentence("") == (0, 0)
