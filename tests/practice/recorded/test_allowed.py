"""Whether a recording may be used: only after a yes, and not after a no."""

import pytest

from reattune.practice.recorded import allowed
from reattune.practice.recorded.allowed import NotAgreedError


def test_it_follows_what_was_said_last(new_client, agreed, withdraw):
    wren = new_client("wren")
    assert (allowed.is_agreed(wren), allowed.is_withdrawn(wren)) == (False, False)
    with pytest.raises(NotAgreedError, match="Talk about it first"):
        allowed.require(wren)
    allowed.require(agreed)
    withdraw(agreed)
    assert (allowed.is_agreed(agreed), allowed.is_withdrawn(agreed)) == (False, True)
    with pytest.raises(NotAgreedError, match="No was said"):
        allowed.require(agreed)


def test_what_is_asked_says_how_long_it_is_kept_and_that_no_is_an_answer():
    assert "deleted after 45 days" in allowed.asking(45)
    assert "“No” is a full answer" in allowed.asking(45)
