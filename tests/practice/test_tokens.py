"""Tokens of programs: shown once, kept as a digest, told apart by name, taken back at once."""

import json

import pytest

from reattune.errors import ReattuneError
from reattune.practice import models, tokens
from reattune.practice.tokens import LONGEST, MOST


def test_a_token_is_known_again_by_its_name(store):
    token = tokens.make("  note   book ")
    assert tokens.holder(token) == "note book"
    assert [one.name for one in tokens.listed()] == ["note book"]


def test_a_token_is_not_kept_only_its_digest(store):
    token = tokens.make("notebook")
    kept = json.dumps(list(models.Setting.objects.values_list("value", flat=True)))
    assert token not in kept
    assert token.removeprefix(tokens.PREFIX) not in kept
    assert tokens.listed()[0].digest in kept


def test_two_tokens_differ_and_both_are_known(store):
    first, second = tokens.make("first"), tokens.make("second")
    assert first != second
    assert (tokens.holder(first), tokens.holder(second)) == ("first", "second")


@pytest.mark.parametrize("given", ["", "reattune_", "x" * 5000, "ä", "\udc80"])
def test_anything_else_is_nobody(store, given):
    tokens.make("notebook")
    assert tokens.holder(given) is None
    assert tokens.holder(tokens.listed()[0].digest) is None


def test_a_token_taken_back_is_nobody_and_the_others_stay(store):
    first, second = tokens.make("first"), tokens.make("second")
    assert tokens.revoke("first")
    assert not tokens.revoke("first")
    assert tokens.holder(first) is None
    assert tokens.holder(second) == "second"


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "x" * (LONGEST + 1), "Notebook"])
def test_a_name_that_cannot_be_is_refused_with_the_reason(store, name):
    tokens.make("notebook")
    with pytest.raises(ReattuneError, match=r"name"):
        tokens.make(name)
    assert len(tokens.listed()) == 1


def test_there_is_an_end_to_how_many(store):
    for number in range(MOST):
        tokens.make(f"program {number}")
    with pytest.raises(ReattuneError, match="take one back"):
        tokens.make("one more")


def test_making_and_taking_back_stand_in_the_audit_without_the_token(store):
    token = tokens.make("notebook")
    tokens.revoke("notebook")
    lines = [(one.action, one.what) for one in models.AuditEvent.objects.all()]
    assert lines[-2:] == [("settings", "token made"), ("settings", "token taken back")]
    assert token not in repr(list(models.AuditEvent.objects.values()))
