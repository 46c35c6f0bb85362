"""A recording opened: what was found comes back as it was, and what cannot be read is said."""

from reattune.practice.recorded.shown.opened import open_up


def test_what_was_found_comes_back(played, listened, watched):
    one = open_up(played)
    assert one.listened == listened
    assert one.watched == watched
    assert one.seconds == 90
    assert one.is_here
    assert one.is_found
    assert one.remarks[:2] == ("It has two tracks.", "It was soft.")


def test_nothing_found_yet(here):
    one = open_up(here)
    assert (one.listened, one.watched, one.is_found, one.seconds) == (None, None, False, 0)


def test_what_is_damaged_is_said_and_the_rest_shown(played, again, watched):
    found = played.found
    found.words = {**found.words, "sound": {"schema": "reattune.listened/1"}}
    found.save()
    one = open_up(again(played))
    assert one.listened is None
    assert one.watched == watched
    assert "damaged" in one.remarks[0] or "kept" in one.remarks[0]


def test_a_deleted_one_is_not_here(played):
    played.state = "deleted"
    assert not open_up(played).is_here
