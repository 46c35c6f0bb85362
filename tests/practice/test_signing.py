"""Passwords and codes by themselves: what is kept of them, what does not let in, and that no code counts twice."""

import time

import pyotp
import pytest

from reattune.practice import models, people, scope, second_step, signing
from reattune.practice.scope import EVERYONE

WORDS = "nine loud wrens at noon"
HERE = "192.0.2.7"


@pytest.fixture
def anna(shared):
    """Somebody with a password and a device; whoever signs in is seen by nobody's scope."""
    with scope.use(EVERYONE):
        person = people.add("a.brook", models.Person.Role.THERAPIST)
        secret = pyotp.random_base32()
        code = pyotp.TOTP(secret).now()
        signing.use_password(person, signing.checked(WORDS, WORDS), secret, code)
        person.refresh_from_db()
        yield person, secret


@pytest.mark.parametrize(("first", "again"), [("short", "short"), (WORDS, WORDS.upper()), ("a" * 2000, "a" * 2000)])
def test_a_password_that_cannot_be_kept_says_why(shared, first, again):
    with pytest.raises(signing.SignInError):
        signing.checked(first, again)


def test_only_a_digest_of_the_password_is_kept(anna):
    person, _secret = anna
    assert person.password.startswith("$argon2id$")
    assert WORDS not in person.password


def test_a_name_and_its_password_go_together(anna):
    person, _secret = anna
    assert signing.by_password("a.brook", WORDS, HERE).pk == person.pk
    assert signing.knows(person, WORDS, HERE)
    assert not signing.knows(person, WORDS.upper(), HERE)


def test_a_name_that_nobody_has_is_answered_like_a_wrong_password(anna):
    said = set()
    for name, password in (("nobody", WORDS), ("a.brook", "nine loud wrens at ten")):
        with pytest.raises(signing.SignInError) as error:
            signing.by_password(name, password, HERE)
        said.add(str(error.value))
    assert len(said) == 1


def test_whoever_was_stopped_is_not_known_any_more(anna):
    models.Person.objects.update(active=False)
    with pytest.raises(signing.SignInError):
        signing.by_password("a.brook", WORDS, HERE)


def test_a_code_counts_once_and_only_in_its_moment(anna):
    person, secret = anna
    later = time.time() + 10 * second_step.SECONDS if hasattr(second_step, "SECONDS") else time.time() + 300
    code = pyotp.TOTP(secret).at(int(later))
    with pytest.raises(signing.SignInError):
        signing.check_code(person, code)
    signing.check_code(person, code, now=lambda: later)
    with pytest.raises(signing.SignInError, match="used already"):
        signing.check_code(person, code, now=lambda: later)
