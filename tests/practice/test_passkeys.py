"""Passkeys by themselves: what is offered, that nonsense lets nobody in, and that the last way in stays.

The ceremony with a device is gone through in tests/practice/browser/test_passkey.py.
"""

import json
import uuid

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory

from reattune.practice import models, passkeys, people, scope
from reattune.practice.scope import EVERYONE
from reattune.practice.signing import SignInError


@pytest.fixture
def request_here(shared):
    """A request with a session of its own."""
    made = RequestFactory().get("/sign-in/", headers={"host": "localhost"})
    made.session = SessionStore()
    return made


@pytest.fixture
def anna(shared):
    with scope.use(EVERYONE):
        yield people.add("a.brook", models.Person.Role.THERAPIST)


def key(person, credential=b"one"):
    return models.Passkey.objects.create(person=person, credential=credential, public=b"public", name="the phone")


def test_what_is_offered_asks_the_device_who_holds_it_and_names_those_it_has(request_here, anna):
    key(anna)
    made = json.loads(passkeys.offer(request_here, anna))
    assert made["rp"]["id"] == "localhost"
    assert made["authenticatorSelection"]["userVerification"] == "required"
    assert [one["type"] for one in made["excludeCredentials"]] == ["public-key"]
    assert request_here.session[passkeys.CHALLENGE] == made["challenge"]


def test_no_two_challenges_are_the_same(request_here):
    assert len({json.loads(passkeys.ask(request_here))["challenge"] for _time in range(5)}) == 5


NONSENSE = [
    "",
    "{}",
    "[]",
    "null",
    '{"id": 1}',
    "x" * 50_000,
    json.dumps({"id": "b25l", "rawId": "b25l", "response": {}}),
]


@pytest.mark.parametrize("answer", NONSENSE)
def test_nonsense_lets_nobody_in_and_keeps_nothing(request_here, anna, answer):
    key(anna)
    passkeys.ask(request_here)
    with pytest.raises(SignInError):
        passkeys.who_answers(request_here, answer)
    passkeys.offer(request_here, anna)
    with pytest.raises(SignInError):
        passkeys.keep(request_here, anna, answer, "another")
    assert anna.passkeys.count() == 1


def test_the_last_way_in_is_not_taken_away(anna):
    first = key(anna)
    with pytest.raises(SignInError, match="only way in"):
        passkeys.remove(anna, first.pk)
    second = key(anna, b"two")
    passkeys.remove(anna, first.pk)
    assert list(anna.passkeys.all()) == [second]


def test_taking_one_away_ends_what_was_signed_in_with_it(anna):
    key(anna)
    gone, before = key(anna, b"two"), anna.turn
    assert passkeys.remove(anna, gone.pk).turn != before


def test_one_that_is_not_theirs_is_left_alone(anna):
    key(anna)
    passkeys.remove(anna, uuid.uuid4())
    assert anna.passkeys.count() == 1
