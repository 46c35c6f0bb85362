"""Refusals: always one sentence, in the practice's language, in the form that programs read."""

import pytest

from reattune.practice import desk
from reattune.practice.keeping import keep


@pytest.mark.parametrize("path", ["", "nothing", "noticings/x", "relationships/a/b", "docs"])
def test_an_address_that_is_not_there_is_refused_in_their_form(program, path):
    answer = program(path)
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/json")
    assert answer.json() == {"detail": "There is nothing at this address."}


def test_what_was_not_understood_is_named(program):
    assert "limit" in program("episodes", limit="all").json()["detail"]


def test_refusals_are_in_the_language_of_the_practice(program):
    keep(language="de")
    desk.remember_settings()
    answer = program("nothing")
    assert answer.status_code == 404
    assert answer.json()["detail"]
