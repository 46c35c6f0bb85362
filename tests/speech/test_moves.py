import pytest

from reattune.speech import moves


@pytest.mark.parametrize(
    ("does", "yes", "no"),
    [
        (moves.advises, "what if you wrote it down?", "that is a long time."),
        (moves.interprets, "i wonder whether it is about him.", "it rained on tuesday."),
        (moves.asks_account, "why didn't you call?", "how lovely."),
        (moves.correctable, "is that right?", "go on."),
        (moves.asks_fact, "how many sisters do you have?", "what was that like?"),
        (moves.feels, "i felt so ashamed.", "i took the bus."),
        (moves.about_us, "you never listen.", "the bus came."),
        (moves.declines, "i really don't want to.", "good idea."),
        (moves.tender, "at the funeral.", "at the shop."),
    ],
)
def test_each_move_is_told_from_ordinary_words(does, yes, no):
    assert does(yes)
    assert not does(no)


def test_content_is_what_would_be_taken_up_again():
    assert moves.content("holding his hand, held tightly") & moves.content("you were holding on")
    assert not moves.content("and then they were there")
