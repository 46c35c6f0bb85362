"""What stands on paper: whoever is handed a sheet reads all of it, so nothing is offered there that says otherwise."""

from reattune.model import Share
from reattune.practice.check_in import asked, sheet


def test_on_paper_only_what_is_shared_can_be_chosen():
    assert [share for share, _words in sheet.on_paper()] == [Share.NOW, Share.RAISE_FOR_ME]


def test_each_place_has_two_ends_and_no_better_one():
    for one in sheet.places():
        assert one.words
        assert one.low != one.high
    assert [one.name for one in sheet.places()] == ["closeness", "leading"]
    assert sheet.POSITIONS == tuple(asked.CLOSENESS) == (-3, -2, -1, 0, 1, 2, 3)
