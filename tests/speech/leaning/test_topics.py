"""The classes of what may have been spoken of are told apart, with or without apostrophes."""

from reattune.speech.leaning.topics import TOPICS


def test_hard_close_and_light() -> None:
    assert TOPICS.tally("and the funeral, and then the police").get("hard", 0) >= 2
    assert TOPICS.tally("your voice went, just now").get("close", 0) >= 2
    assert TOPICS.tally("was the car park full, with the football on?").get("light", 0) >= 1


def test_something_light_is_not_hard() -> None:
    known = TOPICS.tally("is the kettle on? your tea and the biscuits are by the window")
    assert not known.get("hard")
    assert known["light"] >= 2


def test_apostrophes_make_no_difference() -> None:
    assert TOPICS.tally("you've stopped") == TOPICS.tally("youve stopped") != {}
